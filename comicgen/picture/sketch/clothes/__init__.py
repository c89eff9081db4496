"""Outfits into parts: cloth round bodies, and what is worn over it."""
