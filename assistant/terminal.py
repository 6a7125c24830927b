"""An answer on a terminal: its sentences with numbered citations, the quotes that they stand on, and links."""

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding

from assistant.answers import Answer, Citation
from assistant.wire_passages import SearchJson
from assistant.wording import duty
from corpus import register
from corpus.provisions import CODE, Provision

_SHOWN = 320
_TEXTS = {
    "sources": ("Sources", "Ffynonellau"),
    "secondary": ("known only as others cite it", "yn hysbys dim ond fel y mae eraill yn ei ddyfynnu"),
    "rests_on": ("rests on", "yn seiliedig ar"),
    "superseded": ("superseded by", "disodlwyd gan"),
    "note": ("Note", "Sylwer"),
    "advice": ("Not legal advice. Corpus {version}.", "Nid cyngor cyfreithiol. Corpws {version}."),
    "read_at": ("Law read as at {date}.", "Darllenwyd y gyfraith fel yr oedd ar {date}."),
}


def show(answer: Answer) -> None:
    """Print the answer for a person."""
    console = Console(highlight=False)
    say = _Sayer(answer.language)
    if answer.sentences:
        for sentence in answer.sentences:
            marks = "".join(f"[{number}]" for number in sentence.citations)
            who = ", ".join(
                filter(None, [answer.place(sentence), duty(sentence.force, sentence.bearer, answer.language)])
            )
            console.print(
                f"{escape(sentence.text)} [bold cyan]{escape(marks)}[/]" + (f" [dim]({who})[/]" if who else "")
            )
    else:
        console.print(escape(answer.text))
    for choice in answer.choices:
        console.print(f"  • {escape(choice)}")
    for warning in answer.warnings:
        console.print(f"[yellow]{say('note')}: {escape(warning.text)}[/]")
    if answer.citations:
        console.print(f"\n[bold]{say('sources')}[/]")
        for citation in answer.citations:
            _show_citation(console, citation, say)
    dates = sorted({c.passage.as_at or "" for c in answer.citations} - {""})
    read_at = say("read_at", date=dates[0]) + " " if dates else ""
    console.print(f"\n[dim]{read_at}{say('advice', version=answer.receipt.corpus_version)}[/]")


def _show_citation(console: Console, citation: Citation, say: "_Sayer") -> None:
    title = citation.source.title
    label = citation.passage.label
    console.print(f"[bold cyan]{escape(f'[{citation.number}]')}[/] {escape(title)}: {escape(label)}")
    console.print(Padding(f"“{escape(citation.quote)}”", (0, 0, 0, 4)), style="dim")
    rests = ", ".join(_named(p) for p in citation.provisions if p.id != citation.passage.id)
    facts = [f"{say('rests_on')} {rests}"] if rests else []
    facts += [say("secondary")] if citation.read == "secondary" else []
    facts += [f"{say('superseded')} {citation.superseded_by}"] if citation.superseded_by else []
    facts += [citation.url] if citation.url else []
    for fact in facts:
        console.print(Padding(escape(fact), (0, 0, 0, 4)))


def _named(provision: Provision) -> str:
    """A unit of legislation or of the Code by its label; another document's, or a whole one, with its title."""
    if provision.label and (provision.url or provision.source_id == CODE):
        return provision.label
    entry = register.load().entries.get(provision.source_id)
    return " ".join(filter(None, [entry.source.title if entry else provision.source_id, provision.label]))


def show_hits(found: SearchJson) -> None:
    """Print a ranking for a person, a passage a line with the beginning of its text."""
    console = Console(highlight=False)
    for hit in found.hits:
        label = Provision(hit.provision).label if hit.provision else hit.label
        console.print(
            f"[bold cyan]{hit.rank:>3}[/] {hit.score:7.2f}  [bold]{escape(hit.provision or hit.passage_id)}[/]  {escape(label)}"
        )
        beginning = " ".join(hit.quote.split())
        console.print(
            Padding(escape(beginning[:_SHOWN] + ("…" if len(beginning) > _SHOWN else "")), (0, 0, 0, 13)), style="dim"
        )


class _Sayer:
    def __init__(self, language: str) -> None:
        self._at = 1 if language == "cy" else 0

    def __call__(self, key: str, **values: object) -> str:
        return _TEXTS[key][self._at].format(**values)
