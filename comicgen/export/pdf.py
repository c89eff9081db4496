"""One PDF for the whole story: vector lettering, selectable text, lossless pictures."""

from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem

from . import Book, PaintedPage, Target, Writer, sink


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
        path.write_bytes(page.pdf)
        self._pages.append((page.sheet.number, path))

    def close(self) -> list[Path]:
        path = self._target.file
        with ExitStack() as stack, pikepdf.new() as book, sink(path) as file:
            for number, part in self._pages:
                book.pages.extend(stack.enter_context(pikepdf.open(part)).pages)
                self._number(book, number)
            self._describe(book)
            book.save(file, deterministic_id=True, linearize=True)
        self._folder.cleanup()
        return [] if path is None else [path]

    def abandon(self) -> None:
        self._folder.cleanup()

    def _number(self, book: pikepdf.Pdf, number: int) -> None:
        with book.open_outline() as outline:
            outline.root.append(OutlineItem(f"{number}", len(book.pages) - 1))

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
