"""Rooms where people live, learn, work and eat."""

from .builder import Builder


def classroom(b: Builder) -> None:
    b.room(8.4, 8.0, 3.0, ("floor", "boards"))
    b.sun = (-0.8, 0.75, -0.15)
    for row in range(4):
        for column in range(4):
            x, z = -2.9 + 1.5 * column, -1.2 - 1.35 * row
            b.put("school desk", x, z)
            b.put("chair", x, z + 0.5 + b.rng.uniform(-0.06, 0.06), 180 + b.rng.uniform(-5, 5))
    b.put("podium", 0.2, -7.1)
    b.put("bookcase", -3.6, -7.75)
    b.fix("back", "blackboard", 1.7, 0.95, 5.0, 1.25)
    b.fix("back", "clock", 4.0, 2.4, 0.36, 0.36)
    b.fix("back", "paper", 7.15, 1.2, 0.7, 0.9)
    b.fix("back", "speaker", 7.3, 2.4, 0.4, 0.28)
    for k in range(4):
        b.fix("left", "window trees", 0.8 + 2.5 * k, 0.95, 2.0, 1.6)
    b.fix("right", "door", 0.5, 0, 1.6, 2.1)
    b.fix("right", "door", 8.6, 0, 1.6, 2.1)
    b.fix("right", "notice board", 3.0, 1.0, 4.2, 1.1)
    for k in range(3):
        b.fix("right", "high window", 2.7 + 1.9 * k, 2.35, 1.6, 0.45)
    b.fix("front", "notice board", 2.0, 1.0, 4.4, 1.2)
    for x in (-2.2, 0.6, 3.2):
        b.lamp((x, 2.9, -2.6), 2.0)
    b.spot(3.6, -1.6, -60)
    b.spot(3.6, -3.2, -60)
    b.spot(-1.5, -6.9, 0)


def cafe(b: Builder) -> None:
    b.room(6.4, 5.0, 2.9, ("floor", "boards"), 2.6)
    b.sun = (-0.75, 0.65, 0.1)
    for x, z in ((-1.5, -1.7), (-1.6, -3.8), (0.2, -2.9)):
        b.put("round table", x, z)
        b.put("chair", x + 0.04, z + 0.66, 180)
        b.put("chair", x, z - 0.66, 0)
        b.put("cup", x + 0.12, z + 0.06, y=0.745)
    b.put("counter", 1.85, -3.7)
    b.put("coffee machine", 1.3, -3.75, y=1.08)
    b.put("till", 2.5, -3.7, y=1.08)
    b.put("stool", 1.2, -2.95, 180)
    b.put("stool", 2.1, -2.95, 180)
    b.put("plant", -2.75, -4.5)
    b.fix("back", "shelf", 4.0, 1.35, 2.1, 0.9)
    b.fix("back", "menu board", 0.9, 1.2, 1.7, 1.1)
    b.dress("back", "brick", "brick patches")
    for k in range(3):
        b.fix("left", "window street", 0.8 + 2.3 * k, 0.5, 1.9, 1.9)
    b.fix("right", "door", 4.6, 0, 0.95, 2.1)
    b.fix("right", "picture", 1.0, 1.2, 0.7, 0.9)
    b.fix("right", "picture", 2.2, 1.3, 0.9, 0.7)
    b.fix("front", "window street", 1.2, 0.5, 2.4, 1.9)
    b.fix("front", "door", 4.4, 0, 0.95, 2.1)
    for x, z in ((-1.5, -1.7), (0.2, -2.9), (1.9, -3.5)):
        b.wire([(x, 2.9, z), (x, 2.15, z)], over=False)
        b.put("pendant", x, z, y=1.98)
    b.spot(-2.7, -2.8, 90)
    b.spot(2.7, -1.0, -90)


def bedroom(b: Builder) -> None:
    b.room(4.6, 3.75, 2.5, ("floor", "boards"), 2.5)
    b.sun = (0.3, 0.8, -0.5)
    b.put("bed", -1.55, -2.55)
    b.put("night table", -0.6, -3.45)
    b.put("table lamp", -0.6, -3.45, y=0.5)
    b.put("office desk", 1.35, -3.3, 180)
    b.put("monitor", 1.25, -3.4, -10, 0.735)
    b.put("chair", 1.3, -2.6, 180)
    b.put("bookcase", 2.1, -1.5, -90)
    b.put("carton", 1.95, -0.55, -80)
    rug = [(-0.1 + 1.15 * x, -1.5 + 0.75 * z) for x, z in _circle(24)]
    b.patch(rug, "blue cloth", "", 0.003, "detail")
    b.fix("back", "window city", 1.45, 1.0, 1.3, 1.15)
    b.fix("back", "curtains", 1.1, 0.72, 2.0, 1.62)
    b.fix("back", "picture", 3.45, 1.45, 0.6, 0.7)
    b.fix("left", "poster", 3.0, 1.1, 0.8, 1.1)
    b.fix("left", "poster", 4.0, 1.3, 0.6, 0.8)
    b.fix("left", "shelf", 4.9, 1.45, 1.1, 0.5)
    b.fix("right", "door", 4.2, 0, 0.95, 2.05)
    b.fix("front", "wardrobe doors", 0.8, 0, 2.2, 2.1)
    b.lamp((-0.6, 0.9, -3.45), 1.4)
    b.spot(0.5, -3.3, 0)
    b.spot(1.8, -0.1, -90)


def _circle(n: int) -> list[tuple[float, float]]:
    from math import cos, pi, sin

    return [(cos(2 * pi * k / n), sin(2 * pi * k / n)) for k in range(n)]
