"""Effects on a plate: inside the frame, off faces, aimed, and as the author sets them."""

from dataclasses import replace

import numpy as np
import pytest
from shapely import Polygon, box, union_all
from shapely.geometry import Point as Dot

from comicgen.drawing import BLACK, WHITE, Gradient, Path, Tone
from comicgen.export._paint import screened
from comicgen.geometry import Rect
from comicgen.lettering.effects import EFFECTS, Figure, Plate, draw_effects
from comicgen.lettering.effects.plate import AS_USUAL
from comicgen.paint import to_pixels
from comicgen.story import Effect, effect_name
from comicgen.story.effects import EFFECTS as SETTINGS
from comicgen.story.effects import PARAMETERS, SYNONYMS

LEANING = ((10, 10), (95, 14), (90, 70), (12, 66))
SQUARE = Rect(0, 0, 120, 90).corners


def figure(name, x, y, h, side=0.0, pose=""):
    head = Rect(x - 0.4 * h, y - h / 2, 0.8 * h, h)
    body = Rect(x - h, y - h / 2, 2 * h, 5 * h)
    return Figure(name, head, body, (x + side * 0.25 * h, y + 0.27 * h), pose, bool(pose))


def plate(count=1, frame=LEANING, **more):
    heads = [Rect(22 + 22 * k, 28, 10, 12) for k in range(count)]
    figures = tuple(
        Figure(f"c{k}", h, Rect(h.x - 4, h.y, 18, 40), (h.centre[0] + 2, h.y + 9)) for k, h in enumerate(heads)
    )
    return Plate(frame, figures, 5, "falls", **more)


def points(paths):
    return [np.asarray(c.points).round(6).tolist() for p in paths for c in p.contours]


def look(paths):
    """Return all that is painted, for comparing two drawings."""
    return points(paths), [(p.fill, p.opacity, p.width) for p in paths]


def inked(paths):
    return union_all([Polygon(np.asarray(c.points)).buffer(0) for p in paths for c in p.contours])


