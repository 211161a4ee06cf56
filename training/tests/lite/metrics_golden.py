"""A few frames with answers and what metrics.py says of them, for the app's own measures.

PYTHONPATH=. python tests/lite/metrics_golden.py > ../tests/golden-lite/metrics.json
"""

import json

import numpy as np
from conftest import SIDE, random_labels

from handgen.sequence_truth import SIDES, frame_truth
from lite.hands import MIRRORED
from lite.metrics import Answers, measure, summary
from lite.stills import to_truth

COUNT = 40


def made_answers(labels: np.ndarray) -> Answers:
    """The truth, blurred; some frames swapped, some with a lost hand, some without the depth."""
    random = np.random.default_rng(7)
    joints = labels["joints"] + random.normal(0, (6, 6, 12), (COUNT, 42, 3))
    handedness = np.where(labels["present"] > 0, 0.9, 0.0) * random.uniform(0.5, 1, (COUNT, 2))
    depth = labels["relative_depth"] + random.normal(0, 40, COUNT)
    swapped = np.isin(np.arange(COUNT), (5, 6, 8, 9, 10, 22, 23))
    joints[swapped] = joints[swapped][:, MIRRORED]
    handedness[swapped] = handedness[swapped][:, ::-1]
    handedness[random.random((COUNT, 2)) < 0.15] = 0
    joints[handedness.repeat(21, 1) == 0] = np.nan
    depth[(handedness == 0).any(1) | (random.random(COUNT) < 0.2)] = np.nan
    return Answers(joints, handedness, depth)


def estimate(answers: Answers, at: int) -> dict:
    hands = {
        side: {
            "score": answers.handedness[at, hand],
            "joints": answers.joints[at, 21 * hand : 21 * hand + 21].tolist(),
        }
        if answers.handedness[at, hand] > 0
        else None
        for hand, side in enumerate(SIDES)
    }
    depth = answers.relative_depth[at]
    return {"hands": hands, "relativeDepthMm": None if np.isnan(depth) else depth}


def main() -> None:
    labels = random_labels(COUNT)
    answers = made_answers(labels)
    errors = measure(to_truth(labels, SIDE), answers)
    fx, fy, cx, cy = labels["intrinsics"][0].tolist()
    golden = {
        "camera": {"fx": fx, "fy": fy, "cx": cx, "cy": cy},
        "frames": [frame_truth(label) for label in labels],
        "estimates": [estimate(answers, at) for at in range(COUNT)],
        "swapped": errors.swapped.tolist(),
        "summary": summary(errors),
    }
    print(json.dumps(golden))


if __name__ == "__main__":
    main()
