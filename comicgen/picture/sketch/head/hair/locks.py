"""Places on the hair shell into locks: the pieces that every hair style is put together from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ...marks import Array

HAIR = np.array((0.0, 0.575, -0.035))
"""Middle of the shell that hair lies on, in head heights."""
RADII = np.array((0.43, 0.47, 0.475))
Edge = tuple[tuple[float, float], ...]
"""A hairline from the middle of the forehead to the nape: (longitude, latitude), mirrored on the other side."""
HAIRLINE: Edge = (
    *((0, 34), (14, 34), (28, 36), (40, 33), (50, 20), (58, 6), (64, -10), (69, -25), (76, -25)),
    *((81, -10), (88, 0), (98, 2), (107, -8), (116, -22), (132, -36), (156, -44), (180, -45)),
)
"""Round a man's forehead, with sideburns, over the ears and round the nape."""
ROUND: Edge = (
    *((0, 36), (16, 35), (32, 30), (46, 20), (58, 4), (68, -14), (78, -20)),
    *((86, -10), (98, -4), (110, -14), (124, -28), (150, -42), (180, -45)),
)
"""Round a woman's or a child's forehead."""
FALLEN: Edge = ((0, 36), (20, 34), (40, 26), (56, 4), (70, -20), (90, -34), (110, -42), (140, -50), (180, -52))
"""Under hair that falls over the ears."""


