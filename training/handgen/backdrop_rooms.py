"""Backdrops full of things: shelves, windows, furniture, print, screens, other people."""

import numpy as np

from .backdrop_brush import SIDE, canvas, done, ink, skin_ink


def shelf(rng):
    picture, draw = canvas(rng)
    y = 0
    while y < SIDE:
        height, x = int(rng.integers(30, 75)), 0
        while x < SIDE:
            width = int(rng.integers(3, 20))
            top = y + int(rng.integers(0, height // 3))
            draw.rectangle((x, top, x + width - 1, y + height - 4), fill=ink(rng, 0.35))
            if width > 6:
                draw.line((x + width // 2, top + 6, x + width // 2, y + height - 14), fill=ink(rng))
            x += width
        draw.rectangle((0, y + height - 4, SIDE, y + height), fill=ink(rng, 0.1))
        y += height
    return done(rng, picture)


def window(rng):
    picture, draw = canvas(rng)
    x, y, w, h = rng.integers(0, 130), rng.integers(0, 100), rng.integers(60, 140), rng.integers(70, 160)
    draw.rectangle((x, y, x + w, y + h), fill=tuple(rng.integers(215, 256, 3)))
    frame = ink(rng, 0.05)
    for k in range(rng.integers(1, 4) + 1):
        draw.line((x + k * w // 3, y, x + k * w // 3, y + h), fill=frame, width=int(rng.integers(2, 7)))
    draw.rectangle((x, y, x + w, y + h), outline=frame, width=int(rng.integers(3, 9)))
    for _ in range(rng.integers(0, 6)):
        _furniture(rng, draw)
    return done(rng, picture)


def _furniture(rng, draw):
    x, y, w, h = rng.integers(-40, SIDE), rng.integers(-20, SIDE), rng.integers(10, 130), rng.integers(10, 130)
    fill_ink = ink(rng, 0.2)
    (draw.rectangle if rng.random() < 0.65 else draw.ellipse)(
        (x, y, x + w, y + h), fill=fill_ink, outline=ink(rng, 0.1)
    )
    for _ in range(rng.integers(0, 4)):
        k = rng.integers(2, max(3, h))
        draw.line((x, y + k, x + w, y + k), fill=ink(rng, 0.1))


def room(rng):
    picture, draw = canvas(rng)
    floor = int(rng.integers(130, 230))
    draw.rectangle((0, floor, SIDE, SIDE), fill=ink(rng, 0.1))
    for _ in range(rng.integers(4, 18)):
        _furniture(rng, draw)
    return done(rng, picture)


def _scribble(rng, draw, x, y, length, size):
    """A line of letters that nobody can read."""
    fill_ink, end = ink(rng, 0.2), x + length
    while x < end:
        for _ in range(rng.integers(2, 8)):
            points = [(x + rng.uniform(0, size * 0.6), y + rng.uniform(0, size)) for _ in range(3)]
            draw.line(points, fill=fill_ink, width=max(1, int(size / 7)))
            x += size * 0.7
        x += size * 0.7


def printed_page(rng):
    picture, draw = canvas(rng, 0.05)
    size = rng.uniform(5, 26)
    for y in np.arange(4, SIDE, size * 1.5):
        _scribble(rng, draw, 6, y, rng.uniform(60, 240), size)
    return done(rng, picture)


def screen(rng):
    picture, draw = canvas(rng, 0.05)
    for _ in range(rng.integers(4, 12)):
        x, y, w, h = rng.integers(0, 200), rng.integers(0, 200), rng.integers(20, 160), rng.integers(10, 100)
        draw.rectangle((x, y, x + w, y + h), fill=ink(rng, 0.3), outline=ink(rng))
        _scribble(rng, draw, x + 4, y + 4, max(4, w - 8), rng.uniform(4, 9))
    return done(rng, picture)


def bodies(rng):
    """Faces, arms and shirts of others: skin that is no hand."""
    picture, draw = canvas(rng)
    for _ in range(rng.integers(2, 7)):
        x, y, r, skin = rng.uniform(0, SIDE), rng.uniform(0, SIDE), rng.uniform(14, 60), skin_ink(rng)
        draw.ellipse((x - 1.9 * r, y + 1.3 * r, x + 1.9 * r, y + 6 * r), fill=ink(rng))
        draw.rectangle((x - 0.4 * r, y, x + 0.4 * r, y + 1.6 * r), fill=tuple(int(0.85 * c) for c in skin))
        draw.ellipse((x - r, y - 1.45 * r, x + r, y + 0.6 * r), fill=ink(rng, 0.1))
        draw.ellipse((x - 0.8 * r, y - 1.0 * r, x + 0.8 * r, y + 1.2 * r), fill=skin)
        for side in (-0.35, 0.35):
            draw.ellipse((x + side * r - 0.1 * r, y - 0.1 * r, x + side * r + 0.1 * r, y + 0.05 * r), fill=(30, 22, 20))
        draw.ellipse(
            (x - 0.3 * r, y + 0.6 * r, x + 0.3 * r, y + 0.72 * r),
            fill=tuple(int(c * f) for c, f in zip(skin, (0.8, 0.5, 0.5))),
        )
        ends = [(rng.uniform(0, SIDE), rng.uniform(0, SIDE)) for _ in range(3)]
        draw.line(ends, fill=skin, width=int(rng.uniform(6, 34)), joint="curve")
    return done(rng, picture)
