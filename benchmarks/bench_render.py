"""Whole pages and whole commands: with pictures in the cache, drawn anew, two jobs against one, start-up.

Run ``pytest benchmarks/bench_render.py --benchmark-only``; figures belong in docs/performance.md.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PANEL = """
      - id: {id}
        shot: {shot}
        place: street
        characters:
          ann: {{pose: standing, expression: smile, at: left}}
          bob: {{pose: walking, expression: neutral, at: right}}
        dialogue:{lines}"""
HEAD = """\
title: Bench
seed: 3
template: manga-b5
characters:
  ann: {name: Ann, look: "woman, long red hair, green coat"}
  bob: {name: Bob, look: "man, short black hair, suit"}
pages:
"""
SHOTS = ("full shot", "medium shot", "medium close-up")


def story(pages: int, panels: int = 6) -> str:
    text = HEAD
    for page in range(pages):
        text += "  - panels:"
        for n in range(panels):
            lines = "\n          - ann: This is a line of talk.\n          - bob: So it is."
            lines = lines if n % 3 == 0 else "\n          - ann: And one more line."
            text += PANEL.format(id=f"p{page}-{n}", shot=SHOTS[n % 3], lines=lines)
        text += "\n"
    return text


def comicgen(*words: str, cache: Path, story_text: str, cwd: Path) -> float:
    """Run the command on one core's worth of threads; return seconds."""
    path = cwd / "bench.yaml"
    path.write_text(story_text, encoding="utf-8")
    env = os.environ | {"COMICGEN_CACHE": str(cache), "OMP_NUM_THREADS": "1"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "comicgen", *words], check=True, env=env, cwd=cwd, capture_output=True)
    return time.perf_counter() - start


@pytest.fixture
def one_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], None]:
    """A page of six panels and eight balloons at 1600 px, PNG written, inside this process."""
    from comicgen.files import cache_folder
    from comicgen.pages import Desk
    from comicgen.pipeline import Order, Target, render
    from comicgen.script import resolve
    from comicgen.story import read_story

    monkeypatch.setenv("COMICGEN_CACHE", str(tmp_path / "cache"))
    script = resolve(read_story("bench.yaml", story(1)))

    def go(force: bool) -> None:
        desk = Desk(script, width=1600, cache=cache_folder(), force=force)
        render(script, desk, Order((Target("png", tmp_path / "out", "bench"),)), lambda event: None)

    go(True)
    return go


def test_page_from_cache(benchmark: Callable[..., None], one_page: Callable[[bool], None]) -> None:
    benchmark(one_page, False)


def test_page_drawn_anew(benchmark: Callable[..., None], one_page: Callable[[bool], None]) -> None:
    benchmark(one_page, True)


def test_help(benchmark: Callable[..., None], tmp_path: Path) -> None:
    benchmark(comicgen, "--help", cache=tmp_path, story_text="", cwd=tmp_path)


def test_check_200_panels(benchmark: Callable[..., None], tmp_path: Path) -> None:
    benchmark(comicgen, "check", "bench.yaml", cache=tmp_path, story_text=story(40, 5), cwd=tmp_path)


def test_two_jobs_against_one(tmp_path: Path, record_property: Callable[[str, object], None]) -> None:
    text = story(40)
    one = comicgen(
        "render", "bench.yaml", "--jobs", "1", "--force", cache=tmp_path / "a", story_text=text, cwd=tmp_path
    )
    two = comicgen(
        "render", "bench.yaml", "--jobs", "2", "--force", cache=tmp_path / "b", story_text=text, cwd=tmp_path
    )
    record_property("ratio", one / two)
    print(f"\n40 pages: --jobs 1 {one:.1f} s, --jobs 2 {two:.1f} s, ratio {one / two:.2f}")


def test_memory_of_10_and_200_pages(tmp_path: Path) -> None:
    peaks = []
    for pages in (10, 200):
        code = (
            "import resource, sys; from comicgen.cli import run; run(sys.argv[1:]);"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        path = tmp_path / "bench.yaml"
        path.write_text(story(pages, 2), encoding="utf-8")
        env = os.environ | {"COMICGEN_CACHE": str(tmp_path / "cache"), "OMP_NUM_THREADS": "1"}
        words = ["render", str(path), "--jobs", "1", "-q", "--width", "800", "-o", str(tmp_path / f"{pages}.pdf")]
        done = subprocess.run([sys.executable, "-c", code, *words], check=True, env=env, capture_output=True, text=True)
        peaks.append(int(done.stdout.split()[-1]) * (1 if sys.platform == "darwin" else 1024) / 1e6)
    print(f"\npeak memory: 10 pages {peaks[0]:.0f} MB, 200 pages {peaks[1]:.0f} MB, ratio {peaks[1] / peaks[0]:.2f}")
