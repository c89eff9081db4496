"""A staging into an ink drawing: the embedded artist, with no weights and no downloads."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from ... import drawing, geometry, paint, staging
from ...doors import find, names, unknown
from ...drawing import Group, Item
from ...geometry import Rect
from ...paint import to_pixels
from ...staging import anchors
from .. import Backend, Options, Picture, Report, Shot

MANNERS = {"mono": "ink", "grey": "grey", "colour": "colour"}
"""The manner that follows a story's tone."""
FRAME = 100.0


def open_backend(model: str, options: Options) -> Backend:
    """Return the embedded artist."""
    return Sketch()


class Sketch:
    """Draws each shot from its staging alone."""

    name = "sketch"
    batched = False

    def identity(self) -> str:
        """Return a digest of the code that decides the pixels."""
        return _code_digest()

    def take(self, shots: Sequence[Shot], report: Report) -> Iterator[Picture]:
        """Yield one drawn picture for each shot, in order."""
        for done, shot in enumerate(shots):
            yield draw(shot)
            report("sketch", done + 1, len(shots))


def draw(shot: Shot) -> Picture:
    """Return a shot drawn in its manner: pixels, the same as vectors, and where the heads are."""
    from .scene import compose

    name = shot.manner or MANNERS[shot.tone]
    if name not in names("picture.sketch.manners"):
        raise unknown("sketch manner", name, names("picture.sketch.manners"))
    manner = find("picture.sketch.manners", name)
    page = Rect(0, 0, shot.width, shot.height)
    frame = Rect(0, 0, FRAME * shot.staging.camera.aspect, FRAME)
    with _cycles_unsought():
        drawn = manner.draw(compose(shot.staging, values=manner.MODE != "rgb"))
        items: tuple[Item, ...] = (Group("sketch", drawn, page.corners, (frame, page)),)
        pixels = to_pixels(items, page, shot.width, shot.height, manner.MODE, shot.screen)
    return Picture(pixels, anchors(shot.staging), items)


@contextmanager
def _cycles_unsought() -> Iterator[None]:
    """Let no garbage be collected meanwhile: a drawing is a tree of many small objects, and a twelfth faster so."""
    paused = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if paused:
            gc.enable()


@lru_cache(maxsize=1)
def _code_digest() -> str:
    digest = sha256()
    roots = [Path(m.__file__ or "").parent for m in (staging, paint)] + [Path(__file__).parent]
    files = [f for root in roots for f in root.rglob("*.py")] + [Path(m.__file__ or "") for m in (drawing, geometry)]
    for path in sorted(files, key=str):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()
