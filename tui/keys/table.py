"""The one table of actions: what can be done, by which keys, on which screen.

Bindings, footer, help, palette and README are all made from it. A key of several characters, such as ``]u``,
is a sequence: its first key waits for the second without a time limit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NAMES = {
    "down": "↓",
    "up": "↑",
    "left": "←",
    "ctrl+left": "Ctrl+←",
    "ctrl+right": "Ctrl+→",
    "alt+r": "Alt+R",
    "right": "→",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "shift+down": "Shift+↓",
    "shift+up": "Shift+↑",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "home": "Home",
    "end": "End",
}


LETTER = "…"
"""Stands in a key for any letter, which the action is given: ``m…`` is ``m`` and a letter."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the reader can do.

    ``where`` is ``app`` (everywhere) or the name of a screen; ``keys`` are Textual key names, single
    characters or sequences of characters; ``label`` is the footer's short word, empty where the footer does
    not show it. Where it has no room for all, those of the highest ``rank`` stay.
    """

    id: str
    keys: tuple[str, ...]
    description: str
    where: str
    label: str = ""
    rank: int = 0

    @property
    def name(self) -> str:
        """The id with its screen, which no other action has: ``compare.why``."""
        return f"{self.where}.{self.id}"


ACTIONS: tuple[Action, ...] = (
    Action("facts", ("f",), "Facts: every fact and who reports it", "app", "Facts", 2),
    Action("summary", ("s",), "Summary: the merged text with its references", "app", "Summary", 2),
    Action("conflicts", ("c",), "Conflicts: where sources contradict each other", "app", "Conflicts", 1),
    Action("map", ("M",), "Map: the story as a picture", "app", "Map"),
    Action("export", ("e",), "Export the summary: Markdown, HTML, mail, JSON", "app", "Export", 2),
    Action("open", ("o",), "Open: add an article, or remove one", "app", "Open", 2),
    Action("note", ("a",), "Note to the paragraph under the cursor", "app"),
    Action("tag", ("t",), "Tags of the paragraph under the cursor", "app"),
    Action("checked", ("C",), "Mark the paragraph under the cursor as checked, or no longer", "app"),
    Action("notes", ("A",), "All notes and tags", "app"),
    Action("undo", ("u",), "Undo the last decision or note", "app"),
    Action("redo", ("ctrl+r",), "Redo", "app"),
    Action("theme", ("T",), "Next theme: dark, light, and both in high contrast", "app"),
    Action("compare_again", ("R",), "Compare again, after it was stopped or failed", "app"),
    Action("help", ("?",), "Help: every key", "app", "Help", 5),
    Action("palette", ("ctrl+p",), "Find an action by name", "app"),
    Action("back", ("escape",), "Back: close what is on top", "app", "Back", 5),
    Action("quit", ("q",), "Quit", "app", "Quit", 2),
    Action("view", ("v",), "Other view: reading or aligned", "compare", "View", 1),
    Action("why", ("w",), "Why is this marked so: the evidence", "compare", "Why", 1),
    Action("zoom", ("z",), "Zoom: this column alone, or all", "compare"),
    Action("differences", ("d",), "Only differences, or everything", "compare"),
    Action("shortest_path", ("p",), "Shortest path: this column, of the others what is new", "compare"),
    Action("link", ("L",), "Unlink the columns' movement, or link it", "compare"),
    Action("hide_column", ("x",), "Hide this column", "compare"),
    Action("show_columns", ("X",), "Show all columns", "compare"),
    Action("move_column(-1)", ("<",), "Move this column to the left", "compare"),
    Action("move_column(1)", (">",), "Move this column to the right", "compare"),
    Action("widen(-1)", ("ctrl+left",), "Make this column narrower", "compare"),
    Action("widen(1)", ("ctrl+right",), "Make this column wider", "compare"),
    Action("equal_widths", ("=",), "Make all columns equally wide", "compare"),
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
    Action("find_fact", ("F",), "Find a fact and go to it", "compare"),
    Action("set_mark", (f"m{LETTER}",), "Mark the sentence with a letter", "compare"),
    Action("jump_to_mark", (f"'{LETTER}",), "Go to the sentence marked with a letter", "compare"),
    Action("jump_back", ("''",), "Back to where you were before the last leap", "compare"),
    Action("copy", ("y",), "Copy the sentence, or what is selected, with its reference", "compare"),
    Action("submit", ("enter",), "Keep the matches and go on reading", "find", "Keep"),
    Action("cancel", ("escape",), "Go back to where the search began", "find", "Cancel"),
    Action("search_next", ("down", "tab"), "Next match", "find", "Next"),
    Action("search_previous", ("up", "shift+tab"), "Previous match", "find", "Previous"),
    Action("pattern", ("alt+r",), "Search for a regular expression, or for plain text", "find", "Pattern"),
    Action("jump", ("enter",), "Show the fact in the text", "jump", "Go to text"),
    Action("cursor(1)", ("down",), "Next fact", "jump"),
    Action("cursor(-1)", ("up",), "Previous fact", "jump"),
    Action("back", ("escape",), "Close without going anywhere", "jump", "Close"),
    Action("next_sentence", ("right", "n", "l"), "Evidence for the next sentence", "why", "Next"),
    Action("previous_sentence", ("left", "p", "h"), "Evidence for the sentence before", "why", "Previous"),
    Action("next_source", ("down", "j"), "The next source's evidence", "why", "Source"),
    Action("previous_source", ("up", "k"), "The evidence of the source before", "why"),
    Action("accept", ("enter",), "Accept what is said of the source in focus", "why", "Accept"),
    Action("reject", ("-",), "Reject it: the source in focus does not report this", "why", "Reject"),
    Action("link", ("=",), "Link to another paragraph of the source in focus", "why", "Link"),
    Action("note", ("a",), "Note to the sentence's paragraph", "why"),
    Action("tag", ("t",), "Tags of the sentence's paragraph", "why"),
    Action("checked", ("C",), "Mark the sentence's paragraph as checked, or no longer", "why"),
    Action("undo", ("u",), "Undo", "why", "Undo"),
    Action("redo", ("ctrl+r",), "Redo", "why"),
    Action("help", ("?",), "Help: every key", "why"),
    Action("back", ("escape", "w", "q"), "Close the panel", "why", "Close"),
    Action("jump", ("enter",), "Show the fact in the text", "facts", "Go to text"),
    *(Action(f"jump_in({n})", (str(n),), f"Show the fact in column {n}", "facts") for n in range(1, 10)),
    Action("filter_kind", ("k",), "Filter by kind of fact", "facts", "Kind"),
    Action("filter_status", ("t",), "Filter by status: all, shared, one source, disputed", "facts", "Status"),
    Action("filter_text", ("/",), "Filter by text", "facts", "Filter"),
    Action("sort", ("S",), "Sort by weight, place in the text, kind, number of sources", "facts", "Sort"),
    Action("why", ("w",), "Why: the evidence for the fact's sentence", "facts", "Why"),
    Action("back", ("escape",), "Clear the text filter; without one, back", "facts", "Back"),
    Action("jump", ("enter",), "Show the conflict in the text", "conflicts", "Go to text"),
    Action(
        "dismiss_conflict",
        ("-",),
        "Dismiss the conflict with a reason, or take that back",
        "conflicts",
        "Dismiss",
    ),
    Action("confirm", ("+",), "Confirm the conflict, or take that back", "conflicts", "Confirm"),
    Action("lesser", ("t",), "Hide the lesser differences, or show them again", "conflicts", "Lesser"),
    Action("undo", ("u",), "Undo", "conflicts", "Undo"),
    Action("redo", ("ctrl+r",), "Redo", "conflicts"),
    Action("why", ("w",), "Why: the evidence for the first passage's sentence", "conflicts", "Why"),
    Action("longer", ("+", "="), "Longer summary", "summary", "Longer", 2),
    Action("shorter", ("-",), "Shorter summary", "summary", "Shorter", 2),
    Action("toggle_line", ("space",), "Drop the line, or keep it again", "summary", "Drop", 2),
    Action("pin", ("P",), "Pin the line, so that it stays at any length, or unpin it", "summary", "Pin"),
    Action("include", ("i",), "Put in the omitted sentence under the cursor", "summary", "Put in", 2),
    Action("swap", ("r",), "Swap the line for another source's wording of the fact", "summary", "Swap"),
    Action("move_line(1)", ("J", "shift+down"), "Move the line down", "summary"),
    Action("move_line(-1)", ("K", "shift+up"), "Move the line up", "summary"),
    Action("note", ("a",), "Note to the line", "summary", "Note"),
    Action("unit", ("b",), "Budget by words, by lines, by share of the shared facts", "summary", "Budget"),
    Action("jump", ("enter",), "Show the line in the text", "summary", "Go to text"),
    Action("export", ("e",), "Export the summary", "summary", "Export", 1),
    Action("undo", ("u",), "Undo", "summary", "Undo", 1),
    Action("redo", ("ctrl+r",), "Redo", "summary"),
    Action("why", ("w",), "Why: the evidence for the line", "summary"),
    Action(
        "jump", ("enter",), "Show the paragraph in the text; on a bar, list its facts", "map", "Go to text"
    ),
    Action("other_half", ("tab",), "From the picture to the bars, and back", "map", "Bars"),
    Action("step(1)", ("down", "j"), "Next paragraph", "map"),
    Action("step(-1)", ("up", "k"), "Previous paragraph", "map"),
    Action("cross(-1)", ("left", "h"), "To the column on the left, along a ribbon if there is one", "map"),
    Action("cross(1)", ("right", "l"), "To the column on the right, along a ribbon if there is one", "map"),
    Action("turn(1)", ("pagedown", "space", "ctrl+d"), "Page down", "map"),
    Action("turn(-1)", ("pageup", "b", "ctrl+u"), "Page up", "map"),
    Action("end(-1)", ("home", "gg"), "First paragraph", "map"),
    Action("end(1)", ("end", "G"), "Last paragraph", "map"),
    Action("why", ("w",), "Why: the evidence for the paragraph's first sentence", "map", "Why"),
    Action("save_picture", ("S",), "Save the map as SVG", "map", "Save"),
    Action("complete", ("tab",), "Complete the path", "open", "Complete"),
    Action("to_list", ("down",), "From the path to the list", "open", "List"),
    Action("to_path", ("shift+tab",), "From the list to the path", "open", "Path"),
    Action("choose", ("enter",), "Open what is under the cursor", "open", "Open"),
    Action("remove", ("-",), "Remove the article under the cursor", "open", "Remove"),
    Action("paste", ("ctrl+n",), "Paste or type the text of an article", "open", "Paste text"),
    Action("back", ("escape",), "Close; nothing is opened", "open", "Close"),
    Action("take", ("ctrl+s",), "Take the text as an article", "paste", "Take it"),
    Action("back", ("escape",), "Close; the text is kept as a draft", "paste", "Close"),
    Action("jump", ("enter",), "Show the text that the note stands by", "notes", "Go to text"),
    Action("note", ("a",), "Change the note under the cursor", "notes", "Note"),
    Action("tag", ("t",), "Change the tags under the cursor", "notes", "Tags"),
    Action("checked", ("C",), "Mark what is under the cursor as checked, or no longer", "notes", "Checked"),
    Action("filter_text", ("/",), "Filter by words", "notes", "Filter"),
    Action("undo", ("u",), "Undo", "notes", "Undo"),
    Action("redo", ("ctrl+r",), "Redo", "notes"),
    Action("back", ("escape",), "Clear the filter; without one, back", "notes", "Back"),
    Action("next_format", ("ctrl+t",), "Next form: Markdown, HTML, mail, JSON", "export"),
    Action("to_clipboard", ("ctrl+y",), "Copy to the clipboard what would be written", "export"),
    Action("replace_file", ("y",), "Replace the file that exists", "export"),
    Action("keep_file", ("n",), "Keep the file that exists", "export"),
    Action("back", ("escape",), "Close without writing; at the question, keep the file", "export"),
    Action("back", ("escape",), "Close without saving the line", "prompt"),
    Action("complete", ("tab",), "Take the suggested tag", "tags"),
    Action("back", ("escape",), "Close without changing the tags", "tags"),
    Action("back", ("escape",), "Close without choosing", "chooser"),
    Action("cursor(1)", ("down",), "Next passage", "chooser"),
    Action("cursor(-1)", ("up",), "Previous passage", "chooser"),
    Action("page(1)", ("pagedown",), "A page down", "chooser"),
    Action("page(-1)", ("pageup",), "A page up", "chooser"),
    Action("back", ("escape",), "Close the help", "help"),
    Action("scroll_list(1)", ("down",), "Scroll down", "help"),
    Action("scroll_list(-1)", ("up",), "Scroll up", "help"),
    Action("page(1)", ("pagedown",), "A page down", "help"),
    Action("page(-1)", ("pageup",), "A page up", "help"),
)


def key_of(table: Sequence[Action], where: str, action: str) -> str:
    """The first key of an action as a person knows it; empty where the table gives it none."""
    keys = (one.keys for one in table if (one.where, one.id) == (where, action))
    return next((key_name(held[0]) for held in keys if held), "")


def is_sequence(key: str) -> bool:
    """Whether ``key`` is typed as several keys, such as ``]u``; names such as ``ctrl+p`` are not."""
    return (len(key) == 2 and not key.isalnum()) or key == "gg"


def key_name(key: str) -> str:
    """A key of the table as a person knows it: ``ctrl+p`` is ``Ctrl+P``, ``pagedown`` is ``PgDn``."""
    if key not in _NAMES and key.startswith("ctrl+"):
        return f"Ctrl+{key.removeprefix('ctrl+').upper()}"
    return _NAMES.get(key, key)
