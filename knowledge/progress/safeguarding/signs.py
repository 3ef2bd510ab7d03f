"""What tells of a child's life or of a case, where it stands behind or before a name; see `cases`."""

from __future__ import annotations

import re

from knowledge.progress.safeguarding.lives import LIFE, YEAR, YOUNG
from knowledge.progress.safeguarding.persons import CLOSE, NAME


def _any(phrases: str) -> re.Pattern[str]:
    """Any of these phrases, whole; the bars between them may have spaces around them."""
    return re.compile(rf"\b(?:{'|'.join(phrase.strip() for phrase in phrases.split('|'))})\b", re.IGNORECASE)


_OWNS = r"(?:['’]s?|(?<=s)) "
_KIN = (
    rf"(?:{CLOSE}|gran(?:ny|dparents?)?|nana|mummy|daddy|parents?|siblings?|guardians?|kids|children|toddler|baby|"
    r"(?:step)?(?:sons|daughters|brothers|sisters))\b"
)
_THEIR = r"(?:his|her|their)"
_IS = r"(?:['’]s been|['’]s| is| was| has been| had been| has| are| were| have been| have)"
_SO = r"(?: (?:now|still|also|again|since|safely|just|recently|finally|not|already))*"
_WITH_KIN = (
    rf",? and {_THEIR} (?:half[ -]|little |older |younger |baby )?{_KIN}"
    rf"|(?: has)? (?:hit|slapped|hurt|left|neglected|smacked) {_THEIR} {_KIN}"
)
_AGE = r"(?:1[0-7]|\d)"
AGE_ALONE = re.compile(rf",? \((?:age |aged )?{_AGE}(?: ?(?:yrs?|years?|months?|mths?|y/o))?\)|, {_AGE},")

# What only a child has, or somebody of its family.
CHILDHOOD = re.compile(
    rf"{_OWNS}(?:new |own |foster |birth |older |younger |half[ -])*(?:{_KIN}(?!['’]s? (?:cent\w+|services?|"
    rf"groups?|survey|leaflet|forum|team|homes?|workforce|hub)\b)|youngest|eldest|oldest)"
    r"|['’]s? (?:foster (?:carers?|parents?|family|home|placement)|EHC(?:P| plan)|PEP\b|LAC review|"
    r"(?:initial |review )?(?:child protection|cp|cin|child in need|pathway) (?:plan|conference|case|review|meeting)|"
    r"(?:interim )?(?:care|supervision|special guardianship|placement) order|care (?:plan|proceedings)|"
    r"adoption\b(?! (?:leave|team|panel|work|training|event))|bruis\w{1,5}|injur\w{1,4}|nursery\b|form tutor)"
    rf"|(?:{_IS}{_SO})?,? (?:who is )?(?:(?:moved|moving|living|placed|staying|back|home|lives?|settled|went|going|"
    r"returned|stays?|gone) ){1,3}(?:in |on |out )?(?:to |with |from )(?:live with )?(?:(?:his|her|their|the) )?"
    rf"(?:(?:foster|birth|kinship) (?:carers?|parents?|family)|{_KIN})"
    rf"|{_IS}{_SO} with {_THEIR} (?:own |birth |foster )?{_KIN}"
    rf"|(?:{_IS}{_SO})? on an? (?:child protection|cp|cin|child in need) plan\b"
    rf"|,? (?:{LIFE})"
    rf"|,? an? (?:(?:year|yr) \d{{1,2}} (?:pupil|student|girl|boy)|{_AGE}[ -]year[ -]old)\b"
    rf"|(?: has)? (?:just )?turned (?:{_AGE}|one|two|three|four|five|six|seven|eight|nine|ten)\b(?! ?%| (?:cases|up))"
    rf"|,? who (?:is|was|will be) {_AGE}\b(?! (?:of|in))"
    rf"|(?:{_IS}{_SO})? getting on (?:at|in) (?:home|school|nursery|placement|foster care|care)\b",
    re.IGNORECASE,
)
SCHOOL_YEAR = re.compile(
    rf"(?:,| \(|,? (?:from|in|of|at|(?:who )?(?:is|was) (?:now |still )?in)) ?(?P<year>{YEAR})"
    r"(?!\w|[ -](?:teams?|teachers?|leads?|leaders?|staff|tutors?|heads?|groups?|cohort|forum|inspectors?|of|pupils|"
    r"students|children|boys|girls|classes)\b)"
)
# Of a plan or a pilot, as likely as at a school.
LOW_YEAR = re.compile(r"(?:year|yr) ?[123]\b(?! (?:at|and is|and has|who)\b)", re.IGNORECASE)
LITTLE = re.compile(
    rf"(?:\b(?:little|baby|toddler|newborn) |\b(?:{YOUNG}|lad|lass|kid|youngster|sibling)"
    r"(?: (?:in|of|from|at) [\w ]{1,20})?(?:,? (?:called|named|known as)|,) )\Z"
)

