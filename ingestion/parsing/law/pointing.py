"""What the words of one item point at."""

import re
from bisect import bisect
from collections.abc import Iterator

from corpus.provisions import Provision
from ingestion.parsing.law import citing, names
from ingestion.parsing.law.citing import Number, Run
from ingestion.parsing.law.clause_reader import ClauseReader
from ingestion.parsing.law.instrument import changes
from ingestion.parsing.law.items import Found, Item

CLAUSES = ("section", "regulation", "article", "rule")
DIVISIONS = ("part", "chapter", "schedule")
_WHOLE = ("act", "regulations", "order", "measure")
_THE_SCHEDULE = "Schedule to the "
_DEEPEST = 6
_QUOTED = re.compile(r"“[^“”]*”")
_LONGEST_NOTE = 300


class Unresolved(Exception):
    """Why words cannot be tied to a provision."""


class Pointing:
    """``near`` is the provision that the words named last, of which an amendment's later words are a part."""

    def __init__(self, reader: ClauseReader, item: Item) -> None:
        self.near: Provision | None = None
        self._reader = reader
        self._item = item
        self._text = item.text
        self._names = {name.start: name for name in names.names_in(item.text)}
        self._quoted = [one.span() for one in (_QUOTED.finditer(item.text) if reader.amends else ())]
        self._outer = set[int]()
        self._aside: str | None = None
        self._depth = 0

    def of_run(self, run: Run) -> Iterator[Found]:
        """A reference for each number of a run; none where the words are quoted from the text that is amended."""
        at = bisect(self._quoted, (run.start, 0)) - 1
        if (at >= 0 and run.start < self._quoted[at][1]) or _is_year(run):
            return
        before, failed = None, ""
        self._aside = self._source_around(run.start)
        for number in run.numbers:
            words = number.span.of(self._text)
            try:
                if failed and not number.number:
                    raise Unresolved(failed)
                target = self._target(run, number, before)
            except Unresolved as why:
                failed = str(why)
                yield Found(number.span, words, (), failed)
                continue
            through = self._reader.outline.between(before, target)[1:] if number.through and before else (target,)
            before = target
            if run.start not in self._outer:
                self._remember(run.kind, target)
            yield Found(number.span, words, through)
        if run.of is not None:
            self._outer.add(run.of)

    def _source_around(self, at: int) -> str | None:
        """The enactment of the unit whose heading, in brackets, the words at ``at`` stand in."""
        before = self._text[max(0, at - _LONGEST_NOTE) : at]
        opening, closing = before.rfind("("), before.rfind(")")
        if opening <= closing or self.near is None or self.near.source_id == self._reader.source_id:
            return None
        return self.near.source_id

    def _remember(self, kind: str, target: Provision) -> None:
        last = self._reader.last
        last[kind] = last["provision"] = target
        clause = target.clause
        if clause.steps[1:2] and clause.steps[1] in CLAUSES:
            last[clause.steps[1]] = clause
            if len(target.steps) > 3 and target.steps[3][0].isdigit():
                last["subsection"] = Provision("/".join(target.steps[:4]))
        if target.division not in ("part", "chapter"):
            self.near = target

    def _target(self, run: Run, number: Number, before: Provision | None) -> Provision:
        if before and not number.number:
            return self._beside(before, number.brackets)
        of = self._named_at(run.of, run.kind) if run.of is not None else None
        if run.kind in CLAUSES:
            return self._clause(run.kind, number, of)
        if run.kind in DIVISIONS:
            return self._division(run.kind, number, of)
        return self._inside(run.kind, number, of)

    def _beside(self, before: Provision, brackets: tuple[str, ...]) -> Provision:
        """ "(2)" after "section 13(1)" is section 13(2): it stands in place of the mark of its own style."""
        steps = before.steps
        for depth in range(len(steps) - 1, 2, -1):
            if steps[depth][0].isdigit() == brackets[0][0].isdigit():
                beside = Provision("/".join((*steps[:depth], *brackets)))
                if not self._ours(beside) or self._reader.outline.holds(beside):
                    return beside
        return self._checked(Provision("/".join((*steps, *brackets))))

    def _named_at(self, at: int, kind: str = "") -> Provision | None:
        """The provision or the whole instrument that the words at ``at`` name, which units of ``kind`` can be of; or None."""
        if citing.definition_at(self._text, at):
            raise Unresolved("a paragraph of a definition, which has no number of its own")
        same = citing.same_at(self._text, at)
        if same:
            return self._same(*same, at)
        outer = citing.run_from(self._text, at)
        if outer:
            return None if kind in CLAUSES and outer.kind in CLAUSES else self._within(outer)
        if at in self._names:
            return self._instrument(self._names[at].text)
        if self._text.startswith(_THE_SCHEDULE, at) and (whole := self._named_at(at + len(_THE_SCHEDULE))):
            self._reader.last["schedule"] = Provision(f"{whole.id}/schedule")
            return self._reader.last["schedule"]
        brief = citing.brief_at(self._text, at)
        if brief:
            return self._instrument(brief)
        if foreign := citing.foreign_at(self._text, at):
            raise Unresolved(f"it is of the {foreign}, which is no enactment known here")
        return None

    def _within(self, outer: Run) -> Provision:
        if self._depth == _DEEPEST:
            raise Unresolved("too many units of units")
        self._depth += 1
        try:
            return self._target(outer, outer.numbers[0], None)
        finally:
            self._depth -= 1

    def _instrument(self, name: str) -> Provision:
        id_ = self._reader.known.id_of(name)
        if not id_:
            raise Unresolved(f"the text gives no number for {name}")
        self._reader.mentioned.append(id_)
        return Provision(id_)

    def _same(self, which: str, what: str, at: int) -> Provision | None:
        kind = what.replace("sub-section", "subsection")
        if kind in _WHOLE:
            return self._same_instrument(which, kind, at)
        if which == "this":
            return self._this(kind)
        before = self._reader.last.get(kind)
        if not before:
            raise Unresolved(f"nothing before it names that {what}")
        depth = {**dict.fromkeys(CLAUSES, 0), "subsection": 1}.get(kind)
        return before if depth is None else Provision("/".join(before.steps[: len(before.clause.steps) + depth]))

    def _same_instrument(self, which: str, kind: str, at: int) -> Provision:
        if which == "this":
            return Provision(self._reader.source_id)
        before_it = [id_ for place, id_ in self._reader.mentions(self._item) if place < at]
        named = (before_it or self._reader.mentioned)[-1:]
        if not named:
            raise Unresolved(f"nothing before it names that {kind.capitalize()}")
        if not named[0]:
            raise Unresolved(f"the text gives no number for that {kind.capitalize()}")
        return Provision(named[0])

    def _this(self, kind: str) -> Provision | None:
        division = next((p for p in reversed(self._reader.clause.parts) if p.division == kind), None)
        own = self._reader.clause.provision
        if division or own is None or kind != "subsection":
            return division or own
        return Provision("/".join((own.id, *self._item.steps[:1])))

    def _clause(self, kind: str, number: Number, of: Provision | None) -> Provision:
        if not number.number:
            raise Unresolved(f"a {kind} without a number")
        source_id = of.source_id if of else self._aside or self._default(kind)
        return self._checked(Provision("/".join((source_id, kind, number.number, *number.brackets))))

    def _default(self, kind: str) -> str:
        """Whose section it is when nothing says so: the amended enactment's, this one's, or the principal Act's."""
        reader = self._reader
        if reader.amends and reader.amended and kind == "section":
            return reader.amended.source_id
        if kind in reader.outline.kinds:
            return reader.source_id
        if kind != "section" or not reader.known.principal:
            raise Unresolved(f"nothing says whose {kind} it is")
        return reader.known.principal

    def _division(self, kind: str, number: Number, of: Provision | None) -> Provision:
        reader = self._reader
        amended = reader.amended if reader.amends and of is None else None
        source_id = of.source_id if of else self._aside or (amended or Provision(reader.source_id)).source_id
        above: tuple[str, ...] = ()
        if of and of.steps[1:2] and of.steps[1] in DIVISIONS:
            above = of.steps[1:]
        elif kind == "chapter" and source_id == reader.source_id:
            above = self._part_of_chapter(number.number)
        return self._checked(Provision("/".join((source_id, *above, kind, number.number))))

    def _part_of_chapter(self, number: str) -> tuple[str, ...]:
        """That in which the reader stands or which was named last, whichever has such a Chapter."""
        own = [p for p in self._reader.clause.parts if p.steps[1] == "part"]
        near = [*own, *filter(None, [self._reader.last.get("part")]), *self._reader.outline.parts]
        holding = (
            p for p in near if self._reader.outline.holds(Provision("/".join((*p.steps[:3], "chapter", number))))
        )
        return next((p.steps[1:3] for p in holding), ())

    def _inside(self, kind: str, number: Number, of: Provision | None) -> Provision:
        """A subsection, paragraph or sub-paragraph: of what is named, of the amended provision, or of the clause itself."""
        steps = (*([number.number] if number.number else []), *number.brackets)
        if of and len(of.steps) > 1:
            return self._checked(Provision("/".join((of.id, *_middle(of, number), *steps))))
        base = (self._near_base() or self._reader.base_of(self._item)) if self._reader.amends else None
        if base:
            outer = _outside(base, kind, steps)
            return self._checked(Provision("/".join((outer.id, *_middle(outer, number), *steps))))
        if self._reader.amends and changes(self._item):
            raise Unresolved("it is of the enactment that is changed here, and which unit of that is not said")
        own = self._reader.clause.provision
        if own is None:
            raise Unresolved("the provision that it stands in has no number")
        if number.number:
            if own.steps[1] != "schedule":
                raise Unresolved(f"nothing says whose {kind} it is")
            return self._checked(Provision("/".join((*own.steps[:-1], *steps))))
        return self._nearest(own, steps)

    def _near_base(self) -> Provision | None:
        """What the same words named before, where a change is made to it or it is of another enactment."""
        if self.near and (self.near.source_id != self._reader.source_id or changes(self._item)):
            return self.near
        return None

    def _nearest(self, own: Provision, steps: tuple[str, ...]) -> Provision:
        """The closest list around the item that holds such a mark."""
        around = self._item.steps if not steps[0][0].isdigit() else ()
        for depth in range(len(around), -1, -1):
            there = Provision("/".join((own.id, *around[:depth], *steps)))
            if self._reader.outline.holds(there):
                return there
        raise Unresolved(f"there is no ({')('.join(steps)}) in {own.label}")

    def _checked(self, target: Provision) -> Provision:
        if self._ours(target) and not self._reader.outline.holds(target):
            raise Unresolved(f"the text at hand has no {target.label}")
        return target

    def _ours(self, target: Provision) -> bool:
        return target.source_id == self._reader.source_id


def _is_year(run: Run) -> bool:
    """ "Regulations 2021" is the end of a title."""
    return run.kind in CLAUSES and len(run.numbers[0].number) == 4 and run.numbers[0].number.isdigit()


def _middle(base: Provision, number: Number) -> tuple[str, ...]:
    """The word that stands between a Schedule and the number of its paragraph."""
    return ("paragraph",) if base.division == "schedule" and number.number else ()


def _outside(base: Provision, kind: str, steps: tuple[str, ...]) -> Provision:
    """Of the amended provision, so much as a unit of this kind stands in: a subsection in the section itself."""
    return base.clause if kind == "subsection" or steps[0][0].isdigit() else base
