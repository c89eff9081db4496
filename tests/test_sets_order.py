from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from comicgen.picture.sketch.order import Piece, box_piece, figure_piece, screen_box, sort_pieces
from comicgen.staging.camera import look_at

CAMERA = look_at((0.0, 1.6, 4.0), (0.0, 1.2, 0.0), 1.2, 1.4)


def names(pieces: dict[str, Piece], camera=CAMERA) -> list[str]:
    order = sort_pieces(list(pieces.values()), camera)
    return [next(n for n, p in pieces.items() if p is q) for q in order]


def desk(x: float, z: float) -> Piece:
    return box_piece((), (x - 0.6, 0.0, z - 0.3), (x + 0.6, 0.74, z + 0.3), CAMERA)


def test_desk_is_painted_after_the_wall_though_its_middle_is_farther():
    wall = box_piece((), (-9.0, 0.0, -3.1), (8.0, 2.8, -3.0), CAMERA)
    table = box_piece((), (-3.6, 0.0, -2.9), (-3.0, 0.7, -2.3), CAMERA)
    assert names({"table": table, "wall": wall}) == ["wall", "table"]


def test_figure_between_two_desks_in_any_input_order():
    things = {"back": desk(0.0, -2.0), "figure": figure_piece((), (0.0, 0.0, -1.0), 1.7, CAMERA), "front": desk(0.0, 0)}
    for order in permutations(things.items()):
        assert names(dict(order)) == ["back", "figure", "front"]


def test_sitter_comes_after_the_seat_and_before_the_table():
    seat = box_piece((), (-0.22, 0.40, -1.22), (0.22, 0.46, -0.78), CAMERA)
    back = box_piece((), (-0.22, 0.46, -1.24), (0.22, 0.9, -1.20), CAMERA)
    table = box_piece((), (-0.6, 0.7, -0.75), (0.6, 0.74, -0.1), CAMERA)
    sitter = figure_piece((), (0.0, 0.0, -1.0), 1.3, CAMERA, seat=0.46)
    assert names({"table": table, "sitter": sitter, "back": back, "seat": seat})[2:] == ["sitter", "table"]


def test_long_thing_beside_a_short_one_follows_the_separating_plane():
    train = box_piece((), (-5.0, 0.0, -60.0), (-2.0, 3.5, 2.0), CAMERA)
    person = figure_piece((), (-1.6, 0.0, -20.0), 1.7, CAMERA)
    assert names({"person": person, "train": train}) == ["train", "person"]


def test_cycle_still_gives_every_piece_once():
    bars = {
        "a": box_piece((), (-1, 0.9, -0.1), (1, 1.1, 0.1), CAMERA, yaw=5),
        "b": box_piece((), (-1, 0.9, -0.1), (1, 1.1, 0.1), CAMERA, yaw=50),
        "c": box_piece((), (-1, 0.9, -0.1), (1, 1.1, 0.1), CAMERA, yaw=95),
    }
    assert sorted(names(bars)) == ["a", "b", "c"]


def test_nothing_behind_the_camera_or_beside_the_frame_is_kept():
    behind = box_piece((), (-1, 0, 6), (1, 1, 7), CAMERA)
    beside = box_piece((), (40, 0, 0), (41, 1, 1), CAMERA)
    assert behind.screen is None
    assert names({"behind": behind, "beside": beside}) == []


def test_box_cut_by_the_near_plane_covers_what_is_seen_of_it():
    corners = np.array([(x, y, z) for x in (-1.0, 1.0) for y in (0.0, 1.0) for z in (-3.0, 9.0)])
    box = screen_box(corners, CAMERA)
    assert box is not None
    inside = 100 * CAMERA.project(np.array([(x, 0.5, 3.8) for x in (-1.0, 1.0)]))
    assert box[0] <= inside[:, 0].min()
    assert box[2] >= inside[:, 0].max()


@given(st.lists(st.tuples(st.integers(-4, 4), st.integers(-8, 0)), min_size=2, max_size=14, unique=True))
def test_rows_of_equal_boxes_come_farthest_first(cells):
    boxes = {str(c): box_piece((), (c[0], 0, c[1]), (c[0] + 0.8, 1, c[1] + 0.8), CAMERA) for c in cells}
    order = names(boxes)
    for (x, z), (u, w) in permutations(cells, 2):
        if x == u and z < w and str((x, z)) in order and str((u, w)) in order:
            assert order.index(str((x, z))) < order.index(str((u, w)))


@pytest.mark.parametrize("count", [0, 1])
def test_few_pieces(count):
    assert len(sort_pieces([desk(0, -1)] * count, CAMERA)) == count
