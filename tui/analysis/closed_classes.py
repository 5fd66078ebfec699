"""Closed classes of English words: the few pronouns, determiners, prepositions and conjunctions."""

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
CONJUNCTIONS = frozenset("and but as while when because although though that if so or".split())
