"""Colours of people and things, linear RGB."""

import numpy as np

# Ten tones in the order of the Monk scale (Ellis Monk, skintone.google, CC BY 4.0), light to dark, as 8-bit sRGB.
# Its swatches are rather yellow and grey; each is moved three quarters of the way to how skin of that tone photographs.
_MONK = [(246, 237, 228), (243, 231, 219), (247, 234, 208), (234, 218, 186), (215, 189, 150),
         (160, 126, 86), (130, 92, 67), (96, 65, 52), (58, 49, 42), (41, 36, 32)]  # fmt: skip
_PHOTOGRAPHED = [(240, 200, 182), (234, 190, 168), (229, 184, 154), (219, 171, 138), (203, 149, 113),
                 (170, 117, 84), (137, 90, 65), (106, 68, 50), (76, 50, 39), (54, 37, 31)]  # fmt: skip


def linear(srgb) -> np.ndarray:
    """sRGB in 0..255 to linear light in 0..1 (exponent 2.2)."""
    return (np.asarray(srgb, float) / 255) ** 2.2


TONES = linear(0.25 * np.array(_MONK) + 0.75 * np.array(_PHOTOGRAPHED))
"""[10, 3], lightest first."""


def sample_skin_tones(rng: np.random.Generator, count: int) -> tuple[np.ndarray, np.ndarray]:
    """Tone indices, each equally likely, and colours [n, 3] between neighbouring tones."""
    tone = rng.integers(0, len(TONES), count)
    near = np.clip(tone + rng.choice([-1, 1], count), 0, len(TONES) - 1)
    share = rng.uniform(0, 0.5, count)[:, None]
    colour = TONES[tone] * (1 - share) + TONES[near] * share
    return tone, colour * rng.uniform(0.9, 1.1, (count, 1)) * rng.normal(1, 0.03, (count, 3))


def sample_cloth(rng: np.random.Generator, count: int) -> np.ndarray:
    """Mostly dull, often dark, seldom bright: [n, 3]."""
    value = rng.choice([0.015, 0.04, 0.12, 0.3, 0.6], count) * rng.uniform(0.6, 1.4, count)
    tint = np.exp(rng.normal(0, 1, (count, 3)) * rng.choice([0.08, 0.2, 0.55], (count, 1)))
    return np.clip(value[:, None] * tint, 0.004, 0.85)


def sample_hair(rng: np.random.Generator, count: int) -> np.ndarray:
    """Black, brown, fair, red, grey: [n, 3]."""
    colours = linear([(18, 15, 14), (44, 30, 22), (82, 54, 34), (160, 120, 74), (120, 58, 30), (150, 148, 144)])
    return colours[rng.choice(6, count, p=(0.32, 0.28, 0.16, 0.1, 0.05, 0.09))] * rng.uniform(0.7, 1.3, (count, 1))
