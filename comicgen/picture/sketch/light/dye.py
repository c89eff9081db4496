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
    seen: dict[Paint, Paint] = {}

    def colour_of(colour: Colour) -> Colour:
        r, g, b = (round(c * t) for c, t in zip(colour, tint, strict=True))
        return (r, g, b)

    def paint_of(paint: Paint) -> Paint:
        if paint not in seen:
            step = values.get(paint.colour)
            tone = paint.tone if step is None else TONES[step]
            seen[paint] = Paint(colour_of(paint.colour), tone, tone >= TONES[SOLID])
        return seen[paint]

    found = [
        m.painted(paint_of(m.paint))
        if isinstance(m, Area)
        else m.inked(colour_of(m.colour))
        if m.colour is not None
        else m
        for m in marks
    ]
    return tuple(relieved(found, width))
