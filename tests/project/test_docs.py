"""The papers are true: their tables are the program's, their examples run, their links lead somewhere."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT
from papers import PAPERS, blocks, key_rows, paper, rows

import tui
import tui.model
from tui.analysis import compare, revise
from tui.app.themes import THEMES
from tui.export.formats import FORMATS
from tui.export.json import to_dict
from tui.keys import ACTIONS
from tui.model import Comparison, Correction, Judgement, Verdict
from tui.reading import ReadingError, read_article, read_articles
from tui.reading.samples import sample_paths
from tui.session import Choices
from tui.settings import Settings, SettingsError, read_settings

each_paper = pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.name)


# Links and names


@each_paper
def test_every_link_leads_to_a_file_and_a_heading_of_it(path: Path):
    for target in re.findall(r"\]\((?!https?:)(.*?)\)", path.read_text("utf-8")):
        name, _, anchor = target.partition("#")
        file = (path.parent / name) if name else path
        assert file.exists(), target
        assert not anchor or anchor in anchors(file.read_text("utf-8")), target


def anchors(text: str) -> set[str]:
    """What headings are called in links."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@each_paper
def test_every_file_of_the_project_that_is_named_exists(path: Path):
    for name in re.findall(r"`((?:tui|tests|docs|seeds)/[\w./-]*)`", path.read_text("utf-8")):
        assert (ROOT / name).exists(), name


@each_paper
def test_no_paper_speaks_of_one_machine_or_of_a_package_registry(path: Path):
    assert not re.findall(
        r"(?:^|[\s`\"'(])/(?:home|root|work|tmp|Users)/|pypi\.|pythonhosted", path.read_text("utf-8")
    )


def test_every_paper_can_be_reached_from_the_readme():
    reached, left = set(), [ROOT / "README.md"]
    while left:
        path = left.pop()
        if path in reached:
            continue
        reached.add(path)
        links = re.findall(r"\]\((?!https?:)([^)#]+\.md)", path.read_text("utf-8"))
        left += [(path.parent / link).resolve() for link in links]
    assert set(PAPERS) <= reached


