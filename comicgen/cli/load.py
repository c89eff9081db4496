"""A story's name on the command line into a settled Script."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..script import Script
    from ..story import Story


def load(story: str, *, seed: int | None = None, max_panels: int = 500) -> "Script":
    """Read and resolve a story file, or stdin for ``-``.

    Raises StoryError with the place of any fault, those of its layout too: nothing is drawn of a book that
    cannot be finished.
    """
    from ..layout import check_layout
    from ..script import resolve

    script = resolve(read(story, seed=seed, max_panels=max_panels))
    check_layout(script)
    return script


def read(story: str, *, seed: int | None = None, max_panels: int = 500) -> "Story":
    """Read a story file, or stdin for ``-``."""
    from ..story import read_story

    text = sys.stdin.buffer.read() if story == "-" else None
    found = read_story("<stdin>" if story == "-" else Path(story), text, max_panels=max_panels)
    return found if seed is None else replace(found, seed=seed)
