"""Items into one SVG document: layers that drawing programs open, tones as patterns, letters as outlines.

Outlines look the same in every viewer, and vertical punctuation keeps its corner; each line stands
beside them once more as invisible text, to be searched and copied.
"""

import base64
import io
import math
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..drawing import Contour, Fill, Gradient, Group, Image, Item, Path, Text, Tone
from ..geometry import Polygon, Rect
from .content import as_group, glyph_contours, text_matrix
from .inks import Ink
from .place import FLAT, Place
from .ruling import bands, dot_width, is_tone, own_pitch, side

SVG, INKSCAPE, XLINK = (
    "http://www.w3.org/2000/svg",
    "http://www.inkscape.org/namespaces/inkscape",
    "http://www.w3.org/1999/xlink",
)
for prefix, space in (("", SVG), ("inkscape", INKSCAPE), ("xlink", XLINK)):
    ET.register_namespace(prefix, space)


def to_svg(items: Sequence[Item], ink: Ink, box: Rect, pitch: float) -> bytes:
    """Return an SVG document of ``box`` in mm; ``pitch`` is the distance of screentone dots in mm, 0 for flat greys."""
    size = {"width": f"{box.w:.4f}mm", "height": f"{box.h:.4f}mm"}
    view = f"{box.x:.4f} {box.y:.4f} {box.w:.4f} {box.h:.4f}"
    root = ET.Element(_tag("svg"), {"version": "1.1", **size, "viewBox": view})
    drawing = _Drawing(ink, pitch, ET.SubElement(root, _tag("defs")))
    paper = {"x": f"{box.x:.4f}", "y": f"{box.y:.4f}", "width": f"{box.w:.4f}", "height": f"{box.h:.4f}"}
    ET.SubElement(root, _tag("rect"), {**paper, "fill": "#fff"})
    drawing.add(root, items, FLAT)
    document: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return document


def _tag(name: str) -> str:
    return f"{{{SVG}}}{name}"


