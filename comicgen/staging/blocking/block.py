"""Actors onto the ground: each where the frame should show it, turned as the script says, with a clear face.

A place across the frame is solved exactly on the camera's ground: along a line that runs to the
camera's right at the actor's depth, the head is moved until its middle projects to the asked share
of the frame's width.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from .. import Actor
from ..camera import Array, Camera, Vec3
from ..camera.framing import CLOSE, SMALL, WIDE, Subject, View, frame_height, heading, sideways, solve
from ..figure.poses import POSES
from .joining import bear, join, mount
from .measure import Measure, measure, moved, seen_box

DEPTHS = {"front": 0.7, "middle": 1.0, "back": 1.6}
"""Distance from the camera, as a share of the subject's."""
OVER = 0.55
"""One at less than this share of the subject's distance is looked past: the frame may cut a part of the head."""
WHOLE = ("full shot", "long shot", "extreme long shot")
WIDER = 1.09
ROUNDS = 16
LIFT, PATIENCE = 0.02, 5
"""What a round lifts a wide shot by, in frame heights, and rounds after which the frame's side may cut an animal's
body beside others: the size of a shot holds."""
AT_LENS = 0.25
"""Metres: no hair and no brim comes nearer to the camera."""
MARGIN = 0.015
UPWARDS = 0.4
"""Of the frame's height: how far up the ground one at the back stands, seen from above."""
TRUNK, LIMB, FACE = 1.0, 0.3, 0.3
"""Head heights: half the width of a trunk and of an arm, and what of a face must be free of one before it."""
SAME = 0.2
"""Metres: what is no farther behind a face than this is drawn at it."""
APART = 0.12
"""Share of the narrower head's width that must lie free between two heads."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one actor should be on the frame and how turned: the director's chalk cross.

    ``turn`` is degrees from facing the camera, positive to the frame's right.
    """

    actor: Actor
    at: float
    depth: float
    turn: float
    lead: bool = True
    """The frame is made for this one; others need only be in it."""
    partner: int = -1
    """The index of the mark that this one's hands touch; -1 for none."""
    apart: float = 0.0
    """Metres between the two."""
    rise: float = 0.0
    """Metres above the ground: the height of a bed, of a horse's back."""
    mount: int = -1
    """The index of the mark that carries this one; -1 for none."""
    bearer: int = -1
    """The index of the mark in whose arms this one is; -1 for none."""

    @property
    def tied(self) -> tuple[int, int, int]:
        """The indices of the marks with which this one belongs together."""
        return self.partner, self.mount, self.bearer

    @property
    def home(self) -> Actor:
        """The actor at the stage's origin, not yet turned."""
        return replace(self.actor, position=(0.0, self.rise, 0.0), yaw=0.0)


@dataclass(frozen=True, slots=True)
class Blocked:
    """A camera and the actors it sees, in the marks' order."""

    camera: Camera
    actors: tuple[Actor, ...]
    bodies: tuple[Measure, ...]


def block(marks: Sequence[Mark], view: View, focus: tuple[float, float]) -> Blocked:
    """Return camera and actors so that every mark is met, every head is in the frame and no face is hidden.

    The frame grows by steps until that holds; where two who touch do so about a third, it never does, and stays near.
    Positions depend on nothing but the marks and the view.
    """
    marks = [replace(m, actor=replace(m.actor, mirrored=m.turn < 0)) for m in marks]
    bodies = [measure(m.home) for m in marks]
    subject = framed(marks, bodies)
    behind = [b.subject().eyes for m, b in zip(marks, bodies, strict=True) if m.depth < OVER]
    if behind:
        view = replace(view, eye=max(behind) + 0.02)
    alone = sum(m.lead for m in marks) == 1
    near: Blocked | None = None
    for round_ in range(ROUNDS):
        lift = view.raise_by + LIFT * round_ * (view.shot in WIDE)
        wide = replace(view, wider=view.wider * WIDER**round_, raise_by=lift)
        camera = solve(wide, subject, focus)
        stepped = [replace(m, depth=_stepped_up(m, view, round_)) for m in marks]
        found = _place(stepped, bodies, wide, (camera, subject), focus)
        if _shown(found, marks, view, alone or round_ < PATIENCE):
            if _apart(found, marks):
                return found
            near = near or found
    return near if near and any(m.partner >= 0 for m in marks) else found


