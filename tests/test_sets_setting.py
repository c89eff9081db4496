from functools import lru_cache
from random import Random

import numpy as np
import pytest
import shapely

from comicgen.picture.sketch.marks import Area, Stroke
from comicgen.picture.sketch.order import sort_pieces
from comicgen.picture.sketch.setting import Subject, draw_setting
from comicgen.picture.sketch.setting.details import DETAILS
from comicgen.picture.sketch.setting.fixtures import FIXTURES
from comicgen.picture.sketch.setting.hand import Hand, grid
from comicgen.picture.sketch.setting.horizon import LAYERS
from comicgen.picture.sketch.setting.light import LEVELS, MATERIALS, light_of
from comicgen.picture.sketch.setting.plants import KINDS
from comicgen.picture.sketch.setting.shadows import figure_shadows, under_feet
from comicgen.picture.sketch.setting.solids import draw_solids
from comicgen.picture.sketch.setting.surfaces import surface_of
from comicgen.picture.sketch.setting.texture import TEXTURES
from comicgen.staging import Scenery
from comicgen.staging.camera import Camera, look_at
from comicgen.staging.sets import PLACES, PROPS, build_set, prop_parts
from comicgen.staging.sets.shapes import lathe, tube
from comicgen.staging.sets.solids import Growth, Set, Solid

FAR = 2500.0
"""Frame units: no mark may reach farther than this from the frame."""
STAGE = look_at((0.8, 1.6, 3.6), (0.0, 1.3, -1.0), 1.0, 1.4)


def marks_of(setting):
    return [*setting.backdrop, *setting.ground, *(m for p in setting.pieces for m in p.marks), *setting.overlay]


def points_of(mark):
    return mark.points if isinstance(mark, Stroke) else np.concatenate(mark.rings)


def random_camera(rng: Random) -> Camera:
    eye = (rng.uniform(-3, 3), rng.choice((0.12, 0.6, 1.6, 3.0, 6.0)), rng.uniform(0.5, 9))
    target = (rng.uniform(-1, 1), rng.uniform(0, 2), rng.uniform(-4, -0.5))
    return look_at(eye, target, rng.uniform(0.7, 2.4), rng.choice((0.6, 1.0, 1.4, 2.4)), rng.choice((0, 0, 10)))


def check(setting, camera):
    marks = marks_of(setting)
    points = np.concatenate([points_of(m) for m in marks])
    assert points.shape[1] == 2
    assert np.isfinite(points).all()
    assert points.min() > -FAR
    assert points[:, 0].max() < 100 * camera.aspect + FAR
    assert points[:, 1].max() < 100 + FAR
    width = np.concatenate([np.ravel(m.width) for m in marks if isinstance(m, Stroke)] or [np.ones(1)])
    assert width.min() > 0
    assert width.max() < 6
    areas = [m for m in marks if isinstance(m, Area)]
    assert all(0 <= m.paint.tone <= 1 and m.shade >= 0 for m in areas)


@pytest.mark.parametrize("place", PLACES)
def test_place_draws_from_anywhere_at_any_hour(place):
    rng = Random(place)
    for k in range(20):
        time, weather = rng.choice(("day", "dawn", "dusk", "night")), rng.choice(("", "rain", "snow", "fog", "wind"))
        camera = random_camera(rng)
        scenery = Scenery(place, k % 3, time, weather, crowd=k % 5 == 0)
        check(draw_setting(scenery, camera, [Subject((0.0, 0.0, -1.0))] * (k % 2)), camera)


@pytest.mark.parametrize("prop", PROPS)
def test_prop_draws_and_shows(prop):
    bare = draw_setting(Scenery("void", 1), STAGE)
    dressed = draw_setting(Scenery("void", 1, props=(prop,)), STAGE)
    check(dressed, STAGE)
    assert len(marks_of(dressed)) > len(marks_of(bare))


@lru_cache(maxsize=256)
def fingerprint(place: str, seed: int = 1) -> bytes:
    setting = draw_setting(Scenery(place, seed), STAGE, [Subject((0.0, 0.0, -1.0))])
    return b"".join(np.round(points_of(m), 2).tobytes() for m in marks_of(setting))


def test_all_places_differ():
    assert len({fingerprint(p) for p in PLACES}) == len(PLACES)


def test_all_props_differ():
    seen = {}
    for prop in PROPS:
        parts = prop_parts(prop)
        form = repr([(p.corners.round(3).tolist(), p.materials) if isinstance(p, Solid) else repr(p) for p in parts])
        assert form not in seen, (prop, seen.get(form))
        seen[form] = prop


