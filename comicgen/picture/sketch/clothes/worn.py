"""Accessories of the body into parts: scarf, cape, bags, a sword or an umbrella at the back."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import shapely

from ....drawing import Colour
from ..figure.flesh import neck
from ..figure.sitter import Sitter
from ..hulls import fineness, hull, outlines
from ..loft import POINTS, Loft, across, ring, unit
from ..marks import Array
from ..pen import Cutout, Ink, Knob, Part, curve
from ..tubes import strand, tube
from ..wardrobe.outfits import GOLD, cloth, leather
from ..wardrobe.tailoring import TRIMS

BENDS = 16
"""Straight pieces of a scarf round the neck."""
STREAMS = 0.5
"""Wind of a pose from which scarves and capes fly."""


def draw_worn(sitter: Sitter) -> None:
    """Add the accessories that hang on the body."""
    for wear in sitter.actor.look.accessories:
        if wear.name in WORN:
            WORN[wear.name](sitter, wear.colour)


def _top_key(sitter: Sitter) -> float:
    return next(p.depth for p in sitter.parts if p.name == "top")


def _axes(sitter: Sitter) -> tuple[Array, Array, Array]:
    chest = sitter.bones.chest
    return np.array(chest.left), np.array(chest.up), np.array(chest.facing)


def _scarf(sitter: Sitter, colour: Colour) -> None:
    """Add a scarf wound round the neck, and its two ends that fly behind one who runs."""
    h, wide = sitter.unit, sitter.bones.build.wide
    left, up, front = _axes(sitter)
    middle = neck(sitter.bones, 0.1)[1].mean(axis=0)
    a = np.linspace(0, 2 * np.pi, BENDS + 1)
    centres = middle + (left * (np.sin(a) * 0.27)[:, None] + front * (np.cos(a) * 0.25)[:, None]) * wide * h
    centres = centres + up * (0.03 - 0.07 * np.cos(a))[:, None] * h
    outward = unit(left * np.sin(a)[:, None] + front * np.cos(a)[:, None])
    thick = np.full(BENDS + 1, 0.115 * h)
    rings = ring(centres, outward, up * np.ones((BENDS + 1, 1)), (thick * 0.8, thick, thick))
    far = sitter.depths(centres) > sitter.z(middle)
    key = _top_key(sitter)
    few = POINTS // fineness(0.115 * h * sitter.scale)
    halves = [[rings[i : i + 2, ::few] for i in range(BENDS) if keep[i] or keep[i + 1]] for keep in (far, ~far)]
    ends = _scarf_ends(sitter, middle, key)
    *wound, first, last = outlines([*halves, *([tail] for tail, _ in ends)], sitter.pen.camera, sitter.scale)
    for shape, place in zip(wound, (key - 0.0004, key - 0.004), strict=True):
        part = Part(place, shape, cloth(colour), smooth=1, shade=0.6, name="scarf")
        if place < key - 0.001 and sitter.pen.fine:
            for k in (1, 2, BENDS - 2, BENDS - 1):
                part.after += sitter.pen.line_on(rings[k][2:11], unit(rings[k][2:11] - centres[k]), 0.45)
        sitter.add(part)
    for shape, (_, near) in zip((first, last), ends, strict=True):
        sitter.add(Part(near, shape, cloth(colour), shade=0.6, name="scarf"))


def _scarf_ends(sitter: Sitter, middle: Array, key: float) -> list[tuple[Loft, float]]:
    """Return the two ends of a scarf, and the depth of each."""
    h = sitter.unit
    found = []
    left, up, front = _axes(sitter)
    flies = sitter.bones.pose.wind >= STREAMS
    for k, side in ((0, 0.10), (1, 0.24)):
        start = middle + (left * side + front * (0.26 if not flies else -0.2)) * sitter.bones.build.wide * h
        if flies:
            back = -np.array(sitter.bones.pelvis.facing) * (1, 0, 1)
            points = [
                start,
                start + (back * 0.5 + up * 0.16) * h,
                start + (back * 1.0 - up * 0.02 * k) * h,
                start + (back * (1.6 + 0.2 * k) + up * 0.2) * h,
            ]
        else:
            down = front * 0.14 - up * 0.5
            points = [start, start + down * h, start + (down * (1.5 + 0.5 * k) + front * 0.02) * h]
        widths = np.linspace(0.12, 0.16, len(points)) * h
        tail = strand(np.array(points), left if flies else front, widths, 0.25, rows=8)
        near = key - 0.003 if not flies and sitter.seen(middle, front) > -0.1 else sitter.z(*points)
        found.append((tail, near - 0.0001 * k))
    return found


def _cape(sitter: Sitter, colour: Colour) -> None:
    """Add a cape: half a shell behind the body from the shoulders to the calves, lifted behind one who runs."""
    h, build = sitter.unit, sitter.bones.build
    _left, up, front = _axes(sitter)
    chest = np.array(sitter.bones.chest.origin)
    fast = sitter.bones.pose.wind >= STREAMS
    q = np.linspace(0, 1, 10)[:, None]
    length = 0.62 * build.shoulder
    back = -front * (1, 0, 1) if not fast else -np.array(sitter.bones.pelvis.facing) * (1, 0, 1)
    fall = np.array((0.0, -1.0, 0.0)) * length * (1 - 0.45 * fast)
    centre = chest + up * 0.02 * h + fall * q + unit(back) * (0.10 + (0.28 + 3.2 * fast) * q) * h
    floor = float(sitter.actor.position[1]) + 0.03
    centre[:, 1] = np.maximum(centre[:, 1], floor)
    half = (build.shoulder_x + (0.16 + 0.42 * q[:, 0]) * h) * np.minimum(1, 0.75 + q[:, 0] * 3)
    deep = (0.30 + 0.14 * q[:, 0]) * h * build.wide
    if fast:
        deep = deep * (1 - 0.78 * q[:, 0])
        centre[:, 1] += 0.16 * h * np.sin(q[:, 0] * 5.5)
    axis = unit(np.gradient(centre, axis=0))
    sides, fronts = across(-axis, front * np.ones((10, 1)))
    shell = Loft(q[:, 0], centre, sides, fronts, half, deep * 0.35, deep, 2.4)
    back_middle = centre.mean(axis=0) + unit(back) * 0.25 * h
    part = Part(sitter.z(back_middle), sitter.outline(shell), cloth(colour), name="cape")
    for angle in (180, 150, 210, 125, 235, 100, 260):
        lean = 4 * np.sin(np.linspace(0, 2, 10))
        part.after += sitter.crease(shell, np.linspace(0.15, 1.0, 10), angle + lean, 0.55, (0.6, 0.0))
    sitter.add(part)
    _clasp(sitter, colour)


def _clasp(sitter: Sitter, colour: Colour) -> None:
    trunk, key = sitter.flesh.trunk.grown(0.09 * sitter.unit), _top_key(sitter)
    marks: list[Ink] = []
    for sign in (1, -1):
        spots = np.array(
            ((0, 0.97), (30, 1.0), (64, 1.06), (100, 1.10), (60, 1.13), (28, 1.08), (6, 1.04)), dtype=float
        )
        marks.append(Cutout(trunk, spots * (sign, 1), cloth(colour), 0.7))
    clasp = np.array((0.0, 1.0))
    marks.append(Knob(trunk, clasp, 0.06 * sitter.pen.head, cloth(GOLD), 0.5, 0.02 * sitter.unit))
    sitter.add(Part(key - 0.0025, shapely.Polygon(), None, after=marks))


def _backpack(sitter: Sitter, colour: Colour) -> None:
    h, wide = sitter.unit, sitter.bones.build.wide
    left, up, front = _axes(sitter)
    centre = np.array(sitter.bones.chest.origin) - up * 0.62 * h - front * 0.52 * wide * h
    t = np.array((-0.52, -0.50, -0.40, 0.0, 0.40, 0.52, 0.56))
    half = np.array((0.18, 0.40, 0.46, 0.46, 0.42, 0.32, 0.10)) * wide * h
    deep = np.array((0.10, 0.22, 0.26, 0.26, 0.24, 0.18, 0.06)) * wide * h
    tile = np.ones((7, 1))
    rings = ring(centre + up * (t * h)[:, None], left * tile, front * tile, (half, deep, deep), 3.2)
    part = Part(sitter.z(centre) - 0.02 * h, sitter.outline(rings), cloth(colour), name="backpack")
    pocket = [
        centre + (left * x + up * y) * h * wide - front * 0.27 * h * wide
        for x, y in ((-0.3, -0.05), (0.3, -0.05), (0.3, -0.42), (-0.3, -0.42))
    ]
    if sitter.seen(centre, -front) > 0.15:
        part.after += sitter.pen.patch(sitter.pen.flat(np.array(pocket)), cloth(colour), 0.6)
        line = centre + (left * np.linspace(-0.40, 0.40, 6)[:, None] + up * 0.22) * h * wide - front * 0.27 * h * wide
        part.after += sitter.pen.line_on(line, None, 0.6, (0, 0))
    sitter.add(part)
    for sign in (1, -1):
        _strap(
            sitter,
            colour,
            (
                (sign * 150, 0.98),
                (sign * 80, 1.08),
                (sign * 34, 0.98),
                (sign * 34, 0.70),
                (sign * 60, 0.42),
                (sign * 100, 0.30),
            ),
        )


def _strap(sitter: Sitter, colour: Colour, spots: tuple[tuple[float, float], ...], width: float = 0.075) -> None:
    """Add a strap that lies on the trunk along (angle, t) places."""
    trunk = sitter.flesh.trunk.grown((sitter.wears.outfit.offset + 0.035) * sitter.unit)
    line = curve(spots, 20)
    points, normals = trunk.surface(line[:, 1], line[:, 0])
    camera = sitter.pen.camera
    seen = np.sum(unit(np.array(camera.eye) - points) * normals, axis=1) > 0.0
    marks = []
    along = unit(np.gradient(points, axis=0))
    side = np.cross(along, normals) * width * sitter.unit
    edges = np.flatnonzero(np.diff(np.concatenate([[False], seen, [False]]).astype(int)))
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if b - a > 2:
            band = np.concatenate([points[a:b] + side[a:b], (points[a:b] - side[a:b])[::-1]])
            marks += sitter.pen.patch(sitter.pen.flat(band), leather(colour), 0.6)
    sitter.add(Part(_top_key(sitter) - 0.0012, shapely.Polygon(), None, after=marks))


def _bag(sitter: Sitter, colour: Colour) -> None:
    """Add a bag on a strap across the chest, at the left hip."""
    h, wide = sitter.unit, sitter.bones.build.wide
    pelvis = sitter.bones.pelvis
    left, up, front = np.array(pelvis.left), np.array(pelvis.up), np.array(pelvis.facing)
    centre = np.array(pelvis.origin) + left * 0.66 * wide * h - up * 0.16 * h + front * 0.06 * h
    corners = [
        centre + (front * 0.42 * i + up * 0.30 * j + left * 0.10 * k) * h * wide
        for i in (-1, 1)
        for j in (-1, 1)
        for k in (-1, 1)
    ]
    key = min(_top_key(sitter), sitter.z(centre)) - 0.10 * h if sitter.seen(centre, left) > -0.35 else sitter.z(centre)
    part = Part(key, hull(np.array(corners), sitter.pen.camera), leather(colour), smooth=1, name="bag")
    if sitter.seen(centre, left) > 0.1:
        flap = [
            centre + (front * 0.42 * x + up * y + left * 0.10) * h * wide
            for x, y in ((-1, 0.0), (-0.4, -0.06), (0.4, -0.06), (1, 0.0))
        ]
        part.after += sitter.pen.line_on(np.array(flap), None, 0.6, (0, 0))
    _strap(sitter, colour, ((-150, 0.98), (-82, 1.08), (-40, 0.98), (0, 0.66), (45, 0.36), (78, 0.20)))
    _strap(sitter, colour, ((-82, 1.08), (-130, 1.0), (-180, 0.70), (-230, 0.42), (-275, 0.22)))
    sitter.add(part)


def _sword(sitter: Sitter, colour: Colour) -> None:
    """Add a sword in its scabbard at the left hip, the hilt in front."""
    h = sitter.unit
    pelvis = sitter.bones.pelvis
    left, up, front = np.array(pelvis.left), np.array(pelvis.up), np.array(pelvis.facing)
    way = unit(front * 0.80 + up * 0.52 + left * 0.10)
    hip = np.array(pelvis.origin) + left * 0.64 * sitter.bones.build.wide * h + up * 0.28 * h
    tip = hip - way * 2.3 * h
    tip[1] = max(tip[1], float(sitter.actor.position[1]) + 0.05)
    dark: Colour = (60, 48, 52)
    key = min(_top_key(sitter), sitter.z(hip)) - 0.08 * h if sitter.seen(hip, left) > -0.2 else sitter.z(hip) + 0.05 * h
    pieces = (
        (tube(hip, tip, left, ((0, 0.062, 0.04), (1, 0.045, 0.03)), scale=h, rows=3), dark, 0.0),
        (
            tube(hip + way * 0.02 * h, hip + way * 0.06 * h, left, ((0, 0.12, 0.10), (1, 0.12, 0.10)), scale=h, rows=2),
            GOLD,
            0.001,
        ),
        (
            tube(
                hip + way * 0.06 * h, hip + way * 0.72 * h, left, ((0, 0.05, 0.04), (1, 0.055, 0.045)), scale=h, rows=3
            ),
            colour,
            0.0005,
        ),
    )
    for loft, paint, near in pieces:
        sitter.add(Part(key - near, sitter.outline(loft), leather(paint), smooth=1, shade=0.5, name="sword"))


def _umbrella(sitter: Sitter, colour: Colour) -> None:
    """Add a closed umbrella that hangs at the back from one shoulder."""
    h = sitter.unit
    left, up, front = _axes(sitter)
    top = np.array(sitter.bones.chest.origin) + (left * 0.5 * sitter.bones.build.wide - front * 0.46 + up * 0.30) * h
    way = unit(-up * 0.9 - left * 0.42)
    keys = ((0, 0.03, 0.03), (0.12, 0.10, 0.10), (0.7, 0.06, 0.06), (1, 0.015, 0.015))
    body = tube(top, top + way * 2.6 * h, front, keys, scale=h, rows=10)
    part = Part(sitter.z(top + way * 1.2 * h), sitter.outline(body), cloth(colour), smooth=1, name="umbrella")
    for angle in (0, 120, 240):
        part.after += sitter.crease(body, np.linspace(0.12, 0.95, 8), angle + np.linspace(0, 60, 8), 0.45)
    sitter.add(part)
    hook = top + (np.array([(0, 0.0), (0, 0.18), (0.06, 0.27), (0.14, 0.24), (0.15, 0.16)]) @ np.array((left, up))) * h
    handle = strand(hook, front, np.full(5, 0.03 * h), rows=12)
    sitter.add(Part(part.depth + 0.001, sitter.outline(handle), leather((110, 70, 46)), smooth=1, shade=0.0))


def _tie(sitter: Sitter, colour: Colour) -> None:
    """Add a tie to an outfit that has none of its own."""
    if {"tie", "tie tip"} & set(sitter.wears.outfit.trims):
        return
    from .garments import top_loft

    loft = top_loft(sitter)
    accent = sitter.wears.accent
    sitter.wears = replace(sitter.wears, accent=cloth(colour))
    marks = [m for t in TRIMS["long tie"] for m in sitter.trim(loft, t)]
    sitter.wears = replace(sitter.wears, accent=accent)
    sitter.add(Part(_top_key(sitter) - 0.0014, shapely.Polygon(), None, after=marks))


WORN: dict[str, Callable[[Sitter, Colour], None]] = {
    "scarf": _scarf,
    "cape": _cape,
    "backpack": _backpack,
    "bag": _bag,
    "sword": _sword,
    "umbrella": _umbrella,
    "tie": _tie,
}
"""Accessories with solids of their own; skirts, shorts, boots and gloves are part of the dress."""
