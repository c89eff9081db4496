"""A form's skull and face as tables of rows, the same from everywhere, and what of a face one place sees."""

import math
from functools import lru_cache
from typing import Any

import numpy as np

from ..loft import profile
from ..marks import Array
from .forms import JAW_ROWS, Form

POWER = 2.2
"""Superellipse of a skull seen from above: round enough for the nose to stand clear of the far cheek."""
# Rows of the skull: height, half width, z of the widest point, of the front and of the back. Widths under the
# cheekbones are the form's: the jaw runs from the chin to its corner under the ear, then up.
SKULL = np.array(
    (
        (0.00, 0.0, 0.240, 0.292, 0.200),
        (0.03, 0.0, 0.190, 0.344, 0.110),
        (0.07, 0.0, 0.130, 0.363, 0.020),
        (0.13, 0.0, 0.080, 0.366, -0.060),
        (0.20, 0.0, 0.040, 0.380, -0.110),
        (0.28, 0.0, 0.010, 0.386, -0.200),
        (0.36, 0.349, -0.010, 0.380, -0.330),
        (0.44, 0.343, -0.020, 0.358, -0.410),
        (0.52, 0.366, -0.030, 0.386, -0.450),
        (0.60, 0.384, -0.030, 0.398, -0.462),
        (0.70, 0.385, -0.040, 0.385, -0.455),
        (0.80, 0.350, -0.040, 0.335, -0.400),
        (0.89, 0.282, -0.040, 0.248, -0.322),
        (0.96, 0.188, -0.040, 0.142, -0.215),
        (0.99, 0.100, -0.040, 0.060, -0.130),
        (1.00, 0.030, -0.040, -0.005, -0.070),
    )
)
CHIN, BROW, FOREHEAD = (0.035, 0.055), (0.505, 0.035), (0.68, 0.11)
"""Middle and reach of the heights at which chin, brow and forehead come forward."""
ROUNDING = 0.012
"""Height over which a chin is rounded."""
FACE_ROWS, LIMB_STEPS = 48, 33
ROUND = 0.38
"""Radius of a head seen from above."""
BEFORE = 0.6
"""Head heights before a head's middle from which both sides of its nose are seen."""


@lru_cache(maxsize=256)
def skull_rows(form: Form, drop: float) -> Array:
    """Return the skull's rows (n, 5) for a form; ``drop`` lets the chin down."""
    rows = SKULL.copy()
    rows[: len(JAW_ROWS), 1] = form.jaw
    rows = np.concatenate([rows[:1] * (1.0, 0.5, 1.0, 0.97, 1.0), rows])
    rows[1, 0] = ROUNDING
    rows[:, 1] *= form.wide
    for (middle, reach), out in zip((CHIN, BROW, FOREHEAD), (form.chin, form.ridge, form.dome), strict=True):
        rows[:, 3] += out * np.exp(-(((rows[:, 0] - middle) / reach) ** 2))
    rows = profile(rows, 34)
    rows[:, 0] -= drop * np.clip(1 - rows[:, 0] / 0.22, 0.0, 1.0)
    return rows


@lru_cache(maxsize=256)
def _mask(form: Form, drop: float) -> tuple[Array, ...]:
    """Return a face as even rows: half widths, middles, fronts and heights (n, 4), then (n, k) of places on each the u,
    minus the slopes sideways and upwards, how far the plane that touches it there lies from the origin, and the length
    of its normal."""
    rows = skull_rows(form, drop)
    v = np.linspace(rows[0, 0], 1.0, FACE_ROWS)
    half, middle, front = (np.interp(v, rows[:, 0], rows[:, i])[:, None] for i in (1, 2, 3))
    t = np.linspace(-0.999, 0.999, LIMB_STEPS)
    bulge = (1 - np.abs(t) ** POWER) ** (1 / POWER)
    z = middle + (front - middle) * bulge
    slope = -(front - middle) / half * np.sign(t) * np.abs(t) ** (POWER - 1) * bulge ** (1 - POWER)
    rise = np.gradient(z, v, axis=0) - slope * t * np.gradient(half[:, 0], v)[:, None]
    u, long = t * half, np.sqrt(slope**2 + rise**2 + 1.0)
    return np.column_stack([half, middle, front, v]), u, -slope, -rise, z - slope * u - rise * v[:, None], long


