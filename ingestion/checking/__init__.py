"""Checking the practice notes: against the law at hand, against their twins, and against time."""
