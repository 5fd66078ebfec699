from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT

HEAVY = ("textual", "rich", "numpy", "nltk", "rapidfuzz", "trafilatura", "lxml", "tui.reading.web")


def loaded_by(code: str, *arguments: str) -> set[str]:
    """Which of the heavy libraries are loaded after running ``code`` in a fresh interpreter."""
    report = f"""
import atexit, sys
atexit.register(lambda: print(*(m for m in {HEAVY!r} if m in sys.modules), file=sys.stderr))
{code}"""
    result = subprocess.run(
        [sys.executable, "-c", report, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(result.stderr.split())


@pytest.mark.parametrize(
    "module", ["tui", "tui.ids", "tui.model", "tui.keys", "tui.session", "tui.reading", "tui.cli"]
)
def test_a_light_module_loads_nothing_heavy(module: str):
    assert loaded_by(f"import {module}") == set()


@pytest.mark.parametrize("option", ["--version", "--help"])
def test_version_and_help_load_nothing_heavy(option: str):
    assert loaded_by("from tui.cli import main; sys.exit(main())", option) == set()


def test_json_is_printed_without_textual():
    samples = sorted(map(str, (ROOT / "seeds").glob("*.txt")))
    loaded = loaded_by("from tui.cli import main; sys.exit(main())", "compare", "--format", "json", *samples)
    assert "numpy" in loaded
    assert "textual" not in loaded


def test_the_first_frame_waits_for_no_language_library():
    code = """
from tui.app import RashomonApp
from tui.model import Article
RashomonApp((Article("a", ("One paragraph.",)),))
"""
    loaded = loaded_by(code)
    assert "textual" in loaded
    assert loaded.isdisjoint({"numpy", "nltk", "rapidfuzz", "trafilatura", "lxml", "tui.reading.web"})


def test_only_a_web_page_loads_what_reads_web_pages(tmp_path: Path):
    text, page = tmp_path / "a.txt", tmp_path / "a.html"
    text.write_text("The ferry ran aground on Tuesday.", encoding="utf-8")
    page.write_text("<html><body><p>The ferry ran aground on Tuesday.</p></body></html>", encoding="utf-8")
    code = "from tui.reading import read_article; read_article(sys.argv[1])"
    assert loaded_by(code, str(text)) == set()
    assert loaded_by(code, str(page)) == {"trafilatura", "lxml"}


def test_the_library_interface_is_found_in_the_package_itself():
    assert "numpy" in loaded_by("from tui import Article, Comparison, article_from_text, compare, to_dict")


@pytest.mark.parametrize("first", ["tui", "tui.ids", "tui.model", "tui.reading", "tui.export.json"])
def test_articles_are_read_and_comparisons_written_whichever_module_comes_first(first: str):
    code = f"""
import {first}
from tui.model import Article, Comparison, Summary
article = Article.from_text("A ferry ran aground.", name="Herald")
assert article.paragraphs == ("A ferry ran aground.",)
assert Comparison((), (), (), (), (), (), Summary(20)).to_dict()["sources"] == []
"""
    assert loaded_by(code) == set()
