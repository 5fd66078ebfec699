"""The words that names consist of, or that tell what a name is: titles, roles, offices, bodies."""

from __future__ import annotations

from tui.analysis.text.tokens import FUNCTION_WORDS
from tui.analysis.text.word_classes import MONTHS, WEEKDAYS

# Titles stand before a name; a role stands before it or tells what somebody is.
MALE_TITLES = frozenset("mr sir lord king prince".split())
FEMALE_TITLES = frozenset("mrs ms miss lady dame queen princess madam".split())
PLAIN_TITLES = frozenset(
    """
    dr prof rev fr sr sen sens rep reps gov lt gen col maj capt sgt cpl adm cmdr supt insp det pres amb
    atty hon messrs eam dep asst st pm dc
    """.split()
)
TITLES = MALE_TITLES | FEMALE_TITLES | PLAIN_TITLES
MALE_ROLES = frozenset(
    """
    spokesman chairman congressman businessman policeman father son brother husband uncle
    """.split()
)
FEMALE_ROLES = frozenset(
    """
    spokeswoman chairwoman congresswoman businesswoman policewoman mother daughter sister wife widow aunt
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
    | MALE_ROLES
    | FEMALE_ROLES
)
# What follows "of" in a title: the Secretary of State, the Minister of External Affairs.
OFFICES = frozenset(
    """
    state defense defence treasury commerce labor labour energy education transportation agriculture
    interior justice homeland security veterans affairs foreign external health human services staff
    finance police representatives the
    """.split()
)
# What names of institutions, media, works and places have.
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
    united white supreme american xinhua dpa tass efe ansa jazeera npr pbs itv axios
    """.split()
)
# Not "may", which is a verb more often.
CALENDAR = frozenset(
    (
        *WEEKDAYS,
        *(month for month in MONTHS if month != "may"),
        *"jan feb mar apr jun jul aug sept sep oct nov dec easter christmas thanksgiving ramadan".split(),
    )
)
# Lower-case words inside a name.
PARTICLES = frozenset(
    """
    de da di del della der den du la le las los van von zu zur zum vom bin bint ibn al el ul ben abu ter ten
    dos das af av y e
    """.split()
)
# Particles that are written together with the name.
JOINED_PARTICLES = ("al-", "el-", "ul-", "ad-", "as-", "ar-", "an-", "d'", "l'")
# After these a name goes on past "of": the University of Oldport.
BEFORE_OF = frozenset(
    """
    university department ministry house bank court board bureau school college secretary minister city
    council institute chief leader speaker sea
    """.split()
)
# A word before one of these is a name, whatever it ends on.
TELL_TALE = frozenset(
    """
    said says has had told added wrote tweeted charged replied recalled argued insisted warned
    """.split()
)
# Second halves of Korean given names: Moon Jae-in.
SYLLABLES = frozenset(
    """
    un in il jin kyun hye hyun chan ho wook seok ju woo hee sun ki young jong min
    """.split()
)
SUFFIXES = frozenset("jr sr ii iii iv".split())
NOBODY = frozenset(
    """
    nobody everybody somebody anybody everyone someone anyone none nothing something everything anything
    """.split()
)
# What reports of others: its name says nothing of who said something.
OUTLETS = frozenset(
    """
    reuters afp ap bbc cnn nbc abc cbs fox msnbc npr pbs itv xinhua tass dpa efe ansa jazeera politico axios
    times post news press journal tribune herald guardian telegraph gazette
    """.split()
)
# Languages and peoples: alone, they are nobody's name.
PEOPLES = frozenset(
    """
    afghan african albanian algerian american arab arabic argentine armenian asian australian austrian
    bangladeshi basque belgian bengali bolivian brazilian british bulgarian canadian cantonese catalan
    chilean chinese colombian croatian cuban czech danish dutch egyptian english estonian ethiopian
    european farsi filipino finnish flemish french georgian german greek haitian hebrew hindi hungarian
    icelandic indian indonesian iranian iraqi irish israeli italian japanese jordanian kenyan korean
    kurdish kuwaiti latin latvian lebanese libyan lithuanian malay malaysian mandarin maltese mexican
    moroccan nepali nigerian norwegian pakistani palestinian pashto persian peruvian polish portuguese
    punjabi romanian russian saudi scottish serbian singaporean slovak slovenian somali spanish sudanese
    swahili swedish swiss syrian taiwanese tamil thai tunisian turkish ugandan ukrainian urdu venezuelan
    vietnamese welsh yemeni
    """.split()
)
# Words that are capitalised for opening a sentence.
OPENERS = (
    FUNCTION_WORDS
    | NOBODY
    | frozenset(
        """
    meanwhile however earlier later yesterday today tomorrow according asked speaking first second third
    last next yes well perhaps maybe instead still yet also even many several despite without within since
    though although another every whether like unlike among amid during following based ultimately finally
    indeed former ex already together soon often sometimes again overall nearly almost less roughly prior
    ahead due thanks aside upon while once republican republicans democrat democrats democratic gop critics
    officials police analysts experts observers added continued replied concluded explained countered
    """.split()
    )
)
