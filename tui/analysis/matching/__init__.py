"""Who reports what: overlap, verdicts, alignment, origins and the evidence for them."""