def _stepped_up(mark: Mark, view: View, round_: int) -> float:
    """Return the depth of a lead behind the foremost, who stays as many metres behind as the frame grows."""
    behind = view.shot in WHOLE and mark.lead and mark.depth > 1.0
    return 1.0 + (mark.depth - 1.0) / WIDER**round_ if behind else mark.depth


def framed(marks: Sequence[Mark], bodies: Sequence[Measure]) -> Subject:
    """Return what is framed: the leads' middle, with room for the tallest."""
    leads = [_framed(m, b) for m, b in zip(marks, bodies, strict=True) if m.lead] or [Subject(1.56, 1.72, 0.24)]
    if len(leads) == 1:
        return leads[0]
    eyes = [s.eyes for s in leads]
    return Subject(
        (min(eyes) + max(eyes)) / 2,
        max(s.top for s in leads),
        max(s.head for s in leads),
        min(s.low for s in leads),
        max(s.least for s in leads),
    )


def _framed(mark: Mark, body: Measure) -> Subject:
    """Return what is framed of one body: down to the ground for one who rides."""
    subject = body.subject()
    return (
        replace(subject, low=0.0) if mark.mount >= 0 or POSES[mark.actor.pose].key in ("riding", "cycling") else subject
    )


def _place(
    marks: Sequence[Mark],
    bodies: Sequence[Measure],
    view: View,
    shot: tuple[Camera, Subject],
    focus: tuple[float, float],
) -> Blocked:
    camera = shot[0]
    reach = _reach(marks, view, shot, focus)
    actors, seen = [], []
    for mark, body in zip(marks, bodies, strict=True):
        yaw = mark.turn - view.yaw
        turned = moved(body, mark.home, mark.home.position, yaw)
        base = np.array((focus[0], 0.0, focus[1])) + heading(view.yaw) * (mark.depth - 1.0) * reach
        x, _, z = _spot(camera, base, turned, mark.at, view.yaw)
        actor = replace(mark.actor, position=(x, mark.rise, z), yaw=yaw)
        actors.append(actor)
        seen.append(moved(turned, replace(mark.home, yaw=yaw), actor.position, yaw))
    join(marks, actors, seen, heading(view.yaw))
    mount(marks, actors, seen)
    bear(marks, actors, seen)
    return Blocked(camera, tuple(actors), tuple(seen))


def _reach(marks: Sequence[Mark], view: View, shot: tuple[Camera, Subject], focus: tuple[float, float]) -> float:
    """Return the metres of one depth: to the camera, less from high above, where depth is height on the frame."""
    camera, tall = shot[0], frame_height(view, shot[1])
    reach = max(float(np.hypot(focus[0] - camera.eye[0], focus[1] - camera.eye[2])), tall)
    spread = max((m.depth for m in marks), default=1.0) - 1.0
    return min(reach, UPWARDS * tall / spread) if view.angle == "bird's-eye" and spread > 0 else reach


def _spot(camera: Camera, base: Array, body: Measure, at: float, yaw: float) -> Vec3:
    """Return where the body stands so that the middle of its head's box is at the share ``at`` of the width."""
    ball, wish = body.ball(), at
    for _ in range(2):
        spot = slide(camera, base, ball.mean(axis=0), wish, yaw)
        x0, _, x1, _ = seen_box(ball + np.array(spot), camera)
        wish += at - (x0 + x1) / 2
    return slide(camera, base, ball.mean(axis=0), wish, yaw)


def slide(camera: Camera, base: Array, head: Array, at: float, yaw: float) -> Vec3:
    """Return ``base`` moved along the camera's right until base + head projects to the share ``at`` of the width."""
    start = camera.view(base + head)
    step = camera.view(base + head + sideways(yaw)) - start
    k = (at - 0.5) * camera.aspect - camera.shift[0]
    t = (k * start[2] - camera.focal * start[0]) / (camera.focal * step[0] - k * step[2])
    spot = base + sideways(yaw) * t
    return (float(spot[0]), 0.0, float(spot[2]))


