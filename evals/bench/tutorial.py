"""The tutorial chain: what a first afternoon with LangChain gives, to be measured beside ours in the same run.

Files as they are, cut by RecursiveCharacterTextSplitter (1000 characters, 200 overlapping), embedded with the same model
into Chroma, the nearest cosine first.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingestion.embedding import Embedder

SIZE, OVERLAP, DEPTH = 1000, 200, 50
_BATCH = 2000


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a file; ``file`` is its name without the ending."""

    file: str
    text: str


class Chain:
    def __init__(self, files: Sequence[Path], embedder: Embedder, folder: Path) -> None:
        from langchain_chroma import Chroma
        from langchain_core.documents import Document
        from langchain_core.embeddings import Embeddings
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        class Same(Embeddings):
            """Our model behind LangChain's interface."""

            def embed_documents(self, texts: list[str]) -> list[list[float]]:
                return [[float(x) for x in row] for row in embedder.embed(texts)]

            def embed_query(self, text: str) -> list[float]:
                return self.embed_documents([text])[0]

        splitter = RecursiveCharacterTextSplitter(chunk_size=SIZE, chunk_overlap=OVERLAP)
        loaded = [Document(file.read_text("utf-8"), metadata={"file": file.stem}) for file in files]
        pieces = splitter.split_documents(loaded)
        self._store: Any = Chroma("tutorial", Same(), persist_directory=str(folder))
        for start in range(0, len(pieces), _BATCH):
            self._store.add_documents(pieces[start : start + _BATCH])

    def search(self, question: str) -> list[Found]:
        return [Found(d.metadata["file"], d.page_content) for d in self._store.similarity_search(question, k=DEPTH)]
