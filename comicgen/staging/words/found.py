"""What the words of a descriptor said of somebody, before defaults fill the rest."""

from dataclasses import dataclass, field

from ...drawing import Colour
from .chinese import PEOPLE as PEOPLE_ZH
from .english import PEOPLE as PEOPLE_EN

PEOPLE = PEOPLE_EN | PEOPLE_ZH


@dataclass(slots=True)
class Found:
    """What the words of a descriptor said, before defaults fill the rest."""

    people: list[str] = field(default_factory=list)
    trades: list[str] = field(default_factory=list)
    species: str = ""
    years: int | None = None
    build: str = ""
    stature: float = 1.0
    hair: list[str] = field(default_factory=list)
    outfits: list[tuple[str, str]] = field(default_factory=list)
    """(name, the word that said it)."""
    wears: list[str] = field(default_factory=list)
    colours: dict[str, Colour] = field(default_factory=dict)
    """Colour by what it belongs to: hair, eyes, skin, fur, bottom, shoes, ``outfit NAME`` or an accessory's name."""
    unknown: list[str] = field(default_factory=list)


def people_says(found: Found) -> tuple[str, str]:
    """Return (age, gender) that the words for a person say; empty where they do not."""
    said = [PEOPLE[p] for p in found.people]
    ages, genders = [a for a, _ in said if a], [g for _, g in said if g]
    age = "elder" if "elder" in ages else next((a for a in ages if a != "young"), "adult" if "young" in ages else "")
    return age, genders[0] if genders else ""
