"""Plain text to plain words: one spelling of quotes, dashes and short forms, and the stems that search compares."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[a-z0-9]+(?:['&][a-z0-9]+)*", re.IGNORECASE)

# Short forms as people type them; whole words, tried in this order on lower-case text.
_SHORT_FORMS = [
    (re.compile(rf"\b(?:{short})(?![\w'])"), long)
    for short, long in (
        ("what's|whats|wots|wot's|wats|whts", "what is"),
        ("wot|wat|wht|whta", "what"),
        ("who's|whos", "who is"),
        ("when's|whens|wen's|wens", "when is"),
        ("wen", "when"),
        ("where's|wheres", "where is"),
        ("how's|hows", "how is"),
        ("which's", "which is"),
        ("that's|thats", "that is"),
        ("there's|theres", "there is"),
        ("it's", "it is"),
        ("one's", "one is"),
        ("she's|shes", "she is"),
        ("he's", "he is"),
        ("they've", "they have"),
        ("we've|weve", "we have"),
        ("i've|ive", "i have"),
        ("who've", "who have"),
        ("who'd", "who would"),
        ("i'm|im", "i am"),
        ("i'd", "i would"),
        ("i'll", "i will"),
        ("we're", "we are"),
        ("they're|theyre", "they are"),
        ("you're|youre", "you are"),
        ("can't|cant|cannot", "can not"),
        ("won't|wont", "will not"),
        ("isnt|aint|ain't", "is not"),
        ("arent", "are not"),
        ("wasnt", "was not"),
        ("werent", "were not"),
        ("dont", "do not"),
        ("doesnt|dosnt|dosent", "does not"),
        ("didnt", "did not"),
        ("hasnt", "has not"),
        ("havent|havnt", "have not"),
        ("hadnt", "had not"),
        ("shouldnt", "should not"),
        ("wouldnt", "would not"),
        ("couldnt", "could not"),
        ("wich|whch|wch|whihc|witch", "which"),
        ("dus|duz", "does"),
        ("pls|plz|plse", "please"),
        ("abt|bout|abuot", "about"),
        ("hoo|hu", "who"),
        ("stand 4|stands 4", "stand for"),
        ("u", "you"),
        ("ur", "your"),
        ("r", "are"),
        ("n", "and"),
        ("govt|gov|gvt|gov't|goverment|govmt|hmg", "government"),
        ("las", "local authorities"),
        ("w/o", "without"),
        ("thx|thanx|ta", "thanks"),
    )
]
_NOT = re.compile(r"\b(is|are|was|were|do|does|did|has|have|had|should|would|could|must|need)n't\b")
_POSSESSIVE = re.compile(r"(?<=\w)'s\b")

# Words that carry no topic of their own.
STOPWORDS = frozenset(
    """a about above after again against all also am an and any anybody anyone anything are as asked asking at
    back be because been before being below between both but by came can come could did do does doing done down
    during each either else ever every everyone everything exactly few find for from further get gets getting
    give given gives go goes going good got had has have having he hello help her here hers hey hi him his how
    i if in into is it its itself just kind know let like list look looking lot made make many may me mean
    means might mine more most much must my need needs neither no nobody none nor not now of off ok okay on
    once one ones only or other our ours out over own part people per please possibly put quick quite rather
    really right said same say saying says see seem seems shall she should show so some somebody someone
    something sort still such tell than thank thanks that the their theirs them then there these they thing
    things think thinks this those through to told too under up upon us use used very want wanted wants was way
    we well were what whatever when where whether which while who whole whom whose why will wish with within
    without wonder wondering would yes yet you your yours actual actually currently basically apparently
    sorry afternoon morning evening dear regards anyone hope hoping bother trying try say mention mentions
    mentioned mentioning doc document question answer info information detail details bit bits
    stuff bot recommendation recommendations rec recs recommends deal deals dealing cover covers covering according anywhere somewhere reckon reckons happening happen happens explain explained thinking talk talking moment
    meant instead today tomorrow yesterday two three four five six seven eight nine ten daft stupid please pls remember
    remind someone point places oh ah um wait hang provide set naming named marked purely letter accurate accuracy
    across whole entire throughout completely partly entirely simply kindly state stated concerned concerning understand ask asked asks telling tells team's mate folks whats whos involve involves involved regarding re""".split()
)


def plain(text: str) -> str:
    """One line of text with straight quotes and hyphens, no emoji and single spaces; case is kept."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub("[\u2018\u2019\u201b\u02bc`\u00b4]", "'", text)
    text = re.sub("[\u201c\u201d\u00ab\u00bb]", '"', text)
    text = re.sub("[\u2010-\u2015\u2212]", "-", text)
    kept = "".join(c if unicodedata.category(c)[0] not in "SC" or c in "+=<>|^$£`~" else " " for c in text)
    return re.sub(r"\s+", " ", kept).strip()


def expand(text: str) -> str:
    """Lower-case `plain` text with short forms written out: "who's" becomes "who is"."""
    text = _NOT.sub(r"\1 not", text.lower())
    for short, long in _SHORT_FORMS:
        text = short.sub(long, text)
    return text


def words(text: str) -> list[str]:
    """Lower-case words in order, possessives dropped; "OD&T" and "lead's" are one word each."""
    return _WORD.findall(_POSSESSIVE.sub("", plain(text).lower()))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The English Snowball stem of one lower-case word; American spellings end where British ones do."""
    return str(_STEMMER.stemWord(_british(word)))


def stems(text: str) -> list[str]:
    """The stems of a text's words in order, stopwords left out."""
    return [stem(w) for w in words(text) if w not in STOPWORDS]


def _british(word: str) -> str:
    """One spelling for -ise/-ize, -our/-or, -re/-er, -lled/-led, as the documents have them."""
    word = re.sub(r"(?<=[a-z]{3})iz(e|es|ed|ing|ation|ations)$", r"is\1", word)
    word = re.sub(r"(behavi|col|neighb|lab|fav|hon)or(?=s|al|ed|ing|hood|$)", r"\1our", word)
    return {"center": "centre", "centers": "centres", "program": "programme", "programs": "programmes"}.get(word, word)
