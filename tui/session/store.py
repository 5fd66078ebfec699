"""Session files: found, read, written whole or not at all, and set aside where they cannot be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock

from tui.atomic import write_atomically
from tui.model import Article
from tui.reading.cleaning import one_line
from tui.session.document import from_json, is_session, to_json
from tui.session.history import Session
from tui.session.identity import Identity, identify, matching
from tui.session.rebase import carry_over
from tui.session.view_state import ViewState

_MOST_BYTES = 20_000_000
_MOST_FILES = 300  # the newest session files that are looked through


class NoSessionError(Exception):
    """A file that was named as a session is something else; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A session as it was left, None if there was none, and what the reader should know about it."""

    session: Session | None
    messages: tuple[str, ...] = ()


class Store:
    """The file in which the session about some articles is kept.

    Args:
        articles: the articles, in the order of their columns.
        folder: where session files are kept, by the contents of their articles.
        file: a file to keep the session in, instead of one in ``folder``.

    Attributes:
        folder: as above.
        path: the file.
    """

    def __init__(self, articles: Sequence[Article], folder: Path, file: Path | None = None) -> None:
        self._articles = tuple(map(identify, articles))
        self.folder = folder
        self._named = file is not None
        contents = "\n".join(sorted(one.content for one in self._articles))
        self.path = file or folder / f"{sha256(contents.encode()).hexdigest()[:32]}.json"
        self._lock = Lock()  # the program saves in a thread, and once more when it ends
        self._held: bytes | None = None  # what the file held when it was last read or written here
        self._seen: set[str] = set()  # the decisions that were read, written or set aside here
        self._told = False

    def about(self, articles: Sequence[Article]) -> Store:
        """The store for other articles: in the same folder, or the same file if one was named."""
        other = Store(articles, self.folder, self.path if self._named else None)
        if other.path == self.path:
            other._held, other._seen, other._told = self._held, set(self._seen), self._told
        return other

    def restore(self) -> Restored:
        """The session that was kept for these articles, or for an earlier state or part of them.

        A file that cannot be read is renamed, never changed; one from which not everything could be carried
        over stays as a copy.

        Raises:
            NoSessionError: the named file is no session, or cannot be read at all.
        """
        if self.path.exists():
            return self._restore(self.path)
        if self._named:
            return Restored(None)
        earlier = self._earlier()
        return Restored(None) if earlier is None else self._restore(earlier)

    def save(self, session: Session) -> str | None:
        """Write the session down; may be called in any thread.

        Decisions that somebody else wrote into the file meanwhile, such as a second window, are copied to a
        file beside it first.

        Returns:
            What the reader should know, once: that there is such a copy.

        Raises:
            OSError: the file cannot be written; what it held before it still holds.
        """
        text = to_json(session, self._articles)
        data = text.encode()
        with self._lock:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            aside = self._keep_other(_decisions(data))
            write_atomically(self.path, text, replace=True)
            self._knows(data)
            if aside is None or self._told:
                return None
            self._told = True
        return one_line(
            "This session is open elsewhere too. What was saved there is kept beside this one as"
            f" “{aside}”; --session opens it."
        )

    def _knows(self, data: bytes) -> None:
        self._held = data
        self._seen.add(_decisions(data))

    def _keep_other(self, own: str) -> Path | None:
        """Copy what the file holds if it has decisions that would be lost; where a cursor stood may be."""
        if not self.path.is_file():
            return None
        data = self.path.read_bytes()
        if data == self._held or not data.strip() or (other := _decisions(data)) in (own, *self._seen):
            return None
        aside = _free(self.path, "other")
        try:
            with aside.open("xb") as stream:
                stream.write(data)
        except OSError:
            aside.unlink(missing_ok=True)
            raise
        self._seen.add(other)
        return aside

    def _restore(self, path: Path) -> Restored:
        try:
            data = _bytes(path)
        except OSError as error:
            if self._named:
                raise NoSessionError(f"“{path}” cannot be read: {error.strerror or error}.") from error
            return Restored(None, (f"The earlier session cannot be read: {error.strerror or error}.",))
        text = _text(data)
        if self._named and text.strip() and not is_session(text):
            raise NoSessionError(f"“{path}” is no session file; name another one after --session.")
        try:
            session, before = from_json(text)
        except ValueError as error:
            return Restored(None, (self._set_aside(path, str(error)),))
        if path == self.path:
            self._knows(data)
        session, messages = carry_over(session, before, self._articles)
        if messages and path == self.path:
            try:
                write_atomically(_free(path, "before"), text, replace=False)
            except OSError as error:
                messages = (*messages, f"No copy of the session could be kept: {error.strerror or error}.")
        return Restored(session, messages)

    def _set_aside(self, path: Path, reason: str) -> str:
        aside = _free(path, "damaged")
        try:
            path.rename(aside)
        except OSError as error:  # nothing can be saved in its folder, so it cannot be overwritten either
            return one_line(f"“{path}” could not be read, nor set aside: {error.strerror or error}. {reason}")
        return one_line(f"The earlier session could not be read and was set aside as “{aside}”. {reason}")

    def _earlier(self) -> Path | None:
        """The newest of the sessions that have most of their articles, or of these, in common with these."""
        best: tuple[int, Path] | None = None
        for path, articles in recent(self.folder):
            common = len(matching(articles, self._articles))
            if 2 * common > min(len(articles), len(self._articles)) and (best is None or common > best[0]):
                best = common, path
        return best[1] if best else None


def recent(folder: Path) -> Iterator[tuple[Path, tuple[Identity, ...]]]:
    """The session files of a folder that can be read, newest first, with the articles they are about."""
    with suppress(OSError):
        files = [(path.stat().st_mtime, path) for path in folder.glob("*.json") if "." not in path.stem]
        for _, path in sorted(files, reverse=True)[:_MOST_FILES]:
            with suppress(OSError, ValueError):
                yield path, from_json(_text(_bytes(path)))[1]


def session_folder() -> Path:
    """The folder for sessions, where the platform keeps what programs remember; it may not exist yet."""
    from platformdirs import user_state_path  # needed only where no other folder is named

    return user_state_path("rashomon", appauthor=False) / "sessions"


def _bytes(path: Path) -> bytes:
    with path.open("rb") as stream:
        return stream.read(_MOST_BYTES)


def _text(data: bytes) -> str:
    return data.decode("utf-8", errors="replace")


def _decisions(data: bytes) -> str:
    """A hash of what the reader decided and marked, whatever else a session file says."""
    with suppress(ValueError):
        session, articles = from_json(_text(data))
        data = to_json(replace(session, view=ViewState(marks=session.view.marks)), articles).encode()
    return sha256(data).hexdigest()


def _free(path: Path, word: str) -> Path:
    """A name beside ``path`` that is not taken."""
    number = 1
    while (candidate := path.with_name(f"{path.stem}.{word}-{number}{path.suffix}")).exists():
        number += 1
    return candidate