@dataclass(slots=True)
class _Drawing:
    ink: Ink
    pitch: float
    defs: ET.Element
    names: dict[object, str] = field(default_factory=dict)

    def add(self, parent: ET.Element, items: Iterable[Item], place: Place) -> None:
        for item in items:
            match item:
                case Group():
                    self._group(parent, item, place)
                case Image():
                    if item.drawing:
                        self._group(parent, as_group(item), place)
                    else:
                        parent.append(_image(item))
                case Path():
                    self._path(parent, item, place)
                case Text():
                    self._text(parent, item)

    def _group(self, parent: ET.Element, group: Group, place: Place) -> None:
        words = {f"{{{INKSCAPE}}}groupmode": "layer", f"{{{INKSCAPE}}}label": group.layer} if group.layer else {}
        element = ET.SubElement(parent, _tag("g"), words)
        if group.clip:
            element.set("clip-path", self._clip(_data((Contour(group.clip),))))
        if group.frame:
            source, target = group.frame
            sx, sy = target.w / source.w, target.h / source.h
            moved = f"matrix({sx:.8g} 0 0 {sy:.8g} {target.x - sx * source.x:.6g} {target.y - sy * source.y:.6g})"
            element = ET.SubElement(element, _tag("g"), {"transform": moved})
            place = place.inside(source, target)
        self.add(element, group.items, place)

    def _path(self, parent: ET.Element, path: Path, place: Place) -> None:
        data, fill = _data(path.contours), path.fill
        more = {"opacity": f"{path.opacity:.4g}"} if path.opacity < 1 else {}
        ruled = self.pitch > 0 and fill is not None and is_tone(fill)
        if ruled and place is not FLAT:
            ET.SubElement(parent, _tag("path"), {"d": data, "fill": "#fff", "fill-rule": "evenodd", **more})
        if ruled and isinstance(fill, Gradient):
            self._graded(parent, data, (fill, path), place)
            fill = None
        paint = "none" if fill is None else self._paint(fill, place)
        words = {"d": data, "fill": paint, "fill-rule": "evenodd", **more, **self._stroke(path)}
        if fill is not None or path.stroke is not None:
            ET.SubElement(parent, _tag("path"), words)

    def _graded(self, parent: ET.Element, data: str, given: tuple[Gradient, Path], place: Place) -> None:
        fill, path = given
        group = ET.SubElement(parent, _tag("g"), {"clip-path": self._clip(data, "evenodd")})
        if path.opacity < 1:
            group.set("opacity", f"{path.opacity:.4g}")
        if place is not FLAT:
            group = ET.SubElement(group, _tag("g"), {"transform": _back(place)})
        box = place.box(path.contours)
        placed = place.fill(fill)
        for strip, tone in bands(placed, box):
            words = {
                "d": _data((Contour(_cut(strip, box)),)),
                "fill": self._pattern(tone, own_pitch(fill, self.pitch), FLAT),
            }
            ET.SubElement(group, _tag("path"), words)

    def _stroke(self, path: Path) -> dict[str, str]:
        if path.stroke is None:
            return {}
        words = {"stroke": _hex(self.ink(path.stroke)), "stroke-width": f"{path.width:.4g}"}
        words |= {"stroke-linecap": "round", "stroke-linejoin": "round"}
        return words | ({"stroke-dasharray": " ".join(f"{d:.4g}" for d in path.dash)} if path.dash else {})

    def _paint(self, fill: Fill, place: Place) -> str:
        if isinstance(fill, Gradient):
            return self._gradient(fill)
        if isinstance(fill, Tone) and self.pitch:
            return self._pattern(fill.value, own_pitch(fill, self.pitch), place)
        return _hex(self.ink(fill))

    def _gradient(self, fill: Gradient) -> str:
        def make(name: str) -> ET.Element:
            (x1, y1), (x2, y2) = fill.start, fill.end
            ends = {"x1": f"{x1:.4f}", "y1": f"{y1:.4f}", "x2": f"{x2:.4f}", "y2": f"{y2:.4f}"}
            found = ET.Element(_tag("linearGradient"), {"id": name, "gradientUnits": "userSpaceOnUse", **ends})
            for offset, paint in (("0", fill.first), ("1", fill.last)):
                ET.SubElement(found, _tag("stop"), {"offset": offset, "stop-color": _hex(self.ink(paint))})
            return found

        return f"url(#{self._named(fill, 'g', make)})"

    def _pattern(self, tone: float, pitch: float, place: Place) -> str:
        """Name the dots of a tone: two to a cell of the turned lattice, and what their neighbours lend."""
        tone = round(tone, 2)
        s, radius = side(pitch), dot_width(tone, pitch) / 2

        def make(name: str) -> ET.Element:
            size = {"width": f"{s:.6f}", "height": f"{s:.6f}", "patternUnits": "userSpaceOnUse"}
            found = ET.Element(_tag("pattern"), {"id": name, **size})
            if place is not FLAT:
                found.set("patternTransform", _back(place))
            for i, j in ((0, 0), (1, 1), (-1, 1), (1, -1), (2, 2), (2, 0), (0, 2), (-1, -1)):
                at = {"cx": f"{s * (0.25 + i / 2):.6f}", "cy": f"{s * (0.25 + j / 2):.6f}"}
                ET.SubElement(found, _tag("circle"), {**at, "r": f"{radius:.6f}"})
            return found

        return f"url(#{self._named((tone, pitch, place), 't', make)})"

    def _clip(self, data: str, rule: str = "nonzero") -> str:
        def make(name: str) -> ET.Element:
            found = ET.Element(_tag("clipPath"), {"id": name})
            ET.SubElement(found, _tag("path"), {"d": data, "clip-rule": rule})
            return found

        return f"url(#{self._named((data, rule), 'c', make)})"

    def _named(self, key: object, letter: str, make: Callable[[str], ET.Element]) -> str:
        if key not in self.names:
            self.names[key] = f"{letter}{len(self.names)}"
            self.defs.append(make(self.names[key]))
        return self.names[key]

    def _text(self, parent: ET.Element, text: Text) -> None:
        group = ET.SubElement(parent, _tag("g"), {"fill": _hex(self.ink(text.fill))})
        if text.halo > 0:
            halo = {"stroke": _hex(self.ink(text.halo_fill)), "stroke-width": f"{2 * text.halo / text.size:.4g}"}
            self._letters(group, text, {**halo, "stroke-linejoin": "round", "fill": "none"})
        self._letters(group, text, {})
        if text.actual and text.glyphs:
            first = text.glyphs[0]
            words = {"x": f"{first.x:.3f}", "y": f"{first.y:.3f}", "font-size": f"{text.size:.3f}"}
            said = ET.SubElement(group, _tag("text"), {**words, "fill-opacity": "0"})
            said.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            said.text = text.actual

    def _letters(self, parent: ET.Element, text: Text, words: dict[str, str]) -> None:
        a, b, c, d = text_matrix(text)
        for g in text.glyphs:
            outline = glyph_contours(text.face, g.id)
            if not outline:
                continue

            def make(name: str, outline: tuple[Contour, ...] = outline) -> ET.Element:
                return ET.Element(_tag("path"), {"id": name, "d": _data(outline, 4)})

            name = self._named((text.face, g.id), "l", make)
            at = f"matrix({a:.5g} {b:.5g} {-c:.5g} {-d:.5g} {g.x:.4f} {g.y:.4f})"
            ET.SubElement(parent, _tag("use"), {f"{{{XLINK}}}href": f"#{name}", "transform": at, **words})


