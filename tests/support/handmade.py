"""A comparison put together by hand, with every feature that an export has to show."""

from __future__ import annotations

from tui.model import (
    AlignmentGroup,
    Article,
    Caution,
    Comparison,
    Conflict,
    ConflictKind,
    ConflictRule,
    Coverage,
    Fact,
    FactKind,
    Level,
    Link,
    Omission,
    Paragraph,
    Passage,
    Quotation,
    Report,
    Sentence,
    Side,
    Source,
    Summary,
    SummaryLine,
)

BRIDGE = "The old bridge over the Sarn was closed on Tuesday. Engineers found 14 cracks."
MAYOR = "“We close it at once,” the mayor said."
CLOSED = "The Sarn bridge has been closed since Tuesday. Inspectors counted 41 cracks in it."
FERRY = "A ferry will run from Friday."
TRUCKS = "Lorries are sent through the village of Upper Marl, where the road is narrow."


def passage(paragraph: str, sentence: str, text: str) -> Passage:
    start = paragraph.index(text)
    return Passage(sentence, start, start + len(text), text)


def comparison(
    *, name: str = "The Sarn Herald", title: str | None = "Bridge closed: what now?"
) -> Comparison:
    """Two accounts: a group with a conflict, gaps on either side, one of them partly filled elsewhere."""
    cracks = Fact(1, FactKind.NAME, "The old bridge", (passage(BRIDGE, "A1.1", "The old bridge"),), 0.5)
    ferry = Fact(2, FactKind.DATE, "from Friday", (passage(FERRY, "B2.1", "from Friday"),), 0.9)
    village = Fact(3, FactKind.PLACE, "Upper Marl", (passage(TRUCKS, "A3.1", "Upper Marl"),), 0.7)
    split, parted = BRIDGE.index(" Engineers"), CLOSED.index(" Inspectors")
    herald = Source(
        "A",
        Article(
            name,
            (BRIDGE, MAYOR, TRUCKS),
            title=title,
            path="herald.txt",
            url="https://example.org/bridge?a=1&b=2",
            date="2031-03-04",
            warnings=(Caution("truncated", "The text breaks off in mid-sentence (“… in the 22”)."),),
        ),
        1,
        (
            Paragraph(
                "A1",
                BRIDGE,
                (
                    Sentence(
                        "A1.1",
                        0,
                        split,
                        BRIDGE[:split],
                        (Report("B", Level.FULL, 0.987654, ("B1.1",)),),
                        (cracks,),
                    ),
                    Sentence(
                        "A1.2",
                        split + 1,
                        len(BRIDGE),
                        BRIDGE[split + 1 :],
                        (Report("B", Level.PARTIAL, 0.5, ("B1.2",)),),
                    ),
                ),
            ),
            Paragraph(
                "A2",
                MAYOR,
                (Sentence("A2.1", 0, len(MAYOR), MAYOR, (Report("B", Level.PARTIAL, 0.25, ("B1.1",)),)),),
                (Quotation(1, 21, MAYOR[1:21], "the mayor", "said"),),
            ),
            Paragraph(
                "A3",
                TRUCKS,
                (Sentence("A3.1", 0, len(TRUCKS), TRUCKS, (Report("B", Level.NONE, 0.0),), (village,)),),
            ),
        ),
    )
    courier = Source(
        "B",
        Article("Marl Courier", (CLOSED, FERRY), path="courier.md"),
        2,
        (
            Paragraph(
                "B1",
                CLOSED,
                (
                    Sentence("B1.1", 0, parted, CLOSED[:parted], (Report("A", Level.FULL, 0.9, ("A1.1",)),)),
                    Sentence(
                        "B1.2",
                        parted + 1,
                        len(CLOSED),
                        CLOSED[parted + 1 :],
                        (Report("A", Level.PARTIAL, 0.6, ("A1.2",)),),
                    ),
                ),
            ),
            Paragraph(
                "B2",
                FERRY,
                (Sentence("B2.1", 0, len(FERRY), FERRY, (Report("A", Level.NONE, 0.0),), (ferry,)),),
            ),
        ),
    )
    number = Conflict(
        1,
        ConflictKind.NUMBER,
        0.8,
        (passage(BRIDGE, "A1.2", "14 cracks"), passage(CLOSED, "B1.2", "41 cracks")),
        ConflictRule.QUANTITY,
        (Side(("A",), "14 cracks"), Side(("B",), "41 cracks")),
    )
    summary = Summary(
        30,
        (
            SummaryLine("A1.1", BRIDGE[:split], ("B1.1",)),
            SummaryLine("B1.2", CLOSED[parted + 1 :], ("A1.2",), (1,)),
            SummaryLine("B2.1", FERRY),
        ),
        (Omission("A3.1", TRUCKS, ("A",)), Omission("A2.1", MAYOR, ("A", "B"))),
        Coverage(4, 2, 2, {"A": 2, "B": 1}, {"A": 1, "B": 1}),
    )
    return Comparison(
        (herald, courier),
        (
            AlignmentGroup(1, {"A": (0,), "B": (0,)}, 0.81239),
            AlignmentGroup(2, {"A": (1,), "B": ()}, 0.0),
            AlignmentGroup(3, {"A": (2,), "B": ()}, 0.0),
            AlignmentGroup(4, {"A": (), "B": (1,)}, 0.0),
        ),
        (Link((("A", 1), ("B", 0)), 0.25),),
        (cracks, ferry, village),
        (number,),
        (),
        summary,
    )
