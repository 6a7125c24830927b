"""Settings that making and reading an index needs, read once from ``ALN_…`` environment variables."""

from pathlib import Path
from typing import Self

import platformdirs
from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingestion.embedding import BUNDLED, Embedder, SentenceTransformerEmbedder
from ingestion.errors import IngestionError
from ingestion.home import Home


def _user_data() -> Path:
    return Path(platformdirs.user_data_dir("aln-assistant"))


class IndexSettings(BaseSettings):
    """Where data lives, the model that embeds it, and where legislation comes from. Every setting is documented in ``.env.example``."""

    model_config = SettingsConfigDict(env_prefix="ALN_", env_ignore_empty=True, frozen=True)

    home_folder: Path = Field(default_factory=_user_data, validation_alias="ALN_HOME")
    embedding_model: str = BUNDLED
    legislation_url: str = Field(
        default="https://www.legislation.gov.uk", pattern=r"^https?://[^\s/?#@]+(?:/[^\s?#]*)?$"
    )

    @classmethod
    def read(cls) -> Self:
        """The settings of this process. Raises IngestionError in one line."""
        try:
            return cls()
        except ValidationError as error:
            first = error.errors()[0]
            name = str(first["loc"][0]).upper()
            raise IngestionError(f"ALN_{name.removeprefix('ALN_')}: {first['msg'].lower()}") from error

    @property
    def home(self) -> Home:
        return Home(self.home_folder.expanduser())

    def embedder(self) -> Embedder:
        return SentenceTransformerEmbedder(self.embedding_model, self.home.models)
