"""A composed scene into drawing items: one module per manner, each with ``draw(scene) -> items`` and its ``MODE``.

Items are in frame units; ``MODE`` names how the painter brings them to pixels: ink, grey or rgb.
"""
