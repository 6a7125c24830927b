from assistant import fusion
from corpus import notes
from ingestion.candidates import Candidate

PASSAGES = [note.passage for note in notes.load()[:3]]


def candidate(at: int, dense: float, sparse: float, best: float) -> Candidate:
    return Candidate(
        passage=PASSAGES[at], dense=dense, sparse=sparse, best=best, cosine=0.5, units=(0.5,), asked=(0.0,)
    )


CANDIDATES = [candidate(0, 3.0, 0.0, 1.0), candidate(1, 2.0, 5.0, 1.0), candidate(2, 1.0, 4.0, 2.5)]


def best(scores: list[float]) -> int:
    return max(range(len(scores)), key=scores.__getitem__)


def test_each_arm_alone_follows_its_own_scores() -> None:
    assert best(fusion.dense_only(CANDIDATES)) == 0
    assert best(fusion.sparse_only(CANDIDATES)) == 1


def test_the_sum_adds_both_arms_and_the_best_part() -> None:
    assert fusion.standardised_sum(CANDIDATES) == [4.0, 8.0, 7.5]


def test_reciprocal_rank_fusion_rewards_a_good_place_in_both_arms() -> None:
    scores = fusion.reciprocal_rank(CANDIDATES)
    assert best(scores) == 1
    assert scores[0] == 1 / 61 + 1 / 63
