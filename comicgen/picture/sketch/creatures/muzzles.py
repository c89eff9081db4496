"""An animal's head into parts: skull, muzzle, eyes and ears."""

from typing import Any

import numpy as np
import shapely

from ....drawing import Colour
from ..hulls import hull
from ..loft import Loft, facing_camera, profile, unit
from ..marks import Paint
from ..pen import Ink, Part
from ..tubes import strand
from ..wardrobe.outfits import cloth, leather
from .animal import Model, darker

PINK: Colour = (222, 140, 140)
TUFTS = {
    "cat": (
        ((0.34, 0.46, 0.10), (0.42, 0.34, -0.02), (0.36, 0.24, 0.06), (0.66, 0.22, -0.06)),
        ((0.30, 0.32, 0.10), (0.34, 0.20, -0.02), (0.26, 0.14, 0.06), (0.54, 0.04, -0.04)),
    ),
    "dog": (((0.30, 0.30, -0.10), (0.20, 0.16, -0.12), (0.34, 0.20, -0.22), (0.42, 0.02, -0.16)),),
}
"""Tufts of fur on one side: four corners in heads, the last one the tip."""


def draw_skull(model: Model) -> None:
    """Add the head with its face and ears."""
    head, coat = model.bones.head, model.coat
    up, facing = np.array(head.up), np.array(head.facing)
    rows = profile(coat.skull, 18)
    tile = np.ones((18, 1))
    centre = model.head(0.0, 0.5, 0.0) + facing * rows[:, :1] * head.unit
    half, above, below = (rows[:, i] * head.unit for i in (1, 2, 3))
    loft = Loft(rows[:, 0], centre, np.array(head.left) * tile, up * tile, half, above, below, 2.2)
    key = (
        min(model.z(model.head(0.0, 0.5, 0.1)), *(p.depth for p in model.parts if p.name == "trunk")) - 0.35 * head.unit
    )
    part = Part(key, shapely.union_all([model.outline(loft), *_tufts(model)]), model.fur, name="head")
    part.after += _muzzle(model) + _eyes(model)
    model.parts.append(part)
    for sign in (1, -1):
        model.parts.append(_ear(model, sign, key))


def _tufts(model: Model) -> list[Any]:
    """Return the tufts that stand off a furry head: cheeks of a cat, the scruff of a dog."""
    spots = TUFTS.get(model.actor.look.species, ())
    return [
        hull(np.array([model.head(x * sign, y, z) for x, y, z in tuft]), model.pen.camera)
        for sign in (1, -1)
        for tuft in spots
    ]


def _muzzle(model: Model) -> list[Ink]:
    pen, head, coat = model.pen, model.bones.head, model.coat
    y, z, size = coat.nose
    marks: list[Ink] = []
    species = model.actor.look.species
    if species == "horse":
        for sign in (1, -1):
            spot = model.head(0.10 * sign, 0.50, 1.18)
            if facing_camera(spot, np.array(head.left) * sign + np.array(head.facing) * 0.5, pen.camera) > 0:
                marks += pen.dot(pen.flat(spot), 0.045 * pen.head, leather((50, 40, 40)))
        lip = np.array(
            [model.head(x, 0.36, zz) for x, zz in ((0.16, 0.95), (0.10, 1.20), (-0.10, 1.20), (-0.16, 0.95))]
        )
        return marks + pen.line_on(lip, unit(lip - model.head(0, 0.4, 0.9)), 0.55, (0.3, 0.3))
    if facing_camera(model.head(0, y, z), np.array(head.facing), pen.camera) > -0.25:
        pad = [
            model.head(x * size, y + v * size, z + 0.01 - 0.3 * abs(x) * size)
            for x, v in ((-1, 0.5), (0, 0.75), (1, 0.5), (0.6, -0.4), (0, -0.7), (-0.6, -0.4))
        ]
        paint = leather((46, 40, 44)) if species == "dog" else cloth(PINK)
        marks += pen.patch(pen.flat(np.array(pad)), paint, 0.5)
    for sign in (1, -1):
        line = np.array(
            [
                model.head(sign * x, y - v, z - w)
                for x, v, w in ((0.0, 0.06, 0.0), (0.01, 0.14, 0.02), (0.09, 0.19, 0.08), (0.17, 0.15, 0.22))
            ]
        )
        seen = unit(np.array(head.facing) * 0.6 + np.array(head.left) * sign)
        marks += pen.line_on(line, np.tile(seen, (4, 1)), 0.6, (0.1, 0.5))
        if species == "cat" and pen.fine:
            for rise in (0.05, -0.05):
                hair = np.array(
                    [
                        model.head(sign * 0.16, y - 0.06, z - 0.1),
                        model.head(sign * 0.42, y - 0.03 + rise, z - 0.06),
                        model.head(sign * 0.66, y + rise * 2, z - 0.12),
                    ]
                )
                marks += pen.line_on(hair, np.tile(seen, (3, 1)), 0.35, (0.0, 0.8))
    return marks


