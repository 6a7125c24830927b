"""A run as JUnit XML: a test a topic, a suite a slice, as build servers show them.

A topic fails when its verdict is worse than the one that is kept in ``expected.yaml``, or wrong with none kept; one that
is not right but no worse than kept is skipped, with what is known of it.
"""

from evals.evaluation import Evaluated
from evals.expected import Expected
from evals.verdicts import Judged, Verdict


def rendered(evaluated: Evaluated, expected: Expected | None) -> str:
    from junitparser import Failure, JUnitXml, Skipped, TestCase, TestSuite

    document = JUnitXml(evaluated.run.name)
    for name, ids in evaluated.judgements.slices.items():
        suite = TestSuite(name)
        for id_ in ids:
            judged = evaluated.judgements.by_id[id_]
            case = TestCase(
                f"{id_} {judged.topic.question[:80]}", f"evals.{name}", judged.answer.receipt.elapsed_ms / 1000
            )
            kept = expected.verdict(id_) if expected else None
            if worse(judged, kept):
                case.result = [Failure(f"{judged.verdict}, expected {kept or 'right'}: {'; '.join(judged.reasons)}")]
            elif judged.verdict is not Verdict.RIGHT:
                case.result = [Skipped(f"known: {judged.verdict}: {'; '.join(judged.reasons)}")]
            suite.add_testcase(case)
        document.add_testsuite(suite)
    return str(document.tostring().decode())


def worse(judged: Judged, kept: Verdict | None) -> bool:
    order = list(Verdict)
    return order.index(judged.verdict) > order.index(kept or Verdict.RIGHT)
