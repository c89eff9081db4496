"""Heads before a camera for the tests of heads: frames turned by angles, and what the marks of a drawing cover."""

from functools import reduce

import numpy as np
import shapely

from comicgen.geometry import Rect
from comicgen.paint import to_pixels
from comicgen.picture.sketch.head import Bearing, HeadDrawing, draw_head
from comicgen.picture.sketch.head.forms import form_of
from comicgen.picture.sketch.head.sitter import Sitter, sitter
from comicgen.picture.sketch.manners.ink import inked
from comicgen.picture.sketch.marks import Area, Mark, Stroke
from comicgen.staging import Look
from comicgen.staging.camera import Camera, Vec3, look_at
from comicgen.staging.figure import HeadFrame

UNIT = 0.24
BROWN = (138, 90, 52)


def turned(yaw: float = 0.0, pitch: float = 0.0, roll: float = 0.0, unit: float = UNIT) -> HeadFrame:
    """Return a head at 1.5 m; yaw turns its face to the camera's right, a positive pitch bows it."""
    y, p, r = np.radians((yaw, pitch, roll))
    about_y = np.array(((np.cos(y), 0, np.sin(y)), (0, 1, 0), (-np.sin(y), 0, np.cos(y))))
    about_x = np.array(((1, 0, 0), (0, np.cos(p), -np.sin(p)), (0, np.sin(p), np.cos(p))))
    about_z = np.array(((np.cos(r), -np.sin(r), 0), (np.sin(r), np.cos(r), 0), (0, 0, 1)))
    left, up, facing = (tuple(float(v) for v in column) for column in (about_y @ about_x @ about_z).T)
    return HeadFrame((0.0, 1.5, 0.0), left, up, facing, unit)  # type: ignore[arg-type]


def before(distance: float = 2.2, share: float = 0.5) -> Camera:
    """Return the camera that sees the head at ``share`` of the frame's height."""
    return look_at((0.0, 1.6, distance), (0.0, 1.6, 0.0), share * distance / UNIT, 1.0)


def drawn(look: Look, expression: str = "neutral", frame: HeadFrame | None = None, **more: object) -> HeadDrawing:
    """Return the head drawn 160 pixels high unless told."""
    gaze: Vec3 | None = more.get("gaze")  # type: ignore[assignment]
    detail = float(more.get("detail", 160.0))  # type: ignore[arg-type]
    wind: Vec3 = more.get("wind", (0.0, 0.0, 0.0))  # type: ignore[assignment]
    return draw_head(look, Bearing(expression, gaze, wind), frame or turned(), before(), detail)


def head_of(look: Look, frame: HeadFrame | None = None, detail: float = 160.0) -> Sitter:
    """Return the head before the camera of ``before``, as its artist measures it."""
    return sitter(form_of(look), frame or turned(), before(), detail)


def marks_of(drawing: HeadDrawing) -> tuple[Mark, ...]:
    """Return all marks, back to front."""
    return (*drawing.behind.marks, *drawing.head.marks, *drawing.front.marks)


def numbers(mark: Mark) -> np.ndarray:
    """Return every number of a mark as one array."""
    if isinstance(mark, Area):
        return np.concatenate([r.ravel() for r in mark.rings])
    return np.concatenate([np.asarray(mark.points).ravel(), np.atleast_1d(mark.width).ravel()])


def print_of(drawing: HeadDrawing) -> tuple[object, ...]:
    """Return a value that is equal only for equal drawings."""
    out: list[object] = [drawing.mouth, drawing.box]
    for mark in marks_of(drawing):
        ink = (mark.colour, mark.white, mark.closed) if isinstance(mark, Stroke) else (mark.paint, mark.shade)
        out.append((ink, numbers(mark).tobytes()))
    return tuple(out)


def covered(marks: tuple[Mark, ...], colour: tuple[int, int, int]) -> list[shapely.Geometry]:
    """Return the shapes of the areas in that colour."""
    return [
        reduce(shapely.symmetric_difference, [shapely.make_valid(shapely.Polygon(r)) for r in mark.rings])
        for mark in marks
        if isinstance(mark, Area) and mark.paint.colour == colour
    ]


def pixels(drawing: HeadDrawing, *, signs: bool = True, size: int = 240) -> np.ndarray:
    """Return the drawing in grey ink, 0..1, on a square of ``size`` pixels."""
    marks = (*drawing.behind.marks, *drawing.head.marks, *(drawing.front.marks if signs else ()))
    painted = to_pixels(inked(marks, 1), Rect(0, 0, 100, 100), size, size, "grey", 4.0)
    grey: np.ndarray = painted.astype(float) / 255
    return grey
