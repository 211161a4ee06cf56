"""A bank of pictures to stand behind the hands, made by rule: rooms, walls, clutter, print, leaves, lamps, bodies.

No photograph is in it, so nothing here needs a licence. Every scene takes two of them, cut, turned, tinted.
"""

import functools
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from .cache import cached

SIDE = 256
_PER_KIND = 9


@functools.cache
def backdrop_bank() -> np.ndarray:
    """uint8 [count, SIDE, SIDE, 3], sRGB; the same on every machine."""
    return cached("backdrops", [Path(__file__)], _build)


def _build() -> np.ndarray:
    rng = np.random.default_rng(20_260)
    return np.stack([kind(rng) for _ in range(_PER_KIND) for kind in _KINDS])


def clouds(rng, octaves: int, first: int = 2, decay: float = 0.55) -> np.ndarray:
    """Smooth noise of several sizes in [0, 1], [SIDE, SIDE]."""
    total = np.zeros((SIDE, SIDE))
    for octave in range(octaves):
        cells = min(SIDE, first * 2**octave)
        layer = Image.fromarray(rng.random((cells, cells)).astype(np.float32), "F").resize((SIDE, SIDE), Image.BICUBIC)
        total += decay**octave * np.asarray(layer)
    return (total - total.min()) / (total.max() - total.min() + 1e-9)


def _colour(rng, colourful: float = 0.25) -> np.ndarray:
    return np.clip(rng.uniform(0.05, 0.95) + 0.6 * colourful * rng.normal(size=3), 0, 1)


def _ink(rng, colourful: float = 0.3) -> tuple[int, int, int]:
    return tuple(int(255 * c) for c in _colour(rng, colourful))


def _skin(rng) -> tuple[int, int, int]:
    t = rng.random()
    light, dark = np.array([240, 200, 178]), np.array([70, 45, 34])
    return tuple(int(c) for c in light * (1 - t) + dark * t + rng.normal(0, 8, 3))


def _blend(rng, amount: np.ndarray, colourful: float = 0.2) -> np.ndarray:
    a, b = _colour(rng, colourful), _colour(rng, colourful)
    return np.clip(a + (b - a) * amount[..., None], 0, 1)


def _finish(values: np.ndarray) -> np.ndarray:
    return (np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8)


def _canvas(rng, colourful: float = 0.15) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    slope = np.add.outer(np.linspace(0, rng.normal(), SIDE), np.linspace(0, rng.normal(), SIDE))
    base = _finish(_blend(rng, 0.5 + 0.25 * slope + 0.15 * clouds(rng, 3), colourful))
    picture = Image.fromarray(base)
    return picture, ImageDraw.Draw(picture)


def _done(rng, picture: Image.Image) -> np.ndarray:
    """Light that falls off, a little grain, and mostly the blur of what is out of focus."""
    soft = picture.filter(ImageFilter.GaussianBlur(float(rng.choice([0, 0.7, 1.5, 3.5, 7]))))
    shade = 0.75 + 0.5 * clouds(rng, 2)[..., None]
    return _finish(np.asarray(soft) / 255 * shade + rng.normal(0, 0.012, (SIDE, SIDE, 1)))


def _wall(rng):
    plaster = clouds(rng, 7, 3, 0.62)
    return _finish(_blend(rng, 0.5 + rng.uniform(0.05, 0.4) * (plaster - 0.5), 0.12) * (0.8 + 0.4 * clouds(rng, 1)[..., None]))


def _wood(rng):
    grain = clouds(rng, 4, 2)
    across = np.linspace(0, 1, SIDE)[None] * rng.uniform(6, 30)
    rings = 0.5 + 0.5 * np.sin(2 * np.pi * (across + 3 * grain))
    brown = np.array([0.45, 0.28, 0.15]) * rng.uniform(0.4, 1.9) * (0.75 + 0.3 * rings[..., None])
    return _finish(brown + 0.08 * (clouds(rng, 7)[..., None] - 0.5))


