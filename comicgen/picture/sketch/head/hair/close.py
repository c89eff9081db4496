"""The table of hair cut close, combed or lost: a name into locks, cap and gleam."""

from collections.abc import Callable

import numpy as np

from .locks import (
    BACK_STARTS,
    HAIR,
    HAIRLINE,
    RADII,
    Cap,
    Edge,
    Lock,
    Style,
    combed,
    fade,
    free,
    lock,
    nape,
    shell,
    sweep,
    tufts,
)

CLOSE = Cap(0.95, HAIRLINE)
"""Hair cut close to the skull."""


def _side_part() -> Style:
    tips = (
        (30, 33, 0.07, -6),
        (12, 30, 0.12, -12),
        (-10, 25, 0.11, -14),
        (-32, 19, 0.13, -12),
        (-52, 10, 0.11, -8),
        (-66, 2, 0.08, -4),
    )
    locks = [sweep((34, 62), t, reach=1.08, lift=0.06) for t in tips]
    locks += nape(0.07, 0.0, 0.078, top=4.0) + [
        sweep((38, 62), t, reach=1.04, lift=0.03) for t in ((54, 18, 0.10, 8), (70, 4, 0.09, 6))
    ]
    parting = shell([(36, 56, 1.06), (38, 66, 1.06), (52, 78, 1.05), (120, 84, 1.04)])
    back = combed((150, 80), BACK_STARTS, (0.05, 0.72))
    return Style((*locks,), Cap(1.03, HAIRLINE), strands=(parting, *back), gleam=(46, 1.06), ears="over")


def _crop() -> Style:
    locks = []
    for i, lon in enumerate((-40, -27, -14, -2, 10, 23, 36)):
        tall = (0.05, 0.09, 0.06, 0.10, 0.07, 0.09, 0.05)[i]
        locks.append(sweep((lon * 0.9, 52), (lon + 2, 27 + 3 * (i % 2), 0.055, 4), reach=1.02, lift=0.02, middle=False))
        places = ((lon * 0.7, 62, 0.98), (lon * 0.85, 48, 1.04), (lon + 3, 38, 1.07 + tall), (lon + 6, 36, 1.10 + tall))
        locks.append(lock(places, (0.08, 0.095, 0.06, 0.003), cut=0.4, middle=False))
    tips = ((-60, 56), (60, 58), (-20, 70), (25, 74), (120, 66), (-110, 68), (180, 64), (84, 44), (-84, 46), (-150, 52))
    locks += fade(0.19) + tufts((*tips, (150, 46), (110, 34), (-110, 30)), 0.085, (0.02, 0.03, 0.05), 0.085)
    return Style(
        tuple(locks),
        Cap(0.985, HAIRLINE),
        gleam=(50, 1.02),
        ears="over",
        strands=combed((180, 74), BACK_STARTS, (0.1, 0.4)),
    )


def _buzz() -> Style:
    return Style(tuple(fade(0.22)), CLOSE, gleam=None, ears="over", stubble=True)


def _bald() -> Style:
    return Style((), None, gleam=None, ears="over")


BARE: Edge = (
    *((0, 84), (20, 82), (40, 74), (54, 58), (60, 36), (63, 8), (67, -18), (75, -20)),
    *((81, -8), (88, 0), (98, 2), (107, -8), (116, -22), (132, -36), (156, -44), (180, -45)),
)
"""The hairline of one who has lost the hair over the forehead."""


def _receding() -> Style:
    return Style(
        tuple(fade(0.13)),
        Cap(0.94, BARE),
        gleam=None,
        spot=(180.0, 47.0, 21.0),
        strands=tuple(HAIR + 0.93 * (line - HAIR) for line in combed((180, 78), BACK_STARTS, (0.05, 0.6))),
        ears="over",
    )


def _undercut() -> Style:
    tips = (
        (36, 34, 0.08, -4),
        (20, 26, 0.11, -14),
        (0, 18, 0.14, -20),
        (-20, 8, 0.12, -20),
        (-40, -2, 0.14, -16),
        (-58, 2, 0.12, -12),
    )
    locks = fade(0.17) + [sweep((34, 70), t, reach=1.13, lift=0.09) for t in tips]
    locks += [
        sweep((-40, 82), t, reach=1.03, lift=0.05)
        for t in ((-74, 12, 0.15, -8), (-96, 22, 0.11, -8), (-120, 28, 0.16, -6))
    ]
    back = (
        (216, 34, 0.11, -6),
        (190, 30, 0.15, 6),
        (164, 34, 0.10, 6),
        (140, 38, 0.15, 6),
        (112, 42, 0.11, 6),
        (86, 40, 0.14, 6),
        (62, 38, 0.10, 4),
    )
    locks += [sweep((0.7 * t[0] + 46, 76), t, reach=1.02, lift=0.03) for t in back]
    return Style(tuple(locks), CLOSE, gleam=(54, 1.14), ears="over", high=True)


