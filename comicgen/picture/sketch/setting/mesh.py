"""Solids of a set into arrays: corners, faces, edges, planes and boxes of all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np

from ....staging.camera import NEAR
from ....staging.sets.solids import Solid
from ..marks import Array
from ..order import screen_box
from .hand import Hand

Faces = tuple[tuple[int, ...], ...]
_HIGH = np.array([(i, j, k) for i in (0, 1) for j in (0, 1) for k in (0, 1)], dtype=bool)
_SIDES = np.concatenate([np.eye(3), -np.eye(3)])


@dataclass(frozen=True, slots=True, eq=False)
class Net:
    """How the faces of a solid join its corners; all solids of one make share it."""

    rings: Any
    """Corners of all faces, one after the other."""
    counts: Any
    """Corners of each face."""
    faces: Any
    """(f, 4) corners of each face, of one with more than four every so many: what light needs to know."""
    planes: Any
    """(f, 3) corners that give its plane."""
    edges: Any
    """(e, 2) corners."""
    sides: Any
    """(e, 2) the two faces that meet."""


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """All solids of a set as arrays; faces and edges as in ``Net``."""

    solids: tuple[Solid, ...]
    corners: Array
    starts: Any
    """First corner of each solid, and the end."""
    low: Array
    high: Array
    """(n, 3) each: the box round each solid."""
    rings: Any
    first_ring: Any
    """Where the corners of each face begin in ``rings``, and the end."""
    faces: Any
    normals: Array
    offsets: Array
    face_solid: Any
    first_face: Any
    """First face of each solid, and the end."""
    edges: Any
    edge_faces: Any
    edge_solid: Any

    def hull(self, i: int) -> tuple[Array, Array, Array]:
        """Return a solid's corners, normals and offsets for the depth sort; round things as boxes of their bounds."""
        if self.solids[i].rings:
            low, high = self.low[i], self.high[i]
            return np.where(_HIGH, high, low), _SIDES, np.concatenate([high, -low])
        faces = slice(self.first_face[i], self.first_face[i + 1])
        return self.solids[i].corners, self.normals[faces], self.offsets[faces]


@dataclass(frozen=True, slots=True, eq=False)
class Sight:
    """A mesh before a camera: its corners in camera axes, on the frame, each solid's box there and its depths."""

    view: Array
    flat: Array
    boxes: Array
    """(n, 4); NaN where a solid is behind the camera."""
    near: Array
    far: Array


@lru_cache(maxsize=64)
def mesh_of(solids: tuple[Solid, ...]) -> Mesh:
    """Return the arrays of a set's solids, of which there must be some."""
    nets = [_net(s.faces) for s in solids]
    counts = [n.counts for n in nets]
    corners = np.concatenate([s.corners for s in solids])
    starts, first = _ends([len(s.corners) for s in solids]), _ends([len(c) for c in counts])
    rings, faces, planes, edges = (
        _joined([getattr(n, name) for n in nets], starts[:-1]) for name in ("rings", "faces", "planes", "edges")
    )
    sides = _joined([n.sides for n in nets], first[:-1])
    normals, offsets = _planes(corners, planes)
    low, high = (f.reduceat(corners, starts[:-1]) for f in (np.minimum, np.maximum))
    owners, edge_solid = (
        np.repeat(np.arange(len(nets)), [len(p) for p in parts]) for parts in (counts, [n.edges for n in nets])
    )
    first_ring = _ends(np.concatenate(counts))
    return Mesh(
        solids, corners, starts, low, high, rings, first_ring, faces, normals, offsets, owners, first, edges, sides,
        edge_solid,
    )  # fmt: skip


def _ends(counts: Any) -> Any:
    """Return where each of so many begins, and the end."""
    return np.concatenate([[0], np.cumsum(counts)])


def _joined(parts: Sequence[Any], shift: Any) -> Any:
    """Return index arrays one after the other, each shifted."""
    out = np.concatenate(parts)
    out += np.repeat(shift, [len(p) for p in parts]).reshape(-1, *[1] * (out.ndim - 1))
    return out


@lru_cache(maxsize=1024)
def _net(faces: Faces) -> Net:
    edges: dict[tuple[int, int], list[int]] = {}
    for k, f in enumerate(faces):
        for a, b in zip(f, f[1:] + f[:1], strict=True):
            edges.setdefault((a, b) if a < b else (b, a), []).append(k)
    return Net(
        np.array(list(chain.from_iterable(faces))),
        np.array([len(f) for f in faces]),
        np.array([_four(f) for f in faces]),
        np.array([f[:3] for f in faces]),
        np.array(list(edges)),
        np.array([(f[0], f[-1]) for f in edges.values()]),
    )


def _four(face: Sequence[int]) -> list[int]:
    n = len(face)
    return [face[0], face[n // 4 if n > 4 else 1], face[n // 2 if n > 4 else 2], face[3 * n // 4 if n > 4 else -1]]


def _planes(points: Array, table: Any) -> tuple[Array, Array]:
    a, b, c = points[table[:, 0]], points[table[:, 1]], points[table[:, 2]]
    normals = np.cross(b - a, c - a)
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1), 1e-12)[:, None]
    return normals, np.einsum("fc,fc->f", normals, a)


@lru_cache(maxsize=2)
def sight_of(mesh: Mesh, hand: Hand) -> Sight:
    """Return a mesh as one picture sees it."""
    view, starts = hand.view(mesh.corners), mesh.starts[:-1]
    flat, near = hand.frame(view), np.minimum.reduceat(view[:, 2], starts)
    boxes = np.concatenate([np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)], axis=1)
    far = np.maximum.reduceat(view[:, 2], starts)
    boxes[far < NEAR] = np.nan
    for i in np.flatnonzero((near < NEAR) & (far >= NEAR)).tolist():
        boxes[i] = screen_box(mesh.solids[i].corners, hand.camera)
    return Sight(view, flat, boxes, near, far)
