"""Solids of a set into arrays: corners, faces, edges, planes and boxes of all of them at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from ....staging.camera import NEAR
from ....staging.sets.solids import Set, Solid
from ..marks import Array
from ..order import box_hull, screen_box
from .hand import Hand


@dataclass(frozen=True, slots=True, eq=False)
class Mesh:
    """All solids of a set as arrays."""

    solids: tuple[Solid, ...]
    corners: Array
    starts: Any
    """First corner of each solid."""
    rings: tuple[Any, ...]
    """Corners of each face."""
    faces: Any
    """(f, 4) corners of each face, of one with more than four every so many: what light needs to know."""
    normals: Array
    offsets: Array
    face_solid: Any
    first_face: Any
    """First face of each solid."""
    edges: Any
    """(e, 2) corners."""
    edge_faces: Any
    """(e, 2) the two faces that meet."""
    edge_solid: Any


def mesh_of(place: Set) -> Mesh:
    """Return the arrays of a set's solids."""
    return _mesh(place.solids)


@lru_cache(maxsize=64)
def _mesh(solids: tuple[Solid, ...]) -> Mesh:
    starts = np.concatenate([[0], np.cumsum([len(s.corners) for s in solids])]).astype(int)
    faces: list[list[int]] = [[int(starts[i]) + c for c in face] for i, s in enumerate(solids) for face in s.faces]
    edges: dict[tuple[int, int], list[int]] = {}
    for k, f in enumerate(faces):
        for a, b in zip(f, f[1:] + f[:1], strict=True):
            edges.setdefault((a, b) if a < b else (b, a), []).append(k)
    points = np.concatenate([s.corners for s in solids]) if solids else np.zeros((0, 3))
    table = np.array([_four(f) for f in faces], dtype=int).reshape(-1, 4)
    normals, offsets = _planes(points, np.array([f[:3] for f in faces], dtype=int).reshape(-1, 3))
    counts = np.array([len(s.faces) for s in solids], dtype=int)
    owners = np.repeat(np.arange(len(solids)), counts)
    sides = np.array([(f[0], f[-1]) for f in edges.values()], dtype=int).reshape(-1, 2)
    ends = np.array(list(edges), dtype=int).reshape(-1, 2)
    edge_solid = owners[sides[:, 0]] if len(sides) else np.zeros(0, dtype=int)
    rings = tuple(np.array(f) for f in faces)
    first = np.cumsum(counts) - counts
    return Mesh(solids, points, starts[:-1], rings, table, normals, offsets, owners, first, ends, sides, edge_solid)


def _four(face: Sequence[int]) -> list[int]:
    n = len(face)
    return [face[0], face[n // 4 if n > 4 else 1], face[n // 2 if n > 4 else 2], face[3 * n // 4 if n > 4 else -1]]


def _planes(points: Array, table: Any) -> tuple[Array, Array]:
    a, b, c = points[table[:, 0]], points[table[:, 1]], points[table[:, 2]]
    normals = np.cross(b - a, c - a)
    normals = normals / np.maximum(np.linalg.norm(normals, axis=1), 1e-12)[:, None]
    return normals, np.einsum("fc,fc->f", normals, a)


def screen_boxes(mesh: Mesh, hand: Hand) -> Array:
    """Return (n, 4) boxes on the frame of all solids; NaN where a solid is behind the camera."""
    view = hand.camera.view(mesh.corners)
    flat = hand.frame(view)
    low = np.minimum.reduceat(flat, mesh.starts)
    high = np.maximum.reduceat(flat, mesh.starts)
    boxes = np.concatenate([low, high], axis=1)
    nearest = np.minimum.reduceat(view[:, 2], mesh.starts)
    for i in np.flatnonzero(nearest < NEAR).tolist():
        box = screen_box(mesh.solids[i].corners, hand.camera)
        boxes[i] = np.nan if box is None else box
    return boxes


def solid_hull(solid: Solid) -> tuple[Array, Array, Array]:
    """Return corners, normals and offsets for the depth sort; round things as boxes of their bounds."""
    if solid.rings:
        low, high = solid.corners.min(axis=0).tolist(), solid.corners.max(axis=0).tolist()
        return box_hull((low[0], low[1], low[2]), (high[0], high[1], high[2]))
    table = np.array([f[:3] for f in solid.faces])
    normals, offsets = _planes(solid.corners, table)
    return solid.corners, normals, offsets
