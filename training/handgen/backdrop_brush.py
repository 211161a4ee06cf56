"""What backdrops are painted with: noise, colours, canvases. Pictures are [SIDE, SIDE, 3], values 0..1 until finished."""

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

SIDE = 256


def clouds(rng, octaves: int, first: int = 2, decay: float = 0.55) -> np.ndarray:
    """Smooth noise of several sizes in [0, 1], [SIDE, SIDE]."""
    total = np.zeros((SIDE, SIDE))
    for octave in range(octaves):
        cells = min(SIDE, first * 2**octave)
        layer = Image.fromarray(rng.random((cells, cells)).astype(np.float32), "F").resize((SIDE, SIDE), Image.BICUBIC)
        total += decay**octave * np.asarray(layer)
    return (total - total.min()) / (total.max() - total.min() + 1e-9)


def colour(rng, colourful: float = 0.25) -> np.ndarray:
    return np.clip(rng.uniform(0.05, 0.95) + 0.6 * colourful * rng.normal(size=3), 0, 1)


def ink(rng, colourful: float = 0.3) -> tuple[int, int, int]:
    return tuple(int(255 * c) for c in colour(rng, colourful))


def skin_ink(rng) -> tuple[int, int, int]:
    t = rng.random()
    light, dark = np.array([240, 200, 178]), np.array([70, 45, 34])
    return tuple(int(c) for c in light * (1 - t) + dark * t + rng.normal(0, 8, 3))


def blend(rng, amount: np.ndarray, colourful: float = 0.2) -> np.ndarray:
    a, b = colour(rng, colourful), colour(rng, colourful)
    return np.clip(a + (b - a) * amount[..., None], 0, 1)


def finish(values: np.ndarray) -> np.ndarray:
    return (np.clip(values, 0, 1) * 255 + 0.5).astype(np.uint8)


def canvas(rng, colourful: float = 0.15) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    slope = np.add.outer(np.linspace(0, rng.normal(), SIDE), np.linspace(0, rng.normal(), SIDE))
    base = finish(blend(rng, 0.5 + 0.25 * slope + 0.15 * clouds(rng, 3), colourful))
    picture = Image.fromarray(base)
    return picture, ImageDraw.Draw(picture)


def done(rng, picture: Image.Image) -> np.ndarray:
    """Light that falls off, a little grain, and mostly the blur of what is out of focus."""
    soft = picture.filter(ImageFilter.GaussianBlur(float(rng.choice([0, 0.7, 1.5, 3.5, 7]))))
    shade = 0.75 + 0.5 * clouds(rng, 2)[..., None]
    return finish(np.asarray(soft) / 255 * shade + rng.normal(0, 0.012, (SIDE, SIDE, 1)))
