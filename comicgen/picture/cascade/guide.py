"""A staging into what steers the base stage: a composition to start from, and a box for each character's words."""

from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import torch

from ...geometry import Point, Rect
from ...staging import Anchor, anchors
from .. import Options, Shot, open_backend, quiet
from .encode import Encoded, rows_of

GROW = 0.12
"""A character's box is grown by this share, so that hair and cloth that stand out stay in it."""
MASK = 64
"""Side of the masks; the layers shrink them to their own size."""
MOVED = 0.5
"""Share of a box that a heat map's centre must be away from it before the anchor follows."""


def composition(shot: Shot, size: tuple[int, int]) -> torch.Tensor:
    """Return the staging's colour sketch at (height, width) as (3, h, w) in [-1, 1]."""
    seen = replace(shot, tone="colour", manner="", width=size[1] * 4, height=size[0] * 4)
    (picture,) = open_backend("sketch", Options()).take([seen], quiet)
    pixels = torch.from_numpy(np.array(picture.pixels)).permute(2, 0, 1).float() / 127.5 - 1
    return torch.nn.functional.interpolate(pixels[None], size, mode="area")[0]


def _pose(shot: Shot, size: tuple[int, int]) -> torch.Tensor:
    from ...staging.guides import pose_map

    return torch.from_numpy(pose_map(shot.staging, size[1], size[0])).permute(2, 0, 1).float() / 255


def _depth(shot: Shot, size: tuple[int, int]) -> torch.Tensor:
    from ..sketch.guides import depth_map

    return torch.from_numpy(depth_map(shot.staging, size[1], size[0]).copy()).float().div(255).expand(3, -1, -1)


GUIDES: dict[str, Callable[[Shot, tuple[int, int]], torch.Tensor]] = {"pose": _pose, "depth": _depth}
"""What a ControlNet reads of a staging: (3, h, w) in [0, 1]."""


def word_masks(shot: Shot, told: Encoded) -> torch.Tensor | None:
    """Return (tokens, MASK, MASK) in {0, 1}: a character's words look at its box, all others everywhere."""
    boxes = {a.character: grown(a.body) for a in anchors(shot.staging)}
    rows = {who: rows_of(words, shot.prompt, told.spans) for who, words in shot.phrases if who in boxes}
    if len(boxes) < 2 or not any(rows.values()):
        return None
    masks = torch.ones((len(told.spans), MASK, MASK))
    for who, tokens in rows.items():
        masks[tokens] = box_mask(boxes[who])
    return masks


def grown(box: Rect) -> Rect:
    """Return a box a little larger, inside the picture."""
    d = GROW * max(box.w, box.h)
    x, y = max(box.x - d, 0.0), max(box.y - d, 0.0)
    return Rect(x, y, min(box.right + d, 1.0) - x, min(box.bottom + d, 1.0) - y)


def box_mask(box: Rect) -> torch.Tensor:
    """Return (MASK, MASK) ones inside a box of fractions; never empty."""
    at = (torch.arange(MASK) + 0.5) / MASK
    columns = (at >= min(box.x, 1 - 1 / MASK)) & (at <= max(box.right, 1 / MASK))
    rows = (at >= min(box.y, 1 - 1 / MASK)) & (at <= max(box.bottom, 1 / MASK))
    return (rows[:, None] & columns[None, :]).float()


def centres(shot: Shot, told: Encoded, heat: torch.Tensor | None) -> dict[str, Point]:
    """Return the centre of the heat (tokens, h, w) of each character's words, in fractions of the picture."""
    if heat is None:
        return {}
    rows = {who: rows_of(words, shot.prompt, told.spans) for who, words in shot.phrases}
    return {who: heat_centre(heat[tokens].mean(0)) for who, tokens in rows.items() if tokens}


def moved_anchors(shot: Shot, seen: Mapping[str, Point]) -> tuple[Anchor, ...]:
    """Return where the characters are: the staging's anchors, moved where the model put someone elsewhere.

    A character has moved when the centre of its words' heat lies well outside its box; ``at`` in the
    script overrides what was seen.
    """
    free = {who: at for who, at in seen.items() if who not in shot.placed}
    return tuple(_follow(a, free.get(a.character)) for a in anchors(shot.staging))


def _follow(anchor: Anchor, centre: Point | None) -> Anchor:
    if centre is None:
        return anchor
    x, y = centre
    box = grown(anchor.body)
    away = max(box.x - x, x - box.right, 0.0) / box.w + max(box.y - y, y - box.bottom, 0.0) / box.h
    if away < MOVED:
        return anchor
    dx = min(max(x - anchor.body.centre[0], -anchor.head.x), 1 - anchor.head.right)
    dy = min(max(y - anchor.body.centre[1], -anchor.head.y), 1 - anchor.head.bottom)
    head, body = (replace(r, x=r.x + dx, y=r.y + dy) for r in (anchor.head, anchor.body))
    return Anchor(anchor.character, head, (anchor.mouth[0] + dx, anchor.mouth[1] + dy), body)


def heat_centre(heat: torch.Tensor) -> tuple[float, float]:
    """Return the centre (x, y) in fractions of the hottest tenth of a map (h, w)."""
    h, w = heat.shape
    hot = torch.where(heat >= torch.quantile(heat.float(), 0.9), heat, torch.zeros_like(heat))
    weight = hot.sum()
    if weight <= 0:
        return 0.5, 0.5
    x = (hot.sum(0) * (torch.arange(w) + 0.5)).sum() / weight / w
    y = (hot.sum(1) * (torch.arange(h) + 0.5)).sum() / weight / h
    return float(x), float(y)
