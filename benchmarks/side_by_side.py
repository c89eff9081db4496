"""The same faces, mouths and lines to two balloon placers, comicgen's and scenet's, and what comes of it.

scenet (PyPI, 0.11.1) needs Python 3.12 or newer, so it gets an environment of its own::

    python3.12 -m venv build/scenet
    build/scenet/bin/pip install scenet==0.11.1
    python benchmarks/side_by_side.py --python build/scenet/bin/python --panels 400

Both get the same upright frames, faces as circles, the same font at the same size and left-to-right
reading, and each frame once: no page is laid out again for a crowded panel.
"""

import argparse
import json
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from random import Random

from craft_pages import BLANK, figures, random_script
from shapely import LineString, Point, Polygon

from comicgen.fonts import face, face_of
from comicgen.geometry import Rect
from comicgen.layout import Frame, PageLayout, lay_out_page
from comicgen.lettering import LetteredPanel, letter
from comicgen.staging import Anchor

MARGIN = 0.27
"""Clear paper inside the frame, in ems, for both."""
Case = tuple[PageLayout, Frame, tuple[Anchor, ...]]


def cases(count: int, seed: int, language: str) -> Iterator[Case]:
    """Yield upright frames with words from random left-to-right pages, with round faces."""
    number, found = 0, 0
    while found < count:
        script, page = random_script(Random(f"side {seed} {number}"), number, "ltr", language)
        number += 1
        (layout,) = lay_out_page(page, script)
        for frame in layout.frames:
            upright = sorted(frame.polygon) == sorted(frame.box.corners)
            if upright and not frame.bleed and frame.panel.lines and found < count:
                found += 1
                yield layout, frame, tuple(_round(a) for a in figures(frame.panel, frame.box))


def _round(anchor: Anchor) -> Anchor:
    """Return the anchor with the square head of a circle."""
    r = (anchor.head.w + anchor.head.h) / 4
    x, y = anchor.head.centre
    return Anchor(anchor.character, Rect(x - r, y - r, 2 * r, 2 * r), anchor.mouth, anchor.body)


def as_json(case: Case) -> dict:
    """Return a panel as the other program's worker reads it."""
    layout, frame, anchors = case
    box = frame.box.inset(MARGIN * layout.type_size)
    return {
        "box": [box.x, box.y, box.w, box.h],
        "type": layout.type_size,
        "figures": [
            {"character": a.character, "face": [*a.head.centre, a.head.w / 2], "mouth": a.mouth, "body": _rect(a.body)}
            for a in anchors
        ],
        "lines": [
            {"kind": n.kind, "speaker": n.speaker, "text": n.text.upper(), "off": "off" in n.kinds}
            for n in frame.panel.lines
        ],
    }


def _rect(r: Rect) -> list[float]:
    return [r.x, r.y, r.w, r.h]


def ours(case: Case, language: str) -> dict:
    """Return comicgen's places for one panel."""
    layout, frame, anchors = case
    start = time.process_time()
    page = letter(layout, [LetteredPanel(frame, BLANK, frame.box, anchors)], language)
    seconds = time.process_time() - start
    balloons = page.panels[0].balloons
    return {
        "seconds": seconds,
        "balloons": [
            {"speaker": b.speaker, "outline": b.outline, "tail": b.tail, "size": b.size / _usual(layout, language)}
            for b in balloons
        ],
    }


def _usual(layout: PageLayout, language: str) -> float:
    return layout.type_size * (1.15 if language == "zh" else 1.0)


def theirs(found: Sequence[Case], python: str, font: str) -> list[dict]:
    """Return scenet's places for all panels, found by its own interpreter."""
    task = {"font": font, "panels": [as_json(case) for case in found]}
    worker = Path(__file__).with_name("scenet_worker.py")
    done = subprocess.run([python, str(worker)], input=json.dumps(task), capture_output=True, text=True, check=True)
    places: list[dict] = json.loads(done.stdout)
    return places


FIGURES = (
    "panels refused",
    "panels with a face covered",
    "panels with balloons over each other",
    "panels with a balloon over the frame",
    "panels with a tail over another face",
    "panels with a tail over another balloon",
)


def faults(case: Case, answer: dict) -> set[str]:
    """Return the names of what is wrong in one panel, by plain geometry."""
    if "refused" in answer:
        return {FIGURES[0]}
    _, frame, anchors = case
    bodies = [Polygon(b["outline"]).buffer(0) for b in answer["balloons"]]
    faces = {a.character: Point(a.head.centre).buffer(a.head.w / 2) for a in anchors}
    outside = [b.difference(Polygon(frame.polygon)).area > 0.01 * b.area for b in bodies]
    hidden = [sum(b.intersection(f).area for b in bodies) > 0.02 * f.area for f in faces.values()]
    over = [a.intersection(b).area > 0.01 * min(a.area, b.area) for a, b in combinations(bodies, 2)]
    flags = (False, any(hidden), any(over), any(outside), *_tails(answer["balloons"], bodies, faces))
    return {name for name, flag in zip(FIGURES, flags, strict=True) if flag}


def _tails(balloons: list[dict], bodies: list[Polygon], faces: dict[str, Polygon]) -> tuple[bool, bool]:
    on_face = on_balloon = False
    for k, balloon in enumerate(balloons):
        if len(balloon["tail"]) > 1:
            line = LineString(balloon["tail"])
            on_face |= any(line.intersects(f) for name, f in faces.items() if name != balloon["speaker"])
            on_balloon |= any(line.intersects(body) for n, body in enumerate(bodies) if n != k)
    return on_face, on_balloon


def column(found: Sequence[Case], answers: Sequence[dict]) -> list[str]:
    """Return one program's column of the table."""
    wrong = [faults(case, answer) for case, answer in zip(found, answers, strict=True)]
    cells = []
    for name in FIGURES:
        hits = sum(name in w for w in wrong)
        cells.append(f"{hits} ({hits / len(found):.1%})")
    seconds = sorted(a["seconds"] for a in answers)
    p95 = seconds[int(0.95 * len(seconds))]
    return [*cells, f"{1e3 * statistics.median(seconds):.1f}, {1e3 * p95:.1f}"]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--python", required=True, help="an interpreter that has scenet 0.11.1")
    parser.add_argument("--panels", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", default="en", choices=("en", "zh"))
    options = parser.parse_args()
    found = list(cases(options.panels, options.seed, options.language))
    mine = [ours(case, options.language) for case in found]
    font = face(face_of("A" if options.language == "en" else "我", "dialogue")).path
    other = theirs(found, options.python, font)
    lines = sum(len(frame.panel.lines) for _, frame, _ in found)
    print(f"{len(found)} panels, {lines} lines, language {options.language}\n")
    print("| | comicgen | scenet 0.11.1 |\n|---|---|---|")
    for row in zip((*FIGURES, "ms a panel: median, 95 %"), column(found, mine), column(found, other), strict=True):
        print("| {} | {} | {} |".format(*row))
    sizes = [b["size"] for a in mine for b in a["balloons"]]
    print(
        f"\ncomicgen set {sum(s >= 0.8 for s in sizes) / len(sizes):.1%} of its balloons at 80 % of the type or more."
    )


if __name__ == "__main__":
    main()
