"""Things held in a hand, things between the hand and the camera, and things that stand about behind it."""

import numpy as np

from . import rotations
from .prop_placing import halves, place
from .scene_layout import BLOTCHES, BOX, CHECKS, OBJECT, PLAIN, SKIN, SPHERE, STRIPES, TUBE
from .wardrobe import sample_cloth

HELD, FRONT, BEHIND = 13, (14, 15), (16, 17, 18, 19)
"""Slots of the props."""
_SHAPES, _PATTERNS = np.array([SPHERE, TUBE, BOX]), np.array([PLAIN, STRIPES, CHECKS, BLOTCHES])
HELD_SHARE, FRONT_SHARE = 0.10, 0.10


def strew(rng: np.random.Generator, scenes, joints: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    """Adds things in place; returns each scene's tag, an index into labels.OCCLUDERS. joints: [n, 2, 21, 3] in mm."""
    count, props = len(scenes), scenes["props"]
    chosen, any_hand = rng.random(count), drawn.any(1)
    held, front = any_hand & (chosen < HELD_SHARE), any_hand & (chosen > 1 - FRONT_SHARE)
    side = np.where(drawn[:, 0] & drawn[:, 1], rng.integers(0, 2, count), drawn[:, 1].astype(int))
    hand = joints[np.arange(count), side]
    _hold(rng, props, held, hand)
    for slot, share in zip(FRONT, (1.0, 0.4)):
        _stand_before(rng, props, slot, front & (rng.random(count) < share), hand)
    crowded = rng.random(count) < 0.35
    for slot in BEHIND:
        _stand_behind(rng, props, slot, crowded & (rng.random(count) < 0.6), hand)
    return np.where(held, 2, np.where(front, 1, 0)).astype(np.uint8)


def _look(rng, count) -> dict:
    return dict(
        colour=sample_cloth(rng, count) * 1.3, second=sample_cloth(rng, count), pattern=rng.choice(_PATTERNS, count),
        pattern_mm=rng.uniform(6, 50, count), gloss=rng.choice([0.02, 0.2, 0.5], count), taper=rng.uniform(0.5, 1.2, count),
    )  # fmt: skip


def _hold(rng, props, where, hand):
    """A pen, a handle, a cup, a ball or a slab across the palm, where bent fingers close about it."""
    count = len(props)
    grip = hand[:, [8, 10, 12, 16, 11, 15]].mean(1)  # middle tip, PIP, index tip, ring tip and two knuckles
    across = rotations.unit(hand[:, 7] - hand[:, 19])  # index knuckle from the pinky's
    fingers = rotations.unit(hand[:, 11] - hand[:, 20])
    frame = np.stack([rotations.unit(np.cross(across, fingers)), across, np.zeros_like(across)], 2)
    frame[..., 2] = np.cross(frame[..., 0], frame[..., 1])
    frame = frame @ rotations.jitter(rng, count, 15)
    kind = rng.choice(4, count, p=(0.35, 0.25, 0.25, 0.15))
    thin, length = rng.uniform(4, 8, count), rng.uniform(50, 95, count)
    half = np.select(
        [(kind == k)[:, None] for k in range(4)],
        [
            halves(thin, length, thin),
            halves(2 * thin + 4, length * 0.8, 2 * thin + 4),
            halves(4 * thin, length * 0.7, 4 * thin),
            halves(4.5, length * 0.8, 4 * thin + 10),
        ],
    )
    shape = np.where(kind == 3, BOX, np.where((kind == 2) & (rng.random(count) < 0.5), SPHERE, TUBE))
    place(props, HELD, where, shape, OBJECT, frame, half, grip, **_look(rng, count))


def _stand_before(rng, props, slot, where, hand):
    count = len(props)
    target = hand[np.arange(count), rng.integers(0, 21, count)]
    nearer = rng.uniform(0.55, 0.9, count)[:, None]
    centre = target * nearer + rng.normal(0, 18, (count, 3)) * [1, 1, 0]
    half = np.exp(rng.normal(np.log(16), 0.6, (count, 3))) * [1.0, 2.0, 1.0]
    frame = rotations.uniform(rng, count)
    look = {**_look(rng, count), "in_front": 1}
    place(props, slot, where & (target[:, 2] > 240), rng.choice(_SHAPES, count), OBJECT, frame, half, centre, **look)


def _stand_behind(rng, props, slot, where, hand):
    """Clutter; a third of it as skin-coloured as the hands."""
    count = len(props)
    deep = rng.uniform(120, 700, count)
    wide = (hand[:, 20, 2] + deep) * 0.35
    centre = hand.mean(1) + np.stack([rng.normal(0, wide), rng.normal(0, wide), deep], 1)
    half = np.exp(rng.normal(np.log(45), 0.6, (count, 3)))
    surface = np.where(rng.random(count) < 0.33, SKIN, OBJECT)
    place(
        props,
        slot,
        where,
        rng.choice(_SHAPES, count),
        surface,
        rotations.uniform(rng, count),
        half,
        centre,
        **_look(rng, count),
    )
