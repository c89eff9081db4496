"""Words for what a face shows, English or Chinese, into a key of the expression table."""

import re
from dataclasses import dataclass

from .expression_words import CHINESE, ENGLISH


@dataclass(frozen=True, slots=True)
class Expression:
    """What the parts of a face do, measured against the face at rest; lengths are in head heights.

    ``open`` is the opening of the eyes (1 at rest), ``tilt`` lifts their outer corners, ``squint`` the lower
    lids. ``lid`` slants the upper lid: down to the nose above zero, outwards below; ``flat`` 1 draws it straight
    across. ``brow`` moves the inner and the outer end of the brows, ``left`` those of the left one where they
    differ, ``bend`` their middle. ``closed`` is ``up`` for happy arcs, ``down`` for sleep, ``tight`` for pain;
    ``wink`` closes one eye only. ``gaze`` turns the eyes (left, up) where nothing is looked at, ``nod`` the head
    (bowed, leaned to its left; degrees). ``mouth`` is a key of the mouths, ``signs`` of what is drawn on the face and
    of the manga signs.
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
    shine: float = 1.0
    """Size of the eyes' lights."""
    lid: float = 0.0
    flat: float = 0.0
    left: tuple[float, float] | None = None
    bend: float = 0.0
    nod: tuple[float, float] = (0.0, 0.0)


