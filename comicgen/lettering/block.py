"""What a text looks like before it has a place: glyph strips about a centre, and the body that holds them, in em."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..drawing import BLACK, WHITE, Colour, Glyph, Text
from ..fonts import Run, shape
from ..geometry import Point, Rect

STRONG_SLANT = 0.2
STRONG_WEIGHT = 0.034
"""Em on either side of a stroke: emphasis leans and is drawn with a broader pen."""
STRONG_STEP = 1.7
"""Of that weight: how much farther each heavy letter stands from the next, so that they do not touch."""
AFTER_STRONG = 0.07
"""Em of room for the lean of a word's last letter."""
DOT = 0.65
BESIDE_CJK = 0.032
"""Em: Latin letters and digits among Chinese or Japanese are drawn as heavy as these."""


@dataclass(frozen=True, slots=True)
class Hand:
    """How letters are set: all that decides the glyphs of a text."""

    style: str = "dialogue"
    language: str = "en"
    vertical: bool = False
    capitals: bool = True
    box: bool = False
    """Fit a rectangle rather than an oval."""
    loose: bool = False
    """Break overlong words too."""
    cjk: bool = False
    """The text is Chinese, Japanese or Korean, Latin letters in it included."""


@dataclass(frozen=True, slots=True)
class Strip:
    """Glyphs of one face in a row, at (x, y) from the block's centre, ``scale`` times the block's size."""

    face: str
    glyphs: tuple[Glyph, ...]
    actual: str
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    weight: float = 0.0
    """Em by which the pen is broader than the face's."""
    slant: float = 0.0
    turn: float = 0.0

    def moved(self, dx: float, dy: float) -> "Strip":
        """Return the strip moved by (dx, dy)."""
        return replace(self, x=self.x + dx, y=self.y + dy)


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to break a text, and the half axes in em of the body that holds it: what the search sees."""

    text: str
    hand: Hand
    cuts: tuple[tuple[int, int], ...]
    """First and end piece of each line or column."""
    a: float
    b: float
    rise: float = 0.0
    """How far the text's middle lies above the body's."""
    cost: float = 0.0
    exponent: float = 2.35
    """Of the body's superellipse; infinite for a box."""
    air: float = 1.0
    """Padding round the text over the least that is seemly."""
    extent: Point = (0.0, 0.0)
    """Half axes of the box about the body's centre that holds the letters."""


@dataclass(frozen=True, slots=True)
class Block:
    """A fit made out: glyph strips, lines as written, and the lines' boxes about the body's centre, in em."""

    strips: tuple[Strip, ...]
    lines: tuple[str, ...]
    boxes: tuple[Rect, ...]


def texts(block: Block, centre: Point, size: float, fill: Colour = BLACK, slant: float = 0.0) -> tuple[Text, ...]:
    """Return the block's glyph runs on the page, the em being ``size`` mm; Latin letters lean by ``slant``."""
    return tuple(_text(s, centre, size, fill, slant) for s in block.strips)


def _text(strip: Strip, centre: Point, size: float, fill: Colour, slant: float) -> Text:
    em = size * strip.scale
    x0, y0 = centre[0] + strip.x * size, centre[1] + strip.y * size
    glyphs = tuple(Glyph(g.id, x0 + g.x * em, y0 + g.y * em, g.text) for g in strip.glyphs)
    return Text(
        strip.face,
        em,
        glyphs,
        strip.actual,
        fill,
        halo=strip.weight * em,
        halo_fill=fill if strip.weight else WHITE,
        turn=strip.turn,
        slant=strip.slant or (0.0 if strip.face.startswith("Noto") else slant),
    )


def dots(count: int, style: str, vertical: bool) -> list[Strip]:
    """Return the emphasis marks of ``count`` Chinese or Japanese cells: a dot beside or under each, read by nobody."""
    (run,) = shape("・", style, "ja", vertical)
    silent = tuple(replace(g, text="") for g in run.glyphs)
    if vertical:
        return [Strip(run.face, silent, "", 0.66, k + 0.5 - DOT / 2, DOT) for k in range(count)]
    return [Strip(run.face, silent, "", k + 0.5 - DOT / 2, 0.48, DOT) for k in range(count)]


def strips(
    runs: Iterable[Run], source: str, strong: bool = False, vertical: bool = False, among: bool = False
) -> tuple[list[Strip], float]:
    """Lay shaped runs one after another; their glyphs stand for the letters of ``source``.

    Returns the strips at the origin and the advance. ``source`` has one letter for each letter
    shaped, or else stands as a whole for all of them. ``among`` says that the text is Chinese or Japanese.
    """
    found: list[Strip] = []
    pen, at = 0.0, 0
    shaped = list(runs)
    paired = sum(len(g.text) for r in shaped for g in r.glyphs) == len(source)
    for run in shaped:
        glyphs: list[Glyph] = []
        start = at
        latin = not run.face.startswith("Noto")
        weight = STRONG_WEIGHT if strong and latin else BESIDE_CJK if among and latin else 0.0
        step = STRONG_STEP * weight if strong else 0.0
        for k, glyph in enumerate(run.glyphs):
            letters = source[at : at + len(glyph.text)] if paired else source if not found and not glyphs else ""
            at += len(glyph.text)
            glyphs.append(replace(glyph, x=glyph.x + (k + 0.5) * step, text=letters))
        actual = source[start:at] if paired else "" if found else source
        x, y = (0.0, pen) if vertical else (pen, 0.0)
        slant = STRONG_SLANT if strong and latin else 0.0
        found.append(Strip(run.face, tuple(glyphs), actual, x, y, weight=weight, slant=slant))
        pen += run.advance + step * len(glyphs) + (AFTER_STRONG if slant else 0.0)
    return found, pen