def _tiles(rng):
    picture, draw = _canvas(rng)
    width, height = rng.integers(12, 60), rng.integers(8, 50)
    ink, shift = np.array(_ink(rng)), rng.integers(0, 2) * width // 2
    for row, y in enumerate(range(0, SIDE, height)):
        for x in range(-width, SIDE, width):
            left = x + (row % 2) * shift
            fill = tuple(int(c) for c in np.clip(ink + rng.normal(0, 14), 0, 255))
            draw.rectangle((left + 1, y + 1, left + width - 1, y + height - 1), fill=fill)
    return _done(rng, picture)


def _shelf(rng):
    picture, draw = _canvas(rng)
    y = 0
    while y < SIDE:
        height, x = int(rng.integers(30, 75)), 0
        while x < SIDE:
            width = int(rng.integers(3, 20))
            top = y + int(rng.integers(0, height // 3))
            draw.rectangle((x, top, x + width - 1, y + height - 4), fill=_ink(rng, 0.35))
            if width > 6:
                draw.line((x + width // 2, top + 6, x + width // 2, y + height - 14), fill=_ink(rng))
            x += width
        draw.rectangle((0, y + height - 4, SIDE, y + height), fill=_ink(rng, 0.1))
        y += height
    return _done(rng, picture)


def _window(rng):
    picture, draw = _canvas(rng)
    x, y, w, h = rng.integers(0, 130), rng.integers(0, 100), rng.integers(60, 140), rng.integers(70, 160)
    draw.rectangle((x, y, x + w, y + h), fill=tuple(rng.integers(215, 256, 3)))
    frame = _ink(rng, 0.05)
    for k in range(rng.integers(1, 4) + 1):
        draw.line((x + k * w // 3, y, x + k * w // 3, y + h), fill=frame, width=int(rng.integers(2, 7)))
    draw.rectangle((x, y, x + w, y + h), outline=frame, width=int(rng.integers(3, 9)))
    for _ in range(rng.integers(0, 6)):
        _furniture(rng, draw)
    return _done(rng, picture)


def _furniture(rng, draw):
    x, y, w, h = rng.integers(-40, SIDE), rng.integers(-20, SIDE), rng.integers(10, 130), rng.integers(10, 130)
    ink = _ink(rng, 0.2)
    (draw.rectangle if rng.random() < 0.65 else draw.ellipse)((x, y, x + w, y + h), fill=ink, outline=_ink(rng, 0.1))
    for _ in range(rng.integers(0, 4)):
        k = rng.integers(2, max(3, h))
        draw.line((x, y + k, x + w, y + k), fill=_ink(rng, 0.1))


def _room(rng):
    picture, draw = _canvas(rng)
    floor = int(rng.integers(130, 230))
    draw.rectangle((0, floor, SIDE, SIDE), fill=_ink(rng, 0.1))
    for _ in range(rng.integers(4, 18)):
        _furniture(rng, draw)
    return _done(rng, picture)


def _scribble(rng, draw, x, y, length, size):
    """A line of letters that nobody can read."""
    ink, end = _ink(rng, 0.2), x + length
    while x < end:
        for _ in range(rng.integers(2, 8)):
            points = [(x + rng.uniform(0, size * 0.6), y + rng.uniform(0, size)) for _ in range(3)]
            draw.line(points, fill=ink, width=max(1, int(size / 7)))
            x += size * 0.7
        x += size * 0.7


def _print(rng):
    picture, draw = _canvas(rng, 0.05)
    size = rng.uniform(5, 26)
    for y in np.arange(4, SIDE, size * 1.5):
        _scribble(rng, draw, 6, y, rng.uniform(60, 240), size)
    return _done(rng, picture)


def _screen(rng):
    picture, draw = _canvas(rng, 0.05)
    for _ in range(rng.integers(4, 12)):
        x, y, w, h = rng.integers(0, 200), rng.integers(0, 200), rng.integers(20, 160), rng.integers(10, 100)
        draw.rectangle((x, y, x + w, y + h), fill=_ink(rng, 0.3), outline=_ink(rng))
        _scribble(rng, draw, x + 4, y + 4, max(4, w - 8), rng.uniform(4, 9))
    return _done(rng, picture)


def _leaves(rng):
    picture, draw = _canvas(rng)
    for _ in range(rng.integers(250, 900)):
        x, y, long, turn = rng.uniform(0, SIDE), rng.uniform(0, SIDE), rng.uniform(3, 20), rng.uniform(0, np.pi)
        c, s, wide = np.cos(turn), np.sin(turn), rng.uniform(0.2, 0.5)
        outline = [(x + long * (c * a - wide * s * b), y + long * (s * a + wide * c * b)) for a, b in ((-1, 0), (0, -1), (1, 0), (0, 1))]
        green = np.array([0.25, 0.45, 0.15]) * rng.uniform(0.2, 1.8) + rng.normal(0, 0.06, 3)
        draw.polygon(outline, fill=tuple(int(c) for c in np.clip(green, 0, 1) * 255))
    return _done(rng, picture)


def _bodies(rng):
    """Faces, arms and shirts of others: skin that is no hand."""
    picture, draw = _canvas(rng)
    for _ in range(rng.integers(2, 7)):
        x, y, r, skin = rng.uniform(0, SIDE), rng.uniform(0, SIDE), rng.uniform(14, 60), _skin(rng)
        draw.ellipse((x - 1.9 * r, y + 1.3 * r, x + 1.9 * r, y + 6 * r), fill=_ink(rng))
        draw.rectangle((x - 0.4 * r, y, x + 0.4 * r, y + 1.6 * r), fill=tuple(int(0.85 * c) for c in skin))
        draw.ellipse((x - r, y - 1.45 * r, x + r, y + 0.6 * r), fill=_ink(rng, 0.1))
        draw.ellipse((x - 0.8 * r, y - 1.0 * r, x + 0.8 * r, y + 1.2 * r), fill=skin)
        for side in (-0.35, 0.35):
            draw.ellipse((x + side * r - 0.1 * r, y - 0.1 * r, x + side * r + 0.1 * r, y + 0.05 * r), fill=(30, 22, 20))
        draw.ellipse((x - 0.3 * r, y + 0.6 * r, x + 0.3 * r, y + 0.72 * r), fill=tuple(int(c * f) for c, f in zip(skin, (0.8, 0.5, 0.5))))
        ends = [(rng.uniform(0, SIDE), rng.uniform(0, SIDE)) for _ in range(3)]
        draw.line(ends, fill=skin, width=int(rng.uniform(6, 34)), joint="curve")
    return _done(rng, picture)


def _cloth(rng):
    y, x = np.mgrid[0:SIDE, 0:SIDE] / SIDE
    fold = clouds(rng, 3)
    period = rng.uniform(8, 40)
    stripes = (np.sin(2 * np.pi * period * (x + 0.06 * fold)) > rng.uniform(-0.5, 0.8)) * 0.5
    stripes = stripes + (np.sin(2 * np.pi * period * (y + 0.06 * fold)) > 0.3) * 0.5 * (rng.random() < 0.6)
    return _finish(_blend(rng, stripes, 0.3) * (0.5 + 0.8 * fold[..., None]))


def _lamps(rng):
    """A dark studio with bright points, as round a capture dome."""
    picture = Image.new("RGB", (SIDE, SIDE), (0, 0, 0))
    draw = ImageDraw.Draw(picture)
    step = int(rng.integers(26, 60))
    for y in range(0, SIDE, step):
        for x in range(0, SIDE, step):
            cx, cy, r = x + rng.normal(0, 3), y + rng.normal(0, 3), rng.uniform(1, 4.5)
            draw.ellipse((cx - r, cy - r, cx + r, cy + r), fill=(255, 255, 255))
    glow = np.asarray(picture.filter(ImageFilter.GaussianBlur(3))) / 255 * 1.5 + np.asarray(picture) / 255
    return _finish(glow + 0.05 * rng.random() * clouds(rng, 3)[..., None])


def _dark(rng):
    return _finish(_blend(rng, clouds(rng, 5), 0.2) * rng.uniform(0.02, 0.2))


_KINDS = (_wall, _wood, _tiles, _shelf, _window, _room, _print, _screen, _leaves, _bodies, _cloth, _lamps, _dark)
KINDS = len(_KINDS)
"""Image i of the bank is of kind i % KINDS."""
DARK_KINDS = (KINDS - 2, KINDS - 1)
"""The studio's: lamps and plain dark."""