def _shown(found: Blocked, marks: Sequence[Mark], view: View, whole: bool) -> bool:
    """Tell whether all heads, and of leads all that the shot asks for, are in the frame."""
    balls = [b.ball() for b in found.bodies]
    heads = [seen_box(ball, found.camera) for ball in balls]
    if any(float(found.camera.view(ball)[:, 2].min()) < AT_LENS for ball in balls):
        return False
    close = view.shot in CLOSE[:2] and len(marks) == 1
    carried = [m.mount for m in marks]
    inside = all(
        _inside(h, close, m.depth < OVER)
        for i, (h, m) in enumerate(zip(heads, marks, strict=True))
        if m.bearer < 0 and (m.lead or i not in carried)
    )
    if view.shot in WHOLE:
        inside = inside and all(
            _whole(b, found.camera, whole) for m, b in zip(marks, found.bodies, strict=True) if m.lead
        )
    return inside


def _apart(found: Blocked, marks: Sequence[Mark]) -> bool:
    """Tell whether nobody's face is hidden by another with whom they do not belong together."""
    heads = [seen_box(b.ball(), found.camera) for b in found.bodies]
    strangers = [
        (i, j)
        for i in range(len(heads))
        for j in range(i + 1, len(heads))
        if j not in marks[i].tied and i not in marks[j].tied
    ]
    return not any(_too_near(heads[i], heads[j]) or _hides(found, i, j) for i, j in strangers)


def _hides(found: Blocked, i: int, j: int) -> bool:
    """Tell whether the trunk or a joint of the nearer of two stands before the other's face."""
    depths = [float(found.camera.view(b.hips)[2]) for b in found.bodies]
    near, far = (found.bodies[k] for k in sorted((i, j), key=lambda k: depths[k]))
    chin, hips, face = found.camera.project(np.array((near.head.origin, near.hips, far.in_head((0.0, 0.45, 0.0)))))
    down = hips - chin
    along = float(np.clip((face - chin) @ down / max(float(down @ down), 1e-9), 0.0, 1.0))
    gap = float(np.linalg.norm(face - chin - along * down))
    trunk, free = (b.head.unit * found.camera.scale(b.head.origin) for b in (near, far))
    return gap < TRUNK * trunk + FACE * free or _in_face(near, far, found.camera) or _in_face(far, near, found.camera)


def _in_face(body: Measure, other: Measure, camera: Camera) -> bool:
    """Tell whether a hand or another joint of one is drawn on the face of another who is not nearer."""
    face = other.in_head((0.0, 0.45, 0.0))
    before = body.points[camera.view(body.points)[:, 2] < float(camera.view(face)[2]) + SAME]
    if not len(before):
        return False
    gaps = np.linalg.norm(camera.project(before) - camera.project(face), axis=1)
    reach = LIMB * body.head.unit * camera.scale(body.head.origin)
    return float(gaps.min()) < reach + FACE * other.head.unit * camera.scale(other.head.origin)


def _whole(body: Measure, camera: Camera, sides: bool) -> bool:
    """Tell whether a lead's feet are in the frame too, and what reaches to its sides."""
    x0, _, x1, y1 = seen_box(body.points, camera)
    animal = body.subject().least <= SMALL
    flesh = (0.9 if animal else 0.3) * body.head.unit * camera.scale(body.head.origin)
    across = x0 > flesh / camera.aspect and x1 < 1.0 - flesh / camera.aspect
    return (across or (animal and not sides)) and y1 < 1.0


def _inside(head: tuple[float, float, float, float], close: bool, near: bool) -> bool:
    if close:
        return True
    x0, y0, x1, y1 = head
    if near:
        return y0 > -0.3 * (y1 - y0) and y1 < 1.0
    return x0 > -0.12 * (x1 - x0) and x1 < 1 + 0.12 * (x1 - x0) and y0 > MARGIN and y1 < 1.0


def _too_near(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    gap = APART * min(a[2] - a[0], b[2] - b[0])
    return min(a[2], b[2]) + gap > max(a[0], b[0]) and min(a[3], b[3]) > max(a[1], b[1])
