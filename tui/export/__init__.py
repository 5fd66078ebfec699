"""From a comparison to what leaves the program: JSON, Markdown, text, and files on disk."""
