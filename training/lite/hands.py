"""What the network is taught: two hands in a square crop, and what it says of them.

Joint order is InterHand2.6M's (../shared/internet-spec.md A1): right hand 0..20, left 21..41; each
finger from tip to base, thumb first, the wrist last. Pixel i of a picture lies at x = i.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

import torch
from torch import Tensor
from torch.nn.functional import normalize

JOINTS = 42
JOINTS_OF_HAND = 21
WRIST, INDEX_BASE, MIDDLE_BASE, PINKY_BASE = 20, 7, 11, 19
"""Within one hand."""
WRISTS = (WRIST, JOINTS_OF_HAND + WRIST)
MIRRORED = [*range(JOINTS_OF_HAND, JOINTS), *range(JOINTS_OF_HAND)]
"""The joint that joint j becomes in a mirror."""
PARENTS = [j + 1 if j % 4 < 3 else WRIST for j in range(WRIST)]
"""Of a hand's joints 0..19; the wrist has none."""


def joints_of(side: int) -> slice:
    """Of [42] joints, those of one hand: 0 right, 1 left."""
    return slice(JOINTS_OF_HAND * side, JOINTS_OF_HAND * (side + 1))


@dataclass(frozen=True)
class Hands:
    """N samples of right and left hand, all tensors on one device."""

    joints: Tensor
    """[N, 42, 3]: x, y px of the picture, z mm behind the own wrist."""
    present: Tensor
    """[N, 2] 0 or 1: right, left. Joints of an absent hand hold no meaning."""
    relative_depth: Tensor
    """[N] mm: left wrist behind the right one; of no meaning unless both hands are there."""
    palm: Tensor
    """[N, 2, 3]: unit vector out of each palm; x right, y down, z away from the camera."""

    def __len__(self) -> int:
        return len(self.joints)

    def map(self, change: Callable[[Tensor], Tensor]) -> Hands:
        """The same samples with every tensor changed: moved to a device, indexed, joined."""
        return Hands(*(change(getattr(self, field.name)) for field in fields(self)))

    @property
    def joint_present(self) -> Tensor:
        """[N, 42]: `present`, for each joint."""
        return self.present.repeat_interleave(JOINTS_OF_HAND, dim=1)

    def scaled(self, factor: float) -> Hands:
        """In the same picture resized; pixel centres are kept where they belong."""
        xy = (self.joints[..., :2] + 0.5) * factor - 0.5
        return replace(self, joints=torch.cat([xy, self.joints[..., 2:]], -1))

    def mirrored(self, which: Tensor, size: int) -> Hands:
        """Samples of `which` [N] (bool) in the mirrored picture of `size` px: right is left."""
        flipped = self.joints[:, MIRRORED].clone()
        flipped[..., 0] = size - 1 - flipped[..., 0]
        mirror = self.palm.new_tensor([-1, 1, 1])
        return Hands(
            joints=_choose(which, flipped, self.joints),
            present=_choose(which, self.present.flip(1), self.present),
            relative_depth=_choose(which, -self.relative_depth, self.relative_depth),
            palm=_choose(which, self.palm.flip(1) * mirror, self.palm),
        )


def _choose(which: Tensor, new: Tensor, old: Tensor) -> Tensor:
    return torch.where(which.view(-1, *[1] * (old.ndim - 1)), new, old)


def palm_normals(joints_camera: Tensor) -> Tensor:
    """Unit vectors out of both palms [N, 2, 3] from joints in camera space [N, 42, 3]."""
    hands = joints_camera.unflatten(1, (2, JOINTS_OF_HAND))
    wrist, index, pinky = (hands[:, :, joint] for joint in (WRIST, INDEX_BASE, PINKY_BASE))
    normal = torch.linalg.cross(index - wrist, pinky - wrist)
    # On the left hand the same three joints turn the other way round.
    return normalize(normal * normal.new_tensor([[1], [-1]]), dim=-1)


@dataclass(frozen=True)
class Estimate:
    """What the network gives for N pictures, as in the contract of design.md section 5."""

    joints: Tensor
    """[N, 42, 3]: x, y px of the input picture, z mm behind the own wrist."""
    joint_score: Tensor
    """[N, 42] in 0..1: how likely the joint is about right (losses.py says what that means)."""
    handedness: Tensor
    """[N, 2] in 0..1: right, left."""
    relative_depth: Tensor
    """[N, 1] mm: left wrist behind the right one."""
