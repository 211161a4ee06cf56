"""Pictures and labels agree; the same seed gives the same samples; every kind comes often enough."""

import numpy as np
import pytest

from handgen.labels import LABEL, ORIENTATIONS, SCENES, VIEWPOINTS
from handgen.mixture import HELD_OUT, TRAINING
from handgen.native_renderer import last_parts, render
from handgen.rig import TIP_EXTENSION_MM
from handgen.samples import draw_scenes, make_samples

SIDE = 160


@pytest.fixture(name="drawn", scope="module")
def fixture_drawn():
    """Scenes at full resolution without anything in front, with their labels and the parts that are seen."""
    rng = np.random.default_rng(5)
    scenes, labels, _, size = draw_scenes(rng, 96, TRAINING, SIDE)
    scenes["props"]["shape"] = 0
    shown = []
    for scene, label, scale in zip(scenes, labels, size):
        factor = SIDE / scene["width"]
        for axis in ("cx", "cy"):
            scene[axis] = (scene[axis] + 0.5) * factor - 0.5
        scene["fx"], scene["fy"] = scene["fx"] * factor, scene["fy"] * factor
        scene["width"] = scene["height"] = SIDE
        _, visible = render(scene, label["joints_camera"], float(scale))
        shown.append((label, visible, last_parts(SIDE, SIDE)))
    return shown


def test_visible_fingertips_lie_on_their_own_finger(drawn):
    """A tip stands a few mm inside the skin's end, so its pixel or one beside it shows that finger."""
    hits = total = 0
    for label, visible, parts in drawn:
        for hand in range(2):
            for finger in range(5):
                joint = 21 * hand + 4 * finger
                if not visible[joint]:
                    continue
                x, y = np.rint(label["joints"][joint, :2]).astype(int)
                window = parts[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2]
                hits += bool((window == 7 * hand + finger + 1).any())
                total += 1
    assert total > 200
    assert hits / total > 0.97
    assert TIP_EXTENSION_MM < 10


def test_hidden_joints_have_something_else_before_them(drawn):
    for label, visible, parts in drawn:
        inside = np.all((label["joints"][:, :2] > 0) & (label["joints"][:, :2] < SIDE - 1), axis=1)
        known = label["joints_camera"][:, 2] > 0
        for joint in np.flatnonzero(inside & known & (visible == 0)):
            x, y = np.rint(label["joints"][joint, :2]).astype(int)
            assert (parts[max(0, y - 1) : y + 2, max(0, x - 1) : x + 2] != 255).any()


def test_joints_outside_the_crop_are_not_visible(drawn):
    for label, visible, _ in drawn:
        outside = np.any((label["joints"][:, :2] < -1) | (label["joints"][:, :2] > SIDE), axis=1)
        assert not visible[outside].any()


def test_labels_are_one_geometry():
    _, labels = make_samples(21, 64)
    fx, fy, cx, cy = labels["intrinsics"].T
    camera, joints = labels["joints_camera"], labels["joints"]
    known = camera[..., 2] > 0
    x = camera[..., 0] / np.maximum(camera[..., 2], 1) * fx[:, None] + cx[:, None]
    y = camera[..., 1] / np.maximum(camera[..., 2], 1) * fy[:, None] + cy[:, None]
    np.testing.assert_allclose(np.where(known, x, 0), joints[..., 0], atol=0.05)
    np.testing.assert_allclose(np.where(known, y, 0), joints[..., 1], atol=0.05)
    np.testing.assert_allclose(joints[:, [20, 41], 2], 0, atol=1e-3)
    both = labels["present"].all(1)
    assert both.any()
    np.testing.assert_allclose(labels["relative_depth"][both], (camera[:, 41, 2] - camera[:, 20, 2])[both], atol=0.01)


def test_the_same_seed_gives_the_same_samples_whatever_came_before():
    first = make_samples(33, 6)
    make_samples(34, 3)
    again = make_samples(33, 4)
    assert (first[0][:4] == again[0]).all()
    assert first[1][:4].tobytes() == again[1].tobytes()
    assert (make_samples(35, 4)[0] != again[0]).any()


def _labels(mixture, batches):
    rng = np.random.default_rng(8)
    return np.concatenate([draw_scenes(rng, 128, mixture, SIDE)[1] for _ in range(batches)])


def test_every_kind_is_drawn_as_often_as_the_mixture_says():
    labels = _labels(TRAINING, 8)
    assert labels.dtype == LABEL
    shares = np.bincount(labels["scene"], minlength=len(SCENES)) / len(labels)
    np.testing.assert_allclose(shares, TRAINING.scenes, atol=0.05)
    assert np.bincount(labels["viewpoint"], minlength=len(VIEWPOINTS)).min() > 0.12 * len(labels)
    assert np.bincount(labels["skin_tone"], minlength=10).min() > 0.05 * len(labels)
    assert (
        np.bincount(labels["orientation"].ravel(), minlength=len(ORIENTATIONS)).min()
        > 0.04 * labels["orientation"].size
    )
    for flag, low, high in (("grey", 0.1, 0.3), ("dark", 0.05, 0.16)):
        assert low < labels[flag].mean() < high
    assert 0.12 < (labels["occluder"] > 0).mean() < 0.28


def test_the_held_out_set_is_half_two_handed_and_a_third_of_that_in_contact():
    labels = _labels(HELD_OUT, 8)
    two, contact = labels["scene"] >= SCENES.index("apart"), labels["scene"] >= SCENES.index("touching")
    assert two.mean() == pytest.approx(0.5, abs=0.05)
    assert contact.sum() / two.sum() == pytest.approx(1 / 3, abs=0.08)
    assert labels["present"].any(1).all()
