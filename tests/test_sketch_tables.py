"""Those who sit at tables share one that nobody is inside of; what stands there already gives way."""

from itertools import product

import numpy as np
import pytest
import shapely
from director_panels import cast, panel, script

from comicgen.picture.sketch.body import draw_figure
from comicgen.picture.sketch.seats import own_things
from comicgen.picture.sketch.setting.yielding import footprint, given_way
from comicgen.picture.sketch.tables import shared_table
from comicgen.staging import stage
from comicgen.staging.sets import build_set

BOOK = script()


def staged(pose, place, size, ways=("", "")):
    rows = zip((("mei", 0.28), ("ken", 0.72)), ways, strict=True)
    people = [cast(k, pose, at=x, facing=way) for (k, x), way in rows]
    staging = stage(panel(*people, place=place, shot=size[0]), size[1], BOOK)
    figures = tuple(draw_figure(a, staging.camera) for a in staging.actors)
    return staging, figures, own_things(staging, figures)


@pytest.mark.parametrize("place", ["kitchen", "living room"])
@pytest.mark.parametrize("ways", [("ken", "mei"), ("camera", "camera"), ("camera", "mei")])
def test_two_who_eat_share_one_table(place, ways):
    for size in (("full shot", 1.1), ("medium shot", 1.4)):
        staging, figures, brought = staged("eating", place, size, ways)
        asked, chairs = sum(a.desk == "table" for a in staging.actors), sum(bool(a.seat) for a in staging.actors)
        tables = brought[chairs:]
        assert len(tables) == min(asked, 1), (size, asked)
        for figure in figures:
            x, _, z = figure.bones.pelvis.origin
            assert not any(footprint(t).contains(shapely.Point(x, z)) for t in tables), size


def test_who_eats_together_sits_at_the_set_s_table_or_at_one_brought():
    for ways, at in product((("camera", "camera"), ("ken", "mei"), ("", "")), ("high", "eye")):
        two = [cast(k, "eating", at=x, facing=w) for (k, x), w in zip((("mei", 0.2), ("ken", 0.8)), ways, strict=True)]
        staging = stage(panel(*two, place="kitchen", shot="medium shot", angle=at), 2.0, BOOK)
        assert len({a.desk for a in staging.actors}) == 1, ways


def test_those_who_sit_back_to_back_share_none():
    hips = np.array(((-0.5, 0.5, 0.0), (0.5, 0.5, 0.0)))
    assert not shared_table(hips, (-90.0, 90.0))
    assert shared_table(hips * 2, (90.0, -90.0))


def test_pupils_sit_at_school_desks_and_those_of_the_set_give_way():
    staging, _, brought = staged("writing", "classroom", ("full shot", 1.8))
    assert {a.desk for a in staging.actors} <= {"", "school desk"}
    place = build_set("classroom", staging.scenery.seed)
    left = given_way(place, brought, np.array([a.position for a in staging.actors]))
    assert len(left.solids) < len(place.solids)


def test_a_kitchen_has_one_table():
    staging, _, brought = staged("eating", "kitchen", ("full shot", 2.0), ("ken", "mei"))
    place = build_set("kitchen", staging.scenery.seed)
    left = given_way(place, brought, np.array([a.position for a in staging.actors]))
    tops = [s for s in left.solids if 0.7 < s.corners[:, 1].max() < 0.8 and np.ptp(s.corners[:, 0]) > 1.0]
    assert brought
    assert not tops
