from __future__ import annotations

import pytest

from tui.analysis.text.boilerplate import is_boilerplate


@pytest.mark.parametrize(
    "sentence",
    [
        "Read more",
        "Read more: The bridge that nobody wanted",
        "SEE ALSO: Mayor under fire",
        "(RELATED: Ferry runs aground)",
        "Photo: The Sarn Herald",
        "This story has been updated.",
        "The wire service contributed to this report.",
        "Sign up here.",
        "Subscribe to our morning letter",
        "Contact him at desk@example.org.",
        "By Edna Holm",
        "Copyright 2024 The Sarn Herald.",
    ],
)
def test_what_belongs_to_the_page(sentence: str) -> None:
    assert is_boilerplate(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The photo was taken on Monday.",
        "Poor drainage contributed to the flood.",
        "By Friday the water had gone.",
        "By the time they arrived it was over.",
        "He read more than forty books in prison.",
        "More than 200 people were hurt.",
        "Watch your language!",
        "Sign language was used.",
        "Advertisement spending rose by 4%.",
    ],
)
def test_what_belongs_to_the_report(sentence: str) -> None:
    assert not is_boilerplate(sentence)
