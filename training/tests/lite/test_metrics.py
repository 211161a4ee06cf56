from dataclasses import replace

import numpy as np
import pytest
from conftest import SIDE, random_labels

from lite.hands import MIRRORED
from lite.metrics import Answers, measure, summary
from lite.stills import to_truth


@pytest.fixture
def truth():
    return to_truth(random_labels(16), SIDE)


@pytest.fixture
def answers(truth):
    labels = random_labels(16)
    return Answers(
        truth.joints.astype(float),
        truth.present * 0.8 + 0.1,
        labels["relative_depth"].astype(float),
    )


def test_the_truth_is_without_error(truth, answers):
    figures = summary(measure(truth, answers))
    for name in ("mpjpe_single", "mpjpe_interacting", "mrrpe", "epe_single", "swapped"):
        assert figures[name] == pytest.approx(0, abs=0.01), name
    assert (figures["aph"], figures["pck"], figures["n"]) == (1, 1, 16)


def test_depth_errors_are_told_in_mm(truth, answers):
    joints = answers.joints.copy()
    joints[:, [0, 21], 2] += 42
    figures = summary(measure(truth, replace(answers, joints=joints)))
    # One joint of 21, seen off axis: a little more than 42 mm along the ray.
    assert 2 <= figures["mpjpe_single"] < 2.2
    deeper = replace(answers, relative_depth=answers.relative_depth + 30)
    assert 30 <= summary(measure(truth, deeper))["mrrpe"] < 33


def test_swapped_hands_are_noticed(truth, answers):
    swapped = replace(
        answers, joints=answers.joints[:, MIRRORED], handedness=answers.handedness[:, ::-1]
    )
    errors = measure(truth, swapped)
    assert (errors.swapped == truth.present.any(1)).all()
    assert (errors.sides_right == ~(truth.present[:, 0] ^ truth.present[:, 1])).all()


def test_absent_hands_count_nowhere(truth, answers):
    absent = ~truth.present.repeat(21, 1)
    joints = np.where(absent[..., None], 1e6, answers.joints)
    assert summary(measure(truth, replace(answers, joints=joints)))["mpjpe_single"] < 0.01
