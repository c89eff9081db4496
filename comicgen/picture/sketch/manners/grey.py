"""A scene in grey wash: line over flat greys."""

from ....drawing import WHITE, Colour, Contour, Fill, Item, Path
from ..marks import Area, Stroke
from ..ribbon import Pen, ribbons
from ..scene import FRAME, Scene, faded

MODE = "grey"
SHADE = 0.22
INK: Colour = (26, 26, 31)
PEN = Pen()


def draw(scene: Scene) -> tuple[Item, ...]:
    """Return the scene in black line and greys."""
    width = FRAME * scene.staging.camera.aspect
    bands = iter(ribbons([m for m in scene.marks if isinstance(m, Stroke)], scene.seed, PEN, width))
    items: list[Item] = []
    for mark in scene.marks:
        if isinstance(mark, Area):
            items.append(Path(tuple(Contour(r) for r in mark.rings), fill=_fill(mark)))
        elif band := next(bands):
            items.append(Path(band, fill=WHITE if mark.white or mark.relief else INK))
    return tuple(items)


def _fill(area: Area) -> Fill:
    if area.knockout:
        return WHITE
    tone = area.paint.tone + SHADE * area.shade
    if area.fade is not None:
        return faded(area.fade, *(wash(tone * part) for part in area.fade[2:]))
    return INK if area.paint.black else wash(tone)


def wash(tone: float) -> Colour:
    """Return the grey of a tone 0..1."""
    grey = round(255 - 212 * min(max(tone, 0.0), 1.0) ** 0.9)
    return (grey, grey, grey)
