"""Ground into marks: floors and ways with their pattern, cast shadows, pools of lamplight."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely

from ....staging.camera import NEAR, Camera, Vec3
from ....staging.sets.solids import Patch, Set
from ..marks import Area, Array, Mark, Paint, Stroke
from ..order import Piece, sort_pieces
from .details import DETAILS
from .gradation import rounded
from .hand import WOBBLE, Hand, grid
from .lamplight import lamplit
from .light import CLEAR, MATERIALS, level
from .shadows import (
    NONE,
    Layered,
    contacts,
    discs,
    figure_shadows,
    in_sight,
    is_flat,
    on_patch,
    still_shadows,
    under_feet,
    unlit,
)  # fmt: skip
from .subject import Subject
from .surfaces import lifted
from .texture import TEXTURES
from .walls import patch_surface
from .wet import draw_wet

MOONLIGHT = ((26.0, 0.0), (130.0, 0.34))
"""Frame units from the subjects' feet and tone there: where ground at night begins to darken, and far off."""
DIMMEST, STRIP = 0.13, 150.0
"""The least tone that darkens; frame units squared under which a patch is of one tone."""
WET = ("rain", "storm")
"""Weathers in which the ground shines: by lamplight it mirrors people and shows no shadow of them."""
UNDER = 0.7
"""Share of the ground's colour that is left under things, beside the shade."""
PIT = -0.5
"""Metres: bare ground this low lies in the dark at night, and the stage hides what stands there."""
POOL = 0.45
"""How much lower than wide a pool of light is on the ground."""


def draw_ground(
    place: Set,
    hand: Hand,
    subjects: Sequence[Subject],
    hidden: tuple[frozenset[int], frozenset[int]],
    sunk: Sequence[Mark] = (),
) -> list[Mark]:
    """Return all patches of a set, back to front as laid, with shadows on them, but those of ``hidden`` things.

    The marks of what is ``sunken`` lie over low ground and under the stage.
    """
    sun = hand.light.sun
    low = sun if sun[1] > 0.4 or not place.interior else (sun[0] * 0.4, 0.9, sun[2] * 0.4)
    towards, dark = [_towards(place, hand, s) for s in subjects], hand.light.dark
    shade, soles = [NONE], [under_feet(subjects, towards)]
    if not dark:
        shade = [np.array([unlit(place, low)]), in_sight(hand, still_shadows(place.solids, place.growths, low), hidden)]
        soles.append(in_sight(hand, contacts(place.solids, low), hidden))
    if not (dark and hand.light.weather in WET):
        shade.append(figure_shadows(subjects, towards))
    cast, touch = (Layered.of(np.concatenate(parts)) for parts in (shade, soles))
    feet = _feet(hand, subjects)
    marks: list[Mark] = []
    stage = next((k for k, patch in enumerate(place.patches) if patch.y >= PIT), 0)
    for k, patch in enumerate(place.patches):
        if k == stage:
            marks += sunk
        marks += _patch(place, hand, k, feet)
        if is_flat(patch):
            marks += _fill(hand, cast, patch, _shaded(hand, patch), hand.light.cast)
            marks += _fill(hand, touch, patch, _deepest(hand, patch), 1.0)
        marks += _pattern(hand, patch, k)
    if hand.light.weather in WET:
        marks += draw_wet(place, hand, subjects)
    return marks


def sunken(place: Set, pieces: Sequence[Piece], camera: Camera) -> tuple[list[Mark], list[Piece]]:
    """Return the marks of what stands lower than the stage, whose edge hides its feet, and the other pieces."""
    if not any(patch.y < PIT for patch in place.patches):
        return [], [*pieces]
    sunk = [p for p in pieces if p.corners[:, 1].min() < PIT]
    return [m for p in sort_pieces(sunk, camera) for m in p.marks], [p for p in pieces if p not in sunk]


def _deepest(hand: Hand, patch: Patch) -> Paint:
    """Return the black of what touches the ground: in colour the ground's own, darkened."""
    paint = hand.light.paint(patch.material)
    r, g, b = (round(UNDER * c) for c in paint.colour)
    return Paint((r, g, b), 1.0, hand.light.clear(hand.reference) > CLEAR)


def _towards(place: Set, hand: Hand, subject: Subject) -> Vec3:
    """Return where the light on someone comes from: the sun, or the nearest lamp at night."""
    if not hand.light.dark:
        x, y, z = hand.light.sun
        return (x, max(y, 0.6), z) if place.interior else (x, y, z)
    if not place.lamps:
        return (0.25, 0.9, 0.35)
    px, _, pz = subject.at
    lamp = min(place.lamps, key=lambda m: (m.at[0] - px) ** 2 + (m.at[2] - pz) ** 2)
    v = np.array((lamp.at[0] - px, max(lamp.at[1] - 0.9, 0.5), lamp.at[2] - pz))
    x, y, z = (v / np.linalg.norm(v)).tolist()
    return (x, max(y, 0.45), z)


def _patch(place: Set, hand: Hand, k: int, feet: Array) -> list[Mark]:
    patch = place.patches[k]
    points = lifted(patch.points, patch.y)
    ring = hand.ring(points)
    if ring is None:
        return []
    base = Area((ring,), hand.light.paint(patch.material))
    if hand.light.time == "night" and patch.y < PIT and not patch.detail:
        base = replace(base, paint=replace(base.paint, tone=1.0, black=True))
    if base.paint.black:
        return [base]
    marks: list[Mark] = [*lamplit(hand, base)] if hand.light.time == "lamp" else [base]
    if hand.light.time == "night" or hand.light.weather == "storm":
        marks = [*_nightfall(hand, base, feet)]
    if (hand.light.time == "night" or place.gloom) and is_flat(patch):
        marks += _pools(place, hand, patch)
    if patch.edge:
        marks += _edge(hand, points, patch.edge)
    return marks


