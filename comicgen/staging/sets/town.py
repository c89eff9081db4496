"""Places of the town: streets, alleys, roofs, stations, bridges."""

from .builder import Builder
from .shapes import box, prism
from .solids import Area, Thing

HOUSE_MATERIALS = ("wall", "brick", "concrete", "warm wall")
AWNINGS = ("red", "blue cloth", "yellow")


def shop_front(b: Builder, x: float, z: float, side: int, width: float) -> None:
    """Set a shop into a house's foot: show window, awning, sign; ``side`` is where the house stands, -1 or 1."""
    facing = 90.0 * -side
    face = box((width, 3.7, 6.0), (0, 0, -3.0), "warm wall", {"front": "shop", "*": ""})
    cloth, profile = b.rng.choice(AWNINGS), [(0.0, 3.0), (1.0, 2.45), (1.0, 2.35), (0.0, 2.4)]
    awning = prism(profile, width * 0.62, (-width * 0.12, 0, 0), cloth, ["stripes"])
    sign = box(
        (0.12, 1.9, 0.55),
        (width * 0.4, 4.3, 0.34),
        "white",
        {"right": "sign tall", "left": "sign tall", "*": ""},
        cast=False,
    )
    b.add([face], (x, 0, z), facing)
    b.add([awning], (x, 0, z), facing)
    if b.rng.random() < 0.7:
        b.add([sign], (x, 0, z), facing)


def house_row(
    b: Builder, x: float, side: int, span: tuple[float, float], shops: int, heights: tuple[float, float]
) -> None:
    """Stand houses wall to wall along z, from the near end of ``span`` to the far one."""
    z, count = span[0], 0
    while z > span[1]:
        width, height = b.rng.uniform(5.5, 8.0), b.rng.uniform(*heights)
        middle, shop = z - width / 2, count < shops
        house(b, (x, middle, 90.0 * -side), (width, height), 3.7 if shop else 0.0)
        if shop:
            shop_front(b, x, middle, side, width)
        z, count = z - width, count + 1


def house(b: Builder, spot: tuple[float, float, float], size: tuple[float, float], foot: float) -> None:
    """Stand one house at (x, z, yaw): (width, height), its own walls from ``foot`` up."""
    (x, z, yaw), (width, height) = spot, size
    detail = b.rng.choice(("windows", "windows", "balconies", "brick windows"))
    sides = {"front": detail, "*": "brick" if detail == "brick windows" else "side windows"}
    body = box((width, height - foot, 6.0), (0, foot, -3.0), b.rng.choice(HOUSE_MATERIALS), sides)
    parts: list[Thing] = [body, box((width + 0.08, 0.3, 6.3), (0, height, -3.0), "concrete")]
    if b.rng.random() < 0.6:
        parts.append(box((1.6, 1.1, 1.6), (0, height + 0.3, -1.6), "concrete"))
    b.add(parts, (x, 0, z), yaw)


def street(b: Builder) -> None:
    """Build a pavement with shops on the left, the road and the other side on the right."""
    b.stand, b.camera = Area(-3.0, 1.2, -14, 2), Area(-3.4, 9.8, -30, 18)
    b.ground("pavement")
    b.strip(Area(2.05, 8.55, -300, 300), "asphalt", "cracks")
    for x0, x1 in ((-3.7, 1.9), (8.7, 11.0)):
        b.strip(Area(x0, x1, -46, 34), "pavement", "tiles")
    for x in (1.9, 2.05, 8.55, 8.7):
        b.strip(Area(x - 0.01, x + 0.01, -120, 90), "pavement", "kerb")
    for k in range(14):
        b.strip(Area(5.23, 5.37, -38 + 3.4 * k, -36.2 + 3.4 * k), "white")
    for k in range(7):
        b.strip(Area(2.35 + 0.9 * k, 2.8 + 0.9 * k, -5.6, -2.8), "white")
    house_row(b, -3.7, -1, (38, -46), 12, (6, 12))
    house_row(b, 11.0, 1, (40, -46), 12, (7, 15))
    b.add([box((26, 19, 9), (0, 0, -70), "concrete", {"*": "windows"})])
    _poles(b, 1.62)
    b.put("street lamp", 9.0, -7, -90)
    b.put("car", 3.2, -9.6 + b.rng.uniform(-1, 0.5), 180)
    b.put("car", 7.4, -17.0, 0)
    b.put("vending machine", -3.3, -4.6, 90)
    b.put("bin", -3.25, -5.7)
    b.put("bicycle", -3.1, -8.6, 180)
    b.put("planter", -3.3, -2.6, 90)
    b.put("planter", -3.3, -10.4, 90)
    b.put("menu stand", -2.7, -6.6, 60)
    b.put("fruit stand", -3.1, -12.4, 90)
    b.put("traffic light", 1.55, -2.5, 180)
    b.put("hydrant", 8.95, -4.0)
    b.put("planter", 9.1, -10.0, -90)
    b.strip(Area(3.6, 4.4, -1.2, -0.4), "metal", "small tiles", 0.002, "edge")
    b.put("post box", 1.45, -5.2, -90)
    for z in (-13.5, -20.0, -26.5):
        b.grow("tree", 1.35, z, 2.6, 5.0)
    b.far("skyline", 7, 0.15)
    b.lamp((0.3, 4, -1.0), 2.4)
    b.spot(-2.6, -2.2, 60)
    b.spot(1.35, -3.4, -30)
    b.spot(-2.8, -6.9, 90)


