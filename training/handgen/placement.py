"""Where two hands are: each turned, apart, touching or clasped, and neither inside the other."""

from dataclasses import dataclass

import numpy as np

from . import rotations
from .clasps import MIRROR, clasp_library, mirrored
from .collision import deepest, pressing, slide_until_apart
from .finger_pose import FingerPose
from .flesh import posed_spheres
from .hand_shape import HandShapes, sample_shapes
from .kinematics import PosedHands, pose_hands
from .labels import SCENES
from .orientation import sample_orientations
from .posing import sample_possible_poses, sample_wrist_bends
from .rig import load_rig
from .skeleton import INTERHAND_ORDER

APART, TOUCHING, CLASPED = SCENES.index("apart"), SCENES.index("touching"), SCENES.index("clasped")
PALM_SPHERES = slice(0, 80)
DEEPEST_MM = 4.0
"""How far flesh of one hand may press into the other's."""


@dataclass(frozen=True)
class PlacedHands:
    """n pairs of hands in a frame with the camera's axes, the right wrist at the origin, mm."""

    bones: np.ndarray  # [n, 2, 26, 3, 4]: rest mesh -> frame; the left hand's maps mirror
    joints: np.ndarray  # [n, 2, 21, 3], InterHand2.6M's order
    frames: np.ndarray  # [n, 2, 3, 3]: hand frame -> frame
    spheres: np.ndarray  # [n, 2, s, 3]
    radii: np.ndarray  # [n, s]
    size: np.ndarray  # [n]
    bends: np.ndarray  # [n, 2, 3, 3]: forearm against hand


def place_hands(rng: np.random.Generator, scene: np.ndarray, viewpoint: np.ndarray, any_orientation) -> PlacedHands:
    """Draws poses, shapes, turns and distances for n scenes (indices into SCENES and VIEWPOINTS)."""
    count = len(scene)
    shapes = sample_shapes(rng, count)
    clasps = _draw_clasps(rng, count)
    clasped = scene == CLASPED
    poses = [_with_clasped(sample_possible_poses(rng, shapes), clasps.angles[:, side], clasped) for side in range(2)]
    bends = np.stack([sample_wrist_bends(rng, count) for _ in range(2)], 1)
    bends[clasped] = rotations.about(np.array([0.0, 0.0, 1.0]), np.radians(rng.normal(0, 6, (clasped.sum(), 2))))
    right_turn, left_turn = sample_orientations(rng, viewpoint, any_orientation)
    left_turn = np.where(
        clasped[:, None, None], right_turn @ rotations.jitter(rng, count, 2.5) @ clasps.turn, left_turn
    )
    frames = np.stack([right_turn, left_turn @ MIRROR], 1)
    shift = np.einsum("nij,nj->ni", right_turn, clasps.shift * shapes.size[:, None])
    placed = assemble(poses, shapes, frames, bends, shift)
    return moved_left(placed, _distances(rng, placed, scene, viewpoint))


def assemble(poses: list[FingerPose], shapes: HandShapes, frames, bends, shift) -> PlacedHands:
    """Poses both hands and sets the left wrist at `shift` [n, 3] from the right one."""
    hands = [pose_hands(load_rig(), pose, shapes, bends[:, side]) for side, pose in enumerate(poses)]
    offsets = np.stack([np.zeros_like(shift), shift], 1)
    spheres = []
    for side, hand in enumerate(hands):
        centres, radii = posed_spheres(hand, shapes.size)
        spheres.append(np.einsum("nij,nsj->nsi", frames[:, side], centres) + offsets[:, side, None])
    maps = [_set(hand, frames[:, side], offsets[:, side]) for side, hand in enumerate(hands)]
    bones, joints = (np.stack(parts, 1) for parts in zip(*maps))
    return PlacedHands(bones, joints, frames, np.stack(spheres, 1), radii, shapes.size, bends)


def moved_left(placed: PlacedHands, shift: np.ndarray) -> PlacedHands:
    """The same with the left hand moved by `shift` [n, 3]."""
    bones, joints, spheres = placed.bones.copy(), placed.joints.copy(), placed.spheres.copy()
    bones[:, 1, :, :, 3] += shift[:, None]
    joints[:, 1] += shift[:, None]
    spheres[:, 1] += shift[:, None]
    return PlacedHands(bones, joints, placed.frames, spheres, placed.radii, placed.size, placed.bends)


