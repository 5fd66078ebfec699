r"""What stands in an article and reports nothing: bylines, credits, datelines, labels, pleas to read on.

Each pattern answers another question and brings its flags with it; it is compiled where the question is put,
and matched from the start of a line, a sentence or a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

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

# WASHINGTON (AP) — · Washington (CNN)
DATELINE = (
    r"(?:[A-Z][\w.,’' -]{1,40}\((?:[A-Z]{2,}|Reuters)\)\s*[—–-]*|"
    r"[A-Z][A-Z.,' ]{2,40}(?:, [A-Z][a-z]+\.)?\s*[—–-]{1,2}\s)"
)
"""The place and agency that a report opens with."""

_CONTROLS = frozenset(
    line.strip()
    for line in """
    share | save | print | email | e-mail | tweet | copy link | link copied | bookmark | comments | comment
    | view comments | leave a comment | reply | like | follow | menu | search | close | skip to content
    | skip to main content | back to top | advertisement | skip advertisement | listen | play video
    | gift article | open in app | show more | show less | load more | related topics | more on this story
    | read more | published | updated | image caption, | image caption | image source
    """.split("|")
)
_CONTROL_STARTS = (
    "image source,", "image caption,", "listen to this ", "story continues below", "read more:",
    "follow us on ",
)  # fmt: skip
_COUNTED = re.compile(r"\d+ ?-?min(?:ute)?s?(?: (?:read|listen|watch))?$|comments? ?\(\d+\)$|\d+ comments?$")


def is_control(line: str) -> bool:
    """Whether a line is a control or label of the page, by a few words that need no pattern of its kind."""
    line = line.strip().lower()
    return line in _CONTROLS or line.startswith(_CONTROL_STARTS) or _COUNTED.match(line) is not None


_NAME = r"(?:(?-i:[A-Z])[\w.’'-]*|(?-i:de|van|von|der|den|la|le|al|bin))"
_NAMES = rf"{_NAME}(?:\ {_NAME}){{0,4}}"
_AGENCY = (
    r"(?:(?-i:AP|AFP|EPA|PA|UPI|ANI|PTI|RT|DPA|TASS|EFE|ANSA)|Reuters|Getty(?:\ Images)?|Shutterstock|Alamy"
    r"|Landov|Associated\ Press|Agence\ France-Presse|Press\ Association|Xinhua|Bloomberg|Rex\ Features)"
)
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DAY_OF_WEEK = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_UNITS = r"(?:hours?|minutes?|mins?|days?)"

KINDS: Mapping[str, str] = {
    "credit": rf"""
        [(\[]?(?:photo(?:graph)?s?|pictures?|images?|graphic|illustration|screenshot|file\ photo)
          (?:\ ?(?:credits?|source|courtesy)?(?::|\ ©).{{0,90}}
            |\ (?:by|via|courtesy(?:\ of)?)\ {_NAMES}(?:\ ?[/,|]\ ?.{{0,40}}|\ \w+)?\)?\.?)$
      | image\ (?:source|caption|credit|copyright)\b.*
      | [(\[].{{0,80}}\b(?:{_AGENCY}|(?-i:Photo|File|Image)s?|(?-i:Courtesy|Pool))\b[^()\[\]]{{0,40}}[)\]]\.?$
      | (?:{_NAMES}\ ?/\ ?)?{_AGENCY}(?:\ ?/\ ?(?:{_NAMES}|file\ photo|handout|pool))+\.?$
      | {_NAMES}(?:,\ {_NAME})?\ ?/\ ?(?:pool\ photo\ )?(?:via\ )?(?:{_AGENCY}|{_NAMES})(?:\ via\ {_AGENCY})?$
      | [(\[]{_NAMES}(?:\ ?/\ ?{_NAMES})+[)\]]$
      | {_AGENCY}(?:\ [-–—|]\ {_AGENCY})*\.?$
      | {_AGENCY}\ photos?\b(?:\ ?/\ ?{_NAMES})?.{{0,30}}$
      | (?:enlarge|hide|toggle|view|open)\ (?:this\ )?(?:image|caption|photo|gallery
          |full\ ?screen)\b.{{0,160}}$
      | .{{0,200}}\b(?:hide|toggle)\ caption\b.{{0,160}}$
      | .{{0,200}}\.\ ?credit(?-i:[A-Z]).{{0,60}}$
      | \(?(?:file|handout|undated|archive)\ (?:photo|picture|image|handout)s?\)?\.?$
      | (?-i:FILE|File)(?:\ (?-i:PHOTO|Photo))?\s?[-–—:].{{0,400}}$
      | picture\ taken\b.{{0,60}}$
      | .{{10,300}}[^.!?…”"'’]\s[(\[](?:[^()\[\]]{{0,60}}[/:]\ ?)?{_AGENCY}(?:\ (?-i:Photo))?
          (?:/[^()\[\]]{{0,40}})?[)\]]$
      | .{{10,300}}\s{_NAMES}\ ?/\ ?(?:{_AGENCY}|(?-i:Pool))(?:\ ?[/,-]\ ?[\w\ ]{{1,30}})?$
      | {_AGENCY}(?::{_AGENCY})?\ (?-i:[A-Z]).{{0,200}}[^.!?…”"'’]$
      | advertisement(?:\ (?:continue\ reading|story\ continues|scroll|skip)\b.{{0,40}})?$
    """,
    "pointer": r"""
        (?:read|see|watch|listen|also\ (?:read|watch|see))(?:\ (?:more|also|next|now|live|below|here))?
          \ ?[:|].{0,200}$
      | \(?\[?(?:related|more|further\ reading|recommended|go\ deeper|don[’']t\ miss|must[- ]read|opinion
          |analysis|in\ pictures|in\ depth|explainer|video)s?:\ ?\S.{0,200}$
      | (?:read|see|learn|find\ out|discover)\ (?:more|also|next)\b.{0,80}$
      | (?:read|see|watch)\ (?:the\ )?full\ (?:story|report|article|video|list|coverage|text
          |interview)\b.{0,60}$
      | full\ coverage\b[^.!?]{0,80}$
      | .{0,120}\bread\ more$
      | read\ (?:or\ share\ )?this\ (?:story|article)\b.{0,160}$
      | (?:more|other)\ (?:on\ this|from|coverage|related|stories|news|headlines)\b[^.!?]{0,60}$
      | (?:other\ )?related\ (?:developments?|stories|articles?|topics?|links?|coverage|content|videos?|news
          |tags)\b.{0,20}$
      | (?:story|article|post)\ continues(?:\ below.{0,40})?$
      | continue\ reading\b.{0,60}$
      | (?:click|tap|swipe)\ (?:here|on|to|through)\b.{0,80}$
      | \[[^\[\]]{20,160}[^.!?\]]\]$
      | see\ also\b.{0,160}$
      | .{0,100}\((?:video|photos|gallery|watch|listen)\)$
      | (?:story|article)\ highlights$
      | (?:top|latest|trending|most\ (?:read|popular|viewed|shared))\ (?:stories|news|headlines|articles|now
          |videos?)\b[^.!?]{0,30}$
      | most\ (?:read|popular|viewed|shared)$
      | (?:today[’']s|this\ week[’']s)\ must-reads?$
    """,
    "form": r"""
        (?:.{0,100}\b)?(?:to|into|meet|in)\ your\ in-?box\b.{0,80}$
      | (?:please\ )?(?:sign|log)\ ?(?:up|in|on)(?:\ (?:here|now|today|for|to|with|or)\b.{0,120})?\W*$
      | (?:click\ (?:here\ )?to\ )?subscribe(?:\ (?:now|today|here|to|for)\b.{0,120})?\W*$
      | .{0,60}\b(?:our|view\ all|sign\ up|subscribe|select\ a|for\ the)\b.{0,40}\bnewsletters?\b.{0,60}$
      | (?:could\ not\ subscribe|thanks?(?:\ you)?\ for\ (?:subscribing|signing\ up)
          |an\ error\ (?:has\ )?occurred
          |please\ try\ again(?:\ later)?|invalid\ e-?mail(?:\ address)?|please\ re-?enter
          |(?:please\ )?enter\ (?:a\ valid|your)\ e-?mail.{0,30}|you\ (?:can|may)\ (?:unsubscribe
          |opt\ out)\b.{0,60}
          |your\ e-?mail(?:\ address)?|you\ (?:will|agree\ to)\ receive\b.{0,100}
          |you\ must\ (?:select|enter)\b.{0,60}|you\ are\ already\ subscribed\b.{0,60}
          |already\ (?:a\ )?(?:subscriber|registered|have\ an\ account)\b.{0,60})\W*.{0,30}$
      | (?:this\ (?:site|page|form)\ is\ )?protected\ by\ re-?captcha\b.{0,120}$
      | (?:we|this\ (?:site|website|page))\ uses?\ cookies\b.{0,200}$
      | (?:accept|manage|reject)\ (?:all\ )?cookies$
      | (?:cookie|privacy)\ (?:policy|notice|settings)\b.{0,60}$
      | by\ (?:signing\ up|subscribing|submitting|clicking|continuing)\b.{0,200}$
      | (?:to\ (?:continue|keep)\ reading
          |(?:this\ (?:article|story|content)\ is\ )?(?:for|reserved\ for|available\ to)\ subscribers
          |unlock\ this)\b.{0,120}$
      | (?:create|register\ for)\ (?:a|your)\ (?:free\ )?account\b.{0,80}$
      | you(?:\ have|[’']ve)\ (?:reached|read|used)\b.{0,40}\b(?:free\ articles?|limit)\b.{0,80}$
      | (?:get|download)\ (?:the|our)\ .{0,40}\bapp$
    """,
    "control": r"""
        (?:share|save|print|e-?mail|tweet|copy\ link|link\ copied|bookmark|comments?|comment\ now
          |view\ comments
          |leave\ a\ comment|post\ a\ comment|reply|report|like|follow|menu|search|close|home|next|previous
          |back\ to\ top|skip\ to\ (?:main\ )?content|skip\ ad(?:vert(?:isement)?)?|play\ video|play
          |pause|mute
          |listen|listen\ to\ (?:this\ )?(?:article|story).{0,20}|gift\ (?:this\ )?article|open\ in\ app
          |show\ (?:more|less|all)|load\ more|loading(?:\ \.\.\.|…)?|replay|transcript|tags|topics|related
          |trending|breaking|live|exclusive|sponsored|promoted)$
      | (?:share|save)\ (?:this|on|via|to|with)\b.{0,60}$
      | (?:view|show|read|see|hide|join|post)\ (?:all\ )?(?:\d+\ )?(?:comments?|the\ conversation
          |replies)\b.{0,30}$
      | (?:comments?|shares?|likes?|views?)\ ?[(:]\ ?[\d,.]+[km]?\)?$
      | [\d,.]+[km]?\ (?:comments?|shares?|likes?|views?|retweets?|reactions?)$
      | \d+\ ?-?min(?:ute)?s?(?:\ (?:read|listen|watch))?$
      | (?:tags?|topics?|filed\ under|categories)\ ?:.{0,120}$
      | scroll\ (?:down|to)\b.{0,60}$
      | follow\ (?:us|me|him|her|them|@?\w+(?:\ \w+){0,3}|the\ .{0,40})
          \ on\ (?:facebook|twitter|instagram|x|social|youtube|tiktok|google|whatsapp|telegram)\b.{0,100}$
      | (?:like|find|join)\ us\ on\b.{0,80}$
    """,
    "stamp": rf"""
        [—–-]?\s?(?:(?:last|first)\ )?(?:updated?|published|posted|modified|issued|corrected)\b
          (?:\ (?:on|at))?\ ?:?,?\s?
          (?:(?:{_MONTH}|{_DAY_OF_WEEK}|\d|at\b|a\.?m|p\.?m|[ecmp][sd]?t\b|gmt|utc|{_UNITS}|ago
          |yesterday|today
            |[\W\d])\s?)*$
      | (?:\d{{1,2}}\ {_MONTH}\ \d{{4}}|{_MONTH}\ \d{{1,2}},?\ \d{{4}})
          (?:,?\ (?:at\ )?\d{{1,2}}[:.]\d\d.{{0,20}})?$
      | {_DAY_OF_WEEK},?\ (?:\d{{1,2}}\ {_MONTH}|{_MONTH}\ \d{{1,2}}),?\ \d{{4}}\b.{{0,30}}$
      | \d+\ {_UNITS}\ ago$
    """,
    "makers": rf"""
        (?:by|story\ by|reported\ by|written\ by)\ {_NAMES}(?:(?:,\ |\ and\ |,\ and\ ){_NAMES})*
          (?:,?\ (?:{_AGENCY}|[\w\ ]{{0,30}}(?:correspondent|reporter|editor|writer)))?$
      | {_NAMES},\ [\w.]+\.(?:com|ca|org|net|co\.uk)$
      | {_NAMES},\ (?:an?\ )?(?:\w+\ ){{0,4}}(?:correspondent|reporter|editor|columnist|staff\ writer)$
      | \W*(?:additional\ )?(?:report|writ|edit|compil|translat)ing\ by\b.{{0,200}}$
      | \W*contributing:?\ {_NAMES}.{{0,100}}$
      | .{{0,160}}\bcontributed\ (?:reporting|to\ this\ (?:report|story|article|post))\b.{{0,60}}$
      | .{{0,120}}\b(?:correspondent|reporter|writer|editor)s?\b.{{0,80}}\bcontributed\W*$
      | with\ (?:post\ wires|(?:files|additional\ reporting)\ from\b.{{0,60}}
          |{_AGENCY}(?:\ (?:and|,)\ {_AGENCY})*)\W*$
      | (?:write|send\ (?:your\ )?(?:tips|an\ e-?mail|e-?mails)|e-?mail|contact|reach|text)\b(?:\ to)?
          \ ?:?.{{0,80}}@.{{0,80}}$
      | (?:send\ (?-i:us)\ (?:a\ )?(?:note|tip)s?|(?:e-?mail|contact|text|write\ to|call)\ (?-i:us))\b
          .{{0,100}}$
      | .{{0,80}}\bcan\ be\ (?:reached|contacted|followed)\ (?:at|on|via)\b.{{0,60}}(?:@|\d{{3}}).{{0,30}}$
      | (?:we\ pay\ for\ (?:your\ )?(?:stories|videos)|do\ you\ have\ a\ (?:story|tip)|got\ a\ (?:tip|story))
          \b.{{0,100}}$
      | if\ you\ have\ a\ story\b.{{0,100}}$
      | (?:©|copyright\ (?:©|\(c\)|(?:19|20)\d\d|by\b)).{{0,100}}$
      | all\ rights\ reserved\b.{{0,100}}$
      | this\ material\ may\ not\ be\ published\b.{{0,120}}$
      | (?:this|the\ following)\ (?:story|article|post|report|piece|headline)\ (?:was|has\ been|is)
          \ (?:originally|first|updated
          |corrected|developing|being\ updated|published|revised|amended|edited)\b.{{0,200}}$
      | the\ (?:story|article|post|piece|headline)\ (?:was|has\ been)\ (?:updated|corrected|revised|amended)\b
          .{{0,200}}$
      | [(\[]?(?:editor[’']?s?[’']?\ note|correction|clarification)\ ?(?::|\ [–—-])\ ?.{{0,300}}$
      | \(corrects\b.{{0,120}}\)$
      | \([\w\ ]{{3,30}}\ \d\d/\d\d/\d{{4}}\ page\ ?\d+\)$
    """,
    "post": rf"""
        (?:(?:https?://\S+|pic\.twitter\.com/\S+|[\#@]\w+)\s*)*[—–-]+\s?[^@]{{1,60}}\(@\w+\)
          (?:\ {_MONTH}\ \d{{1,2}},\ \d{{4}})?$
      | (?:(?:https?://\S+|pic\.twitter\.com/\S+|[\#@]\w+)\s*)+$
      | .{{0,120}}\ba\ post\ shared\ by\b.{{0,120}}$
      | [\w-]+\.(?:jpe?g|png|gif|mp4)\b.{{0,60}}$
      | (?:poster|src|href|class)="[^"]*".{{0,40}}$
    """,
}
"""Lines and sentences of the page itself, whole, by kind: verbose patterns to be matched without case.

A picture's credit or caption; a pointer to another story; a form to fill in; a control of the page; a time
stamp; who made the text; the frame of a post that is shown.
"""

SLUG = (
    r"-\ ?30\ ?-|\#\#\#|\(?MORE\)?|_{2,}|\*{2,}|-{3,}|={3,}|(?:\*\ ){2,}\*"
    r"|[A-Z]{2}-[A-Z0-9]+-[A-Z0-9-]+(?:,.{0,30})?"
)
"""A wire's mark between its takes, whole; case matters."""
