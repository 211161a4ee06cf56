"""Relaxes rough ideas of clasps until the hands hold each other and nothing goes through.

Chosen pairs of flesh spheres pull together while all others push apart: displacements of spheres become turns of
joints by the transpose of the kinematic Jacobian.
"""

import functools

import numpy as np

from . import rotations
from .clasps import MIRROR, Clasps
from .collision import deepest, own_depth, own_pairs, pressing
from .finger_pose import FingerPose
from .flesh import flesh_spheres, posed_spheres
from .hand_shape import HandShapes
from .kinematics import PosedHands, pose_hands
from .posing import OWN_DEPTH_MM, straight
from .rig import load_rig
from .skeleton import PARENTS

CLASP_DEPTH_MM = 3.5


def relax(clasps: Clasps, pulls: np.ndarray, steps: int) -> tuple[Clasps, np.ndarray]:
    """Relaxes n clasps; returns them and whether each is free of collisions.

    pulls: int [n, p, 2], pairs of spheres (right, left) that draw together until they touch; -1 for none.
    """
    flesh, count = flesh_spheres(), len(clasps.turn)
    shapes = HandShapes(np.ones((count, 3)), np.ones((count, 26)), np.ones((count, 26)))
    radii = np.tile(flesh.radii, (count, 1))
    angles, turn, shift = clasps.angles.copy(), clasps.turn.copy(), clasps.shift.copy()
    for step in range(steps + 1):
        hands = [_pose(angles[:, side], shapes) for side in range(2)]
        right, local_left = (posed_spheres(hand, shapes.size)[0] for hand in hands)
        frame = turn @ MIRROR
        left = np.einsum("nij,nsj->nsi", frame, local_left) + shift[:, None]
        if step == steps:
            break
        pulling = 0.25 if step < 0.6 * steps else 0.0
        move_right, move_left = _displacements(right, left, radii, pulls, pulling)
        turn, shift = _move_whole(turn, shift, left, move_left, move_right)
        sides = (move_right, np.einsum("nji,nsj->nsi", frame, move_left))
        for side, (hand, spheres, moves) in enumerate(zip(hands, (right, local_left), sides)):
            angles[:, side] += _joint_turns(hand, spheres, moves + _own_displacements(spheres, radii))
            _limit(angles[:, side])
    free = deepest(right, radii, left, radii) < CLASP_DEPTH_MM
    for spheres in (right, local_left):
        free &= own_depth(spheres, radii) < OWN_DEPTH_MM
    return Clasps(angles, turn, shift, clasps.kind), free


def _pose(angles, shapes) -> PosedHands:
    return pose_hands(load_rig(), FingerPose(angles[:, 0], angles[:, 1], angles[:, 2]), shapes, straight(shapes))


def _displacements(right, left, radii, pulls, pulling):
    """Where each sphere would go, mm: away from what it presses, towards what it is drawn to."""
    depth, away = pressing(right, radii, left, radii)
    push = np.maximum(depth, 0)[..., None] * away
    move_right, move_left = -0.5 * push.sum(2), 0.5 * push.sum(1)
    rows = np.arange(len(right))
    for k in range(pulls.shape[1] if pulling else 0):
        i, j = pulls[:, k].T
        gap = np.maximum(-depth[rows, i, j], 0) * (i >= 0) * pulling
        draw = np.minimum(gap, 6.0)[:, None] * away[rows, i, j]
        move_right[rows, i] += 0.5 * draw
        move_left[rows, j] -= 0.5 * draw
    return move_right, move_left


def _own_displacements(spheres, radii):
    i, j, rest = own_pairs()
    offset = spheres[:, j] - spheres[:, i]
    distance = np.linalg.norm(offset, axis=-1)
    depth = np.maximum(radii[:, i] + radii[:, j] - distance - rest - 1.0, 0)
    push = (0.5 * depth / np.maximum(distance, 1e-6))[..., None] * offset
    moves = np.zeros_like(spheres)
    np.add.at(moves, (slice(None), j), push)
    np.add.at(moves, (slice(None), i), -push)
    return moves