def _nightfall(hand: Hand, area: Area, feet: Array) -> list[Area]:
    """Return ground at night: pale round those whom the picture is about, dark towards the frame's edges."""
    tone, ring = max(area.paint.tone, DIMMEST), area.rings[0]
    if float(np.ptp(ring, axis=0).prod()) < STRIP:
        away = float(np.hypot(*((ring.mean(axis=0) - feet) * (1.0, 1.0 / POOL))))
        return [replace(area, paint=replace(area.paint, tone=level(float(np.interp(away, *np.transpose(MOONLIGHT))))))]
    inner, outer = ((r, t / tone) for r, t in MOONLIGHT)
    return rounded(replace(area, paint=replace(area.paint, tone=tone)), feet, inner, outer, POOL)


def _feet(hand: Hand, subjects: Sequence[Subject]) -> Array:
    """Return the middle of the subjects' feet on the frame, or where somebody would stand."""
    points = np.array([s.at for s in subjects] or [(0.0, 0.0, -1.0)])
    view = hand.view(points)
    front = view[view[:, 2] > NEAR]
    low = np.array((hand.width / 2, 80.0))
    return np.clip(hand.frame(front).mean(axis=0), 0.0, (hand.width, 110.0)) if len(front) else low


def _edge(hand: Hand, points: Array, role: str) -> list[Mark]:
    """Return a patch's outline with gaps, as of a worn path."""
    ends = np.roll(points, -1, axis=0)
    kept = np.arange(len(points)) % 7 != 3
    return hand.lines(points[kept], ends[kept], role)


def _pools(place: Set, hand: Hand, patch: Patch) -> list[Mark]:
    """Return the white pools of lamps on a patch, each with a toned rim."""
    marks: list[Mark] = []
    own, colour = MATERIALS[patch.material]
    for grow, tone in ((1.25, 0.22), (1.0, own))[not place.gloom :]:
        x, z, r = np.array([(lamp.at[0], lamp.at[2], lamp.radius * grow) for lamp in place.lamps]).reshape(-1, 3).T
        warm = tuple(
            round(c * t) for c, t in zip(colour, (0.95, 0.88, 0.68) if grow == 1 else (0.66, 0.66, 0.68), strict=True)
        )
        pools = Layered.of(shapely.polygons(discs(x, z, r, 32)))
        marks += _fill(hand, pools, patch, Paint((warm[0], warm[1], warm[2]), tone), 0.0)
    return marks


def _fill(hand: Hand, ground: Layered, patch: Patch, paint: Paint, shade: float) -> list[Area]:
    """Return what lies on a patch of shapes on the ground, an area for each layer of them."""
    parts, of = shapely.get_parts(on_patch(ground.shapes, patch), return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    flat, ring = shapely.get_coordinates(rings, return_index=True)
    open_ = np.append(ring[1:] == ring[:-1], False)[: len(ring)]
    starts = np.searchsorted(ring[open_], np.arange(len(rings)))
    view = hand.view(lifted(flat[open_], patch.y + 0.002))
    found = hand.outlines(view, starts) if len(rings) else []
    if not found:
        return []
    x0, y0, x1, y1 = hand.part(np.concatenate([r for _, r in found]))
    wide = shade > 0 and not paint.black and (x1 - x0) * (y1 - y0) > 25 * hand.width
    fade = ((0.0, y0), (0.0, y1), 1.15, 0.5) if wide else None
    layers: dict[int, list[Array]] = {}
    for k, seen in found:
        layers.setdefault(ground.layers[of[part[k]]], []).append(seen)
    return [Area(tuple(layer), paint, shade, fade, fixed=True) for layer in layers.values()]


def _shaded(hand: Hand, patch: Patch) -> Paint:
    """Return what a patch is in the shade: by lamplight black."""
    paint = hand.light.paint(patch.material)
    return replace(paint, tone=1.0, black=True) if hand.light.dark else paint


def _pattern(hand: Hand, patch: Patch, k: int) -> list[Mark]:
    if not patch.detail or hand.detail <= 0:
        return []
    marks = _drawn(hand, patch, k)
    if hand.light.paint(patch.material).black:
        for line in marks:
            if isinstance(line, Stroke):
                line.relief = True
    return marks


def _drawn(hand: Hand, patch: Patch, k: int) -> list[Mark]:
    s = patch_surface(patch, 53 * k + 5)
    if patch.detail in DETAILS:
        return DETAILS[patch.detail](hand, s, 0.0)
    if patch.detail in TEXTURES:
        return TEXTURES[patch.detail](hand, patch)
    if patch.detail == "studs":
        return hand.segments(s, [(0, 0, 0, s.h), (s.w, 0, s.w, s.h)], "detail") + grid(hand, s, (0, 0.45), 1.0)
    return hand.segments(s, [(s.w / 2, 0, s.w / 2, s.h)], "silhouette" if patch.detail == "rail" else "edge")


def outline_stroke(hand: Hand, ring: Array, role: str, depth: float) -> Stroke:
    """Return a closed outline in a role's weight."""
    return Stroke(ring, hand.weight(role, depth), closed=True, taper=False, wobble=WOBBLE)
