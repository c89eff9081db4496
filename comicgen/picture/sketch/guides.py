"""A staging into what steers a model: composition picture, depth map and each character's mask, at any size.

Depth is exact for ground, walls and convex solids (rays against planes); figures are as deep as their limbs.
"""

from typing import Any

import numpy as np
import shapely
from PIL import Image, ImageDraw

from ...geometry import Rect
from ...paint import to_pixels
from ...staging import Staging
from ...staging.camera import NEAR, Array, Camera
from ...staging.sets import build_set
from ...staging.sets.solids import Set
from .body import Figure
from .figure.flesh import Flesh
from .manners import colour
from .order import FRAME, Piece
from .scene import Scene, compose

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
Mask = np.ndarray[Any, np.dtype[np.bool_]]
FINEST = 384
"""Depth is worked out on so many rows at most, then enlarged."""
FARTHEST = 60.0
"""Metres: everything beyond is as far as the sky."""
BEFORE = 0.35
"""Metres by which a thing must be nearer than a figure to hide it: seats and clothes touch."""


def composition(staging: Staging, width: int, height: int) -> Pixels:
    """Return the (height, width, 3) RGB picture in flat colour that starts a model's base stage."""
    frame = Rect(0, 0, FRAME * staging.camera.aspect, FRAME)
    return to_pixels(colour.draw(compose(staging, values=False)), frame, width, height, colour.MODE, 4.0)


def depth_map(staging: Staging, width: int, height: int) -> Pixels:
    """Return (height, width) of inverse depth: 255 is the nearest point of the picture, 0 the sky."""
    scene, size = compose(staging, values=False), _fine(width, height)
    solids, people = _solid_depth(scene, size), _figure_depths(scene, size)
    metres = np.minimum(_flat_depths(scene, size), solids)
    nearest = np.minimum.reduce([solids, *people])
    metres = np.where(np.isfinite(nearest), nearest, metres)
    near = 1 / np.clip(metres, NEAR, FARTHEST)
    span = max(float(near.max()) - 1 / FARTHEST, 1e-9)
    grey = np.rint(255 * (near - 1 / FARTHEST) / span).astype(np.uint8)
    return np.asarray(Image.fromarray(grey).resize((width, height), Image.Resampling.BILINEAR))


def masks(staging: Staging, width: int, height: int) -> dict[str, Mask]:
    """Return each character's (height, width) mask: True where it is to be seen. Together they never overlap."""
    scene, size = compose(staging, values=False), _fine(width, height)
    place, people = _solid_depth(scene, size), _figure_depths(scene, size)
    found = {}
    for k, actor in enumerate(staging.actors):
        others = [p for i, p in enumerate(people) if i != k]
        nearest = np.minimum.reduce([np.full_like(place, np.inf), *others])
        seen = np.isfinite(people[k]) & (people[k] < nearest) & (people[k] < place + BEFORE)
        small = Image.fromarray(seen.astype(np.uint8) * 255)
        found[actor.character] = np.asarray(small.resize((width, height), Image.Resampling.NEAREST)) > 0
    return found


