"""How long a figure takes: the skeleton alone, and drawn at full and at little detail."""

from dataclasses import replace
from typing import Any

import pytest

from comicgen.picture.sketch.body import draw_figure
from comicgen.staging import Actor, Look
from comicgen.staging.camera import look_at
from comicgen.staging.figure import skeleton

CAMERA = look_at((0.0, 1.2, 4.5), (0.0, 0.85, 0.0), 2.2, 0.75)
LOOK = Look(age="teen", gender="woman", outfit="sailor uniform", hair="bob")


def actor(pose: str, outfit: str = "sailor uniform") -> Actor:
    return Actor("a", replace(LOOK, outfit=outfit), pose, "smile", (0.0, 0.0, 0.0), 25.0)


def test_skeleton(benchmark: Any) -> None:
    benchmark(skeleton, actor("running"))


@pytest.mark.parametrize("outfit", ["sailor uniform", "suit", "kimono", "armour", "coat"])
def test_figure(benchmark: Any, outfit: str) -> None:
    drawn = benchmark(draw_figure, actor("standing", outfit), CAMERA)
    assert drawn.marks


def test_distant_figure(benchmark: Any) -> None:
    far = look_at((0.0, 1.5, 30.0), (0.0, 0.85, 0.0), 2.2, 0.75)
    benchmark(draw_figure, actor("walking"), far)
