"""What covers the trunk into parts: tops, trousers' seats, skirts, coat tails and collars."""

from dataclasses import replace
from typing import Any

import numpy as np
import shapely

from .flesh import neck
from .loft import Loft, across, hull, outline, ring, unit
from .marks import Area, Array, Mark
from .pen import Joint, Part
from .sitter import INSIDE, Sitter
from .skirts import draw_skirt
from .trims import TRIMS, Seam
from .wardrobe import STEEL, cloth

CHEST, HIPS = 0.70, 0.0
TUCKED = 0.12
"""A hem that starts higher along the trunk is tucked in; a lower one hangs over the skirt."""


def top_loft(sitter: Sitter) -> Loft:
    """Return the trunk's garment: offset from the body, hanging straight where it is loose, flared at the hem."""
    outfit, h = sitter.wears.outfit, sitter.unit
    body = sitter.flesh.trunk
    hem = max(outfit.hem, -0.15)
    cut = body.cut(hem, 1.10, rows=18)
    radii = [_hanging(cut.t, r, outfit.loose) for r in (cut.half, cut.before, cut.behind)]
    spread = outfit.offset * h * np.interp(cut.t, (0.9, 1.1), (1.0, 0.55))
    spread = spread + outfit.flare * h * np.clip((0.30 - cut.t) / 0.30, 0, 1)
    half, before, behind = (r + spread for r in radii)
    return replace(cut, half=half, before=before, behind=behind)


def _hanging(t: Array, radius: Array, loose: float) -> Array:
    """Return radii that bridge the waist between chest and hips by the share ``loose``."""
    chest, hips = float(np.interp(CHEST, t, radius)), float(np.interp(max(HIPS, t[0]), t, radius))
    straight = np.interp(t, (HIPS, CHEST), (hips, chest))
    bridged = np.where((t < CHEST) & (straight > radius), radius + (straight - radius) * loose, radius)
    return bridged


def draw_trunk(sitter: Sitter) -> None:
    """Add seat, skirt, top, coat tails, neck and collar."""
    sitter.shapes["top"] = shapely.Polygon()
    wears = sitter.wears
    _seat(sitter)
    if wears.bottom == "skirt":
        draw_skirt(sitter, wears.outfit.skirt, wears.lower, wears.outfit.pleats)
    _top(sitter)
    if wears.bottom == "skirt" and wears.outfit.hem < TUCKED:
        _hang_over(sitter)
    if wears.outfit.tails:
        draw_skirt(sitter, wears.outfit.tails, wears.top, 0, coat=True)
    _neck(sitter)


def _hang_over(sitter: Sitter) -> None:
    """Put the skirt behind the hem of a jacket, but before the thighs: on a lap it stays in front."""
    parts = {p.name: p for p in sitter.parts}
    skirt, top = parts["skirt"], parts["top"]
    thighs = [p.depth for name, p in parts.items() if name.endswith("thigh")]
    if top.depth < min(thighs, default=np.inf) - 0.001:
        skirt.depth = max(skirt.depth, top.depth + 0.0005)


def _seat(sitter: Sitter) -> None:
    wears, h = sitter.wears, sitter.unit
    if wears.bottom == "skirt":
        return
    paint = wears.skin if wears.bottom == "none" else wears.lower
    paint = wears.top if wears.outfit.key == "swimsuit" else paint
    grow = 0.0 if wears.bottom in ("none", "tights") else 0.035
    loft = sitter.flesh.trunk.cut(-0.2, 0.32, rows=10).grown(grow * h)
    part = Part(sitter.z(sitter.bones.pelvis.origin) - 0.12 * h, sitter.outline(loft), paint, name="seat")
    thighs = [sitter.shapes[f"{side} thigh"] for side in ("left", "right")]
    part.joints += [Joint(t, np.zeros(2), 1e9) for t in thighs if not t.is_empty]
    if sitter.pen.fine and wears.outfit.plain and wears.bottom in ("trousers", "shorts"):
        points, normals = loft.surface(np.linspace(-0.17, 0.10, 8), 0.0)
        part.after += sitter.pen.line_on(points, normals, 0.55, (0.1, 0.6))
    sitter.add(part)


