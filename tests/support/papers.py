"""The papers of the project, and what tests look for in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from checkout import ROOT

from tui.keys import ACTIONS, Action

PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def paper(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def blocks(text: str, language: str) -> list[str]:
    """The code blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)


def rows(text: str) -> list[tuple[str, ...]]:
    """The cells of all rows of tables, without their heads."""
    bodies = re.sub(r"^\|.*\n\|[-|]+\|$", "", text, flags=re.MULTILINE)
    return [
        tuple(cell.strip() for cell in re.split(r"(?<!\\)\|", line))
        for line in re.findall(r"^\|(.*)\|$", bodies, re.MULTILINE)
    ]


def key_rows(where: str) -> Iterator[tuple[str, str, str]]:
    """Keys, description and name of each action of a screen; those of columns 1 to 9 in one row."""
    of_screen = [action for action in ACTIONS if action.where == where]
    for _, family in groupby(of_screen, key=_family):
        first, *others = family
        if others:
            last = others[-1]
            described = first.description.replace(first.keys[0], f"{first.keys[0]} to {last.keys[0]}")
            yield f"`{first.keys[0]}`–`{last.keys[0]}`", described, f"`{first.id}` … `{last.id}`"
        else:
            yield " ".join(f"`{key}`" for key in first.keys), first.description, f"`{first.id}`"


def _family(action: Action) -> str:
    return action.id.partition("(")[0] if action.keys[0].isdigit() else action.id
