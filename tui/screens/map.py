"""The Map screen: the story as a picture, and how many facts each combination of sources shares."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static

from tui import diagram
from tui.keys.bindings import bindings
from tui.model import Paragraph, Passage
from tui.reading.cleaning import one_line
from tui.screens.chooser import Choice, ChooserScreen
from tui.screens.comparison import PassageScreen
from tui.screens.paths import suggested_path
from tui.screens.prompt import PromptScreen
from tui.widgets.bars import bars
from tui.widgets.footer import KeyFooter
from tui.widgets.marks import Place
from tui.widgets.passages import place as place_label
from tui.widgets.passages import source_style
from tui.widgets.rows import Rows
from tui.widgets.story_map import StoryMap
from tui.widgets.wrapping import ellipsize
from tui.wording.counts import count, enumeration
from tui.wording.places import reference
from tui.wording.sources import holders

WORDS = {
    diagram.CONFLICT: "a conflict",
    diagram.UNIQUE: "facts of one source alone",
    diagram.UNREPORTED: "no other source reports it",
}

LEGEND = ("‼ conflict", "◆ one source alone", "◇ reported nowhere else", "═ the same", "·· weaker tie")


class MapScreen(PassageScreen):
    """The picture above or beside the bars; Tab changes between the two.

    Args:
        place: Where the cursor is in the text.
        columns: The sources that are shown there, in their order.
    """

    WHERE = "map"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/map.tcss"
    AUTO_FOCUS = "StoryMap"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (120, "-wide")]  # noqa: RUF012  (an instance variable to Textual)

    def __init__(self, place: Place, columns: Sequence[int]) -> None:
        super().__init__()
        self._at = place
        self._columns = columns

    def compose(self) -> ComposeResult:
        """The title, the picture, what is in focus, the bars, and the keys."""
        yield Static(id="counts", classes="title")
        with Container(id="halves"):
            with Container(id="picture"):
                yield StoryMap(self.comparison, (self._at.source, self._at.paragraph), self._columns)
                yield Static(id="about")
            with Container(id="facts"):
                yield Static(id="heading")
                yield Rows(id="bars")
        yield KeyFooter(own_first=True, idle="app.map")

    def on_mount(self) -> None:
        """Draw the bars; the picture comes with the first size."""
        self.revised()

    def revised(self) -> None:
        """Draw the map of the other comparison."""
        comparison = self.comparison
        self._combinations = diagram.combinations(comparison)
        self._map.show(comparison)
        self.query_one(Rows).show(bars(comparison, self._combinations))
        if self._combinations:
            heading = "Facts by source"
        elif len(comparison.sources) == 1:
            heading = f"One account alone cannot be compared; {self.app_key('open')} opens a second."
        else:
            heading = "No checkable details were found."
        self.query_one("#heading", Static).update(Content.styled(heading, "bold"))
        height = min(len(self._combinations), 6) + 1
        self.query_one("#facts").styles.height = None if self.has_class("-wide") else height
        self._describe()

    @property
    def _map(self) -> StoryMap:
        return self.query_one(StoryMap)

    def on_resize(self) -> None:
        """The width decides which columns are seen, and whether the bars stand beside them."""
        self.call_after_refresh(self.revised)

    @on(StoryMap.Moved)
    def _describe(self) -> None:
        """Say what is in focus and what is out of sight."""
        sources, seen = self.comparison.sources, self._map.seen()
        parts = [count(len(sources), "source"), count(sum(len(s.paragraphs) for s in sources), "paragraph")]
        keys = [sources[index].key for index in seen]
        if len(seen) < len(sources):
            consecutive = seen == list(range(seen[0], seen[-1] + 1)) and len(seen) > 2
            named = f"{keys[0]}–{keys[-1]}" if consecutive else ", ".join(keys)
            parts.append(f"column{'s' * (len(seen) > 1)} {named} {'are' if len(seen) > 1 else 'is'} seen")
        title = Content.assemble(("Map", "bold"), "  ", " · ".join(parts))
        for entry in LEGEND if len(sources) > 1 else ():
            longer = title.append(Content.styled(f"   {entry}", "$quiet"))
            if longer.cell_length > self.size.width - 4:
                break
            title = longer
        self.query_one("#counts", Static).update(title)
        paragraph = self._paragraph()
        others = [reference(sources[index].paragraphs[number].id) for index, number in self._map.partners()]
        told = [f"{glyph} {WORDS[glyph]}" for glyph in self._map.marks.get(self._map.cell, "")]
        told += [f"also in {enumeration(others)}"] if others else []
        style = source_style(self.comparison, sources[self._map.cell[0]].key)
        first = Content.assemble((reference(paragraph.id), style), "  ", " · ".join(told))
        text = ellipsize(paragraph.text, max(1, self._map.size.width))
        self.query_one("#about", Static).update(Content.assemble(first, "\n", (text, "$quiet")))

    def _paragraph(self) -> Paragraph:
        source, number = self._map.cell
        return self.comparison.sources[source].paragraphs[number]

    def passage(self) -> Passage | None:
        """The first sentence of the paragraph in focus."""
        sentences = self._paragraph().sentences
        return (
            Passage(sentences[0].id, sentences[0].start, sentences[0].end, sentences[0].text)
            if sentences
            else None
        )

    # Movement

    def action_step(self, paragraphs: int) -> None:
        """The next paragraph of the column (1) or the one before (-1)."""
        self._map.step(paragraphs)

    def action_turn(self, pages: int) -> None:
        """A page down (1) or up (-1)."""
        self._map.turn(pages)

    def action_end(self, direction: int) -> None:
        """The last paragraph of the column (1) or the first (-1)."""
        self._map.step(direction * len(self.comparison.sources[self._map.cell[0]].paragraphs))

    def action_cross(self, columns: int) -> None:
        """The column on the right (1) or on the left (-1)."""
        self._map.cross(columns)

    def action_other_half(self) -> None:
        """From the picture to the bars, or back."""
        (
            self._map if self.query_one(Rows).has_focus or not self._combinations else self.query_one(Rows)
        ).focus()

    # What Enter does

    @on(StoryMap.Chosen)
    @on(OptionList.OptionSelected)
    def action_jump(self) -> None:
        """Show the paragraph in focus in the text; on a bar, list its facts."""
        rows = self.query_one(Rows)
        if rows.has_focus and rows.highlighted is not None:
            self._list(self._combinations[rows.highlighted])
        else:
            self.navigation.go_to(Place(*self._map.cell))

    def _list(self, combination: diagram.Combination) -> None:
        facts = {str(fact.id): fact for fact in combination.facts}
        choices = [
            Choice(number, place_label(self.comparison, fact.passages[0].sentence), fact.text)
            for number, fact in facts.items()
        ]

        def chosen(number: str) -> None:
            first = facts[number].passages[0]
            self.navigation.jump_to(first.sentence, first.start, first.end)

        title = f"{count(len(facts), 'fact')} of {holders(combination.keys)}"
        self.app.push_screen(ChooserScreen(title, choices, chosen))

    # The picture as a file

    def action_save_picture(self) -> None:
        """Ask where to save the picture."""
        self._ask_where(suggested_path(self.comparison, "map.svg"))

    def _ask_where(self, path: str, *, error: str = "", about: str = "") -> None:
        hint = "a file name that ends in .svg; Enter writes"
        selected = not error  # a name that is wrong is corrected, a suggestion replaced
        self.app.push_screen(
            PromptScreen(
                "Save the map", hint, self._save, text=path, about=about, error=error, selected=selected
            )
        )

    def _save(self, name: str, *, replace: bool = False) -> None:
        from tui.atomic import write_atomically
        from tui.export.svg import to_svg

        try:
            path = Path(name).expanduser()
            if not name or path.is_dir():
                self._ask_where(name, error="Give the file a name.")
                return
            write_atomically(path, to_svg(self.comparison), replace=replace)
        except FileExistsError:
            asked = partial(self._replace, name)
            self.app.push_screen(
                PromptScreen("Replace it?", "y and Enter replaces it", asked, about=f"{name} exists.")
            )
        except OSError as error:
            self._ask_where(name, error=f"{name} cannot be written: {error.strerror or error}.")
        except (ValueError, RuntimeError) as error:  # a NUL in it; the home of an unknown user
            self._ask_where(name, error=f"{name} cannot be a path: {error}.")
        else:
            self.say(one_line(f"Map written to {path}"))

    def _replace(self, name: str, answer: str) -> None:
        if answer.casefold() in ("y", "yes"):
            self._save(name, replace=True)
        else:
            self._ask_where(name, about="The file was kept. Give another name.")