def _top(sitter: Sitter) -> None:
    wears, h = sitter.wears, sitter.unit
    loft = top_loft(sitter)
    if wears.bare_chest:
        loft = sitter.flesh.trunk.cut(0.20, 1.10, rows=20)
    busts = [b + (b - b.mean(axis=(0, 1))) * wears.outfit.offset * 1.5 for b in sitter.flesh.bust]
    shape = sitter.outline(loft, *busts)
    paint = wears.skin if wears.bare_chest else wears.top
    centre = np.array([np.interp(0.45, sitter.flesh.trunk.t, sitter.flesh.trunk.centre[:, i]) for i in range(3)])
    part = Part(sitter.z(centre) - 0.20 * h, shape, paint, name="top")
    sitter.add(part)
    part.after += _hem(sitter, loft)
    if sitter.pen.fine:
        part.after += chest_lines(sitter, loft) if wears.bare_chest else _folds(sitter, loft)
    if not wears.bare_chest and sitter.pen.head > 2.2:
        for name in wears.outfit.trims:
            part.after += [
                m for t in TRIMS.get(name, ()) if not getattr(t, "over", False) for m in sitter.trim(loft, t)
            ]
    _collar(sitter, loft, part.depth)


def _hem(sitter: Sitter, loft: Loft) -> list[Mark]:
    """Return the dark inside of a hem that is seen from below, and what comes out of it."""
    outfit = sitter.wears.outfit
    down = -np.array(sitter.bones.pelvis.up)
    if outfit.hem > 0.15 or sitter.seen(loft.centre[0], down) < 0.05:
        return []
    mouth = hull(loft.rings()[0], sitter.pen.camera)
    if mouth.is_empty:
        return []
    marks: list[Mark] = [Area((shapely.get_coordinates(mouth.exterior)[:-1],), INSIDE)]
    names = ("seat", "left thigh", "right thigh", "left shorts", "right shorts")
    below = shapely.union_all([sitter.shapes[n] for n in names if n in sitter.shapes])
    inside = shapely.intersection(below, mouth)
    paint = sitter.wears.lower if sitter.wears.bottom != "none" else sitter.wears.skin
    marks += sitter.pen.marks(Part(0.0, inside, paint, weight=0.6, shade=0.0))
    return marks + sitter.pen.outline(shapely.get_coordinates(mouth.exterior)[:-1], 0.75, smooth=1)


def _folds(sitter: Sitter, loft: Loft) -> list[Mark]:
    if not sitter.wears.outfit.plain or sitter.wears.outfit.key == "swimsuit":
        return []
    lines = (
        *(((78, 0.40), (52, 0.36), (30, 0.345)), ((82, 0.33), (60, 0.285), (44, 0.28))),
        *(((64, 0.80), (50, 0.74), (40, 0.66)), ((112, 0.42), (135, 0.37), (150, 0.36)), ((118, 0.82), (132, 0.72))),
    )
    marks: list[Mark] = []
    for spots in lines:
        marks += sitter.trim(loft, Seam(spots, 0.5, both=True))
    if sitter.bones.build.curve:
        marks += sitter.trim(loft, Seam(((34, 0.60), (20, 0.575), (8, 0.60)), 0.4, both=True))
    return marks


def chest_lines(sitter: Sitter, loft: Loft) -> list[Mark]:
    """Return the lines of a bare chest: breast, ribs and navel."""
    marks: list[Mark] = []
    for spots in (((4, 0.68), (22, 0.655), (44, 0.70)), ((2, 0.52), (14, 0.50)), ((6, 1.0), (30, 0.985), (52, 1.0))):
        marks += sitter.trim(loft, Seam(spots, 0.5, both=True))
    return marks + sitter.trim(loft, Seam(((0, 0.33), (0, 0.30)), 0.6))


def _collar(sitter: Sitter, loft: Loft, key: float) -> None:
    wears, h = sitter.wears, sitter.unit
    over = [t for name in wears.outfit.trims for t in TRIMS.get(name, ()) if getattr(t, "over", False)]
    chest = sitter.bones.chest
    front = sitter.seen(chest.origin, chest.facing) > -0.1
    if over and sitter.pen.head > 2.2:
        marks = [m for t in over for m in sitter.trim(loft, t)]
        sitter.add(Part(key - (0.0015 if front else 0.35 * h), shapely.Polygon(), None, after=marks))
    if "kangaroo pocket" in wears.outfit.trims:
        _hood(sitter, key)
    if "pauldrons" in wears.outfit.trims:
        _pauldrons(sitter)


