"""A page's plan into its faults, by plain geometry: polygons, boxes and distances, nothing of the placer."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from shapely import LineString, Point, Polygon, affinity, box

JOINED, CLEAR = 0.45, 0.45
"""A balloon is joined to a frame line within so many mm, and else this many type sizes away from it."""
OWN = 0.35
"""Share of a head's height that its own tail may cover."""
Box = tuple[float, float, float, float]
"""x, y, w, h"""


@dataclass
class Faults:
    """Counts by the names of the report; ``several`` is the number of panels with two balloons or more."""

    count: Counter = field(default_factory=Counter)
    several: int = 0


def check_page(page: dict) -> Faults:
    """Return all faults of one page."""
    faults = Faults()
    rtl = page["reading"] == "rtl"
    _panel_order(faults, [bounds(p["polygon"]) for p in page["panels"]], rtl)
    for panel in page["panels"]:
        balloons = panel["balloons"]
        bodies = [Polygon(b["outline"]).buffer(0) for b in balloons]
        _places(faults, page, panel, bodies)
        _letters(faults, page, panel, bodies)
        _order(faults, panel, rtl)
        _tails(faults, panel, bodies)
    return faults


def bounds(points: Sequence[Sequence[float]]) -> Box:
    """Return the box round the points."""
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _rect(b: Box) -> Polygon:
    return box(b[0], b[1], b[0] + b[2], b[1] + b[3])


def _oval(b: Box) -> Polygon:
    """Return the ellipse in a head's box: what hair and face fill of it."""
    return affinity.scale(Point(b[0] + b[2] / 2, b[1] + b[3] / 2).buffer(1), b[2] / 2, b[3] / 2)


def _places(faults: Faults, page: dict, panel: dict, bodies: list[Polygon]) -> None:
    frame, safe = Polygon(panel["polygon"]), _rect(page["safe"])
    heads = [_rect(f["head"]) for f in panel["figures"]]
    for i, body in enumerate(bodies):
        faults.count["balloon outside panel"] += body.difference(frame).area > 0.01 * body.area
        apart = frame.exterior.distance(body)
        faults.count["nearly touching the frame"] += JOINED < apart < CLEAR * page["type"]
        faults.count["outside safe area"] += frame.intersection(safe).area > 0.2 * frame.area and (
            body.difference(safe).area > 0.01 * body.area
        )
        for other in bodies[:i]:
            faults.count["balloons overlap"] += body.intersection(other).area > 0.01 * min(body.area, other.area)
    for head in heads:
        covered = sum(body.intersection(head).area for body in bodies)
        faults.count["face covered > 2 %"] += covered > 0.02 * head.area
        face = _face(head) if head.intersection(frame).area > 0.5 * frame.envelope.area else head
        faults.count["sfx over a face"] += any(
            Polygon(s).buffer(0).intersection(face).area > 0.02 * face.area for s in panel["sfx"]
        )


def _face(head: Polygon) -> Polygon:
    """Return the box from brows to lip: what no sound may touch where a head fills the frame to its edges."""
    x0, y0, x1, y1 = head.bounds
    w, h = x1 - x0, y1 - y0
    return box(x0 + 0.14 * w, y0 + 0.32 * h, x1 - 0.14 * w, y0 + 0.9 * h)


def _letters(faults: Faults, page: dict, panel: dict, bodies: list[Polygon]) -> None:
    for balloon, body in zip(panel["balloons"], bodies, strict=True):
        text, size = _rect(balloon["text_box"]), balloon["size"]
        ink = [Point(x, y) for _, x, y in balloon["ink"]]
        faults.count["letters outside balloon"] += any(not body.contains(p) for p in ink) or not body.contains(
            text.centroid
        )
        faults.count["missing glyph"] += any(g == 0 for g, _, _ in balloon["ink"])
        faults.count["type under 80 %"] += size < 0.8 * page["type"] - 1e-6
        faults.count["type under 72 %"] += size < 0.72 * page["type"] - 1e-6
        gap = min((body.boundary.distance(p) for p in ink), default=1e9)
        faults.count["padding under 0.35 em"] += gap < 0.30 * size
        words = balloon["text"].split()
        last = balloon["lines"][-1].split() if balloon["lines"] else []
        faults.count["lone last word"] += (
            len(words) > 2 and len(balloon["lines"]) > 1 and len(last) == 1 and not balloon["vertical"]
        )
    said = _bare("".join(panel["texts"]))
    faults.count["text lost"] += said != _bare("".join(b["text"] for b in panel["balloons"]))
    faults.count["text lost"] += said != _bare("".join(line for b in panel["balloons"] for line in b["lines"]))


def _bare(text: str) -> str:
    """Return the letters alone: no space, no mark of emphasis, no reading beside its base."""
    text = re.sub(r"\{([^{}|]+)\|[^{}|]+\}", r"\1", text)
    base = re.sub(r"\{([^{}|]+)\|[^{}|]+\}", r"\1", text)
    return "".join(c for c in base if not c.isspace() and c != "*")


def cut_order(boxes: Sequence[Box], rtl: bool) -> list[int]:
    """Return the reading order by recursive cuts, rows before columns; a box may stick out by a quarter."""
    return _cut([(i, b) for i, b in enumerate(boxes)], rtl)