def _eyes(model: Model) -> list[Ink]:
    pen, head = model.pen, model.bones.head
    x, y, z, size = model.coat.eye
    marks: list[Ink] = []
    closed = model.actor.pose == "sleeping" or model.actor.expression in ("asleep", "laugh", "sleepy")
    white = Paint((255, 255, 255))
    for sign in (1, -1):
        spot = model.head(sign * x, y, z)
        way = unit(np.array(head.facing) * 0.8 + np.array(head.left) * sign * 0.75)
        if facing_camera(spot, way, pen.camera) < 0.12:
            continue
        flat, r = pen.flat(spot), size * pen.head
        if closed or not pen.fine:
            arc = flat + r * np.stack([np.linspace(-1, 1, 8), 0.5 - 0.5 * np.linspace(-1, 1, 8) ** 2], axis=1)
            lid = np.concatenate([arc, arc[::-1] + np.array((0, 0.15 * r))])
            marks += pen.outline(lid, 0.5, smooth=0) if closed else pen.dot(flat, r, leather((30, 26, 30)))
            continue
        if model.actor.look.species == "cat":
            marks += pen.dot(flat, r * 1.15, cloth((206, 200, 110)), 0.6)
            slit = flat + r * np.array(((0, -0.95), (0.42, 0), (0, 0.95), (-0.42, 0)))
            marks += pen.patch(slit, leather((30, 26, 30)), 0.0)
        else:
            marks += pen.dot(flat, r, leather((34, 28, 30)))
        marks += pen.dot(flat - np.array((0.35, 0.4)) * r, 0.32 * r, white)
    return marks


def _ear(model: Model, sign: int, key: float) -> Part:
    head, species = model.bones.head, model.actor.look.species
    left = np.array(head.left) * sign
    if species == "dog":
        spots = ((0.26, 0.84, -0.12), (0.46, 0.80, -0.08), (0.54, 0.52, -0.02), (0.48, 0.24, 0.02))
        points = np.array([model.head(x * sign, y, z) for x, y, z in spots])
        ear = strand(points, left, np.array((0.10, 0.17, 0.18, 0.05)) * head.unit, 0.35, rows=9)
        dark = cloth(darker(model.actor.look.hair_colour, 0.25))
        near = -0.02 if facing_camera(points[1], left, model.pen.camera) > -0.2 else 0.02
        return Part(key + near * head.unit, model.outline(ear), dark, smooth=1, name="ear")
    if species == "cat":
        spots = ((0.16, 0.84, 0.06), (0.46, 0.66, 0.02), (0.30, 0.76, -0.16), (0.41, 1.14, -0.06))
    else:
        spots = ((0.06, 0.74, -0.26), (0.22, 0.70, -0.22), (0.16, 0.72, -0.34), (0.17, 1.06, -0.22))
    points = np.array([model.head(x * sign, y, z) for x, y, z in spots])
    part = Part(key + 0.001, hull(points, model.pen.camera), model.fur, smooth=1, shade=0.4, name="ear")
    if species == "cat" and facing_camera(points[3], np.array(head.facing), model.pen.camera) > 0.1:
        inner = points.mean(axis=0) + (points - points.mean(axis=0)) * 0.55
        part.after += model.pen.patch(np.asarray(model.pen.flat(inner[[0, 3, 1]])), cloth(PINK), 0.0)
    return part
