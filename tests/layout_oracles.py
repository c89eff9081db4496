"""Two rules by which outside programs read a page, written for the tests alone, and a finder of frames in pixels."""

import itertools
from collections.abc import Sequence

import numpy as np
import shapely
from PIL import Image, ImageDraw

from comicgen.layout import PageLayout

Corners = tuple[float, float, float, float]


def mirrored(boxes: Sequence[Corners], reading: str) -> list[Corners]:
    """Return boxes as on a right-to-left page."""
    return list(boxes) if reading == "rtl" else [(-r, t, -left, b) for left, t, r, b in boxes]


def corners(layout: PageLayout) -> list[Corners]:
    return mirrored([shapely.Polygon(f.polygon).bounds for f in layout.frames], layout.reading)


def layered_order(boxes: Sequence[Corners], slack: float = 0.25) -> list[int]:
    """Cut the page level, then upright, again and again; a box may stick out over a cut by ``slack``."""
    queue, order = [np.arange(len(boxes))], []
    table = np.array(boxes, float)
    while queue:
        group = queue.pop()
        if len(group) == 1:
            order.append(int(group[0]))
            continue
        halves = _split(table[group][:, [1, 3]], slack)
        if halves is None:
            flipped = -table[group][:, [2, 0]]
            halves = _split(flipped, slack)
        if halves is None:
            top_right = np.lexsort((-table[group][:, 2], np.round(table[group][:, 1])))
            halves = np.isin(np.arange(len(group)), top_right[:1])
        queue += [group[~halves], group[halves]]
    return order


def _split(spans: np.ndarray, slack: float) -> np.ndarray | None:
    for line in np.unique(spans):
        done = (line - spans[:, 0]) / (spans[:, 1] - spans[:, 0])
        first = done >= 1 - slack
        if np.all(first | (done <= slack)) and first.any() and not first.all():
            return first
    return None


def pairwise_order(boxes: Sequence[Corners]) -> list[int]:
    """Ask of every pair which box comes first, break rings at their longest step, and sort."""
    boxes = [_shrunk(b, 0.95) for b in boxes]
    edges = {}
    for i, j in itertools.combinations(range(len(boxes)), 2):
        gap = shapely.box(*boxes[i]).distance(shapely.box(*boxes[j]))
        edges[(i, j) if _first(i, j, boxes) else (j, i)] = gap
    while ring := _ring(edges, len(boxes)):
        del edges[max(ring, key=lambda e: edges[e])]
    left, order = set(range(len(boxes))), []
    while left:
        free = min(k for k in left if not any((o, k) in edges for o in left))
        order.append(free)
        left.remove(free)
    return order


def _shrunk(b: Corners, scale: float) -> Corners:
    x, y, w, h = (b[0] + b[2]) / 2, (b[1] + b[3]) / 2, b[2] - b[0], b[3] - b[1]
    d = min(w, h) * (1 - scale)
    return (x - (w - d) / 2, y - (h - d) / 2, x + (w - d) / 2, y + (h - d) / 2)


def _first(i: int, j: int, boxes: Sequence[Corners]) -> bool:
    a, b = boxes[i], boxes[j]
    while shapely.box(*a).intersects(shapely.box(*b)):
        a, b = _shrunk(a, 0.95), _shrunk(b, 0.95)
    over, under = a[3] < b[1], b[3] < a[1]
    east, west = a[0] > b[2], b[0] > a[2]
    if (over and not west) or (east and not under):
        return True
    if (under and not east) or (west and not over):
        return False
    return _first_by_cuts(i, j, list(boxes))


def _first_by_cuts(i: int, j: int, boxes: list[Corners]) -> bool:
    for _ in range(60):
        hull = shapely.box(*boxes[i]).union(shapely.box(*boxes[j])).envelope
        near = [b for b in boxes if shapely.box(*b).intersects(hull)]
        for low, high, sign in ((1, 3, 1), (0, 2, -1)):
            union = shapely.union_all([shapely.LineString([(b[low], 0), (b[high], 0)]) for b in near])
            parts = [g.bounds for g in getattr(shapely.line_merge(union), "geoms", [union])]
            at = [next((p[0] for p in parts if p[0] - 1e-9 <= boxes[k][low] <= p[2] + 1e-9), 0.0) for k in (i, j)]
            if abs(at[0] - at[1]) > 1e-9:
                return sign * at[0] < sign * at[1]
        boxes = [_shrunk(b, 0.95) for b in boxes]
    return False


def _ring(edges: dict[tuple[int, int], float], count: int) -> list[tuple[int, int]]:
    """Return the edges of some directed ring, or nothing."""
    for start in range(count):
        paths = [[start]]
        seen = {start}
        while paths:
            path = paths.pop(0)
            for a, b in edges:
                if a != path[-1]:
                    continue
                if b == start:
                    return list(itertools.pairwise([*path, start]))
                if b not in seen:
                    seen.add(b)
                    paths.append([*path, b])
    return []


def rasterise(layout: PageLayout, scale: float = 3.0) -> np.ndarray:
    """Paint a page's frames, grey inside and black at their border, on white paper cut at the bleed."""
    over = layout.bleed
    size = (round((layout.size.w + 2 * over) * scale), round((layout.size.h + 2 * over) * scale))
    picture = Image.new("L", size, 255)
    pen = ImageDraw.Draw(picture)
    for frame in layout.frames:
        points = [((x + over) * scale, (y + over) * scale) for x, y in frame.polygon]
        pen.polygon(points, fill=170, outline=0, width=max(1, round(frame.border * scale / 2)))
    return np.asarray(picture)


def frames_in(pixels: np.ndarray) -> list[Corners]:
    """Return the boxes of the patches that the white paper leaves, joined run by run from row to row."""
    parent: list[int] = []
    boxes: list[list[float]] = []

    def root(k: int) -> int:
        while parent[k] != k:
            k = parent[k]
        return k

    above: list[tuple[int, int, int]] = []
    for y, row in enumerate(pixels < 250):
        ends = np.flatnonzero(np.diff(np.concatenate(([False], row, [False]))))
        here = []
        for a, b in zip(ends[::2].tolist(), ends[1::2].tolist(), strict=True):
            label = len(parent)
            parent.append(label)
            boxes.append([a, y, b, y + 1])
            for c, d, other in above:
                if c < b and a < d:
                    one, two = sorted((root(other), root(label)))
                    parent[two] = one
            here.append((a, b, label))
        above = here
    found: dict[int, list[float]] = {}
    for k, (a, t, b, d) in enumerate(boxes):
        box = found.setdefault(root(k), [a, t, b, d])
        found[root(k)] = [min(box[0], a), min(box[1], t), max(box[2], b), max(box[3], d)]
    return [tuple(b) for b in found.values() if (b[2] - b[0]) * (b[3] - b[1]) > 40]  # type: ignore[misc]
