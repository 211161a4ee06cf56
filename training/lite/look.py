"""Where in a frame the network looks, and what it is told there."""

from dataclasses import dataclass

import numpy as np
import torch

from .expected import SIDES, ExpectedHands
from .hands import JOINTS, joints_of
from .prior import Guess
from .square_crop import Square, square_around


@dataclass(frozen=True)
class Look:
    square: Square
    expects: tuple[int, ...]
    """Sides of the hands that are expected in it."""
    takes: tuple[int, ...]
    """Sides that its answer may be taken for; the others have a closer look of their own."""


def looks_at(hands: ExpectedHands) -> list[Look]:
    """One look around hands that are near each other, else one for each, and one at both."""
    sides = tuple(hands)
    squares = [square_around(hands[side].joints[:, :2]) for side in sides]
    if len(sides) < 2:
        return [Look(square, sides, SIDES) for square in squares]
    both = square_around(np.stack([hand.joints[:, :2] for hand in hands.values()]))
    if squares[0].overlaps(squares[1]):
        return [Look(both, SIDES, SIDES)]
    alone = [Look(square, (side,), (side,)) for side, square in zip(sides, squares)]
    return [*alone, Look(both, SIDES, ())]


def guess_of(look: Look, hands: ExpectedHands, relative_depth: float) -> Guess:
    known, joints = np.zeros(JOINTS), np.zeros((JOINTS, 3))
    for side in look.expects:
        hand = hands[side]
        known[joints_of(side)] = hand.is_told
        joints[joints_of(side), :2] = look.square.to_crop(hand.joints[:, :2])
        joints[joints_of(side), 2] = hand.joints[:, 2]
    both = look.expects == SIDES and np.isfinite(relative_depth)
    flags = torch.from_numpy(known).float()[None]
    return Guess(
        torch.from_numpy(joints).float()[None],
        flags,
        flags,
        torch.tensor([relative_depth if both else 0.0]),
        torch.tensor([float(both)]),
    )
