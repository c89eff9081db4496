"""``python -m comicgen``: the same as the command ``comicgen``."""

from .cli import main

main()
