"""The one place where concrete parts are chosen and put together."""

from dataclasses import dataclass

from assistant.composition import ExtractiveComposer
from assistant.fusion import FUSIONS
from assistant.pipeline import Pipeline
from assistant.ranking import by_score, rank
from assistant.retrieval import Retriever
from assistant.settings import Settings
from assistant.support import Calibration, calibrations
from corpus import register
from ingestion.embedding import Embedder
from ingestion.errors import IndexCorrupt
from ingestion.index import Index


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a pipeline is made of; other than as it stands here, to measure what each part is worth (`aln eval run`)."""

    fusion: str = "sum"
    authority: bool = True
    refusal: bool = True


SHIPPED = Parts()


def pipeline(settings: Settings) -> Pipeline:
    """Over the live index. Raises IndexMissing or IndexCorrupt."""
    index = Index.live(settings.home)
    if index.manifest.embedding_model != settings.embedding_model:
        index.close()
        raise IndexCorrupt(
            f"the index was made with {index.manifest.embedding_model}, not {settings.embedding_model}; run: aln ingest"
        )
    return over(index, settings.embedder())


def over(index: Index, embedder: Embedder, parts: Parts = SHIPPED) -> Pipeline:
    known = register.load()
    ranker = rank if parts.authority else by_score
    return Pipeline(
        retriever=Retriever(index, embedder, FUSIONS[parts.fusion], known, ranker),
        composer=ExtractiveComposer(index),
        register=known,
        calibrations=calibrations() if parts.refusal else dict.fromkeys(("en", "cy"), Calibration.answering_all()),
    )
