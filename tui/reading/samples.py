"""The sample articles that are opened when no file is named."""

from __future__ import annotations

from pathlib import Path


def sample_paths() -> tuple[str, ...]:
    """The sample articles in order: inside the installed package, or in ``seeds`` of a checkout."""
    package = Path(__file__).parent.parent
    installed = package / "seeds"
    folder = installed if installed.is_dir() else package.parent / "seeds"
    paths = tuple(str(path) for path in sorted(folder.glob("*.txt")))
    if not paths:
        raise FileNotFoundError("the sample articles are missing from this installation")
    return paths