def test_drawing_repeats_and_follows_the_seed():
    first = fingerprint("street")
    fingerprint.cache_clear()
    build_set.cache_clear()
    assert fingerprint("street") == first
    assert fingerprint("street", 2) != first


@pytest.mark.parametrize("place", ["street", "classroom", "park"])
def test_less_detail_means_fewer_marks(place):
    counts = [len(marks_of(draw_setting(Scenery(place, 1), STAGE, (), d))) for d in (0.0, 0.3, 0.6, 1.0)]
    assert counts == sorted(counts)
    assert counts[0] < 0.95 * counts[-1]


def test_farther_means_less_detail():
    counts = []
    for z in (-2.0, 8.0, 60.0):
        camera = look_at((0.0, 1.6, z), (0.0, 1.5, -8.0), 1.0, 1.4)
        place = build_set("classroom", 1)
        hand = Hand(camera, light_of(place, "day", "", 4.0), 1.0)
        wall = surface_of(np.array([(-4.0, 0, -8), (4, 0, -8), (4, 3, -8), (-4, 3, -8)]), 5)
        counts.append(len(grid(hand, wall, (0.2, 0.2), 1.0)))
    assert counts[0] > counts[1] > counts[2]


def test_nothing_hides_a_head():
    camera = look_at((0.0, 1.6, 4.0), (0.0, 1.4, -3.0), 1.0, 1.4)
    head = 100 * camera.project(np.array((0.0, 1.55, -3.0)))
    for seed in range(4):
        for place in ("park", "classroom", "street", "shrine", "castle"):
            setting = draw_setting(Scenery(place, seed), camera, [Subject((0.0, 0.0, -3.0))])
            for piece in setting.pieces:
                depth = camera.view(piece.corners)[:, 2]
                if depth.max() < 6.5 and piece.screen is not None and np.ptp(piece.corners, axis=0).max() < 4:
                    x0, y0, x1, y1 = piece.screen
                    assert not (x0 < head[0] < x1 and y0 < head[1] < y1), (place, seed)


def test_stage_hides_what_stands_lower_behind_its_edge():
    """Bogies, rails and masts stand lower than the platform, whose edge is of concrete."""
    low = look_at((-0.6, 0.15, 1.2), (-1.6, 0.3, -4.0), 0.8, 1.4)
    setting = draw_setting(Scenery("station platform", 1), low)
    marks = [*setting.ground, *(m for p in sort_pieces(setting.pieces, low) for m in p.marks)]
    areas = [(shapely.make_valid(shapely.Polygon(m.rings[0])), m) for m in marks if isinstance(m, Area) and not m.shade]
    for x, y in 100 * low.project(np.array([(-2.74, 0, z) for z in (-2.0, -5.0, -9.0)])):
        top = [m for shape, m in areas if shape.contains(shapely.Point(x, y))]
        assert top[-1].paint.colour == setting.light.paint("concrete").colour, (x, y)


def test_floor_is_lit_by_day_and_dark_at_night_but_in_the_lamps_pool():
    day = draw_setting(Scenery("street", 1), STAGE, [Subject((0.0, 0.0, -1.0))])
    night = draw_setting(Scenery("street", 1, "night"), STAGE, [Subject((0.0, 0.0, -1.0))])
    tones = {round(m.paint.tone, 2) for m in day.ground if isinstance(m, Area)}
    dark = [m.paint.tone for m in night.ground if isinstance(m, Area)]
    assert 0.0 in tones
    assert max(dark) >= 0.4
    assert min(dark) < 0.1


def test_weather_lies_over_everything_out_of_doors_only():
    rain = draw_setting(Scenery("street", 1, "day", "rain"), STAGE)
    inside = draw_setting(Scenery("office", 1, "day", "rain"), STAGE)
    white = [m for m in rain.overlay if isinstance(m, Stroke) and m.white]
    assert len(white) > 60
    assert not inside.overlay


def test_fog_takes_tone_and_far_things():
    clear, fog = (draw_setting(Scenery("forest", 1, "day", w), STAGE) for w in ("", "fog"))

    def ink(setting):
        return sum(m.paint.tone for p in setting.pieces for m in p.marks if isinstance(m, Area))

    assert ink(fog) < ink(clear)


