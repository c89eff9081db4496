"""Words for a pose, English or Chinese, into a key of the pose table."""

import re

from .meetings import MEETINGS
from .motions import MOTIONS
from .pose import Pose
from .resting import RESTS
from .stances import STANCES

POSES: dict[str, Pose] = {pose.key: pose for pose in (*STANCES, *RESTS, *MOTIONS, *MEETINGS)}

_IRREGULAR = {
    "run": ("ran",),
    "sit": ("sat",),
    "stand": ("stood",),
    "lie": ("lay", "lain", "lying"),
    "fall": ("fell", "fallen"),
    "fight": ("fought",),
    "ride": ("rode", "ridden"),
    "drive": ("drove", "driven"),
    "sleep": ("slept",),
    "eat": ("ate", "eaten"),
    "drink": ("drank", "drunk"),
    "write": ("wrote", "written"),
    "throw": ("threw", "thrown"),
    "swim": ("swam", "swum"),
    "fly": ("flew", "flown"),
    "kneel": ("knelt",),
    "leap": ("leapt",),
    "lean": ("leant",),
    "hide": ("hid", "hidden"),
    "shake": ("shook", "shaken"),
    "hold": ("held",),
    "say": ("said",),
    "tell": ("told",),
    "think": ("thought",),
    "creep": ("crept",),
    "swing": ("swung",),
    "weep": ("wept",),
    "go": ("went", "gone"),
    "come": ("came",),
    "leave": ("left",),
    "sing": ("sang", "sung"),
    "flee": ("fled",),
    "draw": ("drew", "drawn"),
    "bite": ("bit", "bitten"),
    "shoot": ("shot",),
    "strike": ("struck",),
    "spring": ("sprang",),
    "bear": ("bore",),
    "bring": ("brought",),
    "sweep": ("swept",),
    "dig": ("dug",),
    "speak": ("spoke", "spoken"),
    "dive": ("dove",),
    "stride": ("strode",),
}
_DOUBLED = re.compile(r"(?:^|[^aeiou])[aeiou][bdgklmnprt]$")
_LOOSE = re.compile(r"\b(?:is|are|was|were|be|being|a|an|the|his|her|their|its|my|your|with|both|one|in|on|at)\b")


def find_pose(word: str) -> str | None:
    """Return the key of the pose that a word or short phrase names, or None.

    Takes any form of a verb ("run", "runs", "ran", "running"), leaves out articles, and finds a
    known phrase inside a longer one ("sitting on a bench").
    """
    text = _plain(word)
    if not text:
        return None
    if text in _INDEX:
        return _INDEX[text]
    loose = _without_articles(text)
    if loose in _LOOSE_INDEX:
        return _LOOSE_INDEX[loose]
    if text.isascii():
        return _inside(text, loose)
    hits = [(len(w), text.rfind(w), w) for w in _INDEX if not w.isascii() and w in text]
    return _INDEX[max(hits)[2]] if hits else None


def _inside(text: str, loose: str) -> str | None:
    """Return the pose of the longest known run of words, the first of equally long ones."""
    words = loose.split()
    for length in range(min(4, len(words) - 1), 0, -1):
        for start in range(len(words) - length + 1):
            found = _LOOSE_INDEX.get(" ".join(words[start : start + length]))
            if found and (length > 1 or start == 0):
                return found
    return None


def _plain(word: str) -> str:
    return " ".join(re.sub(r"[^\w\s'-]", " ", word.lower().replace("_", " ")).split())


def _without_articles(text: str) -> str:
    return " ".join(_LOOSE.sub(" ", text.replace("-", " ")).split())


def forms(verb: str) -> tuple[str, ...]:
    """Return a verb and its -s, -ing and past forms by the rules of English spelling."""
    if verb.endswith("ing"):
        return (verb,)
    double = verb + verb[-1] if _DOUBLED.search(verb) and verb not in ("open", "enter") else verb
    cut = verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else double
    third = (
        verb[:-1] + "ies"
        if re.search(r"[^aeiou]y$", verb)
        else verb + ("es" if re.search(r"(s|x|ch|sh|o)$", verb) else "s")
    )
    past = verb[:-1] + "ied" if re.search(r"[^aeiou]y$", verb) else cut + "ed"
    return tuple(dict.fromkeys((verb, third, cut + "ing", past, *_IRREGULAR.get(verb, ()))))


def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for pose in POSES.values():
        found.setdefault(pose.key, pose.key)
    for pose in POSES.values():
        for phrase in (*pose.words, *pose.chinese):
            found.setdefault(phrase, pose.key)
    for pose in POSES.values():
        for phrase in pose.words:
            first, _, rest = phrase.partition(" ")
            for form in forms(first):
                found.setdefault(f"{form} {rest}".strip(), pose.key)
    return found


_INDEX = _index()
_LOOSE_INDEX = {_without_articles(k): v for k, v in reversed(_INDEX.items()) if k.isascii() and _without_articles(k)}
