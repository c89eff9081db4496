"""The sketch artist's contact sheets in docs/pictures: drawn at twice their size, brought down and packed small.

Run ``python docs/make_sheets.py [NAME ...]`` from anywhere; without names all are made anew.
"""

import sys
from pathlib import Path

from PIL import Image

from comicgen.picture.sketch.sheets import SHEETS, paint_sheet, sheet

PICTURES = Path(__file__).parent / "pictures"
WIDTH = 1000
COLOURS = {"L": 8, "RGB": 96}


def make(name: str) -> Path:
    """Draw one contact sheet and return its file."""
    drawn = Image.fromarray(paint_sheet(sheet(name), 2 * WIDTH))
    small = drawn.resize((WIDTH, round(drawn.height / 2)), Image.Resampling.LANCZOS)
    palette = small.convert("RGB").quantize(COLOURS[small.mode], Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    path = PICTURES / f"sheet-{name}.png"
    palette.save(path, optimize=True)
    return path


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    for chosen in sys.argv[1:] or SHEETS:
        made = make(chosen)
        print(f"{made.stat().st_size / 1024:6.0f} KiB  {made.name}")