def test_room_opens_for_a_camera_outside_and_closes_behind_one_inside():
    outside = look_at((0.0, 1.6, 8.0), (0.0, 1.5, -2.0), 1.2, 1.4)
    inside = look_at((0.0, 1.6, -3.0), (0.0, 1.5, 2.0), 0.9, 1.4)
    for camera in (outside, inside):
        setting = draw_setting(Scenery("bedroom", 1), camera)
        assert len([m for m in setting.ground if isinstance(m, Area)]) > 8


def test_extra_props_stand_on_free_spots():
    plain = draw_setting(Scenery("park", 1), STAGE, [Subject((0.0, 0.0, -1.0))])
    more = draw_setting(Scenery("park", 1, props=("bicycle", "crate")), STAGE, [Subject((0.0, 0.0, -1.0))])
    assert len(more.pieces) > len(plain.pieces)


def test_crowd_is_behind_the_subject():
    alone, crowd = (
        draw_setting(Scenery("street", 1, crowd=c), STAGE, [Subject((0.0, 0.0, -1.0))]) for c in (False, True)
    )
    assert len(crowd.pieces) > len(alone.pieces) + 3


def test_crowd_sits_where_there_are_seats():
    alone, crowd = (
        draw_setting(Scenery("classroom", 1, crowd=c), STAGE, [Subject((0.0, 0.0, -1.0))]) for c in (False, True)
    )
    more = crowd.pieces[len(alone.pieces) :]
    assert len(more) > 5
    assert all(0.4 < p.corners[:, 1].min() < 0.6 for p in more)


def test_far_shot_among_trees_is_framed_in_black_but_not_over_a_head():
    far = look_at((0.0, 1.7, 10.5), (0.0, 1.7, -2.0), 0.95, 1.4)
    subject = Subject((0.0, 0.0, -1.0))
    framed = draw_setting(Scenery("park", 2), far, [subject])
    assert any(isinstance(m, Area) and m.paint.black for m in framed.overlay)
    head = 100 * far.project(np.array((0.0, 1.6, -1.0)))
    for mark in framed.overlay:
        if isinstance(mark, Area):
            low, high = points_of(mark).min(axis=0), points_of(mark).max(axis=0)
            assert not ((low < head).all() and (head < high).all())


def test_no_prop_stands_twice_and_nothing_floats_without_its_table():
    plain = draw_setting(Scenery("park", 1), STAGE, [Subject((0.0, 0.0, -1.0))])
    again = draw_setting(Scenery("park", 1, props=("bench",)), STAGE, [Subject((0.0, 0.0, -1.0))])
    assert len(again.pieces) == len(plain.pieces)
    close = look_at((-0.25, 1.3, -0.55), (-0.25, 1.2, -2.2), 1.0, 1.4)
    setting = draw_setting(Scenery("kitchen", 1), close, [Subject((-0.25, 0.0, -2.2), 1.3)])
    tops = [
        p
        for p in setting.pieces
        if 0.7 < p.corners[:, 1].min() < 0.76 and np.abs(p.corners.mean(axis=0)[2] + 1.35) < 0.3
    ]
    tables = [p for p in setting.pieces if 0.69 < p.corners[:, 1].min() < 0.71 and np.ptp(p.corners[:, 0]) > 1.2]
    assert tables or not tops


def test_pieces_sort_without_losing_any_that_shows():
    setting = draw_setting(Scenery("classroom", 1), STAGE)
    order = sort_pieces(setting.pieces, STAGE)
    assert len(order) == len(setting.pieces)
    depth = [float(np.linalg.norm(p.corners.mean(axis=0) - STAGE.eye)) for p in order]
    assert np.mean(depth[:20]) > np.mean(depth[-20:])


def marked(solid: Solid) -> set[str]:
    """Return the details of a solid's flat faces: of a round one its lids, for its skin has hoops and gores."""
    return set(solid.details[-2:] if solid.rings else solid.details) - {""}


def test_every_word_of_the_sets_is_drawn():
    names = {n for p in PROPS for part in prop_parts(p) if isinstance(part, Solid) for n in part.materials}
    details = {n for p in PROPS for part in prop_parts(p) if isinstance(part, Solid) for n in marked(part)}
    kinds = {part.kind for p in PROPS for part in prop_parts(p) if isinstance(part, Growth)}
    fixtures, layers, grounds = set(), set(), set()
    for place in PLACES:
        built = build_set(place, 1)
        names |= {n for s in built.solids for n in s.materials} | {p.material for p in built.patches}
        names |= {w.material for w in built.walls} | {built.overhead[0]}
        details |= {n for s in built.solids for n in marked(s)} | {w.detail for w in built.walls if w.detail}
        details |= {built.overhead[1]} - {""}
        kinds |= {g.kind for g in built.growths}
        fixtures |= {f.kind for w in built.walls for f in w.fixtures}
        layers |= {x.kind for x in built.layers}
        grounds |= {p.detail for p in built.patches if p.detail}
    assert names <= set(MATERIALS)
    assert details <= set(DETAILS)
    assert kinds <= set(KINDS)
    assert fixtures <= set(FIXTURES)
    assert layers <= set(LAYERS)
    assert grounds <= {*DETAILS, *TEXTURES, "kerb", "rail", "studs"}