@pytest.mark.parametrize("name", EFFECTS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_every_effect_stays_in_its_frame_and_off_faces(name, count):
    found = plate(count)
    paths = EFFECTS[name](found)
    assert paths or (name in ("trembling", "motion arcs", "rays") and not count)
    assert points(paths) == points(EFFECTS[name](plate(count)))
    room = Polygon(LEANING).buffer(0.02)
    faces = [box(h.x, h.y, h.right, h.bottom) for h in found.heads]
    for path in paths:
        for ring in path.contours:
            area = Polygon(np.asarray(ring.points))
            assert room.contains(area)
            assert not any(f.buffer(-0.8).exterior.intersects(area.exterior) and _enters(area, f) for f in faces)


def _enters(area, face):
    """A ring that only goes round a face (a hole in a tone) does not enter it."""
    x, y = face.centroid.coords[0]
    return not area.contains(face) and area.contains(Dot(x, y))


def test_another_panel_has_another_pattern():
    one, two = (points(EFFECTS["focus lines"](replace(plate(0), seed=seed))) for seed in (1, 2))
    assert one != two


def test_every_effect_of_the_format_is_drawn_and_every_word_names_one():
    assert set(EFFECTS) == set(SETTINGS)
    assert {effect_name(w) for w in SYNONYMS} <= set(EFFECTS)
    assert effect_name("Speed_Lines") == "speed lines"
    assert effect_name("no such thing") is None
    assert {p for names in SETTINGS.values() for p in names} == set(PARAMETERS)


OTHERWISE = {
    "density": 2.0, "width": 2.5, "length": 0.6, "size": 1.6, "gap": 3.0, "bundle": 9, "jitter": 0.0, "taper": 0.3,
    "clear": 1.6, "direction": 200.0, "turn": 35.0, "aim": (0.8, 0.7), "subject": "c1", "spread": "trail",
    "underlay": 3.0, "colour": (200, 30, 30), "opacity": 0.5, "tone": 0.9, "fade": 0.2, "lpi": 30.0, "seed": 7,
}  # fmt: skip


def test_every_parameter_has_another_value_to_try():
    assert set(OTHERWISE) == set(PARAMETERS)


@pytest.mark.parametrize(("name", "key"), [(n, k) for n, keys in SETTINGS.items() for k in keys])
def test_everything_that_can_be_set_changes_the_drawing(name, key):
    asked = Effect(name, **{key: OTHERWISE[key]})
    usual = Effect(name, tone=0.5) if (name, key) == ("darkness", "lpi") else AS_USUAL
    asked = replace(asked, tone=usual.tone) if usual.tone else asked
    before, after = (EFFECTS[name](replace(plate(2), manner=manner)) for manner in (usual, asked))
    assert look(before) != look(after)


def test_one_effect_may_be_asked_for_twice_in_two_manners():
    wanted = (Effect("speed lines"), Effect("speed lines", seed=4, colour=(200, 30, 30)), Effect("速度线"), Effect("?"))
    drawn = draw_effects(plate(1), wanted)
    assert [e.kind for e in drawn] == ["speed lines", "speed lines"]
    assert look(drawn[0].shapes) != look(drawn[1].shapes)


RUNNER, STANDER = figure("mei", 80, 30, 9, side=-1, pose="running"), figure("ken", 30, 30, 9)


def test_speed_lines_trail_the_mover_and_leave_the_others_calm():
    paths = EFFECTS["speed lines"](Plate(SQUARE, (RUNNER, STANDER), 3, "Mei runs"))
    ink = inked(paths)
    behind, before = box(95, 25, 120, 72), box(0, 0, 45, 90)
    assert ink.intersection(behind).area > 0.08 * behind.area, "lines in bundles lie behind her"
    assert ink.intersection(before).area < 0.005 * before.area, "nothing moves where he stands"
    body = RUNNER.body.inset(2.5)
    assert ink.intersection(box(body.x, body.y, body.right, body.bottom)).area < 0.01 * body.w * body.h


@pytest.mark.parametrize("spread", ["", "frame"])
@pytest.mark.parametrize("seed", range(4))
def test_speed_lines_leave_no_crumbs(spread, seed):
    found = Plate(SQUARE, (RUNNER, STANDER), seed, "Mei runs", Effect("speed lines", spread=spread, underlay=0))
    for path in EFFECTS["speed lines"](found):
        areas = [Polygon(np.asarray(ring.points)) for ring in path.contours]
        for area in areas:
            x, y, right, bottom = area.bounds
            cut = min(x, y) < 0.01 or right > 119.99 or bottom > 89.99  # what leaves the frame goes on outside it
            hole = any(other is not area and other.contains(area) for other in areas)
            assert cut or hole or right - x > 0.06 * found.diagonal


def test_the_author_turns_speed_lines():
    down = Plate(SQUARE, (RUNNER,), 3, "", Effect("speed lines", direction=90, jitter=0, underlay=0))
    for path in EFFECTS["speed lines"](down):
        for ring in path.contours:
            x, y, right, bottom = Polygon(np.asarray(ring.points)).bounds
            assert bottom - y > 3 * (right - x)


def test_a_subject_that_the_author_names_is_the_one_that_moves():
    told = Plate(SQUARE, (RUNNER, STANDER), 3, "", Effect("speed lines", subject="ken", direction=0))
    ink = inked(EFFECTS["speed lines"](told))
    assert ink.intersection(box(0, 25, 20, 72)).area > 20
    assert ink.intersection(box(95, 25, 120, 72)).area < 1


def test_focus_lines_point_where_the_author_aims():
    aimed = Plate(SQUARE, (), 3, "", Effect("focus lines", aim=(0.75, 0.25), underlay=0))
    ink = inked(EFFECTS["focus lines"](aimed))
    assert ink.intersection(box(82, 16, 98, 29)).area < 0.5, "the aim stays clear"
    assert ink.intersection(box(22, 60, 38, 75)).area > 4


def test_lines_are_black_over_white_by_day_white_by_night_and_white_on_colour_pages():
    fills = {
        kind: [p.fill for p in EFFECTS["speed lines"](Plate(SQUARE, (RUNNER,), 3, "Mei runs", **more))]
        for kind, more in (("day", {}), ("night", {"dark": True}), ("colour", {"page": "colour"}))
    }
    assert fills == {"day": [WHITE, BLACK], "night": [BLACK, WHITE], "colour": [WHITE]}


@pytest.mark.parametrize("lpi", [None, 30.0, 85.0])
def test_screentone_is_ruled_at_its_own_lines_an_inch(lpi):
    """Take an inch of the page apart into waves: the longest strong one has as many as the ruling has lines."""
    scale = 600 / 25.4
    path = EFFECTS["screentone"](Plate(SQUARE, (), 3, "", Effect("screentone", tone=0.2, lpi=lpi)))[-1]
    pixels = to_pixels((screened(path, scale),), Rect(30, 30, 25.4, 25.4), 600, 600, "grey", 1.0)
    waves = np.abs(np.fft.rfft2(pixels - pixels.mean()))
    strong = np.argwhere(waves > 0.5 * waves.max())
    down, across = min(((min(y, 600 - y), x) for y, x in strong), key=lambda p: np.hypot(*p))
    assert np.hypot(down, across) == pytest.approx(lpi or 60, rel=0.03)
    assert down == pytest.approx(across, abs=2), "at 45 degrees"
    assert 1 - pixels.mean() / 255 == pytest.approx(0.2, abs=0.02)


def test_a_gradient_goes_where_it_is_turned():
    (path, *_) = EFFECTS["gradient"](Plate(SQUARE, (), 3, "", Effect("gradient", turn=-90, tone=0.8, fade=0.1)))
    assert isinstance(path, Path)
    assert isinstance(path.fill, Gradient)
    assert path.fill.start == pytest.approx((0, 45))
    assert path.fill.end == pytest.approx((120, 45))
    last = EFFECTS["gradient"](Plate(SQUARE, (), 3, "", Effect("gradient", tone=0.8, fade=0.1)))[-1].fill
    assert (last.first, last.last) == (Tone(0.8), Tone(0.1))


def test_density_sets_how_many_there_are():
    few, usual, many = (len(EFFECTS["snow"](Plate(SQUARE, (), 3, "", Effect("snow", density=d)))) for d in (0.4, 1, 2))
    assert 3 * few > usual > 2 * few
    assert many > 1.5 * usual
