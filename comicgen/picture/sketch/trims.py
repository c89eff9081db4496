"""The table of what is sewn on garments: collars, lapels, buttons and pockets as shapes on the cloth.

Places are (angle, t): degrees round the trunk from the front middle to the figure's left, and the height
along it (0 hips, 1 shoulder line).
"""

from dataclasses import dataclass

Spots = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """A piece of cloth lying on the garment. ``paint`` is top, lower, accent, white, skin, steel or dark."""

    points: Spots
    paint: str
    lift: float = 0.015
    """Heads above the garment."""
    both: bool = False
    """Also on the other side, mirrored."""
    weight: float = 0.7
    over: bool = False
    """Lies on the shoulders: painted after the neck."""


@dataclass(frozen=True, slots=True)
class Band:
    """A band right round the garment, between two heights."""

    low: float
    high: float
    paint: str
    lift: float = 0.02
    weight: float = 0.6


@dataclass(frozen=True, slots=True)
class Seam:
    """A line on the garment."""

    points: Spots
    weight: float = 0.6
    both: bool = False
    paint: str = ""
    """Empty for ink."""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Button:
    """A round on the garment, ``radius`` in heads."""

    at: tuple[float, float]
    radius: float = 0.022
    paint: str = "dark"
    both: bool = False


Trim = Patch | Band | Seam | Button


def _round(t: float, step: int = 15) -> Spots:
    return tuple((float(a), t) for a in range(-180, 181, step))


def _column(
    angle: float, *ts: float, radius: float = 0.022, paint: str = "dark", both: bool = False
) -> tuple[Trim, ...]:
    return tuple(Button((angle, t), radius, paint, both) for t in ts)


LAPEL: Spots = ((1, 0.60), (24, 0.84), (30, 0.87), (36, 0.90), (44, 1.06), (30, 1.06), (15, 0.80))

