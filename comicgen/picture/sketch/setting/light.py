"""Time of day and weather into light: what each material looks like, lit or shaded, near or far.

What a manner has to know: a Paint from here already holds the hour. Its ``tone`` is the material's own tone plus the
hour's (night lies over everything), its ``colour`` is already tinted. ``Area.shade`` is what is left to the manner:
the shadow side and cast shadows, full at 1, which ink shows as SHADE_TONE more tone and colour as a tint.
"""

from dataclasses import dataclass, field, replace
from functools import lru_cache

import numpy as np

from ....drawing import Colour
from ....staging.sets.solids import Set
from ..marks import Array, Paint

SHADE_TONE = 0.24
"""Screentone that a full shade adds in the ink manner."""
LEVELS = (0.0, 0.08, 0.15, 0.22, 0.30, 0.40, 0.50, 0.62, 0.75)
"""Screentones in use: neighbours must be told apart."""
DEEPEST = 0.62
"""No surface of a set is darker than this unless it is solid black: drawing must show on it."""

MATERIALS: dict[str, tuple[float, Colour]] = {
    "wall": (0.0, (233, 226, 210)),
    "warm wall": (0.0, (222, 196, 164)),
    "brick": (0.0, (190, 122, 96)),
    "concrete": (0.0, (198, 198, 190)),
    "stone": (0.0, (170, 166, 158)),
    "dark stone": (0.22, (120, 118, 122)),
    "roof": (0.35, (110, 90, 85)),
    "wood": (0.08, (190, 145, 96)),
    "dark wood": (0.5, (122, 85, 56)),
    "metal": (0.0, (178, 186, 192)),
    "dark metal": (1.0, (84, 90, 104)),
    "dark": (1.0, (46, 44, 51)),
    "black": (1.0, (34, 33, 40)),
    "pale glass": (0.08, (206, 226, 234)),
    "glass": (0.18, (178, 208, 220)),
    "green glass": (0.22, (150, 206, 180)),
    "cloth": (0.0, (239, 237, 234)),
    "blue cloth": (0.25, (126, 155, 184)),
    "navy": (0.62, (58, 66, 98)),
    "canvas": (0.08, (206, 190, 150)),
    "leaf": (0.10, (127, 163, 95)),
    "pine": (0.15, (84, 128, 92)),
    "blossom": (0.0, (246, 200, 208)),
    "bark": (0.08, (140, 108, 80)),
    "grass": (0.0, (170, 200, 128)),
    "dry grass": (0.0, (214, 204, 150)),
    "sand": (0.0, (235, 220, 180)),
    "snow": (0.0, (244, 248, 252)),
    "gravel": (0.08, (176, 170, 160)),
    "asphalt": (0.0, (164, 166, 171)),
    "pavement": (0.0, (208, 205, 196)),
    "floor": (0.0, (212, 188, 148)),
    "tile": (0.0, (220, 224, 218)),
    "carpet": (0.0, (156, 140, 150)),
    "ceiling": (0.0, (240, 239, 233)),
    "board": (1.0, (63, 94, 80)),
    "paper": (0.0, (251, 250, 245)),
    "red": (0.35, (200, 82, 74)),
    "orange": (0.3, (230, 130, 60)),
    "yellow": (0.1, (232, 190, 84)),
    "clay": (0.3, (190, 110, 80)),
    "card": (0.15, (206, 172, 124)),
    "water": (0.08, (140, 190, 206)),
    "deep water": (0.22, (96, 150, 184)),
    "lava": (0.3, (240, 120, 50)),
    "moon dust": (0.0, (200, 198, 192)),
    "rug": (0.15, (176, 120, 110)),
    "rock": (0.04, (169, 164, 155)),
    "screen": (1.0, (74, 98, 116)),
    "lamp": (0.0, (255, 250, 226)),
    "light": (0.0, (255, 244, 206)),
    "white": (0.0, (252, 252, 250)),
    "door": (0.25, (154, 123, 92)),
    "hull": (0.0, (206, 210, 220)),
    "far": (0.0, (176, 186, 200)),
    "skin": (0.0, (244, 214, 192)),
}
"""Local tone (1 is solid black) and colour."""
LIT = ("lamp", "light", "paper")
"""What is never lost in the dark."""


