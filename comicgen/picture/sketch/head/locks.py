"""Places on the hair shell into locks: the pieces that every hair style is put together from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..marks import Array

HAIR = np.array((0.0, 0.575, -0.035))
"""Middle of the shell that hair lies on, in head heights."""
RADII = np.array((0.43, 0.47, 0.475))


@dataclass(frozen=True, slots=True, eq=False)
class Lock:
    """One lock: its middle line (m, 3) and half widths (m,) in head heights, root first.

    ``flat`` is its thickness as a share of its width. Its edges are inked from ``cut`` of its length to the
    tip; ``middle`` adds a stroke inside. ``place`` is where it hangs: on the ``side`` of the face, at the
    ``back``, or wherever its depth says.
    """

    points: Array
    widths: tuple[float, ...]
    flat: float = 0.35
    cut: float = 0.42
    middle: bool = True
    edge: bool = True
    place: str = ""
    root: tuple[float, float, float] | None = None
    """Where it hangs from, if not from its own line: the parts of a plait swing together."""


@dataclass(frozen=True, slots=True)
class Cap:
    """The part of the shell beyond a plane: hair that lies on the skull. ``grow`` is a factor of its radii."""

    grow: float = 1.0
    point: tuple[float, float, float] = (0.0, 0.84, 0.31)
    normal: tuple[float, float, float] = (0.0, 0.74, -0.62)


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A hair style. ``gleam`` is (latitude, radius) of its light; ``strands`` are combed lines on the shell."""

    locks: tuple[Lock, ...] = ()
    cap: Cap | None = Cap()
    gleam: tuple[float, float] | None = (40.0, 1.02)
    strands: tuple[Array, ...] = ()
    bands: tuple[Lock, ...] = ()
    """Hair ties."""
    ears: str = "under"
    """``hidden``, ``under`` the hair or ``over`` it."""
    stubble: bool = False
    """Hair cut so short that it is a tone on the skin: casts no shadow, shows no locks."""
    high: bool = False
    """Whether something stands so high that no hat fits over it."""


def shell(places: Any) -> Array:
    """Return points (n, 3) of (longitude, latitude, radius): longitude 0 in front, growing to the left; degrees."""
    p = np.asarray(places, dtype=float).reshape(-1, 3)
    lon, lat = np.radians(p[:, 0]), np.radians(p[:, 1])
    direction = np.stack([np.sin(lon) * np.cos(lat), np.sin(lat), np.cos(lon) * np.cos(lat)], axis=1)
    points: Array = HAIR + direction * RADII * p[:, 2:3]
    return points


def lock(places: Any, widths: Sequence[float], then: Any = (), **traits: Any) -> Lock:
    """Return a lock along places on the shell and ``then`` along points in head heights."""
    parts = [shell(places)] if len(places) else []
    if len(then):
        parts.append(np.asarray(then, dtype=float))
    return Lock(np.concatenate(parts), tuple(widths), **traits)


def free(points: Any, widths: Sequence[float], **traits: Any) -> Lock:
    """Return a lock along points in head heights."""
    return Lock(np.asarray(points, dtype=float), tuple(widths), **traits)


def mirrored(locks: Iterable[Lock]) -> list[Lock]:
    """Return the locks and their mirror images."""
    both = []
    for each in locks:
        root = None if each.root is None else (-each.root[0], each.root[1], each.root[2])
        both += [each, replace(each, points=each.points * np.array((-1.0, 1.0, 1.0)), root=root)]
    return both


def tufts(
    places: Iterable[tuple[float, float]], rise: float, lean: tuple[float, float, float], width: float
) -> list[Lock]:
    """Return small locks at (longitude, latitude) that stand off the crown and all lean one way."""
    locks = []
    for i, (lon, lat) in enumerate(places):
        root = shell([(lon, lat, 0.95)])[0]
        out = (root - HAIR) / np.linalg.norm(root - HAIR)
        far = np.array(lean) * (1.0, 0.8, 1.15)[i % 3]
        points = (root - far * 0.9, root - far * 0.2, root + far * 0.5 + out * (rise * 0.6), root + far + out * rise)
        widths = (width * 0.6, width, width * 0.6, 0.004)
        locks.append(free(points, widths, flat=0.25, middle=False, cut=0.5))
    return locks


