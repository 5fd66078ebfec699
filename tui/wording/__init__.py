"""What is said about findings, in English."""
