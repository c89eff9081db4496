"""Random pages into the ten figures of page craft, each beside the threshold it must hold.

Run ``python benchmarks/craft.py --pages 500 --seed 1``. Pages are made in both reading directions
from words, weights and figures drawn by chance; what is checked is the geometry that
``comicgen plan --json`` prints, by code of its own (craft_checks.py).
"""

import argparse
import math
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from craft_checks import Faults, check_page
from craft_pages import make, plan, random_script
from shapely import Polygon

from comicgen.drawing import Contour, Tone
from comicgen.drawing import Path as Path_
from comicgen.geometry import Rect
from comicgen.pages import Desk, settle
from comicgen.paint import to_pixels
from comicgen.script import resolve
from comicgen.story import read_story


def run(pages: int, seed: int, language: str = "en") -> Iterator[tuple[str, dict, Faults, float]]:
    """Yield (reading, plan, faults, seconds) for every page in both directions."""
    for reading in ("ltr", "rtl"):
        for number in range(pages):
            script, page = random_script(Random(f"{seed} {reading} {number}"), number, reading, language)
            start = time.process_time()
            done = make(page, script)
            seconds = time.process_time() - start
            planned = plan(done)
            yield reading, planned, check_page(planned), seconds


def stories() -> Iterator[tuple[str, dict, Faults, float]]:
    """Yield the same of every page of the shipped stories, as they are rendered."""
    for path in sorted(Path(__file__).parents[1].glob("stories/*.yaml")):
        script = resolve(read_story(path))
        desk = Desk(script)
        for page in script.pages:
            start = time.process_time()
            settled = settle(page, desk)
            seconds = (time.process_time() - start) / len(settled)
            for sheet in settled:
                planned = plan(sheet.page)
                yield "stories", planned, check_page(planned), seconds


def tone_error(dpi: int = 600, lpi: int = 60) -> float:
    """Return the largest difference between the ink asked of a screentone and the ink on a 1-bit page."""
    worst = 0.0
    for percent in (5, 10, 20, 35, 50, 65, 80, 95):
        square = Path_((Contour(Rect(0, 0, 400, 400).corners),), Tone(percent / 100))
        pixels = to_pixels([square], Rect(0, 0, 400, 400), 400, 400, "print", dpi / lpi)
        worst = max(worst, abs(float((pixels < 128).mean()) - percent / 100))
    return worst


def area_error(found: list[tuple[str, dict, Faults, float]]) -> float:
    """Return the median |log| of a panel's share of its page over its share of the author's weights and words."""
    errors = []
    for _, page, _, _ in found:
        areas = [Polygon(p["polygon"]).area for p in page["panels"]]
        wanted = [p["weight"] * (1 + sum(len(t) for t in p["texts"]) / 150) for p in page["panels"]]
        pairs = zip(areas, wanted, strict=True)
        errors += [abs(math.log(a / sum(areas) * sum(wanted) / w)) for a, w in pairs]
    return statistics.median(errors)


THRESHOLDS: dict[str, tuple[str, float]] = {
    "face covered > 2 %": ("pages", 0.0),
    "balloons overlap": ("pages", 0.0),
    "balloon outside panel": ("pages", 0.0),
    "letters outside balloon": ("pages", 0.0),
    "missing glyph": ("pages", 0.0),
    "text lost": ("pages", 0.0),
    "outside safe area": ("pages", 0.0),
    "panel order (recursive cut)": ("pages", 0.0),
    "panel order (pairwise)": ("pages", 0.0),
    "balloon order (own pairs)": ("panels", 0.0),
    "balloon order (recursive cut)": ("panels", 0.02),
    "balloon order (corner distance)": ("panels", 0.08),
    "tail misses its speaker": ("balloons", 0.0),
    "tail not 50-60 %": ("balloons", 0.0),
    "tip points past the head": ("balloons", 0.01),
    "tail over its own head": ("balloons", 0.05),
    "nearly touching the frame": ("balloons", 0.01),
    "tail over another face": ("pages", 0.005),
    "tail over another balloon": ("pages", 0.01),
    "tail over another tail": ("pages", 0.01),
    "type under 80 %": ("balloons", 0.03),
    "type under 72 %": ("balloons", 0.0),
    "padding under 0.35 em": ("balloons", 0.0),
    "lone last word": ("balloons", 0.02),
    "sfx over a face": ("pages", 0.0),
}
"""What must hold: the unit that is counted, and the share of them that may fail."""


def report(found: list[tuple[str, dict, Faults, float]]) -> tuple[str, list[str]]:
    """Return the table of figures and the names of those that do not hold."""
    lines, broken = [], []
    for reading in dict.fromkeys(f[0] for f in found):
        mine = [f for f in found if f[0] == reading]
        totals = {
            "pages": len(mine),
            "panels": sum(f[2].several for f in mine),
            "balloons": sum(len(p["balloons"]) for f in mine for p in f[1]["panels"]),
        }
        lines.append(f"{reading}: {totals['pages']} pages, {totals['balloons']} balloons")
        for name, (unit, limit) in THRESHOLDS.items():
            hits = sum(bool(f[2].count[name]) if unit == "pages" else f[2].count[name] for f in mine)
            share = hits / max(totals[unit], 1)
            broken += [f"{reading} {name}"] if share > limit else []
            lines.append(
                f"  {name:34} {hits:5} {unit:8} {share:7.2%}   limit {limit:.1%}{'   !' if share > limit else ''}"
            )
        seconds = sorted(f[3] for f in mine)
        p95 = seconds[min(len(seconds) - 1, math.ceil(0.95 * len(seconds)) - 1)]
        times = [f"{1e3 * t:.0f}" for t in (statistics.median(seconds), p95, seconds[-1])]
        lines.append("  ms a page: median {}, 95 % {}, worst {}".format(*times))
    return "\n".join(lines), broken


def main() -> int:
    """Print the figures; exit 1 where one does not hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=500, help="in each direction")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="en")
    options = parser.parse_args()
    found = list(run(options.pages, options.seed, options.language))
    table, broken = report([*found, *stories()])
    print(table)
    print(f"area |log error| against weight and words: median {area_error(found):.2f}")
    print(f"tone |measured - asked|: worst {tone_error():.4f}   limit 0.01")
    print("PDF against SVG, and the PDF's text: held by the tests of the painter and the formats")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    raise SystemExit(main())
