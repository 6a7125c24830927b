"""Documents to an index: parsing, embedding, and the immutable snapshot that questions are answered from."""
