"""Faces and pixels into PDF objects: subset fonts whose text can be copied, lossless images."""

import zlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Array, Dictionary, Name

from .. import fonts
from ..drawing import Image
from .inks import DARK, LIGHT, Ink, grey, plates, separations


def font_object(pdf: pikepdf.Pdf, face: str, used: Mapping[int, str]) -> pikepdf.Object:
    """Embed the used glyphs of a face as a Type 0 font whose codes are glyph ids."""
    found = fonts.face(face)
    data, is_cff = subset(face, frozenset(used))
    name = Name(f"/{subset_tag(frozenset(used))}+{face_name(face)}")
    stream = pdf.make_stream(zlib.compress(data, 1), Filter=Name.FlateDecode)
    if is_cff:
        stream.Subtype = Name.CIDFontType0C
    else:
        stream.Length1 = len(data)
    descriptor = pdf.make_indirect(
        Dictionary(
            Type=Name.FontDescriptor,
            FontName=name,
            Flags=4,
            FontBBox=[-1000, -1000, 2000, 2000],
            ItalicAngle=0,
            Ascent=round(found.ascent * 1000),
            Descent=-round(found.descent * 1000),
            CapHeight=round(found.cap_height * 1000),
            StemV=80,
        )
    )
    descriptor[Name.FontFile3 if is_cff else Name.FontFile2] = stream
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0 if is_cff else Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0),
        FontDescriptor=descriptor,
        DW=1000,
        W=_widths(face, sorted(used)),
    )
    if not is_cff:
        descendant.CIDToGIDMap = Name.Identity
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(descendant)],
            ToUnicode=pdf.make_stream(to_unicode(used)),
        )
    )


def face_name(face: str) -> str:
    """Return a face's name as a PDF name takes it: letters, digits and hyphens."""
    return "".join(c for c in face.rpartition("/")[2] if c.isalnum() or c == "-") or "Font"


def subset_tag(glyphs: frozenset[int]) -> str:
    """Return six capital letters that name a subset, the same for the same glyphs."""
    value = zlib.crc32(repr(sorted(glyphs)).encode())
    return "".join(chr(65 + value // 26**i % 26) for i in range(6))


@lru_cache(maxsize=64)
def subset(face: str, glyphs: frozenset[int]) -> tuple[bytes, bool]:
    """Return the font program of some glyphs, and whether it is bare CFF.

    A CID-keyed CFF keeps its character ids, so codes stay the original glyph ids; a TrueType font is
    subset with its ids kept in place.
    """
    import uharfbuzz as hb

    whole = _harfbuzz_face(face)
    is_cff = "CFF " in whole.table_tags
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(glyphs | {0})
    wanted.flags = hb.SubsetFlags.NO_HINTING | (hb.SubsetFlags.DEFAULT if is_cff else hb.SubsetFlags.RETAIN_GIDS)
    made = hb.subset(whole, wanted)
    return (made.reference_table("CFF ").data, True) if is_cff else (made.blob.data, False)


@lru_cache(maxsize=8)
def _harfbuzz_face(face: str) -> Any:
    import uharfbuzz as hb

    return hb.Face(hb.Blob.from_file_path(fonts.face(face).path))


@lru_cache(maxsize=8)
def _harfbuzz_font(face: str) -> Any:
    import uharfbuzz as hb

    return hb.Font(_harfbuzz_face(face))


def _widths(face: str, glyphs: list[int]) -> Array:
    font, upem = _harfbuzz_font(face), fonts.face(face).upem
    widths = Array()
    for g in glyphs:
        widths.append(g)
        widths.append(Array([round(font.get_glyph_h_advance(g) * 1000 / upem)]))
    return widths


def to_unicode(used: Mapping[int, str]) -> bytes:
    """Return a ToUnicode CMap (Adobe technical note 5411), a hundred entries a block as it demands."""
    entries = [f"<{g:04X}> <{text.encode('utf-16-be').hex().upper()}>" for g, text in sorted(used.items()) if text]
    blocks = [entries[i : i + 100] for i in range(0, len(entries), 100)]
    body = "\n".join(f"{len(b)} beginbfchar\n" + "\n".join(b) + "\nendbfchar" for b in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")


def image_object(pdf: pikepdf.Pdf, image: Image, ink: Ink, level: int = 1) -> pikepdf.Object:
    """Embed pixels without loss: a stencil for bool arrays (True is ink), grey or RGB for bytes."""
    pixels = np.asarray(image.pixels)
    height, width = pixels.shape[:2]
    common = {"Type": Name.XObject, "Subtype": Name.Image, "Width": width, "Height": height, "Filter": Name.FlateDecode}
    if pixels.dtype == bool:
        packed = np.packbits(~pixels, axis=1).tobytes()
        return pdf.make_stream(zlib.compress(packed, level), ImageMask=True, BitsPerComponent=1, **common)
    if ink is plates and (pixels.ndim == 2 or pixels.shape[2] == 3):
        shade: Any = pixels if pixels.ndim == 2 else np.rint(pixels @ np.array((0.299, 0.587, 0.114)))
        black, white = shade <= 255 * DARK, shade >= 255 * LIGHT
        tone = np.where(white, 255, shade).astype(np.uint8)
        pixels = np.stack((np.where(black, 0, 255).astype(np.uint8), tone, np.full_like(tone, 255)), axis=2)
    elif ink is separations and pixels.ndim == 2:
        full = np.full_like(pixels, 255)
        pixels = np.stack((pixels, full, full), axis=2)
    if pixels.ndim == 3 and pixels.shape[2] == 2:
        veil = image_object(pdf, Image(pixels[:, :, 1], image.box), grey, level)
        common["SMask"] = veil
        pixels = pixels[:, :, 0]
    space = Name.DeviceGray if pixels.ndim == 2 else Name.DeviceRGB
    data = zlib.compress(np.ascontiguousarray(pixels, dtype=np.uint8).tobytes(), level)
    return pdf.make_stream(data, ColorSpace=space, BitsPerComponent=8, **common)
