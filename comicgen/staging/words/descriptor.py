"""A free descriptor, English or Chinese, into a Look: the parts the sketch artist draws.

A colour belongs to the garment, hair or thing that follows it in the same part of the sentence, else to
the one before it. What no table knows is kept in ``Look.unknown``.
"""

from functools import lru_cache
from hashlib import sha256

from ...drawing import Colour
from .. import Look
from .chinese import BUILDS as BUILDS_ZH
from .chinese import SPECIES as SPECIES_ZH
from .chinese import STATURES as STATURES_ZH
from .colours import SKIN, colour, shaded
from .dress import dressed
from .english import BUILDS as BUILDS_EN
from .english import ONLY_NEAR_HAIR, VAGUE_OUTFITS
from .english import SPECIES as SPECIES_EN
from .english import STATURES as STATURES_EN
from .found import PEOPLE, Found
from .phrases import Token, is_colour, tokens

BUILDS = BUILDS_EN | BUILDS_ZH
STATURES = STATURES_EN | STATURES_ZH
KINDS = SPECIES_EN | SPECIES_ZH
LITTLE, YOUNG = ("puppy", "kitten", "pony", "小狗", "小猫", "小鸟"), 0.78
"""Young animals, and how tall they are against grown ones."""
TAKES_COLOUR = ("hair", "outfit", "accessory", "bottom", "shoes", "noun", "species")


@lru_cache(maxsize=512)
def read_look(text: str) -> Look:
    """Return what the sketch artist draws of a descriptor. The same words give the same look."""
    found = Found()
    for part in tokens(text):
        _read_part(part, found)
    draw = sha256(text.encode()).digest()
    return dressed(found, draw)


def _read_part(part: list[Token], found: Found) -> None:
    _note_colours(part, found)
    hairy = any(t.kind == "hair" or (t.kind == "noun" and t.value == "hair") for t in part)
    for token in part:
        _note(token, found, hairy)


def _note_colours(part: list[Token], found: Found) -> None:
    """Give each colour to the thing after it in this part, else to the one before it."""
    pending: Colour | None = None
    shade, last, skin_word = "", "", ""
    for token in part:
        if token.kind == "shade":
            shade, skin_word = token.value, token.value
        elif is_colour(token):
            named = colour(token.value)
            assert named is not None
            pending, skin_word = (shaded(named, shade) if shade else named), token.value
            shade = ""
        elif token.kind in TAKES_COLOUR:
            last = _slot(token)
            if last == "skin" and skin_word in SKIN:
                found.colours["skin"] = SKIN[skin_word]
            elif pending is not None:
                found.colours[last] = pending
            pending, shade, skin_word = None, "", ""
        elif token.kind == "person" and pending is not None:
            if skin_word in ("black", "brown", "white"):
                found.colours.setdefault("skin", SKIN[skin_word])
            else:
                found.colours.setdefault("hair", pending)
            pending = None
    if pending is not None:
        found.colours.setdefault(last or "hair", pending)


def _slot(token: Token) -> str:
    if token.kind == "outfit":
        return f"outfit {token.value}"
    if token.kind == "species":
        return "fur"
    if token.kind in ("noun", "accessory"):
        return token.value
    return token.kind


def _note(token: Token, found: Found, hairy: bool) -> None:
    kind, value = token.kind, token.value
    if kind == "unknown":
        found.unknown.append(token.text)
    elif kind == "person":
        found.people.append(value)
    elif kind == "trade":
        found.trades.append(value)
        if value in PEOPLE:
            found.people.append(value)
    elif kind == "species":
        found.species = found.species or KINDS[value]
        found.stature *= YOUNG if token.text in LITTLE else 1.0
    elif kind == "age":
        found.years = int(value) if found.years is None and int(value) < 120 else found.years
    elif kind == "build":
        found.build = BUILDS[value]
    elif kind == "hair" and (hairy or token.text not in ONLY_NEAR_HAIR):
        found.hair.append(value)
    elif kind in ("length", "stature"):
        _note_length(value, found, hairy)
    elif kind == "outfit":
        vague = token.text in VAGUE_OUTFITS
        found.outfits.append((value, "vague" if vague else token.text))
    elif kind == "accessory":
        found.wears.append(value)


def _note_length(value: str, found: Found, hairy: bool) -> None:
    if value in ("short", "long") and hairy:
        found.hair.append(value)
    elif value in STATURES:
        found.stature *= STATURES[value]
