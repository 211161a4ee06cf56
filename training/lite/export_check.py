"""What PyTorch answers to two samples, for the app's own test of the file that it ships.

The app widens the half-float file's weights and computes in float32; so is it done here. Pictures
and guesses follow from formulas that the test (src/models/internet-lite.test.ts) knows too.
"""

import copy
import hashlib

import torch
from torch import Tensor

from .fold import fold_batch_norm
from .hands import JOINTS, JOINTS_OF_HAND
from .network import INPUT_SIZE, InterNetLite
from .prior import Guess, joined, to_prior


def export_check(network: InterNetLite, half_float_file: bytes) -> dict:
    """The first sample without a guess, the second with one. Joints in InterHand2.6M's order."""
    with torch.no_grad():
        inputs = [
            torch.stack([picture(1), picture(2)]),
            *to_prior(_guesses(), INPUT_SIZE).tensors(),
        ]
        answers = vars(with_half_float_weights(network)(*inputs))
    return {
        "sha256": hashlib.sha256(half_float_file).hexdigest(),
        "samples": [
            {
                "seed": seed,
                "guess": guess,
                **{name: tensor[at].flatten().tolist() for name, tensor in answers.items()},
            }
            for at, (seed, guess) in enumerate(((1, None), (2, _guess_json())))
        ],
    }


def with_half_float_weights(network: InterNetLite) -> InterNetLite:
    """A copy with the weights of the half-float file, to be run in float32."""
    shipped = copy.deepcopy(network).eval()
    fold_batch_norm(shipped)
    return shipped.half().float()


def picture(seed: int) -> Tensor:
    """[3, S, S] in 0..1: rings and saddles, in whole numbers up to the last division."""
    channel = torch.arange(3)[:, None, None]
    y, x = torch.meshgrid(*[torch.arange(INPUT_SIZE)] * 2, indexing="ij")
    steps = (x * x * (1 + channel) + y * y * seed + x * y * (2 - channel)) // 64 + 40 * channel
    return (steps % 256) / 255


RELATIVE_DEPTH_MM = 35


def guessed_joints() -> Tensor:
    """[42, 3]: a right hand on the left of the picture, a left one beside it; px and mm."""
    joint = torch.arange(JOINTS)
    hand, of_hand = joint // JOINTS_OF_HAND, joint % JOINTS_OF_HAND
    finger, along = of_hand // 4, of_hand % 4
    x = 20 + 80 * hand + 14 * finger + 2 * along
    y = 30 + 25 * along + 4 * finger
    z = 10 * (finger - 2) - 6 * along
    return torch.stack([x, y, z], -1).float()


def _guesses() -> Guess:
    nothing = Guess.nothing(1)
    known = torch.ones(1, JOINTS)
    depth = torch.tensor([float(RELATIVE_DEPTH_MM)])
    guess = Guess(guessed_joints()[None], known, known, depth, known[:, 0])
    return joined([nothing, guess])


def _guess_json() -> dict:
    return {"joints": guessed_joints().tolist(), "relative_depth": RELATIVE_DEPTH_MM}
