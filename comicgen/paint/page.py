"""Items into one PDF page, and that page into pixels."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pikepdf
from pikepdf import Dictionary, Name

from ..drawing import Gradient, Item
from ..geometry import Rect
from .content import Content, font_key
from .embed import font_object, image_object
from .inks import Ink, grey, plates, rgb, separations
from .screen import screen, screen_1bit

Pixels = np.ndarray[Any, np.dtype[np.uint8]]
MODES: dict[str, Ink] = {"ink": separations, "print": plates, "grey": grey, "rgb": rgb}
"""How tones come out: screened with soft dots, screened to 1 bit, as greys, as greys beside colours."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a drawing is painted on: ``box`` of it at ``size`` points, with the finished page ``trim`` inside."""

    box: Rect
    size: tuple[float, float]
    ink: Ink
    trim: Rect | None = None
    pitch: float = 0.0
    """Distance of vector screentone dots in the drawing's units; 0 paints tones flat."""
    vectors: bool = False
    """Paint drawn pictures from their paths, not their pixels."""
    packed: bool = True
    """Compress; a page that is only rastered, on white, is made sooner without."""
    unseen: bool = False
    """Letters are there for searching and copying only."""


def to_pdf(items: Sequence[Item], paper: Paper) -> bytes:
    """Return one PDF page. Same items, same bytes."""
    box, size, trim = paper.box, paper.size, paper.trim
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=size)
    sx, sy = size[0] / box.w, size[1] / box.h
    content = Content(paper.ink, paper.pitch, paper.vectors, fine=sx > 1, unseen=paper.unseen, bare=not paper.packed)
    content.write("1 J 1 j")
    content.write(f"{sx:.10f} 0 0 {-sy:.10f} {-box.x * sx:.6f} {box.bottom * sy:.6f} cm")
    content.add(items)
    page.Contents = pdf.make_stream("\n".join(content.operators).encode("ascii"))
    page.Resources = _resources(pdf, content, 1 if paper.packed else 0)
    if trim is not None:
        left, bottom = (trim.x - box.x) * sx, (box.bottom - trim.bottom) * sy
        page.TrimBox = [left, bottom, left + trim.w * sx, bottom + trim.h * sy]
        page.BleedBox = [0, 0, *size]
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=paper.packed,  # a digest: what is only rastered goes without
        static_id=not paper.packed,
        compress_streams=paper.packed,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
    )
    return out.getvalue()


def _resources(pdf: pikepdf.Pdf, content: Content, level: int) -> Dictionary:
    return Dictionary(
        Font=Dictionary({f"/{font_key(face)}": font_object(pdf, face, used) for face, used in content.glyphs.items()}),
        XObject=Dictionary({f"/I{i}": image_object(pdf, m, content.ink, level) for i, m in enumerate(content.images)}),
        ExtGState=Dictionary({f"/G{i}": Dictionary(ca=o, CA=o) for i, o in enumerate(content.opacities)}),
        Shading=Dictionary({f"/H{i}": _shading(g, content.ink) for i, g in enumerate(content.gradients)}),
    )


def _shading(gradient: Gradient, ink: Ink) -> Dictionary:
    first, last = ink(gradient.first), ink(gradient.last)
    return Dictionary(
        ShadingType=2,
        ColorSpace=Name.DeviceRGB,
        Coords=[*gradient.start, *gradient.end],
        Function=Dictionary(FunctionType=2, Domain=[0, 1], C0=list(first), C1=list(last), N=1),
        Extend=[True, True],
    )


def raster(pdf: bytes, width: int, height: int) -> Pixels:
    """Return the (height, width, 3) RGB pixels of a one-page PDF's trim, painted by pdfium."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        page.set_cropbox(*page.get_trimbox())
        bitmap = pypdfium2.PdfBitmap.new_native(width, height, pypdfium2.raw.FPDFBitmap_BGR, rev_byteorder=True)
        bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, height)
        flags = pypdfium2.raw.FPDF_ANNOT | pypdfium2.raw.FPDF_NO_CATCH | pypdfium2.raw.FPDF_REVERSE_BYTE_ORDER
        pypdfium2.raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, flags)
        return np.array(bitmap.to_numpy())
    finally:
        document.close()


def to_pixels(  # noqa: PLR0913, PLR0917 - where, how large, how
    items: Sequence[Item],
    box: Rect,
    width: int,
    height: int,
    mode: str,
    pitch: float,
    at: tuple[int, int] = (0, 0),
) -> Pixels:
    """Paint ``box`` of a drawing at an exact size in pixels.

    ``mode`` is a key of MODES; ink, print and grey give (h, w) greys, rgb gives (h, w, 3). ``pitch``
    is the distance of screentone dots in pixels, ``at`` where these pixels lie on their page, so that
    parts painted apart share one lattice.
    """
    paper = Paper(box, (width, height), MODES[mode], vectors=mode == "print", packed=False)
    painted = raster(to_pdf(items, paper), width, height)
    if mode == "rgb":
        return painted
    if mode == "grey":
        return np.ascontiguousarray(painted[:, :, 0])
    if mode == "print":
        return screen_1bit(painted, pitch, at)
    return np.minimum(painted[:, :, 0], screen(255 - painted[:, :, 1], pitch, at))
