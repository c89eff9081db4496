"""The colours of a story's cast into values: a few clear steps from bare paper to solid black.

Drawn without colour, two people are told apart by how dark they are. Each colour has a step that its
lightness asks for; where two would fall on one step they move apart, as far as their order allows.
Only the cast list decides, so a value is the same in every panel and no panel changes another's.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from ..drawing import Colour
from ..script import Script
from . import Look
from .words.descriptor import read_look
from .words.looks import UPRIGHT

PAPER, LIGHT, MIDDLE, DARK, SOLID = range(5)
TONES = (0.0, 0.13, 0.30, 0.50, 1.0)
"""Screentone of each step: neighbours can be told apart at a glance."""
Values = tuple[tuple[Colour, int], ...]
"""Colours and their steps."""

_WANTED = ((0.22, 0.28, 0.36, 0.48, 0.66, 0.82), (4.0, 3.6, 3.0, 2.0, 1.0, 0.0))
"""Lightness and the step it asks for, between steps in parts."""
_SAME = 0.012
"""Colours nearer than this in lightness are one value: uniforms stay uniform."""
_CLASH, _NEXT = 1.5, 0.12
"""What it costs that two tops share a step, or are only one step apart."""
_DEEP, _BRIGHT = 2.75, 1.25
"""A cast's darkest top is solid black and its lightest paper if they ask for so much: pages live from the two."""
_OWN = 0.6
"""The same for two garments of one person."""


def lightness(colour: Colour) -> float:
    """Return 0 black .. 1 white as the eye weighs it (Rec. 601)."""
    r, g, b = colour
    return (0.299 * r + 0.587 * g + 0.114 * b) / 255


def wanted(colour: Colour) -> float:
    """Return the step that a colour asks for, with parts of steps."""
    return float(np.interp(lightness(colour), *_WANTED))


def step_of(colour: Colour) -> int:
    """Return the step of a colour by itself."""
    return round(wanted(colour))


def values_of(character: str, script: Script) -> Values:
    """Return the values of one character among the story's cast."""
    looks = [c.look for c in script.characters]
    return next((v for c, v in zip(script.characters, cast_values(tuple(looks)), strict=True) if c.id == character), ())


@lru_cache(maxsize=64)
def cast_values(looks: tuple[str, ...]) -> tuple[Values, ...]:
    """Return the values of each of a cast, by their descriptors."""
    read = [read_look(words) for words in looks]
    people = [look.top for look in read if look.species in UPRIGHT]
    tops = dict(zip(people, _apart(people), strict=True))
    return tuple(look_values(look, tops.get(look.top)) for look in read)


@lru_cache(maxsize=256)
def look_values(look: Look, top: int | None = None) -> Values:
    """Return the values of all a look's colours; ``top`` is its upper garment's step where the cast decides it."""
    top = step_of(look.top) if top is None else top
    steps = {look.top: top, look.hair_colour: step_of(look.hair_colour)}
    for colour in (look.bottom, look.shoes, *(w.colour for w in look.accessories)):
        steps.setdefault(colour, _beside(colour, look.top, top))
    return tuple(steps.items())


def _beside(colour: Colour, other: Colour, step: int) -> int:
    """Return the step of a garment worn with another of a known step, off it where their lightness differs."""
    gap = lightness(colour) - lightness(other)
    if abs(gap) < _SAME:
        return step

    def cost(k: int) -> float:
        wrong = (k - step) * gap > 0
        return (k - wanted(colour)) ** 2 + _OWN * (k == step) + 9.0 * wrong

    return min(range(SOLID + 1), key=cost)


def _apart(colours: Sequence[Colour]) -> list[int]:
    """Return a step for each colour: near what it asks for, apart from the others, never out of order.

    Least cost over all assignments that keep the order of lightness, by dynamic programming over the sorted values.
    """
    order = sorted({c: lightness(c) for c in colours}.items(), key=lambda item: (item[1], item[0]))
    groups: list[list[Colour]] = []
    last = -1.0
    for colour, light in order:
        if light - last >= _SAME:
            groups.append([])
            last = light
        groups[-1].append(colour)
    asked = [float(np.mean([wanted(c) for c in group])) for group in groups]
    steps = _cheapest(
        [*(4.0 if w >= _DEEP else w for w in asked[:1]), *asked[1:-1], *(_bright(w) for w in asked[1:][-1:])]
    )
    found = {c: step for group, step in zip(groups, steps, strict=True) for c in group}
    return [found[c] for c in colours]


def _bright(want: float) -> float:
    return 0.0 if want <= _BRIGHT else want


def _cheapest(asked: Sequence[float]) -> list[int]:
    """Return falling steps for what is asked from the darkest on."""
    best: dict[int, tuple[float, list[int]]] = {SOLID + 1: (0.0, [])}
    for want in asked:
        grown: dict[int, tuple[float, list[int]]] = {}
        for last, (cost, steps) in best.items():
            for step in range(min(last, SOLID) + 1):
                near = _CLASH if step == last else _NEXT if step == last - 1 and steps else 0.0
                total = cost + near + (step - want) ** 2
                if step not in grown or total < grown[step][0]:
                    grown[step] = (total, [*steps, step])
        best = grown
    return min(best.values(), key=lambda found: found[0])[1]
