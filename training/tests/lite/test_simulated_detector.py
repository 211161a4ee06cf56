import numpy as np

from lite.simulated_detector import detect


def detections(gap: float, shown: int = 42, seed: int = 0):
    spread = np.stack([np.linspace(0, 60, 21), np.linspace(0, 80, 21)], -1)
    joints = np.concatenate([spread, spread + (gap, 0)])
    joints = np.concatenate([joints, joints[:, :1] * 0], -1)
    return detect(joints, np.arange(42) < shown, np.random.default_rng(seed))


def test_hands_apart_are_found_a_little_off():
    found = detections(gap=120)
    assert len(found) == 2
    assert found[0].box.side != 80 and abs(found[0].box.side - 80) < 30
    assert 1 < np.abs(found[0].joints[:, 0] - np.linspace(0, 60, 21)).mean() < 8


def test_now_and_then_a_side_is_wrong():
    sides = [detections(gap=120, seed=seed)[0].side for seed in range(300)]
    assert 0.01 < np.mean(sides) < 0.12


def test_overlapping_hands_are_lost_both():
    assert detections(gap=20) == []


def test_a_hand_out_of_the_frame_is_not_found():
    assert len(detections(gap=20, shown=21)) == 1
