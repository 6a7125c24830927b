"""A word as it is written: letters, with an apostrophe inside."""

import re

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
