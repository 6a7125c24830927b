"""Settings: read once from ``ALN_…`` environment variables, validated, and never changed."""

from pydantic import Field

from ingestion.settings import IndexSettings


class Settings(IndexSettings):
    """Every setting of the service, documented in ``.env.example``."""

    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
