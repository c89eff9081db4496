"""A scene in clean ink: filled ribbons of line, screentone, solid blacks, white rims."""

import math

from ....drawing import BLACK, WHITE, Contour, Fill, Item, Path, Tone
from ..marks import Area, Mark, Stroke
from ..ribbon import Pen, ribbons
from ..scene import FRAME, Scene, faded

MODE = "ink"
SHADE = 0.24
"""Screentone that a full shade adds."""
DEEPEST = 0.72
LEAST = 0.04
"""Tones under this are paper."""
PEN = Pen()


def draw(scene: Scene) -> tuple[Item, ...]:
    """Return the scene in black line, white paper and screentone."""
    return inked(scene.marks, scene.seed, FRAME * scene.staging.camera.aspect)


def inked(marks: tuple[Mark, ...], seed: int, width: float = math.inf) -> tuple[Item, ...]:
    """Return marks as ink in a frame of a width: areas filled with tone, strokes as ribbons."""
    bands = iter(ribbons([m for m in marks if isinstance(m, Stroke)], seed, PEN, width))
    items: list[Item] = []
    for mark in marks:
        if isinstance(mark, Area):
            items.append(Path(tuple(Contour(r) for r in mark.rings), fill=fill_of(mark)))
        elif band := next(bands):
            items.append(Path(band, fill=WHITE if mark.white or mark.relief else BLACK))
    return tuple(items)


def fill_of(area: Area) -> Fill:
    """Return an area's fill: paper, screentone, a change of tone, or solid ink."""
    if area.knockout:
        return WHITE
    if area.paint.black and area.fade is None:
        return BLACK
    tone = area.paint.tone + SHADE * area.shade
    if area.fade is not None:
        return faded(area.fade, *(Tone(_clamp(tone * part)) for part in area.fade[2:]))
    return Tone(min(tone, DEEPEST)) if tone > LEAST else WHITE


def _clamp(tone: float) -> float:
    return min(max(tone, 0.0), 1.0)