def _poles(b: Builder, x: float) -> None:
    """Stand poles along the kerb and hang wires between them."""
    stops = (3.2, -9.8, -22.8)
    for z in stops:
        b.put("utility pole", x, z)
    for dx, y, sag in ((0.65, 6.85, 0.5), (-0.65, 6.85, 0.62), (0.4, 6.2, 0.7)):
        b.wire([(x + dx, y, z) for z in (16, *stops, -36)], sag=sag)


def alley(b: Builder) -> None:
    """Build a narrow gap between backs of houses."""
    b.stand, b.camera, b.sun = Area(-0.7, 0.7, -14, 2), Area(-0.95, 0.85, -20, 8), (-0.25, 0.8, 0.55)
    b.ground("asphalt")
    b.strip(Area(-1.25, 1.05, -22, 12), "asphalt", "tiles")
    b.add([box((6, 11, 30), (-4.25, 0, -3), "brick", {"right": "alley wall", "front": "brick"})])
    b.add([box((6, 9, 29), (4.05, 0, -2.5), "warm wall", {"left": "alley wall", "front": "brick"})])
    b.add([box((14, 9, 3), (0, 0, -26), "concrete", {"*": "windows"})])
    for z in (-3.2, -6.8):
        b.put("air conditioner", -1.07, z, 90, 2.7)
        b.put("air conditioner", 0.88, z - 1.2, -90, 3.4)
    b.add([box((0.16, 8.5, 0.16), (0, 0, 0), "metal")], (0.94, 0, -2.6))
    b.add([box((0.12, 7.5, 0.12), (0, 0, 0), "metal")], (-1.15, 0, -5.9))
    b.add(
        [box((0.7, 1.0, 1.3), (0, 0, 0), "metal", {"*": "panels"}), box((0.74, 0.1, 1.36), (0, 1.0, 0), "dark")],
        (-0.85, 0, -4.9),
    )
    b.put("bin", 0.68, -1.75)
    b.put("bin", 0.66, -2.4)
    for x, z, y, yaw in ((-0.9, -1.9, 0, 12), (-0.92, -1.9, 0.5, -14), (-0.88, -2.7, 0, 3)):
        b.put("crate", x, z, yaw, y)
    b.add(
        [box((0.5, 1.4, 0.12), (0, 0, 0), "white", {"front": "sign tall", "back": "sign tall", "*": ""}, cast=False)],
        (0.75, 2.9, -3.4),
    )
    b.add(
        [box((0.1, 2.1, 0.95), (0, 0, 0), "door", {"right": "panel"}), box((0.4, 0.14, 1.1), (0.2, 0, 0), "concrete")],
        (-1.2, 0, -3.6),
    )
    for k in range(3):
        b.wire([(-1.25, 5.2 + 0.9 * k, -4 - 3.1 * k), (1.05, 5.3 + 0.8 * k, -4.4 - 3.1 * k)], sag=0.25)
    b.put("bicycle", 0.72, -5.4, 176)
    b.put("ladder", -1.1, -7.6, 80)
    b.put("planter", 0.9, -8.6, -90)
    b.far("skyline", 10, 0.15)
    b.lamp((0.0, 3.4, -1.4), 1.1)
    b.spot(0.6, -3.6, -70)
    b.spot(-0.75, -6.4, 60)


