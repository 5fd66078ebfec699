"""The people and bodies an article names: where, in which role, and by which fullest name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from tui.analysis.given_names import FEMALE, GIVEN, MALE
from tui.analysis.language import FUNCTION_WORDS, Token
from tui.analysis.story import Story, Unit

_MALE_TITLES = frozenset("mr sir lord king prince".split())
_FEMALE_TITLES = frozenset("mrs ms miss lady dame queen princess madam".split())
_PLAIN_TITLES = frozenset(
    """
    dr prof rev fr sr sen sens rep reps gov lt gen col maj capt sgt cpl adm cmdr supt insp det pres amb
    atty hon messrs eam dep asst st pm dc
    """.split()
)
_MALE_ROLES = frozenset(
    """
    spokesman chairman congressman businessman policeman father son brother husband uncle
    """.split()
)
_FEMALE_ROLES = frozenset(
    """
    spokeswoman chairwoman congresswoman businesswoman policewoman mother daughter sister wife widow
    aunt
    """.split()
)
ROLES = (
    frozenset(
        """
    president premier chancellor minister secretary senator representative congressperson governor mayor
    councillor councilman councilwoman councilmember ambassador envoy attorney prosecutor judge justice
    commissioner director chief chair chairperson speaker leader deputy general admiral colonel major
    captain lieutenant sergeant officer inspector superintendent detective commander sheriff professor
    doctor reverend pastor bishop archbishop cardinal pope rabbi imam sheikh emir sultan ayatollah
    chairman ceo coo cfo founder cofounder owner manager coach spokesperson spokesman spokeswoman
    candidate nominee lawyer counsel economist analyst strategist pollster historian author writer
    editor reporter correspondent journalist anchor host actor actress singer activist organizer
    organiser lawmaker legislator whip aide adviser advisor consultant executive treasurer comptroller
    auditor consul diplomat scientist researcher astronomer epidemiologist physician surgeon nurse
    teacher resident neighbor neighbour farmer fisherman student witness victim undersecretary vice
    prime justices senators ministers presidents governors judges reps republican democrat democratic
    gop conservative
    """.split()
    )
    | _MALE_ROLES
    | _FEMALE_ROLES
)
# What follows "of" in a title: the Secretary of State, the Minister of External Affairs.
_OFFICES = frozenset(
    """
    state defense defence treasury commerce labor labour energy education transportation agriculture
    interior justice homeland security veterans affairs foreign external health human services staff
    finance police representatives the
    """.split()
)
BODIES = frozenset(
    """
    university college school institute institution foundation department ministry agency bureau office
    committee commission council court congress senate house parliament party union association
    federation league society club group corporation corp company inc ltd llc bank fund press news times
    post journal tribune herald guardian magazine network center centre hospital church army navy force
    forces nations states kingdom organization organisation administration government authority board
    service services airlines campaign coalition alliance act bill treaty agreement summit conference
    games street avenue road river sea ocean island islands county city district province region valley
    mountain park airport station international national today tv radio media cnn nbc abc cbs bbc fox
    msnbc ap afp reuters nyt politico un eu nato fbi cia nsa doj dhs epa cdc who icc nfl nba data watch
    project initiative capitol hill north south east west new san los las saint mount lake fort great
    united white supreme american
    """.split()
)
CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december jan feb mar apr jun jul aug sept sep oct nov dec easter
    christmas thanksgiving ramadan
    """.split()
)
PARTICLES = frozenset("de da di del della der den du la le van von bin ibn al el ben abu ter dos".split())
_OF = frozenset(
    """
    university department ministry house bank court board bureau school college secretary minister city
    council institute chief leader speaker sea
    """.split()
)
_LONGEST = 6  # words of a name
_TELL_TALE = frozenset(
    """
    said says has had told added wrote tweeted charged replied recalled argued insisted warned
    """.split()
)
_SYLLABLES = frozenset(
    """
    un in il jin kyun hye hyun chan ho wook seok ju woo hee sun ki young jong min
    """.split()
)
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_OPENERS = FUNCTION_WORDS | frozenset(
    """
    meanwhile however earlier later yesterday today tomorrow according asked speaking according first
    second third last next yes well perhaps maybe instead still yet also even many several despite
    without within since though although another every whether like unlike among amid during following
    based ultimately finally indeed former ex already together soon often sometimes again overall nearly
    almost less roughly prior ahead due thanks aside upon while once republican republicans democrat
    democrats democratic gop critics officials police analysts experts observers added continued replied
    concluded explained countered
    """.split()
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a paragraph: offsets without titles (``start``) and with them (``outer``), its role."""

    paragraph: int
    outer: int
    start: int
    end: int
    text: str
    role: str | None


def words_of(name: str) -> list[str]:
    """The words of a name, lower-cased, without suffixes such as Jr."""
    words = [word.strip(".,'’").lower() for word in name.replace("’s", "").split()]
    return [word for word in words if word and word not in _SUFFIXES]


def surname(name: str) -> str:
    """The last word of a name, lower-cased."""
    words = words_of(name)
    return words[-1] if words else ""


class Cast:
    """Everybody one article names."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._lower = {t.norm for unit in units for t in unit.tokens if t.text.islower()}
        self._inside = {
            t.text for unit in units for t in _inner(unit.tokens) if t.is_capitalised and t.is_word
        }
        self.mentions: dict[int, list[Mention]] = {}
        self._full: dict[str, list[tuple[int, int, str]]] = {}
        self._gender: dict[str, str] = {}
        self._people: set[str] = set()
        self._roles: list[tuple[int, int, str, str]] = []
        self._counts: Counter[str] = Counter()
        for unit in units:
            for mention in self._find(unit):
                self.mentions.setdefault(unit.paragraph, []).append(mention)
        for mention in self.all():
            self._register(mention)

    def all(self) -> Iterable[Mention]:
        """Every mention, in reading order."""
        for paragraph in sorted(self.mentions):
            yield from self.mentions[paragraph]

    def full(self, name: str, paragraph: int, offset: int) -> str:
        """The fullest name the article gives for ``name`` as it stands at a place; at least itself."""
        words = words_of(name)
        if len(words) != 1:
            longer = [
                (p, o, full)
                for p, o, full in self._full.get(surname(name), ())
                if words[:1] == words_of(full)[:1] and len(words_of(full)) > len(words)
            ]
        else:
            gender = self._gender.get(name.lower())
            longer = [
                (p, o, full)
                for p, o, full in self._full.get(words[0], ())
                if gender is None or self._gender.get(full.lower(), gender) == gender
            ]
        if not longer:
            return name
        before = [entry for entry in longer if entry[:2] <= (paragraph, offset)]
        if len(words) == 1 and len({f for _, _, f in longer}) > 1 and before:
            return max(before, key=lambda e: (self._counts[e[2]] > 1 or len(before) == 1, e[:2]))[2]
        return (before or longer)[0][2] if not before else max(before, key=lambda e: (len(e[2]), e[:2]))[2]

    def gender(self, name: str) -> str | None:
        """``m`` or ``f`` where titles or the given name tell."""
        known = self._gender.get(name.lower())
        if known:
            return known
        first = words_of(name)[:1]
        if first and len(words_of(name)) > 1 and not (first[0] in MALE and first[0] in FEMALE):
            return "m" if first[0] in MALE else "f" if first[0] in FEMALE else None
        return None

    def is_person(self, name: str) -> bool:
        """Whether the article shows that it is a person: by a title, a role, a given name or an initial."""
        return name.lower() in self._people or surname(name) in self._people

    def holder(self, role: str, paragraph: int, offset: int) -> str | None:
        """Whom the article last named with a role, before a place."""
        held = [entry for entry in self._roles if entry[2] == role and entry[:2] <= (paragraph, offset)]
        return held[-1][3] if held else None

    def _find(self, unit: Unit) -> Iterable[Mention]:
        tokens = unit.tokens
        position = 0
        while position < len(tokens):
            stop = self._run(tokens, position) if tokens[position].is_capitalised else position
            if stop == position:
                position += 1
                continue
            mention = self._mention(unit, position, stop)
            if mention is not None:
                yield mention
            position = stop

    def _run(self, tokens: Sequence[Token], start: int) -> int:
        """Where the capitalised words that start here end."""
        stop = start
        while stop < len(tokens):
            token = tokens[stop]
            if not token.is_word or token.is_number or token.text[0] in "@#":
                break
            if token.is_capitalised:
                stop += 1
            elif stop == start:
                break
            elif (token.norm in PARTICLES and _capital(tokens, stop + 1)) or (
                token.norm == "of" and tokens[stop - 1].norm in _OF and _capital(tokens, stop + 1)
            ):
                stop += 2
            elif (
                token.norm == "of"
                and tokens[stop - 1].norm in _OF
                and _word(tokens, stop + 1) == "the"
                and _capital(tokens, stop + 2)
            ):
                stop += 3
            else:
                break
            # Past a full stop (an initial, "Jr.") or a hyphen the name goes on.
            if stop < len(tokens) and tokens[stop].text == "." and _abbreviated(tokens[stop - 1]):
                if _capital(tokens, stop + 1):
                    stop += 1
                else:
                    break
            elif (
                stop + 1 < len(tokens)
                and tokens[stop].text == "-"
                and tokens[stop].start == tokens[stop - 1].end
                and tokens[stop + 1].start == tokens[stop].end
            ):
                if tokens[stop + 1].is_capitalised:
                    stop += 1
                elif tokens[stop + 1].norm in _SYLLABLES:
                    stop += 2  # Moon Jae-in
                    break
        return stop

    def _mention(self, unit: Unit, start: int, stop: int) -> Mention | None:
        tokens = unit.tokens
        outer = start
        first = start == 0 or not tokens[start - 1].is_word
        while start < stop and (tokens[start].norm in _OPENERS or not tokens[start].is_word):
            start += 1
        if start >= stop:
            return None
        if start == outer and first and stop - start == 1 and not self._name_at_start(tokens, start):
            return None
        if (
            first
            and stop - start > 1
            and tokens[start].norm in self._lower
            and tokens[start].text not in self._inside
        ):
            start += 1
        role_end = self._role_end(tokens, start, stop)
        role = tokens[role_end - 1].norm if role_end > start else None
        if role in _OFFICES:
            role = next((t.norm for t in tokens[start:role_end] if t.norm in ROLES), role)
        if role is None and start > 0 and tokens[start - 1].norm in ROLES:
            role = tokens[start - 1].norm
        while role_end < stop and not tokens[role_end].is_word:
            role_end += 1
        while stop > role_end and not tokens[stop - 1].is_word:
            stop -= 1
        if role_end >= stop or all(t.norm in CALENDAR for t in tokens[role_end:stop] if t.is_word):
            return None
        if sum(t.is_word for t in tokens[role_end:stop]) > _LONGEST:
            return None  # a headline with every word capitalised
        if tokens[role_end].norm in PARTICLES and tokens[role_end].text.islower():
            return None
        end = tokens[stop - 1].end
        begin = tokens[role_end].start
        text = unit.text[begin - unit.start : end - unit.start]
        return Mention(unit.paragraph, tokens[start].start, begin, end, text, role)

    def _name_at_start(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the single capitalised word at the start of a sentence is a name."""
        token = tokens[place]
        if token.text in self._inside:
            return True
        if token.norm in self._lower | _OPENERS:
            return False
        following = _word(tokens, place + 1)
        return following in _TELL_TALE or not token.norm.endswith(("ing", "ly", "ed"))

    def _role_end(self, tokens: Sequence[Token], start: int, stop: int) -> int:
        """Where the titles and roles at the head of a run end; ``start`` if it has none."""
        end = start
        if tokens[stop - 1].norm in BODIES:
            return start  # the Justice Department, the House Judiciary Committee
        for place in range(start, stop):
            norm = tokens[place].norm.rstrip(".")
            if norm in _MALE_TITLES | _FEMALE_TITLES | _PLAIN_TITLES or norm in ROLES:
                end = place + 1
                while end < stop and (
                    tokens[end].text in {".", "-"} or tokens[end].norm in {"of", *_OFFICES}
                ):
                    end += 1
        return end

    def _register(self, mention: Mention) -> None:
        words = words_of(mention.text)
        if not words:
            return
        key = mention.text.lower()
        self._counts[mention.text] += 1
        role = mention.role
        body = any(word in BODIES for word in words)
        if role in _MALE_TITLES | _MALE_ROLES:
            self._gender.setdefault(key, "m")
            self._gender.setdefault(words[-1], "m")
        elif role in _FEMALE_TITLES | _FEMALE_ROLES:
            self._gender.setdefault(key, "f")
            self._gender.setdefault(words[-1], "f")
        initial = len(words[0]) == 1 and len(words) > 1
        if not body and (role is not None or words[0] in GIVEN or initial) and len(words) <= 4:
            self._people |= {key, words[-1]}
        if role is not None and not body:
            self._roles.append((mention.paragraph, mention.start, role, mention.text))
        if len(words) > 1 and not body:
            for word in {words[-1], words[0]}:
                self._full.setdefault(word, []).append((mention.paragraph, mention.start, mention.text))


def _inner(tokens: Sequence[Token]) -> Iterable[Token]:
    """The tokens whose capital letter is not due to the start of a sentence or a quotation."""
    for before, token in pairwise(tokens):
        if before.is_word or before.text in ",;-":
            yield token


def _capital(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].is_capitalised and tokens[at].is_word


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].norm if at < len(tokens) else ""


def _abbreviated(token: Token) -> bool:
    return len(token.text) == 1 or token.norm in (
        _MALE_TITLES | _FEMALE_TITLES | _PLAIN_TITLES | {"jr", "sr", "st"}
    )


@lru_cache(maxsize=1)  # several stages ask for those of the story at hand
def casts(story: Story) -> tuple[Cast, ...]:
    """Everybody that each article of a story names."""
    return tuple(Cast([story.units[position] for position in positions]) for positions in story.of_source)