def _fine(width: int, height: int) -> tuple[int, int]:
    scale = min(1.0, FINEST / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def _rays(camera: Camera, size: tuple[int, int]) -> Array:
    """Return (h, w, 3) world directions, each one metre deep."""
    x = (np.arange(size[0]) + 0.5) / size[0] * camera.aspect
    y = (np.arange(size[1]) + 0.5) / size[1]
    across = ((x - camera.aspect / 2 - camera.shift[0]) / camera.focal)[None, :, None] * np.array(camera.right)
    up = ((0.5 - camera.shift[1] - y) / camera.focal)[:, None, None] * np.array(camera.up)
    rays: Array = across + up + np.array(camera.forward)
    return rays


def _flat_depths(scene: Scene, size: tuple[int, int]) -> Array:
    """Return the depth of ground, ceiling and walls: all that the picture paints before it paints people."""
    camera = scene.staging.camera
    rays = _rays(camera, size)
    place = build_set(scene.staging.scenery.place, scene.staging.scenery.seed)
    metres = _flat_depth(rays, camera.eye[1], 0.0)
    if place.ceiling > camera.eye[1]:
        metres = np.minimum(metres, _flat_depth(rays, camera.eye[1], place.ceiling))
    _wall_depth(metres, rays, place, camera)
    return metres


def _solid_depth(scene: Scene, size: tuple[int, int]) -> Array:
    """Return the depth of the set's solids, infinite between them."""
    rays = _rays(scene.staging.camera, size)
    metres = np.full(rays.shape[:2], np.inf)
    for piece in scene.solids:
        _piece_depth(metres, rays, piece, scene.staging.camera)
    return metres


def _flat_depth(rays: Array, eye: float, level: float) -> Array:
    with np.errstate(divide="ignore"):
        t = (level - eye) / rays[..., 1]
    depth: Array = np.where(t > NEAR, t, np.inf)
    return depth


def _wall_depth(metres: Array, rays: Array, place: Set, camera: Camera) -> None:
    eye = np.array(camera.eye)
    for wall in place.walls:
        origin, along = np.array(wall.origin), np.array(wall.along)
        normal = np.cross(along, (0.0, 1.0, 0.0))
        if (eye - origin) @ normal <= 0:
            continue
        with np.errstate(divide="ignore", invalid="ignore"):
            t = float((origin - eye) @ normal) / (rays @ normal)
            spot = eye - origin + t[..., None] * rays
        u, v = spot @ along, spot[..., 1]
        hit = (t > NEAR) & (u >= 0) & (u <= wall.width) & (v >= 0) & (v <= wall.height)
        np.copyto(metres, t, where=hit & (t < metres))


def _piece_depth(metres: Array, rays: Array, piece: Piece, camera: Camera) -> None:
    """Lower the depth where a convex piece is hit: the last plane entered before the first one left."""
    if piece.screen is None:
        return
    h, w = metres.shape
    x0, y0, x1, y1 = (v * h / FRAME for v in piece.screen)
    columns = slice(max(0, int(x0 * w / h / camera.aspect)), min(w, int(x1 * w / h / camera.aspect) + 1))
    rows = slice(max(0, int(y0)), min(h, int(y1) + 1))
    part = rays[rows, columns]
    if not part.size:
        return
    slope = part @ piece.normals.T
    height = piece.offsets - piece.normals @ np.array(camera.eye)
    with np.errstate(divide="ignore", invalid="ignore"):
        t = height / slope
    enter = np.where(slope < 0, t, -np.inf).max(axis=-1)
    leave = np.where(slope > 0, t, np.inf).min(axis=-1)
    hit = (enter < leave) & (enter > NEAR)
    np.minimum(metres[rows, columns], np.where(hit, enter, np.inf), out=metres[rows, columns])


def _figure_depths(scene: Scene, size: tuple[int, int]) -> list[Array]:
    return [_figure_depth(f, scene.staging.camera, size) for f in scene.figures]


def _figure_depth(figure: Figure, camera: Camera, size: tuple[int, int]) -> Array:
    """Return a figure's depth, infinite outside it: its silhouette, its limbs painted in from far to near."""
    sheet = Image.new("F", size, float("inf"))
    pen = ImageDraw.Draw(sheet)
    scale = size[1] / FRAME
    aspect = size[0] / size[1] / camera.aspect
    for ring in figure.silhouette:
        if len(ring) > 2:
            pen.polygon([(float(x) * scale * aspect, float(y) * scale) for x, y in ring], fill=figure.depth)
    inside = np.isfinite(np.asarray(sheet))
    for hull, depth in _limbs(figure, camera):
        pen.polygon([(x * scale * aspect, y * scale) for x, y in hull], fill=depth)
    painted = np.asarray(sheet)
    metres: Array = np.where(inside, painted, np.inf).astype(float)
    return metres


def _limbs(figure: Figure, camera: Camera) -> list[tuple[list[tuple[float, float]], float]]:
    """Return the limbs' pieces on the frame with their depth, farthest first."""
    if not figure.marks:
        return []
    body = Flesh(figure.bones)
    found = []
    for loft in (body.trunk, *body.thighs, *body.shins, *body.upper_arms, *body.forearms):
        rings = loft.rings()
        view = camera.view(rings)
        if float(view[..., 2].min()) < NEAR:
            continue
        flat = FRAME * camera.lens(view)
        for a, b, z in zip(flat[:-1], flat[1:], view[1:, :, 2].min(axis=1).tolist(), strict=True):
            found.append((_hull(np.concatenate([a, b])), z))
    return sorted(found, key=lambda piece: -piece[1])


def _hull(points: Array) -> list[tuple[float, float]]:
    shape = shapely.convex_hull(shapely.multipoints(points))
    return [(float(x), float(y)) for x, y in shapely.get_coordinates(shape)]
