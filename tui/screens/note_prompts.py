"""Notes and tags: what the reader writes beside a paragraph or sentence, asked for on any screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.suggester import Suggester
from textual.widgets import Input

from tui.ids import parse
from tui.keys.bindings import bindings
from tui.reading.cleaning import one_line
from tui.screens.keyed import KeyedScreen
from tui.screens.prompt import PromptScreen
from tui.session import CHECKED
from tui.state.app_state import AppState
from tui.widgets.marks import Place
from tui.wording.places import reference


def place_of(remarked: str) -> Place:
    """The place of a paragraph (``A3``) or a sentence (``A3.1``)."""
    source, paragraph, sentence = parse(remarked)
    return Place(source, paragraph, sentence or 0)


def text_of(state: AppState, place: str) -> str:
    """The text of a paragraph or a sentence; without a comparison, that of the sentence's paragraph."""
    if state.comparison is not None and place in state.comparison.sentences:
        return state.comparison.sentences[place].text
    source, paragraph, *_ = place_of(place)
    return state.articles[source].paragraphs[paragraph]


def ask_note(screen: KeyedScreen, place: str) -> None:
    """Ask on top of ``screen`` for the note at ``place``, an id; an empty one takes it away."""
    state = screen.state
    note = state.session.choices.notes.get(place, "")
    hint = "Enter saves it" if not note else "Enter saves it; an empty line deletes it"

    def answered(text: str) -> None:
        state.decide(state.session.choices.note(place, text))

    title = f"Note to {reference(place)}"
    screen.app.push_screen(PromptScreen(title, hint, answered, text=note, about=text_of(state, place)))


def ask_tags(screen: KeyedScreen, place: str) -> None:
    """Ask on top of ``screen`` for the tags at ``place``, an id."""
    state = screen.state
    choices = state.session.choices
    used = sorted({tag for tags in choices.tags.values() for tag in tags} | {CHECKED})

    def answered(text: str) -> None:
        state.decide(state.session.choices.tag(place, *tags_in(text)))

    screen.app.push_screen(
        TagsScreen(
            f"Tags of {reference(place)}",
            "with commas between them; Enter saves",
            answered,
            used,
            text="".join(f"{tag}, " for tag in choices.tags.get(place, ())),  # so that typing begins another
            about=text_of(state, place),
        )
    )


def toggle_checked(screen: KeyedScreen, place: str) -> None:
    """Tag ``place``, an id, as checked, or no longer; ``screen`` says which."""
    choices = screen.state.session.choices
    tags = set(choices.tags.get(place, ()))
    checked = CHECKED not in tags
    screen.state.decide(choices.tag(place, *(tags | {CHECKED} if checked else tags - {CHECKED})))
    screen.say(f"{reference(place)} is {'' if checked else 'no longer '}checked.")


def tags_in(line: str) -> tuple[str, ...]:
    """The tags in a line with commas between them, cleaned, empty ones left out."""
    return tuple(filter(None, map(one_line, line.split(","))))


class TagSuggester(Suggester):
    """Completes the last of several words with commas between them."""

    def __init__(self, tags: list[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._tags = tags

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last word complete; words that it has already are not suggested."""
        *before, last = value.split(",")
        typed = last.lstrip()
        held = set(map(str.strip, before))
        fits = (tag for tag in self._tags if tag.startswith(typed) and tag != typed and tag not in held)
        found = next(fits, None) if typed else None
        return found and value + found[len(typed) :]


class TagsScreen(PromptScreen, inherit_bindings=False):
    """Asks for tags; those in use are suggested while typing, Tab takes the suggestion.

    Args:
        title: As for `PromptScreen`, like all but ``used``.
        hint: What Enter does.
        answered: Is called with the line.
        used: The tags to suggest, in this order.
        text: The tags there are.
        about: What they are about.
    """

    WHERE = "tags"
    BINDINGS: ClassVar = bindings(WHERE)

    def __init__(
        self,
        title: str,
        hint: str,
        answered: Callable[[str], None],
        used: list[str],
        *,
        text: str,
        about: str,
    ) -> None:
        super().__init__(title, hint, answered, text=text, about=about)
        self._used = used

    def on_mount(self) -> None:
        """Suggest tags."""
        self.query_one(Input).suggester = TagSuggester(self._used)

    def action_complete(self) -> None:
        """Take the suggestion."""
        self.query_one(Input).action_cursor_right()
