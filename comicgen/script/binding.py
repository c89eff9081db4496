"""Beats into pages: a sensible number of panels each, pages that begin with a scene where they can.

A yonkoma page has four panels; a webtoon is one strip a scene. Every other page has about five: among
all ways to cut the book, the one with the least sum of squared differences from five, where a page that
begins with a scene is worth one and a half.
"""

from collections.abc import Sequence
from itertools import groupby

from ..story import Story
from .beats import Beat, Sheaf

USUAL = 5
MOST = 8
SCENE_WORTH = 1.5
_FIXED = {"yonkoma": 4}


def bind(beats: Sequence[Beat], story: Story) -> list[Sheaf]:
    """Cut a book's beats into pages for the story's template."""
    if story.template == "webtoon":
        runs = [tuple(run) for _, run in groupby(beats, key=lambda beat: beat.scene)]
    elif story.template in _FIXED:
        size = _FIXED[story.template]
        runs = [tuple(beats[k : k + size]) for k in range(0, len(beats), size)]
    else:
        runs = _cut(beats)
    return [Sheaf(run, run[0].panel.where) for run in runs]


def _cut(beats: Sequence[Beat]) -> list[tuple[Beat, ...]]:
    """Return the cheapest cut, found from the end of the book to its start."""
    best: list[tuple[float, int]] = [(0.0, 0)] * (len(beats) + 1)
    for start in reversed(range(len(beats))):
        ends = range(start + 1, min(start + MOST, len(beats)) + 1)
        best[start] = min((_cost(beats, start, end) + best[end][0], end) for end in ends)
    runs, at = [], 0
    while at < len(beats):
        end = best[at][1]
        runs.append(tuple(beats[at:end]))
        at = end
    return runs


def _cost(beats: Sequence[Beat], start: int, end: int) -> float:
    opens = start > 0 and beats[start].scene != beats[start - 1].scene
    return (end - start - USUAL) ** 2 - SCENE_WORTH * opens
