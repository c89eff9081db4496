"""An effect's name into ink over a panel's picture: one function for each, one table of them all.

Every effect is seeded by its panel, aimed at or round its subjects, inside the frame and off every
face. What belongs behind the figures is drawn over the picture but cut away round them.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache

from ...drawing import Path
from ..page import Effect
from .flashes import beta_flash, flash_paper, impact, uni_flash
from .lines import Focus, Speed, focus_lines, motion_arcs, speed_lines, trembling
from .moods import bubbles, gloom, hearts, rays, shock, sparkle
from .names import SYNONYMS
from .plate import Plate
from .tones import darkness, fog, gradient_tone, rising_tone, screentone, vignette
from .weather import dust, petals, rain, snow

EFFECTS: dict[str, Callable[[Plate], list[Path]]] = {
    "speed lines": speed_lines,
    "focus lines": focus_lines,
    "flash": beta_flash,
    "uni flash": uni_flash,
    "white-out": flash_paper,
    "impact": impact,
    "motion arcs": motion_arcs,
    "trembling": trembling,
    "screentone": screentone,
    "gradient": gradient_tone,
    "rising gradient": rising_tone,
    "vignette": vignette,
    "darkness": darkness,
    "fog": fog,
    "rain": rain,
    "snow": snow,
    "petals": petals,
    "dust": dust,
    "gloom": gloom,
    "sparkle": sparkle,
    "hearts": hearts,
    "bubbles": bubbles,
    "shock": shock,
    "rays": rays,
}
"""In the order of the effects sheet."""

BEHIND = ("screentone", "gradient", "rising gradient", "vignette", "fog", "darkness", "white-out", "flash")
"""Drawn before the others, so that lines lie on top of tone."""


def effect_name(word: str) -> str | None:
    """Return the table's name for an author's word, or None where no effect is called that."""
    name = " ".join(word.lower().replace("_", " ").split())
    name = SYNONYMS.get(name, name)
    return name if name in EFFECTS else None


def draw_effects(plate: Plate, words: Iterable[str]) -> tuple[Effect, ...]:
    """Draw the effects an author asked for, tones first; words that name none are left to ``check``."""
    names = dict.fromkeys(n for w in words if (n := effect_name(w)))
    ordered = sorted(names, key=lambda n: (n not in BEHIND, list(names).index(n)))
    return tuple(_drawn(n, plate) for n in ordered)


@lru_cache(64)
def _drawn(name: str, plate: Plate) -> Effect:
    return Effect(name, tuple(EFFECTS[name](plate)))


__all__ = ["EFFECTS", "Focus", "Plate", "Speed", "draw_effects", "effect_name", "focus_lines", "speed_lines"]
