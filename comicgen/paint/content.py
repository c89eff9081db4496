"""Items into a PDF content stream and the resources that it names (PDF 32000-1, chapters 8 and 9)."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile, groupby
from typing import Any

import numpy as np

from .. import fonts
from ..drawing import Colour, Contour, Gradient, Group, Image, Item, Path, Text, Tone
from ..geometry import Rect, bounds
from .inks import Ink
from .outline import filled, outline
from .place import FLAT, Place
from .ruling import bands, dot_width, is_tone, own_pitch, rows, side

FINE, SPECK = 100, 0.1
"""Parts of a page unit in which dots and strokes are drawn: painters flatten round ends by the unit, not the pixel.

A dot is a dash of SPECK units with round ends: of no length at all, some painters stretch it."""

PAPER = "1 1 1 rg "


@dataclass(slots=True)
class Content:
    """One page's operators, and what they refer to by name."""

    ink: Ink
    pitch: float = 0.0
    """Distance of screentone dots in the page's units, tones then being ruled as vectors; 0 leaves them flat."""
    vectors: bool = False
    """Paint a picture's drawing in place of its pixels where it has one."""
    unseen: bool = False
    """Letters are there for searching and copying only."""
    fine: bool = False
    """Stroke in hundredths of a unit: right where a unit is larger than a pixel."""
    bare: bool = False
    """Nothing lies on white paper so far: what is white need not be painted."""
    place: Place = FLAT
    operators: list[str] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    opacities: list[float] = field(default_factory=list)
    gradients: list[Gradient] = field(default_factory=list)
    glyphs: dict[str, dict[int, str]] = field(default_factory=dict)
    """Per face: the glyphs used and what each stands for."""

    def add(self, items: Iterable[Item]) -> None:
        """Append items, back to front."""
        for plain, run in groupby(items, key=self._is_plain):
            if plain:
                self._fills([p for p in run if isinstance(p, Path)])
                continue
            for item in run:
                self.bare = self.bare and isinstance(item, Group)
                match item:
                    case Group():
                        self._group(item)
                    case Image():
                        self._image(item)
                    case Path():
                        self._path(item)
                    case Text():
                        self._text(item)

    def write(self, line: str) -> None:
        """Append one operator line."""
        self.operators.append(line)

    def _is_plain(self, item: Item) -> bool:
        """Tell whether an item is a path that is only filled, all of it in one colour."""
        if not isinstance(item, Path) or item.stroke is not None or item.opacity < 1:
            return False
        return isinstance(item.fill, tuple) or (isinstance(item.fill, Tone) and not (self.pitch and is_tone(item.fill)))

    def _fills(self, paths: Sequence[Path]) -> None:
        fills = {p.fill for p in paths if isinstance(p.fill, tuple | Tone)}
        colours: dict[object, str] = {fill: self._fill(fill) for fill in fills}
        if self.bare:
            paths = [*dropwhile(lambda p: colours[p.fill] == PAPER, paths)]
            self.bare = not paths
        self.write(f"q\n{filled(paths, colours)}\nQ")

    def _group(self, group: Group) -> None:
        self.write("q")
        if group.clip:
            self.write(f"{outline((Contour(group.clip),))}W n")
        before = self.place
        if group.frame:
            self.write(_mapping(*group.frame))
            self.place = before.inside(*group.frame)
        self.add(group.items)
        self.place = before
        self.write("Q")

    def _image(self, image: Image) -> None:
        b = image.box
        if self.vectors and image.drawing:
            self._group(as_group(image))
            return
        name = f"I{len(self.images)}"
        self.images.append(image)
        self.write(f"q 0 0 0 rg {b.w:.6f} 0 0 {-b.h:.6f} {b.x:.6f} {b.bottom:.6f} cm /{name} Do Q")

    def _path(self, path: Path) -> None:
        if self.pitch and isinstance(path.fill, Tone | Gradient) and is_tone(path.fill):
            self._ruled(path, path.fill)
            path = replace(path, fill=None)
        if isinstance(path.fill, Gradient):
            self.gradients.append(path.fill)
            clip = f"{self._state(path)}{outline(path.contours)}W* n"
            self.write(f"q {clip} /H{len(self.gradients) - 1} sh Q")
            path = replace(path, fill=None)
        if path.fill is None and path.stroke is None:
            return
        state = self._state(path)
        if path.stroke is not None and self.fine and self.place is FLAT:
            path, state = _finer(path), f"{state}{1 / FINE} 0 0 {1 / FINE} 0 0 cm "
        paint = ("B*" if path.stroke is not None else "f*") if path.fill is not None else "S"
        flat = None if isinstance(path.fill, Gradient) else path.fill
        dash = f"[{' '.join(f'{d:.4g}' for d in path.dash)}] 0 d " if path.dash else ""
        state, colours = state + dash, (self._fill(flat) if flat is not None else "") + self._stroke(path)
        body = f"{colours}{outline(path.contours)}{paint}"
        self.write(f"q {state}{body} Q" if state else body)

    def _ruled(self, path: Path, fill: Tone | Gradient) -> None:
        """Rule a tone in page units. In a picture it hides what lies under it; on a page it lets it through."""
        shape, state = outline(path.contours), self._state(path)
        if self.place is not FLAT:
            self.write(f"q {state}1 g {shape}f* Q")
        box, fine, pitch = self.place.box(path.contours), 1 / FINE, own_pitch(fill, self.pitch)
        self.write(f"q {state}{shape}W* n {self.place.back()}{fine} 0 0 {fine} 0 0 cm 0 G 1 J ")
        self.write(f"[{SPECK} {FINE * side(pitch) - SPECK:.4f}] 0 d")
        for strip, tone in bands(self.place.fill(fill), box):
            part = box.shared(bounds(strip))
            if tone > 0 and part.w > 0 and part.h > 0:
                lines = FINE * rows(part, pitch)
                body = ("%.2f %.2f m %.2f %.2f l " * len(lines)) % tuple(lines[:, [0, 2, 1, 2]].ravel().tolist())
                edge = Contour(FINE * np.array(strip))
                clip = f"{outline((edge,))}W n " if isinstance(fill, Gradient) else ""
                self.write(f"q {clip}{FINE * dot_width(tone, pitch):.3f} w {body}S Q")
        self.write("Q")

    def _state(self, path: Path) -> str:
        return f"/G{_place(self.opacities, path.opacity)} gs " if path.opacity < 1 else ""

    def _fill(self, paint: Colour | Tone) -> str:
        return "{:.4g} {:.4g} {:.4g} rg ".format(*self.ink(paint))

    def _stroke(self, path: Path) -> str:
        if path.stroke is None:
            return ""
        return "{:.4g} {:.4g} {:.4g} RG {:.4g} w ".format(*self.ink(path.stroke), path.width)

    def _text(self, text: Text) -> None:
        """Halo and outlined letters are paths, so copied text holds each letter once."""
        if text.halo > 0 and not self.unseen:
            for letters in glyph_paths(text):
                self._path(Path(letters, stroke=text.halo_fill, width=2 * text.halo))
        if text.outline and not self.unseen:
            for letters in glyph_paths(text):
                self._path(Path(letters, fill=text.fill))
        if text.outline and not text.actual:
            return
        used = self.glyphs.setdefault(text.face, {})
        for g in text.glyphs:
            if g.text or g.id not in used:
                used[g.id] = g.text
        actual = (b"\xfe\xff" + text.actual.encode("utf-16-be")).hex()
        mode = 3 if text.outline or self.unseen else 0
        self.write(f"/Span <</ActualText <{actual}>>> BDC")
        self.write(f"BT /{font_key(text.face)} 1 Tf {mode} Tr {self._fill(text.fill)}")
        a, b, c, d = text_matrix(text)
        for g in text.glyphs:
            self.write(f"{a:.5f} {b:.5f} {c:.5f} {d:.5f} {g.x:.4f} {g.y:.4f} Tm <{g.id:04X}> Tj")
        self.write("ET EMC")