def _neck(sitter: Sitter) -> None:
    """Add the neck: after the top where the neckline faces the camera, else before."""
    bones, wears = sitter.bones, sitter.wears
    rings = neck(bones, wears.outfit.neckline)
    shape = sitter.outline(rings)
    base, chest = rings[0].mean(axis=0), bones.chest
    open_ = np.array(chest.up) * 0.35 + np.array(chest.facing) * 0.94
    front = sitter.seen(base, open_) > 0
    key = next(p.depth for p in sitter.parts if p.name == "top")
    part = Part(key + (-0.001 if front else 0.001), shape, wears.skin, weight=0.9, shade=0.0, name="neck")
    if "bare" in sitter.shapes:
        part.joints.append(Joint(sitter.shapes["bare"], np.zeros(2), 1e9))
    if front and wears.outfit.neckline > 0.13 and sitter.pen.fine and not bones.build.chibi:
        part.after += _collar_bones(sitter)
    sitter.add(part)


def _collar_bones(sitter: Sitter) -> list[Mark]:
    chest, h = sitter.bones.chest, sitter.unit * sitter.bones.build.wide
    marks: list[Mark] = []
    for sign in (1, -1):
        line = np.array(
            [
                chest.at(np.array((sign * x, y, z)) * h)
                for x, y, z in ((0.05, -0.02, 0.27), (0.11, 0.0, 0.265), (0.18, 0.03, 0.22))
            ]
        )
        marks += sitter.pen.line_on(line, None, 0.42, (0.2, 0.7))
    return marks


def _hood(sitter: Sitter, key: float) -> None:
    """Add a hood lying round the neck: a ring fat behind and low in front, in a far and a near half."""
    bones, h = sitter.bones, sitter.unit
    wide = bones.build.wide
    rings = neck(bones, 0.1)[:1].mean(axis=(0, 1))
    chest = bones.chest
    left, up, front = (np.array(v) for v in (chest.left, chest.up, chest.facing))
    a = np.linspace(0, 2 * np.pi, 37)
    back = (1 - np.cos(a)) / 2
    x, z, y = np.sin(a) * 0.36 * wide, (np.cos(a) * 0.27 - 0.05) * wide, -0.08 + 0.20 * back
    centres = rings + (left * x[:, None] + front * z[:, None] + up * y[:, None]) * h
    radius = (0.06 + 0.12 * back) * wide * h
    outward = unit(left * np.sin(a)[:, None] + front * np.cos(a)[:, None])
    torus = ring(centres, outward, up * np.ones((37, 1)), (radius, radius * 0.9, radius * 0.9))
    far = np.array([sitter.z(c) for c in centres]) > sitter.z(rings)
    facing = sitter.seen(rings, front) > 0
    for half, place in ((far, key - 0.0005 if facing else key + 0.0012), (~far, key - 0.002)):
        shape = _chain(sitter, torus, half)
        if not shape.is_empty:
            sitter.add(Part(place, shape, sitter.wears.top, smooth=1, shade=0.6, name="hood"))


def _chain(sitter: Sitter, rings: Array, keep: Any) -> Any:
    """Return the outline of the links of a closed chain of rings whose both ends are kept."""
    pairs = [rings[i : i + 2] for i in range(len(rings) - 1) if keep[i] or keep[i + 1]]
    return outline(pairs, sitter.pen.camera) if pairs else shapely.Polygon()


def _pauldrons(sitter: Sitter) -> None:
    bones, h = sitter.bones, sitter.unit
    for side in ("left", "right"):
        shoulder, elbow = bones[f"{side} shoulder"], bones[f"{side} elbow"]
        axis = unit(elbow - shoulder)
        sides, fronts = across(axis, np.array(bones.chest.facing))
        t = np.array((-0.26, -0.20, -0.06, 0.12, 0.30))
        radius = np.array((0.08, 0.19, 0.27, 0.30, 0.31)) * h * bones.build.limb
        tile = np.ones((5, 1))
        rings = ring(shoulder + axis * (t * h)[:, None], sides * tile, fronts * tile, (radius, radius, radius))
        part = Part(sitter.z(shoulder, elbow) - 0.16 * h, sitter.outline(rings), cloth(STEEL), name=f"{side} pauldron")
        lines = ring(shoulder + axis * 0.14 * h + sides[None] * 0, sides[None], fronts[None], (0.30 * h,) * 3)[0]
        part.after += sitter.pen.line_on(lines, unit(lines - lines.mean(axis=0)), 0.5)
        sitter.add(part)
