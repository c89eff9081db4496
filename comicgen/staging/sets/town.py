"""Places of the town: streets, alleys, roofs, stations, shops' fronts."""

from .builder import Builder
from .solids import Area, Thing, Wall, box, prism

HOUSE_MATERIALS = ("wall", "brick", "concrete", "warm wall")


def shop_front(b: Builder, x: float, z: float, side: int, width: float) -> None:
    """Set a shop into a house's foot: show window, awning, sign; ``side`` is where the house stands, -1 or 1."""
    facing, out = 90.0 * -side, -side
    face = box((width, 3.7, 6.0), (0, 0, -3.0), "warm wall", {"front": "shop", "*": ""})
    awning = prism(
        [(0.0, 3.0), (1.0, 2.45), (1.0, 2.35), (0.0, 2.4)],
        width * 0.62,
        (-width * 0.12, 0, 0),
        b.rng.choice(("red", "blue cloth", "yellow")),
        ["stripes"],
    )
    sign = box(
        (0.12, 1.9, 0.55), (width * 0.4, 4.3, 0.34), "white", {"right": "sign tall", "left": "sign tall", "*": ""}
    )
    b.add([face], (x, 0, z), facing)
    b.add([awning], (x, 0, z), facing)
    if b.rng.random() < 0.7:
        b.add([sign], (x + 0.0 * out, 0, z), facing)


def house_row(
    b: Builder, x: float, side: int, span: tuple[float, float], shops: int, heights: tuple[float, float]
) -> None:
    """Stand houses wall to wall along z, from the near end of ``span`` to the far one."""
    z, count = span[0], 0
    while z > span[1]:
        width, height = b.rng.uniform(5.5, 8.0), b.rng.uniform(*heights)
        middle, shop = z - width / 2, count < shops
        foot = 3.7 if shop else 0.0
        detail = b.rng.choice(("windows", "windows", "balconies", "brick windows"))
        sides = {"front": detail, "*": "brick" if detail == "brick windows" else "side windows"}
        body = box((width, height - foot, 6.0), (0, foot, -3.0), b.rng.choice(HOUSE_MATERIALS), sides)
        parts: list[Thing] = [body, box((width + 0.08, 0.3, 6.3), (0, height, -3.0), "concrete")]
        if b.rng.random() < 0.6:
            parts.append(box((1.6, 1.1, 1.6), (0, height + 0.3, -1.6), "concrete"))
        b.add(parts, (x, 0, middle), 90.0 * -side)
        if shop:
            shop_front(b, x, middle, side, width)
        z, count = z - width, count + 1


def street(b: Builder) -> None:
    b.stand, b.camera = Area(-2.6, 1.0, -14, 2), Area(-2.9, 9.8, -30, 18)
    b.ground("pavement")
    b.strip(Area(1.75, 8.25, -300, 40), "asphalt")
    for x0, x1, detail in ((-3.2, 1.6, "tiles"), (8.4, 10.6, "tiles")):
        b.strip(Area(x0, x1, -46, 12), "pavement", detail)
    for x in (1.6, 1.75, 8.25, 8.4):
        b.strip(Area(x - 0.01, x + 0.01, -120, 30), "pavement", "kerb")
    for k in range(14):
        b.strip(Area(4.93, 5.07, -38 + 3.4 * k, -36.2 + 3.4 * k), "white")
    for k in range(7):
        b.strip(Area(2.05 + 0.9 * k, 2.5 + 0.9 * k, -5.6, -2.8), "white")
    house_row(b, -3.2, -1, (14, -46), 4, (6, 12))
    house_row(b, 10.6, 1, (18, -46), 3, (7, 15))
    b.add([box((26, 19, 9), (0, 0, -70), "concrete", {"*": "windows"})])
    for z in (3.2, -9.8, -22.8):
        b.put("utility pole", 1.25, z)
    b.wire([(1.9, 6.85, 16), (1.9, 6.85, 3.2), (1.9, 6.85, -9.8), (1.9, 6.85, -22.8), (1.9, 6.85, -36)], sag=0.5)
    b.wire([(0.6, 6.85, 16), (0.6, 6.85, 3.2), (0.6, 6.85, -9.8), (0.6, 6.85, -22.8), (0.6, 6.85, -36)], sag=0.62)
    b.put("street lamp", 8.75, -7, -90)
    b.put("car", 2.95, -9.6 + b.rng.uniform(-1, 0.5), 180)
    b.put("vending machine", -2.8, -4.6, 90)
    b.put("bin", -2.75, -5.7)
    b.put("bicycle", -2.7, -8.6, 90)
    for z in (-13.5, -20.0, -26.5):
        b.grow("tree", 0.9, z, 2.6, 5.0)
    b.far("skyline", 7, 0.15)
    b.lamp((0.3, 4, -1.0), 2.4)
    b.spot(-2.3, -2.2, 60)
    b.spot(1.1, -3.4, -30)
    b.spot(-2.4, -6.9, 90)


def platform(b: Builder) -> None:
    b.stand, b.camera = Area(-0.6, 3.4, -30, 3), Area(-1.4, 4.9, -50, 16)
    b.sun = (-0.1, 0.8, 0.6)
    b.ground("gravel", "", -1.1)
    for x in (-4.2, -2.8):
        b.strip(Area(x - 0.05, x + 0.05, -160, 30), "metal", "rail", -0.95)
    for k in range(26):
        b.strip(Area(-4.7, -2.3, -40.0 + 1.9 * k, -39.6 + 1.9 * k), "dark wood", "", -1.05)
    b.add([box((6.8, 1.05, 160), (1.8, -1.1, -60), "concrete")])
    b.strip(Area(-1.6, 5.2, -140, 20), "pavement", "big tiles")
    b.strip(Area(-1.2, -0.75, -140, 20), "yellow", "studs", 0.002)
    b.wall("right", Wall((5.2, 0, -60), (0, 0, 1), 80, 3.4, "wall", "panels"))
    for k in range(7):
        b.fix("right", "poster", 45.0 - 6.0 * k, 1.0, 1.1, 1.5)
    b.add(
        [
            box(
                (2.8, 3.5, 38),
                (-3.3, -0.9, -22.5),
                {"*": "white", "top": "metal"},
                {"right": "train", "front": "train front"},
            )
        ]
    )
    b.add([box((5.6, 0.2, 44), (2.1, 3.4, -12), "metal", {"bottom": "beams"})])
    for k in range(7):
        b.add([box((0.2, 3.4, 0.2), (0, 0, 0), "metal")], (2.9, 0, 4.0 - 5.0 * k))
    b.add(
        [
            box((1.9, 0.5, 0.1), (0, 2.5, 0), "white", {"front": "sign", "back": "sign", "*": ""}),
            box((0.04, 0.4, 0.04), (-0.7, 3.0, 0), "metal"),
            box((0.04, 0.4, 0.04), (0.7, 3.0, 0), "metal"),
        ],
        (1.7, 0, -4.6),
    )
    b.put("bench", 3.9, -3.6, -90)
    b.put("bench", 3.9, -13.6, -90)
    b.put("vending machine", 4.75, -7.2, -90)
    b.put("bin", 4.7, -5.9)
    b.far("skyline", 8, 0.15)
    b.lamp((1.2, 3.3, -1.0), 2.4)
    b.lamp((1.2, 3.3, -11.0), 2.4)
    b.spot(3.6, -1.2, -90)
    b.spot(2.2, -8.0, -60)
