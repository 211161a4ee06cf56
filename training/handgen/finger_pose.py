"""Angles of the fingers within what joints allow. Degrees relative to the rig's rest, which is slightly flexed."""

from dataclasses import dataclass

import numpy as np

MCP_FLEXION, PIP_FLEXION, DIP_FLEXION = (-25.0, 92.0), (-8.0, 108.0), (-12.0, 80.0)
"""Ranges from the straight finger, degrees; passive hyperextension included."""
MCP_ABDUCTION = (-28.0, 28.0)
THUMB_CMC, THUMB_MCP, THUMB_IP = (-25.0, 45.0), (-18.0, 55.0), (-25.0, 80.0)
REST_FLEXION = (8.0, 6.0, 4.0)
"""Flexion of MCP, PIP and DIP that the rest shape already has, degrees."""

_BASES = (5, 10, 15, 20)
_SPREAD = (1.0, 0.1, -0.7, -1.5)  # how far each finger takes part in spreading the hand


@dataclass(frozen=True)
class FingerPose:
    """Rotations at the 25 joints of n hands: [n, 25] each, radians."""

    flexion: np.ndarray
    abduction: np.ndarray
    twist: np.ndarray

    def __getitem__(self, index) -> "FingerPose":
        return FingerPose(self.flexion[index], self.abduction[index], self.twist[index])


def sample_poses(rng: np.random.Generator, count: int) -> FingerPose:
    """Poses from a mixture: common curl, open, fist, each finger open or closed, each finger on its own."""
    flexion, abduction, twist = (np.zeros((count, 25)) for _ in range(3))
    kind, curl = rng.random(count), rng.random(count)
    spread = rng.normal(0, 6, count) + np.where(rng.random(count) < 0.3, rng.uniform(0, 14, count), 0)
    for base, share in zip(_BASES, _SPREAD):
        bent = np.clip(_curl(rng, kind, curl), -0.12, 1.08)
        mcp, pip = bent * 80 + rng.normal(0, 9, count), bent * 98 + rng.normal(0, 10, count)
        free = (kind >= 0.8) | (rng.random(count) < 0.15)
        mcp = np.where(free, rng.uniform(-18, 88, count), mcp)
        pip = np.where(free, rng.uniform(-5, 105, count), pip)
        dip = pip * rng.uniform(0.25, 0.8, count) + rng.normal(0, 6, count)
        flexion[:, base] = rng.normal(0, 2, count) + max(0, base - 10) * 0.5 * np.clip(bent, 0, 1)
        flexion[:, base + 1] = mcp
        flexion[:, base + 2] = pip
        flexion[:, base + 3] = dip
        loose = np.clip(1 - mcp / 80, 0.15, 1)  # the ligaments tighten as the finger bends
        abduction[:, base + 1] = loose * (spread * share + rng.normal(0, 4.5, count))
        twist[:, base + 1] = rng.normal(0, 4, count)
    _sample_thumb(rng, flexion, abduction, twist)
    return limited(flexion, abduction, twist)


def limited(flexion, abduction, twist) -> FingerPose:
    """The nearest pose within the limits, from degrees of true flexion (0 = straight) to radians from rest."""
    flexion, abduction = flexion.copy(), abduction.copy()
    for base in _BASES:
        for step, limits in enumerate((MCP_FLEXION, PIP_FLEXION, DIP_FLEXION)):
            joint = base + 1 + step
            flexion[:, joint] = np.clip(flexion[:, joint], *limits) - REST_FLEXION[step]
        abduction[:, base + 1] = np.clip(abduction[:, base + 1], *MCP_ABDUCTION)
    for joint, limits in ((1, THUMB_CMC), (2, THUMB_MCP), (3, THUMB_IP)):
        flexion[:, joint] = np.clip(flexion[:, joint], *limits)
    return FingerPose(np.radians(flexion), np.radians(abduction), np.radians(twist))


def _curl(rng, kind, curl):
    """How far a finger is closed, 0 open to 1 in a fist, by the kind of pose of each hand."""
    count = len(kind)
    closed = rng.random(count) < 0.5
    gesture = np.where(closed, rng.normal(0.9, 0.12, count), rng.normal(0.03, 0.06, count))
    return np.select(
        [kind < 0.25, kind < 0.45, kind < 0.55, kind < 0.80],
        [
            curl + rng.normal(0, 0.12, count),
            rng.normal(0.02, 0.06, count),
            rng.normal(0.92, 0.08, count),
            gesture,
        ],
        rng.random(count),
    )


def _sample_thumb(rng, flexion, abduction, twist):
    """One opposition value drives the thumb's three joints together, with noise."""
    count = len(flexion)
    kind = rng.random(count)
    opposed = np.select(
        [kind < 0.35, kind < 0.7],
        [rng.normal(0, 0.15, count), rng.uniform(0.3, 1, count)],
        rng.uniform(-0.5, 1.1, count),
    )
    flexion[:, 1] = opposed * 22 + rng.normal(0, 8, count)
    abduction[:, 1] = rng.normal(0, 11, count) + opposed * 8
    twist[:, 1] = opposed * 18 + rng.normal(0, 8, count)
    flexion[:, 2] = opposed * 25 + rng.normal(0, 12, count) - 3
    flexion[:, 3] = np.where(rng.random(count) < 0.5, opposed * 40, 0) + rng.normal(0, 18, count)
