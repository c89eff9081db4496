"""The table of places: name, how it is built, the words for it in English and Chinese."""

from collections.abc import Callable
from dataclasses import dataclass

from . import nature, rooms, town
from .builder import Builder


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its builder and the words that name it, most telling first."""

    build: Callable[[Builder], None]
    words: tuple[str, ...]


PLACES: dict[str, Place] = {
    "street": Place(
        town.street,
        (
            "street",
            "road",
            "avenue",
            "city",
            "town",
            "sidewalk",
            "crossing",
            "downtown",
            "街道",
            "街",
            "马路",
            "路上",
            "城市",
            "人行道",
        ),
    ),
    "park": Place(nature.park, ("park", "playground", "garden", "lawn", "公园", "花园", "草坪")),
    "station platform": Place(
        town.platform,
        (
            "station platform",
            "train platform",
            "platform",
            "train station",
            "railway station",
            "station",
            "metro",
            "subway",
            "站台",
            "月台",
            "车站",
            "火车站",
            "地铁站",
        ),
    ),
    "classroom": Place(rooms.classroom, ("classroom", "class", "school", "lecture hall", "教室", "课堂", "学校")),
    "cafe": Place(
        rooms.cafe,
        (
            "cafe",
            "café",
            "coffee shop",
            "coffeehouse",
            "restaurant",
            "diner",
            "bar",
            "pub",
            "咖啡馆",
            "咖啡厅",
            "餐厅",
            "餐馆",
            "酒吧",
        ),
    ),
    "bedroom": Place(
        rooms.bedroom,
        ("bedroom", "bed room", "her room", "his room", "dormitory", "dorm", "卧室", "寝室", "宿舍", "房间"),
    ),
}
