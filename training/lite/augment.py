"""Pictures of the pool seen a little otherwise: turned, nearer, aside, mirrored; at the network's
own size. Labels follow exactly."""

import math
from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn.functional import affine_grid, grid_sample

from .hands import JOINTS_OF_HAND, Hands
from .network import INPUT_SIZE

PRESENT_JOINTS = 8
"""A hand is in a picture that shows so many of its joints (handgen/labels.py has the same)."""


@dataclass(frozen=True)
class Motion:
    """How far pictures are moved: standard deviations, shift in shares of the side."""

    turn_degrees: float = 12
    scale: float = 0.10
    shift: float = 0.04
    closeup: float = 0.0
    """Share of the pictures of two hands that are cut around one of them: where a stream looks when
    it has lost the other, or the detector never saw it."""


STREAM = Motion(closeup=0.15)
"""As in training."""
CLOSEUP_GROWN = 1.3
"""Such a cut is so much larger than the hand; streams look at 1.25 (square_crop.py)."""
LARGEST_SCALE = 2.0
"""Beyond, a hand of the pool has too few pixels."""


def augment(
    image: Tensor, hands: Hands, motion: Motion, random: torch.Generator
) -> tuple[Tensor, Hands]:
    """Byte pictures [N, R, R, 3] with hands in their px, to [N, 3, S, S] in 0..1 and their px."""
    count, size = len(image), image.shape[1]

    def draw(*shape):
        return torch.randn(count, *shape, generator=random, device=image.device)

    angle = math.radians(motion.turn_degrees) * draw()
    scale = torch.exp(motion.scale * draw())
    shift = motion.shift * draw(2)
    turn = torch.stack(
        [torch.stack([angle.cos(), -angle.sin()], -1), torch.stack([angle.sin(), angle.cos()], -1)],
        1,
    )
    hands = hands.scaled(INPUT_SIZE / size)
    near = (torch.rand(count, 2, generator=random, device=image.device) < motion.closeup / 2) & (
        hands.present.prod(1, keepdim=True) > 0
    )
    centre, zoom = _closeup(hands, near)
    scale = scale * zoom
    shift = shift - scale[:, None] * (turn @ centre[..., None])[..., 0]
    hands = _moved(hands, turn, scale, shift * INPUT_SIZE)
    # From where in the old picture each new pixel comes; both spanned by -1..1.
    back = turn.transpose(1, 2) / scale[:, None, None]
    origin = -(back @ (2 * shift)[..., None])
    picture = image.permute(0, 3, 1, 2).float() / 255
    grid = affine_grid(torch.cat([back, origin], 2), [count, 3, INPUT_SIZE, INPUT_SIZE], False)
    picture = grid_sample(picture, grid, align_corners=False)
    flipped = torch.rand(count, generator=random, device=image.device) < 0.5
    mirrored = torch.where(flipped[:, None, None, None], picture.flip(3), picture)
    return mirrored, hands.mirrored(flipped, INPUT_SIZE)


def _closeup(hands: Hands, near: Tensor) -> tuple[Tensor, Tensor]:
    """Where the middle of the new picture was [N, 2], in shares of the side from the old one's, and
    how many times nearer it is [N]; `near` [N, 2] (bool): around which hand, if any."""
    pose = hands.joints[..., :2].unflatten(1, (2, JOINTS_OF_HAND))
    low, high = pose.amin(2), pose.amax(2)
    side = torch.where(near[:, 0], 0, 1)
    every = torch.arange(len(hands), device=side.device)
    middle = ((low + high + 1) / 2)[every, side] / INPUT_SIZE - 0.5
    length = (high - low).amax(2)[every, side] * CLOSEUP_GROWN
    zoom = (INPUT_SIZE / length.clamp(min=1)).clamp(1, LARGEST_SCALE)
    which = near.any(1)
    return torch.where(which[:, None], middle, 0), torch.where(which, zoom, 1)


def _moved(hands: Hands, turn: Tensor, scale: Tensor, shift: Tensor) -> Hands:
    middle = (INPUT_SIZE - 1) / 2
    around = (hands.joints[..., :2] - middle) @ turn.transpose(1, 2)
    xy = around * scale[:, None, None] + shift[:, None] + middle
    inside = ((xy > -0.5) & (xy < INPUT_SIZE - 0.5)).all(-1)
    shown = inside.unflatten(1, (2, JOINTS_OF_HAND)).sum(2) >= PRESENT_JOINTS
    palm = torch.cat([hands.palm[..., :2] @ turn.transpose(1, 2), hands.palm[..., 2:]], -1)
    joints = torch.cat([xy, hands.joints[..., 2:]], -1)
    return replace(hands, joints=joints, palm=palm, present=hands.present * shown)
