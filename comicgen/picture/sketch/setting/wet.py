"""Rain on the ground into marks: puddles, and who stands there mirrored in broken bands."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from ....staging.camera import NEAR
from ....staging.sets.solids import Set
from ..marks import Area, Array, Mark, Paint
from .gradation import rings_of
from .hand import Hand
from .leaves import cut
from .roof import is_under, roofs
from .subject import Subject

COUNT = 9
"""Puddles about the stage."""
MIRRORED = 0.30
"""Tone of a mirror image by day; at night it is black."""
BAND, GAP = (0.5, 1.3), (0.5, 1.1)
"""Heights of a mirror image's bands and of the gaps between them, in frame units."""
SWAY = 0.7
"""Frame units that a band is off to the side."""


def draw_wet(place: Set, hand: Hand, subjects: Sequence[Subject]) -> list[Mark]:
    """Return puddles and mirror images on the ground that the rain reaches."""
    dry = roofs(place)
    marks = _puddles(place, hand, dry)
    for subject in subjects:
        if not any(is_under(box, subject.at[0], subject.at[2]) for box in dry):
            marks += _mirrored(hand, subject)
    return marks


def _mirrored(hand: Hand, subject: Subject) -> list[Mark]:
    """Return the limbs of a subject as water under its feet shows them."""
    level, hulls = subject.at[1], []
    for start, end, radius in subject.bones:
        points = np.array((start, end)) * (1.0, -1.0, 1.0) + (0.0, 2 * level, 0.0)
        view = hand.camera.view(points)
        if float(view[:, 2].min()) > NEAR:
            spots, sizes = hand.frame(view), radius * 100 * hand.camera.focal / view[:, 2]
            hulls.append(
                shapely.convex_hull(
                    shapely.union_all(
                        [shapely.Point(*p).buffer(r, quad_segs=3) for p, r in zip(spots, sizes, strict=True)]
                    )
                )
            )
    if not hulls:
        return []
    whole = shapely.union_all(hulls)
    dice, bands = np.random.default_rng(31), []
    x0, y, x1, bottom = shapely.bounds(whole)
    while y < min(bottom, 101.0):
        high = float(dice.uniform(*BAND))
        aside = float(dice.uniform(-SWAY, SWAY))
        band = shapely.intersection(whole, shapely.box(x0, y, x1, y + high))
        bands.append(shapely.transform(band, lambda p, a=aside: p + np.array((a, 0.0))))
        y += high + float(dice.uniform(*GAP))
    rings = rings_of(shapely.union_all(bands))
    paint = (
        Paint(hand.light.tint((92, 98, 112)), 1.0, True)
        if hand.light.dark
        else Paint(hand.light.tint((150, 156, 166)), MIRRORED)
    )
    return [Area(rings, paint, fixed=True)] if rings else []


def _puddles(place: Set, hand: Hand, dry: Sequence[Array]) -> list[Mark]:
    """Return puddles: bright, dark at the far edge where they mirror what is behind them, with rings of drops."""
    dice, area = np.random.default_rng(29), place.stand
    angle = 2 * np.pi * np.arange(22) / 22
    marks: list[Mark] = []
    for _ in range(COUNT):
        x, z = float(dice.uniform(area.x0, area.x1)), float(dice.uniform(max(area.z0, -5.0), min(area.z1, 1.5)))
        size = float(dice.uniform(0.25, 0.75))
        if any(is_under(box, x, z) for box in dry):
            continue
        r = size * (1 + 0.16 * np.sin(2 * angle + x) + 0.1 * np.sin(5 * angle + z))
        outline = np.stack([x + r * np.cos(angle), np.full(22, 0.004), z + 0.6 * r * np.sin(angle)], axis=1)
        marks += _water(hand, outline)
        for wave in (0.09, 0.2):
            ring = np.stack([x + wave * np.cos(angle), np.full(22, 0.005), z + wave * np.sin(angle)], axis=1)
            marks += hand.lines(ring[:-1:2], ring[1::2], "hair")
    return marks


def _water(hand: Hand, outline: Array) -> list[Mark]:
    rings = hand.rings(outline[None])
    if not rings:
        return []
    ring, bright = rings[0], hand.light.bright("pale glass")
    marks: list[Mark] = [Area((ring,), replace(bright, tone=0.0), fixed=True)]
    deep = cut(ring, ring + np.array((0.0, 0.4 * float(np.ptp(ring[:, 1])))))
    if deep:
        marks.append(Area(deep, hand.light.paint("water", tone=0.5), fixed=True))
    return marks + hand.lines(outline, np.roll(outline, -1, axis=0), "detail")
