"""In which language a text is, told by its script, or by its function words: short texts say nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

READ = "English"
"""The language that the analysis is made for."""
_FUNCTION_WORDS = {
    "English": """
        the of and to in a is was that for it on with as he be by at his from are this which have
        they
    """,
    "German": """
        der die das und den dem des ein eine einen nicht mit auf für ist im von zu sich auch nach
        wird wurde
    """,
    "French": """
        le la les des et du un une dans est que qui pour sur au aux par pas avec ne se ce cette il
        ont été
    """,
    "Spanish": """
        el la los las de y en un una que del por con para se es al su lo como más ha fue sus pero
        este
    """,
    "Portuguese": """
        o a os as de e em um uma que do da dos das no na não por com para se ao mais foi são pelo
    """,
    "Italian": """
        il la le di e un una che del della dei nel nella per con non si è al alla gli sono ha più
        anche
    """,
    "Dutch": """
        de het een en van in is dat op te zijn met voor niet die aan er om ook als bij naar werd
        door
    """,
    "Swedish": """
        och att det som en är på för med av till den har inte ett om de i från var sig kan efter
    """,
    "Danish or Norwegian": """
        og at det som en er på for med av af til den har ikke et om de i fra var seg sig etter
    """,
    "Finnish": """
        ja on ei että se oli hän mutta ovat myös joka kun niin kuin sen mukaan sekä tai jo ole
    """,
    "Polish": """
        i w na z do się nie że to jest o po za od dla przez jak jego który oraz ale był są ze
    """,
    "Czech": """
        a v na se je že s z do o to i za pro by od po jak ve při která který byl jsou ale
    """,
    "Hungarian": """
        a az és hogy is egy nem ez volt meg de el csak azt vagy szerint már mint ezt még
    """,
    "Romanian": """
        și în de la cu pe a un o din că este nu pentru care au fost mai sunt prin după al se
    """,
    "Turkish": """
        ve bir bu için ile da de olarak olan daha çok gibi sonra en kadar ancak değil olduğu her ise
    """,
    "Indonesian or Malay": """
        yang dan di dengan untuk dari ini itu pada dalam tidak akan ke oleh juga telah
    """,
    "Vietnamese": """
        và của là các có trong được cho với một người này đã không những để khi từ ở
    """,
}
_LANGUAGES = {name: frozenset(words.split()) for name, words in _FUNCTION_WORDS.items()}
_SCRIPTS = {
    "Japanese": "\u3040-\u30ff",  # before Chinese: its texts have kana among the ideographs
    "Chinese": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "Korean": "\u1100-\u11ff\uac00-\ud7af",
    "the Cyrillic script": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff\u1f00-\u1fff",
    "the Arabic script": "\u0600-\u06ff\u0750-\u077f",
    "Hebrew": "\u0590-\u05ff",
    "Thai": "\u0e00-\u0e7f",
    "an Indian script": "\u0900-\u0dff",
}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 40  # of which the function words of a language can be told from chance
_FEWEST_LETTERS = 60  # of a script of its own
_KANA_OF_JAPANESE = 0.1  # share of the letters; the rest are ideographs
_MOST_LETTERS = 0.5  # of another script: names and quotations in it are fewer
_COMMON = 0.15  # share of the words that are function words of the language; about .3 in any prose
_CLEARLY = 1.5  # times as many as of English
_SURELY_READ = 0.22  # share that words of English have in no other language


def language(paragraphs: Sequence[str]) -> str:
    """The language, or the script, that a text is in; empty where that cannot be told."""
    text = " ".join(paragraphs)
    words = _WORD.findall(text.lower())
    if len(words) >= _FEWEST_WORDS:
        english = _LANGUAGES[READ]
        if sum(word in english for word in words) >= _SURELY_READ * len(words):
            return READ
    return ("" if text.isascii() else _by_script(text, sum(map(len, words)))) or _by_words(words)


def _by_script(text: str, letters: int) -> str:
    if letters < _FEWEST_LETTERS:
        return ""
    share = {name: len(re.findall(f"[{those}]", text)) / letters for name, those in _SCRIPTS.items()}
    if share["Japanese"] >= _KANA_OF_JAPANESE and share["Japanese"] + share["Chinese"] >= _MOST_LETTERS:
        return "Japanese"
    return next((name for name, part in share.items() if part >= _MOST_LETTERS), "")


def _by_words(words: Sequence[str]) -> str:
    if len(words) < _FEWEST_WORDS:
        return ""
    counts = Counter(words)
    share = {name: sum(counts[word] for word in known) / len(words) for name, known in _LANGUAGES.items()}
    best = max(share, key=lambda name: share[name])
    if best == READ or share[best] < max(_COMMON, _CLEARLY * share[READ]):
        return READ if share[READ] >= _COMMON else ""
    return best
