"""One comic book archive: the pages' PNGs and a ComicInfo.xml (Anansi Project schema 2.0)."""

import xml.etree.ElementTree as ET
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from . import Book, PaintedPage, Target, Writer, sink

START = (1980, 1, 1, 0, 0, 0)
"""Every entry's time: the same pages give the same bytes."""


PAGES = False
"""One file for the whole book."""


def open_writer(target: Target, book: Book) -> Writer:
    """Open an archive that takes its name when it is closed."""
    return CbzWriter(target, book)


class CbzWriter:
    """Stores pages as they come; PNGs are compressed already."""

    def __init__(self, target: Target, book: Book) -> None:
        self._book, self._path = book, target.file
        self._sizes: list[tuple[int, int]] = []
        self._stack = ExitStack()
        self._file: BinaryIO = self._stack.enter_context(sink(self._path))
        self._zip = ZipFile(self._file, "w", ZIP_STORED)

    def add(self, page: PaintedPage) -> None:
        self._zip.writestr(entry(f"page-{page.sheet.number:03}.png"), page.png)
        self._sizes.append(page.size)

    def close(self) -> list[Path]:
        self._zip.writestr(entry("ComicInfo.xml"), comic_info(self._book, self._sizes))
        self._zip.close()
        self._stack.close()
        return [] if self._path is None else [self._path]

    def abandon(self) -> None:
        """Leave through the sink as a fault does, so that the temporary goes."""
        self._zip.close()
        with suppress(AbandonedError):
            self._stack.__exit__(AbandonedError, AbandonedError(), None)


class AbandonedError(Exception):
    """The archive was given up."""


def entry(name: str) -> ZipInfo:
    """Return a stored entry with a fixed time and ordinary permissions."""
    info = ZipInfo(name, START)
    info.external_attr = 0o644 << 16
    info.create_system = 3
    return info


def comic_info(book: Book, sizes: list[tuple[int, int]]) -> bytes:
    """Return ComicInfo.xml; the schema is a sequence, so the order of elements counts."""
    root = ET.Element("ComicInfo")
    fields = {
        "Title": book.title,
        "Writer": book.author,
        "PageCount": str(len(sizes)),
        "LanguageISO": book.language,
        "BlackAndWhite": "No" if book.tone == "colour" else "Yes",
        "Manga": "YesAndRightToLeft" if book.reading == "rtl" else "No",
    }
    for name, value in fields.items():
        if value:
            ET.SubElement(root, name).text = value
    pages = ET.SubElement(root, "Pages")
    for number, (width, height) in enumerate(sizes):
        found = {"Image": str(number), "ImageWidth": str(width), "ImageHeight": str(height)}
        found |= {"DoublePage": "true"} if width > book.width else {}
        ET.SubElement(pages, "Page", found | ({"Type": "FrontCover"} if number == 0 else {}))
    xml: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml
