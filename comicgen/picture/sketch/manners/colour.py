"""A scene in flat cel colour: local colours, violet shadows, a sky of two colours."""

from ....drawing import WHITE, Colour, Contour, Fill, Item, Path
from ..marks import Area, Stroke
from ..ribbon import Pen, ribbons
from ..scene import FRAME, Scene, faded

MODE = "rgb"
SHADE = (0.66, 0.64, 0.80)
"""What a full shade multiplies red, green and blue by."""
INK: Colour = (32, 27, 36)
PEN = Pen(weight=0.94)


def draw(scene: Scene) -> tuple[Item, ...]:
    """Return the scene in dark line and flat colour."""
    width = FRAME * scene.staging.camera.aspect
    bands = iter(ribbons([m for m in scene.marks if isinstance(m, Stroke)], scene.seed, PEN, width))
    items: list[Item] = []
    for i, mark in enumerate(scene.marks):
        if isinstance(mark, Area) and mark.knockout:
            continue
        if isinstance(mark, Area):
            sky = scene.sky if i < scene.far else None
            items.append(Path(tuple(Contour(r) for r in mark.rings), fill=_fill(mark, sky)))
        elif band := next(bands):
            items.append(Path(band, fill=mark.colour or (WHITE if mark.white else INK)))
    return tuple(items)


def _fill(area: Area, sky: tuple[Colour, Colour] | None) -> Fill:
    if area.fade is not None:
        return faded(area.fade, *(sky or (shaded(area.paint.colour, area.shade * part) for part in area.fade[2:])))
    return shaded(area.paint.colour, area.shade)


def shaded(colour: Colour, shade: float) -> Colour:
    """Return a colour in shadow: 0 lit, 1 full shadow."""
    k = min(max(shade, 0.0), 1.0)
    r, g, b = (round(c * (1 - k + k * s)) for c, s in zip(colour, SHADE, strict=True))
    return (r, g, b)
