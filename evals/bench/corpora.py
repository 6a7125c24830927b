"""Synthetic corpora: made-up local documents beside the shipped notes, to see what a larger collection costs.

The same seed makes the same documents. They speak the field's words, say nothing true, and never leave the benchmark.
"""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from corpus import notes

SEED = 2018
PARAGRAPHS = 50
_PLACES = "Bryn Coed|Glan Afon|Pen Rhos|Llan Wen|Tre Felin|Maes Glas|Cwm Derw|Porth Eirin|Nant Aur|Dol Werdd".split("|")
_BODIES = (
    "The council|The panel|Each cluster of schools|The inclusion team|The college partnership|The early years forum"
)
_VERBS = "reviews|records|plans|publishes|funds|monitors|discusses|co-ordinates|reports on|agrees"
_THINGS = (
    "places in specialist teaching facilities|individual development plans written in Welsh|training for learning support"
    " workers|transport to out-of-county placements|referrals to the sensory service|transition meetings for Year 9|"
    "advice for parents and carers|the budget for additional learning provision|disagreements settled without an appeal|"
    "post-16 pathways|speech and language sessions|data on attendance|accessibility of buildings|digital plan templates"
)
_WHEN = (
    "every half term|before the end of May|twice a year|at the autumn meeting|within the cluster|each financial year"
)
_WHY = (
    "so that schools know what to expect|because demand has grown|to keep journeys short|as parents had asked|"
    "following last year's survey|while the pilot runs"
)


def documents(scale: int, folder: Path) -> list[Path]:
    """Files that together with the notes make ``scale`` times as many passages as the notes alone."""
    wanted = (scale - 1) * sum(note.language == "en" for note in notes.load())
    written = []
    for number in range(-(-wanted // PARAGRAPHS)):
        path = folder / f"local-report-{number:04d}.md"
        count = min(PARAGRAPHS, wanted - number * PARAGRAPHS)
        path.write_text("\n\n".join(_document(number, count)) + "\n", "utf-8")
        written.append(path)
    return written


def _document(number: int, paragraphs: int) -> Iterator[str]:
    random = Random(f"{SEED}:{number}")
    place = random.choice(_PLACES)
    yield f"# {place} additional learning needs report {number}"
    for at in range(1, paragraphs + 1):
        yield f"## {at}. {random.choice(_THINGS.split('|')).capitalize()}"
        yield " ".join(_sentence(place, random) for _ in range(random.randint(3, 5)))


def _sentence(place: str, random: Random) -> str:
    body, verb, thing, when, why = (random.choice(part.split("|")) for part in (_BODIES, _VERBS, _THINGS, _WHEN, _WHY))
    return f"{body} of {place} {verb} {random.randint(2, 90)} {thing} {when}, {why}."
