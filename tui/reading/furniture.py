r"""What stands in an article and reports nothing: bylines, credits, datelines, labels, pleas to read on.

Each pattern answers another question and brings its flags with it; it is compiled where the question is put,
and matched from the start of a line, a sentence or a paragraph.
"""

from __future__ import annotations

BYLINE = (
    r"(?:(?i:by|story by|reported by|written by|from|with)\s+){name}(?:(?:,| and| &)?\s+{name})*$".replace(
        "{name}", r"(?:[^\W\d_a-z][\w.’'-]*|de|van|von|der|den|la|le|al|bin)"
    )
)
"""A line with the names of the writers and nothing else."""

TIME_STAMP = r"(?i:(?:last |first )?(?:updated|published|posted|modified|issued)\b).*\d"
"""A line that says when the page was made or changed."""

LABEL_OF_LINE = (
    r"(?i:file|photo|image|picture|video|caption|credit|correction|editor[’']s note|share|close)\s*[:—–-]"
)
"""The beginning of a line that says what stands beside it."""

LABEL = r"\W*(?:[\w’'-]+ ){0,2}[\w’'-]+:"
"""The beginning of a paragraph with a label of its own, whatever it is: up to three words and a colon."""

CREDIT = (
    r"(?:[(/|©]|\bvia\b)[^()]{0,60}\b"
    r"(?:AP|AFP|EPA|PA|UPI|ANI|PTI|(?i:reuters)|Getty|Shutterstock|Images?|Photos?|Press)\b"
)
"""A picture's credit, as captions have at their end: searched for, not matched."""

INVITATION_OR_CONTRIBUTORS = (
    r"(?i)\W*(?:read|see|watch|listen|follow|share|sign (?:up|in)|subscribe|click|write to|send"
    r"|e-?mail|contact|reach|visit|join|download|you can|please|continue|advertisement|copyright"
    r"|more (?:on|from)|related)\b"
    r"|.*\b(?:contributed|contributing|(?:report|edit|writ|compil|translat)(?:ing|ed|ten)\W+(?:by|from))\b"
)
"""A paragraph that speaks to the reader or names who helped; as a rule it ends without a full stop."""

CREDIT_LINE = r"(?i)^(?:by|photo|image|video|credit|source|editor['’]s note)\b[^.]{0,60}[.]?$"
"""A short sentence that gives a credit and nothing else."""

# WASHINGTON (AP) — · Washington (CNN)
DATELINE = (
    r"(?:[A-Z][\w.,’' -]{1,40}\((?:[A-Z]{2,}|Reuters)\)\s*[—–-]*|"
    r"[A-Z][A-Z.,' ]{2,40}(?:, [A-Z][a-z]+\.)?\s*[—–-]{1,2}\s)"
)
"""The place and agency that a report opens with."""

NO_REPORT = r"""(?ix)
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
"""
"""A sentence that belongs to the page and not to the report: it is never compared."""
