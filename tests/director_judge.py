"""A judge of drawn panels that knows nothing of how they were staged: it measures the fills that lie on paper.

What the author asked for is written down here once more by hand (`PEOPLE`: colours as red, green, blue). Who is
where, how large and turned which way is measured on the regions that a figure's hair, skin and clothes fill.
"""

from dataclasses import dataclass

import numpy as np

from comicgen.drawing import Contour, Path
from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.picture.sketch.manners import colour
from comicgen.picture.sketch.marks import Area
from comicgen.picture.sketch.scene import FRAME, compose

PEOPLE = {
    "mei": ("17-year-old girl, short black bob, navy sailor uniform, red scarf", (38, 36, 44), (40, 50, 98)),
    "ken": ("tall station guard, grey hair, grey moustache, dark blue uniform", (148, 150, 156), (36, 60, 106)),
    "ana": ("woman, short blonde bob, green dress", (236, 202, 112), (70, 132, 78)),
    "boy": ("一个穿着蓝色衣服的男孩，红色短发", (200, 48, 46), (62, 104, 182)),
    "gran": ("old woman, short silver hair, purple kimono", (198, 202, 210), (118, 70, 156)),
    "kit": ("girl, short pink bob, yellow hoodie, brown skirt", (238, 150, 176), (244, 206, 72)),
    "leo": ("strong man, short orange hair, red jacket, black trousers", (232, 128, 44), (200, 48, 46)),
    "hong": ("年轻女人，黑色短发，绿色毛衣", (38, 36, 44), (70, 132, 78)),
}
"""Look, hair and top."""
FACING = {"left": -1, "right": 1}
PARTS = ("hair", "skin", "top", "eyes")
EYE = (255, 255, 255)
"""The white of an eye."""
WIDE, CLOSE = 300, 150
"""Pixels: height of the frame in the first look, width of the crop round one head in the second."""
AROUND = 3.0
"""The first look takes in so many frame widths: heads at the frame's edge are seen whole."""
TINTS = tuple(1 - k * (1 - np.array(colour.SHADE)) for k in (0.0, 0.25, 0.5, 0.75, 1.0))
NEAR, PATCH, SIGHT = 26, 40, 6
LOCK = 0.3
"""Of the hair's height: the crown is at least so deep, whatever locks stand up from it."""


@dataclass(frozen=True)
class Seen:
    """One figure as drawn; lengths in frame widths, shares 0..1."""

    middle: float
    """Of the head, across the frame."""
    head: float
    """The head's width."""
    lean: float
    """How far the eyes lie to the right of the crown's middle, in head widths; the face where eyes are too small."""
    eyes: bool
    bare: float
    """Share of the head that is skin."""
    inside: int
    """Pixels of the figure in the frame."""
    hair: float | None
    """Share of the hair that has the asked colour; None where too little of it is in the frame."""
    top: float | None


def look(staging):
    """Return what is drawn of each figure that has a head on the paper."""
    scene = compose(staging)
    fills = list(_fills(scene, staging))
    size = Rect(0, 0, FRAME * staging.camera.aspect, FRAME)
    drawn = to_pixels(colour.draw(scene), size, round(2 * WIDE * size.w / FRAME), 2 * WIDE, colour.MODE, 4.0)
    inside = _labels(fills, size, 2 * WIDE)
    found = {k: _seen(k, fills, staging, (drawn, inside)) for k in range(len(staging.actors))}
    return {staging.actors[k].character: seen for k, seen in found.items() if seen}


def _fills(scene, staging):
    """Yield (rings, number) of each fill in order: what it is of as 4 x figure + part + 1, or 0."""
    for mark, owner in zip(scene.marks, scene.owners, strict=True):
        if isinstance(mark, Area) and not mark.knockout:
            part = _part(mark.paint.colour, staging.actors[owner].look) if owner >= 0 else 0
            yield tuple(Contour(r) for r in mark.rings), len(PARTS) * owner + part if part else 0


def _part(hue, drawn):
    table = (drawn.hair_colour, drawn.skin, drawn.top, EYE)
    return 1 + table.index(hue) if hue in table else 0


def _labels(fills, area, height):
    """Return (h, w) numbers of what each pixel of an area of the paper is of; 0 also where two meet."""
    paths = tuple(Path(rings, fill=_hue(number)) for rings, number in fills)
    pixels = to_pixels(paths, area, max(round(height * area.w / area.h), 1), height, "rgb", 4.0)
    number = pixels[..., 0] // 12
    clean = (pixels == np.stack(_hue(number.astype(int)), axis=-1)).all(axis=-1)
    return np.where(clean, number, 0)


def _hue(number):
    """Return a number's own fill, on an arc: no mixture of two, as on an edge, is that of a third."""
    return 12 * number, 2 * number * (21 - number), 50 + 100 * (number % 2)


