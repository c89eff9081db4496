"""Contact sheets: every entry of every table is on one, under its key, and no two entries are drawn alike."""

from dataclasses import replace
from hashlib import sha256
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from comicgen.doors import names
from comicgen.errors import ComicError
from comicgen.picture.sketch import sheets
from comicgen.picture.sketch.head.hair import STYLES
from comicgen.picture.sketch.sheets import SHEETS, draw_sheets, paint_cell, paint_sheet, sheet
from comicgen.picture.sketch.wardrobe.outfits import OUTFITS
from comicgen.staging.camera.framing import SIZES
from comicgen.staging.figure.poses import POSES
from comicgen.staging.sets import PLACES, PROPS
from comicgen.staging.words.expressions import EXPRESSIONS
from comicgen.staging.words.looks import ACCESSORIES, HELD
from comicgen.story import ANGLES

TABLES = {
    "poses": POSES, "expressions": EXPRESSIONS, "hair": STYLES, "outfits": OUTFITS, "accessories": ACCESSORIES,
    "held": HELD, "places": PLACES, "props": PROPS, "shots": SIZES, "angles": ANGLES,
    "manners": names("picture.sketch.manners"),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_every_entry_of_a_table_is_on_its_sheet(name):
    assert [cell.key for cell in sheet(name).cells] == list(TABLES[name])


def test_a_new_entry_shows_itself(monkeypatch):
    bow = replace(POSES["bowing"], key="bowing low", bend=(70.0, 0.0, 0.0))
    monkeypatch.setitem(POSES, "bowing low", bow)
    cells = {cell.key: cell for cell in sheet("poses").cells}
    assert not np.array_equal(*(paint_cell(cells[key], 80, "grey") for key in ("bowing low", "bowing")))


def digests(name, width=64):
    made = sheet(name)
    return {c.key: sha256(paint_cell(c, width, made.manner).tobytes()).hexdigest() for c in made.cells}


@pytest.mark.slow
@pytest.mark.parametrize("name", SHEETS)
def test_no_two_entries_are_drawn_alike(name):
    first = {}
    alike = [(first[d], key) for key, d in digests(name).items() if first.setdefault(d, key) != key]
    assert not alike


@pytest.mark.parametrize("name", SHEETS)
def test_no_cell_is_empty(name):
    made = sheet(name)
    for cell in made.cells[:: max(1, len(made.cells) // 5)]:
        assert np.ptp(paint_cell(cell, 64, made.manner)) > 100, cell.key


@pytest.mark.parametrize(("name", "channels"), [("hair", 2), ("animals", 3)])
def test_a_sheet_is_the_same_each_time_and_as_wide_as_asked(name, channels):
    few = replace(sheet(name), cells=sheet(name).cells[:3], columns=2)
    first, second = paint_sheet(few, 300), paint_sheet(few, 300)
    assert np.array_equal(first, second)
    assert first.shape[1] == 300
    assert first.ndim == channels


def test_a_label_stands_under_its_cell_and_no_label_is_wider_than_it():
    few = replace(sheet("poses"), cells=sheet("poses").cells[:1], columns=1)
    short = paint_sheet(few, 240)
    long = paint_sheet(
        replace(few, cells=(replace(few.cells[0], key="a key that is far longer than its cell is wide"),)), 240
    )
    changed = np.argwhere(short != long)
    picture = round(240 / 1.09 / few.cells[0].staging.camera.aspect)
    assert changed[:, 0].min() > picture
    assert changed[:, 1].max() < 240 - 8


def test_sheets_are_files_of_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sheets, "SHEETS", {"shots": SHEETS["shots"]})
    (path,) = draw_sheets(tmp_path / "new" / "folder", 200)
    assert path == tmp_path / "new" / "folder" / "sheet-shots.png"
    assert np.array_equal(np.asarray(Image.open(BytesIO(path.read_bytes()))), paint_sheet(sheet("shots"), 200))


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(ComicError, match="cannot write"):
        draw_sheets(tmp_path / "taken" / "below")
