"""The table of hair that curls: a name into rolled locks, tufts and ringlets."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .fringes import FULL
from .locks import (
    BACK_STARTS,
    FALLEN,
    FRONT_STARTS,
    ROUND,
    Cap,
    Style,
    combed,
    flow,
    fringe,
    lock,
    mirrored,
    nape,
    shell,
)
from .plaits import balls, curl, ringlet


def _curly() -> Style:
    locks = nape(0.14, 0.06, 0.09)
    rows = ((80, 3, 0.13), (52, 8, 0.16), (22, 12, 0.165), (-8, 10, 0.155), (-34, 7, 0.14))
    for r, (lat, count, size) in enumerate(rows):
        for i in range(count):
            lon = (360 / count) * i + 17 * r - 180
            if abs(lon) < 62 and lat < 40:
                continue
            big = size * (1.0, 0.72, 1.18, 0.84)[(i + r) % 4]
            locks.append(
                curl(
                    lon,
                    lat + (4, -5, 2)[i % 3],
                    big,
                    reach=1.13,
                    turn=1.0 if (i + r) % 2 else -1.0,
                    start=70 + 40 * (i % 3),
                )
            )
    for i, (lon, lat, size) in enumerate(
        (
            (-50, 27, 0.12),
            (-30, 24, 0.095),
            (-13, 34, 0.13),
            (4, 25, 0.09),
            (22, 33, 0.13),
            (40, 23, 0.10),
            (54, 27, 0.115),
        )
    ):
        locks.append(curl(lon, lat, size, reach=1.05, turn=1.0 if i % 2 else -1.0, start=100))
    locks += mirrored([curl(78, 4, 0.12), curl(82, -22, 0.10, turn=-1.0)])
    return Style(tuple(locks), Cap(1.10, ROUND), gleam=None, ears="under", high=True)


def _afro() -> Style:
    golden = np.pi * (3 - np.sqrt(5))
    locks, marks = [], []
    for i in range(110):
        y = 1 - 2 * (i + 0.5) / 110
        lat, lon = float(np.degrees(np.arcsin(y))), float(np.degrees((i * golden) % (2 * np.pi)) - 180)
        if lat < -42 or (abs(lon) < 70 and lat < 21) or (abs(lon) < 100 and lat < -18):
            continue
        size = 0.085 + 0.035 * (i % 3)
        locks += balls([(lon, lat)], size, 1.40 - 0.10 * (abs(lon) < 80), edge=False)
        if i % 2:
            t = np.linspace(0, 1, 7)
            bow = [
                (lon + 7 * np.cos(2.6 * k + i), lat + 6 * np.sin(2.6 * k + i), 1.46 - 0.10 * (abs(lon) < 80)) for k in t
            ]
            marks.append(shell(bow))
    line = ((0, 26), (26, 24), (46, 17), (60, 9), (70, -2), (77, -15), (86, -25), (98, -28), (120, -40), (180, -44))
    return Style(tuple(locks), Cap(1.40, line), gleam=None, ears="hidden", high=True, coils=tuple(marks))


def _dreadlocks() -> Style:
    locks = []
    for i, lon in enumerate(range(72, 300, 14)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        end = (-0.10, 0.02, -0.20, -0.06)[i % 4]
        out = 0.50 + 0.03 * (i % 3)
        hang = (
            (x * out, 0.30, z * 0.44 - 0.03),
            (x * out * 0.98, 0.5 * (0.3 + end), z * 0.42 - 0.05),
            (x * (out - 0.05), end, z * 0.38 - 0.05),
        )
        wide = 0.052 * (1.1, 0.85, 1.25)[i % 3]
        place = "back" if 100 < lon < 260 else "side"
        locks.append(
            lock(
                ((lon, 62, 1.0), (lon, 22, 1.12)),
                (wide, wide, wide * 1.05, wide, wide * 0.8),
                hang,
                flat=0.9,
                cut=0.1,
                middle=False,
                place=place,
            )
        )
    for i, lon in enumerate((-52, -36, -20, -4, 14, 30, 46)):
        side = lon + (14 if lon > -4 else -14)
        places = ((lon * 0.4, 66, 1.02), (lon, 40, 1.10), (side, 18, 1.13), (side * 1.12, -6 - 8 * (i % 2), 1.10))
        locks.append(lock(places, (0.042, 0.05, 0.05, 0.034), flat=0.9, cut=0.15, middle=False))
    return Style(
        tuple(locks),
        Cap(1.05, FALLEN),
        gleam=None,
        strands=combed((180, 80), (*FRONT_STARTS, *BACK_STARTS), (0.2, 0.9)),
        ears="hidden",
    )


def _ringlets() -> Style:
    locks = fringe(FULL, (2, 70))
    for x, z, low, wide in ((0.42, 0.10, -0.36, 0.085), (0.48, -0.06, -0.50, 0.10)):
        line = ((x - 0.02, 0.46, z), (x + 0.05, 0.14, z + 0.02), (x + 0.04, -0.2, z + 0.05), (x, low, z + 0.06))
        locks += mirrored([replace(k, place="side") for k in ringlet(line, wide, 5)])
    for i, lon in enumerate((132, 164, 196, 228)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        back = ((x * 0.40, 0.40, z * 0.44), (x * 0.44, 0.02, z * 0.44), (x * 0.46, -0.56 + 0.10 * (i % 2), z * 0.40))
        locks += [replace(k, place="back") for k in ringlet(back, 0.105, 5)]
    return Style(
        (*nape(0.2, 0.06, 0.10), *locks),
        Cap(1.04, FALLEN),
        gleam=(40, 1.07),
        strands=flow((180, 80), -20),
        ears="hidden",
    )


CURLS: dict[str, Callable[[], Style]] = {
    "curly": _curly,
    "afro": _afro,
    "dreadlocks": _dreadlocks,
    "ringlets": _ringlets,
}