def _seen(k, fills, staging, pictures):
    out, size = (AROUND - 1) / 2, Rect(0, 0, FRAME * staging.camera.aspect, FRAME)
    wide = Rect(-out * size.w, -out * size.h, AROUND * size.w, AROUND * size.h)
    box = _located(k, fills, wide)
    if box is None:
        return None
    side = 1.5 * box.w
    crop = Rect(box.x - 0.25 * box.w, box.y - 0.1 * box.w, side, 2 * side)
    near = _labels(fills, crop, 2 * CLOSE)
    head, middle, width = _head(_part_of(near, k, "hair"), _part_of(near, k, "skin", "eyes"))
    scale, skin, eyes = crop.w / CLOSE / size.w, *(head & _part_of(near, k, p) for p in ("skin", "eyes"))
    eyes &= _grown(skin, round(0.06 * width))
    sighted = int(eyes.sum()) >= SIGHT
    face = eyes if sighted else skin
    lean = _lean(face, head, (middle, width), staging.camera) if face.any() else 0.0
    drawn, inside = pictures
    _, hair, top = PEOPLE[staging.actors[k].character]
    shares = [_share(drawn[_part_of(inside, k, part)], hue) for part, hue in (("hair", hair), ("top", top))]
    return Seen(
        (crop.x / size.w) + middle * scale, width * scale, lean, sighted, float(skin.sum() / head.sum()),
        int(_part_of(inside, k, *PARTS).sum()), *shares,
    )  # fmt: skip


def _located(k, fills, wide):
    """Return the box of a figure's hair: the figure is found first, its head on a closer look."""
    body = _box(_part_of(_labels(fills, wide, round(WIDE * AROUND)), k, *PARTS), wide)
    if body is None:
        return None
    side = 1.2 * max(body.w, body.h) + 0.02 * wide.h
    x, y = body.x + body.w / 2, body.y + body.h / 2
    near = Rect(x - side / 2, y - side / 2, side, side)
    return _box(_part_of(_labels(fills, near, 2 * WIDE), k, "hair"), near)


def _part_of(labels, k, *parts):
    return np.isin(labels, [len(PARTS) * k + 1 + PARTS.index(p) for p in parts])


def _box(mask, area):
    if not mask.any():
        return None
    rows, columns = (np.nonzero(mask.any(axis=a))[0] for a in (1, 0))
    unit = area.w / mask.shape[1]
    return Rect(
        area.x + columns.min() * unit, area.y + rows.min() * unit,
        (columns.max() + 1 - columns.min()) * unit, (rows.max() + 1 - rows.min()) * unit,
    )  # fmt: skip


def _head(hair, face):
    """Return the pixels from the crown down to about the chin, and middle and width of the crown.

    The crown grows downwards from its highest row until it is half as deep as it is wide, so that locks and
    plaits that hang or fly are left out.
    """
    top = int(np.nonzero(hair.any(axis=1))[0].min())
    tall = int(np.nonzero(hair.any(axis=1))[0].max()) + 1 - top
    rows, across, deep = np.arange(len(hair))[:, None], np.arange(hair.shape[1]), max(LOCK * tall, 2.0)
    for _ in range(12):
        columns = np.nonzero((hair & (rows < top + deep)).any(axis=0))[0]
        width = int(columns.max() + 1 - columns.min())
        deep = max(deep, 0.5 * width)
    middle = (columns.min() + columns.max() + 1) / 2
    near = (rows < top + 1.1 * width) & (np.abs(across + 0.5 - middle) < 0.6 * width)
    return (hair | face) & near, float(middle), float(width)


def _grown(mask, by):
    """Return a mask with a border of so many pixels: what is white and not on skin is a gleam or a collar."""
    wide = mask.copy()
    for step in range(1, by + 1):
        for axis, way in ((0, step), (0, -step), (1, step), (1, -step)):
            wide |= np.roll(mask, way, axis=axis)
    return wide


def _lean(face, head, crown, camera):
    """Return how far a face lies to the right of the head's middle line, which a rolled camera slants."""
    middle, width = crown
    rows, columns = np.nonzero(face)
    down = float(rows.mean()) - float(np.nonzero(head)[0].min()) - 0.25 * width
    return (float(columns.mean()) + 0.5 - middle + camera.right[1] / camera.up[1] * down) / width


def _share(pixels, wanted):
    """Return the share of pixels of a colour, lit or in shadow."""
    if len(pixels) < PATCH:
        return None
    part = pixels.astype(float)
    hits = [np.abs(part - np.array(wanted) * tint).max(axis=1) < NEAR for tint in TINTS]
    return float(np.any(hits, axis=0).mean())