# What whoever works on cases may have, too.
CASEWORK = re.compile(
    rf"{_OWNS}(?:[\w-]{{2,20}} )?case\b(?! ?(?:loads?|work\w*|stud\w+|for|management|system|notes|numbers|"
    rf"records?|audits?|"
    r"files|conferences|holders?|reviews?|recording|mapping|supervision|discussions?|law|sample|to answer)\b|-)"
    r"|['’]s? (?:placement\b(?! (?:students?|officers?|teams?|strategy|service|educator|offer|report))|key ?worker|"
    r"social worker\b(?! (?:academy|programme|team|training|post|role|recruit))|allegations?|disclosures?|abuser?|"
    r"neglect\b|behaviour\b(?! policy)|school (?:says?|said|reports?|reported|attendance|place)|"
    r"home (?:life|situation|circumstances)|attendance at school|case file\b)"
    rf"|(?:{_IS}{_SO})? (?:back|sent|gone|went|came|come|returned)(?: back)?(?: (?:at|to))? home\b"
    r"|(?: has| had)? (?:disclosed (?:to|abuse|being|sexual|physical|neglect|harm|that (?:he|she|they))|ran away|"
    rf"run away|told {_THEIR} (?:teacher|social worker|worker|school|form tutor))\b",
    re.IGNORECASE,
)
WITH_KIN = re.compile(_WITH_KIN, re.IGNORECASE)
# "Was moved" alone is said of meetings as well: of a full name only, and not to another post.
MOVED = re.compile(
    r"(?: was| has been|['’]s been| had been| got| is being) (?:moved|rehoused|placed|removed)(?: (?:again|"
    r"twice|away))?"
    r"(?=[.,;?!]|\Z| (?:last|this|because|after|before|without|at|on (?:mon|tues|wednes|thurs|fri|satur|sun)|while|"
    r"yesterday|during|by)\b)"
)
ASKED_MOVED = re.compile(
    r" (?:been )?(?:moved|removed|taken|excluded|rehoused|sent home|missing)\b(?! (?:on )?to (?:the|a|an)\b)"
)
IS_IT = re.compile(r"\b(?:was|is|has|were|did|had|wasn['’]t|hasn['’]t) \Z", re.IGNORECASE)
WHAT_OF = re.compile(r"\b(?:what (?:has )?happen(?:s|ed) to|how (?:is|are)|where is|what about|is) \Z", re.IGNORECASE)
OF_IT = re.compile(r"(?: (?:doing|now|safe|ok|okay|at home|living|today))*\s*(?:\?|\Z)", re.IGNORECASE)

