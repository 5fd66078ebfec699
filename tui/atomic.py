"""Files that are either whole or not there."""

from __future__ import annotations

import os
import secrets
import stat
from pathlib import Path


def write_atomically(path: str | os.PathLike[str], text: str, *, replace: bool) -> None:
    """Write ``text`` as UTF-8 so that ``path`` never holds a part of it.

    A symbolic link is followed; a file that is replaced keeps its permissions. What is no regular file, such
    as ``/dev/stdout``, cannot be replaced and is written to.

    Args:
        path: where to write; its folder must exist.
        text: what to write, line ends as they are.
        replace: whether a file that exists may be replaced.

    Raises:
        FileExistsError: the file exists and ``replace`` is false.
        OSError: the file cannot be written; nothing was changed.
    """
    data = text.encode("utf-8")
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with Path(path).open("wb") as stream:
            stream.write(data)
        return
    target = Path(path).resolve()
    if mode is not None and not replace:
        raise FileExistsError(f"{path} exists")
    if mode is not None and not os.access(target, os.W_OK):
        raise PermissionError(f"{path} is write-protected")
    draft = target.with_name(f".rashomon-{secrets.token_hex(8)}.tmp")
    try:
        with draft.open("xb") as stream:  # created with the user's umask, which mkstemp would not honour
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            draft.chmod(stat.S_IMODE(mode))
        _publish(draft, target, replace=replace)
    finally:
        draft.unlink(missing_ok=True)


def _mode(path: str | os.PathLike[str]) -> int | None:
    try:
        return Path(path).stat().st_mode
    except FileNotFoundError:
        return None


def _publish(draft: Path, target: Path, *, replace: bool) -> None:
    if replace:
        draft.replace(target)
        return
    try:
        os.link(draft, target)  # unlike a rename, a hard link never replaces what came in between
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError(f"{target} exists") from None
        draft.replace(target)
