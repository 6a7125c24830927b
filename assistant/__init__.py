"""A question to an answer: screen, retrieve, fuse, rank, compose, verify."""
