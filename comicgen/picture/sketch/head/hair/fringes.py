"""Fringes and face-framing locks that several long styles share."""

from .locks import Lock, Tip, lock, mirrored

FULL: tuple[Tip, ...] = (
    *((-57, -16, 0.062, -4), (-45, 0, 0.095, -7), (-31, 7, 0.050, -6), (-19, -4, 0.100, -9), (-4, 8, 0.060, -6)),
    *((8, -2, 0.095, 8), (22, 9, 0.046, 7), (33, 0, 0.100, 9), (46, 4, 0.060, 6), (57, -16, 0.062, 4)),
)
"""A full fringe: large, small and middling locks that part over the right eye."""


SWEPT: tuple[Tip, ...] = (
    *((24, 24, 0.060, -8), (8, 16, 0.100, -14), (-10, 8, 0.062, -12), (-24, 4, 0.110, -14), (-42, -2, 0.070, -10)),
    *((-56, -14, 0.085, -6), (44, 10, 0.095, 10), (57, -10, 0.075, 6)),
)
"""A fringe swept to the right from a parting on the left."""


PARTED: tuple[Tip, ...] = (
    *((16, 30, 0.060, 10), (30, 18, 0.100, 14), (44, 4, 0.075, 14), (57, -14, 0.090, 8)),
    *((-16, 30, 0.060, -10), (-30, 18, 0.100, -14), (-44, 4, 0.075, -14), (-57, -14, 0.090, -8)),
)
"""A fringe parted in the middle that frames the face."""


def face_locks(length: float, width: float = 0.1, out: float = 0.42, blunt: float = 0.004) -> list[Lock]:
    """Return the two long locks that frame the face and lie on the shoulders."""
    hang = ((out, 0.30, 0.09), (out - 0.01, 0.3 + (length - 0.3) * 0.55, 0.15), (out - 0.045, length, 0.17))
    places = ((56, 46, 1.06), (74, 18, 1.10))
    widths = (width * 0.75, width * 1.1, width, width * 0.85, blunt)
    return mirrored([lock(places, widths, hang, flat=0.4, cut=0.2, place="side")])
