"""A staging into one stack of marks: sky, ground, cast shadows, set and figures sorted together, weather.

A manner turns the stack into drawing items; here is decided only what lies over what.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, product

import numpy as np

from ...drawing import Colour, Fill, Gradient, Tone
from ...staging import Actor, Staging
from ...staging.camera import Camera, Vec3
from ...staging.values import DARK, step_of
from .body import Figure, draw_figure
from .layers import cast_pieces
from .light.counterchange import giving_way
from .light.dye import dyed, solid_colours
from .light.lee import lee_side
from .light.rim import rim_light
from .marks import Area, Mark, Paint, Stroke
from .offstage import bust_of, on_stage
from .order import Piece, sort_pieces
from .seats import own_seats, own_things
from .setting import Light, Setting, Subject, draw_setting
from .setting.hand import extents
from .setting.subject import LOW

FRAME = 100.0
BARE = ("extreme close-up",)
"""Shots that drop the set: only the eyes count."""
DROPPED = 0.5
"""Screentone at the top of a dropped set, fading to paper."""
BOLD = 1.3
"""How much heavier the nearest figure's outer line is."""
SMALL = 25.0
"""Frame units: rain and flakes; larger overlays (leaves, fog) stay whole."""
PARTS = ("pelvis", "left knee", "right knee", "left elbow", "right elbow", "left ankle", "right ankle")
"""Joints before which no post may stand."""
TRUNK, LIMB = 0.7, 0.34
"""Half thicknesses, in heads, of what casts a shadow."""


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A picture as marks in frame units, back to front."""

    marks: tuple[Mark, ...]
    far: int
    """So many of the first marks are sky and far layers."""
    flat: int
    """So many of the first marks are sky, ground and walls: what stands comes after."""
    sky: tuple[Colour, Colour]
    """Colours of the sky at the top and at the horizon."""
    seed: int
    staging: Staging
    figures: tuple[Figure, ...]
    solids: tuple[Piece, ...] = ()
    """The set's solids that are in the picture."""
    owners: tuple[int, ...] = ()
    """For each mark the figure it belongs to, -1 for the set."""


def compose(staging: Staging, values: bool = True) -> Scene:
    """Return the staging drawn as marks; with ``values`` grounds give way where somebody would drown in them."""
    camera = staging.camera
    actors = {a.character: a for a in staging.actors}
    lee = lee_side(staging.scenery, camera)
    figures = tuple(
        draw_figure(a, camera, 1.0, actors.get(a.partner), lee, solid_colours(a) if values else frozenset())
        for a in staging.actors
    )
    subjects = [_subject(a, f, camera) for a, f in zip(staging.actors, figures, strict=True)]
    brought = own_things(staging, figures)
    bare = staging.shot in BARE and bool(figures)
    setting = draw_setting(staging.scenery, camera, subjects, brought=brought, bare=bare)
    figures = _dressed(staging, figures, setting.light)
    people = cast_pieces(staging, figures)
    if bare:
        marks, owners = _stacked((), people, camera)
        return Scene(
            (_bare(camera, setting), *marks), 1, 1, setting.sky, staging.seed, staging, figures, (), (-1, *owners)
        )
    back = (*setting.backdrop, *setting.ground)
    solids = (*on_stage(setting.pieces, figures, camera), *own_seats(brought, camera, setting.light))
    marks, owners = _stacked(solids, people, camera)
    over = _off_faces(setting.overlay, figures)
    far = len(setting.backdrop)
    marks, owners = [*back, *marks, *over], [*[-1] * len(back), *owners, *[-1] * len(over)]
    parts = giving_way(marks, owners, figures, camera) if values else {}
    far, flat = (n + sum(len(p) - 1 for k, p in parts.items() if k < n) for n in (far, len(back)))
    for k in sorted(parts, reverse=True):
        marks[k : k + 1], owners[k : k + 1] = parts[k], [-1] * len(parts[k])
    return Scene(tuple(marks), far, flat, setting.sky, staging.seed, staging, figures, solids, tuple(owners))


def _dressed(staging: Staging, figures: Sequence[Figure], light: Light) -> tuple[Figure, ...]:
    """Return the figures in their values and the light of the hour."""
    width, found = FRAME * staging.camera.aspect, []
    nearest = min((f.depth for f in figures if f.marks), default=0.0)
    touching = any(f.touch for f in figures)
    for actor, figure in zip(staging.actors, figures, strict=True):
        whole = _bold(figure.marks) if figure.depth <= nearest else figure.marks
        layers = (whole, figure.under, figure.touch, figure.crown if touching else ())
        marks, under, touch, crown = (dyed(m, actor, light, width) for m in layers)
        rim = rim_light(figure, light, staging.camera)
        laid = figure.laid and replace(figure.laid, marks=dyed(figure.laid.marks, actor, light, width))
        found.append(replace(figure, marks=(*marks, *rim), under=under, touch=touch, crown=crown, laid=laid))
    return tuple(found)


