"""The harbour story by five sources, in wide characters, and from right to left."""

from __future__ import annotations

from dataclasses import replace

from stories import HARBOUR, Telling, harbour, passage, with_reports

from tui.model import Article, Comparison, Fact, FactKind, Level, Report

WIDE = Telling(
    (
        Article(
            "港日報",
            (
                "フェリー「マリーゴールド」は火曜日、ブラックウォーター沖で座礁した。乗客48人は全員救助された。",
                "「霧は数分で下りてきた」と港長は語った。",
                "調査は金曜日に始まる。",
            ),
            title="ブラックウォーター沖でフェリー座礁",
            path="/articles/港日報.txt",
        ),
        Article(
            "海岸通訊",
            (
                "客輪金盞花號週二在黑水外海擱淺，船上有52名乘客。",
                "「霧在幾分鐘內就降下來了」，船長說。這艘船建於1987年。",
            ),
            path="/articles/海岸通訊.txt",
        ),
        Article(
            "섬 라디오",
            (
                "여객선이 블랙워터 앞바다 바위에 걸려 있다. 다친 사람은 없다고 해안경비대가 말했다.",
                "만조 때 예인선 두 척이 배를 끌어낼 예정이다. "
                "섬으로 가는 배는 목요일까지 다니지 않는다 👩\u200d👩\u200d👧.",
            ),
            path="/articles/섬.md",
        ),
    ),
    {
        "A": {
            "Marigold": "マリーゴールド",
            "ran": "座礁",
            "aground": "した",
            "ran aground": "座礁した",
            "Brackwater": "ブラックウォーター",
            "48 passengers": "乗客48人",
            "Tuesday": "火曜日",
            "The fog came down in minutes": "霧は数分で下りてきた",
            "the harbour master said": "港長は語った",
        },
        "B": {
            "Marigold": "金盞花",
            "ran": "擱",
            "aground": "淺",
            "ran aground": "擱淺",
            "Brackwater": "黑水",
            "52 passengers": "52名乘客",
            "Tuesday": "週二",
            "The fog came down in minutes": "霧在幾分鐘內就降下來了",
            "the captain said": "船長說",
            "built in 1987": "建於1987年",
        },
        "C": {
            "Brackwater": "블랙워터",
            "stuck on the rocks": "바위에 걸려 있다",
            "rocks": "바위",
            "Two tugs will try to pull it free at high tide": "만조 때 예인선 두 척이 배를 끌어낼 예정이다",
        },
    },
)
"""In Japanese, Chinese and Korean."""

RIGHT_TO_LEFT = Telling(
    (
        Article(
            "עיתון הנמל",
            (
                "המעבורת מריגולד עלתה על שרטון מול ברקווטר ביום שלישי. כל 48 הנוסעים הובאו לחוף.",
                "”הערפל ירד בתוך דקות”, אמר מנהל הנמל.",
                "חקירה תיפתח ביום שישי.",
            ),
            title="מעבורת עלתה על שרטון מול ברקווטר",
            path="/articles/עיתון.txt",
        ),
        Article(
            "جريدة الساحل",
            (
                "جنحت العبارة ماريغولد قرب براكووتر يوم الثلاثاء وعلى متنها 52 راكبا.",
                "«نزل الضباب في دقائق»، قال القبطان. بنيت العبارة عام 1987.",
            ),
            path="/articles/جريدة.txt",
        ),
        HARBOUR[2],
    ),
    {
        "A": {
            "Marigold": "מריגולד",
            "ran": "עלתה",
            "aground": "שרטון",
            "ran aground": "עלתה על שרטון",
            "Brackwater": "ברקווטר",
            "48 passengers": "48 הנוסעים",
            "Tuesday": "ביום שלישי",
            "The fog came down in minutes": "הערפל ירד בתוך דקות",
            "the harbour master said": "אמר מנהל הנמל",
        },
        "B": {
            "Marigold": "ماريغولد",
            "ran": "جنحت",
            "aground": "العبارة",
            "ran aground": "جنحت",
            "Brackwater": "براكووتر",
            "52 passengers": "52 راكبا",
            "Tuesday": "يوم الثلاثاء",
            "The fog came down in minutes": "نزل الضباب في دقائق",
            "the captain said": "قال القبطان",
            "built in 1987": "بنيت العبارة عام 1987",
        },
    },
)
"""In Hebrew and Arabic, beside English."""

FIVE = Telling(
    (
        *HARBOUR,
        Article(
            "Northern Courier",
            (
                "Some 50 passengers left the ferry in lifeboats after it ran aground off Brackwater.",
                "Residents had complained about the old ferry for years.",
            ),
            title="Night in the lifeboats",
            path="/articles/courier.txt",
        ),
        Article(
            "Evening Herald",
            (
                "The ferry that ran aground off Brackwater is leaking oil, the environment office said.",
                "Two people were slightly hurt.",
            ),
            path="/articles/herald.txt",
        ),
    ),
    {},
)


def five() -> Comparison:
    """The harbour story with two accounts more, of which one joins the dispute about the number."""
    story = with_reports(
        harbour(FIVE),
        {
            "A1.1": (
                Report("B", Level.FULL, 0.91, ("B1.1",)),
                Report("C", Level.PARTIAL, 0.48, ("C1.1",)),
                Report("D", Level.FULL, 0.77, ("D1.1",)),
                Report("E", Level.PARTIAL, 0.52, ("E1.1",)),
            ),
            "D1.1": (Report("A", Level.FULL, 0.74, ("A1.1",)),),
            "E1.1": (Report("A", Level.PARTIAL, 0.44, ("A1.1",)),),
        },
    )
    facts = [
        replace(
            fact,
            passages=(
                *fact.passages,
                *(
                    passage(story, sentence, fact.text)
                    for sentence in ("D1.1", "E1.1")
                    if fact.text in story.sentences[sentence].text
                ),
            ),
        )
        for fact in story.facts
    ]
    lone = [
        Fact(number, FactKind.CLAIM, text, (passage(story, sentence, text),), 1.0)
        for number, (sentence, text) in enumerate(
            [("D2.1", "complained about the old ferry for years"), ("E1.1", "is leaking oil")], 9
        )
    ]
    speakers, numbers = story.conflicts
    numbers = replace(numbers, between=(*numbers.between, passage(story, "D1.1", "50 passengers")))
    return replace(story, facts=(*facts, *lone), conflicts=(speakers, numbers))
