"""A scene as a plan: flat mannequins, the set in thin line, a metre grid, and the floor plan with the camera.

White on blue: for working out where everybody stands before anything is drawn.
"""

from collections.abc import Callable, Sequence

import numpy as np
import shapely

from ....drawing import WHITE, Colour, Contour, Item, Path
from ....staging import Actor, Staging
from ....staging.camera import Array, Camera
from ..body import Figure
from ..figure.flesh import Flesh
from ..hulls import hull, outline
from ..loft import contours, depth
from ..marks import Area, Stroke
from ..ribbon import Pen, ribbons
from ..scene import FRAME, Scene

MODE = "rgb"
BLUE: Colour = (36, 72, 132)
DEEP: Colour = (24, 52, 102)
GRID: Colour = (74, 112, 172)
THIN: Colour = (138, 170, 216)
BODY: Colour = (96, 138, 198)
FACE: Colour = (196, 214, 240)
SIGHT: Colour = (70, 106, 166)
SET, LINE = Pen(0.6, 0.3, 0.0, 0.05), Pen(1.0, 0.0, 0.0, 0.12)
CLEAR, NEAREST = 12.0, 0.4
"""Metres that the grid reaches, and where it begins before the lens."""
PLAN = 25.0
"""Frame units: side of the floor plan."""
EDGE = 2.5


def draw(scene: Scene) -> tuple[Item, ...]:
    """Return the scene planned: grid, set, mannequins in the order they hide each other, floor plan."""
    camera = scene.staging.camera
    width = FRAME * camera.aspect
    items: list[Item] = [_box((-2, -2, width + 2, FRAME + 2), BLUE), *grid(camera)]
    bands = iter(ribbons([m for m in scene.marks if isinstance(m, Stroke)], scene.seed, SET, width))
    drawn: set[int] = set()
    for i, (mark, owner) in enumerate(zip(scene.marks, scene.owners, strict=True)):
        band = next(bands) if isinstance(mark, Stroke) else ()
        if owner >= 0 and owner not in drawn:
            drawn.add(owner)
            items += mannequin(scene.figures[owner], scene.staging.actors[owner], camera)
        elif owner < 0 and band:
            items.append(Path(band, fill=THIN))
        elif owner < 0 and isinstance(mark, Area) and i >= scene.flat:
            items.append(Path(tuple(Contour(r) for r in mark.rings), fill=BLUE))
    return (*items, *floor_plan(scene.staging, width))


def grid(camera: Camera) -> list[Item]:
    """Return the lines of each whole metre on the ground round the stage."""
    steps = np.arange(-CLEAR, CLEAR + 1)
    along = np.linspace(-CLEAR, CLEAR, 49)
    x, z = np.meshgrid(steps, along, indexing="ij")
    lines = np.concatenate([np.stack([x, 0 * x, z - 2], axis=-1), np.stack([z, 0 * x, x - 2], axis=-1)])
    strokes = []
    for line in lines:
        view = camera.view(line)
        seen = view[view[:, 2] > NEAREST]
        if len(seen) > 1:
            strokes.append(Stroke(FRAME * camera.lens(seen), 0.16, taper=False))
    return [Path(band, fill=GRID) for band in ribbons(strokes, 0, LINE) if band]


def mannequin(figure: Figure, actor: Actor, camera: Camera) -> list[Item]:
    """Return a figure as flat limbs with white outlines, and a head with the cross of its face."""
    if not figure.marks:
        return []
    body = Flesh(figure.bones)
    limbs = (*body.thighs, *body.shins, *body.upper_arms, *body.forearms)
    parts = [[body.trunk.rings(), *body.bust], *([p.rings()] for p in limbs)]
    shapes = [(float(np.mean([depth(r, camera) for r in part])), outline(part, camera)) for part in parts]
    items: list[Item] = []
    for _, shape in sorted(shapes, key=lambda s: -s[0]):
        items += _solid(contours(shape), BODY)
    return items + _head(figure, camera)


def _head(figure: Figure, camera: Camera) -> list[Item]:
    head = figure.bones.head
    turn, tilt = np.meshgrid(np.linspace(0, 2 * np.pi, 20), np.linspace(-np.pi / 2, np.pi / 2, 9))
    x, y, z = 0.36 * np.cos(tilt) * np.sin(turn), 0.5 + 0.52 * np.sin(tilt), 0.42 * np.cos(tilt) * np.cos(turn)
    ball = np.stack([x, y, z], axis=-1).reshape(-1, 3)
    shape = hull(np.array([head.at((u, v, w)) for u, v, w in ball.tolist()]), camera)
    items = _solid(contours(shape), FACE if _looks_here(figure, camera) else BODY)
    lines = []
    for curve in (_meridian(), _brow()):
        world = np.array([head.at((x, y, z)) for x, y, z in curve.tolist()])
        sight = np.array(camera.eye) - world
        centre = np.array(head.at((0.0, 0.5, 0.0)))
        seen = ((world - centre) * sight).sum(axis=1) > 0
        if seen.sum() > 2:
            lines.append(Stroke(FRAME * camera.project(world[seen]), 0.25, taper=False))
    return items + [Path(band, fill=DEEP) for band in ribbons(lines, 0, LINE) if band]


