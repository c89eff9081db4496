"""Marks into values: the hour's colours, light on edges, dark on light and light on dark."""
