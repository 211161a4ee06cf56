"""A palm detector as bad as the real one: boxes that are off, and none where hands overlap."""

import numpy as np

from .hands import JOINTS_OF_HAND
from .square_crop import Square, square_around

EVERY = 3
"""Frames from one look to the next: it runs at its own pace."""
OFF = 0.08
"""Standard deviation of a box's place and size, in shares of its side."""
LOST_OVERLAP = 0.3
"""Share of a hand's box that the other may cover before neither is found."""
WHOLE_JOINTS = 15
"""A hand is found that shows so many."""


def detect(joints: np.ndarray, inside: np.ndarray, random: np.random.Generator) -> list[Square]:
    """Boxes of what is found, in no order. `joints` [42, 2] px of the frame, `inside` [42] bool."""
    hands, shown = joints.reshape(2, JOINTS_OF_HAND, 2), inside.reshape(2, JOINTS_OF_HAND)
    whole = shown.sum(1) >= WHOLE_JOINTS
    boxes = [square_around(hand, 1) for hand, seen in zip(hands, whole) if seen]
    if len(boxes) == 2 and _covered(*boxes) > LOST_OVERLAP:
        return []
    return [_off(box, random) for box in boxes]


def _covered(a: Square, b: Square) -> float:
    wide = min(a.left + a.side, b.left + b.side) - max(a.left, b.left)
    high = min(a.top + a.side, b.top + b.side) - max(a.top, b.top)
    return max(wide, 0) * max(high, 0) / min(a.side, b.side) ** 2


def _off(box: Square, random: np.random.Generator) -> Square:
    x, y, size = random.normal(0, OFF, 3)
    side = box.side * np.exp(size)
    middle = (box.side - side) / 2
    return Square(box.left + middle + x * box.side, box.top + middle + y * box.side, side)
