"""What arms and legs share: two bones with their depth, folds on a sleeve, the dark mouth of an opening."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..hulls import hull
from ..loft import Loft, unit
from ..marks import Area, Array, Paint
from ..pen import Ink, Part
from .sitter import INSIDE, Sitter

SIDES = ("left", "right")
OUTSIDE = (-1, 1)
"""Sign of the degrees round a bone that lie away from the body: a limb's rings turn as it hangs, front to front."""
LAYER = 0.0005
"""Metres between what is worn over each other."""
LEG = ("thigh", "shin", "foot", "boot", "shorts")
"""What a leg is made of, by the parts' names."""


@dataclass(frozen=True, slots=True)
class Limb:
    """Two bones of an arm or a leg, with their depth keys and how much they bend (radians)."""

    upper: Loft
    lower: Loft
    ends: tuple[Array, Array, Array]
    near: tuple[float, float]
    bend: float


def bend_of(a: Array, b: Array, c: Array) -> float:
    """Return the angle in radians by which a chain of three joints bends at the middle one."""
    return float(np.arccos(np.clip(np.dot(unit(b - a), unit(c - b)), -1, 1)))


def fold(
    sitter: Sitter, loft: Loft, t: Array, angle: Array, taper: tuple[float, float], weight: float = 0.5
) -> list[Ink]:
    """Return a fold along (t, angle) places of a sleeve or trouser leg; none on metal and rubber."""
    if not sitter.wears.outfit.plain:
        return []
    return sitter.crease(loft, t, angle, weight, taper)


def set_back(sitter: Sitter, depth: float, sides: Sequence[int] = (0, 1), judged: Sequence[str] = LEG) -> None:
    """Move legs, with all that is on them, behind a depth; their own order stays.

    ``judged`` are the parts that have to be behind it.
    """
    legs = {p.name: p for p in sitter.parts if p.name in {f"{SIDES[i]} {part}" for i in sides for part in LEG}}
    back = max((depth - p.depth for name, p in legs.items() if name.split()[1] in judged), default=0.0)
    for part in legs.values() if back > 0 else ():
        part.depth += back


def opening(sitter: Sitter, cover: Loft, inside: Loft, paint: Paint) -> list[Ink]:
    """Return the dark mouth of a sleeve or trouser leg that looks at the camera, with the limb coming out of it."""
    end = cover.rings()[-1]
    axis = unit(cover.centre[-1] - cover.centre[-2])
    if sitter.seen(cover.centre[-1], axis) < 0.06:
        return []
    mouth = hull(end, sitter.pen.camera)
    if mouth.is_empty:
        return []
    marks: list[Ink] = [Area((shapely.get_coordinates(mouth.exterior)[:-1],), INSIDE)]
    marks += sitter.pen.outline(shapely.get_coordinates(mouth.exterior)[:-1], 0.75, smooth=1)
    start = float(cover.t[-1])
    if inside.t[0] <= start < inside.t[-1]:
        limb = sitter.outline(inside.cut(start, float(inside.t[-1]), (False, True)))
        marks.append(Part(0.0, limb, paint, joints=[sitter.pen.disc(cover.centre[-1], 0.2)]))
    return marks
