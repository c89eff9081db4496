"""People in a vehicle: in its seats, looking ahead, one at the wheel."""

import numpy as np
import pytest
from director_panels import cast, panel, script

from comicgen.picture.sketch.body import draw_figure
from comicgen.picture.sketch.seats import own_things
from comicgen.staging import anchors, stage
from comicgen.staging.figure import skeleton
from comicgen.staging.figure.poses import find_pose
from comicgen.staging.sets import seats
from comicgen.staging.sets.solids import Seat

BOOK = script()


def ride(*people, **how):
    return stage(panel(*people, place="inside the car", **how), how.pop("aspect", 1.3), BOOK)


def off_seat(actor):
    x, _, z = skeleton(actor).pelvis.origin
    return min(np.hypot(x - s.at[0], z - s.at[2]) for s in seats("car inside", 3))


@pytest.mark.parametrize("pose", ["standing", "pointing", "sleeping", "talking", "reading", "sitting", "walking"])
@pytest.mark.parametrize("facing", ["left", "camera", "ken"])
def test_everybody_in_a_car_sits_in_a_seat_and_looks_ahead(pose, facing):
    staging = ride(cast("mei", pose, at=0.25, facing=facing), cast("ken", "driving", at=0.75))
    for actor in staging.actors:
        assert (actor.yaw, actor.seat) == (0.0, "")
        assert off_seat(actor) < 0.1
        assert skeleton(actor).pose.seat == pytest.approx(actor.aboard)
    left, right = (a.head.centre[0] for a in anchors(staging))
    assert left < right


def test_one_who_drives_holds_the_only_wheel():
    staging = ride(cast("mei", at=0.7), cast("ken", at=0.3), action="Ken drives the car, Mei drives too")
    assert sorted(a.desk for a in staging.actors) == ["", "steering wheel"]
    assert "steering wheel" not in [one.prop for one in staging.scenery.laid]
    driver = next(a for a in staging.actors if a.desk)
    bones = skeleton(driver)
    hands = np.array([g.frame.origin for g in bones.grips])
    assert (hands[:, 2] - bones.pelvis.origin[2] > 0.3).all()
    assert {g.shape for g in bones.grips} == {"fist"}
    assert find_pose("drives") == find_pose("开车") == "driving"


def test_a_car_nobody_drives_keeps_its_wheel_before_the_driver_s_seat():
    staging = ride(cast("mei", "sitting", at=0.3), cast("ken", "sitting", at=0.7), shot="full shot")
    (wheel,) = staging.scenery.laid
    driver = next(s for s in seats("car inside", 3) if s.kind == "driver")
    assert wheel.at[0] == driver.at[0]
    assert wheel.at[2] > driver.at[2]


def test_the_back_seat_is_for_those_who_are_told_to_be_there():
    staging = ride(
        cast("mei", at=0.3), cast("ken", at=0.7), cast("boy", at=0.5), action="Boy sleeps on Mei in the back seat"
    )
    mei, ken, boy = (a.position[2] for a in staging.actors)
    assert max(mei, boy) < -0.8 < ken


@pytest.mark.parametrize("drives", ["mei", "ken"])
def test_out_of_doors_one_sits_beside_the_driver_in_one_car(drives):
    people = cast("mei", at=0.25), cast("ken", at=0.75)
    other = {"mei": "ken", "ken": "mei"}[drives]
    told = f"{drives.title()} drives, {other.title()} sits in the car"
    staging = stage(panel(*people, place="street", shot="full shot", action=told), 1.3, BOOK)
    assert [a.seat for a in staging.actors] == ["open car"] * 2
    assert staging.actors[0].yaw == staging.actors[1].yaw
    hips = [np.array(skeleton(a).pelvis.origin) for a in staging.actors]
    assert np.linalg.norm((hips[0] - hips[1])[[0, 2]]) == pytest.approx(0.72)
    left, right = (a.head.centre[0] for a in anchors(staging))
    assert left < right
    car = own_things(staging, tuple(draw_figure(a, staging.camera) for a in staging.actors))[0]
    spots = [s.at for s in car if isinstance(s, Seat)]
    assert all(min(np.hypot(h[0] - x, h[2] - z) for x, _, z in spots) < 0.05 for h in hips)
