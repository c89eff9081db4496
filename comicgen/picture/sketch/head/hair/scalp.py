"""A hairline before the camera into what the hair that lies on the skull covers."""

import math
from functools import lru_cache
from typing import Any

import numpy as np
import shapely

from ...loft import across, ring, unit
from ...marks import Array
from ..shapes import circle, curve, polygon
from ..sitter import Sitter
from .locks import HAIR, RADII, Cap, shell

RIM, TILT = 0.625, 0.20
"""Height of a hat's rim over the ears, and how much it rises towards the forehead."""
FAR = 4.0
"""Head heights that count as out of sight."""
LIMB = 48
"""Places all round the shell of hair where its outline is."""
LINE = 34
"""Points of half a hairline."""
STEP = 12.0
"""Degrees from the hairline to what is surely bare."""


@lru_cache(maxsize=64)
def _scalp(cap: Cap, wide: float) -> tuple[Array, Array, Array, Array]:
    """Return half a hairline (n, 2) of longitudes and latitudes, its loop on the skull (n, 3), the loop's normals, and
    the loop on bare skin."""
    half = curve(cap.line, LINE)
    loop = np.concatenate([half, half[-2:0:-1] * (-1.0, 1.0)])
    radii = np.array((wide, 1.0, 1.0))
    rim, bare = (
        HAIR + (shell(np.column_stack([p, np.full(len(p), cap.grow)])) - HAIR) * radii
        for p in (loop, loop - (0.0, STEP))
    )
    return half, rim, unit((rim - HAIR) / (RADII * radii) ** 2), bare


def _limb(half: Array, radii: Array, eye: Array) -> Array:
    """Return the places (n, 3) inside a hairline where a look from ``eye`` touches the shell of hair.

    Seen from a place outside, a ball's limb is a circle; the shell is a ball that is stretched.
    """
    way = (eye - HAIR) / radii
    near = 1.0 / float(way @ way)
    side, up = across(way, (0.0, 0.0, 1.0) if abs(way[1]) > abs(way[2]) else (0.0, 1.0, 0.0))
    points = near * way + math.sqrt(max(1.0 - near, 0.0)) * (circle(LIMB) @ np.stack([side, up]))
    lon, lat = np.degrees(np.arctan2(points[:, 0], points[:, 2])), np.degrees(np.arcsin(points[:, 1].clip(-1.0, 1.0)))
    limb: Array = HAIR + radii * points[lat >= np.interp(np.abs(lon), half[:, 0], half[:, 1])]
    return limb


def cap_shape(cap: Cap, sitter: Sitter) -> Any:
    """Return what a cap of hair covers on the frame: its outline without the bare part before the camera."""
    wide = round(sitter.wide, 3)
    half, rim, normals, bare = _scalp(cap, wide)
    limb = _limb(half, RADII * (wide * cap.grow, cap.grow, cap.grow), sitter.eye)
    shape = shapely.convex_hull(shapely.linestrings(sitter.flat(np.concatenate([limb, rim]))))
    flat = sitter.flat(rim)
    seen = np.sum((sitter.eye - rim) * normals, axis=1) > 0
    if seen.all():
        return shapely.difference(shape, polygon(flat))
    if not seen.any():
        return shape
    start = int(np.argmin(seen))
    skin = sitter.flat(bare) - flat
    flat, skin, seen = (np.roll(a, -start, axis=0) for a in (flat, skin, seen))
    change = np.flatnonzero(np.diff(np.concatenate([[False], seen, [False]]).astype(int)))
    open_ = [_sector(flat[a:b], skin[a:b], sitter) for a, b in zip(change[::2], change[1::2], strict=True) if b - a > 1]
    for sector in open_:
        shape = shapely.difference(shape, sector)
    return shape


def _sector(line: Array, skin: Array, sitter: Sitter) -> Any:
    """Return the bare side, where ``skin`` points to, of a hairline that runs from one edge of the skull to another."""
    far = FAR * sitter.size
    centre = sitter.flat(HAIR)
    first, last = (p + far * unit(p - centre) for p in (line[0], line[-1]))
    out = unit(skin.mean(axis=0))
    return polygon(np.concatenate([line, [last, line.mean(axis=0) + 1.5 * far * out, first]]))


def without_spot(shape: Any, spot: tuple[float, float, float], sitter: Sitter) -> Any:
    """Return hair without a bald spot (longitude, latitude, radius in degrees) where all of it faces the camera."""
    lon, lat, radius = spot
    turn = np.linspace(0, 2 * np.pi, 28, endpoint=False)
    ragged = radius * (1.0 + 0.10 * np.sin(5 * turn))
    across = ragged * np.sin(turn) / np.cos(np.radians(lat))
    ring = shell(np.column_stack([lon + across, lat + ragged * np.cos(turn), np.full(28, 0.94)]))
    ring = ring * (sitter.wide, 1.0, 1.0)
    seen = np.sum((sitter.eye - ring) * (ring - HAIR) / RADII**2, axis=1) > 0
    return shape if not seen.all() else shapely.difference(shape, polygon(sitter.flat(ring)))


def under_hat(shape: Any, sitter: Sitter) -> Any:
    """Return hair without what a hat hides: all that lies over its rim."""
    left, front = np.array(((1.0, 0.0, 0.0),)), np.array(((0.0, 0.0, 1.0),))
    rim = ring(np.array(((0.0, RIM + 0.03, HAIR[2]),)), left, front, (0.47 * sitter.wide, 0.51, 0.50))[0]
    rim[:, 1] += TILT * (rim[:, 2] - HAIR[2])
    low, high = sitter.flat(rim), sitter.flat(rim - (0.0, -1.2, 0.0))
    lid = shapely.convex_hull(shapely.linestrings(np.concatenate([low, high])))
    if float((sitter.eye - rim.mean(axis=0)) @ (0.0, 1.0, -TILT)) < 0:
        lid = shapely.difference(lid, polygon(low))
    return shapely.difference(shape, lid)