def _back(lon: float, crest: tuple[float, float, float], wide: float) -> Lock:
    """Return a lock combed back over the crown from the forehead; ``crest`` is how far it stands off on its way."""
    side = np.sin(np.radians(lon))
    points = []
    for turn, out, draw in (
        (34, 0.96, 1.0),
        (44, 1.0 + crest[0], 1.0),
        (62, 1.0 + crest[1], 0.95),
        (88, 1.0 + crest[2], 0.8),
        (114, 1.02, 0.6),
        (134, 0.97, 0.4),
    ):
        x = side * draw * 0.86
        round_ = out * np.sqrt(1 - x * x)
        angle = np.radians(turn)
        points.append(HAIR + RADII * (x * (0.5 + 0.5 * out), round_ * np.sin(angle), round_ * np.cos(angle)))
    return free(points, [wide * k for k in (0.8, 1.1, 1.2, 1.15, 0.8, 0.05)], cut=0.0, flat=0.3, middle=wide > 0.08)


def _slicked() -> Style:
    locks = nape(0.08, 0.08, 0.09, top=-6.0)
    locks += [
        _back(lon, (0.05, 0.07, 0.05), 0.082 * (1.2, 0.7, 1.1)[i % 3])
        for i, lon in enumerate((-46, -31, -15, 0, 15, 31, 46))
    ]
    loose = ((-20, 44, 1.0), (-27, 36, 1.15), (-37, 22, 1.18), (-36, 8, 1.08))
    locks.append(lock(loose, (0.012, 0.024, 0.018, 0.003), cut=0.0, middle=False))
    sides = combed(
        (180, 16), [(s * lon, lat) for s in (-1, 1) for lon, lat in ((52, 26), (60, 10), (68, -8))], (0.0, 0.62)
    )
    return Style(tuple(locks), Cap(1.0, HAIRLINE), gleam=(56, 1.08), strands=sides, ears="over")


def _quiff() -> Style:
    tall = ((-45, 0.10), (-30, 0.20), (-14, 0.28), (2, 0.31), (17, 0.28), (31, 0.21), (45, 0.10))
    locks = [
        _back(lon, (0.10 + 0.55 * t, 0.08 + 0.8 * t, 0.05 + 0.5 * t), 0.092 * (1.15, 0.8, 1.05)[i % 3])
        for i, (lon, t) in enumerate(tall)
    ]
    sides = combed(
        (180, 24), [(s * lon, lat) for s in (-1, 1) for lon, lat in ((54, 22), (62, 4), (70, -14))], (0.0, 0.5)
    )
    back = combed((180, 76), BACK_STARTS, (0.0, 0.66))
    return Style(
        (*fade(), *locks), Cap(0.98, HAIRLINE), gleam=(46, 1.24), strands=(*sides, *back), ears="over", high=True
    )


def _mohawk() -> Style:
    locks = fade(0.17)
    spots = (
        (0, 40, 1.24),
        (0, 54, 1.42),
        (0, 68, 1.54),
        (0, 82, 1.60),
        (180, 80, 1.62),
        (180, 64, 1.58),
        (180, 48, 1.50),
        (180, 30, 1.40),
        (180, 12, 1.30),
        (180, -6, 1.20),
    )
    for i, (lon, lat, reach) in enumerate(spots):
        ahead = -9 if lon == 0 else 9
        for side in (-8, 8):
            places = (
                (lon + side, lat, 0.94),
                (lon + side * 0.6, lat + ahead * 0.2, 1.16),
                (lon, lat - ahead * (0.9 if i % 2 else 0.4), reach),
            )
            locks.append(lock(places, (0.105, 0.09, 0.004), flat=0.6, cut=0.3, middle=side > 0))
    return Style(tuple(locks), CLOSE, gleam=None, ears="over", high=True)


CLOSE_CUT: dict[str, Callable[[], Style]] = {
    "side part": _side_part,
    "crop": _crop,
    "buzz": _buzz,
    "bald": _bald,
    "receding": _receding,
    "undercut": _undercut,
    "slicked back": _slicked,
    "quiff": _quiff,
    "mohawk": _mohawk,
}
