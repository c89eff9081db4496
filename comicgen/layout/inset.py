"""Panels that the author set into another panel into small frames at its foot."""

from collections.abc import Mapping, Sequence

from ..geometry import Polygon, Rect, bounds, contains
from .notation import Block, Slot, patterns
from .order import reads_in_order
from .tree import Box, Grid
from .wish import Wish

DEPTHS = (0.40, 0.34, 0.28, 0.22, 0.18)
"""An inset's height by its host's, tried from the highest."""
WIDEST = 0.8
"""Of the host's width, for all of its insets together."""
MARGIN = 4.0


def insets_of(block: Block | None) -> dict[int, int]:
    """Return the host's panel number for each panel that is set into another."""
    found: dict[int, int] = {}
    at = 0
    for part in patterns(block) if block else ():
        if isinstance(part, Slot):
            found |= {at + 1 + k: at for k in range(part.insets)}
            at += 1 + part.insets
        else:
            at += part.count or 0
    return found


def set_in(
    frames: Mapping[int, Polygon], hosts: Mapping[int, int], wishes: Sequence[Wish], grid: Grid
) -> dict[int, Polygon]:
    """Return all frames with the insets added: ``frames`` holds those of the hosts, by panel number.

    The highest insets are taken with which both order rules still read the page as written.
    """
    made: dict[int, Polygon] = {}
    for depth in DEPTHS:
        made = dict(frames)
        for host in sorted(set(hosts.values())):
            guests = [k for k in sorted(hosts) if hosts[k] == host]
            boxes = _row(frames[host], [wishes[k].aspect for k in guests], depth, grid)
            made |= {k: box.corners for k, box in zip(guests, boxes, strict=True)}
        if _fits(made, hosts) and reads_in_order([_box(made[k]) for k in sorted(made)], grid.rtl):
            break
    return {k: made[k] for k in sorted(made)}


def _row(host: Polygon, aspects: Sequence[float], depth: float, grid: Grid) -> list[Rect]:
    """Return boxes side by side at the host's foot, the last one in the corner where reading ends."""
    shown, area = bounds(host), grid.area
    left, right = max(shown.x, area.x), min(shown.right, area.right)
    bottom = min(shown.bottom, area.bottom) - MARGIN
    height = depth * shown.h
    widths = [height * aspect for aspect in aspects]
    gutters = grid.column * (len(widths) - 1)
    squeeze = min(1.0, (WIDEST * (right - left) - gutters) / sum(widths))
    found = []
    at = left + MARGIN if grid.rtl else right - MARGIN
    for width in reversed([w * squeeze for w in widths]):
        x = at if grid.rtl else at - width
        found.append(Rect(*(round(v, 4) for v in (x, bottom - height, width, height))))
        at += (width + grid.column) * (1 if grid.rtl else -1)
    return found[::-1]


def _fits(made: Mapping[int, Polygon], hosts: Mapping[int, int]) -> bool:
    return all(contains(made[host], corner) for k, host in hosts.items() for corner in made[k])


def _box(polygon: Polygon) -> Box:
    b = bounds(polygon)
    return (b.x, b.y, b.w, b.h)