# What is told of one child or its family, not of staff, in a sentence that has no word of work.
PERSONAL = _any(
    rf"""
    {CLOSE} | mummy | daddy | gran | granny | grandparents | siblings? | girlfriend | boyfriend | partner |
    toddler | newborn |
    {_THEIR} (?:own |birth |foster )?(?:family|parents|carers?|baby|child|kids|children|teacher|school|nursery|home) |
    {_THEIR} (?:social worker|bedroom|house|flat|arm|leg|head|face|back|body|clothes) |
    placement | placed | adopt(?:ed|ion) | foster(?:ed| care| carers?| placement| home) | custody | prison |
    hospital | a ?& ?e | (?:in|into|left|leave|leaves|leaving) care | in court | sleeping rough | homeless |
    evicted | rehoused | stabbed | excluded | expelled | bruis\w* | burn(?:s|ed|t) | injur\w* | broken |
    fracture\w* | self[ -]harm\w* | overdose\w? | suicid\w+ | exploited | groomed | bullied | beaten |
    beat | hit | slapped | assault\w* | abuse[drs]? | abusing | abusive | neglect(?:ed|ful) | hungry | dirty |
    drunk | drugs? |
    violent | violence | pregnant | arrested | charged | scared | frightened | crying | refuge | removed |
    on the register | (?:secure|residential) unit | children['’]s home | (?:nursery|school) place |
    (?:head )?teacher | moved in with | eaten | asleep | a bed | nappies | special guardianship | sgo |
    (?:moved|change[ds]?) schools? |
    (?:to|at|from|in|about|started|missed|attends?) (?:school|nursery|college|home) |
    (?:been|was|be|last|not) seen(?! as) | missing | ran (?:off|away) | run (?:off|away) |
    camhs (?:referral|appointment|list) | waiting for camhs | which (?:school|nursery) | (?:case )?conference |
    hearing | social worker |
    food parcel | home visit | contact (?:centre|session) | ehcp | anyone visit | visited (?:him|her|them) |
    section 47 | out of control | pupil | allegation | attendance
    """
)
PRONOUN = re.compile(r"\b(?:he|she|his|her|him|hers)\b", re.IGNORECASE)
OF_WORK = _any(
    r"""
    teams? | managers? | managed | train\w* | forms? | report\w* | polic(?:y|ies) | procedures? | templates? |
    tools? | pilots? | audit\w* | groups? | boards? | panels? | staff | academy | students? | draft\w* | chair\w* |
    writ\w+ | wrote | present\w* | leads? | leading | led | surveys? | leaflets? | courses? | services? |
    strateg\w+ | agree\w* | sign(?:s|ed|ing)? | projects? | workshops? | sessions? | papers? | protocols? |
    guidance | join\w* | committees? | budgets? | vacan\w+ | posts? | recruit\w* | practitioners? | workers |
    cases | families | family (?:support|hubs?|cent\w+|groups?|courts?|services?|intervention|learning|practice) |
    children (?:in|who) | (?:fewer|more|looked[ -]after) children | young people | its | carers | placements |
    plans | conferences | schools | parents | pupils | offers? | rates? | figures? | numbers? | from leave |
    on leave | off sick | appointed | covers? | covering | attend\w* | meetings? | events? | visits | hubs? |
    opened | launched | inspect\w* | ofsted | lawyers? | barrister | solicitor | advis\w+ | talks? | spoke at |
    speech | speakers? | principal |
    social work | shares? | shared | sharing | asked (?:for|us) | consult\w* | health | police | system | model |
    interview\w* | evidence | representing
    """
)

ABOUT = re.compile(
    r"\b(?:(?:court |care |final )?hearing|strategy (?:meeting|discussion)|(?:cin|child in need) (?:meeting|"
    r"plan|review|"
    r"visit)|(?:child protection|initial|review|case) conference|(?:child protection|care|adoption) plan|core group|"
    r"care order|care proceedings|(?:foster |residential )?(?:placement|place)|section 47|s47|lac review|(?:school|"
    r"nursery) place|"
    r"home visit|contact|camhs referral|social worker|key worker|case)(?: (?:was|is|were))?"
    r"(?: (?:held|made|called|opened|found|started|needed))? (?:about|for|on|re|regarding|of|to|between) \Z",
    re.IGNORECASE,
)
SAW = re.compile(r"\b(?:visited|saw|seen|met|spoke (?:to|with)|checked on) \Z", re.IGNORECASE)
AT_HOME = re.compile(rf",? (?:at (?:home|school|nursery|{_THEIR})|alone|in placement)\b")

THE = re.compile(r"\bthe (?:two |three |four |older |younger |little )?\Z", re.IGNORECASE)
THAT_CASE = re.compile(
    r" case\b(?! ?(?:stud|review|for|management|system|law|conference|audit|work|load|record|note|file|number)|s\b)"
    r"(?![^.;\n]{0,60}\b(?:training|inquiry|national|serious case)\b)"
)
THEIR_CHILDREN = re.compile(
    r" (?:(?:siblings|twins|brothers|sisters|baby)\b(?! (?:group|project|centre|clinic))|(?:kids|children|"
    r"girls|boys|lads)\b"
    r"(?!['’])(?= (?:have|has|had|got|need) (?:a |an |no |the )?(?:new )?(?:social|placement|plan|worker|foster)"
    r"| (?:were|are|was|is) (?:now |still |all )?(?:seen\b(?! within)|placed|removed|moved|taken|in (?:care|"
    r"foster|court)|"
    r"on (?:a|plans)|with|at risk|living|back|out of control)| aged \d))"
)
VISITED = re.compile(
    r"\b(?:visit(?:s|ed)?|visits? to|met|saw|concerns about|meeting about|case of) the \Z", re.IGNORECASE
)
MANY = re.compile(rf"{NAME}(?<=s)\Z")
FAMILY_OF = re.compile(r"\bfamil(?:y|ies) of \Z", re.IGNORECASE)

INITIALS = re.compile(
    r"(?<![\w'’@./-])(?:[A-Z]{1,3}|(?:[A-Z]\.){1,3}|[A-Z][a-z]{1,20} [A-Z]\.?)"
    rf"(?:(?: \((?:age |aged )?{_AGE}\)|, {_AGE},)|(?P<kin>['’]s (?i:{_KIN})|(?i:{_WITH_KIN})))"
)
