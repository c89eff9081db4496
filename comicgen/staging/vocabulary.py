"""The tables of the staging into lists to search and copy from: each entry with all the words that mean it."""

from collections.abc import Callable, Iterable

from ..story import TIMES
from ..story.format import TIME_WORDS
from .figure.poses import POSES
from .sets import PLACES, PROPS
from .words import chinese, english
from .words.acts import THINGS
from .words.expression_words import CHINESE, ENGLISH
from .words.expressions import EXPRESSIONS
from .words.looks import ACCESSORIES, HAIR_STYLES, HELD, OUTFITS, SPECIES
from .words.scenery import WEATHER_WORDS

Vocabulary = dict[str, tuple[str, ...]]
"""Each entry of a table, and its synonyms."""


def _gathered(names: Iterable[str], pairs: Iterable[tuple[str, str]]) -> Vocabulary:
    """Return each name with the words that mean it, of (word, name) pairs."""
    known: dict[str, list[str]] = {name: [] for name in names}
    for word, name in pairs:
        if word != name and name in known and word not in known[name]:
            known[name].append(word)
    return {name: tuple(words) for name, words in known.items()}


def _listed(names: Iterable[str], words: Callable[[str], Iterable[str]]) -> Vocabulary:
    return _gathered(names, ((word.strip(), name) for name in names for word in words(name)))


TABLES: dict[str, Callable[[], Vocabulary]] = {
    "poses": lambda: _listed(POSES, lambda key: (*POSES[key].words, *POSES[key].chinese)),
    "expressions": lambda: _listed(EXPRESSIONS, lambda key: f"{ENGLISH[key]},{CHINESE[key]}".split(",")),
    "hair": lambda: _gathered(HAIR_STYLES, [*english.HAIR.items(), *chinese.HAIR.items()]),
    "outfits": lambda: _gathered(OUTFITS, [*english.OUTFITS.items(), *chinese.OUTFITS.items()]),
    "accessories": lambda: _gathered(ACCESSORIES, [*english.ACCESSORIES.items(), *chinese.ACCESSORIES.items()]),
    "held": lambda: _gathered(HELD, THINGS),
    "animals": lambda: _gathered(SPECIES[1:], [*english.SPECIES.items(), *chinese.SPECIES.items()]),
    "places": lambda: _listed(PLACES, lambda key: PLACES[key].words),
    "props": lambda: _listed(PROPS, lambda key: PROPS[key][1]),
    "times": lambda: _gathered(TIMES, TIME_WORDS.items()),
    "weathers": lambda: _listed(WEATHER_WORDS, lambda key: WEATHER_WORDS[key]),
}
"""By the name that a reader asks for."""
