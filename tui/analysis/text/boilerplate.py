"""Sentences of a news page that report nothing: credits, pleas, pointers to other pages."""

from __future__ import annotations

import re

_BOILERPLATE = re.compile(
    r"""
    \W*(?:
      (?:read|see|more|also|next)\ (?:more|also|next|the\ full|from|on|in)\b.{0,80}$
    | see\ also\b | related(?:\ \w+)?: | watch(?:\ (?:now|live|more|below|the\ video|video))?:
    | (?:click|tap|sign\ up|subscribe|register)\b(?:\ \w+){0,3}\ (?:here|now|today|to\ (?:our|the|read))\b
    | sign\ up(?:\ here|\ loading|\ for|\ to)\b | subscribe\ to\b | follow\ us\b | listen\ to\ .{0,60}$
    | .{0,60}\bnewsletters?\b.{0,60}$ | advertisement$ | share\ this\b | scroll\ down\b
    | photos?(?:graph(?:s|er)?)?(?:\ by|:) | images?(?:\ by|:|\ credit) | getty\ images\b
    | (?:ap|afp|reuters)\ photo\b
    | copyright\b | ©.* | all\ rights\ reserved
    | this\ (?:story|article|post|report)\ (?:was|has\ been|is)
      \ (?:originally|first|updated|corrected|developing|published)\b
    | .{0,120}\bcontributed\ (?:reporting|to\ this\ (?:report|story|article|post))\b.{0,60}$
    | (?:you\ can\ )?(?:reach|contact|e-?mail)\ (?:the\ (?:reporter|writer)|him|her|them|us)\ (?:at|on)\b
    | by\ (?-i:[A-Z])[\w.’'-]+(?:\ (?-i:[A-Z])[\w.’'-]+){1,4}$
    | https?://\S+$
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_boilerplate(sentence: str) -> bool:
    """Whether a sentence belongs to the page and not to the report; when in doubt, it does not."""
    return _BOILERPLATE.match(sentence) is not None
