from __future__ import annotations

import pytest

from tui.analysis.names.mentions import find_mentions
from tui.analysis.text.story import Story
from tui.model import Article


def names(text: str) -> list[tuple[str, str | None]]:
    """The names of a text with the role that each is given."""
    return [
        (mention.text, mention.role)
        for mention in find_mentions(Story.of([Article("Gazette", (text,))]).units)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mayor Jane Roe met John O’Neill.", [("Jane Roe", "mayor"), ("John O’Neill", None)]),
        ("Secretary of State Jane Roe spoke.", [("Jane Roe", "secretary")]),
        ("President Moon Jae-in spoke.", [("Moon Jae-in", "president")]),
        ("Prince Harry and Queen Ann came.", [("Harry", "prince"), ("Ann", "queen")]),
        ("J. K. Roe spoke.", [("J. K. Roe", None)]),
        ("Ludwig von Ahn spoke.", [("Ludwig von Ahn", None)]),
        ("He met Ann-Marie Lee in New York.", [("Ann-Marie Lee", None), ("New York", None)]),
        ("Ministers met in Paris, France.", [("Paris", None), ("France", None)]),
        ("The Coastal Ferry Authority closed it.", [("Coastal Ferry Authority", None)]),
        ("The University of Oldport won.", [("University of Oldport", None)]),
        ("They left the Bank of England.", [("Bank of England", None)]),
        ("Roe’s ship sank.", [("Roe", None)]),
        ("US and U.S. officials met.", [("US", None), ("U.S.", None)]),
        ("Meanwhile Roe left.", [("Roe", None)]),
        ("Running late, Roe left.", [("Roe", None)]),
        ("“Roe lied,” he said.", [("Roe", None)]),
        ("On Monday it rained.", []),
        ("Dr. Jane A. Roe spoke.", [("Jane A. Roe", "dr")]),
        ("Mr. Lee met Mrs. Holt.", [("Lee", "mr"), ("Holt", "mrs")]),
        ("Sen. J. R. R. Holt Jr., who spoke.", [("J. R. R. Holt Jr.", "sen")]),
        ("Alan Roe, Jr., left.", [("Alan Roe, Jr.", None)]),
        ("It was Alan Roe III on Monday.", [("Alan Roe III", None)]),
        ("Ursula von der Tann spoke.", [("Ursula von der Tann", None)]),
        ("Jean-Claude van der Berg spoke.", [("Jean-Claude van der Berg", None)]),
        ("Ana de la Cruz and Rui dos Santos.", [("Ana de la Cruz", None), ("Rui dos Santos", None)]),
        ("Sheikh Omar al-Sayed spoke.", [("Omar al-Sayed", "sheikh")]),
        ("Aide Ines d’Ávila spoke.", [("Ines d’Ávila", "aide")]),
        ("Ben van den Berg left. Van den Berg wept.", [("Ben van den Berg", None), ("Van den Berg", None)]),
        ("Shares of AT&T fell.", [("Shares", None), ("AT&T", None)]),
        ("Nobody came. Everyone left. Someone called.", []),
        ("Q: Who left? A: I did.", []),
        ("WATCH: The ship sinks.", []),
        ("MAYOR QUITS OVER SHIP", []),
        ("“WE LOST,” SAID ROSA LINDT OF THE BAKERY.", [("ROSA LINDT", None)]),
        ("MAYOR J.T. OHLE SAID THE U.S. FIRM LEFT.", [("J.T. OHLE", "mayor")]),
        ("@jroe tweeted", []),
        ("mayor jane roe spoke.", []),
        ("", []),
    ],
)
def test_the_names_of_a_text(text: str, found: list[tuple[str, str | None]]) -> None:
    assert names(text) == found