@dataclass(frozen=True, slots=True, eq=False)
class Lock:
    """One lock: its middle line (m, 3) and half widths, evenly spread along it, in head heights, root first.

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
    """Hair that lies on the skull: the shell inside its hairline. ``grow`` is a factor of its radii."""

    grow: float = 1.0
    line: Edge = ROUND


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """A hair style. ``gleam`` is (latitude, radius) of its light; ``strands`` are lines on the shell."""

    locks: tuple[Lock, ...] = ()
    cap: Cap | None = Cap()
    gleam: tuple[float, float] | None = (40.0, 1.02)
    strands: tuple[Array, ...] = ()
    coils: tuple[Array, ...] = ()
    """Lines that lie over the locks: hair wound into a bun."""
    bands: tuple[Lock, ...] = ()
    """Hair ties."""
    spot: tuple[float, float, float] | None = None
    """Longitude, latitude and radius in degrees of a bald spot."""
    ears: str = "under"
    """``hidden``, ``under`` the hair or ``over`` it."""
    stubble: bool = False
    """Hair cut so short that it is a tone on the skin: casts no shadow, shows no locks."""
    high: bool = False
    """Whether something stands so high that no hat fits over it."""


def shell(places: Any) -> Array:
    """Return points (n, 3) of (longitude, latitude, radius): longitude 0 in front, growing to the left; degrees."""
    p = np.asarray(places, dtype=float).reshape(-1, 3)
    turn = np.radians(p[:, :2])
    (sine, up), (cosine, level) = np.sin(turn).T, np.cos(turn).T
    points: Array = HAIR + RADII * p[:, 2:3] * np.stack([sine * level, up, cosine * level], axis=1)
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


Spot = tuple[float, float]
Tip = tuple[float, float, float, float]
"""Longitude, latitude, half width of the lock that ends there, and how far its tip hooks to the left in degrees."""


SWEEP = np.array([(t**0.75, t, t**4 - 0.55 * np.sin(np.pi * t)) for t in (0.0, 0.28, 0.52, 0.76, 1.0)])
"""How far a swept lock has gone round and down at its places, and how much it hooks there."""


def sweep(root: Spot, tip: Tip, *, reach: float = 1.10, lift: float = 0.05, **traits: Any) -> Lock:
    """Return a lock that leaves the skull at a root, swells over it and ends in a hooked tip."""
    (lon, lat), (to, low, wide, hook) = root, tip
    places = np.empty((len(SWEEP), 3))
    places[:, :2] = (lon, lat) + SWEEP[:, :2] * (to - lon, low - lat)
    places[:, 0] += SWEEP[:, 2] * hook
    places[:, 2] = (0.97, reach + lift, reach + 1.2 * lift, reach + 0.6 * lift, reach - 0.04)
    widths = tuple(wide * k for k in (0.45, 1.0, 1.04, 0.66, 0.02))
    return lock(places, widths, **{"flat": 0.34, "cut": 0.46, "middle": wide > 0.06, **traits})


def fringe(tips: Sequence[Tip], part: Spot = (0.0, 70.0), spread: float = 0.42, **traits: Any) -> list[Lock]:
    """Return the locks over the forehead that fan out from the parting."""
    return [sweep((part[0] + (t[0] - part[0]) * spread, part[1]), t, **traits) for t in tips]


def fan(root: Spot, tips: Sequence[Tip], **traits: Any) -> list[Lock]:
    """Return locks that leave one place of the skull."""
    return [sweep(root, tip, **traits) for tip in tips]


def sidelocks(tips: Sequence[tuple[float, float, float]], **traits: Any) -> list[Lock]:
    """Return the locks before the ears that end at (longitude, latitude) with a half width, on both sides."""
    locks = []
    for lon, lat, wide in tips:
        places = (
            (lon - 26, 50, 1.04),
            (lon - 6, 24, 1.09),
            (lon + 1, -6, 1.07),
            (lon, 0.6 * lat, 1.05),
            (lon - 7, lat, 1.0),
        )
        widths = (wide * 0.8, wide * 1.1, wide, wide * 0.62, 0.003)
        locks.append(lock(places, widths, **{"flat": 0.42, "cut": 0.4, "place": "side", **traits}))
    return mirrored(locks)


BACK = (122, 134, 146, 157, 169, 180, 192, 204, 216, 227, 238)
"""Longitudes of the locks that close the back of a head."""
RHYTHM = (1.15, 0.72, 1.3, 0.6, 1.05, 1.25, 0.66, 1.2, 0.8, 1.1, 0.7)
"""Their widths: large, small, middling, as hair falls."""


def nape(
    low: float = 0.10, flare: float = 0.0, width: float = 0.085, top: float = 20.0, reach: float = 1.03
) -> list[Lock]:
    """Return the locks that follow the back of the skull down to the neck, to about the height ``low``.

    ``flare`` turns their tips outwards.
    """
    locks = []
    for i, lon in enumerate(BACK):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        y = low + (0.0, 0.05, -0.03, 0.04, 0.01)[i % 5] + 0.10 * abs(x)
        hook = 0.02 * (-1.0 if i % 2 else 1.0)
        hang = (
            (x * 0.31, 0.5 * (0.46 + y), z * 0.35 - 0.02),
            (x * (0.255 + 0.5 * flare), 0.2 * (0.46 + 4 * y), z * (0.26 + 0.5 * flare) - 0.03),
            (x * (0.225 + flare) + hook, y, z * (0.215 + flare) - 0.03),
        )
        w = width * RHYTHM[i]
        places = ((lon, top + 22, 0.98), (lon, top - 6, reach), (lon, -14, reach - 0.02))
        locks.append(
            lock(
                places,
                (w * 0.8, w * 1.1, w * 1.2, w * 1.1, w * 0.7, 0.003),
                hang,
                cut=0.5,
                middle=i % 3 == 0,
                place="back",
            )
        )
    return locks


def fade(low: float = 0.15) -> list[Lock]:
    """Return the short hair that tapers from the back of the skull into the neck."""
    traits: dict[str, Any] = {"edge": False, "middle": False, "flat": 0.3, "place": "back"}
    locks = []
    for lon, wide in ((126, 0.11), (153, 0.13), (180, 0.14), (207, 0.13), (234, 0.11)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        y = low + 0.06 * abs(x)
        hang = (
            (x * 0.29, 0.32, z * 0.34 - 0.02),
            (x * 0.22, y + 0.07, z * 0.235 - 0.02),
            (x * 0.185, y, z * 0.19 - 0.03),
        )
        locks.append(
            lock(((lon, -2, 0.90), (lon, -18, 0.95)), (wide * 0.6, wide, wide, wide * 0.8, wide * 0.4), hang, **traits)
        )
    return locks


def tufts(
    places: Iterable[tuple[float, float]], rise: float, lean: tuple[float, float, float], width: float
) -> list[Lock]:
    """Return small locks at (longitude, latitude) that stand off the crown and all lean one way."""
    locks = []
    for i, (lon, lat) in enumerate(places):
        root = shell([(lon, lat, 0.95)])[0]
        out = (root - HAIR) / np.linalg.norm(root - HAIR)
        far = np.array(lean) * (1.0, 0.7, 1.2)[i % 3]
        size = (1.0, 0.62, 0.8)[i % 3]
        points = (
            root - far * 0.9,
            root - far * 0.2 + out * 0.02,
            root + far * 0.5 + out * (rise * 0.7 * size),
            root + far * 1.05 + out * rise * size,
        )
        locks.append(
            free(points, (width * 0.7 * size, width * size, width * 0.6 * size, 0.003), flat=0.3, middle=False, cut=0.5)
        )
    return locks


def combed(to: Spot, starts: Iterable[Spot], ends: Any = (0.0, 0.86)) -> tuple[Array, ...]:
    """Return lines on the shell from (longitude, latitude) places to the one where hair is tied or whorls.

    They are drawn from one share of their way to another: ``ends``, of all or (n, 2) of each.
    """
    first, last = np.asarray(ends, dtype=float).T
    t = np.linspace(first, last, 10).T[..., None]
    way = (shell([(lon, lat, 1.0) for lon, lat in (*starts, to)]) - HAIR) / RADII
    lines = way[:-1, None] * (1 - t) + way[-1] * t
    lines /= np.linalg.norm(lines, axis=2, keepdims=True)
    return tuple(HAIR + lines * RADII * 1.02)


FRONT_STARTS: tuple[Spot, ...] = tuple(
    (s * lon, lat) for s in (-1, 1) for lon, lat in ((6, 38), (20, 38), (34, 34), (50, 22), (62, 4), (78, -12))
)
BACK_STARTS: tuple[Spot, ...] = tuple(
    (float(lon), lat) for lon, lat in zip(BACK, (-14, -30, -36, -40, -38, -42, -37, -41, -36, -30, -14), strict=True)
)


def flow(whorl: Spot = (180.0, 66.0), low: float = -8.0) -> tuple[Array, ...]:
    """Return the lines of hair that falls from its whorl: uneven, following the skull."""
    turns = list(enumerate(range(0, 360, 20)))
    starts = [(lon + (4 if i % 2 else -3), low + (6, -8, 2)[i % 3]) for i, lon in turns]
    ends = [((0.12, 0.30, 0.04, 0.22)[i % 4], (0.62, 0.80, 0.52, 0.74, 0.66)[i % 5]) for i, _ in turns]
    return combed(whorl, starts, ends)


def curtain(length: float, spread: float = 0.44, *, wave: float = 0.0, blunt: bool = False) -> list[Lock]:
    """Return the long hair behind: clumps from the crown down to y = ``length``, swaying by ``wave``."""
    locks = []
    for i, lon in enumerate(np.linspace(98, 262, 11)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        end = length + (0.0 if blunt else (0.0, 0.16, -0.05, 0.22, 0.04)[i % 5])
        ys = np.linspace(0.22, end, 7)
        fall = np.linspace(0, 1, 7)
        sway = wave * np.sin(fall * 3.4 * np.pi + i * 1.1) * np.minimum(1.0, fall * 3)
        drift = (0.0 if blunt else (0.03, -0.025, 0.045, -0.04)[i % 4]) * fall**2
        xs = x * (spread + 0.06 * np.sin(fall * np.pi * 0.9)) + sway + drift
        zs = z * (0.5 - 0.36 * np.minimum(1.0, fall * 1.6)) - 0.05 - 0.3 * np.minimum(1.0, fall * 2)
        hang = np.stack([xs, ys, zs], axis=1)
        w = 0.115 * RHYTHM[i]
        tip = 0.09 if blunt else 0.006
        widths = (w * 0.8, w, w * 1.06, w * 1.06, w * 1.04, w, w * 0.9, w * 0.66, tip)
        locks.append(
            lock(
                ((lon, 56, 0.98), (lon, 12, 1.06)),
                widths,
                hang,
                flat=0.42,
                cut=(0.12, 0.34, 0.2, 0.42, 0.26)[i % 5],
                middle=i % 2 == 0,
                place="back",
            )
        )
    return locks
