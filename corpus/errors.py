"""Errors that the corpus raises; every one is a single line that a person can act on."""


class CorpusError(ValueError):
    """A register, note, provision or passage that cannot be what it claims to be."""
