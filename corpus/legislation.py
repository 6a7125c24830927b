"""What a text of legislation says of its own provisions: where they point, what they define, whether they are in force."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.provisions import Provision
from corpus.spans import Span


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that point at other provisions, of the same instrument or of another."""

    span: Span
    targets: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class Definition:
    """A term with a meaning of its own, in all of the instrument, or ``within`` some of its units only."""

    term: str
    within: tuple[Provision, ...] = ()

    def covers(self, places: Iterable[Provision]) -> bool:
        """Whether the term has its meaning in a unit; ``places`` are that unit and the divisions in which it stands."""
        return not self.within or any(unit.contains(place) for unit in self.within for place in places)


class Standing(StrEnum):
    """Why a provision is not in force, in the publisher's words; ``NOT_VALID`` where it gives no reason."""

    PROSPECTIVE = "prospective"
    REPEALED = "repealed"
    DISCARDED = "discarded"
    NOT_VALID = "not_valid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Currency:
    """Which version of a provision this is. Dates are ISO 8601.

    ``version_from`` and ``version_until`` bound this version of the text; neither is a commencement date.
    ``standing`` is None for a provision that the publisher shows as in force.
    """

    extent: str | None = None
    version_from: str | None = None
    version_until: str | None = None
    standing: Standing | None = None
