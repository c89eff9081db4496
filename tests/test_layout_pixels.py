"""Painted pages, pictures and balloons and all: their frames are found back in the pixels, in reading order."""

import io
import json

import numpy as np
import pytest
import shapely
from layout_oracles import frames_in, layered_order, mirrored, pairwise_order
from layout_scripts import EVERY
from PIL import Image, ImageDraw

from comicgen.export import Book
from comicgen.export._paint import paint_page
from comicgen.layout import PageLayout
from comicgen.lettering import Page
from comicgen.pages import Desk, make_page, settle
from comicgen.script import resolve
from comicgen.sheet import draw
from comicgen.story import read_story

ACROSS = 440
"""Pixels of a page's width: the narrowest gutter is wider than four of them."""
PANELS = """
      - {shot: long shot, place: park, weight: 1.7, characters: {ann: {pose: running}}, effects: [speed lines]}
      - {shot: close-up, characters: {ann: {expression: shocked}}, dialogue: [{ann: Who is there?}], sfx: KRAK}
      - {shot: medium shot, characters: {bob: {pose: pointing}}, dialogue: [{bob: Only me.}, {bob: And the dog.}]}
      - {shot: full shot, characters: {ann: {at: left}, bob: {at: right}}, caption: An hour later.}
      - {shot: close-up, characters: {bob: {expression: smile}}, effects: [focus lines], weight: 0.7}
"""


def story(template: str, reading: str, page: str = "", count: int = 5) -> str:
    panels = "\n".join(PANELS.strip("\n").splitlines()[:count])
    return f"""
title: Found
template: {template}
reading: {reading}
style: {{tone: grey}}
characters:
  ann: {{name: Ann, look: "girl, long red hair, green dress"}}
  bob: {{name: Bob, look: "man, black coat, grey beard"}}
pages:
  - {page or "template: " + template}
    panels:
{panels}
"""


def painted(text: str) -> list[tuple[PageLayout, np.ndarray]]:
    """Return each sheet's layout and its grey pixels, painted as for a PNG file."""
    script = resolve(read_story("found.yaml", text))
    desk = Desk(script, width=ACROSS)
    book = Book("Found", "", "en", script.reading, "grey", ACROSS, ("png",))
    made = [page for part in script.pages for page, _ in make_page(part, desk)]
    pixels = [np.asarray(Image.open(io.BytesIO(paint_page(draw(page), book).png)).convert("L")) for page in made]
    return [(page.layout, found) for page, found in zip(made, pixels, strict=True)]


def framed(pixels: np.ndarray) -> np.ndarray:
    """Return a picture that is white where paper is joined to the page's corner, else grey."""
    inked = Image.fromarray(np.pad(pixels, 1, constant_values=255)).copy()
    ImageDraw.floodfill(inked, (0, 0), 7, thresh=16)
    reached = np.asarray(inked)[1:-1, 1:-1] == 7
    return np.where(reached, 255, 100)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("reading", ["rtl", "ltr"])
def test_the_frames_of_painted_pages_are_found_back(name: str, reading: str) -> None:
    for layout, pixels in painted(story(name, reading)):
        scale = ACROSS / layout.size.w
        least = 0.5 * min(shapely.Polygon(f.polygon).area for f in layout.frames) * scale * scale
        seen = [b for b in frames_in(framed(pixels)) if (b[2] - b[0]) * (b[3] - b[1]) > least]
        assert len(seen) == len(layout.frames)
        seen = mirrored(seen, reading)
        order = layered_order(seen)
        assert pairwise_order([seen[k] for k in order]) == list(range(len(seen)))
        trim = shapely.box(0, 0, layout.size.w, layout.size.h)
        wanted = [shapely.Polygon(f.polygon).intersection(trim).bounds for f in layout.frames]
        for k, box in zip(order, mirrored(wanted, reading), strict=True):
            assert np.allclose(np.array(seen[k]) / scale, box, atol=1.0)


def inset_page(reading: str) -> Page:
    talk = "I read that sign every morning on my way to work, and today it is gone. Have you seen it?"
    text = story("manga-b5", reading, 'template: "1+ | 1/1"', 4)
    text = text.replace("effects: [speed lines]}", f"dialogue: [{{ann: {json.dumps(talk)}}}], sfx: BOOM}}")
    script = resolve(read_story("found.yaml", text))
    return settle(script.pages[0], Desk(script))[0].page


@pytest.mark.parametrize("reading", ["rtl", "ltr"])
def test_words_keep_off_a_frame_set_into_theirs(reading: str) -> None:
    page = inset_page(reading)
    host, guest = page.panels[:2]
    inset = shapely.Polygon(guest.frame.polygon)
    assert host.frame.holes == (guest.frame.polygon,)
    assert host.balloons
    assert host.sfx
    for shape in [b.outline for b in host.balloons] + [s.outline for s in host.sfx]:
        assert shapely.Polygon(shape).buffer(0).intersection(inset).area < 0.01
    for balloon in host.balloons:
        assert not balloon.tail or shapely.LineString(balloon.tail).distance(inset) > 0


def test_a_frame_set_into_another_is_painted_over_it() -> None:
    page = inset_page("rtl")
    layers = {group.layer: group for group in draw(page).layers}
    names = [item.layer for item in layers["art"].items]
    assert names.index(f"inset {page.panels[1].frame.panel.id}") > names.index(f"panel {page.panels[0].frame.panel.id}")
