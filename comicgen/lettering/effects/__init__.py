"""An effect's name into ink over a panel's picture: one function for each, one table of them all.

What an author may set of each is told by the table of the same names in the story format.
Every effect is seeded by its panel, aimed at or round its subjects, inside the frame and off every
face. What belongs behind the figures is drawn over the picture but cut away round them.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from ...drawing import Path
from ...story import Effect as Wanted
from ...story import effect_name
from ..page import Effect
from .flashes import beta_flash, flash_paper, impact, uni_flash
from .lines import focus_lines, motion_arcs, trembling
from .moods import bubbles, gloom, hearts, rays, shock, sparkle
from .plate import Figure, Plate
from .speed import speed_lines
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


def draw_effects(plate: Plate, wanted: Iterable[Wanted]) -> tuple[Effect, ...]:
    """Draw the effects an author asked for, tones first; words that name none are left to ``check``."""
    known = dict.fromkeys(replace(w, name=name) for w in wanted if (name := effect_name(w.name)))
    ordered = sorted(known, key=lambda w: w.name not in BEHIND)
    return tuple(_drawn(w.name, replace(plate, manner=w)) for w in ordered)


@lru_cache(64)
def _drawn(name: str, plate: Plate) -> Effect:
    return Effect(name, tuple(EFFECTS[name](plate)))


__all__ = ["EFFECTS", "Figure", "Plate", "draw_effects"]