def _back(place: Place) -> str:
    (sx, sy), (x, y) = place.scale, place.shift
    return f"matrix({1 / sx:.8g} 0 0 {1 / sy:.8g} {-x / sx:.6g} {-y / sy:.6g})"


def _cut(strip: Polygon, box: Rect) -> Polygon:
    """Return a strip cut to a box by its four sides (Sutherland and Hodgman 1974)."""
    for axis, limit, sign in ((0, box.x, 1), (0, box.right, -1), (1, box.y, 1), (1, box.bottom, -1)):
        kept: list[tuple[float, float]] = []
        for p, q in zip(strip, (*strip[1:], *strip[:1]), strict=True):
            before, after = sign * (p[axis] - limit), sign * (q[axis] - limit)
            if before >= 0:
                kept.append(p)
            if before * after < 0:
                t = before / (before - after)
                kept.append((p[0] + t * (q[0] - p[0]), p[1] + t * (q[1] - p[1])))
        strip = tuple(kept)
    return strip


def _data(contours: Iterable[Contour], digits: int = 3) -> str:
    """Return path data; one format string for each contour, as a loop over points is slow."""
    words = []
    n = f"%.{digits}f"
    for contour in contours:
        flat = np.asarray(contour.points, dtype=float).ravel().tolist()
        if len(flat) < 4:
            continue
        step = f"C{n} {n} {n} {n} {n} {n}" * (len(flat) // 6) if contour.cubic else f"L{n} {n}" * (len(flat) // 2 - 1)
        words.append((f"M{n} {n}" + step + ("Z" if contour.closed else "")) % tuple(flat))
    return "".join(words)


def _hex(paint: tuple[float, float, float]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*(math.floor(255 * v + 0.5) for v in paint))


def _image(image: Image) -> ET.Element:
    from PIL import Image as Pillow

    pixels = np.asarray(image.pixels)
    if pixels.dtype == bool:
        pixels = np.stack([np.zeros(pixels.shape, np.uint8), np.where(pixels, 255, 0).astype(np.uint8)], axis=2)
    out, b = io.BytesIO(), image.box
    Pillow.fromarray(np.ascontiguousarray(pixels)).save(out, "PNG", compress_level=1)
    size = {"x": f"{b.x:.4f}", "y": f"{b.y:.4f}", "width": f"{b.w:.4f}", "height": f"{b.h:.4f}"}
    data = "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")
    return ET.Element(_tag("image"), {**size, "preserveAspectRatio": "none", f"{{{XLINK}}}href": data})