def _looks_here(figure: Figure, camera: Camera) -> bool:
    return float(np.array(figure.bones.head.facing) @ np.array(camera.forward)) < 0.1


def _meridian() -> Array:
    tilt = np.linspace(-1.3, 1.5, 15)
    return np.stack([0 * tilt, 0.5 + 0.52 * np.sin(tilt), 0.42 * np.cos(tilt)], axis=1)


def _brow() -> Array:
    turn = np.linspace(-1.4, 1.4, 15)
    return np.stack([0.36 * np.sin(turn), 0 * turn + 0.42, 0.42 * np.cos(turn)], axis=1)


def floor_plan(staging: Staging, width: float) -> list[Item]:
    """Return the plan seen from above: each actor with the way it faces, the camera and what it sees."""
    camera = staging.camera
    spots = np.array([(a.position[0], a.position[2]) for a in staging.actors] or [(0.0, -1.0)])
    eye = np.array((camera.eye[0], camera.eye[2]))
    every = np.concatenate([spots, eye[None]])
    middle = (every.min(axis=0) + every.max(axis=0)) / 2
    scale = 0.72 * PLAN / max(float(np.ptp(every, axis=0).max()), 2.5)
    centre = np.array((width - EDGE - PLAN / 2, FRAME - EDGE - PLAN / 2))

    def at(points: Array) -> Array:
        placed: Array = centre + (np.asarray(points) - middle) * scale
        return placed

    left, top = (centre - PLAN / 2).tolist()
    box = (left, top, left + PLAN, top + PLAN)
    items: list[Item] = [_box(box, DEEP), *_sight(camera, at, box)]
    for actor, spot in zip(staging.actors, spots, strict=True):
        items += _plan_figure(actor, at(spot))
    return items + _frame(box)


def _sight(camera: Camera, at: Callable[[Array], Array], box: tuple[float, float, float, float]) -> list[Item]:
    """Return the camera's wedge and its body."""
    ahead, right = (np.array((v[0], v[2])) for v in (camera.forward, camera.right))
    ahead = ahead / max(float(np.hypot(*ahead)), 1e-6)
    eye, half = np.array((camera.eye[0], camera.eye[2])), camera.aspect / 2 / camera.focal
    wedge = at(np.array([eye, eye + 30 * (ahead - half * right), eye + 30 * (ahead + half * right)]))
    body = at(eye) + np.array([-ahead - 0.8 * right, -ahead + 0.8 * right, 0.5 * ahead])
    return [Path((Contour(_cut(wedge, box)),), fill=SIGHT), Path((Contour(body),), fill=WHITE)]


def _cut(polygon: Array, box: tuple[float, float, float, float]) -> Array:
    shape = shapely.intersection(shapely.Polygon(polygon), shapely.box(*box))
    return shapely.get_coordinates(shape)[:-1] if not shape.is_empty else polygon[:1]


def _plan_figure(actor: Actor, spot: Array) -> list[Item]:
    turn = np.linspace(0, 2 * np.pi, 20, endpoint=False)
    ring = spot + 1.1 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    way = np.array((np.sin(np.radians(actor.yaw)), np.cos(np.radians(actor.yaw))))
    side = np.array((way[1], -way[0]))
    nose = np.array([spot + 2.5 * way, spot + 0.9 * way + 0.7 * side, spot + 0.9 * way - 0.7 * side])
    return [Path((Contour(nose),), fill=WHITE), Path((Contour(ring),), fill=FACE)]


def _solid(rings: Sequence[Array], fill: Colour) -> list[Item]:
    edges = ribbons([Stroke(r, 0.34, closed=True, taper=False) for r in rings], 0, LINE)
    return [*(Path((Contour(r),), fill=fill) for r in rings), *(Path(e, fill=WHITE) for e in edges if e)]


def _box(box: tuple[float, float, float, float], fill: Colour) -> Path:
    return Path((_corners(box),), fill=fill)


def _frame(box: tuple[float, float, float, float]) -> list[Item]:
    return [Path((_corners(box),), stroke=WHITE, width=0.2)]


def _corners(box: tuple[float, float, float, float]) -> Contour:
    x0, y0, x1, y1 = box
    return Contour(((x0, y0), (x1, y0), (x1, y1), (x0, y1)))
