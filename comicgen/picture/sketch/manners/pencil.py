"""A scene as a rough storyboard: doubled lines that overshoot, hatching for tone, construction lines showing."""

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce

import numpy as np
import shapely

from ....drawing import Colour, Contour, Item, Path
from ....staging.camera import Camera
from ..body import Figure
from ..marks import Area, Array, Stroke
from ..ribbon import Pen, ribbons
from ..scene import FRAME, Scene

MODE = "rgb"
PAPER: Colour = (251, 250, 246)
LEAD: Colour = (58, 58, 66)
SOFT: Colour = (122, 122, 132)
BLUE: Colour = (160, 190, 228)
FIRST, SECOND = Pen(0.8, 1.5, 0.22, 0.05, 0.13), Pen(0.62, 2.2, 0.3, 0.05, 0.30)
HATCH = Pen(1.0, 1.0, 0.3, 0.05, 0.18)
LEAST, DARKEST = 0.07, 0.92
SHADE = 0.24
OVER = 1.1
"""Frame units that a long line runs past its end."""
LONG = 5.0
SPOT = 4.0
"""Frame units: a smaller black is filled with the pencil, as pupils are."""
STEEP, CROSSED = -57.0, -28.0
RAYS = 14
NEAREST = 0.4
CHAINS = (("shoulder", "elbow", "wrist"), ("hip", "knee", "ankle"))


def draw(scene: Scene) -> tuple[Item, ...]:
    """Return the scene in graphite on cream paper, over light blue construction lines."""
    marks = scene.marks
    width = FRAME * scene.staging.camera.aspect
    sheet = np.array(((-2.0, -2.0), (width + 2, -2.0), (width + 2, FRAME + 2), (-2.0, FRAME + 2)))
    strokes = [m for m in marks if isinstance(m, Stroke)]
    first = ribbons(strokes, scene.seed, FIRST, width)
    again = [_overshot(m, scene.seed + i) for i, m in enumerate(strokes)]
    second = ribbons(again, scene.seed + 1, SECOND, width)
    tones = iter(hatchings([(m, scene.seed + i) for i, m in enumerate(marks) if isinstance(m, Area)], scene.seed))
    items: list[Item] = [Path((Contour(sheet),), fill=PAPER)]
    lines = iter(zip(first, second, strict=True))
    last = {owner: i for i, owner in enumerate(scene.owners) if owner >= 0}
    for i, (mark, owner) in enumerate(zip(marks, scene.owners, strict=True)):
        if i == scene.flat:
            items += construction(scene.staging.camera, scene.seed)
        if isinstance(mark, Area):
            items += _area(mark, next(tones), bare=i < scene.far, spot=owner >= 0)
        else:
            pair = zip(next(lines), (LEAD, SOFT), strict=True)
            items += [Path(b, fill=c) for b, c in reversed([*pair]) if b and not mark.white]
        if last.get(owner) == i:
            items += gesture(scene.figures[owner], scene.staging.camera, scene.seed + owner)
    return tuple(items)


def _overshot(stroke: Stroke, seed: int) -> Stroke:
    """Return an open line drawn on past its ends, as a quick hand does; short ones stay."""
    points = stroke.points
    if stroke.closed or len(points) < 2 or np.hypot(*(points[-1] - points[0])) < LONG:
        return stroke
    a, b = points[0] - points[1], points[-1] - points[-2]
    far = OVER * (0.4 + (seed * 7919 % 97) / 97)
    ends = [points[0] + a / max(np.hypot(*a), 1e-6) * far, points[-1] + b / max(np.hypot(*b), 1e-6) * far]
    return replace(stroke, points=np.concatenate([ends[:1], points[1:-1], ends[1:]]))


def _area(area: Area, tone: Sequence[Item], *, bare: bool, spot: bool) -> list[Item]:
    """Return an area as paper that hides what is behind it, hatched to its tone."""
    shape = tuple(Contour(r) for r in area.rings)
    if spot and area.paint.black and max(float(np.ptp(r, axis=0).max()) for r in area.rings) < SPOT:
        return [Path(shape, fill=LEAD)]
    return [*([] if bare else [Path(shape, fill=PAPER)]), *tone]


def _tone(area: Area) -> float:
    """Return how dark an area is hatched, 0 not at all."""
    tone = (0.9 if area.paint.black else area.paint.tone) + SHADE * area.shade
    if area.fade is not None:
        tone *= (area.fade[2] + area.fade[3]) / 2
    return 0.0 if area.knockout or tone < LEAST else min(tone, DARKEST)


def hatchings(areas: Sequence[tuple[Area, int]], seed: int) -> list[list[Item]]:
    """Return the hatching of each area with its seed: parallel strokes, nearer together for a darker tone.

    From 45 % on they are crossed. The rows of all areas are cut to their shapes at once.
    """
    found: list[list[Item]] = [[] for _ in areas]
    tones = [_tone(a) for a, _ in areas]
    toned = [k for k, tone in enumerate(tones) if tone > 0.0]
    shapes = dict(zip(toned, _shapes([areas[k][0].rings for k in toned]), strict=True))
    wide = [k for k in toned if shapes[k].area >= 0.6]
    rows = [(k, angle) for k in wide for angle in ((STEEP, CROSSED) if tones[k] > 0.45 else (STEEP,))]
    lines = [_rows(shapes[k].bounds, 2.6 - 2.0 * tones[k], (angle, areas[k][1])) for k, angle in rows]
    if not rows:
        return found
    parts, which = shapely.get_parts(shapely.intersection(lines, [shapes[k] for k, _ in rows]), return_index=True)
    straight = shapely.get_num_coordinates(parts) == 2
    owners = [rows[i][0] for i in which[straight].tolist()]
    ends = shapely.get_coordinates(parts[straight]).reshape(-1, 2, 2)
    strokes = [Stroke(p, 0.12 + 0.13 * tones[k]) for p, k in zip(ends, owners, strict=True)]
    for k, band in zip(owners, ribbons(strokes, seed + 2, HATCH), strict=True):
        if band:
            found[k].append(Path(band, fill=SOFT))
    return found