@dataclass(frozen=True, slots=True)
class Hour:
    """What a time of day does: where the light comes from, tone over everything, shadow side, cast shadows, colours."""

    sun: tuple[float, float, float]
    base: float
    shade: float
    cast: float
    tint: tuple[float, float, float]
    zenith: Colour
    horizon: Colour
    sky: tuple[float, float]
    """Sky tone at the top of the frame and at the horizon."""


HOURS: dict[str, Hour] = {
    "day": Hour((-0.55, 0.75, 0.5), 0.0, 0.22, 0.30, (1, 1, 1), (120, 180, 225), (233, 243, 247), (0.30, 0.0)),
    "dawn": Hour((-0.85, 0.38, -0.1), 0.0, 0.30, 0.30, (1.0, 0.9, 0.86), (150, 170, 210), (252, 226, 200), (0.30, 0.0)),
    "dusk": Hour((-0.92, 0.3, -0.12), 0.0, 0.40, 0.40, (1.0, 0.8, 0.7), (120, 90, 140), (250, 206, 150), (0.75, 0.0)),
    "night": Hour((0.6, 0.7, 0.4), 0.22, 0.24, 1.0, (0.42, 0.48, 0.68), (18, 22, 48), (52, 58, 92), (1.0, 0.22)),
    "lamp": Hour((0.0, 1.0, 0.2), 0.0, 0.24, 0.30, (0.92, 0.8, 0.64), (18, 22, 48), (52, 58, 92), (1.0, 1.0)),
}

WARM = (0.95, 0.86, 0.66)
"""What lamplight multiplies a colour by."""
GLOOM = (0.6, 0.8)
"""Tone of the darkest corners of a room by lamplight, and of a gloomy one."""
STORMY = 0.45
"""Tone of the shadow side under thunderclouds."""
OVERCAST: Colour = (196, 203, 210)
MASSES = ("leaf", "pine", "water", "deep water")
"""What is one black mass at night."""
CLEAR = 0.6
"""Nothing is solid black in thicker air than this."""
MIST = 0.4
"""Tone of fog at night, where all has faded."""
UNLIT, REMOTE = 0.3, 5.0
"""Under this glow a side away from the moon is solid black at night, and so is all beyond so many times the subject."""
FOG = {"fog": 14.0, "snow": 45.0, "rain": 60.0, "storm": 45.0}
"""Metres at which everything has faded."""


