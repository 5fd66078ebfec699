"""Who says what: quotations, their cues and their speakers."""
