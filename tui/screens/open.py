"""The Open panel: articles added and removed while reading, from files, the web, pasted text, or as a set."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from tui.ids import source_key
from tui.keys import key_name
from tui.keys.bindings import bindings
from tui.model import Article
from tui.reading import ReadingError, clean, gathered, read_article
from tui.reading.address import is_address
from tui.reading.cleaning import one_line
from tui.screens.fetching import Fetching
from tui.screens.modal import KeyedModal
from tui.screens.open_rows import address_row, completion_rows, set_rows
from tui.screens.paths import completed, completions
from tui.screens.recent import ArticleSet, recent_sets
from tui.session.identity import origin
from tui.state.background import begun, in_background
from tui.widgets.footer import KeyFooter
from tui.widgets.rows import Rows
from tui.wording.counts import enumeration

HINTS = {"complete": "completes it", "to_list": "goes to the list"}


class PathInput(Input):
    """A path; several lines that are pasted are no path but a text."""

    BINDINGS: ClassVar = [Binding("enter", "submit", "Open")]  # Textual's own is not shown

    class TextPasted(Message):
        """Several lines were pasted."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        event.text = clean(event.text).strip()
        if "\n" in event.text:
            event.stop()
            event.prevent_default()
            self.post_message(self.TextPasted(event.text))