def test_screentones_are_the_ones_in_use():
    setting = draw_setting(Scenery("cafe", 1), STAGE)
    tones = {round(m.paint.tone, 3) for m in marks_of(setting) if isinstance(m, Area) and not m.paint.black}
    assert tones <= {round(v, 3) for v in LEVELS}


def test_rain_falls_outside_of_the_roof_that_the_camera_is_under():
    under = look_at((0.5, 1.6, 2.0), (0.5, 1.6, -8.0), 1.2, 1.6)
    outside = look_at((-40.0, 1.6, 2.0), (-40.0, 1.6, -8.0), 1.2, 1.6)
    for weather in ("rain", "snow"):
        wet, open_ = (draw_setting(Scenery("station platform", 1, "day", weather), c).overlay for c in (under, outside))
        spots = [np.mean(m.points if isinstance(m, Stroke) else m.rings[0], axis=0) for m in wet]
        assert 0 < len(wet) < len(open_) / 2
        assert max(x for x, _ in spots) < 96, "the side of the rails and the far end are open, the wall is not"


ROUND = [
    k for k in PROPS if any(isinstance(p, Solid) and p.rings and np.ptp(p.corners[:, 0]) > 0.3 for p in prop_parts(k))
]


@pytest.mark.parametrize("prop", ROUND)
def test_round_things_have_smooth_outlines(prop):
    for part in prop_parts(prop):
        if isinstance(part, Solid) and part.rings and np.ptp(part.corners[:, 0]) > 0.3:
            ring = part.corners.reshape(part.rings, -1, 3)
            step = np.diff(np.concatenate([ring, ring[:, :1]], axis=1), axis=1)
            if ring.shape[1] < 12:
                continue  # panes, nuts: meant to have corners
            wide = np.linalg.norm(ring - ring.mean(axis=1, keepdims=True), axis=2).min(axis=1) > 0.05
            way = step / np.maximum(np.linalg.norm(step, axis=2, keepdims=True), 1e-9)
            turn = np.einsum("rnc,rnc->rn", way, np.roll(way, -1, axis=1))[wide]
            assert ((turn < 0.9).sum(axis=1) <= 4).all(), "a boat has a bow and two corners at the stern"


def test_a_round_thing_is_one_outline_with_one_band_of_shade():
    pieces = draw_setting(Scenery("void", 1, props=("barrel",)), STAGE).pieces
    (barrel,) = [p for p in pieces if len(p.marks) > 3]
    areas = [m for m in barrel.marks if isinstance(m, Area)]
    assert 2 <= len(areas) <= 4, "the staves, their shade and the lid, not a face for each stave"
    assert sum(a.shade > 0 for a in areas) == 1
    heavy = [m for m in barrel.marks if isinstance(m, Stroke) and np.max(m.width) > 0.3]
    assert all(len(m.points) > 8 for m in heavy), "flanks, foot and rim are whole lines"


ROOMS = [k for k in PLACES if build_set(k, 1).ceiling and k != "lamp room"]


@pytest.mark.parametrize("place", ROOMS)
def test_no_wall_of_a_room_is_bare(place):
    """Of the walls seen from the stage's front, at most four metres along run without a thing on or before them."""
    built = build_set(place, 1)
    things = [(s.corners.min(axis=0), s.corners.max(axis=0)) for s in built.solids]
    for wall in built.walls[:3]:
        ends = np.array((wall.origin, np.add(wall.origin, np.multiply(wall.along, wall.width))))
        axis = int(abs(wall.along[2]) > 0.5) * 2
        taken = [(f.u, f.u + f.w) for f in wall.fixtures]
        for low, high in things:
            near = low[2 - axis] - 1.3 < ends[0, 2 - axis] < high[2 - axis] + 1.3
            if near and high[1] > 0.3:
                u = sorted(abs(x - ends[0, axis]) for x in (low[axis], high[axis]))
                taken.append((u[0], u[1]))
        free, at = 0.0, 0.0
        for a, b in sorted([*taken, (wall.width, wall.width)]):
            free, at = max(free, min(a, wall.width) - at), max(at, b)
        assert free < 4.0 or wall.detail in ("pleats", "stones"), (place, wall.origin, free)


