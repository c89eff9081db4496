"""Drawings into bytes and back: a JSON header and one block of 32-bit floats; nothing is ever executed."""

import json
import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..drawing import Contour, Fill, Glyph, Gradient, Group, Image, Item, Path, Text, Tone
from ..geometry import Rect

Numbers = np.ndarray[Any, np.dtype[np.float32]]


def dumps(items: Sequence[Item]) -> bytes:
    """Return a drawing of groups, paths and texts as bytes. Images stay with their owner: ValueError."""
    writer = _Writer()
    head = json.dumps([writer.item(i) for i in items], ensure_ascii=False, separators=(",", ":")).encode()
    floats = np.concatenate(writer.blocks) if writer.blocks else np.zeros(0, np.float32)
    return struct.pack("<I", len(head)) + head + floats.astype("<f4").tobytes()


def loads(data: bytes) -> tuple[Item, ...]:
    """Return the drawing of ``dumps``. Raises ValueError or KeyError where the bytes are not one."""
    (length,) = struct.unpack_from("<I", data)
    reader = _Reader(np.frombuffer(data, "<f4", offset=4 + length))
    return tuple(reader.item(i) for i in json.loads(data[4 : 4 + length]))


@dataclass(slots=True)
class _Writer:
    blocks: list[Numbers] = field(default_factory=list)

    def item(self, item: Item) -> list[Any]:
        match item:
            case Group(layer, items, clip, frame):
                boxes = [[r.x, r.y, r.w, r.h] for r in frame] if frame else None
                return ["g", layer, [self.item(i) for i in items], clip, boxes]
            case Path(contours, fill, stroke, width, dash, opacity):
                shapes = [self._contour(c) for c in contours]
                return ["p", shapes, _fill(fill), stroke, width, dash, opacity]
            case Text():
                glyphs = [[g.id, g.x, g.y, g.text] for g in item.glyphs]
                return ["t", item.face, item.size, glyphs, item.actual, item.fill, item.halo, item.halo_fill,
                        item.turn, item.slant, item.outline]  # fmt: skip
            case Image():
                raise ValueError("a stored drawing holds no images")

    def _contour(self, contour: Contour) -> list[int]:
        points = np.asarray(contour.points, dtype=np.float32).ravel()
        self.blocks.append(points)
        return [len(points) // 2, int(contour.closed), int(contour.cubic)]


def _fill(fill: Fill | None) -> Any:
    match fill:
        case Tone(value, None):
            return value
        case Tone():
            raise ValueError("a stored drawing has the page's own screen ruling")
        case Gradient(start, end, first, last):
            return {"start": start, "end": end, "first": _fill(first), "last": _fill(last)}
    return fill


@dataclass(slots=True)
class _Reader:
    floats: Numbers
    at: int = 0

    def item(self, found: list[Any]) -> Item:
        kind, *rest = found
        if kind == "g":
            layer, items, clip, frame = rest
            boxes = (Rect(*frame[0]), Rect(*frame[1])) if frame else None
            return Group(layer, tuple(self.item(i) for i in items), _points(clip) if clip else None, boxes)
        if kind == "p":
            shapes, fill, stroke, width, dash, opacity = rest
            contours = tuple(self._contours(shapes))
            return Path(contours, _unfill(fill), tuple(stroke) if stroke else None, width, tuple(dash), opacity)
        face, size, glyphs, actual, fill, halo, halo_fill, turn, slant, outline = rest
        run = tuple(Glyph(*g) for g in glyphs)
        return Text(face, size, run, actual, tuple(fill), halo, tuple(halo_fill), turn, slant, outline)

    def _contours(self, shapes: list[list[int]]) -> Iterator[Contour]:
        for count, closed, cubic in shapes:
            block = self.floats[self.at : self.at + 2 * count]
            if len(block) < 2 * count:
                raise ValueError("points are missing")
            self.at += 2 * count
            yield Contour(block.reshape(-1, 2).astype(float), bool(closed), bool(cubic))


def _points(found: list[list[float]]) -> tuple[tuple[float, float], ...]:
    return tuple((x, y) for x, y in found)


def _unfill(found: Any) -> Fill | None:
    if isinstance(found, dict):
        first, last = _unfill(found["first"]), _unfill(found["last"])
        return Gradient(tuple(found["start"]), tuple(found["end"]), first, last)  # type: ignore[arg-type]
    if isinstance(found, list):
        return (found[0], found[1], found[2])
    return Tone(found) if found is not None else None