class OpenScreen(KeyedModal):
    """A path to complete above a list: what it may become or, while it is empty, what is and was open.

    Args:
        at_list: whether the list has the keys at first, not the path.
    """

    WHERE = "open"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/open.tcss"
    AUTO_FOCUS = "Input"

    def __init__(self, *, at_list: bool = False) -> None:
        super().__init__()
        self._at_list = at_list
        self._found: tuple[str, ...] = ()
        self._sets: tuple[ArticleSet, ...] = ()
        self._fetching: Fetching | None = None

    def compose(self) -> ComposeResult:
        """The path, what there is to say about it, the list, and the keys."""
        with Vertical(classes="panel"):
            yield Static(
                Content.assemble(("Open", "bold"), "  add an article, or remove one"), classes="title"
            )
            yield PathInput(
                placeholder="Path of a file, or a web address", select_on_focus=False, compact=True
            )
            yield Static(id="message")
            yield Rows(id="list")
            yield KeyFooter(own_first=True)

    def on_mount(self) -> None:
        """Show what is open; what was open before is read meanwhile."""
        self._hint()
        self._show()
        if self._at_list:
            self.query_one(Rows).focus()
        self.run_worker(begun(self._look_back), exit_on_error=False)

    async def _look_back(self) -> None:
        self._sets = await in_background(partial(recent_sets, self.state.store, self.state.articles))
        self._show()

    def _say(self, message: str, style: str = "$error") -> None:
        self.query_one("#message", Static).update(Content.styled(one_line(message), style))

    def _hint(self) -> None:
        keys = {one.id: key_name(one.keys[0]) for one in self.table if one.keys}
        hints = [(f"{keys[name]} {does}") for name, does in HINTS.items() if name in keys]
        self._say(" · ".join(["Enter opens it", *hints]), "$quiet")

    @property
    def _path(self) -> Input:
        return self.query_one(Input)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Keep the keys of the list from the path, and the other way round."""
        if action == "to_list":
            return self._path.has_focus
        return not (action in ("to_path", "choose", "remove") and self._path.has_focus)

    def on_descendant_focus(self) -> None:
        """Show the keys of the path, or of the list."""
        self.refresh_bindings()

    # The list

    def _show(self) -> None:
        rows, typed = self.query_one(Rows), self._path.value
        if is_address(typed):
            rows.show([address_row(typed)])
        else:
            rows.show(completion_rows(self._found) if typed else set_rows(self.state.articles, self._sets))

    def _under_cursor(self) -> tuple[str, int] | None:
        option = self.query_one(Rows).highlighted_option
        if option is None or option.id is None:
            return None
        kind, number = option.id.split()
        return kind, int(number)

    # The path

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        """Complete what is typed; what was said was said about another path."""
        self._hint()
        self.run_worker(begun(self._complete, event.value), group="completions", exclusive=True)

    async def _complete(self, typed: str) -> None:
        is_path = typed and not is_address(typed)
        found = await in_background(partial(completions, typed)) if is_path else ()
        if typed == self._path.value:
            self._found = found
            self._show()

    def action_complete(self) -> None:
        """Write what all completions have in common."""
        if self._path.has_focus:
            self._write(completed(self._path.value, self._found))
        else:
            self._path.focus()

    def _write(self, path: str) -> None:
        self._path.value = path
        self._path.cursor_position = len(path)
        self._path.focus()

    def action_to_list(self) -> None:
        """From the path to the list below."""
        self.query_one(Rows).focus()

    def action_to_path(self) -> None:
        """Back to the path."""
        self._path.focus()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        path = self._path.value.strip()
        if not path:
            self._say("Type the path of a file, or go down to the list.", "$quiet")
        else:
            self._open_path(path)

    def _open_path(self, path: str) -> None:
        self._stop_fetching()
        self._say("Reading …", "$quiet")
        self.run_worker(begun(self._add_file, path), group="reading", exclusive=True)

    async def _add_file(self, path: str) -> None:
        try:
            if is_address(path):
                self._add(await self._read(path))
                return
            file = await in_background(Path(path).expanduser)
            if await in_background(file.is_dir):
                self._write(path if path.endswith(os.sep) else f"{path}{os.sep}")
                return
            name = str(file) if str(file) != "-" else "./-"  # standard input holds the keys
            self._add(await self._read(name))
        except (ReadingError, RuntimeError, ValueError) as error:  # RuntimeError: the home of an unknown user
            self._say(str(error))

    def _add(self, article: Article) -> None:
        """Read ``article`` too; in place of the one from the same file if that has changed."""
        articles = self.state.articles
        same = next((n for n, one in enumerate(articles) if one.paragraphs == article.paragraphs), None)
        if same is not None:
            self._say(f"“{article.name}” is open already: it has the same text as {source_key(same)}.")
            return
        origins = [origin(one) for one in articles]
        if origin(article) is not None and origin(article) in origins:
            place = origins.index(origin(article))
            self.application.open_articles(gathered((*articles[:place], article, *articles[place + 1 :])))
        else:
            self.application.open_articles(gathered((*articles, article)))

    # Reading

    async def _read(self, path: str) -> Article:
        """Read an article in a thread; of what is at an address, tell how much of it has come."""
        if not is_address(path):
            return await in_background(partial(read_article, path))
        fetching = self._fetching = Fetching(path, lambda said: self.call_later(tell, said))

        def tell(said: str) -> None:
            if fetching.goes_on:  # else something else was said since
                key = self.key("back")
                self._say(f"{said} · {key} stops" if key else said, "$quiet")

        return await fetching.article()

    def _stop_fetching(self) -> bool:
        """Let go of what is being fetched; False if nothing is."""
        if self._fetching is None or not self._fetching.goes_on:
            return False
        self._fetching.stop()
        self.workers.cancel_group(self, "reading")
        return True

    def on_unmount(self) -> None:
        """Nobody waits for the page any more."""
        self._stop_fetching()

    def action_back(self) -> None:
        """Stop fetching, or close the panel."""
        if self._stop_fetching():
            self._say("Stopped; nothing was opened.", "$quiet")
        else:
            super().action_back()

    # Other ways

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Open the file or the set under the cursor; go on in a folder."""
        match self._under_cursor():
            case "path", number:
                path = self._found[number]
                if path.endswith(os.sep):
                    self._write(path)
                else:
                    self._open_path(path)
            case "set", number:
                self._stop_fetching()
                self._say("Reading …", "$quiet")
                work = begun(self._open_set, self._sets[number])
                self.run_worker(work, group="reading", exclusive=True)
            case "article", _:
                self._say("This article is open; - removes it.", "$quiet")

    async def _open_set(self, one: ArticleSet) -> None:
        try:
            read = [await self._read(path) for path in one.paths]
        except ReadingError as error:
            self._say(str(error))
            return
        self.application.open_articles(gathered(read))
        if one.lost:
            names = enumeration([f"“{name}”" for name in one.lost])
            self.app.notify(f"Not opened, since it came from no file: {names}.", markup=False, timeout=10)

    def action_remove(self) -> None:
        """Read on without the article under the cursor."""
        match self._under_cursor():
            case "article", number if len(self.state.articles) > 1:
                articles = self.state.articles
                self.application.open_articles(gathered((*articles[:number], *articles[number + 1 :])))
                self.app.push_screen(OpenScreen(at_list=True))
            case "article", _:
                self._say("At least one article stays open.")
            case _:
                self._say("Only what is open can be removed.")

    def action_paste(self) -> None:
        """Ask for the text itself."""
        self._ask_for_text("")

    @on(PathInput.TextPasted)
    def _text_pasted(self, event: PathInput.TextPasted) -> None:
        self._ask_for_text(event.text)

    def _ask_for_text(self, text: str) -> None:
        from tui.screens.paste import PasteScreen

        self.app.push_screen(PasteScreen(self._add, text))