def fringe(
    tips: Sequence[tuple[float, float]],
    width: float = 0.10,
    *,
    part: float = 0.0,
    reach: float = 1.10,
    root: float = 68.0,
) -> list[Lock]:
    """Return the locks over the forehead that end at (longitude, latitude), fanned from the parting."""
    locks = []
    for i, (lon, lat) in enumerate(tips):
        out = lon - part
        bend = 6.0 if out > 0 else -6.0
        w = width * (1.0, 0.74, 1.16)[i % 3]
        places = (
            (part + out * 0.42, root, 1.03),
            (part + out * 0.80, 47.0, reach + 0.03),
            (part + out * 0.95, lat * 0.45 + 25.0, reach + 0.05),
            (lon, lat * 0.85 + 9.0, reach + 0.03),
            (lon + bend, lat - 2.0, reach - 0.03),
        )
        locks.append(
            lock(places, (w * 0.85, w * 1.1, w * 0.98, w * 0.62, 0.003), flat=0.32, cut=0.44, middle=i % 2 == 0)
        )
    return locks


def sidelocks(lat: float = -50.0, width: float = 0.085, lon: float = 74.0, reach: float = 1.05) -> list[Lock]:
    """Return one lock before each ear, down to a latitude."""
    places = ((lon - 22, 48, 1.06), (lon - 2, 20, 1.08), (lon, -12, reach), (lon - 2, lat, reach - 0.02))
    return mirrored([lock(places, (width * 0.8, width * 1.1, width, 0.004), flat=0.45, cut=0.35, place="side")])


def nape(low: float = -50.0, reach: float = 1.03, width: float = 0.14) -> list[Lock]:
    """Return the short locks that close the back of the head."""
    locks = []
    for i, lon in enumerate((108, 132, 156, 180, 204, 228, 252)):
        drop = low + (4.0, -3.0, 2.0)[i % 3]
        inward = 6 - 12 * (lon > 180)
        places = ((lon, 58, 0.96), (lon, 8, reach), (lon, -20, reach - 0.06), (lon + inward, drop, 0.96))
        locks.append(lock(places, (width * 0.9, width, width * 0.78, 0.004), cut=0.5, place="back"))
    return locks


def combed_nape() -> list[Lock]:
    """Return the back of hair that is drawn up: flat, without tips."""
    return [
        lock(
            ((lon, 24, 1.0), (lon, 0, 1.01), (lon, -26, 0.99), (lon, -40, 0.95)),
            (0.1, 0.17, 0.15, 0.05),
            flat=0.2,
            middle=False,
            edge=False,
            place="back",
        )
        for lon in (110, 130, 155, 180, 205, 230, 250)
    ]


def temples() -> list[Lock]:
    """Return the hair before the ears where all of it is combed back."""
    places = ((44, 48, 0.99), (58, 32, 1.0), (70, 12, 0.99), (76, -8, 0.96), (80, -24, 0.94))
    return mirrored([lock(places, (0.09, 0.13, 0.11, 0.07, 0.008), flat=0.2, middle=False, edge=False, place="side")])


def combed(to: tuple[float, float], front: bool = True, back: bool = True) -> tuple[Array, ...]:
    """Return lines on the shell that run from the hairline to the (longitude, latitude) where hair is tied."""
    starts = (
        [(float(s * lon), float(lat)) for s in (-1, 1) for lon, lat in ((18, 46), (40, 36), (62, 22), (84, 12))]
        if front
        else []
    )
    starts += [(float(lon), -22.0) for lon in (112, 134, 158, 180, 202, 226, 248)] if back else []
    lines = []
    for lon, lat in starts:
        t = np.linspace(0.0, 0.86, 9)
        a, b = shell([(lon, lat, 1.0)])[0] - HAIR, shell([(to[0], to[1], 1.0)])[0] - HAIR
        way = (a / RADII) * (1 - t[:, None]) + (b / RADII) * t[:, None]
        way /= np.linalg.norm(way, axis=1, keepdims=True)
        lines.append(HAIR + way * RADII * 1.015)
    return tuple(lines)


