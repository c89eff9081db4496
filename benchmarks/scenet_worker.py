"""Panels on stdin into scenet's places for their balloons on stdout; run by an interpreter that has scenet.

Called by side_by_side.py. Needs nothing of comicgen, so that each program runs in its own environment.
"""

import json
import sys
import time
from pathlib import Path

from scenet.assets.kinematics import ResolvedPuppet
from scenet.errors import ScenetError
from scenet.geom import BBox, Circle, Point, Vector
from scenet.ir import BalloonKind, CaptionEvent, SayEvent
from scenet.solve.balloons import place_script
from scenet.solve.text import FontMetrics

KINDS = {kind.value: kind for kind in BalloonKind}


def actor(figure: dict) -> ResolvedPuppet:
    """Return a figure as scenet knows it: a face, a mouth and the hull of the body."""
    cx, cy, r = figure["face"]
    x, y, w, h = figure["body"]
    corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
    return ResolvedPuppet(
        name=figure["character"], pose="standing", facing_right=True, scale=1.0, joints={},
        anchors={"mouth": Point(*figure["mouth"])}, landmarks={}, capsules=(), blobs=(), face=Circle(cx, cy, r),
        gaze=Vector(0.0, 0.0), hull=tuple(Point(*corner) for corner in corners),
    )  # fmt: skip


def event(line: dict, cast: dict[str, ResolvedPuppet]) -> SayEvent | CaptionEvent:
    if line["kind"] == "caption":
        return CaptionEvent(text=line["text"])
    hidden = line["off"] or line["speaker"] not in cast
    kind = KINDS.get(line["kind"], BalloonKind.SPEECH)
    return SayEvent(by=line["speaker"], text=line["text"], kind=kind, off_panel=hidden)


def curve(tail: object) -> list[tuple[float, float]]:
    """Return a tail's line; a bent one is a quadratic curve."""
    a, b = tail.start, tail.end
    c = tail.control or Point((a.x + b.x) / 2, (a.y + b.y) / 2)
    steps = [k / 16 for k in range(17)]
    return [
        (
            (1 - t) ** 2 * a.x + 2 * t * (1 - t) * c.x + t * t * b.x,
            (1 - t) ** 2 * a.y + 2 * t * (1 - t) * c.y + t * t * b.y,
        )
        for t in steps
    ]


def placed(panel: dict, metrics: FontMetrics) -> dict:
    cast = {f["character"]: actor(f) for f in panel["figures"]}
    events = [event(line, cast) for line in panel["lines"]]
    start = time.process_time()
    try:
        found = place_script(
            events, cast, BBox(*panel["box"]), metrics=metrics, italic_metrics=metrics, font_size=panel["type"]
        )
    except ScenetError as fault:
        return {"refused": str(fault), "seconds": time.process_time() - start}
    seconds = time.process_time() - start
    boxes = sorted([*found.balloons, *found.captions], key=lambda b: b.order)
    return {
        "seconds": seconds,
        "balloons": [
            {
                "speaker": b.speaker,
                "outline": [[p[0], p[1]] for p in corners(b.box)],
                "tail": curve(b.tail) if hasattr(b, "tail") else [],
                "size": panel["type"],
            }
            for b in boxes
        ],
    }


def corners(box: BBox) -> list[tuple[float, float]]:
    return [(box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)]


def main() -> None:
    task = json.load(sys.stdin)
    metrics = FontMetrics(Path(task["font"]))
    json.dump([placed(panel, metrics) for panel in task["panels"]], sys.stdout)


if __name__ == "__main__":
    main()
