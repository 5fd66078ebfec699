"""The rows of the Open panel: completions of a path; articles that are open, and sets that were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from textual.content import Content
from textual.widgets.option_list import Option

from tui.ids import source_key
from tui.model import Article
from tui.reading.address import host, is_address
from tui.screens.recent import ArticleSet
from tui.widgets.looks import source_look
from tui.widgets.rows import blank
from tui.widgets.visuals import Hanging, Prose, Stack
from tui.wording.phrases import count

INDENT = 3


def completion_rows(found: Sequence[str]) -> Iterator[Option]:
    """A row for each path, with the id ``path 0`` and so on."""
    for number, path in enumerate(found):
        yield Option(Content(path), id=f"path {number}")
    if not found:
        yield Option(Content.styled("No file begins like this.", "$quiet"), disabled=True)


def address_row(address: str) -> Option:
    """A row that says what Enter does with a web address."""
    where = f"from {host(address)}" if host(address) else "from the web"
    return Option(Content.styled(f"Enter fetches the page {where}.", "$quiet"), disabled=True)


def set_rows(articles: Sequence[Article], sets: Sequence[ArticleSet]) -> Iterator[Option]:
    """The articles that are open (``article 0`` …), and below them the sets read before (``set 0`` …)."""
    yield Option(Content.styled("Open now", "bold"), disabled=True)
    for index, article in enumerate(articles):
        letter = Content.styled(source_key(index), f"bold ${source_look(index)}")
        length = f"  {count(len(article.paragraphs), 'paragraph')}, {count(article.words, 'word')}"
        name = Content.assemble(article.name, (length, "$quiet"))
        path = Content.styled(article.path or article.url or "from no file", "$quiet")
        yield Option(Hanging(letter, Stack(Prose(name), Prose(path)), INDENT), id=f"article {index}")
    if sets:
        yield blank()
        yield Option(Content.styled("Read before", "bold"), disabled=True)
    for number, one in enumerate(sets):
        folders = " · ".join(dict.fromkeys(map(_place, one.paths)))
        where = Prose(Content.styled(folders, "$quiet"))
        names = Prose(Content(", ".join(one.names)))
        yield Option(Hanging(Content("↺"), Stack(names, where), INDENT), id=f"set {number}")


def _place(path: str) -> str:
    """The folder of a file, the host of a web address."""
    return host(path) if is_address(path) else str(Path(path).parent)
