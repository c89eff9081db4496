"""One SVG for each page: named layers, pictures as paths, letters as outlines with their text beside them."""

from . import Book, PageFiles, Target, Writer


def open_writer(target: Target, book: Book) -> Writer:
    """Open a folder of pages."""
    return PageFiles(target, "svg")
