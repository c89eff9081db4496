"""Those who lie in beds, and those who are with them."""

import numpy as np
import pytest
from director_panels import cast, panel, script

from comicgen.picture.sketch.setting import Subject, draw_setting
from comicgen.staging import anchors, stage
from comicgen.staging.blocking.grounds import obstacles
from comicgen.staging.figure import skeleton
from comicgen.staging.sets import build_set
from comicgen.staging.words.deeds import deeds

BOOK = script()


@pytest.mark.parametrize("place", ["bedroom", "hospital room"])
@pytest.mark.parametrize("told", ["Ken sleeps, Mei stands beside him", "Ken lies in bed, Mei sits by him"])
@pytest.mark.parametrize("at", [0.22, 0.78])
def test_one_in_bed_and_one_beside_it_fill_the_frame_where_they_should_be(place, told, at):
    people = cast("ken", at=at), cast("mei", at=1.0 - at)
    staging = stage(panel(*people, place=place, shot="full shot", action=told), 1.2, BOOK)
    ken, mei = staging.actors
    heads = {a.character: a.head for a in anchors(staging)}
    assert (heads["ken"].centre[0] < 0.5) == (at < 0.5)
    assert (heads["mei"].centre[0] > 0.5) == (at < 0.5)
    assert min(h.h for h in heads.values()) > 0.05, "near enough to be read"
    hips = staging.camera.project(np.array(skeleton(ken).pelvis.origin))
    assert 0.0 < hips[0] < 1.2
    assert ken.position[1] > 0.5
    low, high = (corners[:, [0, 2]] for corners in obstacles(place, staging.scenery.seed))
    spot = np.array((mei.position[0], mei.position[2]))
    assert not ((low < spot) & (spot < high)).all(axis=1).any(), "beside the bed, not in it"


def test_nothing_lies_where_somebody_lies():
    staging = stage(panel(cast("ken", at=0.3), place="bedroom", shot="full shot", action="Ken lies in bed"), 1.2, BOOK)
    bones = skeleton(staging.actors[0])
    head = tuple(map(float, bones.head.origin))
    lying = Subject((head[0], head[1], head[2]), 0.95, bones=((head, head, 0.4),))
    with_him, alone = (
        sum(len(p.marks) for p in draw_setting(staging.scenery, staging.camera, subjects).pieces)
        for subjects in ([lying], [])
    )
    assert "toy bear" in build_set("bedroom", staging.scenery.seed).props
    assert with_him < alone


@pytest.mark.parametrize("told", ["Mei lies on the bed and reads", "Mei reads in bed"])
def test_one_who_reads_in_bed_lies(told):
    assert deeds(panel(cast("mei"), action=told))[0].pose == "lying and reading"
