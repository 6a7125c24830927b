"""Showing one source: what is known of it, what it holds and, for legislation, its tree of provisions."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Any

from corpus import register
from corpus.legislation import Currency
from corpus.matters import load as load_matters
from corpus.provisions import Provision
from corpus.sources import Source
from ingestion import shelf
from ingestion.home import Home
from ingestion.parsing import instrument_of
from ingestion.parsing.law.census import Census, census
from ingestion.parsing.law.definitions import define
from ingestion.parsing.law.instrument import Clause, Instrument, Matter
from ingestion.parsing.law.items import Item
from ingestion.parsing.law.references import resolve
from ingestion.parsing.text import read_text

_WIDTH = 96


def facts(source: Source, held: bool) -> dict[str, object]:
    """What is known of a source, in the order in which a person asks it."""
    return {
        "id": source.id,
        "title": source.title,
        "kind": source.kind.value,
        "publisher": source.publisher,
        "published": source.published,
        "in_force_from": source.in_force_from,
        "in_force_until": source.in_force_until,
        "draft": source.draft,
        "area": source.area,
        "language": source.language,
        "url": source.url,
        "superseded_by": source.superseded_by,
        "supersedes": list(register.load().supersedes(source.id)),
        "held": held,
    }


def instruments(home: Home, source_id: str) -> Iterator[Instrument]:
    """The texts of legislation that are on the shelf under this id, read: one for each language."""
    for document in shelf.documents(home.sources):
        if document.source.id == source_id:
            found = instrument_of(read_text(document.file), document.source, name=document.file.name)
            if found:
                resolve(found)
                define(found)
                yield found


def summary(counted: Census) -> str:
    return (
        f"{counted.clauses} clauses, {counted.subsections} subsections, {counted.paragraphs} lettered paragraphs, "
        f"{counted.terms} defined terms, {counted.amendments} amendments of other enactments, "
        f"{counted.references} cross-references ({counted.resolved} resolved, {counted.elsewhere} of them to other enactments)"
    )


def tree(instrument: Instrument) -> Iterator[str]:
    """A line for each division, clause and item, indented as they stand in each other."""
    above: tuple[str, ...] = ()
    for content in instrument.contents:
        if isinstance(content, Matter):
            yield content.label
            continue
        *divisions, heading = content.headings or ("",)
        for depth, division in enumerate(divisions):
            if above[: depth + 1] != tuple(divisions[: depth + 1]):
                yield f"{'  ' * depth}{division[:_WIDTH]}"
        above = tuple(divisions)
        yield from _clause(content, heading, len(divisions))


def _clause(clause: Clause, heading: str, depth: int) -> Iterator[str]:
    label = clause.provision.label if clause.provision else "(no number)"
    yield f"{'  ' * depth}{label}  {heading[:_WIDTH]}{_state(clause.currency)}".rstrip()
    for steps, members in groupby(clause.items, key=lambda item: item.steps):
        first, *rest = members
        indent = "  " * (depth + 1 + len(steps))
        mark = f"({steps[-1]}) " if steps and first.mark else ""
        state = _state(first.currency) if first.currency != clause.currency else ""
        yield f"{indent}{mark}{_short(first, _WIDTH - len(indent))}{state}"
        for item in rest:
            yield f"{indent}  {_short(item, _WIDTH - len(indent))}"


def _state(currency: Currency | None) -> str:
    return f"  [{currency.standing.value.replace('_', ' ')}]" if currency and currency.standing else ""


def _short(item: Item, width: int) -> str:
    text = item.whole.text
    return text if len(text) <= width else text[: max(20, width - 1)].rstrip() + "…"


def as_json(instrument: Instrument) -> dict[str, object]:
    counted = census(instrument)
    return {
        "language": instrument.language,
        "counts": {key: value for key, value in asdict(counted).items() if key != "unresolved"},
        "unresolved": [asdict(one) for one in counted.unresolved],
        "provisions": [_clause_json(clause) for clause in instrument.clauses],
    }


def _clause_json(clause: Clause) -> dict[str, object]:
    return {
        "id": clause.provision.id if clause.provision else None,
        "label": clause.provision.label if clause.provision else None,
        "headings": list(clause.headings),
        "standing": clause.currency.standing if clause.currency else None,
        "items": [_item_json(item, clause.provision) for item in clause.items],
    }


def _item_json(item: Item, provision: Provision | None) -> dict[str, object]:
    return {
        "id": "/".join((provision.id, *item.steps)) if provision else None,
        "text": item.whole.text,
        "force": item.force,
        "references": [
            {"words": one.words, "targets": [target.id for target in one.targets]} for one in item.found if one.targets
        ],
        "defines": [definition.term for definition in item.defines],
    }


def matters(language: str) -> list[dict[str, Any]]:
    """The matters on which dated documents disagree, in one language, with the claims in the order of their dates."""
    return [
        {
            "id": matter.id,
            "topic": matter.text(language),
            "position": matter.position(language),
            "provisions": [provision.id for provision in matter.provisions],
            "claims": [
                {
                    "date": claim.date,
                    "by": claim.by(language),
                    "says": claim.text(language),
                    "right": claim.right,
                }
                for claim in sorted(matter.claims, key=lambda claim: claim.date or "9999")
            ],
            "evidence": matter.evidence,
        }
        for matter in load_matters().by_id.values()
    ]


def told(matter: dict[str, Any], language: str) -> Iterator[str]:
    """One matter for a person to read: its topic, the claims, and what holds today."""
    verdicts = _VERDICTS[language]
    yield f"{matter['id']}  {matter['topic']}"
    for claim in matter["claims"]:
        verdict = verdicts.get(claim["right"], "")
        yield f"    {claim['date'] or '–':<11} {claim['by']}: {claim['says']}{verdict}"
    yield f"    → {matter['position']}"


_VERDICTS = {
    "en": {True: " [right today]", False: " [not so today]"},
    "cy": {True: " [cywir heddiw]", False: " [ddim felly heddiw]"},
}
