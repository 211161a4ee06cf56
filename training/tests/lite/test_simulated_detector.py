import numpy as np

from lite.simulated_detector import detect


def boxes(gap: float, shown: int = 42):
    spread = np.stack([np.linspace(0, 60, 21), np.linspace(0, 80, 21)], -1)
    joints = np.concatenate([spread, spread + (gap, 0)])
    return detect(joints, np.arange(42) < shown, np.random.default_rng(0))


def test_hands_apart_are_found_a_little_off():
    found = boxes(gap=120)
    assert len(found) == 2
    assert found[0].side != 80 and abs(found[0].side - 80) < 30


def test_overlapping_hands_are_lost_both():
    assert boxes(gap=20) == []


def test_a_hand_out_of_the_frame_is_not_found():
    assert len(boxes(gap=20, shown=21)) == 1
