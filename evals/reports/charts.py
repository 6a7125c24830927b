"""Charts as SVG for a page: verdicts by slice, losses by step, calibration, latency.

Their colours are told apart by people who see few (Okabe and Ito, 2008), and what each shows is also a table of the page.
"""

import base64
import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from evals.losses import Step
from evals.measures.confidence import Bin, Point
from evals.scores import Score
from evals.verdicts import Verdict

COLOURS = {
    Verdict.RIGHT: "#009e73",
    Verdict.PARTIAL: "#f0e442",
    Verdict.REFUSED: "#b0b7bf",
    Verdict.WRONG: "#d55e00",
}
_BLUE, _GREY = "#0072b2", "#6b7280"
Say = Callable[[str], str]


def slices(scores: Mapping[str, Mapping[str, Score]], say: Say) -> str:
    """Stacked bars: the shares of the verdicts, slice by slice."""
    names = list(scores)[::-1]
    figure, axes = _figure(9, 0.32 * len(names) + 1)
    left = [0.0] * len(names)
    for verdict, colour in COLOURS.items():
        widths = [scores[name][verdict].value for name in names]
        axes.barh(names, widths, left=left, color=colour, label=say(verdict), height=0.72)
        left = [a + b for a, b in zip(left, widths, strict=True)]
    for at, name in enumerate(names):
        axes.text(1.01, at, str(scores[name][Verdict.RIGHT].topics), va="center", fontsize=9, color=_GREY)
    axes.set_xlim(0, 1)
    axes.xaxis.set_major_formatter(_percent())
    axes.legend(loc="lower left", bbox_to_anchor=(0, 1), ncols=4, frameon=False, fontsize=9)
    return _svg(figure)


def losses(counts: Mapping[Step, int], say: Say) -> str:
    """How many topics each step of the pipeline lost, in its order."""
    steps = [step for step in Step if counts.get(step)][::-1]
    figure, axes = _figure(7, 0.36 * len(steps) + 0.6)
    bars = axes.barh([say(f"step_{step}") for step in steps], [counts[step] for step in steps], color=_BLUE, height=0.7)
    axes.bar_label(bars, padding=3, fontsize=9)
    return _svg(figure)


def coverage(points: Sequence[Point], share: float, right: float, say: Say) -> str:
    """Of what is answered, how much is right and wrong, as more is answered; the shipped system stands on the line."""
    figure, axes = _figure(7, 3.4)
    axes.plot([p.answered for p in points], [p.right for p in points], color=COLOURS[Verdict.RIGHT], label=say("right"))
    axes.plot([p.answered for p in points], [p.wrong for p in points], color=COLOURS[Verdict.WRONG], label=say("wrong"))
    axes.axvline(share, color=_GREY, linestyle=":", linewidth=1)
    axes.plot([share], [right], marker="o", color="black", linestyle="none", label=say("operating_point"))
    _shares(axes, say("share_answered"), say("share_of_answers"))
    axes.legend(frameon=False, fontsize=9)
    return _svg(figure)


def reliability(bins: Sequence[Bin], say: Say) -> str:
    """Claimed support against what was right; a point below the diagonal claims too much. Its size is its answers."""
    figure, axes = _figure(4.6, 3.6)
    axes.plot([0, 1], [0, 1], color=_GREY, linestyle=":", linewidth=1)
    sizes = [12 + 3 * b.answers for b in bins]
    axes.scatter([b.support for b in bins], [b.right for b in bins], s=sizes, color=_BLUE, alpha=0.8)
    _shares(axes, say("support_claimed"), say("share_right"))
    return _svg(figure)


def latency(elapsed: Sequence[float], say: Say) -> str:
    """How many answers took how long."""
    figure, axes = _figure(7, 2.4)
    axes.hist(elapsed, bins=40, color=_BLUE)
    axes.set_xlabel(say("milliseconds"))
    axes.set_ylabel(say("answers"))
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots()
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=9)
    return figure, axes


def _shares(axes: Any, x: str, y: str) -> None:
    axes.set_xlim(0, 1.02)
    axes.set_ylim(0, 1.02)
    axes.xaxis.set_major_formatter(_percent())
    axes.yaxis.set_major_formatter(_percent())
    axes.set_xlabel(x)
    axes.set_ylabel(y)


def _percent() -> Any:
    from matplotlib.ticker import PercentFormatter

    return PercentFormatter(xmax=1, decimals=0)


def _svg(figure: Any) -> str:
    """The drawing as an address that holds it: nothing of its style or ids touches the page, and the page stands alone."""
    import matplotlib as mpl

    out = io.BytesIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "aln", "font.family": "sans-serif"}):
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return "data:image/svg+xml;base64," + base64.b64encode(out.getvalue()).decode()
