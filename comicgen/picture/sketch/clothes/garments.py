"""What covers the trunk into parts: tops, trousers' seats, and what lies over what."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import shapely

from ..figure import folds as f
from ..figure.flesh import neck
from ..figure.folds import folds
from ..figure.limb import LAYER, SIDES, set_back
from ..figure.sitter import INSIDE, Sitter
from ..hulls import hull
from ..inking import inked
from ..loft import Loft, unit
from ..marks import Area, Array
from ..pen import Ink, Joint, Part
from ..wardrobe.tailoring import TRIMS
from ..wardrobe.trims import Seam
from .coats import draw_tails
from .collars import draw_hood, draw_neck, draw_pauldrons
from .skirts import draw_apron, draw_lap, draw_skirt, skirt_solids

CHEST, HIPS = 0.70, 0.0
TUCKED = 0.12
"""A hem that starts higher along the trunk is tucked in; a lower one hangs over the skirt."""
LAP = 0.22
"""Where along a thigh that lies before the belly the cloth of the top ends."""
RAISED, TOWARDS = 0.62, 0.22
"""How far a thigh hangs, and points to the camera, from which it lies before the belly."""
LEANS, STOOPS = 0.10, 0.10
"""Sines of the spine's bend from which cloth is pinched."""
TAILORED = ("suit", "school blazer", "uniform", "gakuran", "coat", "trench coat", "lab coat", "shirt")
"""Outfits with a seam down the back."""


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
    top = sitter.flesh.trunk.cut(0.20, 1.10, rows=20) if wears.bare_chest else top_loft(sitter)
    collar = neck(sitter.bones, wears.outfit.neckline)
    lower = skirt_solids(sitter) if wears.bottom == "skirt" else _seat_solids(sitter)
    over, throat, *under = sitter.outlines([[top, *_busts(sitter)], [collar], *lower])
    if wears.bottom == "skirt":
        draw_skirt(sitter, *under)
    else:
        _seat(sitter, *under)
    _top(sitter, top, over)
    _lay(sitter)
    if wears.bottom == "skirt" and wears.outfit.hem < TUCKED:
        _hang_over(sitter)
    if "apron bib" in wears.outfit.trims and wears.bottom != "skirt":
        draw_apron(sitter)
    if wears.outfit.tails:
        draw_tails(sitter)
    draw_neck(sitter, collar, throat)


def _lay(sitter: Sitter) -> None:
    """Bring top, seat and thighs into the order in which they are worn.

    A top that hangs lies over the trousers, one that is tucked in under them; thighs come out from
    under both, but those of one who sits towards the camera lie before the belly.
    """
    parts = {p.name: p for p in sitter.parts}
    top, seat = parts["top"], parts.get("seat")
    tucked = sitter.wears.outfit.hem >= TUCKED and not sitter.wears.outfit.whole
    if seat is not None:
        seat.depth = top.depth + (-LAYER if tucked else LAYER)
    first = top.depth + LAYER if seat is None else max(top.depth, seat.depth)
    laps = [i for i in (0, 1) if _on_lap(sitter, i)]
    set_back(sitter, first + LAYER, [i for i in (0, 1) if i not in laps], ("thigh",))
    for i in laps:
        thigh = parts[f"{SIDES[i]} thigh"]
        if thigh.depth < first:
            _over_lap(sitter, thigh)
            thigh.depth = first + LAYER


def _over_lap(sitter: Sitter, thigh: Part) -> None:
    """Add a thigh once more, without its root, before the belly."""
    lap = sitter.lofts[thigh.name].cut(LAP, 1.0, (False, True))
    shape = sitter.outline(lap)
    (drawn,) = inked(sitter.pen, [thigh.after])
    after: list[Ink] = [m for m in drawn if isinstance(m, Area) or shapely.contains_xy(shape, m.points).all()]
    part = replace(thigh, shape=shape, name=thigh.name.replace("thigh", "lap"), after=after)
    thigh.after = []
    sitter.add(part)


def _on_lap(sitter: Sitter, i: int) -> bool:
    """Tell whether a thigh is drawn up and points to the camera."""
    hip, knee = (sitter.bones[f"{SIDES[i]} {j}"] for j in ("hip", "knee"))
    return sitter.hang(i) < RAISED and sitter.seen(hip, unit(knee - hip)) > TOWARDS


def _hang_over(sitter: Sitter) -> None:
    """Put the skirt behind the hem of a jacket, but before the thighs; what lies on a lap stays in front."""
    parts = {p.name: p for p in sitter.parts}
    skirt, top = parts["skirt"], parts["top"]
    if skirt.depth < top.depth and any(_on_lap(sitter, i) for i in (0, 1)):
        draw_lap(sitter, skirt.depth)
    skirt.depth = max(skirt.depth, top.depth + LAYER / 2)


def _seat_solids(sitter: Sitter) -> list[Sequence[Array | Loft]]:
    """Return what a seat is made of; its cloth is kept."""
    grow = 0.0 if sitter.wears.bottom in ("none", "tights") else 0.035
    sitter.lofts["seat"] = sitter.flesh.trunk.cut(-0.2, 0.325, rows=10).grown(grow * sitter.unit)
    return [[sitter.lofts["seat"]]]


