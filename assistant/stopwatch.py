"""Where the time of an answer goes, step by step."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter


class Stopwatch:
    """Milliseconds since it was made, and of each step that it was told of."""

    def __init__(self) -> None:
        self._started = perf_counter()
        self.steps: dict[str, float] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        started = perf_counter()
        try:
            yield
        finally:
            self.steps[name] = self.steps.get(name, 0.0) + (perf_counter() - started) * 1000

    @property
    def elapsed_ms(self) -> float:
        return (perf_counter() - self._started) * 1000
