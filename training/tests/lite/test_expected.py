"""As src/hands/expected-hand.test.ts has it."""

import numpy as np

from lite.expected import Expected, expected_hands
from lite.simulated_detector import Detection
from lite.square_crop import Square, square_around

RIGHT, LEFT = 0, 1


def joints(x: float, z: float) -> np.ndarray:
    """A hand in a box of 100 px at x."""
    line = np.linspace(0, 100, 21)
    return np.stack([x + line, line, 0 * line + z], -1)


def followed(x: float) -> Expected:
    return Expected(joints(x, 1))


def seen(x: float, side: int) -> Detection:
    hand = joints(x, 2)
    return Detection(square_around(hand[:, :2], 1), side, hand)


def places(hands: dict[int, Expected]) -> dict[int, tuple[float, float]]:
    """Left edge and depth of each."""
    return {side: (hand.joints[0, 0], hand.joints[0, 2]) for side, hand in hands.items()}


def test_followed_where_the_detector_is_silent_started_and_corrected_where_it_is_not():
    alone = {RIGHT: followed(100)}
    assert places(expected_hands(alone, [])) == {RIGHT: (100, 1)}
    assert places(expected_hands({}, [seen(400, LEFT)])) == {LEFT: (400, 2)}
    assert places(expected_hands(alone, [seen(400, RIGHT)])) == {RIGHT: (400, 2)}


def test_the_detectors_joints_as_deep_as_the_hand_was_followed():
    assert places(expected_hands({RIGHT: followed(100)}, [seen(120, RIGHT)])) == {RIGHT: (120, 1)}


def test_whose_hand_it_is_in_dispute_looked_at_there_told_nothing():
    hands = expected_hands({RIGHT: followed(100)}, [seen(110, LEFT)])
    assert places(hands) == {LEFT: (110, 2)} and not hands[LEFT].is_told


def test_of_two_clasped_hands_one_detection_disturbs_neither():
    clasped = {RIGHT: followed(100), LEFT: followed(120)}
    assert places(expected_hands(clasped, [seen(110, LEFT)])) == places(clasped)
    both = expected_hands(clasped, [seen(105, RIGHT), seen(125, LEFT)])
    assert places(both) == {RIGHT: (105, 1), LEFT: (125, 1)}


def test_seen_where_the_other_hand_is_followed_it_is_that_one_by_a_wrong_name():
    apart = {RIGHT: followed(100), LEFT: followed(400)}
    assert places(expected_hands(apart, [seen(410, RIGHT)])) == places(apart)


def test_the_fingers_of_one_hand_taken_for_the_other_are_left_alone():
    beside = {RIGHT: followed(100), LEFT: followed(170)}
    fingers = Detection(Square(200, 40, 50), RIGHT, joints(200, 2))
    assert places(expected_hands(beside, [fingers]))[RIGHT] == (100, 1)
    assert places(expected_hands(beside, [fingers, seen(175, LEFT)]))[RIGHT] == (100, 1)
    away = Detection(Square(400, 40, 50), RIGHT, joints(400, 2))
    assert places(expected_hands(beside, [away]))[RIGHT] == (400, 2)
