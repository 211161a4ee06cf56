"""Where hands are looked for, and what the network is told of them: src/hands/expected-hand.ts."""

from dataclasses import dataclass, replace

import numpy as np

from .simulated_detector import Detection
from .square_crop import Square, square_around

SIDES = (0, 1)
"""Right, left."""
DRIFT_OVERLAP = 0.3
"""Under which the detector's word stands against what was followed."""
SAME_HAND_OVERLAP = 0.5
"""Squares that share so much show one hand."""
PART_SHARE = 0.7
"""A square of which so much lies in the other hand's is that hand, or its fingers alone."""


@dataclass(frozen=True)
class Expected:
    joints: np.ndarray
    """[21, 3]: x, y px of the frame, z mm behind the wrist."""
    is_told: bool = True
    """Or only looked for there."""

    @property
    def square(self) -> Square:
        return square_around(self.joints[:, :2], 1)


ExpectedHands = dict[int, Expected]
"""By side; those that are expected."""


def expected_hands(followed: ExpectedHands, found: list[Detection]) -> ExpectedHands:
    """Followed hands stay where they were followed to; what the detector sees in this frame starts
    them, corrects those that have drifted off, and is nearer in the picture, though not in depth.
    Where it takes a lone followed hand for the other one, nothing is told."""
    detected = {detection.side: detection for detection in reversed(found)}
    hands = {side: _expected(side, followed, detected) for side in SIDES}
    return {side: hand for side, hand in hands.items() if hand}


def _expected(
    side: int, followed: ExpectedHands, detected: dict[int, Detection]
) -> Expected | None:
    mine, seen = followed.get(side), detected.get(side)
    if _is_disputed(side, followed, detected):
        return None
    if seen and _is_disputed(1 - side, followed, detected):
        return Expected(seen.joints, is_told=False)
    if not mine or not seen:
        return mine or (seen and Expected(seen.joints))
    other = followed.get(1 - side)
    if seen.box.shared(mine.square) < DRIFT_OVERLAP:
        is_other = other and seen.box.share_of_smaller(other.square) >= PART_SHARE
        return mine if is_other else Expected(seen.joints)
    # One detection where two hands are followed may be either of them.
    is_surely_mine = 1 - side in detected or not other or not seen.box.overlaps(other.square)
    return _with_depths(seen.joints, mine) if is_surely_mine else mine


def _is_disputed(side: int, followed: ExpectedHands, detected: dict[int, Detection]) -> bool:
    mine, as_other = followed.get(side), detected.get(1 - side)
    if not mine or not as_other or side in detected or 1 - side in followed:
        return False
    return as_other.box.shared(mine.square) >= SAME_HAND_OVERLAP


def _with_depths(joints: np.ndarray, followed: Expected) -> Expected:
    """What the detector saw, as deep as the hand was followed."""
    return replace(followed, joints=np.concatenate([joints[:, :2], followed.joints[:, 2:]], -1))
