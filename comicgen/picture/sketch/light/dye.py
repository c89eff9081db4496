"""A figure's marks into the values of its story and the colours of the hour; ink on solid black turns to paper."""

from collections.abc import Sequence

from ....drawing import Colour
from ....staging import Actor
from ....staging.values import SOLID, TONES, Values, look_values
from ..marks import Area, Mark, Paint
from ..setting import Light
from .relief import relieved

LIT = 0.4
"""How much of the hour's tint falls on figures: they stay readable at night."""


def solid_colours(actor: Actor) -> frozenset[Colour]:
    """Return the colours that are solid black in an actor's values."""
    return frozenset(colour for colour, step in _values(actor) if step == SOLID)


def _values(actor: Actor) -> Values:
    return actor.values or look_values(actor.look)


def dyed(marks: Sequence[Mark], actor: Actor, light: Light, width: float) -> tuple[Mark, ...]:
    """Return an actor's marks in its values and the hour's colours; ``width`` is the frame's, in frame units."""
    values = dict(_values(actor))
    tint = [1 - LIT + LIT * t for t in light.hour.tint]
    paints: dict[int, Paint] = {}  # by identity: a paint's own hash takes longer than all else here
    colours: dict[Colour, Colour] = {}

    def colour_of(colour: Colour) -> Colour:
        if colour not in colours:
            r, g, b = (round(c * t) for c, t in zip(colour, tint, strict=True))
            colours[colour] = (r, g, b)
        return colours[colour]

    def paint_of(paint: Paint) -> Paint:
        if id(paint) not in paints:
            step = values.get(paint.colour)
            tone = paint.tone if step is None else TONES[step]
            paints[id(paint)] = Paint(colour_of(paint.colour), tone, tone >= TONES[SOLID])
        return paints[id(paint)]

    found: list[Mark] = []
    for mark in marks:
        if isinstance(mark, Area):
            found.append(mark.painted(paint_of(mark.paint)))
        else:
            found.append(mark if mark.colour is None else mark.inked(colour_of(mark.colour)))
    return tuple(relieved(found, width))
