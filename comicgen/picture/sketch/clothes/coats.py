"""A coat's tails into parts: cloth round the legs that opens in front, its lining, the slit behind."""

from typing import Any

import numpy as np
import shapely

from ..figure.limb import LAYER, SIDES, set_back
from ..figure.sitter import INSIDE, Sitter
from ..loft import Loft, unit
from ..marks import Array, Paint
from ..mending import mended
from ..pen import Ink, Part
from ..wardrobe.outfits import mixed
from .skirts import Cut, drape, rippled, skirt_mouth

OPEN = (3.0, 9.0, 64.0)
"""Degrees to either side of the front that a coat opens at its hem: buttoned, hanging, with a leg right ahead."""
BUTTONED = 0.25
"""Place along the leg down to which it is closed."""


def draw_tails(sitter: Sitter) -> None:
    """Add the tails of a coat, before the legs, and the lining behind them."""
    outfit, h = sitter.wears.outfit, sitter.unit
    cut = Cut(outfit.tails, outfit.swing, 0.42, 0.62, 0.05 + outfit.offset * 0.6)
    loft = drape(sitter, cut)
    rings = rippled(loft, outfit.swing, sitter.floor)
    seat = sitter.flesh.trunk.cut(-0.2, 0.3, rows=8).grown(cut.grow * h)
    whole = sitter.outline(rings, seat)
    front = _opening(sitter, loft)
    top = next(p for p in sitter.parts if p.name == "top")
    tails = shapely.difference(whole, front)
    # Of one cloth with the top: no hem and no shade between them.
    top.shape = shapely.union(top.shape, tails)
    top.after += skirt_mouth(sitter, loft, top.paint, shapely.Polygon()) if front.is_empty and top.paint else []
    top.after += _lines(sitter, loft)
    set_back(sitter, top.depth + LAYER)
    if not front.is_empty:
        _lining(sitter, whole)
    sitter.shapes |= {"top": top.shape, "tails": tails}


def _opening(sitter: Sitter, loft: Loft) -> Any:
    """Return where the front is open, on the frame; it follows the foremost knee."""
    length = float(loft.t[-1])
    t = np.linspace(BUTTONED, length, 8)
    share = (t - BUTTONED) / (length - BUTTONED)
    middle, half = _gap(sitter)
    sides = np.concatenate([middle * share - half * share, (middle * share + half * share)[::-1]])
    spots = np.stack([sides, np.concatenate([t, t[::-1]])], axis=1)
    spots = np.concatenate([spots, [[0.0, BUTTONED - 0.02]]])
    flat = [mended(shapely.polygons(sitter.pen.flat(_on(loft, piece)))) for piece in sitter.in_sight(loft, spots)]
    below = [_below(sitter, loft, middle, half)]
    return shapely.union_all([p for p in (*flat, *below) if not p.is_empty]) if flat else shapely.Polygon()


def _below(sitter: Sitter, loft: Loft, middle: float, half: float) -> Any:
    """Return a strip under the open part of the hem, so that no thread of cloth is left there."""
    if half < 2 * OPEN[0]:
        return shapely.Polygon()
    a = np.linspace(middle - half, middle + half, 9)
    edge, normals = loft.surface(np.full(9, loft.t[-1]), a)
    if sitter.seen(edge[4], normals[4]) < 0.1:
        return shapely.Polygon()
    drop = edge - (loft.centre[-2] - loft.centre[-1]) * 0.3
    return mended(shapely.polygons(sitter.pen.flat(np.concatenate([edge, drop[::-1]]))))


def _on(loft: Loft, piece: Array) -> Array:
    points, _ = loft.surface(piece[:, 1], piece[:, 0], 0.002)
    return points


def _gap(sitter: Sitter) -> tuple[float, float]:
    """Return the middle of the opening at the hem and half its width, in degrees from the front."""
    bones = sitter.bones
    pelvis = np.array(bones.pelvis.facing), np.array(bones.pelvis.left)
    way = [unit(bones[f"{s} knee"] - bones[f"{s} hip"]) for s in SIDES]
    ahead = np.array([w @ pelvis[0] for w in way])
    first = int(np.argmax(ahead))
    reach = float(np.clip(ahead[first] * 1.5, 0.0, 1.0))
    side = 1.0 if first == 0 else -1.0
    half = OPEN[1] + (OPEN[2] - OPEN[1]) * reach
    return side * 26.0 * reach, half


def _lining(sitter: Sitter, whole: Any) -> None:
    """Add the inside of the coat behind the legs."""
    r, g, b = sitter.wears.top.colour
    legs = [p.depth for p in sitter.parts if p.name.endswith((" thigh", " shin", " foot"))]
    dark = INSIDE if sum((r, g, b)) > 240 else Paint((mixed(r, 12, 0.5), mixed(g, 12, 0.5), mixed(b, 16, 0.5)), 0.62)
    sitter.add(Part(max(legs) + 0.001, whole, dark, shade=0.0, name="lining"))


def _lines(sitter: Sitter, loft: Loft) -> list[Ink]:
    """Return the closed front, pockets and folds, and behind the slit."""
    length = float(loft.t[-1])
    shut = np.linspace(-0.3, BUTTONED, 6)
    marks = sitter.crease(loft, shut, 4.0 * (shut < BUTTONED - 0.01), 0.75, (0.0, 0.0))
    if not sitter.pen.fine or not sitter.wears.outfit.plain:
        return marks
    marks += sitter.crease(loft, np.linspace(0.1, length, 8), 180.0, 0.6, (0.3, 0.0))
    angle = np.array((-150, -112, -76, 70, 108, 152))[:, None]
    start = length * (0.25 + 0.25 * ((np.arange(6) * 5) % 4) / 4)[:, None]
    t = start + (length - start) * np.linspace(0, 1, 9)[None]
    return marks + sitter.creases(loft, t, angle + 6 * (t - start) / length, (0.5,) * 6, ((0.9, 0.0),) * 6)
