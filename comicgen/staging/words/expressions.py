"""Words for what a face shows, English or Chinese, into a key of the expression table."""

import re
from dataclasses import dataclass

from .expression_words import CHINESE, ENGLISH


@dataclass(frozen=True, slots=True)
class Expression:
    """What the parts of a face do, measured against the face at rest.

    ``open`` is the opening of the eyes (1 at rest), ``tilt`` lifts their outer corners, ``squint`` the lower
    lids; ``brow`` moves the inner and the outer end of the brows, in head heights. ``closed`` is ``up`` for
    happy arcs, ``down`` for sleep, ``tight`` for pain; ``wink`` closes one eye only. ``gaze`` turns the eyes
    (left, up) where nothing is looked at. ``mouth`` is a key of the mouth shapes, ``signs`` of the manga signs.
    """

    name: str
    open: float = 1.0
    tilt: float = 0.0
    squint: float = 0.0
    brow: tuple[float, float] = (0.0, 0.0)
    mouth: str = "line"
    iris: float = 1.0
    closed: str = ""
    wink: bool = False
    gaze: tuple[float, float] = (0.0, 0.0)
    signs: tuple[str, ...] = ()
    lit: bool = True
    """False for eyes without their lights: numb, possessed, in despair."""


_TABLE = (
    Expression(
        "neutral",
    ),
    Expression("smile", squint=0.25, brow=(0.02, 0.005), mouth="smile"),
    Expression("grin", squint=0.3, brow=(0.01, 0.03), mouth="grin"),
    Expression("laugh", brow=(0.05, 0.03), mouth="laugh", closed="up"),
    Expression("excited", open=1.15, brow=(0.05, 0.045), mouth="open smile", signs=("sparkle",)),
    Expression("love", brow=(0.05, 0.01), mouth="smile", closed="up", signs=("blush", "heart")),
    Expression("sad", open=0.85, tilt=-0.25, brow=(0.06, -0.035), mouth="frown", gaze=(0.0, -0.1)),
    Expression("cry", open=0.75, tilt=-0.3, brow=(0.07, -0.04), mouth="cry", signs=("tears",)),
    Expression("angry", open=0.76, tilt=0.36, brow=(-0.055, 0.05), mouth="angry", iris=0.88),
    Expression("furious", open=0.88, tilt=0.4, brow=(-0.06, 0.055), mouth="shout", iris=0.75, signs=("anger",)),
    Expression("surprised", open=1.25, brow=(0.07, 0.06), mouth="o", iris=0.7),
    Expression("shocked", open=1.3, brow=(0.075, 0.03), mouth="gape", iris=0.45, signs=("shock", "gloom"), lit=False),
    Expression("worried", brow=(0.05, -0.02), mouth="wavy", iris=0.85, signs=("sweat",)),
    Expression("afraid", open=1.2, brow=(0.08, -0.02), mouth="teeth", iris=0.5, signs=("sweat", "gloom")),
    Expression("scream", open=1.3, brow=(0.085, -0.01), mouth="scream", iris=0.42, signs=("sweat",)),
    Expression("embarrassed", open=0.9, brow=(0.05, -0.01), mouth="wavy small", gaze=(0.45, -0.35), signs=("blush",)),
    Expression("smirk", open=0.75, tilt=0.12, brow=(-0.03, 0.04), mouth="smirk", gaze=(0.25, 0.0)),
    Expression("asleep", brow=(0.03, 0.01), mouth="small open", closed="down", signs=("sleep",)),
    Expression("eyes closed", brow=(0.02, 0.0), mouth="faint smile", closed="down"),
    Expression("tired", open=0.5, tilt=-0.12, brow=(0.02, -0.025), mouth="slack", signs=("bags",)),
    Expression("determined", open=0.92, tilt=0.18, brow=(-0.042, 0.03), mouth="firm"),
    Expression(
        "desperate", open=1.05, tilt=-0.1, brow=(0.035, -0.045), mouth="grit", iris=0.78, signs=("sweat", "effort")
    ),
    Expression("despair", open=0.88, tilt=-0.1, brow=(0.03, -0.02), signs=("gloom",), lit=False),
    Expression(
        "confused", open=1.05, brow=(0.02, 0.02), mouth="askew", gaze=(0.2, 0.2), signs=("question", "one brow")
    ),
    Expression("suspicious", open=0.5, tilt=0.05, brow=(-0.03, 0.0), mouth="flat", gaze=(0.35, 0.0)),
    Expression("disgusted", open=0.66, tilt=0.05, squint=0.3, brow=(-0.035, 0.0), mouth="sneer", signs=("gloom",)),
    Expression("pain", brow=(-0.02, -0.02), mouth="grit", closed="tight", signs=("effort",)),
    Expression("thinking", open=0.88, brow=(-0.012, 0.02), mouth="small line", gaze=(0.45, 0.4), signs=("dots",)),
    Expression("wink", brow=(0.03, 0.03), mouth="open smile", wink=True, signs=("star",)),
    Expression("bored", open=0.58, brow=(0.0, -0.02), mouth="flat", gaze=(-0.4, 0.0)),
    Expression("pout", open=0.9, tilt=0.1, brow=(-0.025, 0.01), mouth="pout", gaze=(-0.35, -0.1), signs=("blush",)),
    Expression("dizzy", brow=(0.04, -0.02), mouth="wavy", closed="swirl", signs=("sweat",)),
)
EXPRESSIONS: dict[str, Expression] = {e.name: e for e in _TABLE}

