"""An Imagen-like cascade: text encoder, base, super-resolution stages, one stage at a time over the book."""
