"""Rain on the ground into marks: puddles, and who stands there mirrored in broken bands."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from ....staging.camera import NEAR
from ....staging.sets.solids import Set
from ..marks import Area, Array, Mark, Paint, Stroke
from .hand import Hand
from .roof import is_under, roofs
from .subject import Subject

COUNT = 8
"""Puddles about the stage."""
MIRRORED = {False: 0.22, True: 0.5}
"""Tone of a mirror image at the feet, by day and at night."""
REACH = 0.42
"""Metres under the feet that a mirror image reaches before the rain has broken it."""
BAND, GAP = 0.9, 0.35
"""Height of its first band, and of the first gap, in frame units; gaps grow, bands shrink."""
SWAY = 0.5
"""Frame units that a band is off to the side."""
TURN = 2 * np.pi * np.arange(26) / 26


def draw_wet(place: Set, hand: Hand, subjects: Sequence[Subject]) -> list[Mark]:
    """Return puddles and mirror images on the ground that the rain reaches."""
    dry = roofs(place)
    marks = _puddles(place, hand, dry)
    for subject in subjects:
        if not any(is_under(box, subject.at[0], subject.at[2]) for box in dry):
            marks += _mirrored(hand, subject)
    return marks


def _mirrored(hand: Hand, subject: Subject) -> list[Mark]:
    """Return what wet ground shows of a subject: a few lens-shaped bands under the feet that soon break up."""
    whole = _upside_down(hand, subject)
    if whole.is_empty:
        return []
    dice, bands = np.random.default_rng(31), []
    x0, y, x1, _ = shapely.bounds(whole)
    depth = max(hand.depth(np.array(subject.at)), NEAR)
    end, high, gap = y + REACH * hand.scale(depth), BAND, GAP
    while y < min(end, 101.0) and high > 0.2:
        for part in shapely.get_parts(shapely.intersection(whole, shapely.box(x0, y, x1, y + high))):
            a, _, b, _ = shapely.bounds(part)
            aside = float(dice.uniform(-SWAY, SWAY))
            bands.append(_lens((a + aside, b + aside), y, high))
        y, high, gap = y + high + gap, 0.86 * high, 1.35 * gap
    rings = tuple(bands)
    dark = hand.light.dark
    paint = Paint(hand.light.tint((150, 156, 166)), MIRRORED[dark])
    return [Area(rings, paint, fixed=True)] if rings else []


def _lens(ends: tuple[float, float], top: float, high: float) -> Array:
    """Return a band with pointed ends."""
    a, b = ends
    t = np.linspace(0, np.pi, 9)
    x, swell = (a + b) / 2 - (b - a) / 2 * np.cos(t), high / 2 * np.sin(t) ** 0.5
    ring: Array = np.concatenate(
        [np.stack([x, top + high / 2 - swell], 1), np.stack([x, top + high / 2 + swell], 1)[::-1]]
    )
    return ring


def _upside_down(hand: Hand, subject: Subject) -> shapely.Geometry:
    """Return the subject's limbs on the frame, mirrored in the ground."""
    level, hulls = subject.at[1], []
    for start, end, radius in subject.bones:
        points = np.array((start, end)) * (1.0, -1.0, 1.0) + (0.0, 2 * level, 0.0)
        view = hand.view(points)
        if float(view[:, 2].min()) > NEAR:
            sizes = radius * 100 * hand.camera.focal / view[:, 2]
            round_ = [shapely.Point(*p).buffer(r, quad_segs=3) for p, r in zip(hand.frame(view), sizes, strict=True)]
            hulls.append(shapely.convex_hull(shapely.union_all(round_)))
    return shapely.union_all(hulls) if hulls else shapely.Polygon()


def _puddles(place: Set, hand: Hand, dry: Sequence[Array]) -> list[Mark]:
    """Return puddles about the stage that lie under no roof."""
    dice, area = np.random.default_rng(29), place.stand
    marks: list[Mark] = []
    for _ in range(COUNT):
        x, z = float(dice.uniform(area.x0, area.x1)), float(dice.uniform(max(area.z0, -6.0), min(area.z1, 1.5)))
        size, form = float(dice.uniform(0.3, 0.85)), dice.uniform(0, 6, 3)
        if not any(is_under(box, x, z) for box in dry):
            marks += _puddle(hand, (x, z, size), form)
    return marks


def _puddle(hand: Hand, spot: tuple[float, float, float], form: Array) -> list[Mark]:
    """Return a puddle: pale, an uneven round with a rim, broken strokes of what it mirrors, rings of drops."""
    x, z, size = spot
    r = size * (1 + 0.2 * np.sin(2 * TURN + form[0]) + 0.1 * np.sin(3 * TURN + form[1]) + 0.04 * np.sin(5 * TURN))
    outline = np.stack([x + 1.25 * r * np.cos(TURN), np.full(26, 0.004), z + 0.8 * r * np.sin(TURN)], axis=1)
    rim = hand.ring(outline)
    if rim is None:
        return []
    marks: list[Mark] = [Area((rim,), replace(hand.light.bright("pale glass"), tone=0.0), fixed=True)]
    width = hand.weight("edge", max(hand.depth(np.array((x, 0.0, z))), NEAR))
    marks.append(Stroke(rim, width * (0.35 + 0.65 * _lower(rim)), closed=True, taper=False, wobble=0.05))
    lines = [
        (x + size * (u + s * 0.6), z + size * v, x + size * (u + w + s * 0.6), z + size * v)
        for u, v, w, s in (
            (-0.55, -0.42, 0.75, 0.2),
            (-0.1, -0.24, 0.55, 0.3),
            (-0.75, -0.1, 0.4, 0.0),
            (0.15, 0.18, 0.4, 0.0),
        )
    ]
    ends = np.array([((a, 0.005, b), (c, 0.005, d)) for a, b, c, d in lines])
    marks += hand.lines(ends[:, 0], ends[:, 1], "detail")
    for wave in (0.07, 0.15):
        ring = np.stack([x + wave * np.cos(TURN), np.full(26, 0.005), z + 0.3 * size + wave * np.sin(TURN)], axis=1)
        if (round_ := hand.ring(ring)) is not None:
            marks.append(Stroke(round_, 0.5 * width, closed=True, taper=False))
    return marks


def _lower(ring: Array) -> Array:
    """Return for each point of a ring how far down it lies, 0 at the top and 1 at the bottom."""
    y = ring[:, 1]
    share: Array = (y - y.min()) / max(float(np.ptp(y)), 1e-6)
    return share
