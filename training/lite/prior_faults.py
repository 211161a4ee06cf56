"""Guesses that are wrong altogether, and none at all.

A network trained with good guesses alone believes a wrong one for ever; here it sees hands
swapped, lost, taken for one another, guesses left over from another picture, and hands believed in
that are not there.
"""

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from .hands import JOINTS_OF_HAND, MIDDLE_BASE, MIRRORED, WRIST
from .prior import Guess


@dataclass(frozen=True)
class Faults:
    """How often each befalls a sample; at most one of the middle five does."""

    nothing: float = 0.30
    """No guess at all."""
    hand_lost: float = 0.30
    """Of two hands that are guessed, one is not. With 0.10 the network learnt that a hand nobody
    speaks of beside one that is known is not there (runs.md, cpu-5)."""
    slid_off: float = 0.05
    """One hand is believed beside where it is: hidden by the other, it was followed astray."""
    swapped: float = 0.04
    """Right is taken for left."""
    collapsed: float = 0.04
    """One hand is believed where the other is, be it there itself or not."""
    foreign: float = 0.05
    """Left over from another picture."""
    phantom: float = 0.20
    """Of hands that are not there: believed in, as they are in another picture."""


NO_FAULTS = Faults(0, 0, 0, 0, 0, 0, 0)
SLID_OFF = 0.7
"""Standard deviation, in lengths of the hand (from the wrist to the middle finger's base)."""


def gone_wrong(guess: Guess, faults: Faults, random: torch.Generator) -> Guess:
    """The guesses, some of them spoilt."""
    luck, blank, side = torch.rand(3, len(guess.known), generator=random, device=random.device)
    lost = torch.stack([side < 0.5, side >= 0.5], 1).repeat_interleave(JOINTS_OF_HAND, 1)
    spoilt = [
        (faults.hand_lost, choose(_both(guess), _without(guess, lost), guess)),
        (faults.slid_off, _slid_off(guess, lost, random)),
        (faults.swapped, _swapped(guess)),
        (faults.collapsed, _collapsed(guess, lost)),
        (faults.foreign, _foreign(guess)),
    ]
    above, result = 0.0, guess
    for share, wrong in spoilt:
        result = choose(luck.ge(above) & luck.lt(above + share), wrong, result)
        above += share
    return choose(blank < faults.nothing, Guess.nothing(len(luck), luck.device), result)


def with_phantoms(guess: Guess, present: Tensor, share: float, random: torch.Generator) -> Guess:
    """The guesses, with that share of the hands that are not `present` [N, 2] believed in where the
    next picture has them."""
    luck = torch.rand(present.shape, generator=random, device=random.device) < share
    other = _foreign(guess)
    believed = (luck & (present == 0)).repeat_interleave(JOINTS_OF_HAND, 1)
    return Guess(
        torch.where(believed[..., None], other.joints, guess.joints),
        torch.where(believed, other.known, guess.known),
        torch.where(believed, other.depth_known, guess.depth_known),
        torch.where(believed.any(1), other.relative_depth, guess.relative_depth),
        torch.where(believed.any(1), other.relative_depth_known, guess.relative_depth_known),
    )


def choose(which: Tensor, new: Guess, old: Guess) -> Guess:
    """`new` for samples of `which` [N] (bool), `old` for the others."""
    pairs = zip(vars(new).values(), vars(old).values())
    return Guess(*(torch.where(which.view(-1, *[1] * (a.ndim - 1)), a, b) for a, b in pairs))


def one_forgotten(guess: Guess, share: float, random: torch.Generator) -> Guess:
    """The guesses; in that share of those of two hands, one hand's is not there."""
    luck, side = torch.rand(2, len(guess.known), generator=random, device=random.device)
    lost = torch.stack([side < 0.5, side >= 0.5], 1).repeat_interleave(JOINTS_OF_HAND, 1)
    return choose((luck < share) & _both(guess), _without(guess, lost), guess)


def _both(guess: Guess) -> Tensor:
    """[N] bool: something is guessed of both hands."""
    return guess.known.unflatten(1, (2, JOINTS_OF_HAND)).any(2).all(1)


def _without(guess: Guess, lost: Tensor) -> Guess:
    kept = (~lost).float()
    return replace(
        guess,
        known=guess.known * kept,
        depth_known=guess.depth_known * kept,
        relative_depth_known=torch.zeros_like(guess.relative_depth_known),
    )


def _slid_off(guess: Guess, lost: Tensor, random: torch.Generator) -> Guess:
    """The lost hand is still believed in, some way off."""
    pose = guess.joints[..., :2].unflatten(1, (2, JOINTS_OF_HAND))
    length = (pose[:, :, WRIST] - pose[:, :, MIDDLE_BASE]).norm(dim=-1)[..., None]
    away = torch.randn(len(lost), 2, 2, generator=random, device=random.device)
    off = (SLID_OFF * length * away)[:, :, None].expand(-1, -1, JOINTS_OF_HAND, -1).flatten(1, 2)
    joints = guess.joints.clone()
    joints[..., :2] += lost[..., None] * off
    return replace(guess, joints=joints)


def _swapped(guess: Guess) -> Guess:
    """Right taken for left."""
    return Guess(
        guess.joints[:, MIRRORED],
        guess.known[:, MIRRORED],
        guess.depth_known[:, MIRRORED],
        -guess.relative_depth,
        guess.relative_depth_known,
    )


def _collapsed(guess: Guess, lost: Tensor) -> Guess:
    """The lost hand is believed where the other is."""
    other = _swapped(guess)
    return Guess(
        torch.where(lost[..., None], other.joints, guess.joints),
        torch.where(lost, other.known, guess.known),
        torch.where(lost, other.depth_known, guess.depth_known),
        torch.zeros_like(guess.relative_depth),
        guess.relative_depth_known,
    )


def _foreign(guess: Guess) -> Guess:
    return guess.map(lambda tensor: tensor.roll(1, 0))
