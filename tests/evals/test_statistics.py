import numpy as np
import pytest

from evals.statistics import difference, interval


def mean(values: np.ndarray) -> float:  # type: ignore[type-arg]
    return float(values.mean())


def test_an_interval_holds_the_mean_and_narrows_with_more_topics() -> None:
    few, many = np.asarray([0.0, 1.0] * 10), np.asarray([0.0, 1.0] * 200)
    (low, high), (closer_low, closer_high) = interval(few, mean), interval(many, mean)
    assert low < 0.5 < high
    assert closer_high - closer_low < high - low


def test_an_interval_is_the_same_each_time() -> None:
    values = np.linspace(0, 1, 50)
    assert interval(values, mean) == interval(values, mean)


def test_where_all_are_right_the_interval_is_exact_and_not_a_point() -> None:
    low, high = interval(np.ones(34), mean)
    assert (round(low, 3), high) == (0.897, 1.0)
    assert all(np.isnan(interval(np.asarray([]), mean)))


def test_a_difference_counts_the_topics_that_changed_and_how_likely_chance_is() -> None:
    before = {f"T{i}": float(i % 4 > 0) for i in range(40)}
    found = difference(before, dict.fromkeys(before, 1.0), more_is_better=True)
    assert found is not None
    assert (found.topics, found.better, found.worse) == (40, 10, 0)
    assert found.p == pytest.approx(2 / 2**10, abs=1e-3)


def test_where_less_is_better_a_fall_is_better() -> None:
    found = difference({"T1": 1.0, "T2": 1.0}, {"T1": 0.0, "T2": 1.0}, more_is_better=False)
    assert found is not None
    assert (found.better, found.worse) == (1, 0)


def test_runs_without_a_common_topic_are_not_compared_and_equal_ones_do_not_differ() -> None:
    assert difference({"T1": 1.0}, {"T2": 1.0}, more_is_better=True) is None
    same = difference({"T1": 1.0}, {"T1": 1.0}, more_is_better=True)
    assert same is not None
    assert same.p == 1.0
