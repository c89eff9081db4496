"""Pieces of a picture into the order they are painted in, farthest first.

Distance alone fails on desks, slats and walls. Between two convex things one face plane usually has
all of the other outside; the eye's side of it says which is nearer (after M. E. Newell, R. G. Newell
and T. L. Sancha, "A solution to the hidden surface problem", 1972). The pairs that overlap on the
frame make a graph, sorted from the farthest; a cycle is cut at its farthest piece of the set.
"""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ...staging.camera import NEAR, Camera, Vec3
from .marks import Array, Mark

FRAME = 100.0
"""Frame height in frame units."""
TOUCH = 2e-3
"""Metres by which two things that stand against each other may overlap."""
STANDING, SEATED = 0.18, 0.24
"""Metres: half the width of a figure among things; one who sits is over the front of a bench and not over a desk."""
ARMS = 0.4
"""Metres that a figure may reach beyond its box."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom on the frame, in frame units."""


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A convex solid, a billboard or a figure: its marks, back to front, and where it is.

    ``corners`` (n, 3) are its hull's corners in the world, ``normals`` (m, 3) and ``offsets`` (m,)
    its face planes, pointing outwards: a point p is inside where normals @ p <= offsets.
    """

    marks: tuple[Mark, ...]
    corners: Array
    normals: Array
    offsets: Array
    screen: Box | None
    """None where nothing of it is in front of the camera."""
    cast: bool = False
    """One of the cast: where things hide each other in a circle, something of the set gives way before it."""
    figure: int = -1
    """The figure whose body or forearms it is: which of these comes first follows from the table between them."""


def box_piece(
    marks: Iterable[Mark], low: Vec3, high: Vec3, camera: Camera, *, yaw: float = 0.0, widen: float = 0.0
) -> Piece:
    """Return the piece of an upright box from ``low`` to ``high``, turned by ``yaw`` degrees about its middle.

    ``widen`` grows its box on the frame, not in the world, by so many metres.
    """
    corners, normals, offsets = box_hull(low, high, yaw)
    return Piece(tuple(marks), corners, normals, offsets, screen_box(corners, camera, widen))


def figure_piece(
    marks: Iterable[Mark], position: Vec3, height: float, camera: Camera, *, seat: float = 0.0, yaw: float = 0.0
) -> Piece:
    """Return the piece of a figure standing at ``position``: a thin box, so that it sorts between seat and desk.

    ``seat`` is the height above ``position`` from which a seated figure counts (the seat's own height), ``yaw`` the way
    that one looks. Its box on the frame is widened for the arms.
    """
    (x, y, z), half = position, SEATED if seat else STANDING
    low, high = (x - half, y + seat + (0.02 if seat else 0.0), z - half), (x + half, y + height, z + half)
    return box_piece(marks, low, high, camera, yaw=yaw, widen=ARMS)


def box_hull(low: Vec3, high: Vec3, yaw: float = 0.0) -> tuple[Array, Array, Array]:
    """Return corners (8, 3), outward normals (6, 3) and offsets (6,) of a box turned about its upright axis."""
    a, b = np.asarray(low, dtype=float), np.asarray(high, dtype=float)
    centre, half = (a + b) / 2, (b - a) / 2
    c, s = np.cos(np.radians(yaw)), np.sin(np.radians(yaw))
    axes = np.array(((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c)))
    signs = np.array([(i, j, k) for i in (-1, 1) for j in (-1, 1) for k in (-1, 1)], dtype=float)
    corners = centre + (signs * half) @ axes
    normals = np.concatenate([axes, -axes])
    return corners, normals, normals @ centre + np.concatenate([half, half])


def screen_box(corners: Array, camera: Camera, widen: float = 0.0) -> Box | None:
    """Return the box on the frame that a convex hull covers, cut at the near plane; None if it is all behind."""
    view = camera.view(corners)
    front = view[:, 2] >= NEAR
    if not front.any():
        return None
    seen = view[front]
    if not front.all():
        a, b = seen[:, None], view[~front][None]
        t = (a[..., 2] - NEAR) / (a[..., 2] - b[..., 2])
        seen = np.concatenate([seen, (a + (b - a) * t[..., None]).reshape(-1, 3)])
    points = FRAME * camera.lens(seen)
    grow = FRAME * widen * camera.focal / max(float(seen[:, 2].mean()), NEAR)
    (x0, y0), (x1, y1) = points.min(axis=0), points.max(axis=0)
    return (float(x0 - grow), float(y0 - grow), float(x1 + grow), float(y1 + grow))


def sort_pieces(pieces: Sequence[Piece], camera: Camera) -> tuple[Piece, ...]:
    """Return the pieces that the frame shows, farthest first."""
    shown = [p for p in pieces if _on_frame(p.screen, camera)]
    if len(shown) < 2:
        return tuple(shown)
    eye = np.array(camera.eye)
    corners, starts = joined([p.corners for p in shown])
    middle = np.add.reduceat(corners, starts[:-1]) / np.diff(starts)[:, None]
    distance = np.sqrt(((middle - eye) ** 2).sum(axis=1))
    pairs = _overlapping(np.array([p.screen for p in shown]), np.array([p.figure for p in shown]))
    behind = _first_behind(shown, pairs, eye, distance)
    edges = np.where(behind[:, None], pairs, pairs[:, ::-1])
    return tuple(shown[i] for i in _topological(edges, distance, [p.cast for p in shown]))


def _on_frame(box: Box | None, camera: Camera) -> bool:
    return box is not None and box[2] > 0 and box[3] > 0 and box[0] < FRAME * camera.aspect and box[1] < FRAME


def _overlapping(boxes: Array, figures: Any) -> Any:
    """Return (k, 2) index pairs i < j whose boxes overlap and that are not of one figure."""
    x0, y0, x1, y1 = boxes.T
    hit = (x0[:, None] < x1) & (x0 < x1[:, None]) & (y0[:, None] < y1) & (y0 < y1[:, None])
    hit &= (figures[:, None] != figures) | (figures < 0)
    return np.argwhere(np.triu(hit, 1))


def _first_behind(pieces: list[Piece], pairs: Any, eye: Array, distance: Array) -> Any:
    """Tell for each pair whether its first piece is the farther one."""
    corners, normals = _padded([p.corners for p in pieces]), _padded([p.normals for p in pieces])
    offsets = _padded([p.offsets for p in pieces])
    height = normals @ eye - offsets
    i, j = pairs.T
    a, b = (
        _separation(normals, offsets, height, corners, (i, j)),
        _separation(normals, offsets, height, corners, (j, i)),
    )
    best = np.where(np.abs(a) >= np.abs(b), a, -b)
    behind: Any = np.where(best == 0, distance[i] > distance[j], best > 0)
    return behind


def joined(arrays: Sequence[Array]) -> tuple[Array, Any]:
    """Return arrays one after the other, and where each begins, the end too."""
    return np.concatenate(arrays), np.cumsum([0, *map(len, arrays)])


def _padded(arrays: Sequence[Array]) -> Array:
    """Stack arrays of different lengths, repeating each one's last row."""
    rows, starts = joined(arrays)
    counts = np.diff(starts)
    padded: Array = rows[starts[:-1, None] + np.minimum(np.arange(counts.max()), counts[:, None] - 1)]
    return padded


def _separation(normals: Array, offsets: Array, height: Array, corners: Array, pair: tuple[Any, Any]) -> Array:
    """Return the eye's height over that face plane of the first piece which has all of the second outside.

    Of several the one farthest from the eye; 0 where there is none.
    """
    i, j = pair
    gap = (normals[i] @ corners.swapaxes(1, 2)[j]).min(axis=2) - offsets[i]
    over = np.where(gap > -TOUCH, height[i], 0.0)
    best: Array = np.take_along_axis(over, np.abs(over).argmax(axis=1)[:, None], axis=1)[:, 0]
    return best


def _topological(edges: Any, distance: Array, cast: Sequence[bool]) -> list[int]:
    """Return all indices so that edges (before, after) hold, farthest first; cycles give way at the set's farthest."""
    after: list[list[int]] = [[] for _ in distance]
    waits = np.bincount(edges[:, 1], minlength=len(distance)).tolist() if len(edges) else [0] * len(distance)
    for before, then in edges.tolist():
        after[before].append(then)
    far = [-float(d) for d in distance]
    heap = [(far[i], i) for i, n in enumerate(waits) if n == 0]
    left = sorted(range(len(far)), key=lambda i: (cast[i], far[i], i), reverse=True)
    done = [False] * len(far)
    order: list[int] = []
    heapq.heapify(heap)
    while len(order) < len(far):
        while not heap:
            i = left.pop()
            if not done[i]:
                heap.append((far[i], i))
        i = heapq.heappop(heap)[1]
        if done[i]:
            continue
        done[i] = True
        order.append(i)
        for j in after[i]:
            waits[j] -= 1
            if waits[j] == 0:
                heapq.heappush(heap, (far[j], j))
    return order
