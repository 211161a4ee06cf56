"""The app's loop in small: the last answer, moved on, says where to look and what to expect."""

from dataclasses import dataclass, field

import numpy as np
import torch

from .expected import SIDES, Expected, ExpectedHands, expected_hands
from .hands import JOINTS, JOINTS_OF_HAND
from .network import INPUT_SIZE, InterNetLite
from .own_prior import PRESENT
from .prior import Guess, to_prior
from .simulated_detector import Detection
from .square_crop import Square, cut, square_around

LARGEST_SHARE = 1.5
"""A tracked hand that is larger than this many frames has run away."""


@dataclass(frozen=True)
class Answer:
    """What is believed of one frame; NaN where a hand is not tracked."""

    joints: np.ndarray
    """[42, 3]: x, y px of the frame, z mm behind the own wrist."""
    handedness: np.ndarray
    """[2]; 0 for a hand that is not tracked."""
    relative_depth: float
    """mm; NaN where nothing saw both hands."""


@dataclass
class Tracker:
    """Feed it frames in order. A hand that the network no longer sees is dropped."""

    network: InterNetLite
    last: Answer = field(default_factory=lambda: nothing())
    velocity: np.ndarray = field(default_factory=lambda: np.zeros((2, 2)))
    """Of each hand, px a frame."""

    def tracked(self) -> list[int]:
        return [side for side in SIDES if self.last.handedness[side] > 0]

    def track(self, frame: np.ndarray, found: list[Detection]) -> Answer:
        """`found`: what the detector sees, where it has looked at this frame."""
        hands = expected_hands(self._followed(frame), found)
        looks = _looks(hands)
        answer = nothing() if not looks else self._look(frame, looks, hands)
        moved = answer.joints[:, :2] - self.last.joints[:, :2]
        # A hand that was not there before has no velocity yet.
        self.velocity = np.nan_to_num(moved.reshape(2, JOINTS_OF_HAND, 2).mean(1))
        self.last = answer
        return answer

    def _followed(self, frame: np.ndarray) -> ExpectedHands:
        """Moved on as a whole: what a single joint moved is mostly what the network was off."""
        last, hands = self.last.joints, ExpectedHands()
        for side in self.tracked():
            joints = last[_hand(side)] + [*self.velocity[side], 0]
            if _in_sight(joints, frame):
                hands[side] = Expected(joints)
        return hands

    def _look(self, frame: np.ndarray, looks: list["Look"], hands: ExpectedHands) -> Answer:
        device = next(self.network.parameters()).device
        pictures = torch.stack([cut(frame, look.square) for look in looks]).to(device)
        guesses = [_guess(look, hands, self.last.relative_depth) for look in looks]
        guess = Guess(*(torch.cat(parts) for parts in zip(*(vars(g).values() for g in guesses))))
        with torch.no_grad():
            prior = [tensor.to(device) for tensor in to_prior(guess, INPUT_SIZE).tensors()]
            estimate = self.network(pictures, *prior)
        found = [tensor.cpu().double().numpy() for tensor in vars(estimate).values()]
        return _merged(looks, *found)


@dataclass(frozen=True)
class Look:
    square: Square
    expects: tuple[int, ...]
    """Sides of the hands that are expected in it."""
    takes: tuple[int, ...]
    """Sides that its answer may be taken for; the others have a closer look of their own."""


def nothing() -> Answer:
    return Answer(np.full((JOINTS, 3), np.nan), np.zeros(2), float("nan"))


def _hand(side: int) -> slice:
    return slice(JOINTS_OF_HAND * side, JOINTS_OF_HAND * (side + 1))


def _in_sight(joints: np.ndarray, frame: np.ndarray) -> bool:
    """In the frame, and no larger than it by much (src/hands/expected-hand.ts)."""
    height, width = frame.shape[:2]
    low, high = joints[:, :2].min(0), joints[:, :2].max(0)
    inside = (high > 0).all() and (low < (width, height)).all()
    return bool(inside) and (high - low).max() <= LARGEST_SHARE * max(width, height)


def _looks(hands: ExpectedHands) -> list[Look]:
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


def _guess(look: Look, hands: ExpectedHands, relative_depth: float) -> Guess:
    known, joints = np.zeros(JOINTS), np.zeros((JOINTS, 3))
    for side in look.expects:
        hand = hands[side]
        known[_hand(side)] = hand.is_told
        joints[_hand(side), :2] = look.square.to_crop(hand.joints[:, :2])
        joints[_hand(side), 2] = hand.joints[:, 2]
    both = look.expects == SIDES and np.isfinite(relative_depth)
    flags = torch.from_numpy(known).float()[None]
    return Guess(
        torch.from_numpy(joints).float()[None],
        flags,
        flags,
        torch.tensor([relative_depth if both else 0.0]),
        torch.tensor([float(both)]),
    )


def _merged(
    looks: list[Look],
    joints: np.ndarray,
    scores: np.ndarray,
    handedness: np.ndarray,
    depths: np.ndarray,
) -> Answer:
    """Of each side the surest answer; the relative depth from a look that saw both."""
    merged, sure, relative = np.full((JOINTS, 3), np.nan), np.zeros(2), float("nan")
    for look, found, present, depth in zip(looks, joints, handedness, depths[:, 0]):
        for side in look.takes:
            if present[side] > max(PRESENT, sure[side]):
                xy = look.square.to_frame(found[_hand(side), :2])
                merged[_hand(side)] = np.concatenate([xy, found[_hand(side), 2:]], -1)
                sure[side] = present[side]
        if (present > PRESENT).all():
            relative = float(depth)
    return Answer(merged, sure, relative)
