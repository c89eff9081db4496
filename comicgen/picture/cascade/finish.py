"""The last stage's numbers into the picture of a shot: exact size, the story's tone, the model's own checks."""

from pathlib import Path

import numpy as np

from ...staging import anchors
from .. import Picture, Shot
from .guide import moved_anchors
from .place import Place
from .preset import Preset
from .previews import bytes_of
from .safety import Guard, open_guard
from .work import Work


class Finisher:
    """Finishes pictures; where the model brings a safety checker or a watermark, both stay on."""

    def __init__(self, directory: Path, preset: Preset, place: Place) -> None:
        folders = dict.fromkeys([preset.encoder, *(s.folder for s in preset.stages)])
        self._guard: Guard | None = open_guard([directory / f for f in folders if f], place)

    def finish(self, work: Work) -> Picture:
        """Return the picture at its shot's exact size, grey for mono and grey books, or a placeholder."""
        from PIL import Image

        assert work.pixels is not None
        shot = work.shot
        pixels = bytes_of(work.pixels)
        if self._guard:
            held, pixels = self._guard.look(pixels)
            if held:
                return placeholder(shot, held)
        image = Image.fromarray(pixels).resize((shot.width, shot.height), Image.Resampling.LANCZOS)
        seen = np.asarray(image if shot.tone == "colour" else image.convert("L"))
        return Picture(seen, moved_anchors(shot, work.seen))


def placeholder(shot: Shot, fault: str) -> Picture:
    """Return a hatched picture that says plainly that it is none."""
    y, x = np.mgrid[0 : shot.height, 0 : shot.width]
    hatch = np.where((x + y) // 12 % 4 == 0, 150, 235).astype(np.uint8)
    pixels = hatch if shot.tone != "colour" else np.repeat(hatch[:, :, None], 3, axis=2)
    return Picture(pixels, anchors(shot.staging), fault=fault or "no picture came out")
