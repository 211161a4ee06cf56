"""How skin, light, backdrop and camera look, drawn for batches of scenes."""

import numpy as np

from . import rotations
from .backdrop_brush import SIDE
from .backdrops import DARK_KINDS, KINDS, backdrop_bank
from .wardrobe import linear, sample_skin_tones

GREY_SHARE, DARK_SHARE, GLOVE_SHARE = (0.06, 0.30, 0.35), 0.10, 0.02
"""Grey pictures per viewpoint; dark pictures; gloves."""


def paint_skin(rng: np.random.Generator, scenes) -> np.ndarray:
    """Fills scenes["skin"]; returns the tone indices."""
    count, skin = len(scenes), scenes["skin"]
    tone, colour = sample_skin_tones(rng, count)
    glove = rng.random(count) < GLOVE_SHARE
    skin["colour"] = np.where(
        glove[:, None],
        np.clip(rng.uniform(0.02, 0.8, (count, 1)) * np.exp(rng.normal(0, 0.5, (count, 3))), 0.01, 0.9),
        colour,
    )
    pale, dark = linear((226, 168, 146)), np.clip((tone - 3) / 6, 0, 1)[:, None]
    pink = colour * np.array([1.06, 0.92, 0.92])
    lighter = rng.uniform(0.35, 0.7, (count, 1)) * dark
    skin["palm"] = pink * (1 - lighter) + 0.72 * pale * lighter
    skin["nail"] = _nails(rng, colour, count)
    skin["nail_gloss"] = rng.uniform(0.15, 0.7, count)
    skin["crease"] = rng.uniform(0.15, 0.75, count)
    skin["mottle"] = rng.uniform(0.05, 0.24, count)
    skin["vein"] = rng.random(count) * (rng.random(count) < 0.6)
    skin["gloss"] = rng.uniform(0.03, 0.30, count)
    skin["sharpness"] = np.exp(rng.uniform(np.log(10), np.log(60), count))
    skin["bump"] = rng.uniform(0.6, 2.2, count)
    skin["glove"] = glove
    return tone


def _nails(rng, colour, count):
    natural = colour * 0.45 + 0.55 * linear((232, 186, 172)) * np.clip(colour.mean(1, keepdims=True) * 2.5, 0.25, 1)
    varnish = np.clip(rng.random((count, 3)) ** 2 * [0.9, 0.4, 0.5], 0.01, 0.9)
    return np.where((rng.random(count) < 0.10)[:, None], varnish, natural)


def light_up(rng: np.random.Generator, scenes, viewpoint) -> None:
    """One light that casts shadows, up to two that do not, and light from everywhere; warm or cold, hard or soft."""
    count, lights = len(scenes), scenes["lights"]
    centre = np.where((viewpoint == 2)[:, None], [0.0, -0.2, -0.4], [0.0, -0.7, -0.7])
    for slot, (spread, power) in enumerate(((0.8, (0.5, 2.2)), (1.0, (0.0, 0.8)), (1.0, (0.0, 0.6)))):
        lights["direction"][:, slot] = rotations.unit(centre + rng.normal(0, spread, (count, 3)))
        on = rng.random(count) < (1.0, 0.6, 0.3)[slot]
        strength = rng.uniform(*power, count) * on
        lights["colour"][:, slot] = strength[:, None] * _temperature(rng, count)
    ambient = rng.uniform(0.12, 0.9, (count, 1))
    scenes["sky"] = ambient * _temperature(rng, count) * rng.uniform(0.8, 1.5, (count, 1))
    scenes["ground"] = ambient * _temperature(rng, count) * rng.uniform(0.4, 1.0, (count, 1))
    scenes["shadow_softness"] = np.exp(rng.uniform(np.log(1), np.log(14), count))
    scenes["contact"] = rng.uniform(0.35, 0.8, count)
    scenes["texture_offset"] = rng.uniform(0, 4000, (count, 3))


def _temperature(rng, count) -> np.ndarray:
    """Colour of lamps from warm to cold, now and then of any colour (a screen, neon): [n, 3]."""
    warm = rng.normal(0, 0.13, count)
    colour = np.stack([1 + warm, np.ones(count), 1 - 1.2 * warm], 1)
    odd = np.exp(rng.normal(0, 0.25, (count, 3)))
    return np.clip(np.where((rng.random(count) < 0.08)[:, None], odd, colour), 0.3, 2.0)


