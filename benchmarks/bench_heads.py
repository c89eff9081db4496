"""One head, one core: at the sizes of a crowd, a figure, a close-up and an extreme close-up.

Run ``pytest benchmarks/bench_heads.py --benchmark-only``.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from comicgen.picture.sketch.head import Bearing, draw_head
from comicgen.staging import Look
from comicgen.staging.camera import look_at
from comicgen.staging.figure import HeadFrame

FRAME = HeadFrame((0.0, 1.5, 0.0), (0.91, 0.0, 0.42), (0.0, 1.0, 0.0), (-0.42, 0.0, 0.91), 0.24)


@pytest.mark.parametrize("detail", [40, 160, 400, 1200])
@pytest.mark.parametrize("hair", ["short", "long", "afro"])
def test_a_head(benchmark: BenchmarkFixture, hair: str, detail: float) -> None:
    look = Look(age="teen", gender="woman", hair=hair)
    camera = look_at((0.0, 1.6, 2.2), (0.0, 1.6, 0.0), 5.0, 1.0)
    drawing = benchmark(draw_head, look, Bearing("smile"), FRAME, camera, detail)
    assert drawing.head.marks
