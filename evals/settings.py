"""Settings of the evaluation, read once from ``ALN_…`` environment variables."""

from ingestion.settings import IndexSettings


class JudgeSettings(IndexSettings):
    """``chat_model`` names a model as LangChain does (``openai:…``, ``ollama:…``); its key is read by its own library."""

    chat_model: str | None = None
    chat_base_url: str | None = None
