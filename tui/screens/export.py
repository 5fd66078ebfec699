"""The Export panel: where to write the summary and in what form, asked before a file is replaced."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, Static

from tui.export.formats import SUMMARY, Format, format_of_file, formats_of, with_next_suffix
from tui.keys import key_of
from tui.keys.bindings import bindings
from tui.reading.cleaning import one_line
from tui.screens.modal import KeyedModal
from tui.screens.paths import suggested_path
from tui.wording.counts import count

OFFERED = formats_of(SUMMARY)


class ExportScreen(KeyedModal):
    """Asks for a path, its suggestion selected so that typing replaces it; Enter writes.

    The ending of the path says in what form the summary is written.
    """

    WHERE = "export"
    BINDINGS: ClassVar = bindings(WHERE)
    CSS_PATH = "../styles/export.tcss"
    AUTO_FOCUS = "Input"

    def compose(self) -> ComposeResult:
        """The path, the form, what there is to say about it, and the question."""
        with Vertical(classes="panel"):
            yield Static(Content.assemble(("Export", "bold"), "  the summary to a file"), classes="title")
            yield Input(suggested_path(self.state.comparison, "summary.md"), compact=True)
            yield Static(id="format")
            yield Static(id="message")
            with Horizontal(id="question"):
                yield Button("Keep the file (n)", id="keep", action="screen.keep_file", compact=True)
                yield Button("Replace it (y)", id="replace", action="screen.replace_file", compact=True)

    def on_mount(self) -> None:
        """Nothing is asked at first."""
        self._ask(False)
        self._path_changed()

    @property
    def _path(self) -> str:
        return self.query_one(Input).value.strip()

    @property
    def _form(self) -> Format:
        return format_of_file(self._path, OFFERED)

    def _ask(self, asking: bool) -> None:
        self._asking = asking
        self.query_one("#question").display = asking
        self.query_one("#keep" if asking else "Input").focus()

    def _say(self, message: str, style: str = "$error") -> None:
        self.query_one("#message", Static).update(Content.styled(one_line(message), style))

    @on(Input.Changed)
    def _path_changed(self) -> None:
        """What was said was said about another path."""
        label = self._form.label
        shown = Content.assemble((label[0].upper() + label[1:], "bold"), f"  {self._form.purpose}")
        self.query_one("#format", Static).update(shown)
        other, clipboard = (
            key_of(self.table, self.WHERE, action) or "–" for action in ("next_format", "to_clipboard")
        )
        self._say(f"Enter writes · {other} other form · {clipboard} clipboard · Esc closes", "$quiet")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._write(replace=False)

    def action_replace_file(self) -> None:
        """Yes, the new text in place of the old one."""
        if self._asking:
            self._ask(False)
            self._write(replace=True)

    def action_keep_file(self) -> None:
        """No, back to the path."""
        if self._asking:
            self._ask(False)
            self._say("The file was kept. Give another name, or press Esc to close.", "$quiet")

    def action_next_format(self) -> None:
        """The same name with the ending of the next form."""
        if not self._asking:
            field = self.query_one(Input)
            field.value = with_next_suffix(field.value, OFFERED)
            field.select_all()

    def action_to_clipboard(self) -> None:
        """Copy what would be written; the terminal decides whether programs may do that."""
        if not self._asking:
            text = self._text(Path())
            self.app.copy_to_clipboard(text)
            copied = f"Copied as {self._form.label}, {count(len(text), 'character')}"
            self._say(f"{copied}, if the terminal allows it (OSC 52).", "$success")

    def action_back(self) -> None:
        """Close; at the question, keep the file."""
        if self._asking:
            self.action_keep_file()
        else:
            self.dismiss()

    def _write(self, *, replace: bool) -> None:
        name = self._path
        if not name:
            self._say("Give the file a name.")
            return
        try:
            path = Path(name).expanduser()
            if path.is_dir():
                self._say(f"{path} is a folder; add the name of a file.")
                return
            if self._is_article(path):
                self._say(f"{path} is one of the articles; give another name.")
                return
            self._write_to(path, replace=replace)
        except FileExistsError:
            self._say(f"{name} exists. Replace it?", "bold $warning")
            self._ask(True)
        except FileNotFoundError:
            self._say(f"There is no folder {path.parent}; nothing was written.")
        except OSError as error:
            self._say(f"{name} could not be written: {error.strerror or error}. Nothing was changed.")
        except (ValueError, RuntimeError) as error:  # a NUL in it; the home of an unknown user
            self._say(f"{name} cannot be a path: {error}.")
        else:
            self.dismiss()
            self.app.notify(one_line(f"Summary written to {path}"), markup=False)

    def _is_article(self, path: Path) -> bool:
        """Whether an article was read from the file at ``path``, by whatever name."""
        sources = [Path(article.path) for article in self.state.articles if article.path]
        return path.is_file() and any(source.is_file() and path.samefile(source) for source in sources)

    def _write_to(self, path: Path, *, replace: bool) -> None:
        from tui.atomic import write_atomically

        write_atomically(path, self._text(path.parent), replace=replace)

    def _text(self, folder: Path) -> str:
        """The summary in the form that the path asks for, as it is going to stand in ``folder``."""
        choices = self.state.session.choices
        return self._form.render(self.state.summarised(choices), choices, folder)
