"""One page laid out: by number of panels and by template.

Run ``pytest benchmarks/bench_layout.py --benchmark-only``. The bar: six panels in 20 ms, the 95th percentile in 100 ms.
"""

import random
import sys
from pathlib import Path
from typing import Any

import pytest

from comicgen.layout import lay_out_page
from comicgen.script import ScriptPage
from comicgen.story import SHOTS

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from layout_scripts import EVERY, page, panel, script


def pages(panels: int, count: int = 40) -> list[ScriptPage]:
    """Return pages of every mood, the same in each run."""
    draw = random.Random(panels)
    return [
        page(
            [
                panel(
                    f"p{n}-{k}",
                    shot=draw.choice(SHOTS),
                    cast=draw.choice((0, 1, 1, 2, 3)),
                    talk=tuple(draw.choice((8, 30, 70, 120)) for _ in range(draw.choice((0, 1, 1, 2, 3)))),
                    weight=draw.choice((0.7, 1, 1, 1.5, 2.5)),
                    effects=draw.choice(((), (), (), ("speed lines",))),
                )
                for k in range(panels)
            ]
        )
        for n in range(count)
    ]


@pytest.mark.parametrize("panels", [1, 3, 6, 9, 12])
def test_automatic_page(benchmark: Any, panels: int) -> None:
    found = pages(panels)
    book = script(*found)
    turn = iter(range(10**9))
    benchmark.pedantic(lambda: lay_out_page(found[next(turn) % len(found)], book), rounds=len(found))


@pytest.mark.parametrize("name", EVERY)
def test_each_template(benchmark: Any, name: str) -> None:
    found = pages(6)
    book = script(*found, template=name)
    turn = iter(range(10**9))
    benchmark.pedantic(lambda: lay_out_page(found[next(turn) % len(found)], book), rounds=len(found))
