"""The loop with networks that know the answer, or make the mistakes a network makes."""

import numpy as np
import pytest
import torch

from lite.hands import Estimate
from lite.simulated_detector import Detection
from lite.square_crop import square_around
from lite.tracker import Tracker

FRAME = np.zeros((240, 320, 3), np.uint8)


class Scripted(torch.nn.Module):
    """Says that the hands of `present` lie where their priors are, or else in mid-crop."""

    def __init__(self, present: list[float]):
        super().__init__()
        self.present = present
        self.unused = torch.nn.Parameter(torch.zeros(()))
        self.priors: list[torch.Tensor] = []
        self.score, self.shift = 1.0, 0.0

    def forward(self, image, prior, prior_depth, prior_relative_depth):
        self.priors.append(prior)
        count = len(image)
        spread = torch.linspace(72, 120, 42)
        middle = torch.stack([spread, spread.flip(0), spread * 0], -1).expand(count, -1, -1)
        grid = torch.arange(24.0) * 8 + 3.5
        mass = prior.sum((2, 3)).clamp(min=1e-3)
        x, y = ((prior.sum(axis) * grid).sum(-1) / mass for axis in (2, 3))
        seen = torch.stack([x, y, prior_depth[..., 0]], -1)
        joints = torch.where(prior.amax((2, 3))[..., None] > 0, seen, middle)
        sides = torch.tensor(self.present).float().expand(count, 2)
        joints = joints + torch.tensor([self.shift, 0, 0])
        return Estimate(joints, torch.full((count, 42), self.score), sides, torch.zeros(count, 1))


def found(side: int) -> Detection:
    xy = np.stack([np.linspace(100, 160, 21), np.linspace(160, 100, 21)], -1)
    return Detection(square_around(xy, 1), side, np.concatenate([xy, xy[:, :1] * 0], -1))


RIGHT, LEFT = found(0), found(1)


def test_nothing_is_tracked_until_the_detector_finds_something():
    tracker = Tracker(Scripted([1, 0]))
    answer = tracker.track(FRAME, [])
    assert not answer.handedness.any() and np.isnan(answer.joints).all()
    assert tracker.track(FRAME, [RIGHT]).handedness[0] == pytest.approx(1, abs=1e-3)
    assert tracker.tracked() == [0]


def test_what_the_detector_sees_is_the_first_prior():
    network = Scripted([0, 1])
    answer = Tracker(network).track(FRAME, [LEFT])
    assert network.priors[0][0, 21:].amax() > 0.5 and not network.priors[0][0, :21].any()
    np.testing.assert_allclose(answer.joints[21:, :2], LEFT.joints[:, :2], atol=1)


def test_a_second_hand_of_the_same_side_is_left_out():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    tracker.track(FRAME, [RIGHT, RIGHT])
    assert [len(prior) for prior in network.priors] == [1]


def test_a_hand_that_has_drifted_off_is_found_again():
    tracker = Tracker(Scripted([1, 0]))
    tracker.track(FRAME, [RIGHT])
    tracker.last.joints[:21, 0] += 150
    tracker.velocity[:] = 0
    answer = tracker.track(FRAME, [RIGHT])
    np.testing.assert_allclose(answer.joints[:21, :2], RIGHT.joints[:, :2], atol=1)


def test_the_last_answer_is_the_next_prior_and_the_hand_stays():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    first = tracker.track(FRAME, [RIGHT])
    tracker.velocity[:] = 0
    second = tracker.track(FRAME, [])
    assert network.priors[1][0, :21].amax() > 0.5 and not network.priors[1][0, 21:].any()
    np.testing.assert_allclose(second.joints[:21], first.joints[:21], atol=1)


def test_it_looks_where_the_hand_was_going():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    first = tracker.track(FRAME, [RIGHT])
    tracker.velocity[0] = [12, 0]
    second = tracker.track(FRAME, [])
    moved = (second.joints - first.joints)[:21, 0]
    np.testing.assert_allclose(moved, 12, atol=1)


def test_a_hand_that_is_no_longer_seen_is_dropped():
    network = Scripted([1, 1])
    tracker = Tracker(network)
    tracker.track(FRAME, [RIGHT])
    assert tracker.tracked() == [0, 1]
    network.present = [0, 1]
    answer = tracker.track(FRAME, [])
    assert tracker.tracked() == [1]
    assert np.isnan(answer.joints[:21]).all() and np.isnan(answer.relative_depth)


def test_a_hand_called_by_the_other_name_is_taken_at_its_word():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    tracker.track(FRAME, [RIGHT])
    network.present = [0, 1]
    tracker.track(FRAME, [])
    assert tracker.tracked() == [1]


def test_hands_apart_get_a_look_each_and_one_together():
    network = Scripted([1, 1])
    tracker = Tracker(network)
    tracker.track(FRAME, [RIGHT])
    tracker.last.joints[:21, 0] += 150
    tracker.velocity[:] = 0
    tracker.track(FRAME, [])
    assert [len(prior) for prior in network.priors] == [1, 3]


def test_a_network_in_doubt_is_believed_in_part():
    network = Scripted([1, 0])
    tracker = Tracker(network)
    first = tracker.track(FRAME, [RIGHT])
    network.score = 0.3
    tracker.velocity[:] = 0
    network.shift = 10
    second = tracker.track(FRAME, [])
    moved = (second.joints - first.joints)[:21, 0]
    side = square_around(first.joints[:21, :2]).side
    np.testing.assert_allclose(moved, 0.5 * 10 * side / 192, atol=1)
