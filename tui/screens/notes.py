"""The Notes screen: every note and tag with the text it stands by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.visual import Visual
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.ids import in_order, source_key
from tui.keys.bindings import bindings
from tui.screens.filtered import FilteredScreen
from tui.screens.note_prompts import ask_note, ask_tags, place_of, text_of, toggle_checked
from tui.session import CHECKED
from tui.widgets.footer import KeyFooter
from tui.widgets.looks import source_look
from tui.widgets.rows import Rows, blank
from tui.widgets.visuals import Excerpt, Hanging, Prose, Stack
from tui.wording.counts import count
from tui.wording.places import reference

EXCERPT = 2  # lines of the text that a note stands by, at most


class NotesScreen(FilteredScreen):
    """Notes and tags by source and paragraph, narrowed by what is typed."""

    WHERE = "notes"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/notes.tcss"
    AUTO_FOCUS = "Rows"
    NARROWED = "Rows"

    def compose(self) -> ComposeResult:
        """The counts, the filter (when asked for), the list or how to begin one, and the keys."""
        yield Static(id="count", classes="title")
        yield Input(placeholder="Words of the note, the tags or the text", compact=True)
        yield Static(id="empty", classes="empty")
        yield Rows(id="notes")
        yield KeyFooter(own_first=True, idle="app.notes")

    def on_mount(self) -> None:
        """Fill the list."""
        self.decided()

    def revised(self) -> None:
        """The comparison has no part in this."""

    def watch_wanted(self) -> None:
        """Show what has these words."""
        self.decided()

    def decided(self) -> None:
        """Draw the list anew."""
        remarked = self._remarked()
        shown = [place for place in remarked if self._fits(place)]
        rows = self.query_one(Rows)
        rows.show(self._options(shown))
        rows.display = bool(shown)
        empty = self.query_one("#empty", Static)
        empty.display = not shown
        empty.update(self._nothing() if remarked else self._how_to_begin())
        self.query_one("#count", Static).update(self._counts(remarked, shown))

    def _remarked(self) -> list[str]:
        """The ids of what has a note or tags, in the order of the texts, a paragraph before its sentences."""
        articles = self.state.articles
        found = []
        for remarked in {**self.choices.notes, **self.choices.tags}:
            source, paragraph, *_ = place_of(remarked)
            if source < len(articles) and paragraph < len(articles[source].paragraphs):
                found.append(remarked)
        return sorted(found, key=in_order)

    def _fits(self, place: str) -> bool:
        tags = self.choices.tags.get(place, ())
        parts = (reference(place), self.choices.notes.get(place, ""), *tags, text_of(self.state, place))
        here = " ".join(parts).casefold()
        return all(word in here for word in self.wanted.casefold().split())

    def _counts(self, remarked: list[str], shown: list[str]) -> Content:
        notes, tags = self.choices.notes, self.choices.tags
        checked = sum(CHECKED in tags.get(place, ()) for place in remarked)
        parts = [
            count(sum(place in notes for place in remarked), "note"),
            count(sum(bool(set(tags.get(place, ())) - {CHECKED}) for place in remarked), "tagged place"),
            f"{checked} checked",
        ]
        if self.wanted:
            parts = [f"{len(shown)} of {count(len(remarked), 'place')}", f"“{self.wanted}”"]
        return Content.assemble(("Notes", "bold"), "  ", " · ".join(parts) if remarked else "none yet")

    def _options(self, places: list[str]) -> Iterator[Option]:
        indent = max((len(reference(place)) for place in places), default=0) + 2
        for source, group in groupby(places, key=lambda place: place_of(place).source):
            colour = f"${source_look(source)}"
            name = self.state.articles[source].name
            yield Option(Content.assemble((source_key(source), f"bold {colour}"), " ", name), disabled=True)
            above = ""
            for place in group:  # a paragraph and its sentences stand together under one label
                label = "" if reference(place) == above else reference(place)
                above = reference(place)
                styled = Content.styled(label, f"bold {colour}")
                yield Option(Hanging(styled, Stack(*self._lines(place)), indent), id=place)
            yield blank()

    def _lines(self, place: str) -> Iterator[Visual]:
        if note := self.choices.notes.get(place):
            yield Prose(Content(note))
        if tags := self.choices.tags.get(place):
            yield Content("  ").join(map(_tag, tags))
        yield Excerpt(text_of(self.state, place), "$quiet", EXCERPT)

    def _how_to_begin(self) -> Content:
        note, tag, checked = (self.app_key(one) for one in ("note", "tag", "checked"))
        return Content.assemble(
            ("There is no note yet.", "bold"),
            "\nIn the texts, put the cursor on a paragraph and press",
            f" {note} to write a note to it, {tag} to tag it, {checked} to mark it as checked.",
            " All of it is kept with the session and goes into the export.",
        )

    def _nothing(self) -> Content:
        return Content("No note fits. Delete some letters to see more, or press Esc to clear the filter.")

    def _under_cursor(self) -> str | None:
        option = self.query_one(Rows).highlighted_option
        if option is None or option.id is None:
            self.say("There is no note under the cursor.")
            return None
        return option.id

    def action_note(self) -> None:
        """Change the note under the cursor."""
        if place := self._under_cursor():
            ask_note(self, place)

    def action_tag(self) -> None:
        """Change the tags under the cursor."""
        if place := self._under_cursor():
            ask_tags(self, place)

    def action_checked(self) -> None:
        """Tag what is under the cursor as checked, or no longer."""
        if place := self._under_cursor():
            toggle_checked(self, place)

    @on(OptionList.OptionSelected)
    def action_jump(self) -> None:
        """Show the text that the note stands by."""
        if place := self._under_cursor():
            self.navigation.go_to(place_of(place))


def _tag(tag: str) -> Content:
    return (
        Content.styled(f"✓ {tag}", "bold $success")
        if tag == CHECKED
        else Content.styled(f"#{tag}", "$accent")
    )
