"""Clients: a real service on loopback, asked by several at once, and what memory it takes."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from socket import socket
from time import perf_counter, sleep

from evals.bench.figures import Latency, Load
from evals.errors import EvaluationError
from ingestion.home import Home

START_S = 60
CLIENTS = (1, 2, 4, 8, 16)


@dataclass(frozen=True, slots=True)
class Running:
    """A service in a process of its own."""

    url: str
    pid: int

    @property
    def memory_mib(self) -> float:
        import psutil

        return round(psutil.Process(self.pid).memory_info().rss / 2**20, 0)


@contextmanager
def running(home: Home) -> Iterator[Running]:
    """`aln serve` over ``home``, ready for questions. Raises EvaluationError when it does not come up."""
    with closing(socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "ALN_HOME": str(home.root)}
    command = [sys.executable, "-m", "assistant", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, process)
            yield Running(url, process.pid)
        finally:
            process.terminate()


def _wait(url: str, process: "subprocess.Popen[bytes]") -> None:
    """Until a first question is answered: the model is loaded by then."""
    import httpx

    end = perf_counter() + START_S
    while perf_counter() < end and process.poll() is None:
        try:
            if httpx.post(f"{url}/v1/answer", json={"question": "What is an IDP?"}, timeout=START_S).is_success:
                return
        except httpx.HTTPError:
            pass
        sleep(0.2)
    raise EvaluationError(f"the service did not come up within {START_S} s")


def load(url: str, questions: Sequence[str], clients: int) -> Load:
    """Every question once, spread over the clients."""
    started = perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        parts = list(pool.map(lambda at: _client(url, questions[at::clients]), range(clients)))
    elapsed = perf_counter() - started
    times = [ms for its, _ in parts for ms in its]
    failed = sum(failures for _, failures in parts)
    return Load(
        clients=clients,
        questions=len(questions),
        failed=failed,
        per_second=round((len(questions) - failed) / elapsed, 1),
        latency=Latency.of(times or [0.0]),
    )


def _client(url: str, questions: Sequence[str]) -> tuple[list[float], int]:
    import httpx

    times, failed = list[float](), 0
    with httpx.Client(base_url=url, timeout=START_S) as client:
        for question in questions:
            started = perf_counter()
            try:
                client.post("/v1/answer", json={"question": question}).raise_for_status()
                times.append((perf_counter() - started) * 1000)
            except httpx.HTTPError:
                failed += 1
    return times, failed
