from dataclasses import replace

import torch

from lite.hands import MIRRORED
from lite.prior import to_prior
from lite.prior_faults import NO_FAULTS, Faults
from lite.prior_noise import TRACKING, PriorNoise, simulate, stream

EXACT = PriorNoise(
    shift=0, scale=0, turn=0, joint=0, depth_mm=0, depth_tilt=0, root_mm=0, lag=0,
    joint_lost=0, depth_unknown=0, root_unknown=0, faults=NO_FAULTS,
)  # fmt: skip


def test_without_noise_it_is_the_truth(hands, random):
    guess = simulate(hands, 192, EXACT, random)
    torch.testing.assert_close(guess.joints, hands.joints)
    torch.testing.assert_close(guess.known, hands.joint_present)
    torch.testing.assert_close(guess.relative_depth, hands.relative_depth)
    torch.testing.assert_close(guess.relative_depth_known, hands.present.prod(1))


def test_the_truth_of_a_mirrored_picture_is_mirrored(hands, random):
    every = torch.ones(len(hands), dtype=torch.bool)
    guess = simulate(hands.mirrored(every, 192), 192, EXACT, random)
    straight = simulate(hands, 192, EXACT, random)
    torch.testing.assert_close(guess.joints[..., 0], 191 - straight.joints[:, MIRRORED, 0])
    torch.testing.assert_close(guess.known, straight.known[:, MIRRORED])
    torch.testing.assert_close(guess.relative_depth, -straight.relative_depth)


def test_while_tracking_every_present_hand_is_guessed_nearby(hands, random):
    many = hands.map(lambda tensor: tensor.repeat(50, *[1] * (tensor.ndim - 1)))
    guess = simulate(many, 192, replace(TRACKING, joint_lost=0), random)
    torch.testing.assert_close(guess.known, many.joint_present)
    off = (guess.joints - many.joints)[..., :2][many.joint_present > 0].norm(dim=-1)
    assert 3 < off.median() < 30


def test_nothing_means_zeros_everywhere(hands, random):
    guess = simulate(hands, 192, replace(stream(0.3), faults=Faults(nothing=1)), random)
    assert all(not tensor.any() for tensor in to_prior(guess, 192).tensors())


def test_swapped_hands_change_places_with_their_depths(hands, random):
    guess = simulate(hands, 192, replace(EXACT, faults=replace(NO_FAULTS, swapped=1)), random)
    torch.testing.assert_close(guess.joints, hands.joints[:, MIRRORED])
    torch.testing.assert_close(guess.depth_known, hands.joint_present[:, MIRRORED])
    torch.testing.assert_close(guess.relative_depth, -hands.relative_depth)


def test_collapsed_hands_lie_on_each_other(hands, random):
    both = hands.map(lambda tensor: tensor[hands.present.prod(1) > 0])
    guess = simulate(both, 192, replace(EXACT, faults=replace(NO_FAULTS, collapsed=1)), random)
    torch.testing.assert_close(guess.joints[:, :21], guess.joints[:, 21:])


def test_a_lost_hand_takes_its_depth_and_the_relative_one_along(hands, random):
    both = hands.map(lambda tensor: tensor[hands.present.prod(1) > 0])
    guess = simulate(both, 192, replace(EXACT, faults=replace(NO_FAULTS, hand_lost=1)), random)
    assert (guess.known.sum(1) == 21).all()
    torch.testing.assert_close(guess.known, guess.depth_known)
    assert not guess.relative_depth_known.any()


def test_a_hand_alone_is_not_lost(hands, random):
    alone = hands.map(lambda tensor: tensor[hands.present.sum(1) == 1])
    guess = simulate(alone, 192, replace(EXACT, faults=replace(NO_FAULTS, hand_lost=1)), random)
    torch.testing.assert_close(guess.known, alone.joint_present)


def test_a_hand_that_slid_off_keeps_its_form_and_the_other_its_place(hands, random):
    both = hands.map(lambda tensor: tensor[hands.present.prod(1) > 0])
    guess = simulate(both, 192, replace(EXACT, faults=replace(NO_FAULTS, slid_off=1)), random)
    moved = (guess.joints - both.joints).unflatten(1, (2, 21))
    torch.testing.assert_close(moved, moved[:, :, :1].expand_as(moved), atol=1e-3, rtol=0)
    assert ((moved.abs().amax((2, 3)) > 1).sum(1) == 1).all()
    torch.testing.assert_close(guess.known, both.joint_present)


def test_phantoms_are_hands_of_the_next_picture_where_there_is_none(hands, random):
    alone = replace(hands, present=hands.present.clone())
    alone.present[0], alone.present[-1] = torch.tensor([1.0, 0.0]), torch.tensor([1.0, 1.0])
    guess = simulate(alone, 192, replace(EXACT, faults=replace(NO_FAULTS, phantom=1)), random)
    torch.testing.assert_close(guess.joints[0, :21], hands.joints[0, :21])
    torch.testing.assert_close(guess.joints[0, 21:], hands.joints[-1, 21:])
    assert guess.known[0].all() and guess.relative_depth_known[0] == 1
    torch.testing.assert_close(guess.relative_depth[0], hands.relative_depth[-1])


def test_the_same_seed_gives_the_same_guess(hands):
    first, second = (
        simulate(hands, 192, stream(0.3), torch.Generator().manual_seed(5)) for _ in "ab"
    )
    assert all(torch.equal(a, b) for a, b in zip(vars(first).values(), vars(second).values()))
