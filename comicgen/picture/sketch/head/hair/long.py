"""The table of long hair that hangs free: a name into curtains of locks."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from .fringes import FULL, SWEPT, face_locks
from .locks import FALLEN, Cap, Style, curtain, flow, fringe, lock, mirrored, tufts


def _bob() -> Style:
    locks = fringe(FULL, (6, 70))
    face = ((50, 50, 1.05), (68, 20, 1.12))
    hang = ((0.48, 0.36, 0.06), (0.470, 0.14, 0.08), (0.385, -0.01, 0.15), (0.330, -0.03, 0.20))
    locks += mirrored([lock(face, (0.10, 0.14, 0.15, 0.135, 0.085, 0.01), hang, flat=0.45, cut=0.3, place="side")])
    side = ((0.53, 0.32, -0.10), (0.52, 0.10, -0.07), (0.43, -0.045, 0.02))
    locks += mirrored(
        [
            lock(
                ((98, 54, 0.98), (98, 10, 1.14)),
                (0.14, 0.20, 0.21, 0.19, 0.05),
                side,
                flat=0.45,
                cut=0.35,
                place="side",
            )
        ]
    )
    for i, lon in enumerate((118, 136, 153, 168, 182, 198, 216, 234)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        low = -0.03 + (0.0, 0.035, -0.02)[i % 3]
        w = 0.15 * (1.1, 0.7, 1.25, 0.8)[i % 4]
        back = ((x * 0.50, 0.28, z * 0.52 - 0.03), (x * 0.51, 0.08, z * 0.50 - 0.03), (x * 0.40, low, z * 0.37 - 0.03))
        locks.append(
            lock(
                ((lon, 54, 0.98), (lon, 10, 1.10)),
                (w * 0.9, w * 1.1, w * 1.15, w, w * 0.3),
                back,
                flat=0.4,
                cut=(0.3, 0.5, 0.4)[i % 3],
                place="back",
            )
        )
    return Style(tuple(locks), Cap(1.03, FALLEN), gleam=(38, 1.08), strands=flow((180, 78), 6), ears="hidden")


def _shag() -> Style:
    locks = fringe(SWEPT, (30, 68), reach=1.12)
    for lon, length, wide, out in ((72, 0.10, 0.11, 0.50), (92, -0.06, 0.13, 0.55), (84, -0.20, 0.09, 0.50)):
        hang = ((out - 0.03, 0.34, 0.05), (out - 0.05, 0.5 * (0.34 + length), 0.08), (out + 0.06, length, 0.10))
        locks += mirrored(
            [
                lock(
                    ((lon - 16, 48, 1.05), (lon, 16, 1.12)),
                    (wide * 0.8, wide * 1.1, wide, wide * 0.7, 0.004),
                    hang,
                    flat=0.42,
                    cut=0.25,
                    place="side",
                )
            ]
        )
    for i, lon in enumerate((112, 126, 141, 155, 170, 186, 201, 217, 232, 247)):
        x, z = np.sin(np.radians(lon)), np.cos(np.radians(lon))
        end = (-0.18, 0.02, -0.30, -0.10, -0.24)[i % 5]
        flip = 0.12 if i % 2 else -0.04
        hang = (
            (x * 0.40, 0.26, z * 0.42 - 0.04),
            (x * 0.34, 0.5 * (0.2 + end), z * 0.34 - 0.06),
            (x * (0.34 + flip), end, z * (0.34 + flip) - 0.06),
        )
        w = 0.115 * (1.2, 0.7, 1.0)[i % 3]
        locks.append(
            lock(
                ((lon, 50, 1.0), (lon, 10, 1.08)),
                (w * 0.8, w, w, w * 0.8, 0.004),
                hang,
                cut=0.3,
                middle=i % 2 == 0,
                place="back",
            )
        )
    layer = [
        (float(lon), -4 + (5, -6, 0)[i % 3], 0.11 * (1.2, 0.7, 1.0)[i % 3], 12.0 if lon < 180 else -12.0)
        for i, lon in enumerate(range(92, 280, 22))
    ]
    locks += [replace(k, place="back") for k in fringe(layer, (180, 70), 0.3, reach=1.16)]
    return Style(
        tuple(locks + tufts(((170, 70), (40, 74), (-60, 72)), 0.14, (0.12, 0, -0.06), 0.10)),
        Cap(1.03, FALLEN),
        gleam=(42, 1.06),
        ears="hidden",
    )


def _long() -> Style:
    locks = fringe(FULL, (8, 70)) + face_locks(-0.45)
    thin = ((0.385, 0.24, 0.17), (0.395, -0.05, 0.22), (0.35, -0.24, 0.24))
    locks += mirrored(
        [lock(((50, 44, 1.08), (66, 16, 1.12)), (0.03, 0.05, 0.045, 0.035, 0.003), thin, place="side", cut=0.2)]
    )
    return Style(
        tuple(locks + curtain(-1.25)), Cap(1.0, FALLEN), gleam=(39, 1.06), strands=flow((180, 78)), ears="hidden"
    )


def _hime() -> Style:
    locks = []
    for i, lon in enumerate((-52, -41, -29, -17, -5, 6, 18, 30, 42, 52)):
        places = ((lon * 0.42, 68, 1.03), (lon * 0.85, 43, 1.12), (lon, 18, 1.12), (lon, 1, 1.07))
        w = 0.072 * (1.15, 0.8, 1.2)[i % 3]
        locks.append(lock(places, (w * 0.8, w, w * 1.1, w), flat=0.32, cut=0.5, middle=i % 3 == 0))
    cheek = ((0.385, 0.34, 0.13), (0.365, 0.19, 0.13), (0.355, 0.06, 0.12))
    locks += mirrored(
        [
            lock(
                ((54, 46, 1.06), (68, 18, 1.11)),
                (0.08, 0.105, 0.11, 0.105, 0.10),
                cheek,
                flat=0.35,
                cut=0.2,
                place="side",
            )
        ]
    )
    return Style(
        tuple(locks + curtain(-1.45, 0.42, blunt=True)),
        Cap(1.0, FALLEN),
        gleam=(39, 1.06),
        strands=flow((180, 80)),
        ears="hidden",
    )


def _wavy() -> Style:
    locks = fringe(SWEPT, (30, 70), reach=1.12, lift=0.08)
    for reach, width, length, turn in ((0.45, 0.12, -0.48, 0.0), (0.53, 0.11, -0.30, 1.6), (0.42, 0.06, -0.22, 3.0)):
        y = np.linspace(0.32, length, 7)
        x = reach + 0.060 * np.sin(np.linspace(0, 2.6 * np.pi, 7) + turn)
        hang = np.stack([x, y, np.linspace(0.06, 0.14, 7) - (reach - 0.46) * 1.6], axis=1)
        widths = tuple(width * k for k in (0.7, 0.95, 1.0, 1.1, 0.9, 1.05, 0.85, 0.55, 0.04))
        locks += mirrored([lock(((58, 46, 1.06), (80, 20, 1.12)), widths, hang, flat=0.5, cut=0.2, place="side")])
    return Style(tuple(locks + curtain(-0.70, 0.46, wave=0.075)), Cap(1.03, FALLEN), gleam=(40, 1.07), ears="hidden")


LONG: dict[str, Callable[[], Style]] = {
    "bob": _bob,
    "shag": _shag,
    "long": _long,
    "hime": _hime,
    "wavy": _wavy,
}
