"""The artist's tables into contact sheets: every pose, face, place and prop drawn as a panel would be, by its key."""

from io import BytesIO
from pathlib import Path

from ....files import atomic_write, disk_fault
from ....paint.page import Pixels
from .board import Cell, Sheet, paint_cell, paint_sheet
from .tables import SHEETS, sheet

__all__ = ["SHEETS", "Cell", "Sheet", "draw_sheets", "paint_cell", "paint_sheet", "sheet"]

WIDTH = 2400
"""Pixels across a contact sheet."""


def draw_sheets(folder: Path, width: int = WIDTH) -> list[Path]:
    """Draw every contact sheet into a folder, made where it is missing; return the files' paths.

    Raises ComicError where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise disk_fault(fault, folder) from fault
    paths = []
    for name in SHEETS:
        path = folder / f"sheet-{name}.png"
        atomic_write(path, _png(paint_sheet(sheet(name), width)))
        paths.append(path)
    return paths


def _png(pixels: Pixels) -> bytes:
    from PIL import Image

    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG", optimize=True)
    return file.getvalue()
