"""What the reader's corrections change in a comparison."""
