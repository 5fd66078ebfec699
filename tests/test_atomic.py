from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tui.atomic import write_atomically


def test_a_new_file_is_written_as_utf_8_with_line_ends_as_they_are(tmp_path: Path):
    path = tmp_path / "out.md"
    write_atomically(path, "Zürich ¶1\nend\n", replace=False)
    assert path.read_bytes() == "Zürich ¶1\nend\n".encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["out.md"]


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path):
    (tmp_path / "other").write_text("")
    write_atomically(tmp_path / "out.md", "x", replace=False)
    assert (tmp_path / "out.md").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("replace", [True, False])
def test_an_existing_file_is_replaced_only_if_told_so(tmp_path: Path, replace: bool):
    path = tmp_path / "out.md"
    path.write_text("old")
    if replace:
        write_atomically(path, "new", replace=True)
    else:
        with pytest.raises(FileExistsError):
            write_atomically(path, "new", replace=False)
    assert path.read_text() == ("new" if replace else "old")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path):
    path = tmp_path / "out.md"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new", replace=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("exists", [True, False])
def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path, exists: bool):
    target, link = tmp_path / "folder" / "target.md", tmp_path / "link.md"
    target.parent.mkdir()
    if exists:
        target.write_text("old")
    link.symlink_to(target)
    write_atomically(link, "new", replace=exists)
    assert link.is_symlink()
    assert target.read_text() == "new"


@pytest.mark.parametrize("call", ["os.fsync", "pathlib.Path.replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
):
    def fail(*args: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "out.md"
    path.write_text("old")
    monkeypatch.setattr(call, fail)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, "new", replace=True)
    assert path.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("comes_in_between", [True, False])
def test_without_hard_links_a_file_that_comes_in_between_is_still_safe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, comes_in_between: bool
):
    path = tmp_path / "out.md"

    def fail(*args: object) -> None:
        if comes_in_between:
            path.write_text("other")
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", fail)
    if comes_in_between:
        with pytest.raises(FileExistsError):
            write_atomically(path, "new", replace=False)
    else:
        write_atomically(path, "new", replace=False)
    assert path.read_text() == ("other" if comes_in_between else "new")
    assert len(list(tmp_path.iterdir())) == 1


def test_text_that_utf_8_cannot_hold_changes_nothing(tmp_path: Path):
    path = tmp_path / "out.md"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800", replace=True)
    assert path.read_text() == "old"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, "new", replace=False)
        assert os.read(reader, 10) == b"new"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_folder_is_refused(tmp_path: Path):
    with pytest.raises(IsADirectoryError):
        write_atomically(tmp_path, "new", replace=True)
