"""Notes and tags: what the reader writes beside a paragraph or sentence, asked for on any screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.suggester import Suggester
from textual.widgets import Input

from tui.ids import paragraph_id, paragraph_of, parse
from tui.reading.cleaning import one_line
from tui.screens.base import bindings
from tui.screens.places import ComparisonScreen, PlacesScreen
from tui.screens.prompt import PromptScreen
from tui.session import CHECKED, Choices
from tui.widgets.marks import Place
from tui.wording.places import reference

if TYPE_CHECKING:
    from tui.app.actions import Actions


def place_of(remarked: str) -> Place:
    """Where a paragraph (``A3``) or a sentence (``A3.1``) stands."""
    source, paragraph, sentence = parse(remarked)
    return Place(source, paragraph, sentence or 0)


def under_cursor(app: Actions) -> str | None:
    """The id of the paragraph under the cursor of the screen on top; None where there is none."""
    if app.screen is app.compare_screen:
        place = app.compare_screen.canvas.place
        return paragraph_id(place.source, place.paragraph)
    passage = app.screen.place() if isinstance(app.screen, PlacesScreen) else None
    return paragraph_of(passage.sentence) if passage else None


def ask_note(app: Actions, place: str) -> None:
    """Ask for the note at ``place``, an id; an empty one takes it away."""
    note = app.session.choices.notes.get(place, "")
    hint = "Enter saves it" if not note else "Enter saves it; an empty line deletes it"

    def answered(text: str) -> None:
        _decide(app, app.session.choices.note(place, text))

    title = f"Note to {reference(place)}"
    app.push_screen(PromptScreen(title, hint, answered, text=note, about=_text(app, place)))


def ask_tags(app: Actions, place: str) -> None:
    """Ask for the tags at ``place``, an id."""
    choices = app.session.choices
    used = sorted({tag for tags in choices.tags.values() for tag in tags} | {CHECKED})

    def answered(text: str) -> None:
        _decide(app, app.session.choices.tag(place, *words(text)))

    app.push_screen(
        TagsScreen(
            f"Tags of {reference(place)}",
            "with commas between them; Enter saves",
            answered,
            used,
            text="".join(f"{tag}, " for tag in choices.tags.get(place, ())),  # so that typing begins another
            about=_text(app, place),
        )
    )


def toggle_checked(app: Actions, place: str) -> None:
    """Tag ``place``, an id, as checked, or no longer."""
    choices = app.session.choices
    tags = set(choices.tags.get(place, ()))
    checked = CHECKED not in tags
    _decide(app, choices.tag(place, *(tags | {CHECKED} if checked else tags - {CHECKED})))
    app.notify(f"{reference(place)} is {'' if checked else 'no longer '}checked.", markup=False, timeout=3)


def words(line: str) -> tuple[str, ...]:
    """The tags in a line with commas between them, cleaned, empty ones left out."""
    return tuple(filter(None, map(one_line, line.split(","))))


def _decide(app: Actions, choices: Choices) -> None:
    app.decide(choices)
    if isinstance(app.screen, ComparisonScreen):
        app.screen.decided()


def _text(app: Actions, place: str) -> str:
    if app.comparison is not None and place in app.comparison.sentences:
        return app.comparison.sentences[place].text
    source, paragraph, *_ = place_of(place)
    return app.articles[source].paragraphs[paragraph]


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