def _finer(path: Path) -> Path:
    contours = tuple(replace(c, points=FINE * np.asarray(c.points, dtype=float)) for c in path.contours)
    return replace(path, contours=contours, width=FINE * path.width, dash=tuple(FINE * d for d in path.dash))


def as_group(image: Image) -> Group:
    """Return a drawn picture as a group: its drawing, in its own pixels, mapped onto its box and cut to it."""
    height, width = np.shape(image.pixels)[:2]
    return Group("picture", image.drawing, image.box.corners, (Rect(0, 0, width, height), image.box))


def font_key(face: str) -> str:
    """Return a face's resource name: its letters and digits."""
    return "F" + "".join(c for c in face if c.isalnum())


def text_matrix(text: Text) -> tuple[float, float, float, float]:
    """Return the matrix of a run's glyphs: size, slant and turn, with y growing downwards."""
    cos, sin = math.cos(text.turn) * text.size, math.sin(text.turn) * text.size
    return cos, sin, sin + text.slant * cos, -cos + text.slant * sin


def glyph_paths(text: Text) -> Iterable[tuple[Contour, ...]]:
    """Yield each glyph of a run as contours in the run's own units."""
    a, b, c, d = text_matrix(text)
    for g in text.glyphs:
        contours = glyph_contours(text.face, g.id)
        if contours:
            yield tuple(
                Contour(np.asarray(k.points) @ np.array(((a, b), (-c, -d))) + (g.x, g.y), cubic=True) for k in contours
            )


def glyph_contours(face: str, glyph: int) -> tuple[Contour, ...]:
    """Return a glyph's outline as closed cubic contours in em, y downwards."""
    contours: list[Contour] = []
    points: list[tuple[float, float]] = []
    for letter, v in fonts.outline(face, glyph):
        if letter == "M":
            points = [(v[0], v[1])]
        elif letter == "L":
            points += _straight(points[-1], (v[0], v[1]))
        elif letter == "Q":
            points += _raised(points[-1], (v[0], v[1]), (v[2], v[3]))
        elif letter == "C":
            points += [(v[0], v[1]), (v[2], v[3]), (v[4], v[5])]
        elif points:
            contours.append(Contour(tuple(points), cubic=True))
    return tuple(contours)


def _straight(p: tuple[float, float], q: tuple[float, float]) -> list[tuple[float, float]]:
    return [((2 * p[0] + q[0]) / 3, (2 * p[1] + q[1]) / 3), ((p[0] + 2 * q[0]) / 3, (p[1] + 2 * q[1]) / 3), q]


def _raised(p: tuple[float, float], c: tuple[float, float], q: tuple[float, float]) -> list[tuple[float, float]]:
    """Return a quadratic piece as a cubic one."""
    one = (p[0] + 2 / 3 * (c[0] - p[0]), p[1] + 2 / 3 * (c[1] - p[1]))
    two = (q[0] + 2 / 3 * (c[0] - q[0]), q[1] + 2 / 3 * (c[1] - q[1]))
    return [one, two, q]


def _mapping(source: Rect, target: Rect) -> str:
    sx, sy = target.w / source.w, target.h / source.h
    return f"{sx:.8f} 0 0 {sy:.8f} {target.x - sx * source.x:.6f} {target.y - sy * source.y:.6f} cm"


def _place(values: list[Any], value: Any) -> int:
    if value not in values:
        values.append(value)
    return values.index(value)
