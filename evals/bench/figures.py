"""What the benchmark measures, and how it is printed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any


def percentile(values: Sequence[float], percent: int) -> float:
    import numpy as np

    return round(float(np.percentile(values, percent)), 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Latency:
    """Milliseconds."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, elapsed_ms: Sequence[float]) -> "Latency":
        return cls(**{f"p{percent}": percentile(elapsed_ms, percent) for percent in (50, 95, 99)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """A service asked by several clients at once. ``failed``: replies that were no answer."""

    clients: int
    questions: int
    failed: int
    per_second: float
    latency: Latency


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Retrieval of one system on our topics, at equal characters returned, and its speed.

    ``facts_1000`` and ``facts_4000`` are the shares of topics all of whose vital facts stand within so many characters.
    """

    ndcg_10: float
    rr_10: float
    facts_1000: float
    facts_4000: float
    index_s: float
    query: Latency


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """At one size. Ingest starts from nothing with the model loaded and no vector cached; ``memory_mib`` is the service's."""

    scale: int
    passages: int
    texts: int
    ingest_s: float
    passages_per_s: float
    texts_per_s: float
    again_s: float
    index_mib: float
    warm: Latency
    steps_p50_ms: dict[str, float]
    cold_ask_s: float
    memory_mib: float
    load: tuple[Load, ...] = ()
    ours: Quality | None = None
    tutorial: Quality | None = field(default=None)

    @property
    def ratios(self) -> dict[str, float]:
        """Ours over the tutorial chain's, figure by figure; empty where they were not compared."""
        if not (self.ours and self.tutorial):
            return {}
        a, b = _flat(asdict(self.ours)), _flat(asdict(self.tutorial))
        return {name: round(a[name] / b[name], 2) for name in a if b[name]}


def printed(figures: Sequence[Figures]) -> str:
    """One column a size; then what is compared, side by side, with ratios."""
    columns = [_rows(each) for each in figures]
    lines = [f"{name:<24}" + "".join(f"{column.get(name, '–'):>14}" for column in columns) for name in columns[0]]
    return "\n".join([*lines, *(line for each in figures for line in _compared(each))])


def _rows(figures: Figures) -> dict[str, Any]:
    table = asdict(figures)
    rows = {
        "scale": f"{figures.scale}×",
        **{k: v for k, v in table.items() if isinstance(v, (int, float)) and k != "scale"},
    }
    rows |= {f"warm_{name}_ms": value for name, value in table["warm"].items()}
    rows |= {f"{step}_p50_ms": value for step, value in figures.steps_p50_ms.items()}
    for load in figures.load:
        rows[f"{load.clients} clients: answers/s"] = load.per_second
        rows[f"{load.clients} clients: p95_ms"] = load.latency.p95
        rows[f"{load.clients} clients: failed"] = load.failed
    return rows


def _compared(figures: Figures) -> list[str]:
    if not (figures.ours and figures.tutorial):
        return []
    ours, theirs = _flat(asdict(figures.ours)), _flat(asdict(figures.tutorial))
    head = f"\n{f'{figures.scale}×: retrieval':<24}{'ours':>14}{'tutorial chain':>16}{'ratio':>9}"
    ratios = figures.ratios
    return [head, *(f"{name:<24}{ours[name]:>14}{theirs[name]:>16}{ratios.get(name, '–'):>9}" for name in ours)]


def _flat(table: dict[str, Any]) -> dict[str, float]:
    query = table.pop("query")
    return {**table, **{f"query_{name}_ms": value for name, value in query.items()}}
