"""Reading: bytes and text in, cleaned articles out. Nothing here knows what is done with them."""

from tui.reading.article import article_from_text
from tui.reading.cleaning import clean
from tui.reading.errors import ReadingError
from tui.reading.files import gathered, read_article, read_articles

__all__ = ["ReadingError", "article_from_text", "clean", "gathered", "read_article", "read_articles"]
