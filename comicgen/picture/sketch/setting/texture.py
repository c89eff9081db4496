"""Textures of open ground into marks: waves, wind ripples in sand, furrows of a field."""

from collections.abc import Callable

import numpy as np
import shapely

from ....staging.sets.solids import Patch
from ..marks import Array, Mark, Stroke
from .hand import Hand
from .scatter import SCATTERED
from .shadows import polygon_of

Texture = Callable[[Hand, Patch], list[Mark]]
"""(hand, patch) -> marks."""


def _rows(near: float, growth: float, count: int) -> Array:
    """Return distances whose gap grows away from the origin."""
    gaps = near * growth ** np.arange(count)
    rows: Array = np.cumsum(gaps)
    return rows


def _strokes(hand: Hand, patch: Patch, rows: Array, form: tuple[float, float, float]) -> list[Mark]:
    """Return broken wavy strokes on rows of constant z: (length, height, share kept); longer far away."""
    length, height, keep = form
    dice = np.random.default_rng(17)
    found = []
    for z in rows.tolist():
        stretch = 1 + abs(z) / 14
        n = max(4, int(130 / (length * stretch)))
        x = (np.arange(n) - n / 2 + dice.uniform(-0.4, 0.4, n)) * length * stretch * 1.2
        size = length * stretch * dice.uniform(0.4, 1.0, n)
        chosen = dice.random(n) < keep
        found.append(np.array((x, size, np.full(n, height * min(stretch, 4)), z + 0.1 * np.sin(x)))[:, chosen])
    x, size, lift, z = np.concatenate(found, axis=1)[..., None]
    t = np.arange(9) / 8
    curves = np.stack(np.broadcast_arrays(x + size * t, patch.y + lift * np.abs(np.sin(2 * np.pi * t)), z), axis=-1)
    inside = shapely.contains_xy(polygon_of(patch), curves[:, 4, 0], curves[:, 4, 2])
    view = hand.view(curves[inside])
    view = view[view[..., 2].min(axis=1) > 0.5]
    flat = hand.frame(view)
    low, high = flat.min(axis=1), flat.max(axis=1)
    shown = ((high > -1) & (low < (hand.width + 1, 101))).all(axis=1) & (high[:, 0] - low[:, 0] > 0.8)
    depths = view[shown, :, 2].mean(axis=1).tolist()
    return [Stroke(p, _pen(hand, d), wobble=0.05) for p, d in zip(flat[shown], depths, strict=True)]


def _pen(hand: Hand, depth: float) -> float:
    return hand.weight("edge" if depth < 1.5 * hand.reference else "detail", depth)


def _waves(hand: Hand, patch: Patch) -> list[Mark]:
    """Return double-humped strokes whose rows come closer towards the horizon."""
    rows = _rows(1.1, 1.22, 22)
    return _strokes(hand, patch, np.concatenate([-rows, rows[:14]]), (2.4, 0.09, 0.5))


def _ripples(hand: Hand, patch: Patch) -> list[Mark]:
    rows = _rows(0.7, 1.25, 16)
    return _strokes(hand, patch, np.concatenate([-rows, rows[:8]]), (1.6, 0.0, 0.3))


def _furrows(hand: Hand, patch: Patch) -> list[Mark]:
    """Return the rows of two fields beside the road, running away from the stage."""
    x = np.concatenate([np.arange(7.0, 40.0, 2.6), -np.arange(6.0, 40.0, 2.6)])
    a = np.stack([x, np.zeros_like(x), np.full_like(x, -9.0) - 0.2 * np.abs(x)], axis=1)
    b = np.stack([x * 1.02, np.zeros_like(x), np.full_like(x, -44.0)], axis=1)
    return hand.lines(a, b, "hair")


def _crater(hand: Hand, patch: Patch) -> list[Mark]:
    """Return a crater: its near inner side in shade, a raised rim."""
    middle = patch.points.mean(axis=0)
    inner = middle + (patch.points - middle) * 0.8 + (0.0, 0.12)
    ring = np.stack([inner[:, 0], np.full(len(inner), patch.y + 0.003), inner[:, 1]], axis=1)
    return hand.fill(ring[None], hand.light.paint("dark stone", tone=0.5))


def _both(first: Texture, second: Texture) -> Texture:
    """Return one texture over another."""

    def draw(hand: Hand, patch: Patch) -> list[Mark]:
        return first(hand, patch) + second(hand, patch)

    return draw


TEXTURES: dict[str, Texture] = {
    "waves": _waves,
    "ripples": _ripples,
    "furrows": _furrows,
    "crater": _crater,
    **SCATTERED,
    "dunes": _both(_ripples, SCATTERED["grains"]),
    "fields": _both(_furrows, SCATTERED["meadow"]),
}
