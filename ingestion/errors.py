"""What can go wrong between a document and an index; each message is one line for a person."""


class IngestionError(Exception):
    """A document or an index that cannot be used."""


class IndexMissing(IngestionError):
    """Nothing has been ingested yet."""


class IndexCorrupt(IngestionError):
    """A snapshot whose files are damaged or incomplete."""
