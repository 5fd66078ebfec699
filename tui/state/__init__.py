"""The application's state: articles, comparison, decisions, and the work done in threads."""
