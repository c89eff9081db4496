"""Frames' boxes into the order in which a reader takes them, by two rules that know nothing of our trees.

The cut rule parts a page recursively into what lies above and below, else into sides, and lets boxes stick
over a cut by a quarter (after Kovanen and Aizawa, "A layered method for determining manga text bubble
reading order", ICIP 2015). The pair rule asks of every two boxes which comes first and needs all answers to
agree (after Sachdeva and Zisserman, "The Manga Whisperer", CVPR 2024). A page on which both give the
script's order reads one way only.
"""

from collections.abc import Sequence

from .tree import Box

OVERHANG = 0.25
"""How much of a box may lie beyond a cut."""
ERODE = 0.05

Span = tuple[float, float]
_Sides = tuple[float, float, float, float]
"""left, top, right, bottom; mirrored for left-to-right pages, so that right is always first."""


def reads_in_order(boxes: Sequence[Box], rtl: bool) -> bool:
    """Tell whether both rules read the boxes in the order in which they are given."""
    sides = [_sides(box, rtl) for box in boxes]
    return cut_order(sides) == list(range(len(sides))) and _pairs_agree([_erode(s, ERODE) for s in sides])


def _sides(box: Box, rtl: bool) -> _Sides:
    x, y, w, h = box
    return (x, y, x + w, y + h) if rtl else (-x - w, y, -x, y + h)


def cut_order(sides: Sequence[_Sides]) -> list[int]:
    """Return the boxes' numbers in the order of the cut rule."""
    return _cut(list(range(len(sides))), sides)


def _cut(group: list[int], sides: Sequence[_Sides]) -> list[int]:
    if len(group) < 2:
        return group
    for low, high, backwards in ((1, 3, False), (0, 2, True)):
        spans = {k: (sides[k][low], sides[k][high]) for k in group}
        parted = _part(group, {k: (-b, -a) for k, (a, b) in spans.items()} if backwards else spans)
        if parted:
            return _cut(parted[0], sides) + _cut(parted[1], sides)
    first = min(group, key=lambda k: (sides[k][1] - sides[k][2], k))
    return [first, *_cut([k for k in group if k != first], sides)]


def _part(group: list[int], spans: dict[int, Span]) -> tuple[list[int], list[int]] | None:
    """Return the boxes before and after the first line that crosses none by more than OVERHANG."""
    for line in sorted({end for span in spans.values() for end in span}):
        before, after = list[int](), list[int]()
        for k in group:
            low, high = spans[k]
            share = (line - low) / (high - low)
            if OVERHANG < share < 1 - OVERHANG:
                break
            (before if share > 0.5 else after).append(k)
        else:
            if before and after:
                return before, after
    return None


def _pairs_agree(sides: Sequence[_Sides]) -> bool:
    return all(_precedes(i, j, sides) for i in range(len(sides)) for j in range(i + 1, len(sides)))


def _precedes(i: int, j: int, sides: Sequence[_Sides]) -> bool:
    """Tell whether box i is read before box j: above or right of it, else by the cuts between them."""
    a, b = sides[i], sides[j]
    while _meet(a, b):
        a, b = _erode(a, ERODE), _erode(b, ERODE)
        if a[2] - a[0] < 1e-3 or b[2] - b[0] < 1e-3:
            return False
    above, below = a[3] < b[1], b[3] < a[1]
    left, right = a[2] < b[0], b[2] < a[0]
    if (above and not left) or (right and not below):
        return True
    if (below and not right) or (left and not above):
        return False
    return _cuts_between(i, j, sides)


def _cuts_between(i: int, j: int, sides: Sequence[_Sides]) -> bool:
    """Part all boxes in the two boxes' common hull by level lines, else by upright ones, until they fall apart."""
    shrunk = list(sides)
    for _ in range(40):
        a, b = shrunk[i], shrunk[j]
        hull = (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3]))
        near = [s for s in shrunk if _meet(s, hull)]
        levels = _merge([(s[1], s[3]) for s in near])
        if (first := _slot(a[1], levels)) != (second := _slot(b[1], levels)):
            return first < second
        uprights = _merge([(s[0], s[2]) for s in near])
        if (first := _slot(a[0], uprights)) != (second := _slot(b[0], uprights)):
            return first > second
        shrunk = [_erode(s, ERODE) for s in shrunk]
    return False


def _merge(spans: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for a, b in sorted(spans):
        if merged and a <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(b, merged[-1][1]))
        else:
            merged.append((a, b))
    return merged


def _slot(at: float, spans: list[Span]) -> int:
    return next(k for k, (a, b) in enumerate(spans) if a <= at <= b)


def _meet(a: _Sides, b: _Sides) -> bool:
    return a[0] <= b[2] and b[0] <= a[2] and a[1] <= b[3] and b[1] <= a[3]


def _erode(s: _Sides, share: float) -> _Sides:
    """Shrink a box about its middle by a share of its shorter side on either axis."""
    d = share * min(s[2] - s[0], s[3] - s[1]) / 2
    return (s[0] + d, s[1] + d, s[2] - d, s[3] - d)