def _bold(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Return the marks of the nearest figure: the line round it, drawn before all else of it, is heavier."""
    first = next((k for k, m in enumerate(marks) if isinstance(m, Area)), 0)
    line = [replace(m, width=BOLD * np.asarray(m.width)) for m in marks[:first] if isinstance(m, Stroke)]
    return (*line, *marks[first:])


def _stacked(
    solids: Sequence[Piece], people: Sequence[tuple[Piece, tuple[int, ...]]], camera: Camera
) -> tuple[list[Mark], list[int]]:
    """Return the marks of sorted pieces and, for each, the index of the figure it belongs to or -1."""
    owners = dict(people)
    order = sort_pieces([*solids, *owners], camera)
    marks = [*chain.from_iterable(piece.marks for piece in order)]
    return marks, [*chain.from_iterable(owners.get(piece, (-1,) * len(piece.marks)) for piece in order)]


def _off_faces(overlay: Sequence[Mark], figures: Sequence[Figure]) -> tuple[Mark, ...]:
    """Return what lies over the picture without the strokes and flakes that would cross a face."""
    boxes = np.array([f.head for f in figures if f.head is not None])
    if not len(boxes) or not overlay:
        return tuple(overlay)
    spans = np.array(extents([m.points if isinstance(m, Stroke) else m.rings[0] for m in overlay]))
    low, high = spans[:, :2], spans[:, 2:]
    hit = np.any(np.all((high[:, None] > boxes[:, :2]) & (low[:, None] < boxes[:, 2:]), axis=2), axis=1)
    crossed: list[bool] = (hit & np.all(high - low < 2 * SMALL, axis=1)).tolist()
    return tuple(m for m, over in zip(overlay, crossed, strict=True) if not over)


def _subject(actor: Actor, figure: Figure, camera: Camera) -> Subject:
    x, _, z = figure.bones.head.at((0.0, 0.5, 0.0))
    height = max(figure.ground[1][1] - actor.position[1], LOW)
    dark = step_of(actor.look.hair_colour) >= DARK
    if figure.head is None:
        return Subject((x, actor.position[1], z), height, bones=_limbs(figure), dark=dark)
    body = np.array([figure.bones[j] for j in PARTS])
    frame = camera.project(body)
    shown = body[((frame > 0.0) & (frame < (camera.aspect, 1.0))).all(axis=1)]
    on_feet = not figure.bones.seat and not figure.bones.pose.spin
    inside = [figure.bones.joints[j] for j in ("neck", "left knee", "right knee")] if on_feet else []
    bust = tuple((float(x), float(y), float(z)) for x, y, z in bust_of(figure))
    parts = tuple((float(x), float(y), float(z)) for x, y, z in shown)
    hips = None if actor.seat else figure.bones.pelvis.origin
    return Subject((x, actor.position[1], z), height, bust, parts, tuple(inside), _limbs(figure), dark, hips)


def _limbs(figure: Figure) -> tuple[tuple[Vec3, Vec3, float], ...]:
    """Return a figure's limbs as they cast their shadow."""
    b = figure.bones
    trunk = TRUNK * b.unit
    limbs = [(b.pelvis.origin, b.chest.origin, trunk), (b.head.at((0.0, 0.3, 0.0)), b.head.at((0.0, 0.7, 0.0)), trunk)]
    chains = (("shoulder", "elbow", "wrist"), ("hip", "knee", "ankle"))
    for side, names in product(("left", "right"), chains):
        points = [b.joints[f"{side} {joint}"] for joint in names]
        limbs += [(start, end, LIMB * b.unit) for start, end in pairwise(points)]
    return tuple(limbs)


def _bare(camera: Camera, setting: Setting) -> Mark:
    """Return the tone that stands for a dropped set: dark above, paper below."""
    width = FRAME * camera.aspect
    frame = np.array(((-1.0, -1.0), (width + 1, -1.0), (width + 1, FRAME + 1), (-1.0, FRAME + 1)))
    return Area((frame,), Paint(setting.sky[0], DROPPED), 0.0, ((0.0, 0.0), (0.0, FRAME * 0.8), 1.0, 0.0))


Fade = tuple[tuple[float, float], tuple[float, float], float, float]


def faded(fade: Fade, first: Colour | Tone, last: Colour | Tone) -> Fill:
    """Return the fill of an area that changes along its fade, in plain numbers, as a painter needs them."""
    (x0, y0), (x1, y1), _, _ = fade
    return first if first == last else Gradient((float(x0), float(y0)), (float(x1), float(y1)), first, last)
