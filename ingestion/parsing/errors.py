"""What can be wrong with a file that should become passages."""


class ParseError(ValueError):
    """A file that cannot be read as text; the message is one line that names the file."""
