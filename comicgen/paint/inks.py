"""Colours and tones into the numbers of a PDF colour operator: one function for each kind of page."""

from collections.abc import Callable

from ..drawing import Colour, Tone

Ink = Callable[[Colour | Tone], tuple[float, float, float]]
"""A colour or tone as red, green, blue in 0..1."""


def rgb(paint: Colour | Tone) -> tuple[float, float, float]:
    """Return a colour as it is, a tone as its grey."""
    if isinstance(paint, Tone):
        grey = 1 - paint.value
        return (grey, grey, grey)
    return (paint[0] / 255, paint[1] / 255, paint[2] / 255)


def grey(paint: Colour | Tone) -> tuple[float, float, float]:
    """Return everything as its luminance (Rec. 601)."""
    r, g, b = rgb(paint)
    luminance = 0.299 * r + 0.587 * g + 0.114 * b
    return (luminance, luminance, luminance)


def separations(paint: Colour | Tone) -> tuple[float, float, float]:
    """Return line ink in the red channel and screentone in the green one, to be screened after rastering.

    Ink carries no tone: at its antialiased edge the tone gives way, so no dot is cut by a line.
    """
    if isinstance(paint, Tone):
        return (1.0, 1 - paint.value, 1.0)
    return (grey(paint)[0], 1.0, 1.0)


DARK, LIGHT = 0.12, 0.96
"""Greys beyond these are ink and paper."""


def plates(paint: Colour | Tone) -> tuple[float, float, float]:
    """Return separations for the press: greys and colours between black and white become tone too."""
    if isinstance(paint, Tone):
        return separations(paint)
    level = grey(paint)[0]
    if level <= DARK or level >= LIGHT:
        return separations((0, 0, 0) if level <= DARK else (255, 255, 255))
    return (1.0, level, 1.0)