def curtain(length: float, spread: float = 0.44, count: int = 7, wave: float = 0.0) -> list[Lock]:
    """Return the long hair behind: locks from the crown down to y = ``length``, swaying by ``wave``."""
    locks = []
    for i, lon in enumerate(np.linspace(94, 266, count)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        end = length + (0.0, 0.07, -0.04)[i % 3]
        ys = np.linspace(0.22, end, 6)
        fall = np.linspace(0, 1, 6)
        sway = wave * np.sin(fall * 3.2 * np.pi + i * 1.3) * np.minimum(1.0, fall * 3)
        xs = x * (spread + 0.07 * np.sin(fall * np.pi * 0.9)) + sway
        zs = z * (0.5 - 0.36 * np.minimum(1.0, fall * 1.6)) - 0.05 - 0.3 * np.minimum(1.0, fall * 2)
        hang = np.stack([xs, ys, zs], axis=1)
        widths = (0.13, 0.17, 0.17, 0.165, 0.16, 0.15, 0.12, 0.012)
        locks.append(lock(((lon, 58, 0.97), (lon, 10, 1.08)), widths, hang, flat=0.4, cut=0.25, place="back"))
    return locks


def tail(
    points: Sequence[Any], width: float, shares: Sequence[float] = (0.35, 0.8, 1.0, 0.95, 0.65, 0.02)
) -> list[Lock]:
    """Return a bound tail of hair: a main lock and two thinner ones that break its outline."""
    p = np.asarray(points, dtype=float)
    main = free(p, [width * s for s in shares], flat=0.8, cut=0.12, place="tail")
    out = np.array((0.45, 0.0, 0.30)) * width
    fan = np.linspace(0, 1, len(p))[:, None]
    slim = [s * 0.55 for s in shares]
    near = free(
        (p + out * np.sin(fan * 2.6))[:-1], [width * s for s in (*slim[:-2], 0.02)], flat=0.7, cut=0.2, place="tail"
    )
    far = free(
        p - out * np.sin(fan * 2.4) + (0, 0.05, 0) * fan, [width * s for s in slim], flat=0.7, cut=0.2, place="tail"
    )
    return [main, near, far]


def balls(places: Sequence[Any], radius: float, reach: float) -> list[Lock]:
    """Return round curls on the shell."""
    steps = np.array((-0.95, -0.7, 0.0, 0.7, 0.95)) * radius
    widths = tuple(radius * s for s in (0.12, 0.71, 1.0, 0.71, 0.12))
    out = []
    for lon, lat in places:
        at = shell([(lon, lat, reach)])[0]
        out.append(free(at - np.array((0.0, 1.0, 0.0)) * steps[:, None], widths, flat=0.95, cut=0.0, middle=False))
    return out


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
    tip = p[-1] - p[-2]
    tip = tip / np.linalg.norm(tip)
    locks.append(
        free(
            (p[-1], p[-1] + tip * 0.1, p[-1] + tip * 0.24),
            (width * 0.35, width * 0.62, 0.01),
            flat=0.7,
            cut=0.2,
            place="tail",
            root=root,
        )
    )
    return locks


def band(at: Any, axis: Any, radius: float, root: tuple[float, float, float] | None = None) -> Lock:
    """Return a hair tie: a short thick ring round ``axis``; it swings with what hangs from ``root``."""
    at, axis = np.asarray(at, dtype=float), np.asarray(axis, dtype=float)
    axis = axis / np.linalg.norm(axis) * 0.05
    return free(
        (at - axis, at, at + axis), (radius * 0.9, radius, radius * 0.9), flat=1.0, cut=0.0, middle=False, root=root
    )
