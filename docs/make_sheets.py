"""The sketch artist's contact sheets in docs/pictures: drawn at twice their size, brought down and packed small.

Run ``python docs/make_sheets.py [NAME ...]`` from anywhere; without names all are made anew.
"""

import sys
from pathlib import Path

from PIL import Image

from comicgen.picture.sketch.sheets import SHEETS, paint_sheet, sheet

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 1000
GREYS, COLOURS = 12, 96


def make(name: str) -> Path:
    """Draw one contact sheet and return its file."""
    drawn = Image.fromarray(paint_sheet(sheet(name), 2 * WIDTH))
    small = drawn.resize((WIDTH, round(drawn.height / 2)), Image.Resampling.LANCZOS)
    path = PICTURES / f"sheet-{name}.png"
    packed(small).save(path, optimize=True)
    return path


def packed(picture: Image.Image) -> Image.Image:
    """Return a picture of few colours: even steps from black to paper where it is grey."""
    if picture.mode == "RGB":
        return picture.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    steps = picture.point([round(v * (GREYS - 1) / 255) for v in range(256)])
    steps.putpalette([round(k * 255 / (GREYS - 1)) for k in range(GREYS) for _ in "rgb"])
    return steps


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for chosen in sys.argv[1:] or SHEETS:
        made = make(chosen)
        print(f"{made.stat().st_size / 1024:6.0f} KiB  {made.name}")
