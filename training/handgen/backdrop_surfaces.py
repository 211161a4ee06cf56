"""Backdrops that are one surface: walls, wood, tiles, leaves, cloth, the dark of a studio."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .backdrop_brush import SIDE, blend, canvas, clouds, done, finish, ink


def wall(rng):
    plaster = clouds(rng, 7, 3, 0.62)
    return finish(
        blend(rng, 0.5 + rng.uniform(0.05, 0.4) * (plaster - 0.5), 0.12) * (0.8 + 0.4 * clouds(rng, 1)[..., None])
    )


def wood(rng):
    grain = clouds(rng, 4, 2)
    across = np.linspace(0, 1, SIDE)[None] * rng.uniform(6, 30)
    rings = 0.5 + 0.5 * np.sin(2 * np.pi * (across + 3 * grain))
    brown = np.array([0.45, 0.28, 0.15]) * rng.uniform(0.4, 1.9) * (0.75 + 0.3 * rings[..., None])
    return finish(brown + 0.08 * (clouds(rng, 7)[..., None] - 0.5))


def tiles(rng):
    picture, draw = canvas(rng)
    width, height = rng.integers(12, 60), rng.integers(8, 50)
    fill_ink, shift = np.array(ink(rng)), rng.integers(0, 2) * width // 2
    for row, y in enumerate(range(0, SIDE, height)):
        for x in range(-width, SIDE, width):
            left = x + (row % 2) * shift
            fill = tuple(int(c) for c in np.clip(fill_ink + rng.normal(0, 14), 0, 255))
            draw.rectangle((left + 1, y + 1, left + width - 1, y + height - 1), fill=fill)
    return done(rng, picture)


def leaves(rng):
    picture, draw = canvas(rng)
    for _ in range(rng.integers(250, 900)):
        x, y, long, turn = rng.uniform(0, SIDE), rng.uniform(0, SIDE), rng.uniform(3, 20), rng.uniform(0, np.pi)
        c, s, wide = np.cos(turn), np.sin(turn), rng.uniform(0.2, 0.5)
        outline = [
            (x + long * (c * a - wide * s * b), y + long * (s * a + wide * c * b))
            for a, b in ((-1, 0), (0, -1), (1, 0), (0, 1))
        ]
        green = np.array([0.25, 0.45, 0.15]) * rng.uniform(0.2, 1.8) + rng.normal(0, 0.06, 3)
        draw.polygon(outline, fill=tuple(int(c) for c in np.clip(green, 0, 1) * 255))
    return done(rng, picture)


def cloth(rng):
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    fold = clouds(rng, 3)
    period = rng.uniform(8, 40)
    stripes = (np.sin(2 * np.pi * period * (x + 0.06 * fold)) > rng.uniform(-0.5, 0.8)) * 0.5
    stripes = stripes + (np.sin(2 * np.pi * period * (y + 0.06 * fold)) > 0.3) * 0.5 * (rng.random() < 0.6)
    return finish(blend(rng, stripes, 0.3) * (0.5 + 0.8 * fold[..., None]))


def lamps(rng):
    """A dark studio with bright points, as round a capture dome."""
    picture = Image.new("RGB", (SIDE, SIDE), (0, 0, 0))
    draw = ImageDraw.Draw(picture)
    step = int(rng.integers(26, 60))
    for y in range(0, SIDE, step):
        for x in range(0, SIDE, step):
            cx, cy, r = x + rng.normal(0, 3), y + rng.normal(0, 3), rng.uniform(1, 4.5)
            draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=(255, 255, 255))
    glow = np.asarray(picture.filter(ImageFilter.GaussianBlur(3))) / 255 * 1.5 + np.asarray(picture) / 255
    return finish(glow + 0.05 * rng.random() * clouds(rng, 3)[..., None])


def dark(rng):
    return finish(blend(rng, clouds(rng, 5), 0.2) * rng.uniform(0.02, 0.2))
