"""The originals, read once."""

import os
from pathlib import Path

import pytest

from ingestion.checking import texts
from ingestion.checking.texts import Texts
from ingestion.home import Home


@pytest.fixture(scope="session")
def originals_read() -> Texts:
    folder = Path(os.environ["ALN_ORIGINALS"])
    return texts.at_hand(folder, Home(folder))
