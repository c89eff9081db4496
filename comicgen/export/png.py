"""One PNG for each page: page-001.png, page-002.png ..."""

from . import Book, PageFiles, Target, Writer

PAGES = True
"""One file for each page."""


def open_writer(target: Target, book: Book) -> Writer:
    """Open a folder of pages."""
    return PageFiles(target, "png")
