"""Which language a text is in."""

from __future__ import annotations

import pytest

from tui import Article
from tui.reading.files import gathered
from tui.reading.language import language

ENGLISH = (
    "The council announced on Monday that the talks with the unions will not go on. The demands are too high"
    " for the budget, a spokeswoman said, and it has to be passed by the end of the year. After the meeting"
    " the union called for a strike, which is to begin next week."
)
GERMAN = (
    "Der Stadtrat hat am Montag erklärt, dass er die Gespräche mit den Gewerkschaften nicht fortsetzen wird."
    " Die Forderungen seien für den Haushalt zu hoch, sagte eine Sprecherin. Nach der Sitzung rief die"
    " Gewerkschaft zu einem Streik auf, der in der kommenden Woche beginnen soll."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, "English"),
        (GERMAN, "German"),
        (ENGLISH + " “Wir können das nicht bezahlen, und wir wollen es auch nicht”, he wrote.", "English"),
        (
            "Le conseil a annoncé lundi que les discussions avec les syndicats ne seraient pas poursuivies."
            " Les demandes sont trop élevées pour le budget, a dit une porte-parole. Le syndicat a appelé"
            " après la réunion à une grève qui doit commencer la semaine prochaine.",
            "French",
        ),
        (
            "El ayuntamiento anunció el lunes que no continuará las conversaciones con los sindicatos. Las"
            " demandas son demasiado altas para el presupuesto, dijo una portavoz. El sindicato llamó después"
            " de la reunión a una huelga que debe comenzar la próxima semana.",
            "Spanish",
        ),
        (
            "Il consiglio ha annunciato lunedì che non continuerà le trattative con i sindacati. Le richieste"
            " sono troppo alte per il bilancio, ha detto una portavoce. Il sindacato ha chiamato dopo la"
            " riunione a uno sciopero che deve cominciare la prossima settimana.",
            "Italian",
        ),
        (
            "De gemeenteraad heeft maandag gezegd dat hij niet verder praat met de bonden. De eisen zijn te"
            " hoog voor de begroting, zei een woordvoerster. Na de vergadering riep de bond op tot een"
            " staking, die volgende week in het hele land moet beginnen.",
            "Dutch",
        ),
        (
            "Rada ogłosiła w poniedziałek, że nie będzie prowadzić rozmów ze związkami. Żądania są zbyt"
            " wysokie i nie da się ich spełnić, powiedziała rzeczniczka. Po spotkaniu związek ogłosił strajk,"
            " który ma się zacząć w przyszłym tygodniu i który może być długi.",
            "Polish",
        ),
        (
            "Совет объявил в понедельник, что переговоры с профсоюзами не будут продолжены.",
            "the Cyrillic script",
        ),
        ("市议会周一宣布，不再继续与工会谈判。" * 4, "Chinese"),
        ("市議会は月曜日、組合との交渉を続けないと発表した。" * 4, "Japanese"),
        ("시의회는 월요일 노조와의 협상을 계속하지 않겠다고 발표했다. " * 3, "Korean"),
        ("Der Hafen ist zu.", ""),
        ("港は閉まった。", ""),
        ("Brandt 4, Roe 2, Holt 1, Sayed 7, Lund 3. " * 12, ""),
        ("", ""),
    ],
)
def test_the_language_is_told_by_script_and_function_words(text: str, expected: str) -> None:
    assert language([text]) == expected


@pytest.mark.parametrize(
    ("texts", "cautioned"),
    [
        ((ENGLISH, ENGLISH + " So be it."), (False, False)),
        ((ENGLISH, GERMAN, ENGLISH + " So be it."), (False, True, False)),
        ((GERMAN, ENGLISH, GERMAN + " So ist es."), (True, True, True)),
        (("Der Hafen ist zu.", ENGLISH), (False, False)),
    ],
)
def test_what_is_not_english_or_alone_in_english_gets_a_caution(
    texts: tuple[str, ...], cautioned: tuple[bool, ...]
) -> None:
    read = gathered(gathered([Article.from_text(text, name=f"source {n}") for n, text in enumerate(texts)]))
    kinds = [[caution.kind for caution in article.warnings] for article in read]
    assert kinds == [["language"] if foreign else [] for foreign in cautioned]


def test_chinese_and_japanese_are_counted_in_characters() -> None:
    assert Article("one", ("港は閉まった。", "市议会 2025 年")).words == 6 + 3 + 1 + 1
    assert Article("one", ("Zürich’s harbour – closed\u00a0now",)).words == 5