def hang_backdrops(rng: np.random.Generator, scenes, viewpoint) -> None:
    """Two pictures of the bank, each cut, turned and tinted, meeting at an edge that is often outside the picture."""
    count, bank, side = len(scenes), len(backdrop_bank()), scenes["width"].astype(float)
    for slot in range(2):
        row, studio = rng.integers(0, bank // KINDS, count) * KINDS, (viewpoint == 2) & (rng.random(count) < 0.6)
        image = row + np.where(studio, rng.choice(DARK_KINDS, count, p=(0.4, 0.6)), rng.integers(0, KINDS - 2, count))
        zoom, turn = SIDE / side * np.exp(rng.uniform(np.log(0.25), np.log(1.2), count)), rng.normal(0, 0.15, count)
        flip = rng.choice([-1.0, 1.0], count)
        cos, sin = zoom * np.cos(turn), zoom * np.sin(turn)
        at = rng.uniform(0, SIDE, (2, count))
        backdrop = scenes["backdrops"][:, slot]
        backdrop["image"] = image
        backdrop["map"] = np.stack([cos * flip, -sin, at[0], sin * flip, cos, at[1]], 1).reshape(-1, 2, 3)
        lamps = np.where(image % KINDS == DARK_KINDS[0], 6.0, 1.0)
        backdrop["gain"] = np.exp(rng.normal(0.05, 0.45, (count, 1)) + rng.normal(0, 0.08, (count, 3))) * lamps[:, None]
        backdrop["lift"] = rng.uniform(0, 0.02, (count, 1))
    angle, offset = rng.uniform(0, 2 * np.pi, count), rng.uniform(-0.9, 0.4, count) * side
    a, b = np.cos(angle), np.sin(angle)
    scenes["backdrop_edge"] = np.stack(
        [a, b, offset - (a + b) * side / 2, np.exp(rng.uniform(0, np.log(25), count))], 1
    )


def choose_sensor(rng: np.random.Generator, scenes, viewpoint) -> tuple[np.ndarray, np.ndarray]:
    """Fills scenes["sensor"]; returns the grey and the dark flags."""
    count, sensor, side = len(scenes), scenes["sensor"], scenes["width"].astype(float)
    grey = rng.random(count) < np.array(GREY_SHARE)[viewpoint]
    dark = rng.random(count) < DARK_SHARE
    sensor["exposure"] = (
        _exposure(scenes) * np.exp(rng.normal(0, 0.28, count)) * np.where(dark, rng.uniform(0.06, 0.25, count), 1)
    )
    balance = np.stack([rng.normal(1, 0.07, count), np.ones(count), rng.normal(1, 0.09, count)], 1)
    green_studio = (viewpoint == 2) & (rng.random(count) < 0.3)
    sensor["white_balance"] = np.where(green_studio[:, None], balance * [0.85, 1.0, 0.7], balance)
    sensor["gamma"] = np.exp(rng.normal(0, 0.12, count))
    sensor["saturation"] = rng.normal(0.95, 0.16, count).clip(0.4, 1.5)
    sensor["blur_px"] = (
        np.where(rng.random(count) < 0.6, rng.uniform(0, 0.7, count), rng.uniform(0.4, 2.2, count)) * side / 160
    )
    moving = rng.random(count) < 0.22
    path, way = moving * rng.exponential(0.035, count).clip(0, 0.12) * side, rng.uniform(0, 2 * np.pi, count)
    sensor["motion_px"] = np.stack([path * np.cos(way), path * np.sin(way)], 1)
    sensor["motion_all"] = rng.random(count) < 0.3
    noise = np.where(rng.random(count) < 0.7, rng.uniform(0.002, 0.012, count), rng.uniform(0.01, 0.032, count))
    sensor["noise"] = noise * np.where(dark, 1.7, 1.0)
    sensor["noise_chroma"] = rng.uniform(0.2, 1.0, count)
    sensor["vignette"] = rng.uniform(0, 0.25, count)
    sensor["grey"] = grey
    sensor["seed"] = rng.integers(1, 2**32, count, dtype=np.uint64).astype(np.uint32)
    return grey, dark


def _exposure(scenes) -> np.ndarray:
    """As automatic cameras do: the light is brought to a middle value, the darkness of what is seen only in part."""
    light = 0.5 * (scenes["sky"] + scenes["ground"]).mean(1) + 0.45 * scenes["lights"]["colour"].mean(2).sum(1)
    albedo = scenes["skin"]["colour"].mean(1)
    return 0.36 / (light * (0.6 * albedo + 0.17))
