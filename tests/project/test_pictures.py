"""The pictures that screens are compared with are all in use, and each shows something of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from checkout import ROOT

PICTURES = sorted((ROOT / "tests").rglob("__snapshots__/*/*.svg"))


def module(picture: Path) -> str:
    """The test module that a picture belongs to, from the root of the checkout."""
    return (picture.parents[2] / f"{picture.parent.name}.py").relative_to(ROOT).as_posix()


def test_every_picture_belongs_to_a_test() -> None:
    modules = sorted({module(picture) for picture in PICTURES})
    collect = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *modules]
    done = subprocess.run(collect, cwd=ROOT, capture_output=True, text=True, check=True)
    assert [
        picture
        for picture in PICTURES
        if f"{module(picture)}::{picture.stem}" not in done.stdout.splitlines()
    ] == []


def test_no_two_pictures_are_the_same() -> None:
    assert len({picture.read_bytes() for picture in PICTURES}) == len(PICTURES)
