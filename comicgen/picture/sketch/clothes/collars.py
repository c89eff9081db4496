"""What lies round the neck and on the shoulders into parts: the neck itself, hoods and pauldrons."""

from typing import Any

import numpy as np
import shapely

from ..figure.flesh import neck
from ..figure.sitter import Sitter
from ..hulls import outline
from ..loft import across, ring, unit
from ..marks import Array
from ..pen import Ink, Joint, Part
from ..wardrobe.outfits import STEEL, cloth


def draw_neck(sitter: Sitter, rings: Array, shape: Any) -> None:
    """Add the neck of rings: after the top where the neckline faces the camera, else before."""
    bones, wears = sitter.bones, sitter.wears
    base, chest = rings[0].mean(axis=0), bones.chest
    open_ = np.array(chest.up) * 0.35 + np.array(chest.facing) * 0.94
    front = sitter.seen(base, open_) > 0
    key = next(p.depth for p in sitter.parts if p.name == "top")
    part = Part(key + (-0.001 if front else 0.001), shape, wears.skin, weight=0.9, shade=0.0, name="neck")
    if "bare" in sitter.shapes:
        part.joints.append(Joint(sitter.shapes["bare"], np.zeros(2), 1e9))
    if "crew neck" in wears.outfit.trims and sitter.pen.fine:
        part.after += _ribbing(sitter, rings)
    if front and wears.outfit.neckline > 0.13 and sitter.pen.fine and not bones.build.chibi:
        part.after += _collar_bones(sitter)
    sitter.add(part)


def _ribbing(sitter: Sitter, rings: Array) -> list[Ink]:
    """Return the band round a neckline, on the cloth just outside it."""
    base, middle = rings[0], rings[0].mean(axis=0)
    outward = unit(base - middle)
    line = np.concatenate([base, base[:1]]) + np.concatenate([outward, outward[:1]]) * 0.055 * sitter.unit
    normals = np.concatenate([outward, outward[:1]]) * 0.8 + np.array(sitter.bones.chest.up) * 0.6
    return sitter.pen.line_on(line, normals, 0.5, (0.1, 0.1))


def _collar_bones(sitter: Sitter) -> list[Ink]:
    chest, h = sitter.bones.chest, sitter.unit * sitter.bones.build.wide
    marks: list[Ink] = []
    for sign in (1, -1):
        line = np.array(
            [
                chest.at(np.array((sign * x, y, z)) * h)
                for x, y, z in ((0.05, -0.02, 0.27), (0.11, 0.0, 0.265), (0.18, 0.03, 0.22))
            ]
        )
        marks += sitter.pen.line_on(line, None, 0.42, (0.2, 0.7))
    return marks


def draw_hood(sitter: Sitter, key: float) -> None:
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
    far = sitter.depths(centres) > sitter.z(rings)
    facing = sitter.seen(rings, front) > 0
    for half, place in ((far, key - 0.0005 if facing else key + 0.0012), (~far, key - 0.002)):
        shape = _chain(sitter, torus, half)
        if not shape.is_empty:
            sitter.add(Part(place, shape, sitter.wears.top, smooth=1, shade=0.6, name="hood"))


def _chain(sitter: Sitter, rings: Array, keep: Any) -> Any:
    """Return the outline of the links of a closed chain of rings whose both ends are kept."""
    pairs = [rings[i : i + 2] for i in range(len(rings) - 1) if keep[i] or keep[i + 1]]
    return outline(pairs, sitter.pen.camera) if pairs else shapely.Polygon()


def draw_pauldrons(sitter: Sitter) -> None:
    """Add the plates on the shoulders of an armour."""
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
