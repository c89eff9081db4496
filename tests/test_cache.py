"""The picture cache: what goes in comes out, damage is seen, other renders do no harm."""

from pathlib import Path

import numpy as np
import pytest

from comicgen.cache import PictureCache, pack, unpack
from comicgen.drawing import BLACK, Contour, Group, Tone
from comicgen.drawing import Path as Stroke
from comicgen.geometry import Rect
from comicgen.picture import Picture
from comicgen.staging import Anchor

KEY = "ab" * 32


def picture(shape: tuple[int, ...] = (6, 9)) -> Picture:
    pixels = np.random.default_rng(3).integers(0, 256, shape, dtype=np.uint8)
    anchor = Anchor("mei", Rect(0.1, 0.2, 0.3, 0.4), (0.25, 0.5), Rect(0.1, 0.2, 0.3, 0.8))
    line = Stroke((Contour(((0.5, 1.0), (2.25, 3.0))),), fill=Tone(0.25), stroke=BLACK, width=1.5)
    return Picture(pixels, (anchor,), (Group("art", (line,), clip=((0.0, 0.0), (1.0, 0.0), (0.0, 1.0))),))


@pytest.mark.parametrize("shape", [(6, 9), (6, 9, 3)])
def test_a_picture_comes_back_as_it_was(shape: tuple[int, ...], tmp_path: Path) -> None:
    cache, given = PictureCache(tmp_path), picture(shape)
    cache.put(KEY, given)
    found = cache.get(KEY)
    assert found is not None
    assert np.array_equal(found.pixels, given.pixels)
    assert found.anchors == given.anchors
    assert repr(found.drawing[0].clip) == repr(given.drawing[0].clip)
    path = found.drawing[0].items[0]
    assert np.array_equal(path.contours[0].points, given.drawing[0].items[0].contours[0].points)
    assert path.fill == Tone(0.25)


def test_an_unknown_key_is_none(tmp_path: Path) -> None:
    assert PictureCache(tmp_path).get(KEY) is None


@pytest.mark.parametrize(
    "damage", [lambda b: b[:40], lambda b: b"", lambda b: b[:200] + b"\x00" + b[201:], lambda b: b + b"x"]
)
def test_a_damaged_entry_is_set_aside_with_a_warning(damage, tmp_path: Path) -> None:
    cache = PictureCache(tmp_path)
    cache.put(KEY, picture())
    (entry,) = tmp_path.rglob("*.picture")
    entry.write_bytes(damage(entry.read_bytes()))
    with pytest.warns(UserWarning, match="damaged"):
        assert cache.get(KEY) is None
    assert not entry.exists()
    cache.put(KEY, picture())
    assert cache.get(KEY) is not None


def test_every_flipped_byte_is_seen() -> None:
    whole = pack(picture())
    for i in range(0, len(whole), 7):
        broken = whole[:i] + bytes([whole[i] ^ 1]) + whole[i + 1 :]
        with pytest.raises(ValueError, match="checksum"):
            unpack(broken)


def test_a_cache_that_cannot_be_written_costs_only_a_warning(tmp_path: Path) -> None:
    (tmp_path / "pictures").write_text("in the way")
    with pytest.warns(UserWarning, match="cannot be written"):
        PictureCache(tmp_path).put(KEY, picture())
