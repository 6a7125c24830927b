from assistant import threads
from assistant.threads import Threads, joined

FIRST = "How long does a maintained school have to decide whether a pupil has ALN?"


def told(*texts: str) -> str:
    kept = Threads()
    read = ""
    for text in texts:
        read = kept.read("t", text)
        kept.keep("t", read)
    return read


def test_a_follow_up_asks_the_same_of_another_body() -> None:
    assert told(FIRST, "and for an FEI?").startswith("How long does an FEI have to decide")


def test_a_follow_up_is_read_with_what_was_asked_before() -> None:
    read = told(FIRST, "what if the parent disagrees?")
    assert FIRST in read
    assert "parent disagrees" in read


def test_a_question_that_stands_alone_is_read_alone() -> None:
    other = "Which documents must the local authority send to the Education Tribunal for Wales before a hearing?"
    assert told(FIRST, other) == other


def test_another_thread_is_not_read_with_it() -> None:
    kept = Threads()
    kept.keep("one", FIRST)
    assert kept.read("two", "and for an FEI?") == "and for an FEI?"


def test_the_oldest_threads_are_forgotten() -> None:
    kept = Threads()
    for number in range(threads.KEPT + 1):
        kept.keep(str(number), FIRST)
    assert kept.read("0", "and for an FEI?") == "and for an FEI?"
    assert kept.read("1", "and for an FEI?") != "and for an FEI?"


def test_two_bodies_in_the_earlier_question_are_left_as_they_are() -> None:
    both = "When may a school refer a case to the local authority?"
    assert joined(both, "and a college?") == f"{both} and a college?"
