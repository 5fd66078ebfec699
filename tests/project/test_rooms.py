"""The rooms of the house are those that its drawing has, and what they import stands below them there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import ROOT
from papers import paper, rows

LISTED = [name.strip("`").rstrip("/") for name, *_ in rows(paper("docs/architecture.md"))]
INNER = [room for room in LISTED if room.startswith("tui/analysis/")]
OUTER = [room for room in LISTED if room not in INNER]
ANALYSIS = OUTER.index("tui/analysis") + 1
ROOMS = [*OUTER[:ANALYSIS], *INNER, *OUTER[ANALYSIS:]]
"""From the top down."""

DOOR = "tui/__init__.py"
"""Leads to every room, once somebody goes through it."""


@pytest.mark.parametrize(("folder", "listed"), [("tui", OUTER), ("tui/analysis", INNER)])
def test_every_room_stands_in_the_drawing_and_no_other(folder: str, listed: list[str]):
    parts = [
        one for one in (ROOT / folder).iterdir() if one.suffix == ".py" or (one / "__init__.py").exists()
    ]
    assert {one.relative_to(ROOT).as_posix() for one in parts} - {"tui/analysis/__init__.py"} == set(listed)


@pytest.mark.parametrize("room", [room for room in ROOMS if room != DOOR])
def test_a_room_imports_only_what_stands_below_it(room: str):
    below = ROOMS[ROOMS.index(room) :]
    assert [module for module in imported_by(ROOT / room) if room_of(module) not in below] == []


def imported_by(room: Path) -> Iterator[str]:
    """The names of ours that a room imports, at once or later, but for those of type checking."""
    for file in [room] if room.suffix else sorted(room.rglob("*.py")):
        for node in executed(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "tui":
                yield from (f"{node.module}.{alias.name}" for alias in node.names)


def executed(tree: ast.AST) -> Iterator[ast.AST]:
    """All that is in a tree and not under ``if TYPE_CHECKING``."""
    for node in ast.iter_child_nodes(tree):
        if not (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"):
            yield node
            yield from executed(node)


def room_of(module: str) -> str:
    """The room that a module, or a name in one, belongs to."""
    path = f"{module.replace('.', '/')}/"
    around = [room for room in ROOMS if path.startswith(f"{room.removesuffix('.py')}/")]
    return max(around, key=len, default=DOOR)
