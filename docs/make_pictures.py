"""The pictures of README and guides, made by ``comicgen render`` itself and packed small.

Run ``python docs/make_pictures.py [NAME ...]`` from anywhere; without names all are made anew. Pages are
rendered at twice their size and brought down, so that fine screentone becomes an even grey.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

DOCS = Path(__file__).parent
STORIES, EXAMPLES, PICTURES = DOCS.parent / "stories", DOCS / "examples", DOCS / "pictures"
GREYS, COLOURS = 16, 40


@dataclass(frozen=True)
class Plate:
    """One picture: a story's page, ``width`` pixels wide; ``grey`` where it holds no colour."""

    story: Path
    page: int = 1
    width: int = 760
    grey: bool = True


PLATES = {
    "last-train-1": Plate(STORIES / "last-train.yaml"),
    "last-train-3": Plate(STORIES / "last-train.yaml", 3),
    "tea-for-two-1": Plate(STORIES / "tea-for-two.yaml"),
    "park-bench-1": Plate(STORIES / "park-bench.yaml", grey=False),
    "lighthouse-1": Plate(STORIES / "lighthouse.yaml"),
    "rooftop-signal-1": Plate(STORIES / "rooftop-signal.yaml", width=720, grey=False),
    "ame-no-eki-1": Plate(STORIES / "ame-no-eki.yaml"),
    "balloons": Plate(EXAMPLES / "balloons.yaml"),
    "captions": Plate(EXAMPLES / "captions.yaml"),
    "japanese": Plate(EXAMPLES / "japanese.yaml"),
    "chinese": Plate(EXAMPLES / "chinese.yaml"),
    "effects": Plate(EXAMPLES / "effects.yaml"),
    "settings": Plate(EXAMPLES / "settings.yaml"),
    "sounds": Plate(EXAMPLES / "sounds.yaml"),
    "cut-one": Plate(EXAMPLES / "cut-one.yaml", width=400),
    "cut-two": Plate(EXAMPLES / "cut-two.yaml", width=400),
    "cut-inset": Plate(EXAMPLES / "cut-inset.yaml", width=400),
}


def rendered(plate: Plate, folder: str) -> Image.Image:
    """Return a page as the command line renders it, at twice the plate's width."""
    words = ["render", str(plate.story), "-q", "-o", folder, "--format", "png", "--pages", str(plate.page)]
    command = [sys.executable, "-m", "comicgen", *words, "--width", str(2 * plate.width)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    (page,) = Path(folder).glob("*.png")
    return Image.open(page)


def packed(picture: Image.Image, plate: Plate) -> Image.Image:
    """Return the picture at half its size in few greys or colours."""
    half = picture.convert("L" if plate.grey else "RGB").reduce(2)
    if plate.grey:
        steps = GREYS - 1
        shades = half.point([round(v * steps / 255) for v in range(256)])
        shades.putpalette([round(k * 255 / steps) for k in range(GREYS) for _ in range(3)])
        return shades
    return half.quantize(COLOURS, kmeans=2, dither=Image.Dither.NONE)


def main() -> None:
    """Make the pictures that are named, or all, and print their paths and sizes."""
    PICTURES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or PLATES:
        with tempfile.TemporaryDirectory() as folder:
            picture = packed(rendered(PLATES[name], folder), PLATES[name])
        place = PICTURES / f"{name}.png"
        picture.save(place, bits=4 if PLATES[name].grey else 8, optimize=True)
        print(f"{place} {place.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