def _rows(bounds: tuple[float, float, float, float], gap: float, way: tuple[float, int]) -> shapely.MultiLineString:
    x0, y0, x1, y1 = (max(-5.0, bounds[0]), max(-5.0, bounds[1]), min(400.0, bounds[2]), min(105.0, bounds[3]))
    middle = np.array(((x0 + x1) / 2, (y0 + y1) / 2))
    reach = max(np.hypot(x1 - x0, y1 - y0) / 2, 0.5)
    along = np.array((np.cos(np.radians(way[0])), np.sin(np.radians(way[0]))))
    offsets = np.arange(-reach, reach, gap)
    offsets = offsets + np.random.default_rng(way[1]).uniform(-0.25, 0.25, len(offsets)) * gap
    centre = middle + offsets[:, None] * np.array((-along[1], along[0]))
    ends = np.stack([centre - along * reach, centre + along * reach], axis=1)
    return shapely.multilinestrings(shapely.linestrings(ends))


def _shapes(areas: Sequence[Sequence[Array]]) -> list[shapely.Geometry]:
    """Return the rings of each area, filled by the even-odd rule, as one valid shape."""
    rings = [[r for r in area if len(r) > 2] for area in areas]
    valid = iter(shapely.make_valid(shapely.polygons([shapely.linearrings(r) for area in rings for r in area])))
    return [reduce(shapely.symmetric_difference, [next(valid) for _ in area], shapely.Polygon()) for area in rings]


def gesture(figure: Figure, camera: Camera, seed: int) -> list[Item]:
    """Return how a figure was begun: balls for head and chest, the lines of shoulders, hips, spine and limbs."""
    bones, h = figure.bones, figure.bones.unit
    if figure.head is None:
        return []
    balls = ((bones.head.at((0.0, 0.48, 0.0)), 0.56 * h), (bones.chest.at((0.0, -0.25 * h, 0.0)), 0.75 * h))
    chains: list[tuple[str, ...]] = [("head", "neck", "pelvis")]
    chains += [tuple(f"{side} {joint}" for joint in c) for side in ("left", "right") for c in CHAINS]
    joints = {**bones.joints, "pelvis": bones.pelvis.origin}
    lines = [np.array([joints[name] for name in chain]) for chain in chains if all(name in joints for name in chain)]
    lines += [np.array([joints[f"left {name}"], joints[f"right {name}"]]) for name in ("shoulder", "hip")]
    strokes: list[Stroke] = []
    for line in lines:
        if float(camera.view(line)[:, 2].min()) > NEAREST:
            points = FRAME * camera.project(line)
            strokes.append(_overshot(Stroke(points, 0.26), seed))
    turn = np.linspace(0.2, 2.5 * np.pi, 44)
    round_ = np.stack([np.cos(turn), np.sin(turn)], axis=1) * np.linspace(1.0, 1.12, 44)[:, None]
    view = camera.view(np.array([centre for centre, _ in balls]))
    for spot, depth, (_, radius) in zip(FRAME * camera.lens(view), view[:, 2].tolist(), balls, strict=True):
        if depth > NEAREST:
            strokes.append(Stroke(spot + radius * FRAME * camera.focal / depth * round_, 0.22))
    return [Path(band, fill=BLUE) for band in ribbons(strokes, seed + 9, Pen(shake=0.2)) if band]


def construction(camera: Camera, seed: int) -> list[Item]:
    """Return the horizon and rays to the vanishing points that the frame shows or nearly shows."""
    width = FRAME * camera.aspect
    strokes: list[Stroke] = []
    ends = camera.project(np.array(camera.eye) + 1e4 * np.array(((-1, 0, 0), (1, 0, 0), (0, 0, -1), (0, 0, 1))))
    ahead = np.array(((-1, 0, 0), (1, 0, 0), (0, 0, -1), (0, 0, 1))) @ np.array(camera.forward) > 0.05
    points = FRAME * ends[ahead]
    if len(points):
        level = np.array(camera.right) * (1.0, 0.0, 1.0)
        slope = np.array((float(level @ np.array(camera.right)), -float(level @ np.array(camera.up))))
        start = points[0]
        strokes.append(Stroke(np.array((start - slope * 400, start + slope * 400)), 0.3))
    for point in points:
        if -width < point[0] < 2 * width:
            turn = np.linspace(0, 2 * np.pi, RAYS, endpoint=False) + 0.13
            tips = point + 1.6 * width * np.stack([np.cos(turn), np.sin(turn)], axis=1)
            strokes += [Stroke(np.array((point, tip)), 0.16, taper=False) for tip in tips]
    return [Path(band, fill=BLUE) for band in ribbons(strokes, seed + 5, Pen(shake=0.1)) if band]