@pytest.mark.parametrize(("weather", "kind"), [("rain", Stroke), ("storm", Stroke), ("snow", Area), ("wind", Stroke)])
def test_weather_is_thin_lines_of_one_slant_or_small_flakes(weather, kind):
    over = draw_setting(Scenery("desert", 1, "day", weather), STAGE).overlay
    marks = [m for m in over if isinstance(m, kind)]
    assert len(marks) > 15
    if weather in ("rain", "storm"):
        long = [m for m in marks if np.ptp(m.points[:, 1]) > 6]
        slants = [float((m.points[-1, 0] - m.points[0, 0]) / (m.points[-1, 1] - m.points[0, 1])) for m in long]
        assert max(float(np.max(m.width)) for m in long) < 0.35
        assert np.ptp(slants) < 0.12


def test_puddles_are_pale_and_mirror_images_short():
    subject = Subject((0.0, 0.0, -1.0), bones=(((0.0, 0.1, -1.0), (0.0, 1.5, -1.0), 0.2),))
    wet = draw_setting(Scenery("bus stop", 1, "night", "rain"), STAGE, [subject])
    plain = draw_setting(Scenery("bus stop", 1, "night"), STAGE, [subject])
    seen = {m.rings[0].tobytes() for m in plain.ground if isinstance(m, Area)}
    more = [m for m in wet.ground if isinstance(m, Area) and m.rings[0].tobytes() not in seen and m.fixed]
    assert more
    assert all(not m.paint.black for m in more if np.ptp(points_of(m)[:, 0]) < 60)
    foot = 100 * STAGE.project(np.array((0.0, 0.0, -1.0)))[1]
    bands = [m for m in more if len(m.rings) > 2]
    assert bands
    assert points_of(bands[-1])[:, 1].max() < foot + 15


def test_snow_settles_and_fog_lies_in_banks():
    clear = draw_setting(Scenery("bus stop", 1), STAGE)
    snow = draw_setting(Scenery("bus stop", 1, "day", "snow"), STAGE)
    fog = draw_setting(Scenery("bus stop", 1, "day", "fog"), STAGE)
    assert sum(len(p.marks) for p in snow.pieces) > sum(len(p.marks) for p in clear.pieces)
    assert len(fog.pieces) > 2


@pytest.mark.parametrize("place", ["park", "beach", "desert", "snow field", "moon", "castle yard", "street", "forest"])
def test_ground_seen_from_above_carries_a_pattern(place):
    high = look_at((0.5, 6.0, 3.0), (0.0, 0.0, -2.0), 1.0, 1.4)
    strokes = [m for m in draw_setting(Scenery(place, 1), high).ground if isinstance(m, Stroke)]
    assert len(strokes) > 25


@pytest.mark.parametrize("sun", [(0.3, 0.9, 0.3), (0.9, 0.2, 0.3), (-0.95, 0.1, 0.2)])
def test_shadows_begin_under_the_feet_however_low_the_sun_is(sun):
    leg = ((0.1, 0.5, 0.0), (0.1, 0.09, 0.0), 0.08)
    subject = Subject((0.1, 0.0, 0.0), 1.7, bones=(leg,))
    black = shapely.union_all(under_feet([subject], [sun]))
    assert black.distance(shapely.Point(0.1, 0.0)) < 0.03
    assert figure_shadows([subject], [sun])[0].distance(shapely.Point(0.1, 0.0)) < 0.01


@pytest.mark.parametrize(("bent", "seams"), [(True, 0), (False, 1)])
def test_a_tube_that_bends_has_no_seams_but_a_broken_profile_has(bent, seams):
    path = [(0.2 * np.sin(t), 1.0 + 0.2 * np.cos(t), 0.0) for t in np.linspace(0.0, 3.1, 4)]
    profile = [(0.05, 0.8), (0.2, 1.0), (0.05, 1.2)]
    thing = tube(path, (0.05,) * 4, "white") if bent else lathe(profile, (0, 0, 0), "white")
    place = Set("one", solids=(thing,))
    (piece,) = draw_solids(place, Hand(STAGE, light_of(place, "day", "", 4.0), 1.0), frozenset())
    assert sum(isinstance(m, Stroke) and not m.closed for m in piece.marks) == seams
