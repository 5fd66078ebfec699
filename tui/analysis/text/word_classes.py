"""Closed classes of English words: pronouns, determiners, prepositions, conjunctions, numerals, dates."""

from __future__ import annotations

PRONOUNS = frozenset("he she they we i it who".split())
DETERMINERS = frozenset("the a an his her their its this that one another some our my".split())
PREPOSITIONS = frozenset(
    """
    of to for with in from by about against on at into over under between among like than after before
    during without within near via including versus toward towards through around behind beside off onto
    upon despite amid
    """.split()
)
CLAUSE_MARKS = frozenset(', ; : — – “ ” " ( )'.split())
"""The marks that part clauses."""
CLAUSE_CUTS = CLAUSE_MARKS | frozenset(
    """
    and but while after before because that who which when as saying with although though
    """.split()
)
"""What parts clauses: marks, conjunctions and relative pronouns."""
NEGATIONS = frozenset(
    """
    not never cannot can't won't don't doesn't didn't isn't wasn't aren't weren't hasn't haven't hadn't
    wouldn't couldn't shouldn't mustn't needn't ain't hardly rarely seldom
    """.split()
)
"""The adverbs and auxiliary verbs that negate a verb."""
NEGATIVE_WORDS = NEGATIONS | frozenset("without neither nor nobody none".split())
"""All words that negate a clause or a part of it."""
SAYING = frozenset("say says said saying tell tells told telling".split())
"""The verbs that tell that something was said, and no more about it."""
REPORTING = SAYING | frozenset("adds added adding stated wrote".split())
"""The verbs that stand for one of saying where somebody is quoted."""
CONJUNCTIONS = frozenset("and but as while when because although though that if so or".split())
TENS = tuple("twenty thirty forty fifty sixty seventy eighty ninety".split())
_BELOW_TWENTY = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen
    """.split()
CARDINALS = {word: number for number, word in enumerate(_BELOW_TWENTY)} | {
    word: 10 * number for number, word in enumerate(TENS, 2)
}
"""The numbers of one word, from zero to ninety."""
ORDINALS = {
    word: number
    for number, word in enumerate(
        """
        first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
        fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
        """.split(),
        1,
    )
}
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
MONTHS = tuple(
    """
    january february march april may june july august september october november december
    """.split()
)
