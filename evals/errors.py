"""What can go wrong in an evaluation; every error is a single line that a person can act on."""

from ingestion.errors import IngestionError


class EvaluationError(IngestionError, ValueError):
    """Topics, runs or expectations that cannot be used."""
