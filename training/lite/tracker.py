"""The app's loop in small: the last answer, moved on, says where to look and what to expect."""

from dataclasses import dataclass, field

import numpy as np
import torch

from .belief import believed
from .expected import SIDES, Expected, ExpectedHands, expected_hands
from .hands import JOINTS, JOINTS_OF_HAND, joints_of
from .look import Look, guess_of, looks_at
from .network import INPUT_SIZE, InterNetLite
from .own_prior import PRESENT
from .prior import joined, to_prior
from .simulated_detector import Detection
from .square_crop import cut

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
        looks = looks_at(hands)
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
            joints = last[joints_of(side)] + [*self.velocity[side], 0]
            if _in_sight(joints, frame):
                hands[side] = Expected(joints)
        return hands

    def _look(self, frame: np.ndarray, looks: list[Look], hands: ExpectedHands) -> Answer:
        device = next(self.network.parameters()).device
        pictures = torch.stack([cut(frame, look.square) for look in looks]).to(device)
        guesses = [guess_of(look, hands, self.last.relative_depth) for look in looks]
        with torch.no_grad():
            prior = [
                tensor.to(device) for tensor in to_prior(joined(guesses), INPUT_SIZE).tensors()
            ]
            estimate = self.network(pictures, *prior)
        found = [tensor.cpu().double().numpy() for tensor in vars(estimate).values()]
        return _merged(looks, hands, *found)


def nothing() -> Answer:
    return Answer(np.full((JOINTS, 3), np.nan), np.zeros(2), float("nan"))


def _in_sight(joints: np.ndarray, frame: np.ndarray) -> bool:
    """In the frame, and no larger than it by much (src/hands/expected-hand.ts)."""
    height, width = frame.shape[:2]
    low, high = joints[:, :2].min(0), joints[:, :2].max(0)
    inside = (high > 0).all() and (low < (width, height)).all()
    return bool(inside) and (high - low).max() <= LARGEST_SHARE * max(width, height)


def _merged(
    looks: list[Look],
    hands: ExpectedHands,
    joints: np.ndarray,
    scores: np.ndarray,
    handedness: np.ndarray,
    depths: np.ndarray,
) -> Answer:
    """Of each side the surest answer; the relative depth from a look that saw both."""
    merged, sure, relative = np.full((JOINTS, 3), np.nan), np.zeros(2), float("nan")
    parts = zip(looks, joints, scores, handedness, depths[:, 0])
    for look, found, score, present, depth in parts:
        for side in look.takes:
            if present[side] > max(PRESENT, sure[side]):
                own = joints_of(side)
                xy = look.square.to_frame(found[own, :2])
                said = np.concatenate([xy, found[own, 2:]], -1)
                told = hands[side] if side in look.expects else None
                is_told = told is not None and told.is_told
                merged[own] = believed(said, score[own], told.joints) if is_told else said
                sure[side] = present[side]
        if (present > PRESENT).all():
            relative = float(depth)
    return Answer(merged, sure, relative)