TRIMS: dict[str, tuple[Trim, ...]] = {
    "sailor collar": (
        Patch(
            ((104, 1.0), (128, 0.74), (180, 0.72), (232, 0.74), (256, 1.0), (215, 1.09), (180, 1.12), (145, 1.09)),
            "lower",
            0.03,
            over=True,
        ),
        Seam(((112, 0.97), (133, 0.775), (180, 0.757), (227, 0.775), (248, 0.97)), 0.5, paint="white", over=True),
        Patch(((0, 0.765), (16, 0.90), (30, 1.04), (-30, 1.04), (-16, 0.90)), "skin", 0.012, weight=0.5),
        Patch(
            ((0, 0.72), (30, 0.82), (62, 0.94), (86, 1.02), (46, 1.10), (26, 1.0), (13, 0.88)),
            "lower",
            0.03,
            both=True,
            over=True,
        ),
        Seam(((4, 0.745), (30, 0.845), (60, 0.955), (78, 1.01)), 0.5, both=True, paint="white", over=True),
        Patch(((1, 0.71), (7, 0.69), (15, 0.53), (6, 0.51)), "accent", 0.05, both=True, over=True),
        Patch(((0, 0.745), (14, 0.79), (25, 0.755), (22, 0.665), (10, 0.69)), "accent", 0.055, both=True, over=True),
        Patch(((-4, 0.755), (4, 0.755), (4, 0.69), (-4, 0.69)), "accent", 0.065, over=True),
    ),
    "shirt front": (
        Patch(((0, 0.59), (16, 0.78), (34, 1.03), (-34, 1.03), (-16, 0.78)), "white", 0.008, weight=0.5),
        Seam(((0, 1.0), (0, 0.60)), 0.4),
        Patch(((2, 1.01), (22, 0.92), (48, 1.03), (66, 1.11), (24, 1.10)), "white", 0.03, both=True, over=True),
    ),
    "lapels": (
        Patch(((0, 0.60), (16, 0.78), (34, 1.03), (-34, 1.03), (-16, 0.78)), "white", 0.008, weight=0.5),
        Patch(LAPEL, "top", 0.025, both=True, weight=0.75),
        Seam(((1, 0.60), (1.5, 0.3), (0, -0.06)), 0.7),
    ),
    "tie": (
        Patch(
            ((-5, 0.99), (5, 0.99), (4, 0.95), (8, 0.67), (0, 0.615), (-8, 0.67), (-4, 0.95)),
            "accent",
            0.016,
            weight=0.6,
        ),
        Patch(((-6, 1.02), (6, 1.02), (4, 0.955), (-4, 0.955)), "accent", 0.022, weight=0.6),
        Patch(((2, 1.01), (22, 0.92), (48, 1.03), (66, 1.11), (24, 1.10)), "white", 0.03, both=True, over=True),
    ),
    "tie tip": (
        Patch(((-5, 1.03), (5, 1.03), (4, 0.96), (7, 0.86), (0, 0.83), (-7, 0.86), (-4, 0.96)), "accent", 0.02),
    ),
    "long tie": (
        Patch(
            ((-5, 0.99), (5, 0.99), (4, 0.95), (9, 0.44), (0, 0.37), (-9, 0.44), (-4, 0.95)),
            "accent",
            0.018,
            weight=0.6,
        ),
        Patch(((-6, 1.02), (6, 1.02), (4, 0.955), (-4, 0.955)), "accent", 0.024, weight=0.6),
    ),
    "two buttons": _column(4, 0.50, 0.36, radius=0.026),
    "front buttons": (
        Seam(((0, 1.04), (0, -0.06)), 0.6),
        *_column(2, 0.94, 0.77, 0.60, 0.43, 0.26, radius=0.028, paint="gold"),
    ),
    "coat buttons": _column(7, 0.54, 0.40, 0.26, 0.10, radius=0.026),
    "double buttons": _column(15, 0.76, 0.60, 0.44, radius=0.03, both=True),
    "placket": (
        Seam(((0, 1.0), (0, 0.22)), 0.55),
        Seam(((7, 1.0), (7, 0.22)), 0.35),
        *_column(3.5, 0.88, 0.74, 0.60, 0.46, 0.32, radius=0.016),
        Patch(((-50, 0.78), (-24, 0.78), (-25, 0.64), (-37, 0.61), (-49, 0.64)), "top", 0.01, weight=0.45),
    ),
    "shirt collar": (
        Patch(((2, 1.01), (24, 0.92), (50, 1.03), (70, 1.12), (24, 1.11)), "top", 0.03, both=True, over=True),
    ),
    "stand collar": (
        Patch(
            ((-1, 1.03), (40, 1.06), (88, 1.085), (88, 1.15), (40, 1.145), (-1, 1.12)),
            "top",
            0.055,
            both=True,
            over=True,
        ),
    ),
    "jacket collar": (
        Patch(
            ((8, 0.93), (34, 0.93), (66, 1.04), (92, 1.11), (40, 1.11), (18, 1.03)), "top", 0.04, both=True, over=True
        ),
    ),
    "crew neck": (Seam(_round(1.055, 12), 0.5, over=True),),
    "hem seam": (Seam(_round(0.075), 0.4),),
    "rib": (Seam(_round(0.115), 0.55), *(Seam(((a, 0.10), (a, 0.045)), 0.3) for a in range(-168, 180, 12))),
    "knit": tuple(Seam(((a, 0.88), (a - 3, 0.70), (a + 2, 0.45), (a, 0.20)), 0.3) for a in (-22, 22, -9, 9)),
    "waistband": (
        Band(0.265, 0.325, "lower", 0.006, 0.6),
        *(Seam(((a, 0.335), (a, 0.255)), 0.9) for a in (-150, -105, -52, 52, 105, 150)),
        Button((0, 0.295), 0.022, "dark"),
    ),
    "trousers": (
        Seam(((0, -0.17), (0, 0.05), (0, 0.26)), 0.55),
        Seam(((10, 0.25), (11, 0.12), (5, 0.02)), 0.4),
        Seam(((36, 0.255), (58, 0.15), (84, 0.07)), 0.6, both=True),
        Seam(((180, 0.26), (180, 0.05), (180, -0.17)), 0.55),
        Seam(((90, 0.21), (140, 0.19), (180, 0.16)), 0.36, both=True),
        Seam(((118, 0.13), (148, 0.11), (168, 0.10), (166, 0.0), (142, -0.05), (120, 0.02), (118, 0.13)), 0.42, both=True),
    ),
    "kangaroo pocket": (
        Patch(((-34, 0.14), (34, 0.14), (36, 0.22), (24, 0.37), (-24, 0.37), (-36, 0.22)), "top", 0.01, weight=0.6),
    ),
    "strings": (
        Seam(((9, 0.99), (11, 0.87), (9, 0.74)), 0.9, both=True, over=True),
        Button((9, 0.73), 0.02, "white", both=True),
    ),
    "pockets": (Seam(((28, 0.13), (40, 0.14), (56, 0.15)), 0.65, both=True),),
    "chest pocket": (Patch(((18, 0.76), (42, 0.76), (42, 0.62), (18, 0.62)), "top", 0.01, weight=0.5),),
    "chest pockets": (
        Patch(((16, 0.79), (42, 0.79), (42, 0.64), (29, 0.61), (16, 0.64)), "top", 0.01, both=True, weight=0.5),
        Seam(((16, 0.74), (29, 0.71), (42, 0.74)), 0.45, both=True),
    ),
    "crest": (Patch(((24, 0.80), (40, 0.80), (40, 0.70), (32, 0.66), (24, 0.70)), "accent", 0.012, weight=0.5),),
    "badge": (Patch(((26, 0.87), (34, 0.90), (42, 0.87), (39, 0.80), (29, 0.80)), "gold", 0.02, weight=0.5),),
    "open front": (
        Patch(
            ((0, 0.05), (9, 0.5), (13, 0.95), (16, 1.05), (-16, 1.05), (-13, 0.95), (-9, 0.5)),
            "white",
            0.006,
            weight=0.5,
        ),
        Seam(((9, 0.5), (13, 0.95), (20, 1.06)), 0.8, both=True),
    ),
    "coat lapels": (
        Patch(((0, 0.62), (14, 0.80), (30, 1.03), (-30, 1.03), (-14, 0.80)), "white", 0.008, weight=0.5),
        Patch(
            ((0, 0.60), (30, 0.80), (36, 0.86), (46, 0.88), (56, 1.07), (30, 1.08), (13, 0.82)),
            "top",
            0.035,
            both=True,
            weight=0.8,
        ),
        Seam(((3, 0.60), (4, 0.3), (4, 0.0)), 0.7),
    ),
    "belt": (
        Band(0.28, 0.36, "accent", 0.02, 0.6),
        Patch(((-9, 0.375), (9, 0.375), (9, 0.265), (-9, 0.265)), "gold", 0.03, weight=0.6),
    ),
    "waist band": (Band(0.285, 0.36, "accent", 0.012, 0.5),),
    "epaulettes": (
        Patch(((58, 1.04), (78, 0.985), (100, 1.0), (104, 1.05), (80, 1.07)), "top", 0.03, both=True, over=True),
    ),
    "wrap collar": (
        Patch(((-4, 0.66), (10, 0.84), (28, 1.05), (-28, 1.05), (-14, 0.84)), "skin", 0.006, weight=0.4),
        Patch(
            (
                (-36, 1.09),
                (-26, 1.06),
                (-14, 0.88),
                (6, 0.66),
                (24, 0.42),
                (34, 0.42),
                (16, 0.68),
                (-4, 0.92),
                (-20, 1.10),
            ),
            "white",
            0.012,
            weight=0.5,
        ),
        Patch(
            (
                (36, 1.10),
                (22, 1.08),
                (10, 0.88),
                (-8, 0.68),
                (-30, 0.42),
                (-44, 0.42),
                (-20, 0.68),
                (0, 0.90),
                (24, 1.12),
            ),
            "accent",
            0.02,
            weight=0.7,
        ),
    ),
    "obi": (
        Band(0.20, 0.54, "accent", 0.04, 0.75),
        Seam(_round(0.37), 0.9, paint="white"),
        Patch(((155, 0.62), (205, 0.62), (208, 0.26), (152, 0.26)), "accent", 0.16, weight=0.8),
    ),
    "narrow obi": (
        Band(0.26, 0.42, "accent", 0.04, 0.7),
        Patch(((160, 0.50), (200, 0.50), (202, 0.22), (158, 0.22)), "accent", 0.12, weight=0.7),
    ),
    "sash": (
        Band(0.27, 0.36, "accent", 0.02, 0.7),
        Patch(((16, 0.33), (24, 0.33), (27, -0.08), (17, -0.08)), "accent", 0.05, weight=0.6),
        Patch(((10, 0.33), (17, 0.33), (14, -0.02), (6, -0.02)), "accent", 0.06, weight=0.6),
    ),
    "dots": tuple(
        Button((a, t), 0.035, "white", both=True)
        for a, t in ((22, 0.62), (48, 0.82), (66, 0.58), (100, 0.72), (140, 0.86), (150, 0.6), (30, 0.02), (70, 0.1))
    ),
    "apron bib": (
        Patch(((-40, 0.28), (-28, 0.86), (28, 0.86), (40, 0.28)), "white", 0.02, weight=0.7),
        Seam(((28, 0.86), (33, 1.07)), 1.5, both=True, paint="white"),
        Seam(((40, 0.345), (80, 0.35), (120, 0.35), (178, 0.35)), 1.4, both=True, paint="white"),
        Patch(((164, 0.42), (196, 0.42), (190, 0.30), (170, 0.30)), "white", 0.06, weight=0.6),
    ),
    "bib": (
        Patch(((-44, 0.20), (-42, 0.40), (-27, 0.80), (27, 0.80), (42, 0.40), (44, 0.20)), "lower", 0.02, weight=0.7),
        Patch(((20, 0.82), (30, 0.82), (40, 1.05), (30, 1.06)), "lower", 0.03, both=True, weight=0.6),
        Patch(((140, 1.07), (153, 1.07), (176, 0.46), (165, 0.44)), "lower", 0.03, both=True, weight=0.6),
        Patch(((-16, 0.66), (16, 0.66), (14, 0.46), (-14, 0.46)), "lower", 0.03, weight=0.5),
        Button((24, 0.785), 0.026, "gold", both=True),
    ),
    "zip": (Seam(((0, 1.12), (0, 0.05)), 0.9), Seam(((3, 1.10), (3, 0.05)), 0.35)),
    "sleeve stripes": (Seam(((60, 1.05), (40, 0.86), (20, 0.80), (0, 0.80)), 1.3, both=True, paint="white"),),
    "cuirass": (
        Seam(((0, 1.0), (0, 0.74), (0, 0.36)), 0.7),
        Seam(((4, 0.60), (30, 0.57), (52, 0.64), (70, 0.76)), 0.7, both=True),
        Seam(((2, 0.46), (40, 0.46), (80, 0.50)), 0.5, both=True),
        Seam(((100, 0.5), (150, 0.48), (179, 0.5)), 0.5, both=True),
        *_column(62, 0.82, 0.66, 0.5, radius=0.02, paint="gold", both=True),
    ),
    "gorget": (
        Patch(
            ((-1, 0.93), (44, 0.99), (92, 1.05), (92, 1.13), (44, 1.13), (-1, 1.10)),
            "steel",
            0.05,
            both=True,
            over=True,
        ),
    ),
    "straps": (Seam(((24, 0.84), (32, 1.05)), 1.2, both=True, paint="top"),),
    "neck ring": (
        Patch(
            ((-2, 0.98), (60, 1.03), (120, 1.05), (182, 1.05), (182, 1.12), (120, 1.12), (60, 1.10), (-2, 1.06)),
            "steel",
            0.04,
            both=True,
            over=True,
        ),
    ),
    "chest pack": (
        Patch(((-26, 0.78), (26, 0.78), (26, 0.50), (-26, 0.50)), "white", 0.08, weight=0.8),
        Patch(((-18, 0.73), (2, 0.73), (2, 0.64), (-18, 0.64)), "dark", 0.09, weight=0.5),
        *_column(10, 0.71, 0.64, 0.57, radius=0.03, paint="accent"),
        Patch(((150, 0.98), (210, 0.98), (212, 0.28), (148, 0.28)), "white", 0.2, weight=0.8),
    ),
}
"""Trims without an entry (cuff stripes, pauldrons, suit rings) are solids or lie on the sleeves."""
