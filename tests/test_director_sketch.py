"""Drawn pixels hold what the script says; manners, guides and vectors are whole."""

import subprocess
import sys

import numpy as np
import pytest
from director_panels import LOOKS, cast, panel, random_panel, script

from comicgen.doors import names
from comicgen.geometry import Rect
from comicgen.picture import Options, Shot, open_backend, quiet
from comicgen.picture.sketch import draw
from comicgen.picture.sketch.guides import composition, depth_map, masks
from comicgen.picture.sketch.marks import Stroke
from comicgen.picture.sketch.ribbon import Pen, ribbons
from comicgen.picture.sketch.scene import compose
from comicgen.staging import stage
from comicgen.staging.guides import boxes, joints, pose_map
from comicgen.staging.words.descriptor import read_look

BOOK = script()
COLOURED = {"ana": "hair", "boy": "hair", "mei": "top", "ken": "top"}


def shot(staging, width=320, height=240, manner="colour", tone="colour"):
    return Shot("p", "", "", width, height, staging.seed, staging, tone, manner)


def share(pixels, box, wanted, near=46):
    """Return the share of a box's pixels that are of a colour, lit or in shadow."""
    h, w = pixels.shape[:2]
    part = pixels[int(box.y * h) : int(box.bottom * h) + 1, int(box.x * w) : int(box.right * w) + 1].astype(float)
    lit = np.abs(part - np.array(wanted)).max(axis=2) < near
    shade = np.abs(part - np.array(wanted) * (0.70, 0.68, 0.84)).max(axis=2) < near
    return float((lit | shade).mean())


@pytest.mark.parametrize("key", LOOKS)
@pytest.mark.parametrize("size", ["close-up", "medium shot", "full shot"])
def test_asked_colours_are_in_the_pixels(key, size):
    staging = stage(panel(cast(key, facing="camera"), shot=size), 4 / 3, BOOK)
    picture = draw(shot(staging))
    (anchor,) = picture.anchors
    look = read_look(LOOKS[key])
    if key in ("ana", "boy"):
        assert share(picture.pixels, anchor.head, look.hair_colour) > 0.12
    if size != "close-up":
        assert share(picture.pixels, anchor.body, look.top) > 0.10


def test_random_panels_draw_everybody_where_asked():
    for seed in range(0, 500, 25):
        written, aspect = random_panel(seed)
        written = panel(*written.cast, shot=written.shot, angle=written.angle, place=written.place)
        staging = stage(written, aspect, BOOK)
        seen = masks(staging, round(240 * aspect), 240)
        assert set(seen) == {c.character.id for c in written.cast}
        for person in written.cast:
            mask = seen[person.character.id]
            assert mask.any(), seed


@pytest.mark.parametrize("manner", names("picture.sketch.manners"))
def test_every_manner_draws_any_scene(manner):
    staging = stage(panel(cast("mei"), cast("ken"), place="cafe"), 4 / 3, BOOK)
    picture = draw(shot(staging, 200, 150, manner))
    again = draw(shot(staging, 200, 150, manner))
    assert picture.pixels.shape[:2] == (150, 200)
    assert picture.pixels.dtype == np.uint8
    assert np.array_equal(picture.pixels, again.pixels)
    assert picture.pixels.std() > 8
    assert {a.character for a in picture.anchors} == {"mei", "ken"}


def test_manners_differ():
    staging = stage(panel(cast("mei"), place="cafe"), 4 / 3, BOOK)
    drawn = {m: draw(shot(staging, 160, 120, m)).pixels for m in names("picture.sketch.manners")}
    means = [p.mean() for p in drawn.values()]
    assert len({round(float(m), 2) for m in means}) == len(means) >= 5


def test_an_unknown_manner_answers_with_the_list():
    staging = stage(panel(cast("mei")), 1.0, BOOK)
    with pytest.raises(Exception, match="no sketch manner 'oil'"):
        draw(shot(staging, 64, 64, "oil"))


