import shutil
from pathlib import Path

import pytest

from assistant.live import Live
from assistant.settings import Settings
from ingestion.describing import Description
from ingestion.embedding import SentenceTransformerEmbedder
from ingestion.errors import IndexMissing
from ingestion.home import Home
from ingestion.ingest import add, build


def settings(root: Path) -> Settings:
    return Settings(ALN_HOME=root)  # type: ignore[call-arg]


def test_the_same_pipeline_serves_until_an_ingest_flips_the_pointer(real_home: Home, tmp_path: Path) -> None:
    home = Home(shutil.copytree(real_home.root, tmp_path / "home"))
    document = tmp_path / "plan.txt"
    document.write_text("1. Plan\n\n1.1 The cluster meets each half term.\n", "utf-8")
    live = Live(settings(home.root))
    with live.pipeline() as first, live.pipeline() as second:
        assert first is second
        add(home, document, Description())
        build(home, SentenceTransformerEmbedder(), lambda phase, done, total: None)
        with live.pipeline() as third:
            assert third is not first
        assert first.retriever.index.passages()
    live.close()


def test_there_is_no_pipeline_without_an_index(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing), Live(settings(tmp_path)).pipeline():
        pass
