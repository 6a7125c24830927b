"""A run as JUnit XML: a test a topic, a suite a slice, as build servers show them.

A topic fails when its verdict is worse than the one that is kept in ``expected.yaml``, or wrong with none kept; one that
is not right but no worse than kept is skipped, with what is known of it.
"""

import re

from evals.evaluation import Evaluated
from evals.expected import Expected
from evals.verdicts import Judged, Verdict

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def rendered(evaluated: Evaluated, expected: Expected | None) -> str:
    from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

    document = JUnitXml(evaluated.run.name)
    for name, ids in evaluated.judgements.slices.items():
        suite = TestSuite(name)
        for id_ in ids:
            judged = evaluated.judgements.by_id[id_]
            case = TestCase(
                _legal(f"{id_} {judged.topic.question[:80]}"), f"evals.{name}", judged.answer.receipt.elapsed_ms / 1000
            )
            kept = expected.verdict(id_) if expected else None
            if worse(judged, kept):
                case.result = [
                    Failure(_legal(f"{judged.verdict}, expected {kept or 'right'}: {'; '.join(judged.reasons)}"))
                ]
            elif judged.verdict is not Verdict.RIGHT:
                case.result = [Skipped(_legal(f"known: {judged.verdict}: {'; '.join(judged.reasons)}"))]
            suite.add_testcase(case)
        document.add_testsuite(suite)
    return str(document.tostring().decode())


def _legal(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def worse(judged: Judged, kept: Verdict | None) -> bool:
    """Worse than kept; with none kept, wrong."""
    return judged.verdict.worse_than(kept) if kept else judged.verdict is Verdict.WRONG
