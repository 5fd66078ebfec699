"""The README says what the program does: its key table, usage and picture are taken from the program."""

from __future__ import annotations

import re
import subprocess
import sys
from itertools import groupby

from checkout import ROOT

from tui.keys import ACTIONS

README = (ROOT / "README.md").read_text(encoding="utf-8")
PLACES = {
    "app": "Everywhere",
    "compare": "Compare",
    "why": "Why",
    "facts": "Facts",
    "conflicts": "Conflicts",
    "summary": "Summary",
    "map": "Map",
    "notes": "Notes",
    "open": "Open",
    "export": "Export",
}


def key_table() -> str:
    """The keys of every screen as Markdown; those of columns 1 to 9 as one line."""
    lines = []
    for where, place in PLACES.items():
        lines += [f"**{place}**", "", "| keys | |", "|---|---|"]
        listed = [action for action in ACTIONS if action.where == where]
        for _, same in groupby(listed, key=lambda action: re.sub(r"\(\d\)$", "", action.id)):
            actions = list(same)
            keys = " ".join(f"`{key}`" for key in actions[0].keys)
            description = actions[0].description
            if len(actions) > 1:
                keys, description = f"`1`–`{len(actions)}`", description.replace(" 1", " 1 to 9")
            lines.append(f"| {keys} | {description} |")
        lines.append("")
    return "\n".join(lines)


def test_the_key_table_is_the_programs():
    assert key_table() in README


def test_the_usage_is_what_help_prints():
    shown = subprocess.run(
        [sys.executable, "-m", "tui", "--help"], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout
    assert shown.split("positional arguments:")[0].strip() in README
    for command in re.findall(r"^  (rashomon .*?)(?:  |$)", shown, re.MULTILINE):
        assert command in README


def test_the_pictures_and_files_it_names_exist():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
