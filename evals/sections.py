"""Is every section of the Act found: by its number, by its heading, and by a paraphrase that was written without looking."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.questions import Question
from assistant.retrieval import Retriever
from corpus.provisions import ACT, Provision
from corpus.sources import Kind
from ingestion.index import Index

PARAPHRASES = Path(__file__).parent / "data" / "sections.jsonl"
DEEP = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The rank of each section, counted in sections and sources and not in passages; None below the tenth."""

    by: str
    among: str
    ranks: dict[str, int | None]

    @property
    def printed(self) -> str:
        ranks = [rank for rank in self.ranks.values() if rank]
        within = " ".join(f"{sum(rank <= depth for rank in ranks):>5}" for depth in (1, 5, DEEP))
        missing = [section for section, rank in self.ranks.items() if rank is None]
        return f"{self.by:<11} {self.among:<8} {len(self.ranks):>8} {within}   {' '.join(missing[:20])}".rstrip()


HEADER = f"{'by':<11} {'among':<8} {'sections':>8} {'first':>5} {'in 5':>5} {'in 10':>5}   not found"


def found(retriever: Retriever) -> list[Found]:
    """Each way of asking for a section, among all that is held and among the Act alone."""
    headings = _headings(retriever.index)
    lines = (json.loads(line) for line in PARAPHRASES.read_text("utf-8").splitlines())
    paraphrases = {line["section"]: line["paraphrase"] for line in lines}
    queries = {
        "number": {section: f"section {section}" for section in headings},
        "heading": headings,
        "paraphrase": {section: paraphrases[section] for section in headings},
    }
    scopes = {"all": None, "the Act": frozenset({Kind.ACT})}
    return [
        Found(by=by, among=among, ranks={s: _rank(retriever, text, s, kinds) for s, text in asked.items()})
        for by, asked in queries.items()
        for among, kinds in scopes.items()
    ]


def _headings(index: Index) -> dict[str, str]:
    """The heading of each section of the Act that the index holds, in the order of the Act."""
    found = dict[str, str]()
    for passage in index.passages():
        if passage.source_id == ACT and passage.provision and passage.provision.steps[1] == "section":
            found.setdefault(passage.provision.steps[2], passage.headings[-1])
    return found


def _rank(retriever: Retriever, text: str, section: str, kinds: frozenset[Kind] | None) -> int | None:
    ranked = retriever.retrieve(Question(text=text, lang="en", kinds=kinds)).ranked
    units = list(dict.fromkeys(_whole(r.candidate.passage.id, r.candidate.passage.provision) for r in ranked))
    wanted = f"{ACT}/section/{section}"
    return next((rank for rank, unit in enumerate(units[:DEEP], start=1) if unit == wanted), None)


def _whole(passage_id: str, provision: Provision | None) -> str:
    return provision.clause.id if provision else passage_id


def printed(rows: Sequence[Found]) -> str:
    return "\n".join([HEADER, *(row.printed for row in rows)])
