"""The loop with networks that know the answer, or make the mistakes a network makes."""

import numpy as np
import pytest
import torch

from lite.heads import RawOutput
from lite.square_crop import square_around
from lite.tracker import Tracker

FRAME = np.zeros((240, 320, 3), np.uint8)
NO_ROOT = torch.zeros(64)


class Scripted(torch.nn.Module):
    """Says that the hands of `present` lie where their priors are, or else in mid-crop."""

    def __init__(self, present: list[float]):
        super().__init__()
        self.present = present
        self.unused = torch.nn.Parameter(torch.zeros(()))
        self.priors: list[torch.Tensor] = []

    def forward(self, image, prior, prior_depth, prior_relative_depth):
        self.priors.append(prior)
        count = len(image)
        spread = torch.linspace(9, 15, 42)
        middle = torch.stack([spread, spread.flip(0), spread * 0], -1).expand(count, -1, -1)
        grid = torch.arange(24.0)
        mass = prior.sum((2, 3)).clamp(min=1e-3)
        x, y = ((prior.sum(axis) * grid).sum(-1) / mass for axis in (2, 3))
        seen = torch.stack([x, y, prior_depth[..., 0]], -1)
        joints = torch.where(prior.amax((2, 3))[..., None] > 0, seen, middle)
        sides = torch.tensor(self.present).expand(count, 2) * 20 - 10
        return RawOutput(
            prior, joints[..., :2], joints, joints[..., 0], sides, NO_ROOT.expand(count, 64), joints
        )


BOX = square_around(np.array([[100.0, 100], [160, 160]]), 1)


def test_nothing_is_tracked_until_the_detector_finds_something():
    tracker = Tracker(Scripted([1, 0]))
    answer = tracker.track(FRAME, [])
    assert not answer.handedness.any() and np.isnan(answer.joints).all()
    assert tracker.track(FRAME, [BOX]).handedness[0] == pytest.approx(1, abs=1e-3)
    assert tracker.tracked() == [0]


def test_the_last_answer_is_the_next_prior_and_the_hand_stays():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    first = tracker.track(FRAME, [BOX])
    tracker.velocity[:] = 0
    second = tracker.track(FRAME, [])
    assert not network.priors[0].any()
    assert network.priors[1][0, :21].amax() > 0.5 and not network.priors[1][0, 21:].any()
    np.testing.assert_allclose(second.joints[:21], first.joints[:21], atol=1)


def test_it_looks_where_the_hand_was_going():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    first = tracker.track(FRAME, [BOX])
    tracker.velocity[:] = [12, 0]
    second = tracker.track(FRAME, [])
    moved = (second.joints - first.joints)[:21, 0]
    np.testing.assert_allclose(moved, 12, atol=1)


def test_a_hand_that_is_no_longer_seen_is_dropped():
    network = Scripted([1, 1])
    tracker = Tracker(network)
    tracker.track(FRAME, [BOX])
    assert tracker.tracked() == [0, 1]
    network.present = [0, 1]
    answer = tracker.track(FRAME, [])
    assert tracker.tracked() == [1]
    assert np.isnan(answer.joints[:21]).all() and np.isnan(answer.relative_depth)


def test_a_hand_called_by_the_other_name_is_taken_at_its_word():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    tracker.track(FRAME, [BOX])
    network.present = [0, 1]
    tracker.track(FRAME, [])
    assert tracker.tracked() == [1]


def test_hands_apart_get_a_look_each_and_one_together():
    network = Scripted([1, 1])
    tracker = Tracker(network)
    tracker.track(FRAME, [BOX])
    tracker.last.joints[:21, 0] += 150
    tracker.velocity[:] = 0
    tracker.track(FRAME, [])
    assert [len(prior) for prior in network.priors] == [1, 3]
