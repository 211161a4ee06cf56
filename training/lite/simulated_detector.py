"""A hand landmarker as bad as the real one: boxes and joints that are off, sides that are wrong at
times, and nothing where hands overlap."""

from dataclasses import dataclass

import numpy as np

from .hands import JOINTS_OF_HAND
from .square_crop import Square, square_around

EVERY = 3
"""Frames from one look to the next: it runs at its own pace."""
OFF = 0.08
"""Standard deviation of a box's place and size, in shares of its side."""
JOINT_OFF, JOINT_DEPTH_OFF = 0.04, 12
"""Of a joint, in shares of the box's side; mm."""
WRONG_SIDE = 0.05
"""Share of hands that are called by the other side's name."""
LOST_OVERLAP = 0.3
"""Share of a hand's box that the other may cover before neither is found."""
WHOLE_JOINTS = 15
"""A hand is found that shows so many."""


@dataclass(frozen=True)
class Detection:
    box: Square
    side: int
    """0 right, 1 left; not always true."""
    joints: np.ndarray
    """[21, 3]: x, y px of the frame, z mm behind the wrist."""


def detect(joints: np.ndarray, inside: np.ndarray, random: np.random.Generator) -> list[Detection]:
    """What is found of `joints` [42, 3] (x, y px of the frame, z mm behind the own wrist), of which
    `inside` [42] (bool) are there to be seen."""
    hands, shown = joints.reshape(2, JOINTS_OF_HAND, 3), inside.reshape(2, JOINTS_OF_HAND)
    whole = shown.sum(1) >= WHOLE_JOINTS
    found = [(square_around(hands[side, :, :2], 1), side) for side in (0, 1) if whole[side]]
    if len(found) == 2 and _covered(*(box for box, _ in found)) > LOST_OVERLAP:
        return []
    return [_off(box, side, hands[side], random) for box, side in found]


def _covered(a: Square, b: Square) -> float:
    wide = min(a.left + a.side, b.left + b.side) - max(a.left, b.left)
    high = min(a.top + a.side, b.top + b.side) - max(a.top, b.top)
    return max(wide, 0) * max(high, 0) / min(a.side, b.side) ** 2


def _off(box: Square, side: int, joints: np.ndarray, random: np.random.Generator) -> Detection:
    x, y, size = random.normal(0, OFF, 3)
    length = box.side * np.exp(size)
    middle = (box.side - length) / 2
    moved = Square(box.left + middle + x * box.side, box.top + middle + y * box.side, length)
    each = [JOINT_OFF * box.side, JOINT_OFF * box.side, JOINT_DEPTH_OFF]
    called = 1 - side if random.random() < WRONG_SIDE else side
    return Detection(moved, called, joints + random.normal(0, 1, joints.shape) * each)