def _seat(sitter: Sitter, shape: Any) -> None:
    wears, h, loft = sitter.wears, sitter.unit, sitter.lofts["seat"]
    paint = wears.skin if wears.bottom == "none" else wears.lower
    paint = wears.top if wears.outfit.key == "swimsuit" else paint
    if wears.outfit.hem >= TUCKED and sitter.seen(loft.centre[-1], sitter.bones.pelvis.up) > 0.0:
        shape = shapely.difference(shape, hull(loft.rings()[-1], sitter.pen.camera))
    part = Part(sitter.z(sitter.bones.pelvis.origin) - 0.12 * h, shape, paint, name="seat", shade=0.0)
    thighs = [sitter.shapes[f"{side} thigh"] for side in SIDES]
    part.joints += [Joint(t, np.zeros(2), 1e9) for t in thighs if not t.is_empty]
    sewn = wears.outfit.plain and wears.bottom in ("trousers", "shorts")
    if sewn and sitter.pen.head > 2.2:
        part.after += sitter.trims(loft, TRIMS["waistband"])
    if sewn and sitter.pen.fine:
        part.after += sitter.trims(loft, TRIMS["trousers"])
    sitter.add(part)


def _busts(sitter: Sitter) -> list[Array]:
    """Return the breasts under a top; each is convex, so all its rings are one."""
    grow = sitter.wears.outfit.offset * 1.5
    return [(b + (b - b.mean(axis=(0, 1))) * grow).reshape(1, -1, 3) for b in sitter.flesh.bust]


def _top(sitter: Sitter, loft: Loft, shape: Any) -> None:
    wears, h = sitter.wears, sitter.unit
    paint = wears.skin if wears.bare_chest else wears.top
    key = sitter.z(sitter.bones["chest"]) - 0.20 * h
    part = Part(key, shape, paint, name="top")
    sitter.add(part)
    part.after += _hem(sitter, loft)
    if sitter.pen.fine:
        part.after += chest_lines(sitter, loft) if wears.bare_chest else _creases(sitter, loft)
    if not wears.bare_chest and sitter.pen.head > 2.2:
        sewn = [t for name in wears.outfit.trims for t in TRIMS.get(name, ()) if not getattr(t, "over", False)]
        part.after += sitter.trims(loft, sewn)
    _collar(sitter, loft, part.depth)


def _hem(sitter: Sitter, loft: Loft) -> list[Ink]:
    """Return the dark inside of a hem that is seen from below, and what comes out of it."""
    outfit = sitter.wears.outfit
    down = -np.array(sitter.bones.pelvis.up)
    if outfit.tails or outfit.hem > 0.15 or sitter.seen(loft.centre[0], down) < 0.05:
        return []
    mouth = hull(loft.rings()[0], sitter.pen.camera)
    if mouth.is_empty:
        return []
    marks: list[Ink] = [Area((shapely.get_coordinates(mouth.exterior)[:-1],), INSIDE)]
    names = ("seat", "left thigh", "right thigh", "left shorts", "right shorts")
    below = shapely.union_all([sitter.shapes[n] for n in names if n in sitter.shapes])
    inside = shapely.intersection(below, mouth)
    paint = sitter.wears.lower if sitter.wears.bottom != "none" else sitter.wears.skin
    marks.append(Part(0.0, inside, paint, weight=0.6, shade=0.0))
    return marks + sitter.pen.outline(shapely.get_coordinates(mouth.exterior)[:-1], 0.75, smooth=1)


def _creases(sitter: Sitter, loft: Loft) -> list[Ink]:
    """Return the folds of a top: at waist and armpits, and where the body's pose pulls or pinches the cloth."""
    outfit = sitter.wears.outfit
    if not outfit.plain or outfit.key == "swimsuit":
        return []
    marks: list[Ink] = []
    for side, sign in zip(SIDES, (1, -1), strict=True):
        raised = float(
            np.dot(unit(sitter.bones[f"{side} elbow"] - sitter.bones[f"{side} shoulder"]), sitter.bones.chest.up)
        )
        pinched = sign * float(np.dot(sitter.bones.pelvis.left, sitter.bones.chest.up)) > LEANS
        found = (*(f.PULLED if raised > -0.3 else f.CHEST), *(f.PINCHED if pinched else f.WAIST), *f.BLADES)
        found = (
            *found,
            *(f.BUST if sitter.bones.build.curve == 1 else ()),
            *(f.TUCKED if outfit.hem >= TUCKED else ()),
        )
        marks += folds(sitter, loft, found, sign)
    bent = float(np.dot(sitter.bones.chest.up, sitter.bones.pelvis.facing)) > STOOPS
    both = (*(f.BELLY if bent else ()), *(f.SPINE if outfit.key in TAILORED else ()))
    return marks + folds(sitter, loft, both)


def chest_lines(sitter: Sitter, loft: Loft) -> list[Ink]:
    """Return the lines of a bare chest: breast, ribs and navel."""
    marks: list[Ink] = []
    for spots in (((4, 0.68), (22, 0.655), (44, 0.70)), ((2, 0.52), (14, 0.50)), ((6, 1.0), (30, 0.985), (52, 1.0))):
        marks += sitter.trim(loft, Seam(spots, 0.5, both=True))
    return marks + sitter.trim(loft, Seam(((0, 0.33), (0, 0.30)), 0.6))


def _collar(sitter: Sitter, loft: Loft, key: float) -> None:
    wears, h = sitter.wears, sitter.unit
    over = [t for name in wears.outfit.trims for t in TRIMS.get(name, ()) if getattr(t, "over", False)]
    chest = sitter.bones.chest
    front = sitter.seen(chest.origin, chest.facing) > -0.1
    if over and sitter.pen.head > 2.2:
        marks = sitter.trims(loft, over)
        sitter.add(Part(key - (0.0015 if front else 0.35 * h), shapely.Polygon(), None, after=marks))
    if "kangaroo pocket" in wears.outfit.trims:
        draw_hood(sitter, key)
    if "pauldrons" in wears.outfit.trims:
        draw_pauldrons(sitter)
