import pytest

from assistant.answers import Concern, Status
from assistant.wire import AnswerJson
from evals.losses import Step, lost_at, place
from evals.topics import Nugget, Topic
from evals.verdicts import judge
from tests.evals.samples import DAYS, PASSAGE, answer, outcome, topic

REFUSAL = answer(status=Status.UNSUPPORTED)
OTHER = Nugget(says="12 weeks", forms=("12 weeks",))
FOUND = {"T1": {PASSAGE.id: 2}}
FAR = tuple(f"note/{i}" for i in range(10))


@pytest.mark.parametrize(
    ("asked", "given", "ranking", "qrels", "step"),
    [
        (topic(), answer(), (PASSAGE.id,), FOUND, None),
        (topic(), REFUSAL, FAR, {}, Step.CORPUS),
        (topic(), answer(status=Status.ERROR), (), FOUND, Step.FAILURE),
        (topic(), answer(status=Status.OUT_OF_SCOPE), (), FOUND, Step.SCREEN),
        (topic(lang="cy"), REFUSAL, (), FOUND, Step.SCREEN),
        (topic(), REFUSAL, FAR, FOUND, Step.RETRIEVE),
        (topic(), REFUSAL, (*FAR[:3], PASSAGE.id), FOUND, Step.RANK),
        (topic(), REFUSAL, (PASSAGE.id,), FOUND, Step.WEIGH),
        (topic(nuggets=(DAYS, OTHER)), answer(), (PASSAGE.id,), FOUND, Step.COMPOSE),
        (topic(), answer(status=Status.UNSUPPORTED, dropped=4), (PASSAGE.id,), FOUND, Step.VERIFY),
        (topic(warnings=(Concern.LOCAL,)), answer(), (PASSAGE.id,), FOUND, Step.WARN),
        (topic(status=Status.UNSUPPORTED), answer(), (PASSAGE.id,), {}, Step.WEIGH),
    ],
)
def test_a_topic_is_lost_at_the_first_step_that_went_astray(
    asked: Topic,
    given: AnswerJson,
    ranking: tuple[str, ...],
    qrels: dict[str, dict[str, int]],
    step: Step,
) -> None:
    assert lost_at(judge(asked, outcome(given, ranking=ranking)), qrels) is step


def test_the_place_is_that_of_the_first_passage_that_answers() -> None:
    judged = judge(topic(), outcome(ranking=("note/x", PASSAGE.id)))
    assert place(judged, FOUND) == 2
    assert place(judged, {}) is None
    assert place(judged, {"T1": {"note/x": 1, PASSAGE.id: 2}}) == 2
