"""Characters into glyphs: the right face, the right regional and vertical form, nothing lost silently."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comicgen.errors import ComicError, MissingError
from comicgen.fonts import face, face_of, faces, missing, outline, shape

NOTO = "NotoSansCJKjp-Bold"


def glyphs(text: str, language: str, vertical: bool = False) -> list[int]:
    return [g.id for run in shape(text, "dialogue", language, vertical) for g in run.glyphs]


def test_measures_are_read_from_the_font() -> None:
    assert face("Delius").cap_height == pytest.approx(0.76, abs=0.02)
    assert face("LuckiestGuy").cap_height == pytest.approx(0.70, abs=0.02)
    assert {"Delius", "LuckiestGuy", NOTO} <= set(faces())


@pytest.mark.parametrize("character", ["骨", "直"])
def test_each_chinese_and_japanese_reader_gets_the_own_form(character: str) -> None:
    assert glyphs(character, "ja") != glyphs(character, "zh")


def test_a_comma_stands_in_the_middle_for_taiwan() -> None:
    assert glyphs("、", "zh-tw") != glyphs("、", "zh-cn")


@pytest.mark.parametrize("mark", ["。", "「", "ー", "（", "—", "…", "ッ"])
def test_marks_have_forms_of_their_own_in_a_column(mark: str) -> None:
    assert glyphs(f"あ{mark}あ", "ja", vertical=True)[1] != glyphs(f"あ{mark}あ", "ja")[1]


@pytest.mark.parametrize(("text", "expected"), [("我—他", NOTO), ("等…", NOTO), ("“好”", NOTO)])
def test_dashes_and_quotes_follow_the_cjk_around_them(text: str, expected: str) -> None:
    assert {run.face for run in shape(text, "dialogue", "zh")} == {expected}


def test_an_apostrophe_stays_with_its_word_among_cjk() -> None:
    assert [run.face for run in shape("我it’s我", "dialogue", "zh")] == [NOTO, "Delius", NOTO]


def test_kerning_brings_letters_together() -> None:
    apart = sum(shape(c, "shout")[0].advance for c in "AVATAR")
    assert shape("AVATAR", "shout")[0].advance < apart


@pytest.mark.parametrize("text", ["e\u0301", "n\u0303o", "か\u3099", "中e\u0301中"])
def test_marks_stay_on_their_letters(text: str) -> None:
    runs = shape(text, "dialogue", "ja")
    assert all(g.id for run in runs for g in run.glyphs)
    assert "".join(g.text for run in runs for g in run.glyphs) == text


@pytest.mark.parametrize("style", ["dialogue", "shout", "sfx"])
def test_a_space_or_a_tab_is_never_a_box(style: str) -> None:
    assert all(g.id for run in shape("a b\tc\u3000d\u00a0e", style) for g in run.glyphs)


def test_a_character_that_nobody_has_is_named() -> None:
    assert missing("a\U0001f600b‽\U0001f600") in ("\U0001f600‽", "\U0001f600")
    with pytest.raises(ComicError, match="\U0001f600"):
        shape("oh \U0001f600", "dialogue")


@settings(max_examples=60)
@given(st.text(st.characters(max_codepoint=0x9FFF, categories=("L", "M", "N", "P", "Z")), max_size=12))
def test_text_is_either_shaped_whole_or_named_as_missing(text: str) -> None:
    if missing(text):
        with pytest.raises(ComicError):
            shape(text)
        return
    runs = shape(text)
    assert "".join(g.text for run in runs for g in run.glyphs) == text
    assert all(g.id for run in runs for g in run.glyphs)


def test_an_authors_font_comes_first_and_others_help_out(tmp_path: Path) -> None:
    own = tmp_path / "mine.ttf"
    shutil.copy(face("LuckiestGuy").path, own)
    assert [run.face for run in shape("Hi 中", f"dialogue:{own}", "en")] == [str(own), NOTO]
    assert face_of("H", "dialogue") == "Delius"


def test_fonts_that_are_not_there_or_no_fonts_are_told(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="no font"):
        shape("a", f"dialogue:{tmp_path / 'none.ttf'}")
    junk = tmp_path / "junk.ttf"
    junk.write_bytes(b"not a font at all")
    with pytest.raises(MissingError, match="not a font"):
        shape("a", f"dialogue:{junk}")
    with pytest.raises(ComicError, match="no lettering style"):
        shape("a", "dialgue")


def test_outlines_are_closed_and_stand_on_the_baseline() -> None:
    (run,) = shape("H", "shout")
    found = outline(run.face, run.glyphs[0].id)
    assert [letter for letter, _ in found].count("M") == [letter for letter, _ in found].count("Z")
    ys = [v for _, numbers in found for v in numbers[1::2]]
    assert max(ys) == pytest.approx(0, abs=0.03)
    assert min(ys) == pytest.approx(-face("LuckiestGuy").cap_height, abs=0.03)
