"""Wide frames of closed places: people and camera stay between the walls, and the frame shows the place all over."""

from itertools import product

import numpy as np
import pytest
from director_panels import CAST, HERE, cast, panel, script

from comicgen.picture.sketch.marks import Stroke
from comicgen.picture.sketch.setting import draw_setting
from comicgen.staging import stage
from comicgen.staging.figure import skeleton
from comicgen.staging.sets import PLACES, build_set
from comicgen.story import Character

BOOK = script()
CRAMPED = ("bathroom", "train inside", "car inside", "alley", "corridor")
"""Places too narrow for two people at both sides of a wide frame."""
CLOSED = [p for p in PLACES if build_set(p).closed]
COLUMNS = 24
TWO = {"mei": 0.2, "ken": 0.8}


def two(pose=""):
    return [cast(k, pose, at=x, facing=other) for (k, x), other in zip(TWO.items(), ("ken", "mei"), strict=True)]


def off(area, spot):
    x, _, z = spot
    return max(0.0, area.x0 - x, x - area.x1) + max(0.0, area.z0 - z, z - area.z1)


def widest_bare(staging):
    """Return the share of the frame's width in the widest run of columns without a line of the set."""
    setting, width = draw_setting(staging.scenery, staging.camera), 100 * staging.camera.aspect
    marks = [*setting.backdrop, *setting.ground, *(m for p in setting.pieces for m in p.marks)]
    drawn = np.zeros(COLUMNS + 1, dtype=bool)
    for mark in marks:
        if isinstance(mark, Stroke) and len(mark.points) > 1:
            steps = np.linspace(0, 1, 200)[:, None, None]
            points = (mark.points[:-1] + (mark.points[1:] - mark.points[:-1]) * steps).reshape(-1, 2)
            seen = points[((points > 0) & (points < (width, 100))).all(axis=1)]
            drawn[(seen[:, 0] / width * COLUMNS).astype(int)] = True
    runs = "".join(" x"[not d] for d in drawn[:COLUMNS]).split()
    return max(map(len, runs), default=0) / COLUMNS


@pytest.mark.parametrize("pose", ["", "sitting"])
@pytest.mark.parametrize("place", [p for p in CLOSED if p not in CRAMPED])
def test_nobody_stands_outside_of_a_room(place, pose):
    for shot in ("long shot", "full shot", "medium shot"):
        for aspect in (1.0, 1.8, 2.6):
            staging = stage(panel(*two(pose), shot=shot, place=place), aspect, BOOK)
            room = build_set(staging.scenery.place, staging.scenery.seed)
            assert max(off(room.stand, a.position) for a in staging.actors) < 0.5, (shot, aspect)
            assert off(room.camera, staging.camera.eye) < 0.6, (shot, aspect)


@pytest.mark.parametrize("place", ["kitchen", "cafe", "living room"])
def test_nobody_stands_inside_of_a_table(place):
    for shot, name in product(("long shot", "full shot", "medium shot"), ("p0", "p1", "p2")):
        one = cast("mei", "jumping for joy", at=0.5, facing="camera")
        staging = stage(panel(one, shot=shot, place=place, id=name), 1.3, BOOK)
        solids = [s.corners for s in build_set(staging.scenery.place, staging.scenery.seed).solids]
        (x, _, z), things = staging.actors[0].position, [c for c in solids if 0.3 < c[:, 1].max() < 1.5]
        assert not [c for c in things if (c.min(axis=0) < (x, 9, z)).all() and (c.max(axis=0) > (x, 0, z)).all()]


@pytest.mark.parametrize("place", CLOSED)
def test_a_wide_frame_shows_its_room_all_over(place):
    for people in ([cast("mei", at=0.2)], two(), two("sitting")):
        staging = stage(panel(*people, shot="long shot", place=place), 2.6, BOOK)
        assert widest_bare(staging) < 0.3


def test_one_who_lies_at_the_front_pushes_nobody_away():
    people = [*two("sitting"), cast("boy", "sleeping", at=0.5, depth="front")]
    staging = stage(panel(*people, shot="long shot", place="kitchen"), 2.6, BOOK)
    tall = [staging.camera.project(np.array(skeleton(a).head.origin))[1] for a in staging.actors[:2]]
    assert max(tall) < 0.75
    room = build_set("kitchen", staging.scenery.seed)
    assert max(off(room.stand, a.position) for a in staging.actors) < 1.0


def test_a_beast_at_the_side_does_not_make_people_small():
    dog = Character("dog", "Dog", "small white dog with a red collar", HERE)
    book = script(characters=[*CAST.values(), dog])
    people = [cast("mei", "kneeling", at=0.2), cast("dog", character=dog, at=0.8, facing="left")]
    staging = stage(panel(*people, shot="full shot", place="park"), 0.62, book)
    points = skeleton(staging.actors[0]).points
    across = staging.camera.project(points)[:, 1]
    assert across.max() - across.min() > 0.22


@pytest.mark.parametrize("place", ["harbour", "beach", "lighthouse", "park"])
def test_those_who_sit_in_the_open_stay_on_its_ground(place):
    staging = stage(panel(*two("sitting"), shot="long shot", place=place), 2.6, BOOK)
    ground = build_set(staging.scenery.place, staging.scenery.seed).stand
    assert sum(off(ground, a.position) for a in staging.actors) < 2.5
