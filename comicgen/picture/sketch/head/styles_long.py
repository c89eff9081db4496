"""The table of long hair styles: a name into locks that hang, tails, plaits and buns."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .locks import (
    Cap,
    Lock,
    Style,
    band,
    braid,
    combed,
    combed_nape,
    curtain,
    free,
    fringe,
    lock,
    mirrored,
    shell,
    sidelocks,
    tail,
)

SOFT = ((-54, -14), (-42, 6), (-30, -1), (-17, 9), (-6, -3), (6, 8), (18, 0), (31, 8), (42, -1), (54, -14))
"""A soft fringe: (longitude, latitude) of its tips."""


def _bob() -> Style:
    tips = ((-52, -8), (-41, 3), (-29, -2), (-17, 4), (-5, -3), (7, 5), (19, -1), (31, 4), (42, -2), (53, -9))
    locks = fringe(tips, 0.086)
    face = ((50, 50, 1.05), (70, 20, 1.12))
    hang = ((0.49, 0.36, 0.06), (0.465, 0.12, 0.09), (0.355, -0.03, 0.15))
    locks += mirrored([lock(face, (0.11, 0.15, 0.155, 0.12, 0.012), hang, flat=0.45, cut=0.3, place="side")])
    side = ((0.54, 0.30, -0.10), (0.52, 0.08, -0.07), (0.42, -0.06, 0.0))
    locks += mirrored(
        [
            lock(
                ((98, 54, 0.98), (98, 10, 1.15)),
                (0.14, 0.21, 0.21, 0.18, 0.03),
                side,
                flat=0.45,
                cut=0.35,
                place="side",
            )
        ]
    )
    for i, lon in enumerate((122, 142, 161, 180, 199, 218, 238)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        low = -0.05 + 0.03 * (i % 2)
        back = ((x * 0.5, 0.28, z * 0.52 - 0.03), (x * 0.5, 0.06, z * 0.5 - 0.03), (x * 0.4, low, z * 0.38 - 0.03))
        locks.append(
            lock(
                ((lon, 54, 0.97), (lon, 10, 1.12)),
                (0.15, 0.18, 0.18, 0.15, 0.04),
                back,
                flat=0.4,
                cut=0.45,
                place="back",
            )
        )
    return Style(tuple(locks), Cap(1.03), gleam=(38, 1.07), ears="hidden")


def _face_locks(length: float, width: float = 0.1, out: float = 0.42, blunt: float = 0.004) -> list[Lock]:
    """Return the two long locks that frame the face and lie on the shoulders."""
    hang = ((out, 0.30, 0.09), (out - 0.01, 0.3 + (length - 0.3) * 0.55, 0.15), (out - 0.03, length, 0.17))
    places = ((56, 46, 1.06), (74, 18, 1.10))
    return mirrored(
        [lock(places, (width * 0.75, width * 1.1, width, width * 0.85, blunt), hang, flat=0.4, cut=0.2, place="side")]
    )


def _long() -> Style:
    locks = fringe(SOFT, 0.082, part=4) + _face_locks(-0.45)
    thin = ((0.385, 0.24, 0.17), (0.385, -0.05, 0.22), (0.36, -0.24, 0.24))
    locks += mirrored(
        [lock(((50, 44, 1.08), (66, 16, 1.12)), (0.03, 0.045, 0.04, 0.035, 0.003), thin, place="side", cut=0.2)]
    )
    return Style(tuple(locks + curtain(-1.3)), gleam=(39, 1.05), ears="hidden")


def _hime() -> Style:
    locks = []
    for i, lon in enumerate((-50, -36, -22, -7, 7, 22, 36, 50)):
        places = ((lon * 0.42, 68, 1.03), (lon * 0.85, 43, 1.13), (lon, 18, 1.13), (lon, 1, 1.08))
        locks.append(lock(places, (0.07, 0.085, 0.09, 0.085), flat=0.32, cut=0.5, middle=i % 2 == 0))
    cheek = ((0.425, 0.34, 0.12), (0.415, 0.19, 0.15), (0.405, 0.06, 0.16))
    locks += mirrored(
        [
            lock(
                ((54, 46, 1.06), (68, 18, 1.11)),
                (0.08, 0.11, 0.115, 0.115, 0.11),
                cheek,
                flat=0.35,
                cut=0.2,
                place="side",
            )
        ]
    )
    return Style(tuple(locks + curtain(-1.45, 0.42)), gleam=(39, 1.05), ears="hidden")


def _wavy() -> Style:
    locks = []
    for i, (lon, lat) in enumerate(((30, 16), (10, 14), (-8, 10), (-26, 5), (-44, -2), (-57, -14))):
        places = (
            (28, 68, 1.03),
            (28 + (lon - 28) * 0.62, 50, 1.14),
            (lon + 3, (lat + 40) / 2, 1.17),
            (lon - 10, lat, 1.06),
        )
        locks.append(lock(places, (0.06, 0.11, 0.09, 0.004), cut=0.4, middle=i % 2 == 0))
    for reach, width, length in ((0.46, 0.13, -0.42), (0.53, 0.12, -0.30)):
        y = np.linspace(0.32, length, 6)
        x = reach + 0.05 * np.sin(np.linspace(0, 2.3 * np.pi, 6))
        hang = np.stack([x, y, np.linspace(0.06, 0.12, 6) - (reach - 0.46) * 1.6], axis=1)
        widths = (width * 0.8, width, width, width * 1.05, width, width * 0.95, width * 0.7, 0.006)
        locks += mirrored([lock(((58, 46, 1.06), (80, 20, 1.12)), widths, hang, flat=0.5, cut=0.2, place="side")])
    return Style(tuple(locks + curtain(-0.62, 0.46, 7, 0.06)), Cap(1.02), gleam=(40, 1.06), ears="hidden")


def _ponytail() -> Style:
    locks = fringe(((-54, -16), (-40, 2), (-24, 9), (-9, 3), (14, 8), (30, 4), (44, 4), (56, -16)), 0.085, part=-2)
    locks += sidelocks(-48, 0.05, 67) + combed_nape()
    line = (
        (0, 0.85, -0.40),
        (0.02, 0.98, -0.60),
        (0.06, 0.74, -0.90),
        (0.13, 0.22, -0.94),
        (0.16, -0.25, -0.80),
        (0.27, -0.55, -0.80),
    )
    tie = band((0, 0.885, -0.475), (0, 0.5, -1), 0.08)
    return Style((*locks, *tail(line, 0.19)), gleam=(46, 1.03), strands=combed((180, 42)), bands=(tie,), ears="over")


def _twin_tails() -> Style:
    locks = fringe(SOFT, 0.082) + sidelocks(-54, 0.055, 65) + combed_nape()
    line = (
        (0.38, 0.76, -0.14),
        (0.58, 0.82, -0.16),
        (0.75, 0.50, -0.15),
        (0.76, -0.05, -0.10),
        (0.64, -0.52, -0.06),
        (0.75, -0.86, -0.02),
    )
    tails = mirrored(tail(line, 0.18))
    ties = mirrored([band((0.435, 0.775, -0.14), (1, 0.25, -0.05), 0.085)])
    middle = (shell([(180, -8, 1.01), (180, 30, 1.01), (180, 78, 1.01)]),)
    return Style((*locks, *tails), gleam=(42, 1.04), strands=middle, bands=tuple(ties), ears="over")


def _bun() -> Style:
    locks = []
    for i, (lon, lat) in enumerate(((-57, -22), (-44, 6), (-30, 16), (12, 22), (28, 12), (43, 4), (57, -22))):
        places = (
            (-18, 70, 1.02),
            (-18 + (lon + 18) * 0.75, 48, 1.10),
            (lon, (lat + 40) / 2, 1.11),
            (lon + 4, lat, 1.05),
        )
        locks.append(lock(places, (0.06, 0.09, 0.07, 0.004), cut=0.4, middle=i % 2 == 0))
    locks += sidelocks(-52, 0.04, 68) + combed_nape()
    knot = ((0, 0.90, -0.38), (0, 0.97, -0.43), (0, 1.06, -0.48), (0, 1.14, -0.51), (0, 1.175, -0.525))
    locks.append(free(knot, (0.10, 0.19, 0.215, 0.14, 0.02), flat=1.0, cut=0.0, middle=False, place="tail"))
    return Style(tuple(locks), gleam=(46, 1.03), strands=(*combed((180, 48)), *_swirl()), ears="over", high=True)


def _swirl() -> tuple[np.ndarray, ...]:
    t = np.linspace(0, 4.2, 14)
    shrink = 1 - t * 0.12
    turns = np.stack([0.19 * np.cos(t) * shrink, 1.04 + 0.13 * np.sin(t) * shrink, np.full_like(t, -0.66)], axis=1)
    return (turns,)


def _braid() -> Style:
    locks = fringe(SOFT, 0.08, part=-8) + sidelocks(-56, 0.055, 66) + combed_nape()
    line = (
        (0.0, 0.40, -0.44),
        (0.05, 0.13, -0.47),
        (0.26, -0.14, -0.26),
        (0.40, -0.34, 0.02),
        (0.41, -0.62, 0.22),
        (0.38, -0.86, 0.26),
    )
    plait = braid(line, 0.13, 11)
    tie = band((0.38, -0.87, 0.26), (0, 1, -0.1), 0.06, (0.0, 0.40, -0.44))
    return Style((*locks, *plait), gleam=(42, 1.03), strands=combed((180, -34)), bands=(tie,), ears="over")


def _twin_braids() -> Style:
    locks = fringe(SOFT, 0.082) + sidelocks(-46, 0.05, 66) + combed_nape()
    line = ((0.36, 0.20, -0.16), (0.43, 0.04, -0.04), (0.44, -0.16, 0.12), (0.42, -0.40, 0.22), (0.40, -0.62, 0.25))
    plaits = mirrored([replace(each, place="side") for each in braid(line, 0.12, 8)])
    ties = mirrored([band((0.40, -0.63, 0.25), (0, 1, 0), 0.058, (0.36, 0.20, -0.16))])
    middle = (shell([(180, -20, 1.01), (180, 30, 1.01), (180, 80, 1.01)]),)
    return Style((*locks, *plaits), gleam=(42, 1.04), strands=middle, bands=tuple(ties), ears="over")


def _half_up() -> Style:
    locks = fringe(SOFT, 0.08, part=6) + _face_locks(-0.2, 0.07) + curtain(-0.85, 0.43)
    knot = ((0, 0.92, -0.34), (0, 0.98, -0.39), (0, 1.05, -0.43), (0, 1.11, -0.46), (0, 1.135, -0.47))
    locks.append(free(knot, (0.08, 0.14, 0.16, 0.10, 0.02), flat=1.0, cut=0.0, middle=False, place="tail"))
    tie = band((0, 0.935, -0.36), (0, 1, -0.6), 0.085)
    return Style(
        tuple(locks), gleam=(42, 1.04), strands=combed((180, 62), back=False), bands=(tie,), ears="hidden", high=True
    )


LONG: dict[str, Callable[[], Style]] = {
    "bob": _bob,
    "long": _long,
    "hime": _hime,
    "wavy": _wavy,
    "ponytail": _ponytail,
    "twin tails": _twin_tails,
    "bun": _bun,
    "braid": _braid,
    "twin braids": _twin_braids,
    "half-up": _half_up,
}
