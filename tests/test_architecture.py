"""The packages import one way, and each library's name stays in the modules that talk to it."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "corpus": {"corpus"},
    "ingestion": {"corpus", "ingestion"},
    "assistant": {"corpus", "ingestion", "assistant"},
    "bots": {"corpus", "assistant", "bots"},
    "evals": {"corpus", "ingestion", "assistant", "evals"},
}
INDEX_ONLY = {"index", "candidates", "embedding", "errors", "home", "settings", "terminal"}
KEPT_TO = {
    "chromadb": {"ingestion/chroma.py"},
    "lxml": {"ingestion/parsing/law"},
    "langchain": {"evals/judge.py"},
    "langchain_core": {"evals/bench/tutorial.py"},
    "langchain_chroma": {"evals/bench/tutorial.py"},
    "langchain_text_splitters": {"ingestion/parsing/splitting.py", "evals/bench/tutorial.py"},
    "fastapi": {"assistant/http"},
    "starlette": {"assistant/http"},
    "bm25s": {"ingestion/sparse.py"},
    "sentence_transformers": {"ingestion/embedding.py"},
    "torch": {"ingestion/embedding.py", "ingestion/onnx_export.py"},
    "onnx": {"ingestion/onnx_export.py"},
    "onnxruntime": {"ingestion/onnx_export.py"},
    "tokenizers": {"ingestion/onnx_export.py"},
    "phonenumbers": {"assistant/redaction/phones.py"},
    "matplotlib": {"evals/reports/charts.py"},
    "jinja2": {"evals/reports/page.py"},
    "junitparser": {"evals/reports/junit.py"},
    "httpx": {"evals/answerers.py", "evals/bench/clients.py", "ingestion/fetching.py"},
    "ir_measures": {"evals/measures/retrieval.py"},
    "yaml": {"evals/expected.py"},
}


def imports(source: str) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def violations(place: str, source: str) -> list[str]:
    """What a module at ``place`` (its path from the root) imports and may not."""
    package = place.split("/")[0]
    return [name for name in sorted(imports(source)) if _wrong(place, package, name.split("."))]


def _wrong(place: str, package: str, name: list[str]) -> bool:
    ours = name[0] in MAY_IMPORT
    if ours and name[0] not in MAY_IMPORT[package]:
        return True
    if package == "corpus" and not ours and name[0] not in sys.stdlib_module_names:
        return True
    if package == "assistant" and name[0] == "ingestion" and name[1] not in INDEX_ONLY:
        return True
    return name[0] in KEPT_TO and not any(place.startswith(home) for home in KEPT_TO[name[0]])


def modules() -> Iterator[Path]:
    for package in MAY_IMPORT:
        yield from (ROOT / package).rglob("*.py")


def test_every_module_imports_only_what_its_package_may() -> None:
    found = {
        str(m.relative_to(ROOT)): violations(m.relative_to(ROOT).as_posix(), m.read_text("utf-8")) for m in modules()
    }
    assert len(found) > 40
    assert {place: names for place, names in found.items() if names} == {}


def test_an_import_upwards_is_found() -> None:
    assert violations("corpus/notes.py", "from ingestion.index import Index") == ["ingestion.index.Index"]
    assert violations("ingestion/x.py", "import assistant.pipeline") == ["assistant.pipeline"]
    assert violations("evals/x.py", "from bots import slack") == ["bots.slack"]


def test_a_library_in_the_corpus_is_found() -> None:
    assert violations("corpus/x.py", "import numpy") == ["numpy"]
    assert violations("corpus/x.py", "import json") == []


def test_the_assistant_reaches_ingestion_only_through_its_index() -> None:
    assert violations("assistant/x.py", "from ingestion.snapshot import build") == ["ingestion.snapshot.build"]
    assert violations("assistant/x.py", "from ingestion.index import Index") == []


def test_a_framework_outside_its_modules_is_found() -> None:
    assert violations("assistant/pipeline.py", "def f():\n    import chromadb") == ["chromadb"]
    assert violations("assistant/pipeline.py", "from fastapi import FastAPI") == ["fastapi.FastAPI"]
    assert violations("ingestion/index.py", "import langchain_text_splitters") == ["langchain_text_splitters"]