def rooftop(b: Builder) -> None:
    """Build a flat roof behind a parapet and a rail, the town below."""
    b.stand, b.camera = Area(-3.5, 2.4, -4.4, 2.5), Area(-5.8, 8, -4.5, 14)
    b.sky_tone = 0.3
    b.strip(Area(-6.2, 14, -5, 12), "concrete", "big tiles")
    posts: list[Thing] = [box((0.04, 1.0, 0.04), (-6 + k, 1.0, 0), "metal", cast=False) for k in range(15)]
    rails: list[Thing] = [box((14.6, 0.045, 0.045), (1.1, y, 0), "metal", cast=False) for y in (1.5, 2.0)]
    b.add([box((14.6, 1.0, 0.25), (1.1, 0, 0), "concrete", {"front": "panels"})], (0, 0, -5))
    b.add([*posts, *rails], (0, 0, -5))
    b.add([box((0.25, 1.0, 17), (0, 0, 3.5), "concrete", {"right": "panels"})], (-6.2, 0, 0))
    hut: list[Thing] = [
        box((2.8, 2.7, 2.6), (0, 0, 0), "wall", {"left": "hut door", "front": "brick", "*": ""}),
        box((3.1, 0.2, 2.9), (0, 2.7, 0), "concrete"),
    ]
    b.add(hut, (4.6, 0, -3.0))
    b.put("water tank", -4.9, -3.2)
    for x in (-3.3, -2.2):
        b.put("air conditioner", x, -4.3)
    b.put("bench", 1.6, -4.5)
    b.put("crate", 2.8, -4.3, 20)
    b.put("planter", 0.0, -4.5)
    b.put("planter", -5.6, 0.4, 90)
    b.strip(Area(-2.0, -1.2, -2.4, -1.6), "metal", "small tiles", 0.003, "edge")
    b.add(
        [
            box((0.1, 0.1, 6.0), (0, 0.02, 0), "metal", cast=False),
            box((6.0, 0.1, 0.1), (3, 0.02, 3), "metal", cast=False),
        ],
        (-3.0, 0, -1.6),
    )
    b.add(
        [
            box((0.06, 3.2, 0.06), (0, 0, 0), "metal"),
            box((1.1, 0.04, 0.04), (0, 2.8, 0), "metal"),
            box((0.8, 0.04, 0.04), (0, 2.4, 0), "metal"),
        ],
        (5.2, 2.9, -3.2),
    )
    b.far("skyline", 4, 0.08)
    b.far("skyline", 7, 0.22)
    b.wire([(-6, 3.6, -4.6), (3.2, 3.1, -4.2)], sag=0.3, over=False)
    b.lamp((3.0, 2.6, -2.0), 2.4)
    b.spot(-1.2, -4.2, 0)
    b.spot(2.4, -1.0, -40)


def bridge(b: Builder) -> None:
    """Build a bridge over a river, railings on both sides, the town behind."""
    b.stand, b.camera, b.sky_tone = Area(-2.2, 2.2, -14, 2), Area(-2.6, 2.6, -20, 14), 0.22
    b.ground("water", "waves", -4.0)
    b.strip(Area(-3.0, 3.0, -60, 30), "pavement", "planks across")
    for x in (-3.0, 3.0):
        posts: list[Thing] = [box((0.1, 1.1, 0.1), (0, 0, 10 - 2.0 * k), "dark metal") for k in range(20)]
        rails: list[Thing] = [box((0.07, 0.07, 60), (0, y, -15), "dark metal", cast=False) for y in (0.45, 1.05)]
        b.add([box((0.2, 0.16, 60), (0, 0, -15), "concrete"), *rails, *posts], (x, 0, 0))
    for z in (-4.5, -16.0):
        b.put("park lamp", -2.75, z)
    b.put("park lamp", 2.75, -10.0)
    b.far("skyline", 6, 0.15)
    b.far("treeline", 2.0, 0.22)
    b.lamp((0, 3.5, -1.5), 2.6)
    b.spot(2.4, -2.6, -60)
    b.spot(-2.4, -6.0, 60)
