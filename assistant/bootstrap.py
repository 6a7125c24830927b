"""The one place where concrete parts are chosen and put together."""

from assistant.composition import ExtractiveComposer
from assistant.fusion import FUSIONS
from assistant.pipeline import Pipeline
from assistant.retrieval import Retriever
from assistant.settings import Settings
from assistant.support import calibration
from corpus import register
from ingestion.embedding import Embedder
from ingestion.errors import IndexCorrupt
from ingestion.index import Index


def pipeline(settings: Settings) -> Pipeline:
    """Over the live index. Raises IndexMissing or IndexCorrupt."""
    index = Index.live(settings.home)
    if index.manifest.embedding_model != settings.embedding_model:
        index.close()
        raise IndexCorrupt(
            f"the index was made with {index.manifest.embedding_model}, not {settings.embedding_model}; run: aln ingest"
        )
    return over(index, settings.embedder())


def over(index: Index, embedder: Embedder, fusion: str = "sum") -> Pipeline:
    known = register.load()
    return Pipeline(
        retriever=Retriever(index, embedder, FUSIONS[fusion], known),
        composer=ExtractiveComposer(index),
        register=known,
        calibration=calibration(),
    )
