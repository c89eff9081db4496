"""An action's words for animals and people, so that those can be told who are no characters and so are not drawn."""

import re

from .chinese import PEOPLE as PEOPLE_ZH
from .descriptor import KINDS
from .english import PEOPLE as PEOPLE_EN
from .phrases import tokens

PARTS_OF_WORDS = ("马",)
"""Signs for animals that in a sentence mostly belong to another word: 马上, 马路."""
_QUALITIES = {"young", "old", "elderly", "female", "male", "teen", "teenage", "adult", "person", "people"}
_WHO = "|".join(sorted(set(PEOPLE_EN) - _QUALITIES, key=len, reverse=True))
_WHO_ZH = "|".join(sorted((w for w in PEOPLE_ZH if len(w) > 1), key=len, reverse=True))
_SUBJECT = re.compile(
    rf"(?:^|[.!?]\s+)(?:an?|the|two|three)\s+(?:[\w-]+\s+)??({_WHO})\b(?!['’-])|(?:^|[。！？])(?:[一两三]?[个名位])({_WHO_ZH})(?!的)",
    re.IGNORECASE,
)
"""A sentence that begins with somebody."""
_TITLED = re.compile(rf"\b([A-Z]\w+)(?: the |, an? |, the )(?:[\w-]+ )?({_WHO})\b")
"""Somebody by name and calling: ``Otto the guard``."""


def animals_in(text: str) -> list[tuple[str, str]]:
    """Return (word, species) of each animal that a sentence names."""
    found = [t for part in tokens(text) for t in part if t.kind == "species" and t.text not in PARTS_OF_WORDS]
    return list(dict.fromkeys((t.text, KINDS[t.value]) for t in found))


def people_in(text: str) -> list[str]:
    """Return the words for people with whom a sentence begins."""
    return [hit[1] or hit[2] for hit in _SUBJECT.finditer(text)]


def titled_in(text: str) -> list[str]:
    """Return the names that a text gives people by their calling: Otto of ``Otto the guard``."""
    return [hit[1] for hit in _TITLED.finditer(text)]