_CALM = (
    Expression("neutral"),
    Expression("smile", squint=0.45, brow=(0.034, 0.012), bend=0.008, mouth="smile", nod=(0.0, 3.0)),
    Expression("grin", squint=0.5, brow=(0.012, 0.032), bend=0.006, mouth="grin"),
    Expression("laugh", brow=(0.060, 0.028), bend=0.012, mouth="laugh", closed="up", nod=(-7.0, 3.0)),
    Expression(
        "excited", open=1.16, brow=(0.060, 0.045), bend=0.008, mouth="open smile", shine=1.35, signs=("sparkle",)
    ),
    Expression(
        "love", brow=(0.062, -0.006), mouth="faint smile", closed="up", signs=("blush", "heart"), nod=(3.0, 7.0)
    ),
    Expression(
        "smirk",
        open=0.62,
        flat=0.6,
        squint=0.35,
        brow=(-0.026, 0.016),
        left=(0.026, 0.060),
        bend=0.006,
        mouth="smirk",
        gaze=(0.30, 0.0),
        nod=(3.0, -5.0),
    ),
    Expression("asleep", brow=(0.050, 0.012), mouth="slack", closed="down", signs=("sleep", "drool"), nod=(9.0, 6.0)),
    Expression("eyes closed", brow=(0.0, -0.006), mouth="faint smile", closed="down", nod=(5.0, 0.0)),
    Expression(
        "tired",
        open=0.46,
        flat=0.7,
        lid=-0.4,
        brow=(0.030, -0.034),
        mouth="slack",
        signs=("bags", "sigh"),
        gaze=(0.0, -0.3),
        nod=(7.0, 4.0),
    ),
    Expression(
        "determined",
        open=1.04,
        lid=0.45,
        tilt=0.12,
        squint=0.15,
        brow=(-0.046, 0.032),
        bend=-0.004,
        mouth="firm",
        shine=1.2,
        signs=("furrow",),
        nod=(4.0, 0.0),
    ),
    Expression(
        "thinking",
        open=0.74,
        flat=0.6,
        brow=(-0.030, -0.016),
        left=(0.022, 0.046),
        mouth="purse",
        gaze=(0.5, 0.55),
        signs=("dots",),
        nod=(-3.0, 5.0),
    ),
    Expression("wink", brow=(0.030, 0.030), bend=0.010, mouth="open smile", wink=True, signs=("star",), nod=(0.0, 6.0)),
    Expression(
        "bored",
        open=0.42,
        flat=1.0,
        brow=(0.016, -0.030),
        bend=-0.012,
        mouth="droop",
        gaze=(-0.5, -0.1),
        signs=("sigh",),
        nod=(2.0, -8.0),
    ),
)
_SORROW = (
    Expression(
        "sad", open=0.84, lid=-0.8, brow=(0.072, -0.042), mouth="frown", gaze=(0.0, -0.4), shine=1.15, nod=(8.0, 3.0)
    ),
    Expression(
        "cry",
        open=0.62,
        lid=-0.6,
        squint=0.4,
        brow=(0.078, -0.046),
        mouth="cry",
        signs=("tears", "flush"),
        shine=1.3,
        nod=(-2.0, 4.0),
    ),
    Expression("worried", lid=-0.5, brow=(0.072, -0.034), mouth="wavy", iris=0.82, gaze=(0.4, -0.15), signs=("sweat",)),
    Expression(
        "embarrassed",
        open=0.82,
        lid=-0.25,
        brow=(0.056, -0.018),
        mouth="wavy small",
        gaze=(0.55, -0.4),
        signs=("flush",),
        nod=(5.0, 5.0),
    ),
    Expression(
        "despair",
        open=0.74,
        lid=-0.6,
        flat=0.4,
        brow=(0.046, -0.036),
        mouth="small open",
        signs=("gloom", "bags"),
        lit=False,
        nod=(9.0, 3.0),
    ),
    Expression(
        "desperate", open=1.08, lid=-0.25, brow=(0.058, -0.052), mouth="grit", iris=0.72, signs=("spray", "effort")
    ),
    Expression(
        "pain", brow=(-0.040, -0.022), mouth="grit", closed="tight", signs=("furrow", "effort", "sweat"), nod=(4.0, 7.0)
    ),
    Expression("dizzy", brow=(0.046, -0.026), mouth="queasy", closed="swirl", signs=("orbit",), nod=(-3.0, 8.0)),
)
_ANGER = (
    Expression(
        "angry",
        open=0.88,
        tilt=0.16,
        lid=0.9,
        squint=0.3,
        brow=(-0.060, 0.042),
        bend=-0.006,
        mouth="snarl",
        iris=0.86,
        signs=("furrow", "anger"),
        nod=(4.0, 0.0),
    ),
    Expression(
        "furious",
        open=1.02,
        tilt=0.22,
        lid=1.0,
        brow=(-0.062, 0.064),
        bend=-0.006,
        mouth="shout",
        iris=0.6,
        signs=("furrow", "wrinkle", "anger"),
    ),
    Expression(
        "suspicious",
        open=0.48,
        flat=1.0,
        squint=0.85,
        brow=(-0.056, -0.010),
        left=(-0.006, 0.044),
        mouth="flat",
        gaze=(0.55, 0.0),
        signs=("furrow",),
        nod=(4.0, -4.0),
    ),
    Expression(
        "disgusted",
        open=0.56,
        flat=0.4,
        lid=0.3,
        squint=0.7,
        brow=(-0.050, 0.012),
        left=(-0.030, 0.030),
        mouth="sneer",
        gaze=(-0.35, -0.1),
        signs=("wrinkle", "furrow", "gloom"),
        nod=(-5.0, -5.0),
    ),
    Expression(
        "pout",
        open=0.92,
        lid=0.35,
        tilt=0.06,
        brow=(-0.036, 0.012),
        mouth="pout",
        gaze=(-0.5, 0.1),
        signs=("blush", "puff"),
        nod=(2.0, -6.0),
    ),
)
_ALARM = (
    Expression(
        "surprised", open=1.25, brow=(0.084, 0.066), bend=0.012, mouth="o", iris=0.76, signs=("creases", "exclaim")
    ),
    Expression(
        "shocked",
        open=1.32,
        brow=(0.092, 0.052),
        bend=0.010,
        mouth="gape",
        iris=0.44,
        signs=("creases", "shock", "gloom", "sweat"),
        lit=False,
    ),
    Expression(
        "afraid",
        open=1.22,
        lid=-0.25,
        brow=(0.094, -0.024),
        mouth="teeth",
        iris=0.5,
        signs=("creases", "sweat", "gloom", "tremble"),
    ),
    Expression(
        "scream",
        open=1.34,
        brow=(0.098, -0.006),
        bend=0.006,
        mouth="scream",
        iris=0.38,
        signs=("spray", "burst"),
        nod=(-4.0, 0.0),
    ),
    Expression(
        "confused",
        iris=0.9,
        open=1.12,
        brow=(-0.030, -0.020),
        left=(0.062, 0.076),
        bend=0.008,
        mouth="askew",
        gaze=(0.25, 0.35),
        signs=("question",),
        nod=(-2.0, 9.0),
    ),
)
_TABLE = (*_CALM, *_SORROW, *_ANGER, *_ALARM)
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