@lru_cache(maxsize=256)
def nose_solid(form: Form, drop: float) -> Array:
    """Return the nose's cross-sections (7, 3, 3) from root to base: ridge, left foot and right foot."""
    table, nose = _mask(form, drop)[0], form.nose
    root, tip, base = nose.root, nose.tip, nose.base
    heights = np.array(
        (root, 0.6 * root + 0.4 * tip, tip + 0.036, tip + 0.010, tip - 0.008, base + 0.003, base - 0.012)
    )
    feet = np.array((0.014, 0.024, 0.030, 0.032, 0.034, nose.wing, 0.6 * nose.wing))
    skin = measures(table, heights)[:, 2]
    out = nose.reach - skin[4]
    ridge = skin + out * np.array((0.03, 0.35, 0.76, 0.98, 0.96, 0.44, 0.02))
    ridge[1:3] += nose.hump * np.array((1.0, 0.5))
    rings = np.empty((7, 3, 3))
    rings[:, 0] = np.stack([np.zeros(7), heights, ridge], axis=1)
    for k, side in ((1, 1.0), (2, -1.0)):
        places = np.stack([side * feet, heights + 0.004], axis=1)
        rings[:, k] = raised(places, places[:, 0], measures(table, places[:, 1]), -0.004)
    return rings


def seen_face(form: Form, drop: float, eye: Array, inset: float) -> Array:
    """Return a face's measures (n, 7) at even heights: half width, middle, front, height, the least and greatest u that
    look at ``eye``, and the u from the middle up to which the nose hides the far half.

    The stretch ends ``inset`` head heights inside the outline on the paper: there the surface has turned from the eye
    as far as that of a ball of the head's size.
    """
    table, u, aside, up, far, long = _mask(form, drop)
    turn = math.sqrt(2.0 * inset / ROUND * float(eye @ eye))
    low, high = _interval(u, aside * eye[0] + up * eye[1] + (eye[2] - far) - turn * long)
    hidden = _behind_nose(table, nose_solid(form, drop)[:, 0], eye)
    return np.column_stack([table, low, high, np.minimum(np.maximum(hidden, low), high)])


def _behind_nose(table: Array, ridge: Array, eye: Array) -> Array:
    """Return for the rows of a face the u from the middle up to which its nose's ridge (m, 3) hides it from ``eye``.

    A look over the ridge goes on until it meets the skin, which is a parabola from side to side; one that misses it
    touches the limb.
    """
    if eye[2] < BEFORE:
        return np.zeros(len(table))
    half, middle, front, _ = measures(table, ridge[:, 1]).T
    way = (ridge - eye) / max(abs(float(eye[0])), 1e-3)
    bend = (front - middle) / (2.0 * half**2)
    root = np.sqrt(np.maximum(way[:, 2] ** 2 - 4.0 * bend * np.maximum(ridge[:, 2] - front, 0.0), 0.0))
    reach = (-way[:, 2] - root) / (2.0 * bend)
    low = ridge[:, 1] + reach * way[:, 1]
    order = low.argsort()
    hidden: Array = np.interp(table[:, 3], low[order], reach[order], 0.0, 0.0) * -np.sign(eye[0])
    return hidden


def _interval(u: Array, seen: Array) -> tuple[Array, Array]:
    """Return the ends (n,) of the stretches of ``u`` (n, k) where ``seen`` is above zero; nothing seen is one place."""
    n, k = u.shape
    row, good = np.arange(n), seen > 0
    a, b = np.argmax(good, axis=1), k - 1 - np.argmax(good[:, ::-1], axis=1)

    def crossing(inside: Any, outside: Any) -> Array:
        at, beyond = seen[row, inside], seen[row, outside]
        share = np.where(inside == outside, 0.0, at / np.maximum(at - beyond, 1e-12))
        place: Array = u[row, inside] + share * (u[row, outside] - u[row, inside])
        return place

    low, high = crossing(a, np.maximum(a - 1, 0)), crossing(b, np.minimum(b + 1, k - 1))
    none = ~good.any(axis=1)
    best = u[row, np.argmax(seen, axis=1)]
    return np.where(none, best, low), np.where(none, best, high)


def raised(uv: Array, u: Array, rows: Array, lift: Any) -> Array:
    """Return points (..., 3) at u and the heights of ``uv`` before a face of measures (..., 6)."""
    points = np.empty((*u.shape, 3))
    points[..., 0], points[..., 1] = u, uv[..., 1]
    bulge = np.maximum(0.0, 1.0 - np.abs(u / rows[..., 0]) ** POWER) ** (1 / POWER)
    points[..., 2] = rows[..., 1] + (rows[..., 2] - rows[..., 1]) * bulge + lift
    return points


def measures(face: Array, v: Array) -> Array:
    """Return the face's measures (..., 6) at heights."""
    x = (v - face[0, 3]) * ((FACE_ROWS - 1) / (1.0 - face[0, 3]))
    x = np.minimum(np.maximum(x, 0.0), FACE_ROWS - 1.001)
    i = x.astype(int)
    low = face[i]
    rows: Array = low + (face[i + 1] - low) * (x - i)[..., None]
    return rows
