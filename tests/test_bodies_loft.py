"""The ring loft: outlines, surfaces and profiles."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from comicgen.picture.sketch import loft
from comicgen.picture.sketch.hulls import hull, outline
from comicgen.picture.sketch.tubes import strand, tube
from comicgen.staging.camera import look_at

CAMERA = look_at((0.0, 1.0, 6.0), (0.0, 1.0, 0.0), 2.0, 1.0)


def limb() -> loft.Loft:
    keys = ((0, 0.10, 0.10, 0), (0.4, 0.14, 0.12, 0.02), (1, 0.06, 0.06, 0))
    return replace(tube((0, 1.5, 0), (0.2, 0.8, 0.3), (0, 0, 1), keys), ends=(True, True))


def test_a_ball_is_a_circle_from_everywhere():
    t = np.linspace(-1, 1, 41)
    tile = np.ones((41, 1))
    size = 0.3 * np.sqrt(1 - t * t)
    ball = loft.ring(
        np.array((0, 1, 0)) + t[:, None] * (0, 0.3, 0), tile * (1, 0, 0), tile * (0, 0, 1), (size, size, size)
    )
    areas = []
    for eye in ((0, 1, 6), (6, 1, 0.1), (0, 7, 0.2), (3.4, 4.5, 3.4)):
        camera = look_at(eye, (0, 1, 0), 2.0, 1.0)
        shape = outline(ball, camera)
        far = float(np.linalg.norm(np.subtract(eye, (0, 1, 0))))
        areas.append(shape.area * far**2 / (np.pi * (0.3 * 2.0 * 100) ** 2))
    assert areas == pytest.approx([1.0] * 4, rel=0.02)


def test_the_outline_holds_every_ring():
    rings = limb().rings()
    shape = shapely.buffer(outline(rings, CAMERA), 1e-6)
    assert shape.geom_type == "Polygon"
    assert shapely.contains_xy(shape, *loft.on_frame(rings, CAMERA).reshape(-1, 2).T).all()


def test_joined_lofts_are_one_outline():
    upper = limb()
    lower = tube((0.2, 0.8, 0.3), (0.1, 0.2, 0.5), (0, 0, 1), ((0, 0.07, 0.07), (1, 0.04, 0.04)))
    both = outline([upper, lower], CAMERA)
    assert both.geom_type == "Polygon"
    assert both.area < outline(upper, CAMERA).area + outline(lower, CAMERA).area


def test_a_surface_point_is_on_the_ring_and_its_normal_points_out():
    solid = limb()
    points, normals = solid.surface(solid.t, 37.0)
    rings = solid.cut(0.0, 1.0).rings()
    assert points.shape == normals.shape == (len(solid.t), 3)
    assert np.linalg.norm(normals, axis=1) == pytest.approx(1.0)
    assert (np.sum((points - solid.centre) * normals, axis=1) > 0).all()
    nearest = np.linalg.norm(rings - points[: len(rings), None], axis=2).min(axis=1)
    assert nearest.max() < 0.03
    raised, _ = solid.surface(solid.t, 37.0, 0.05)
    assert np.linalg.norm(raised - points, axis=1) == pytest.approx(0.05, abs=0.002)


def test_a_garment_covers_what_it_is_cut_from():
    body = limb()
    cover = outline(body.grown(0.02), CAMERA)
    assert cover.contains(outline(body, CAMERA))
    part = outline(body.cut(0.2, 0.6), CAMERA)
    assert shapely.buffer(outline(body, CAMERA), 0.3).contains(part)


def test_a_profile_passes_its_keys_and_stays_between_them():
    keys = np.array(((0, 1.0), (0.3, 2.0), (0.7, 2.0), (1.0, 0.5)))
    assert loft.profile(keys, keys[:, 0])[:, 1] == pytest.approx(keys[:, 1])
    dense = loft.profile(keys, 50)
    assert dense[:, 0] == pytest.approx(np.linspace(0, 1, 50))
    assert dense[:, 1].min() > 0.3
    assert dense[:, 1].max() < 2.4


def test_what_is_behind_the_camera_is_left_out():
    behind = tube((0, 1, 8), (0, 1, 9), (0, 1, 0), ((0, 0.1, 0.1), (1, 0.1, 0.1)))
    assert outline(behind, CAMERA).is_empty
    assert hull(behind.rings(), CAMERA).is_empty
    assert loft.contours(outline(behind, CAMERA)) == ()


def test_a_strand_follows_its_points():
    points = np.array(((0, 1, 0), (0.1, 0.8, 0.1), (0.0, 0.6, 0.2), (0.1, 0.3, 0.2)))
    lock = strand(points, (0, 0, 1), (0.02, 0.04, 0.03, 0.001), 0.4, rows=13)
    assert lock.centre[0] == pytest.approx(points[0])
    assert lock.centre[-1] == pytest.approx(points[-1])
    assert np.abs(np.sum(lock.left * lock.front, axis=1)).max() < 1e-9


@settings(max_examples=40)
@given(
    st.tuples(*[st.floats(-4, 4)] * 3),
    st.tuples(*[st.floats(-1, 1)] * 3),
    st.floats(0.5, 5.0),
)
def test_outlines_are_finite_from_any_camera(eye, target, focal):
    if np.linalg.norm(np.subtract(eye, target)) < 0.2:
        return
    shape = outline(limb(), look_at(eye, target, focal, 1.3))
    assert shape.is_valid
    assert np.isfinite(shapely.get_coordinates(shape)).all()


def test_axes_are_square_even_where_the_facing_is_along_the_bone():
    for facing in ((0, 1, 0), (0, 0, 1), (0, -1, 0)):
        left, front = loft.across(np.array((0.0, 2.0, 0.0)), facing)
        assert np.linalg.norm(left) == pytest.approx(1)
        assert np.dot(left, front) == pytest.approx(0)
        assert np.cross(front, left) == pytest.approx((0, 1, 0))