def test_the_backend_takes_shots_in_order():
    backend = open_backend("sketch", Options())
    shots = [shot(stage(panel(cast(k)), 1.0, BOOK), 64, 64, "", "mono") for k in ("mei", "ken")]
    pictures = list(backend.take(shots, quiet))
    assert [p.anchors[0].character for p in pictures] == ["mei", "ken"]
    assert pictures[0].pixels.shape == (64, 64)
    assert len(backend.identity()) == 64


def test_same_pixels_in_every_process():
    code = (
        "import sys; sys.path.insert(0, 'tests');"
        "from test_director_sketch import *; from hashlib import sha256;"
        "s = stage(panel(cast('mei', 'running'), cast('ken'), place='park', weather='rain'), 1.3, BOOK);"
        "print(sha256(draw(shot(s, 160, 120, 'ink', 'mono')).pixels.tobytes()).hexdigest())"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": str(k)}
        ).stdout
        for k in (1, 2)
    }
    assert len(runs) == 1


def test_an_establishing_shot_needs_nobody():
    staging = stage(panel(shot="extreme long shot"), 1.6, BOOK)
    assert draw(shot(staging)).anchors == ()


def test_pose_map_shows_joints_where_they_project():
    staging = stage(panel(cast("mei", facing="camera"), cast("ken", facing="camera"), shot="full shot"), 1.6, BOOK)
    drawn = pose_map(staging, 320, 200)
    assert drawn.shape == (200, 320, 3)
    for actor in staging.actors:
        points, shown, _ = joints(actor, staging.camera)
        assert shown.all()
        for x, y in points:
            assert drawn[int(y * 200), int(x * 320)].max() > 80
    away = stage(panel(cast("mei", facing="away"), shot="full shot"), 1.6, BOOK)
    assert not joints(away.actors[0], away.camera)[1][0]


def test_depth_grows_with_distance():
    people = (cast("mei", at=0.3, depth="front"), cast("ken", at=0.7, depth="back"))
    staging = stage(panel(*people, place="", shot="full shot"), 1.6, BOOK)
    depth, seen = depth_map(staging, 160, 100), masks(staging, 160, 100)
    assert depth.shape == (100, 160)
    near, far = (float(np.median(depth[seen[k]])) for k in ("mei", "ken"))
    assert near > far + 20
    assert depth[0].mean() < far


def test_masks_do_not_overlap_and_lie_in_their_boxes():
    staging = stage(panel(cast("mei", "hugging"), cast("ken", "hugging")), 1.3, BOOK)
    seen, frames = masks(staging, 260, 200), boxes(staging)
    assert not (seen["mei"] & seen["ken"]).any()
    for key, mask in seen.items():
        ys, xs = np.nonzero(mask)
        box: Rect = frames[key].inset(-0.06)
        inside = (xs / 260 >= box.x) & (xs / 260 <= box.right) & (ys / 200 >= box.y) & (ys / 200 <= box.bottom)
        assert inside.mean() > 0.97


def test_hands_on_a_back_are_behind_it_and_no_arm_is_over_the_nearer_face():
    staging = stage(panel(cast("mei", "hugging", facing="ken"), cast("ken", "hugging", facing="mei")), 1.3, BOOK)
    figures = compose(staging).figures
    assert all(f.under for f in figures)
    for figure in figures:
        assert figure.touch
        assert figure.crown


def test_composition_is_the_colour_picture():
    staging = stage(panel(cast("ana", facing="camera")), 1.0, BOOK)
    assert np.array_equal(composition(staging, 96, 96), draw(shot(staging, 96, 96)).pixels)


def test_ribbons_keep_ends_and_weight():
    line = Stroke(np.array(((0.0, 0.0), (40.0, 0.0))), 1.0, taper=False)
    (band,) = ribbons([line], 1, Pen(pressure=0.0))[0]
    points = np.asarray(band.points)
    assert points[:, 0].min() == pytest.approx(0)
    assert points[:, 0].max() == pytest.approx(40)
    assert np.ptp(points[:, 1]) == pytest.approx(1.0)
    ring = Stroke(np.array(((0, 0), (10, 0), (10, 10), (0, 10.0))), 0.5, closed=True, taper=False)
    assert len(ribbons([ring], 1, Pen())[0]) == 2
    assert ribbons([], 1, Pen()) == []
