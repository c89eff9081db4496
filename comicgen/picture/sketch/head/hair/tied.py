"""The table of bound hair: a name into tails, plaits and buns, and the lines combed towards them."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .fringes import FULL, PARTED, SWEPT, face_locks
from .locks import (
    BACK_STARTS,
    FALLEN,
    FRONT_STARTS,
    HAIRLINE,
    ROUND,
    Cap,
    Lock,
    Style,
    combed,
    curtain,
    fade,
    fringe,
    lock,
    mirrored,
    shell,
    sidelocks,
)
from .plaits import band, braid, bun, tail

TIED = (*FRONT_STARTS, *BACK_STARTS)


def _ponytail() -> Style:
    tips = (
        (-58, -6, 0.06, -4),
        (-42, 4, 0.09, -8),
        (-27, 12, 0.05, -6),
        (-14, 2, 0.10, -10),
        (14, 10, 0.085, 8),
        (29, 2, 0.05, 6),
        (42, 6, 0.095, 8),
        (59, -6, 0.06, 4),
    )
    locks = fringe(tips, (-2, 68)) + sidelocks(((67, -46, 0.05),))
    line = (
        (0, 0.85, -0.40),
        (0.02, 0.99, -0.60),
        (0.06, 0.76, -0.92),
        (0.12, 0.22, -0.96),
        (0.16, -0.25, -0.82),
        (0.28, -0.58, -0.82),
    )
    tie = band((0, 0.885, -0.475), (0, 0.5, -1), 0.08)
    return Style(
        (*locks, *tail(line, 0.175)),
        Cap(1.0, ROUND),
        gleam=(46, 1.03),
        strands=combed((180, 42), TIED),
        bands=(tie,),
        ears="over",
    )


def _low_ponytail() -> Style:
    locks = fringe(PARTED, (0, 72)) + sidelocks(((66, -40, 0.045),))
    line = (
        (0, 0.26, -0.42),
        (0.02, 0.16, -0.50),
        (0.04, -0.06, -0.52),
        (0.06, -0.42, -0.48),
        (0.04, -0.86, -0.44),
        (0.08, -1.15, -0.44),
    )
    parting = shell([(0, 50, 1.03), (0, 70, 1.03), (180, 86, 1.02)])
    tie = band((0, 0.22, -0.45), (0, 0.8, 0.55), 0.065)
    return Style(
        (*locks, *tail(line, 0.13)),
        Cap(1.0, ROUND),
        gleam=(42, 1.04),
        strands=(parting, *combed((180, -34), TIED, (0.0, 0.8))),
        bands=(tie,),
        ears="over",
    )


def _twin_tails() -> Style:
    locks = fringe(FULL, (4, 70)) + sidelocks(((64, -52, 0.055),))
    line = (
        (0.38, 0.76, -0.14),
        (0.58, 0.84, -0.16),
        (0.77, 0.52, -0.15),
        (0.78, -0.05, -0.10),
        (0.66, -0.50, -0.06),
        (0.80, -0.88, -0.02),
    )
    ties = mirrored([band((0.435, 0.775, -0.14), (1, 0.25, -0.05), 0.085)])
    middle = (shell([(180, -30, 1.01), (180, 30, 1.01), (180, 78, 1.01)]),)
    drawn = combed((96, 24), [s for s in TIED if 0 < s[0] < 176]) + combed(
        (264, 24), [(360 + lon if lon < 0 else lon, lat) for lon, lat in TIED if lon < 0 or lon > 184]
    )
    return Style(
        (*locks, *mirrored(tail(line, 0.165))),
        Cap(1.0, ROUND),
        gleam=(42, 1.04),
        strands=(*middle, *drawn),
        bands=tuple(ties),
        ears="over",
    )


def _bun() -> Style:
    tips = (
        (-63, -2, 0.045, -4),
        (-48, 10, 0.085, -10),
        (-30, 22, 0.06, -8),
        (14, 24, 0.07, 10),
        (29, 14, 0.10, 14),
        (47, 8, 0.06, 10),
        (64, -2, 0.05, 4),
    )
    locks = fringe(tips, (-14, 66), 0.6, lift=0.07) + sidelocks(((69, -46, 0.032),))
    body, coils = bun((0, 0.96, -0.42), 0.205)
    wisps = [
        lock(
            ((lon, -30, 0.98), (lon, -44, 1.02), (lon + 8, -56, 1.06)),
            (0.03, 0.024, 0.003),
            cut=0.2,
            middle=False,
            place="back",
        )
        for lon in (150, 196, 226)
    ]
    return Style(
        (*locks, *wisps, *body),
        Cap(1.0, ROUND),
        gleam=(46, 1.03),
        strands=combed((180, 50), TIED),
        coils=coils,
        ears="over",
        high=True,
    )


def _odango() -> Style:
    locks = fringe(FULL, (2, 70)) + sidelocks(((64, -58, 0.06),))
    body, coils = bun((0.31, 1.01, -0.10), 0.165, (0.62, 0.76, -0.12))
    both = mirrored(body)
    wound = (*coils, *(c * (-1.0, 1.0, 1.0) for c in coils))
    middle = shell([(180, -30, 1.01), (180, 30, 1.01), (180, 82, 1.01)])
    drawn = combed((104, 52), [s for s in BACK_STARTS if s[0] < 176]) + combed(
        (256, 52), [s for s in BACK_STARTS if s[0] > 184]
    )
    return Style(
        (*locks, *both),
        Cap(1.0, ROUND),
        gleam=(38, 1.05),
        strands=(middle, *drawn),
        coils=wound,
        ears="over",
        high=True,
    )


def _braid() -> Style:
    locks = fringe(SWEPT, (28, 70)) + sidelocks(((66, -50, 0.05),))
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
    return Style(
        (*locks, *plait), Cap(1.0, ROUND), gleam=(42, 1.03), strands=combed((180, -34), TIED), bands=(tie,), ears="over"
    )


def _twin_braids() -> Style:
    locks = fringe(PARTED, (0, 72)) + sidelocks(((66, -38, 0.04),))
    line = ((0.32, 0.36, -0.26), (0.40, 0.14, -0.12), (0.44, -0.12, 0.10), (0.42, -0.38, 0.21), (0.40, -0.62, 0.25))
    plaits = mirrored([replace(each, place="side") for each in braid(line, 0.12, 9)])
    ties = mirrored([band((0.40, -0.63, 0.25), (0, 1, 0), 0.058, (0.32, 0.36, -0.26))])
    middle = (shell([(180, -30, 1.01), (180, 30, 1.01), (180, 80, 1.01)]),)
    drawn = combed((112, -30), [s for s in TIED if 20 < s[0] < 176]) + combed(
        (248, -30), [(360 + lon if lon < 0 else lon, lat) for lon, lat in TIED if lon < -20 or lon > 184]
    )
    return Style(
        (*locks, *plaits), Cap(1.0, ROUND), gleam=(42, 1.04), strands=(*middle, *drawn), bands=tuple(ties), ears="over"
    )


def _half_up() -> Style:
    locks = fringe(SWEPT, (26, 70)) + face_locks(-0.2, 0.07) + curtain(-0.85, 0.43)
    line = ((0, 0.84, -0.40), (0, 0.92, -0.52), (0.0, 0.76, -0.62), (0.02, 0.45, -0.62), (0.0, 0.10, -0.58))
    tie = band((0, 0.86, -0.45), (0, 0.4, -1), 0.075)
    drawn = combed((180, 44), (*FRONT_STARTS, *((float(lon), 4.0) for lon in (104, 124, 236, 256))))
    return Style(
        (*locks, *tail(line, 0.11)), Cap(1.0, FALLEN), gleam=(44, 1.04), strands=drawn, bands=(tie,), ears="hidden"
    )


def _topknot() -> Style:
    knot = lock(
        (),
        (0.06, 0.15, 0.165, 0.12, 0.02),
        ((0, 1.0, -0.20), (0, 1.06, -0.23), (0, 1.15, -0.25), (0, 1.23, -0.26), (0, 1.26, -0.265)),
        flat=0.95,
        cut=0.0,
        middle=False,
    )
    wisps = mirrored(
        [lock(((58, 26, 1.0), (69, 6, 1.05), (68, -24, 1.04)), (0.03, 0.036, 0.004), place="side", cut=0.1)]
    )
    tie = Lock(
        np.array(((0.0, 0.985, -0.19), (0.0, 1.0, -0.20), (0.0, 1.02, -0.21))),
        (0.085, 0.09, 0.085),
        flat=1.0,
        cut=0.0,
        middle=False,
    )
    turns = np.linspace(0, 2.2 * np.pi, 18)
    coil = np.stack([0.15 * np.cos(turns), 1.07 + 0.075 * turns / np.pi, -0.25 + 0.15 * np.sin(turns)], axis=1)
    lines = combed((180, 82), (*FRONT_STARTS, *BACK_STARTS))
    return Style(
        (*fade(), *wisps, knot),
        Cap(1.0, HAIRLINE),
        (58, 1.02),
        lines,
        (coil,),
        (tie, band((0, 1.0, -0.20), (0, 1, -0.2), 0.07)),
        ears="over",
        high=True,
    )


BOUND: dict[str, Callable[[], Style]] = {
    "ponytail": _ponytail,
    "low ponytail": _low_ponytail,
    "twin tails": _twin_tails,
    "bun": _bun,
    "odango": _odango,
    "braid": _braid,
    "twin braids": _twin_braids,
    "half-up": _half_up,
    "topknot": _topknot,
}
