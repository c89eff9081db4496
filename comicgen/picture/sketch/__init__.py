"""A staging into an ink drawing: the embedded artist, with no weights and no downloads."""