def test_a_source_distribution_has_all_papers():
    hatch = tomllib.loads(paper("pyproject.toml"))["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {path.relative_to(ROOT).parts[0] for path in PAPERS} <= set(hatch)
    assert all((ROOT / name).exists() for name in hatch)


def test_the_changelog_begins_with_this_version():
    assert re.findall(r"^## \[(.*?)\]", paper("CHANGELOG.md"), re.MULTILINE)[0] == tui.__version__


# Keys, the command line, configuration


def test_all_actions_stand_in_the_tables_of_keys_screen_by_screen_and_nothing_else():
    sections = re.split(r"^## .*\(`(\w+)`\)$", paper("docs/keys.md"), flags=re.MULTILINE)
    documented = {where: rows(text) for where, text in zip(sections[1::2], sections[2::2], strict=True)}
    screens = dict.fromkeys(action.where for action in ACTIONS)
    assert documented == {where: list(key_rows(where)) for where in screens}


def help_of(*command: str) -> str:
    run = [sys.executable, "-m", "tui", *command, "--help"]
    return subprocess.run(run, capture_output=True, text=True, check=True, cwd=ROOT).stdout


def test_the_usage_and_the_examples_are_those_of_help():
    text, shown = paper("docs/command-line.md"), help_of()
    assert shown.split("positional arguments:")[0].strip() in text
    examples = re.findall(r"^  (\S.*?)  +(.*)$", shown.split("examples:")[1].split("\n\n")[0], re.MULTILINE)
    assert examples
    for command, meaning in examples:
        assert f"| `{command.replace('|', chr(92) + '|')}` | {meaning} |" in text
    for variable in re.findall(r"^  ([A-Z_]+)=", shown, re.MULTILINE):
        assert f"| `{variable}" in text


def test_every_option_of_help_is_explained():
    explained = set(re.findall(r"--[a-z-]+", "".join(row[0] for row in rows(paper("docs/command-line.md")))))
    offered = {
        option for c in ((), ("compare",), ("summary",)) for option in re.findall(r"--[a-z-]+", help_of(*c))
    }
    assert offered - {"--help"} == explained - {"--help"}


def test_the_example_of_a_configuration_sets_every_setting(tmp_path: Path):
    (tmp_path / "config.toml").write_text(blocks(paper("docs/configuration.md"), "toml")[0], encoding="utf-8")
    read, shipped = read_settings(tmp_path / "config.toml"), Settings()
    assert all(getattr(read, one.name) != getattr(shipped, one.name) for one in fields(Settings))


def complaint(folder: Path, text: str) -> str:
    (folder / "config.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as error:
        read_settings(folder / "config.toml")
    return str(error.value)


def test_all_settings_are_listed_with_what_they_may_be(tmp_path: Path):
    text = paper("docs/configuration.md")
    listed = rows(text[text.index("| setting |") : text.index("## Keys")])
    known = re.search(r"there are (.*)\.", complaint(tmp_path, "nothing = 1"))
    assert known is not None
    assert {name.strip("`") for name, *_ in listed} == set(known[1].split(", "))
    for name, value, _ in listed:
        if value.startswith("a whole number"):
            assert f"must be {value}." in complaint(tmp_path, f"{name.strip('`')} = -1")


def test_all_themes_are_named():
    assert {theme.name for theme in THEMES} <= set(
        re.findall(r"`(rashomon-.*?)`", paper("docs/configuration.md"))
    )


# Forms of output, and the JSON form


@pytest.mark.parametrize("name", ["README.md", "docs/exports.md"])
def test_the_forms_of_output_are_those_of_the_table(name: str):
    (table,) = re.findall(r"^\| `--format` \|.*?\n\n", paper(name), re.DOTALL | re.MULTILINE)
    assert rows(table) == [
        (f"`{form.name}`", marked(form.suffixes), marked(form.commands), form.purpose) for form in FORMATS
    ]


def marked(words: Sequence[str]) -> str:
    return " ".join(f"`{word}`" for word in words)


@pytest.mark.parametrize("name", ["README.md", "docs/reading.md"])
def test_endings_of_articles_are_read_alike_in_one_row_and_otherwise_in_others(name: str, tmp_path: Path):
    listed = [found for row in rows(paper(name)) if (found := re.findall(r"`(\.\w+)`", row[0]))]
    ways = [{read_with(ending, tmp_path) for ending in endings} for endings in listed]
    assert len(ways) >= 2
    assert len(set.union(*ways)) == len(ways)


def read_with(ending: str, folder: Path) -> tuple[str, ...] | str:
    """The paragraphs of a text in a file with this ending, or why there are none."""
    path = folder / f"article{ending}"
    path.write_text("The *ferry* ran aground.\n\nNobody was hurt, <i>they</i> say.", encoding="utf-8")
    try:
        return read_article(str(path)).paragraphs
    except ReadingError as error:
        return str(error).replace(path.name, "")


@pytest.fixture(scope="module")
def samples() -> Comparison:
    return compare(read_articles(sample_paths()), summary_words=40)


def test_the_json_form_is_documented_key_by_key(samples: Comparison):
    found: dict[str, set[str]] = {}
    for one in (to_dict(samples), *map(partial(decided, samples), Judgement)):
        for path, key in keys_of(one):
            found.setdefault(path, set()).add(key)
    assert documented_keys(paper("docs/json.md")) == found


def decided(comparison: Comparison, judgement: Judgement) -> dict[str, Any]:
    """The JSON form after a reader decided everything there is to decide, all conflicts alike."""
    reported = next(one for one in comparison.sentences.values() if one.reports[0].by)
    correction = Correction(reported.id, reported.reports[0].source, None)
    verdicts = {one.key: Verdict(judgement) for one in (*comparison.conflicts, *comparison.differences)}
    choices = Choices(notes={"A1": "a note"}, tags={"A1": ("a tag",)})
    return to_dict(revise(comparison, (correction,), verdicts), choices)


def keys_of(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Where each key of plain data stands, and the key; ids of sources and paragraphs are no keys."""
    if isinstance(value, list):
        for one in value:
            yield from keys_of(one, f"{path}[]")
    elif isinstance(value, dict):
        for key, one in value.items():
            if re.fullmatch(r"[A-Z]+[\d.]*", key):
                yield from keys_of(one, f"{path}.A")
            else:
                yield path or ".", key
                yield from keys_of(one, f"{path}.{key}".removeprefix("."))


def documented_keys(text: str) -> dict[str, set[str]]:
    """The keys in each table, by the places that the lines before it name."""
    documented: dict[str, set[str]] = {}
    places: list[str] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            # `.` is the whole; other places have brackets, or stand alone as the one thing a table is about
            places = re.findall(r"`(\.|[\w.]+\[\][\w.\[\]]*|coverage)`", line) or places
        elif key := re.match(r"\| `(\w+)` \|", line):
            for place in places:
                documented.setdefault(place, set()).add(key[1])
    return documented


# The method


def test_the_thresholds_are_those_of_the_weights():
    weights = [json.loads(path.read_text("utf-8")) for path in (ROOT / "tui" / "data").glob("*.json")]
    (thresholds,) = [one["thresholds"] for one in weights if one.get("thresholds")]
    named = re.findall(r"0\.\d+", paper("docs/method.md"))
    assert {str(value) for value in thresholds.values()} <= set(named)


# The library


@pytest.mark.parametrize("name", ["README.md", "docs/library.md"])
def test_the_examples_of_the_library_run(name: str):
    examples = blocks(paper(name), "python")
    assert examples
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "\n".join(examples)], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout


def test_everything_that_the_library_offers_is_described():
    text = paper("docs/library.md")
    nouns = [
        name
        for name, one in vars(tui.model).items()
        if isinstance(one, type)
        and one.__module__ == "tui.model"
        and (is_dataclass(one) or issubclass(one, Enum))
    ]
    assert not [name for name in (*tui.__all__, *nouns) if not re.search(rf"\b{name}\b", text)]


def test_the_package_says_that_it_has_types():
    assert (ROOT / "tui" / "py.typed").is_file()
