"""Free words, English or Chinese, into the names of places and props.

A longer phrase covers the shorter ones inside it. A place is the last one named before the first
preposition or comma: "hospital roof at night" is a roof, "cafe by the sea" a cafe, 「医院的走廊」 a
corridor. English words also match in the plural.
"""

import re
from bisect import bisect
from collections.abc import Iterable
from functools import lru_cache

import numpy as np

from .builder import PROPS
from .places import PLACES
from .solids import Growth, Seat, Set, Solid

Hit = tuple[int, int, str]
"""Start and end in the text, and the name meant."""


def find_place(words: str) -> str | None:
    """Return the place that the words describe, or None."""
    hits = _longest(_hits(words, _place_phrases()))
    if hits:
        breaks = [m.start() for m in BREAK.finditer(words.lower())]
        return min(hits, key=lambda h: (bisect(breaks, h[0]), -h[1]))[2]
    for prop in find_props(words):
        if prop in HOMES:
            return HOMES[prop]
    return None


def find_props(words: str) -> tuple[str, ...]:
    """Return the props that the words name, in their order, each once."""
    hits = sorted(_longest(_hits(words, _prop_phrases()) + _hits(words, _place_phrases())))
    return tuple(dict.fromkeys(name for _, _, name in hits if name in PROPS))


SMALL = 0.62
"""Metres: what is smaller is put down on tables."""
BREAK = re.compile(r"[,.;:，。；：、]|\b(?:by|near|with|behind|beside|next to|in front of|outside|at|of|on)\b")
"""Where the words stop naming the place and begin to tell about it."""
HOMES = {
    "school desk": "classroom",
    "podium": "classroom",
    "bed": "bedroom",
    "wardrobe": "bedroom",
    "bench": "park",
    "swing set": "park",
    "sofa": "living room",
    "armchair": "living room",
    "television": "living room",
    "fridge": "kitchen",
    "stove": "kitchen",
    "office desk": "office",
    "bar counter": "cafe",
    "coffee machine": "cafe",
    "street lamp": "street",
    "traffic light": "street",
    "bookcase": "library",
    "hospital bed": "hospital room",
    "drip stand": "hospital room",
    "lab bench": "laboratory",
    "console": "spaceship",
    "throne": "castle",
    "campfire": "forest",
    "tent": "forest",
    "tree": "park",
    "pine": "forest",
    "palm": "beach",
    "parasol": "beach",
    "boat": "sea",
    "cactus": "desert",
    "rock": "mountain",
    "prison bars": "dungeon",
    "tombstone": "graveyard",
}
"""Where a prop is found when the words name no place."""

SERVES: dict[str, tuple[str, ...]] = {
    "bench": ("train bench",),
    "bed": ("hospital bed",),
    "chair": ("office chair", "pilot seat"),
    "bookcase": ("library shelf",),
    "street lamp": ("park lamp",),
    "table": ("round table",),
}
"""What stands in a place already and is meant by the word for another prop: the bench of a carriage."""


def missing_props(wanted: Iterable[str], place: Set) -> list[str]:
    """Return the wanted props that a place lacks and has room for: no tree stands in a carriage."""
    lacking = [p for p in wanted if p not in place.props and not place.props.intersection(SERVES.get(p, ()))]
    return [p for p in lacking if not place.ceiling or _tall(p) < place.ceiling]


def _tall(prop: str) -> float:
    tops = [0.0]
    for thing in PROPS[prop][0]():
        if isinstance(thing, Solid):
            tops.append(float(thing.corners[:, 1].max()))
        elif isinstance(thing, Growth):
            tops.append(thing.at[1] + thing.height)
    return max(tops)


@lru_cache(maxsize=256)
def is_small(prop: str) -> bool:
    """Tell whether a prop is a thing to lay down somewhere."""
    corners = [thing.corners for thing in PROPS[prop][0]() if isinstance(thing, Solid)]
    return bool(corners) and float(np.ptp(np.concatenate(corners), axis=0).max()) < SMALL


@lru_cache(maxsize=256)
def seat_of(prop: str) -> tuple[str, float]:
    """Return the kind and the height of what one sits on: of a seat, else of the top of anything, in metres."""
    things = PROPS[prop][0]()
    seat = next((thing for thing in things if isinstance(thing, Seat)), None)
    return (seat.kind, seat.height) if seat else ("", _tall(prop))


@lru_cache(maxsize=1)
def _place_phrases() -> dict[str, str]:
    return {w.lower(): name for name, place in PLACES.items() for w in (name, *place.words)}


@lru_cache(maxsize=1)
def _prop_phrases() -> dict[str, str]:
    return {w.lower(): name for name, (_, words) in PROPS.items() for w in (name, *words)}


def _hits(words: str, phrases: dict[str, str]) -> list[Hit]:
    text = words.lower()
    found: list[Hit] = []
    for phrase, name in phrases.items():
        if phrase not in text:
            continue
        pattern = re.escape(phrase)
        if phrase.isascii():
            pattern = rf"\b{pattern}(?:e?s)?\b"
        found += [(m.start(), m.end(), name) for m in re.finditer(pattern, text)]
    return found


def _longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that no longer hit covers."""
    kept: list[Hit] = []
    for h in sorted(hits, key=lambda h: (h[0] - h[1], h[0])):
        if not any(k[0] <= h[0] and h[1] <= k[1] for k in kept):
            kept.append(h)
    return kept
