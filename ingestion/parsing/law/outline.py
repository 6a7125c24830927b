"""The outline of an instrument: every provision and division that it has, in order."""

from dataclasses import dataclass
from typing import Self

from corpus.provisions import Provision
from ingestion.parsing.law.instrument import Instrument

_MOST = 80


@dataclass(frozen=True, slots=True)
class Outline:
    """``order`` is each id's place; ``kinds`` are the units that the instrument's clauses are."""

    order: dict[str, int]
    kinds: frozenset[str]

    @classmethod
    def of(cls, instrument: Instrument) -> Self:
        ids, kinds = dict[str, int](), set[str]()
        for clause in instrument.clauses:
            for division in clause.parts:
                ids.setdefault(division.id, len(ids))
            if clause.provision:
                kinds.add(clause.provision.steps[1])
                for item in clause.items:
                    for depth in range(len(item.steps) + 1):
                        ids.setdefault("/".join((clause.provision.id, *item.steps[:depth])), len(ids))
        return cls(ids, frozenset(kinds))

    @property
    def parts(self) -> tuple[Provision, ...]:
        return tuple(Provision(id_) for id_ in self.order if id_.split("/")[1:2] == ["part"] and id_.count("/") == 2)

    def holds(self, provision: Provision) -> bool:
        return provision.id in self.order

    def between(self, first: Provision, last: Provision) -> tuple[Provision, ...]:
        """``first`` to ``last``, with all that stand side by side between them, where they are of this instrument."""
        here, there = self.order.get(first.id), self.order.get(last.id)
        if here is None or there is None or first.steps[:-1] != last.steps[:-1]:
            return (first, last)
        beside = [
            Provision(id_)
            for id_, place in self.order.items()
            if here <= place <= there and id_.count("/") == last.id.count("/") and _alike(id_, first)
        ]
        return tuple(beside[:_MOST])


def _alike(id_: str, first: Provision) -> bool:
    return id_.rpartition("/")[0] == first.id.rpartition("/")[0]
