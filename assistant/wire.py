"""Answers as JSON: the shape that `--json` and HTTP share, fixed in the design."""

from typing import Self

from pydantic import BaseModel

from assistant.answers import Answer, Citation


class SentenceJson(BaseModel):
    text: str
    citations: list[int]
    force: str | None
    bearer: str | None


class CitationJson(BaseModel):
    number: int
    passage_id: str
    source_id: str
    title: str
    label: str
    provisions: list[str]
    authority: str
    read: str
    quote: str
    url: str | None
    published: str | None
    in_force_from: str | None
    superseded_by: str | None
    language: str

    @classmethod
    def of(cls, citation: Citation) -> Self:
        passage, source = citation.passage, citation.source
        return cls(
            number=citation.number,
            passage_id=passage.id,
            source_id=source.id,
            title=source.title,
            label=passage.label,
            provisions=[provision.id for provision in citation.provisions],
            authority=source.kind.value,
            read=citation.read,
            quote=citation.quote,
            url=citation.url,
            published=passage.as_at or source.published,
            in_force_from=source.in_force_from,
            superseded_by=citation.superseded_by,
            language=passage.language,
        )


class NoticeJson(BaseModel):
    kind: str
    text: str
    source_id: str | None


class ReceiptJson(BaseModel):
    corpus_version: str
    composer: str
    model: str | None
    passages: list[str]
    support: float | None
    dropped: int
    elapsed_ms: float
    steps: dict[str, float]


class AnswerJson(BaseModel):
    id: str
    thread: str
    status: str
    language: str
    text: str
    sentences: list[SentenceJson]
    citations: list[CitationJson]
    warnings: list[NoticeJson]
    choices: list[str]
    deadline: None = None
    reviewed: None = None
    receipt: ReceiptJson

    @classmethod
    def of(cls, answer: Answer) -> Self:
        receipt = answer.receipt
        return cls(
            id=answer.id,
            thread=answer.thread,
            status=answer.status.value,
            language=answer.language,
            text=answer.text,
            sentences=[
                SentenceJson(text=s.text, citations=list(s.citations), force=s.force, bearer=s.bearer)
                for s in answer.sentences
            ],
            citations=[CitationJson.of(citation) for citation in answer.citations],
            warnings=[NoticeJson(kind=w.kind.value, text=w.text, source_id=w.source_id) for w in answer.warnings],
            choices=list(answer.choices),
            receipt=ReceiptJson(
                corpus_version=receipt.corpus_version,
                composer=receipt.composer,
                model=receipt.model,
                passages=list(receipt.passages),
                support=receipt.support,
                dropped=receipt.dropped,
                elapsed_ms=receipt.elapsed_ms,
                steps=dict(receipt.steps),
            ),
        )
