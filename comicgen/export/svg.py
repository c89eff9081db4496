"""One SVG for each page: named layers, pictures as paths, letters as outlines with their text beside them."""

from . import Book, PageFiles, Target, Writer

PAGES = True
"""One file for each page."""


def open_writer(target: Target, book: Book) -> Writer:
    """Open a folder of pages."""
    return PageFiles(target, "svg")
