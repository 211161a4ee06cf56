"""Rendered sequences, run as a stream: nothing but the frames and a poor detector helps."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from handgen.sequences import FRAMES_PER_SECOND

from .metrics import EPE_SIDE, Answers, Errors, measure
from .network import InterNetLite
from .shards import Shard, read_shards
from .simulated_detector import EVERY, detect
from .stills import to_truth
from .tracker import Answer, Tracker


@dataclass(frozen=True)
class SequenceResult:
    name: str
    labels: np.ndarray
    """[T] of handgen.labels.LABEL, in px of the frames."""
    errors: Errors
    kept: np.ndarray
    """[T, 2]: 1 where a hand that is there is tracked, 0 where not; NaN where there is none."""

    def longest_swap(self) -> float:
        """Seconds in one go that a hand was taken for the other."""
        longest = run = 0
        for swapped in self.errors.swapped:
            run = run + 1 if swapped else 0
            longest = max(longest, run)
        return longest / FRAMES_PER_SECOND


def run_sequences(network: InterNetLite, folder: Path) -> list[SequenceResult]:
    return [run_sequence(network, shard) for shard in read_shards(folder)]


def run_sequence(network: InterNetLite, shard: Shard) -> SequenceResult:
    labels, random = shard.labels, np.random.default_rng(int(shard.labels["seed"][0]))
    tracker, answers = Tracker(network), list[Answer]()
    height, width = shard.images.shape[1:3]
    for index, (frame, label) in enumerate(zip(shard.images, labels)):
        looks = index % EVERY == 0
        found = detect(label["joints"], _inside(label, width, height), random) if looks else []
        answers.append(tracker.track(frame, found))
    joined = Answers(
        np.stack([answer.joints for answer in answers]),
        np.stack([answer.handedness for answer in answers]),
        np.array([answer.relative_depth for answer in answers]),
    )
    # So that 2D errors are told in px of the frame.
    truth = to_truth(labels, EPE_SIDE)
    kept = np.where(truth.present, joined.handedness > 0, np.nan)
    return SequenceResult(shard.name, labels, measure(truth, joined), kept)


def _inside(label: np.void, width: int, height: int) -> np.ndarray:
    """[42]: joints of hands that are there and in the frame."""
    xy = label["joints"][:, :2]
    within = ((xy >= 0) & (xy < (width, height))).all(1)
    return within & label["present"].repeat(21).astype(bool)
