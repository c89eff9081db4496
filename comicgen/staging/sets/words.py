"""Free words, English or Chinese, into the names of places and props.

A phrase counts by how much of the text it explains: longer phrases beat shorter ones, and in
English the last of two wins ("station cafe" is a cafe). English words also match in the plural.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from .builder import PROPS
from .places import PLACES

Hit = tuple[int, int, str]
"""Start and end in the text, and the name meant."""


def find_place(words: str) -> str | None:
    """Return the place that the words describe, or None."""
    hits = _longest(_hits(words, _place_phrases()))
    if hits:
        return max(hits, key=lambda h: (h[1] - h[0] + _weight(words, h), h[1]))[2]
    for prop in find_props(words):
        if prop in HOMES:
            return HOMES[prop]
    return None


def find_props(words: str) -> tuple[str, ...]:
    """Return the props that the words name, in their order, each once."""
    hits = sorted(_longest(_hits(words, _prop_phrases()) + _hits(words, _place_phrases())))
    return tuple(dict.fromkeys(name for _, _, name in hits if name in PROPS))


HOMES = {
    "school desk": "classroom",
    "podium": "classroom",
    "bed": "bedroom",
    "wardrobe": "bedroom",
    "bench": "park",
    "swing": "park",
    "sofa": "living room",
    "armchair": "living room",
    "television": "living room",
    "fridge": "kitchen",
    "stove": "kitchen",
    "office desk": "office",
    "counter": "cafe",
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
    "bars": "dungeon",
    "tombstone": "graveyard",
}
"""Where a prop is found when the words name no place."""


def _weight(words: str, hit: Hit) -> int:
    """Return what speaks for a hit: Chinese characters say more than letters; 'of the X' says whose it is."""
    text = words[hit[0] : hit[1]]
    return 6 * sum(1 for c in text if ord(c) > 0x2E80)


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
