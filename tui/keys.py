"""The one table of actions: what can be done, by which keys, on which screen.

Bindings, footer, help, palette and README are all made from it. A key of several characters, such as ``]u``,
is a sequence: its first key waits for the second without a time limit.
"""

from __future__ import annotations

from dataclasses import dataclass

_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the reader can do.

    ``where`` is ``app`` (everywhere) or the name of a screen; ``keys`` are Textual key names, single
    characters or sequences of characters; ``label`` is the footer's short word, empty where the footer does
    not show it.
    """

    id: str
    keys: tuple[str, ...]
    description: str
    where: str
    label: str = ""


ACTIONS: tuple[Action, ...] = (
    Action("facts", ("f",), "Facts: every fact and who reports it", "app", "Facts"),
    Action("summary", ("s",), "Summary: the merged text with its references", "app", "Summary"),
    Action("conflicts", ("c",), "Conflicts: where sources contradict each other", "app", "Conflicts"),
    Action("export", ("e",), "Export the summary to Markdown", "app", "Export"),
    Action("help", ("?",), "Help: every key", "app", "Help"),
    Action("palette", ("ctrl+p",), "Find an action by name", "app"),
    Action("back", ("escape",), "Back: close what is on top", "app"),
    Action("quit", ("q",), "Quit", "app", "Quit"),
    Action("view", ("v",), "Other view: reading or aligned", "compare", "View"),
    Action("why", ("w",), "Why is this marked so: the evidence", "compare", "Why"),
    Action("zoom", ("z",), "Zoom: this column alone, or all", "compare"),
    Action("hide_column", ("x",), "Hide this column", "compare"),
    Action("show_columns", ("X",), "Show all columns", "compare"),
    Action("next_unique", ("]u",), "Next fact that one source alone has", "compare"),
    Action("previous_unique", ("[u",), "Previous fact that one source alone has", "compare"),
    Action("next_conflict", ("]c",), "Next conflict", "compare"),
    Action("previous_conflict", ("[c",), "Previous conflict", "compare"),
    Action("next_gap", ("]g",), "Next paragraph that no other source reports", "compare"),
    Action("previous_gap", ("[g",), "Previous paragraph that no other source reports", "compare"),
    Action("counterpart", ("tab",), "Counterpart in the next column", "compare", "Counterpart"),
    Action("counterpart_back", ("shift+tab",), "Counterpart in the column before", "compare"),
    *(Action(f"focus_column({n})", (str(n),), f"Focus column {n}", "compare") for n in range(1, 10)),
    Action("column_left", ("left", "h"), "Column to the left", "compare"),
    Action("column_right", ("right", "l"), "Column to the right", "compare"),
    Action("cursor_down", ("down", "j"), "Next sentence", "compare"),
    Action("cursor_up", ("up", "k"), "Previous sentence", "compare"),
    Action("paragraph_down", ("}", "J"), "Next paragraph", "compare"),
    Action("paragraph_up", ("{", "K"), "Previous paragraph", "compare"),
    Action("page_down", ("pagedown", "space", "ctrl+d"), "Page down", "compare"),
    Action("page_up", ("pageup", "b", "ctrl+u"), "Page up", "compare"),
    Action("top", ("gg", "home"), "Top of the article", "compare"),
    Action("bottom", ("G", "end"), "End of the article", "compare"),
    Action("search", ("/",), "Search in all columns", "compare", "Search"),
    Action("search_next", ("n",), "Next match", "compare"),
    Action("search_previous", ("N",), "Previous match", "compare"),
    Action("copy", ("y",), "Copy the sentence with its reference", "compare"),
    Action("next_sentence", ("right", "n", "l"), "Evidence for the next sentence", "why", "Next"),
    Action("previous_sentence", ("left", "p", "h"), "Evidence for the sentence before", "why", "Previous"),
    Action("back", ("escape", "w", "q"), "Close the panel", "why", "Close"),
    Action("jump", ("enter",), "Show the fact in the text", "facts", "Go to text"),
    *(Action(f"jump_in({n})", (str(n),), f"Show the fact in column {n}", "facts") for n in range(1, 10)),
    Action("filter_kind", ("k",), "Filter by kind of fact", "facts", "Kind"),
    Action("filter_status", ("t",), "Filter by status: all, shared, one source, disputed", "facts", "Status"),
    Action("filter_text", ("/",), "Filter by text", "facts", "Filter"),
    Action("why", ("w",), "Why: the evidence for the fact's sentence", "facts", "Why"),
    Action("back", ("escape",), "Clear the text filter; without one, back", "facts", "Back"),
    Action("jump", ("enter",), "Show the conflict in the text", "conflicts", "Go to text"),
    Action("why", ("w",), "Why: the evidence for the first passage's sentence", "conflicts", "Why"),
    Action("longer", ("+", "="), "Longer summary", "summary", "Longer"),
    Action("shorter", ("-",), "Shorter summary", "summary", "Shorter"),
    Action("toggle_line", ("space",), "Drop the line, or keep it again", "summary", "Drop/keep"),
    Action("include", ("i",), "Put in the omitted sentence under the cursor", "summary", "Put in"),
    Action("jump", ("enter",), "Show the line in the text", "summary", "Go to text"),
    Action("undo", ("u",), "Undo", "summary", "Undo"),
    Action("redo", ("ctrl+r",), "Redo", "summary"),
    Action("why", ("w",), "Why: the evidence for the line", "summary"),
    Action("replace_file", ("y",), "Replace the file that exists", "export"),
    Action("keep_file", ("n",), "Keep the file that exists", "export"),
    Action("back", ("escape",), "Close without writing; at the question, keep the file", "export"),
    Action("back", ("escape",), "Close the help", "help"),
    Action("scroll_list(1)", ("down",), "Scroll down", "help"),
    Action("scroll_list(-1)", ("up",), "Scroll up", "help"),
    Action("page(1)", ("pagedown",), "A page down", "help"),
    Action("page(-1)", ("pageup",), "A page up", "help"),
)


def actions(where: str) -> tuple[Action, ...]:
    """The actions of one screen (or ``app``), in the table's order."""
    return tuple(action for action in ACTIONS if action.where == where)


def is_sequence(key: str) -> bool:
    """Whether ``key`` is typed as several keys, such as ``]u``; names such as ``ctrl+p`` are not."""
    return (len(key) == 2 and not key.isalnum()) or key == "gg"


def key_name(key: str) -> str:
    """A key of the table as a person knows it: ``ctrl+p`` is ``Ctrl+P``, ``pagedown`` is ``PgDn``."""
    if key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return _NAMES.get(key, key)
