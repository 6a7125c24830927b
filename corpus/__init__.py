"""What the documents are: sources, provisions, passages, the register and the practice notes."""