def settle(placed: PlacedHands, steps: int = 6) -> np.ndarray:
    """The shift of the left hand that frees two hands which press into each other a little: [n, 3]."""
    total = np.zeros((len(placed.size), 3))
    for _ in range(steps):
        depth, away = pressing(placed.spheres[:, 0], placed.radii, placed.spheres[:, 1] + total[:, None], placed.radii)
        push = np.maximum(depth - 0.5, 0)
        weight = push.sum((1, 2))
        mean = np.einsum("nab,nabi->ni", push, away) / np.maximum(weight, 1e-6)[:, None]
        total += mean * (push.max((1, 2)) * 0.6)[:, None]
    return total


def _draw_clasps(rng, count):
    library = clasp_library()
    chosen = library[rng.integers(0, len(library.turn), count)]
    other, swap = mirrored(chosen), rng.random(count) < 0.5
    pick = lambda a, b: np.where(swap.reshape((-1,) + (1,) * (a.ndim - 1)), b, a)  # noqa: E731
    return type(chosen)(*(pick(getattr(chosen, f), getattr(other, f)) for f in ("angles", "turn", "shift", "kind")))


def _with_clasped(pose: FingerPose, angles, clasped) -> FingerPose:
    free = np.stack([pose.flexion, pose.abduction, pose.twist], 1)
    return FingerPose(*np.moveaxis(np.where(clasped[:, None, None], angles, free), 1, 0))


def _set(hand: PosedHands, frame, offset):
    """Bone maps and joints of posed hands, turned by `frame` and moved by `offset`."""
    bones = frame[:, None] @ hand.bones
    bones[..., 3] += offset[:, None]
    joints = np.einsum("nij,nkj->nki", frame, hand.joints[:, list(INTERHAND_ORDER)]) + offset[:, None]
    return bones, joints


def _distances(rng, placed: PlacedHands, scene, viewpoint) -> np.ndarray:
    """How far the left hand moves: clasps settle, all others slide out to touch or further."""
    count = len(scene)
    towards = rng.normal(size=(count, 3)) * np.array([1.0, 0.7, 0.6])
    usual = np.where(viewpoint == 1, -1.0, 1.0)  # the left hand is on the picture's right, unless the camera is worn
    aside = rng.random(count) < 0.65
    towards[:, 0] = np.where(aside, usual * (np.abs(towards[:, 0]) + 0.6), towards[:, 0])
    towards = rotations.unit(towards)
    start = placed.joints[:, 0].mean(1) - placed.joints[:, 1].mean(1) + rng.normal(0, 22, (count, 3))
    beside = moved_left(placed, start)
    slide = slide_until_apart(beside.spheres[:, 0], placed.radii, beside.spheres[:, 1], placed.radii, towards)
    gap = np.where(scene == TOUCHING, rng.uniform(-2.0, 4.0, count), 8 + rng.exponential(60, count))
    shift = start + towards * (slide + gap)[:, None]
    clasped = np.flatnonzero(scene == CLASPED)
    if len(clasped):
        shift[clasped] = _settled_or_apart(
            PlacedHands(*(getattr(placed, f)[clasped] for f in placed.__dataclass_fields__))
        )
    return shift


def _settled_or_apart(placed: PlacedHands) -> np.ndarray:
    """The least shift [n, 3] that frees clasped hands; hands of a shape that does not fit the clasp only touch."""
    settled = settle(placed)
    moved = moved_left(placed, settled)
    stuck = deepest(moved.spheres[:, 0], placed.radii, moved.spheres[:, 1], placed.radii) > DEEPEST_MM
    towards = rotations.unit(moved.spheres[:, 1, PALM_SPHERES].mean(1) - moved.spheres[:, 0, PALM_SPHERES].mean(1))
    slide = slide_until_apart(moved.spheres[:, 0], placed.radii, moved.spheres[:, 1], placed.radii, towards)
    return settled + towards * (slide * stuck)[:, None]
