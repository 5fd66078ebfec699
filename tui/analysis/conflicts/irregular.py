"""Irregular verbs under one form: what one source says was won the other says nobody did win."""

from __future__ import annotations

from functools import cache

from tui.analysis.text.tokens import stem

# Base form, then the forms that do not stem to it.
_VERBS = """
    arise arose arisen/bear bore borne/become became/begin began begun/bind bound/bite bit bitten
    blow blew blown/break broke broken/bring brought/build built/burn burnt/buy bought/catch caught
    choose chose chosen/come came/deal dealt/draw drew drawn/drink drank drunk/drive drove driven
    eat ate eaten/fall fell fallen/feed fed/fight fought/find found/flee fled/fly flew flown
    forbid forbade forbidden/forget forgot forgotten/freeze froze frozen/get got gotten/give gave given
    go went gone/grow grew grown/hang hung/hear heard/hide hid hidden/hold held/keep kept
    know knew known/lay laid/lead led/leave left/lend lent/lose lost/make made/mean meant/meet met
    pay paid/ride rode ridden/ring rang rung/rise rose risen/run ran/see saw seen/seek sought/sell sold
    send sent/shake shook shaken/shine shone/shoot shot/show shown/shrink shrank shrunk/sing sang sung
    sink sank sunk/sleep slept/speak spoke spoken/spend spent/stand stood/steal stole stolen
    strike struck/swear swore sworn/swim swam swum/take took taken/teach taught/tear tore torn
    throw threw thrown/understand understood/wake woke woken/wear wore worn/win won winning
    withdraw withdrew withdrawn/write wrote written
    """
_BASE = {
    stem(form): stem(base)
    for line in _VERBS.strip().splitlines()
    for base, *forms in (verb.split() for verb in line.split("/"))
    for form in forms
}


@cache
def base(word: str) -> str:
    """The stem of a verb's base form, for a stem of any of its forms; other stems as they are."""
    return _BASE.get(word, word)
