"""The table of formats, and that whoever names the formats names those of the table."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import ROOT
from handmade import comparison

from tui.export.formats import (
    COMPARE,
    FORMATS,
    SUMMARY,
    Format,
    format_named,
    format_of_file,
    formats_of,
    with_next_suffix,
)
from tui.keys import ACTIONS

COMMANDS = (COMPARE, SUMMARY)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_every_form_has_a_name_of_its_own_and_makes_whole_lines(form: Format):
    assert format_named(form.name) is form
    text = form.render(comparison(), None, None)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", ["yaml", "", "Markdown", "letter"])
def test_an_unknown_name_is_an_error_that_says_which_names_there_are(name: str):
    with pytest.raises(ValueError, match=f"“{name}”.*text, markdown, html, mail, json, plain"):
        format_named(name)


@pytest.mark.parametrize("command", COMMANDS)
def test_no_ending_asks_for_two_forms_of_one_command(command: str):
    suffixes = [suffix for form in formats_of(command) for suffix in form.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("path", "compared", "summarised"),
    [
        ("a.txt", "text", "mail"),
        ("A.TXT", "text", "mail"),
        ("a.htm", "html", "html"),
        ("a.json", "json", "json"),
        ("a.markdown", "markdown", "markdown"),
        ("a.md/b", "text", "markdown"),
        ("a.docx", "text", "markdown"),
        ("", "text", "markdown"),
    ],
)
def test_the_ending_of_a_file_asks_for_a_form_that_the_command_offers(
    path: str, compared: str, summarised: str
):
    found = [format_of_file(path, formats_of(command)).name for command in COMMANDS]
    assert found == [compared, summarised]


def test_the_next_endings_go_through_all_forms_and_back():
    offered = formats_of(SUMMARY)
    paths = ["story.md"]
    for _ in offered:
        paths.append(with_next_suffix(paths[-1], offered))
    assert paths == ["story.md", "story.html", "story.txt", "story.json", "story.md"]


# Who names the forms


def enumerated(forms: tuple[Format, ...], last: str) -> str:
    *labels, end = (form.label for form in forms)
    return f"{', '.join(labels)}{last}{end}"


def helped(*arguments: str) -> str:
    command = [sys.executable, "-m", "tui", *arguments, "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return " ".join(shown.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_a_command_has_its_forms_and_what_they_are_good_for(command: str):
    offered = formats_of(command)
    shown = helped(command)
    assert f"--format {{{','.join(form.name for form in offered)}}}" in shown
    assert f"by the ending of OUT, or {offered[0].name})" in shown
    assert all(f"{form.name}: {form.purpose}" in shown for form in offered)


def test_the_help_of_the_program_names_the_forms_of_its_commands():
    shown = helped()
    assert f"print the comparison: {enumerated(formats_of(COMPARE), ' or ')}" in shown
    assert f"print the merged summary: {enumerated(formats_of(SUMMARY), ' or ')}" in shown


def test_the_keys_that_export_name_the_forms_of_the_summary():
    descriptions = {action.description for action in ACTIONS}
    named = enumerated(formats_of(SUMMARY), ", ")
    assert {f"Export the summary: {named}", f"Next form: {named}"} <= descriptions


def tables(path: Path) -> Iterator[list[str]]:
    """The tables of a Markdown file, each as its rows without the two of its head."""
    for table in re.findall(r"(?:^\|.*\n)+", path.read_text(encoding="utf-8"), re.MULTILINE):
        yield table.splitlines()[2:]


def test_the_documented_table_of_forms_has_the_rows_of_the_programs():
    def code(names: tuple[str, ...]) -> str:
        return " ".join(f"`{name}`" for name in names)

    rows = [
        " ".join(
            f"| `{form.name}` | {code(form.suffixes)} | {code(form.commands)} | {form.purpose} |".split()
        )
        for form in FORMATS
    ]
    papers = [ROOT / "README.md", *ROOT.glob("docs/*.md")]
    assert rows in [table for paper in papers for table in tables(paper)]
