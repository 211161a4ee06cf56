"""The hand itself: joint limits, skin, no finger through another, left the mirror image of right."""

import numpy as np
import pytest

from handgen import rotations
from handgen.clasps import MIRROR
from handgen.collision import own_depth
from handgen.finger_pose import DIP_FLEXION, MCP_FLEXION, PIP_FLEXION, REST_FLEXION, sample_poses
from handgen.flesh import posed_spheres
from handgen.hand_shape import sample_shapes
from handgen.kinematics import pose_hands
from handgen.placement import assemble
from handgen.posing import OWN_DEPTH_MM, sample_possible_poses, straight
from handgen.rig import load_rig, weld
from handgen.skeleton import METACARPALS


@pytest.fixture(name="rng")
def fixture_rng():
    return np.random.default_rng(3)


@pytest.mark.parametrize("step, limits", [(1, MCP_FLEXION), (2, PIP_FLEXION), (3, DIP_FLEXION)])
def test_flexion_stays_within_what_the_joint_allows(rng, step, limits):
    pose = sample_poses(rng, 4000)
    for base in METACARPALS:
        flexion = np.degrees(pose.flexion[:, base + step]) + REST_FLEXION[step - 1]
        assert flexion.min() >= limits[0] - 1e-6 and flexion.max() <= limits[1] + 1e-6
        assert flexion.std() > 5  # the range is used


def test_the_skin_is_one_piece_without_a_hole(rng):
    rig = load_rig()
    places = weld(rig.positions)
    edges = np.sort(places[rig.triangles][:, [[0, 1], [1, 2], [2, 0]]].reshape(-1, 2), axis=1)
    edges = edges[edges[:, 0] != edges[:, 1]]
    _, counts = np.unique(edges, axis=0, return_counts=True)
    assert (counts == 2).all()
    np.testing.assert_allclose(rig.weights.sum(1), 1, atol=1e-5)


def test_bones_keep_their_length_in_every_pose(rng):
    shapes = sample_shapes(rng, 50)
    hands = [pose_hands(load_rig(), sample_poses(rng, 50), shapes, straight(shapes)) for _ in range(2)]
    lengths = [np.linalg.norm(h.pivots[:, 7] - h.pivots[:, 6], axis=1) for h in hands]
    np.testing.assert_allclose(*lengths, rtol=1e-9)


def test_fingers_do_not_go_through_each_other(rng):
    shapes = sample_shapes(rng, 300)
    hands = pose_hands(load_rig(), sample_possible_poses(rng, shapes), shapes, straight(shapes))
    depth = own_depth(*posed_spheres(hands, shapes.size))
    assert np.mean(depth > OWN_DEPTH_MM) < 0.01
    assert depth.max() < 2 * OWN_DEPTH_MM


def test_a_left_hand_is_the_exact_mirror_image_of_a_right_one(rng):
    shapes, pose = sample_shapes(rng, 20), sample_poses(rng, 20)
    turn = rotations.uniform(rng, 20)
    frames = np.stack([turn, MIRROR @ turn], 1)
    bends = np.tile(rotations.uniform(rng, 20)[:, None], (1, 2, 1, 1))
    placed = assemble([pose, pose], shapes, frames, bends, np.zeros((20, 3)))
    np.testing.assert_allclose(placed.joints[:, 1], placed.joints[:, 0] * [-1, 1, 1], atol=1e-9)
    np.testing.assert_allclose(placed.bones[:, 1], MIRROR @ placed.bones[:, 0], atol=1e-9)