def _move_whole(turn, shift, left, move_left, move_right):
    """The left hand as one body follows the mean of what its own spheres and, reversed, the right's would do."""
    size = np.linalg.norm(move_left, axis=-1).sum(1) + np.linalg.norm(move_right, axis=-1).sum(1)
    total = move_left.sum(1) - move_right.sum(1)
    active = (np.linalg.norm(move_left, axis=-1) > 1e-3).sum(1) + (np.linalg.norm(move_right, axis=-1) > 1e-3).sum(1)
    step = total / np.maximum(active, 1)[:, None] * 1.2
    centre = left[:, :80].mean(1)
    arm = left - centre[:, None]
    torque = np.cross(arm, move_left).sum(1)
    inertia = (np.linalg.norm(arm, axis=-1) ** 2 * (np.linalg.norm(move_left, axis=-1) > 1e-3)).sum(1) + 2e4
    spin = torque / inertia[:, None] * 0.7
    angle = np.linalg.norm(spin, axis=1)
    rotation = rotations.about(rotations.unit(spin), angle)
    moved = np.einsum("nij,nj->ni", rotation, shift - centre) + centre + np.where(size[:, None] > 0, step, 0)
    return rotation @ turn, moved


@functools.cache
def _subtrees() -> np.ndarray:
    """Which spheres each joint moves: bool [25, s]."""
    bones = flesh_spheres().bones
    below = np.zeros((25, len(bones)), bool)
    for s, bone in enumerate(bones):
        joint = bone if bone < 25 else -1
        while joint > 0:
            below[joint, s] = True
            joint = PARENTS[joint]
    return below


_FLEXING = (1, 2, 3, 6, 7, 8, 11, 12, 13, 16, 17, 18, 21, 22, 23)
_SPREADING = (1, 6, 11, 16, 21)


def _joint_turns(hand: PosedHands, spheres, moves) -> np.ndarray:
    """Changes of flexion, abduction and twist that follow the moves best, each joint on its own: [n, 3, 25]."""
    rig, changes = load_rig(), np.zeros((len(spheres), 3, 25))
    for row, joints, column, sign in ((0, _FLEXING, 0, -1.0), (1, _SPREADING, 1, 1.0)):
        for joint in joints:
            below = _subtrees()[joint]
            frame = hand.frames[:, joint if row == 0 else PARENTS[joint]]
            axis = np.einsum("nij,j->ni", frame, rig.axes[joint][:, column])
            swing = np.cross(axis[:, None], spheres[:, below] - hand.pivots[:, joint, None])
            wanted = moves[:, below]
            pushed = np.linalg.norm(wanted, axis=-1) > 1e-3
            stiffness = (np.sum(swing**2, -1) * pushed).sum(1) + 300.0
            change = np.sum(swing * wanted, (1, 2)) / stiffness
            changes[:, row, joint] = sign * np.clip(change * 0.6, -0.08, 0.08)
    return changes


def _limit(angles):
    """Keeps relaxed angles within what finger_pose.py allows, radians from rest, in place."""
    flexion, abduction = angles[:, 0], angles[:, 1]
    for base in (5, 10, 15, 20):
        for step, (low, high) in enumerate(((-33, 84), (-14, 102), (-16, 76))):
            flexion[:, base + 1 + step] = np.clip(flexion[:, base + 1 + step], np.radians(low), np.radians(high))
        abduction[:, base + 1] = np.clip(abduction[:, base + 1], np.radians(-28), np.radians(28))
    for joint, (low, high) in ((1, (-25, 45)), (2, (-18, 55)), (3, (-25, 80))):
        flexion[:, joint] = np.clip(flexion[:, joint], np.radians(low), np.radians(high))
    abduction[:, 1] = np.clip(abduction[:, 1], np.radians(-35), np.radians(35))
