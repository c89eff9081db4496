"""One PDF for the whole story: vector lettering, selectable text, lossless pictures."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

from ..files import disk_fault
from . import Book, PaintedPage, Target, Writer, sink

OPEN_AT_ONCE = 64


PAGES = False
"""One file for the whole book."""


def open_writer(target: Target, book: Book) -> Writer:
    """Open a PDF; its pages wait on disk until it is closed."""
    return PdfWriter(target, book)


class PdfWriter:
    """Keeps one-page PDFs in a temporary folder and joins them at the end, so memory stays flat."""

    def __init__(self, target: Target, book: Book) -> None:
        self._target, self._book = target, book
        self._folder = TemporaryDirectory(prefix="comicgen-")
        self._pages: list[tuple[int, Path]] = []

    def add(self, page: PaintedPage) -> None:
        path = Path(self._folder.name) / f"{len(self._pages):06}.pdf"
        try:
            path.write_bytes(page.pdf)
        except OSError as fault:
            raise disk_fault(fault, path) from None
        self._pages.append((page.sheet.number, path))

    def close(self) -> list[Path]:
        path = self._target.file
        with pikepdf.open(self._joined()) as book, sink(path) as file:
            with book.open_outline() as outline:
                outline.root += [OutlineItem(f"{number}", at) for at, (number, _) in enumerate(self._pages)]
            self._describe(book)
            book.save(file, deterministic_id=True, linearize=True)
        self._folder.cleanup()
        return [] if path is None else [path]

    def _joined(self) -> Path:
        """Return all pages in one file, joined by the dozen: many books of pages are more than open files allow."""
        parts = [path for _, path in self._pages]
        level = 0
        while len(parts) > 1:
            bundles = [parts[i : i + OPEN_AT_ONCE] for i in range(0, len(parts), OPEN_AT_ONCE)]
            parts = [_join(b, Path(self._folder.name) / f"{level}-{i}.pdf") for i, b in enumerate(bundles)]
            level += 1
        return parts[0]

    def abandon(self) -> None:
        self._folder.cleanup()

    def _describe(self, book: pikepdf.Pdf) -> None:
        root = book.Root
        root.Lang = pikepdf.String(self._book.language)
        right = self._book.reading == "rtl"
        root.ViewerPreferences = Dictionary(Direction=Name.R2L if right else Name.L2R, DisplayDocTitle=True)
        root.PageLayout = Name.TwoPageRight if right else Name.TwoPageLeft
        labels = [Dictionary(S=Name.D, St=number) for number, _ in self._pages]
        root.PageLabels = Dictionary(Nums=Array([v for i, d in enumerate(labels) for v in (i, d)]))
        with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as meta:
            meta["dc:title"] = self._book.title
            if self._book.author:
                meta["dc:creator"] = [self._book.author]
            meta["dc:language"] = [self._book.language]
            meta["pdf:Producer"] = "comicgen"


def _join(parts: list[Path], target: Path) -> Path:
    with ExitStack() as stack, pikepdf.new() as book:
        for part in parts:
            book.pages.extend(stack.enter_context(pikepdf.open(part)).pages)
        try:
            book.save(target, deterministic_id=True)
        except OSError as fault:
            raise disk_fault(fault, target) from None
    for part in parts:
        part.unlink()
    return target
