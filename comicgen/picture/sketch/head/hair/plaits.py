"""Points into bound hair: tails, plaits, curls, ringlets, buns and the ties that hold them."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...marks import Array
from .locks import HAIR, Lock, free, shell

FULL = (0.35, 0.8, 1.0, 0.95, 0.65, 0.02)


def tail(points: Sequence[Any], width: float, shares: Sequence[float] = FULL) -> list[Lock]:
    """Return a bound tail of hair: a main lock and thinner ones that part its outline near the tip."""
    p = np.asarray(points, dtype=float)
    root = (float(p[0, 0]), float(p[0, 1]), float(p[0, 2]))
    traits: dict[str, Any] = {"cut": 0.12, "place": "tail", "flat": 0.6, "root": root}
    t = np.linspace(0, 1, len(p))[:, None]
    locks = [free(p, [width * s for s in shares], **traits)]
    for side, slim, short in ((1.0, 0.44, 0.88), (-1.0, 0.34, 0.78), (0.35, 0.28, 1.08)):
        out = np.array((side, 0.0, 0.35 * side)) * width * 0.62
        shape = p[0] + (p - p[0]) * (1 - (1 - short) * t) + out * np.sin(np.pi * 0.85 * t) * t**0.3
        locks.append(free(shape, [width * slim * s for s in (0.3, 0.9, 1.0, 0.85, 0.5, 0.02)], **traits))
    return locks


def curl(lon: float, lat: float, size: float, *, reach: float = 1.14, turn: float = 1.0, start: float = 90.0) -> Lock:
    """Return a lock rolled on the shell: a spiral of ``size`` from ``start`` degrees, to the left or the right."""
    at = shell([(lon, lat, reach)])[0]
    out = (at - HAIR) / np.linalg.norm(at - HAIR)
    east = np.cross((0.0, 1.0, 0.0), out)
    east /= max(float(np.linalg.norm(east)), 1e-6)
    north = np.cross(out, east)
    t = np.linspace(0, 1, 8)
    angle = np.radians(start + turn * 330 * t)
    r = (size * (1.0 - 0.62 * t))[:, None]
    points = (
        at
        + r * (np.cos(angle)[:, None] * east + np.sin(angle)[:, None] * north)
        + out * (0.25 * size * np.sin(np.pi * t))[:, None]
    )
    widths = [size * k for k in (0.30, 0.46, 0.52, 0.50, 0.44, 0.34, 0.20, 0.03)]
    return free(points, widths, flat=0.7, cut=0.0, middle=False)


def balls(places: Sequence[Any], radius: float, reach: float, *, edge: bool = True) -> list[Lock]:
    """Return round tufts on the shell."""
    steps = np.array((-0.95, -0.7, 0.0, 0.7, 0.95)) * radius
    widths = tuple(radius * s for s in (0.12, 0.71, 1.0, 0.71, 0.12))
    out = []
    for lon, lat in places:
        at = shell([(lon, lat, reach)])[0]
        points = at - np.array((0.0, 1.0, 0.0)) * steps[:, None]
        out.append(free(points, widths, flat=0.95, cut=0.0, middle=False, edge=edge))
    return out


def ringlet(points: Sequence[Any], width: float, turns: int = 5) -> list[Lock]:
    """Return a corkscrew of hair: slanted turns that shrink towards the tip."""
    p = np.asarray(points, dtype=float)
    root = (float(p[0, 0]), float(p[0, 1]), float(p[0, 2]))
    at = np.linspace(0, 1, turns + 1)
    axis = np.stack([np.interp(at, np.linspace(0, 1, len(p)), p[:, i]) for i in range(3)], axis=1)
    locks = []
    for i in range(turns):
        a, b = axis[i], axis[i + 1]
        w = width * (1.0, 1.06, 1.0, 0.86, 0.66, 0.5, 0.4)[min(i, 6)]
        slant = np.array((w * 0.95, 0.0, 0.0))
        drop = (b - a) * 0.30
        line = (
            a - slant - drop * 0.2,
            a + drop * 0.9 + (0, 0, 0.6 * w),
            a + slant + drop * 1.9,
            a + slant * 0.6 + drop * 2.7,
        )
        thick = float(np.linalg.norm(b - a))
        locks.append(
            free(
                line,
                (0.30 * thick, 0.62 * thick, 0.58 * thick, 0.04),
                flat=0.9,
                cut=0.0,
                middle=False,
                place="tail",
                root=root,
            )
        )
    tip = axis[-1]
    locks.append(
        free(
            (tip - (0, -0.03, 0), tip - (0.02, 0.05, 0), tip - (-0.02, 0.12, 0)),
            (width * 0.4, width * 0.3, 0.004),
            cut=0.0,
            place="tail",
            root=root,
        )
    )
    return locks


def braid(points: Sequence[Any], width: float, count: int = 9) -> list[Lock]:
    """Return a plait along points: overlapping slanted drops, left and right in turn, and a tuft."""
    p = np.asarray(points, dtype=float)
    root = (float(p[0, 0]), float(p[0, 1]), float(p[0, 2]))
    at = np.linspace(0, 1, count + 1)
    axis = np.stack([np.interp(at, np.linspace(0, 1, len(p)), p[:, i]) for i in range(3)], axis=1)
    locks = []
    for i in range(count):
        a, b = axis[i], axis[min(i + 1, count)]
        w = width * (1.0 - 0.35 * i / count)
        side = (1.0 if i % 2 else -1.0) * w * 0.55
        start, end = np.add(a, (side * 1.1, 0.02, 0.02)), b + (b - a) * 0.55 - np.array((side * 0.35, 0.0, 0.0))
        middle = (start + end) / 2 + (side * 0.35, 0.0, 0.03)
        locks.append(
            free((start, middle, end), (w * 0.42, w * 0.78, w * 0.2), flat=0.8, cut=0.0, place="tail", root=root)
        )
    locks.append(_tuft(p, width, root))
    return locks


def _tuft(p: Array, width: float, root: tuple[float, float, float]) -> Lock:
    tip = (p[-1] - p[-2]) / np.linalg.norm(p[-1] - p[-2])
    points = (p[-1], p[-1] + tip * 0.1, p[-1] + tip * 0.24)
    return free(points, (width * 0.35, width * 0.62, 0.01), flat=0.7, cut=0.2, place="tail", root=root)


def bun(at: Any, radius: float, axis: Any = (0.0, 0.6, -0.8)) -> tuple[list[Lock], tuple[Array, ...]]:
    """Return a coil of hair standing on the skull at a point: its body, and the lines wound round it."""
    at, axis = np.asarray(at, dtype=float), np.asarray(axis, dtype=float)
    axis = axis / np.linalg.norm(axis)
    across = np.cross(axis, (1.0, 0.0, 0.0))
    across /= np.linalg.norm(across)
    third = np.cross(axis, across)
    rows = (-0.85, -0.55, 0.0, 0.5, 0.82, 0.95)
    line = np.array([at + axis * radius * k for k in rows])
    body = free(
        line,
        tuple(radius * k for k in (0.62, 0.95, 1.10, 0.95, 0.55, 0.1)),
        flat=0.92,
        cut=0.0,
        middle=False,
        place="tail",
    )
    coils = []
    for begin, turn, inner in ((0.0, 3.6, 0.0), (2.2, 3.0, 0.25), (4.2, 2.4, 0.45)):
        t = np.linspace(0, 1, 14)
        angle = begin + turn * t
        r = radius * (1.02 - inner - 0.5 * t)
        coils.append(
            at
            + axis * (radius * (0.25 + 0.72 * (1 - (r / radius) ** 2).clip(0.0, 1.0)))[:, None]
            + (np.cos(angle) * r)[:, None] * across
            + (np.sin(angle) * r)[:, None] * third
        )
    return [body], tuple(coils)


def band(at: Any, axis: Any, radius: float, root: tuple[float, float, float] | None = None) -> Lock:
    """Return a hair tie: a short thick ring round ``axis``; it swings with what hangs from ``root``."""
    at, axis = np.asarray(at, dtype=float), np.asarray(axis, dtype=float)
    axis = axis / np.linalg.norm(axis) * 0.05
    return free(
        (at - axis, at, at + axis), (radius * 0.9, radius, radius * 0.9), flat=1.0, cut=0.0, middle=False, root=root
    )
