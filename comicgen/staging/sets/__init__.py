"""A place's name into a set: solids, ground, walls and props in world metres."""
