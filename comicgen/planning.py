"""Pages with everything decided into the document of ``comicgen plan --json``: lengths in page pixels."""

from collections.abc import Iterable, Iterator
from typing import Any

from .drawing import Group, Item, Path, Text
from .geometry import Point, Rect
from .lettering import Balloon, LetteredPanel, Sfx
from .pages import Desk, Settled, View, settle
from .script import Script
from .staging import Anchor


def plan(script: Script, desk: Desk) -> dict[str, Any]:
    """Return the whole plan; the sketch's staging, no picture taken, no model loaded."""
    sheets = [sheet for page in script.pages for sheet in settle(page, desk)]
    return {
        "version": 1,
        "title": script.title,
        "reading": sheets[0].page.layout.reading if sheets else script.reading,
        "pages": [plan_page(sheet, desk) for sheet in sheets],
    }


def plan_page(sheet: Settled, desk: Desk) -> dict[str, Any]:
    """Return one page's part of the plan."""
    layout = sheet.page.layout
    pixel = Pixel(desk.scale(layout))
    panels = zip(sheet.page.panels, sheet.views, strict=True)
    return {
        "number": layout.number,
        "width": desk.pixels_across(layout),
        "height": round(layout.size.h * pixel.scale),
        "panels": [_panel(p, order, view, pixel) for order, (p, view) in enumerate(panels, 1)],
    }


class Pixel:
    """Millimetres into pixels, to a hundredth."""

    def __init__(self, scale: float) -> None:
        self.scale = scale

    def length(self, v: float) -> float:
        return round(v * self.scale, 2)

    def point(self, p: Point) -> list[float]:
        return [self.length(p[0]), self.length(p[1])]

    def points(self, points: Iterable[Point]) -> list[list[float]]:
        return [self.point(p) for p in points]

    def rect(self, r: Rect) -> list[float]:
        return [self.length(v) for v in (r.x, r.y, r.w, r.h)]


def _panel(panel: LetteredPanel, order: int, view: View, pixel: Pixel) -> dict[str, Any]:
    spec, shot = panel.frame.panel, view.shot
    return {
        "id": spec.id,
        "order": order,
        "polygon": pixel.points(panel.frame.polygon),
        "shot": {
            "prompt": shot.prompt,
            "negative": shot.negative,
            "seed": shot.seed,
            "width": shot.width,
            "height": shot.height,
            "size": spec.shot,
            "angle": spec.angle,
            "place": spec.place,
        },
        "why": dict(spec.why),
        "figures": [_figure(a, pixel) for a in panel.anchors],
        "balloons": [_balloon(b, pixel) for b in panel.balloons],
        "sfx": [_sfx(s, pixel) for s in panel.sfx],
        "effects": [{"kind": e.kind, "paths": sum(1 for _ in _paths(e.shapes))} for e in panel.effects],
    }


def _figure(anchor: Anchor, pixel: Pixel) -> dict[str, Any]:
    return {
        "character": anchor.character,
        "head": pixel.rect(anchor.head),
        "mouth": pixel.point(anchor.mouth),
        "body": pixel.rect(anchor.body),
    }


def _balloon(balloon: Balloon, pixel: Pixel) -> dict[str, Any]:
    return {
        "kind": balloon.kind,
        "speaker": balloon.speaker,
        "text": balloon.text,
        "lines": list(balloon.lines),
        "vertical": balloon.vertical,
        "outline": pixel.points(balloon.outline),
        "text_box": pixel.rect(balloon.text_box),
        "tail": pixel.points(balloon.tail),
        "font": balloon.font,
        "font_px": pixel.length(balloon.size),
        "linked": balloon.linked,
        "style": balloon.style,
    }


def _sfx(sfx: Sfx, pixel: Pixel) -> dict[str, Any]:
    return {
        "text": sfx.text,
        "outline": pixel.points(sfx.outline),
        "font": sfx.font,
        "font_px": pixel.length(sfx.size),
    }


def _paths(items: Iterable[Item]) -> Iterator[Path | Text]:
    for item in items:
        if isinstance(item, Group):
            yield from _paths(item.items)
        elif isinstance(item, Path | Text):
            yield item