_FILLER = re.compile(
    r"\b(?:a|an|the|very|quite|so|rather|slightly|a little|bit|deeply|really|looks?|looking|seems?|feels?|feeling|with|"
    r"face|expression|of|in|is|and|totally|completely|visibly|his|her|their|its)\b"
)
_CHINESE_FILLER = re.compile(
    r"(?:非常|很|十分|有点|有些|略带|满脸|一脸|的|地|得|表情|神情|神色|样子|着|了|看起来|显得|感到)"
)


def _index() -> dict[str, str]:
    found: dict[str, str] = {}
    for e in _TABLE:
        for phrase in (e.name, *ENGLISH[e.name].split(","), *CHINESE[e.name].split(",")):
            found.setdefault(phrase.strip(), e.name)
    return found


_INDEX = _index()


def find_expression(word: str) -> str | None:
    """Return the key of the expression that an English or Chinese word or short phrase names, or None."""
    text = " ".join(word.lower().replace("_", " ").strip(" .!?。！？,，").split())
    if found := _INDEX.get(text) or _INDEX.get(text.replace(" ", "-")) or _INDEX.get(text.replace("-", " ")):
        return found
    if text.isascii():
        return _english(" ".join(_FILLER.sub(" ", text).split()))
    bare = _CHINESE_FILLER.sub("", text)
    return _INDEX.get(bare) or (_longest_chinese(bare) if len(bare) <= 8 else None)


def _english(text: str) -> str | None:
    for form in _forms(text):
        if found := _INDEX.get(form):
            return found
    tokens = text.split()
    if 1 < len(tokens) <= 4:
        for token in reversed(tokens):
            if found := _english(token):
                return found
    return None


def _forms(word: str) -> tuple[str, ...]:
    """Return a word and what it may be a form of: happily, smiles, grinned, crying, sadness."""
    out = [word]
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            out.append(stem + instead)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                out.append(stem[:-1])
    return tuple(out)


_ENDINGS = (
    *(("ily", "y"), ("ly", ""), ("iness", "y"), ("ness", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e")),
    *(("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("ful", ""), ("y", "")),
)


def _longest_chinese(text: str) -> str | None:
    """Return the expression of the longest known word of two characters or more in a Chinese phrase."""
    known = [w for w in _INDEX if not w.isascii() and len(w) > 1 and w in text]
    return _INDEX[max(known, key=len)] if known else None