def _cut(items: list[tuple[int, Box]], rtl: bool) -> list[int]:
    if len(items) < 2:
        return [i for i, _ in items]
    for axis in (1, 0):
        if parts := _parts(items, axis):
            first, second = parts if axis or not rtl else parts[::-1]
            return _cut(first, rtl) + _cut(second, rtl)
    items = sorted(items, key=lambda t: (t[1][1], -t[1][0] if rtl else t[1][0]))
    return [i for i, _ in items]


def _parts(items: list[tuple[int, Box]], axis: int) -> tuple[list, list] | None:
    """Split at the line that the fewest boxes stick over, none by more than a quarter of itself."""
    best = None
    for at in sorted({b[axis] + k for _, b in items for k in (0.0, b[axis + 2])}):
        over = [min(at - b[axis], b[axis] + b[axis + 2] - at) / b[axis + 2] for _, b in items]
        if max(over) > 0.25:
            continue
        low = [t for t in items if t[1][axis] + t[1][axis + 2] / 2 <= at]
        high = [t for t in items if t[1][axis] + t[1][axis + 2] / 2 > at]
        worst = max(0.0, *over)
        if low and high and (best is None or worst < best[0] - 1e-9):
            best = (worst, low, high)
    return best[1:] if best else None


def pair_before(a: Box, b: Box, rtl: bool) -> bool | None:
    """Tell whether panel ``a`` is read before ``b`` by their sides alone; None where the pair is open."""
    above, below = a[1] + a[3] <= b[1] + 0.25 * min(a[3], b[3]), b[1] + b[3] <= a[1] + 0.25 * min(a[3], b[3])
    left, right = a[0] + a[2] <= b[0] + 0.25 * min(a[2], b[2]), b[0] + b[2] <= a[0] + 0.25 * min(a[2], b[2])
    leading, trailing = (right, left) if rtl else (left, right)
    if above and not trailing:
        return True
    if below and not leading:
        return False
    if leading and not below:
        return True
    if trailing and not above:
        return False
    return None


def _panel_order(faults: Faults, boxes: list[Box], rtl: bool) -> None:
    faults.count["panel order (recursive cut)"] += cut_order(boxes, rtl) != list(range(len(boxes)))
    wrong = any(pair_before(a, b, rtl) is False for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    faults.count["panel order (pairwise)"] += wrong


def _order(faults: Faults, panel: dict, rtl: bool) -> None:
    boxes = [bounds(b["outline"]) for b in panel["balloons"]]
    if len(boxes) < 2:
        return
    faults.several += 1
    x0, y0, w, _ = bounds(panel["polygon"])
    corner = Point(x0 + w if rtl else x0, y0)
    faults.count["balloon order (recursive cut)"] += cut_order(boxes, rtl) != list(range(len(boxes)))
    far = [corner.distance(_rect(b)) for b in boxes]
    faults.count["balloon order (corner distance)"] += any(p > q + 1e-9 for p, q in pairwise(far))
    wrong = any(not reads_before(a, b, rtl) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    faults.count["balloon order (own pairs)"] += wrong


def reads_before(a: Box, b: Box, rtl: bool) -> bool:
    """Tell whether balloon ``a`` is read before ``b``: first in its tier (30 % shared height), else higher."""
    shared = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    if shared >= 0.4 * min(a[3], b[3]):
        return (a[0] + a[2] / 2 > b[0] + b[2] / 2) if rtl else (a[0] + a[2] / 2 < b[0] + b[2] / 2)
    return a[1] + a[3] / 2 < b[1] + b[3] / 2


def _tails(faults: Faults, panel: dict, bodies: list[Polygon]) -> None:
    by_name = {f["character"]: f for f in panel["figures"]}
    lines = [LineString(b["tail"]) for b in panel["balloons"] if len(b["tail"]) > 1]
    faults.count["tail over another tail"] += sum(a.intersects(b) for a, b in combinations(lines, 2))
    for i, balloon in enumerate(panel["balloons"]):
        if len(balloon["tail"]) < 2:
            continue
        line = LineString(balloon["tail"])
        root, tip = balloon["tail"][0], balloon["tail"][-1]
        for k, body in enumerate(bodies):
            faults.count["tail over another balloon"] += k != i and line.intersects(body)
        for figure in panel["figures"]:
            other = figure["character"] != balloon["speaker"]
            faults.count["tail over another face"] += other and line.intersects(_rect(figure["head"]))
        speaker = by_name.get(balloon["speaker"])
        if speaker is None or balloon["off"]:
            continue
        mouth, head = speaker["mouth"], speaker["head"]
        faults.count["tail over its own head"] += line.intersection(_oval(head)).length > OWN * head[3]
        share = math.dist(root, tip) / max(math.dist(root, mouth), 1e-9)
        faults.count["tail not 50-60 %"] += not 0.495 <= share <= 0.605
        aim = LineString([root, (root[0] + (tip[0] - root[0]) * 3, root[1] + (tip[1] - root[1]) * 3)])
        end, before = balloon["tail"][-1], balloon["tail"][-2]
        ahead = LineString([end, (end[0] + (end[0] - before[0]) * 99, end[1] + (end[1] - before[1]) * 99)])
        faults.count["tip points past the head"] += not ahead.intersects(_rect(head))
        faults.count["tail misses its speaker"] += not aim.intersects(_rect(speaker["head"]))
