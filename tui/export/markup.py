"""HTML and SVG from elements: whatever is put into one as plain text cannot become markup."""

from __future__ import annotations

from html import escape


class Markup(str):
    """Text that is markup already and is put into elements as it is; any other text is escaped."""

    __slots__ = ()


def element(tag: str, *children: str, **attributes: object) -> Markup:
    """An element with its start and end tag, and ``children`` one after the other in it.

    Attributes stand in the order given, without those that are None or empty; ``_`` in a name becomes ``-``,
    one at its end is left out: ``element("a", "A ¶3", class_="place", href="#A3")``.
    """
    return Markup(f"<{_start(tag, attributes)}>{fragment(*children)}</{tag}>")


def empty_element(tag: str, **attributes: object) -> Markup:
    """An element of XML that has no content: ``<rect width="5"/>``."""
    return Markup(f"<{_start(tag, attributes)}/>")


def block(tag: str, *children: str, **attributes: object) -> Markup:
    """An `element` whose children stand on lines of their own."""
    return element(tag, lines("", *children, ""), **attributes)


def fragment(*parts: str, between: str = "") -> Markup:
    """Parts one after the other, with ``between`` between them."""
    return Markup(escape(between).join(part if isinstance(part, Markup) else escape(part) for part in parts))


def lines(*parts: str) -> Markup:
    """Parts below each other."""
    return fragment(*parts, between="\n")


def _start(tag: str, attributes: dict[str, object]) -> str:
    written = (
        f'{name.removesuffix("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value not in (None, "")
    )
    return " ".join((tag, *written))