@dataclass(frozen=True, slots=True)
class Light:
    """The light of one picture."""

    time: str
    weather: str
    hour: Hour
    sun: tuple[float, float, float]
    """Unit vector towards the light."""
    reference: float
    """Depth in metres of what the picture is about: air begins at twice that."""
    gloom: float = 0.6
    """Tone of a lit room's darkest corners."""
    _mixed: dict[tuple[str, float, float | None, float], Paint] = field(default_factory=dict, compare=False, repr=False)
    """Paints that this picture has used, by how clear the air is before them."""
    _known: dict[tuple[str, float, float | None, float], Paint] = field(default_factory=dict, compare=False, repr=False)
    """The same by their depth."""

    @property
    def base(self) -> float:
        """Tone over everything."""
        return self.hour.base

    @property
    def dark(self) -> bool:
        """Whether lamps are lit and windows shine."""
        return self.time in ("night", "lamp")

    def clear(self, depth: float) -> float:
        """Return how much of tone and line is left at a depth, 1 near, 0 in the fog."""
        if self.time == "night" and self.weather != "fog":
            return 1.0
        air = min(max(1 - (depth - 2 * self.reference) / (10 * self.reference), 0.3), 1.0)
        return air * self.weathered(depth)

    def weathered(self, depth: float) -> float:
        """Return how much is left at a depth in the weather alone."""
        limit = FOG.get(self.weather, 0.0)
        return min(max(1.25 - depth / limit, 0.0), 1.0) if limit else 1.0

    def mist(self, depth: Array) -> Array | float:
        """Return the same of many depths."""
        limit = FOG.get(self.weather, 0.0)
        return np.minimum(np.maximum(1.25 - depth / limit, 0.0), 1.0) if limit else 1.0

    @property
    def sky(self) -> tuple[Colour, Colour]:
        """Return the colours of the sky at the top and at the horizon, grey in bad weather."""
        zenith, horizon = self.hour.zenith, self.hour.horizon
        if self.weather in FOG and not self.dark:
            zenith, horizon = _between(zenith, OVERCAST, 0.8), _between(horizon, OVERCAST, 0.6)
        return zenith, horizon

    def tint(self, colour: Colour) -> Colour:
        """Return a near colour at this hour."""
        return self._tinted(colour, 1.0, 0.0)

    def _tinted(self, colour: Colour, clear: float, glow: float) -> Colour:
        """Return a colour at this hour, paler with distance, warm in a lamp's glow."""
        air = (1 - clear) * (0.6 if self.weather not in FOG else 0.95)
        tint, sky = self.hour.tint, self.sky[1] if air else colour
        lit = [c * (t + (w - t) * glow) for c, t, w in zip(colour, tint, WARM, strict=True)]
        r, g, b = [round(c + (h - c) * air) for c, h in zip(lit, sky, strict=True)]
        return (r, g, b)

    def paint(self, material: str, depth: float = 0.0, *, tone: float | None = None, glow: float = 0.0) -> Paint:
        """Return a material's paint at a depth in metres; ``tone`` replaces its own, ``glow`` is lamplight."""
        key = (material, depth, tone, glow)
        if key not in self._known:
            mix = (material, round(self.clear(depth), 2), tone, glow)
            if mix not in self._mixed:
                self._mixed[mix] = self._paint(*mix)
            self._known[key] = self._mixed[mix]
        return self._known[key]

    def _paint(self, material: str, clear: float, tone: float | None, glow: float) -> Paint:
        own, colour = MATERIALS[material]
        if material == "lamp" and self.dark:
            return self.bright()
        own = own if tone is None else tone
        own = own / 2 if self.time == "lamp" and own < 0.3 else own
        tinted = self._tinted(colour, clear, glow)
        if (own >= 1 or (self.time == "night" and material in MASSES)) and clear > CLEAR:
            return Paint(tinted, 1.0, True)
        veil = MIST * (1 - clear) if self.dark and self.weather == "fog" else 0.0
        return Paint(tinted, level((min(own, DEEPEST) + self.base * (1 - glow)) * clear + veil))

    def face(self, material: str, depth: float, shade: float, glow: float) -> Paint:
        """Return the paint of a solid's face: at night what no lamp reaches is solid black, near or far."""
        paint = self.paint(material, depth, glow=glow)
        if self.time != "night" or glow > UNLIT or material in LIT or self.clear(depth) < CLEAR:
            return paint
        away = shade > 0 or depth > max(REMOTE * self.reference, 12.0)
        return replace(paint, tone=1.0, black=True) if away else paint

    def bright(self, material: str = "light") -> Paint:
        """Return the paint of what shines by itself: no night over it."""
        return Paint(MATERIALS[material][1], 0.0)

    def shades(self, normals: Array) -> Array:
        """Return the shade 0..1 of faces by their (n, 3) normals."""
        away = normals @ np.array(self.sun) < 0.08
        side = np.where(away, self.hour.shade / SHADE_TONE, 0.0)
        under: Array = np.where(normals[:, 1] < -0.9, 1.0, np.where(normals[:, 1] > 0.9, 0.0, side))
        return under

    @property
    def cast(self) -> float:
        """Shade of a cast shadow, weak under an overcast sky."""
        return min(1.0, self.hour.cast / SHADE_TONE) * (0.5 if self.weather not in ("", "wind") else 1.0)


def _between(a: Colour, b: Colour, share: float) -> Colour:
    red, green, blue = (round(x + (y - x) * share) for x, y in zip(a, b, strict=True))
    return (red, green, blue)


@lru_cache(maxsize=1024)
def level(tone: float) -> float:
    """Return the nearest screentone in use."""
    return min(LEVELS, key=lambda v: abs(v - min(tone, DEEPEST)))


def light_of(place: Set, time: str, weather: str, reference: float) -> Light:
    """Return the light of a place: indoors the lamps are lit at night, by day the windows give it."""
    name = "lamp" if place.gloom or (place.interior and time == "night") else time if time in HOURS else "day"
    hour = HOURS[name]
    if weather == "storm" and not place.interior and name != "night":
        hour = replace(hour, shade=STORMY)
    vector = np.array(place.sun if place.sun is not None and name in ("day", "dawn", "dusk") else hour.sun)
    x, y, z = (vector / np.linalg.norm(vector)).tolist()
    return Light(name, "" if place.interior else weather, hour, (x, y, z), reference, GLOOM[place.gloom])
