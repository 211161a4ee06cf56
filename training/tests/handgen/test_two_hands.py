"""Two hands: neither goes through the other, the library of clasps holds, sequences move smoothly."""

import numpy as np
import pytest

from handgen.clasp_ideas import KIND_NAMES
from handgen.clasps import MIRROR, clasp_library, mirrored
from handgen.collision import deepest, slide_until_apart
from handgen.labels import SCENES
from handgen.motion import sample_motion
from handgen.placement import DEEPEST_MM, place_hands


def overlap(placed):
    return deepest(placed.spheres[:, 0], placed.radii, placed.spheres[:, 1], placed.radii)


@pytest.mark.parametrize("scene", ["apart", "touching", "clasped"])
def test_hands_do_not_go_through_each_other(scene):
    rng = np.random.default_rng(11)
    placed = place_hands(rng, np.full(128, SCENES.index(scene)), rng.integers(0, 3, 128), (0.3, 0.3, 0.7))
    assert overlap(placed).max() < DEEPEST_MM + 0.1


def test_touching_hands_touch():
    rng = np.random.default_rng(12)
    placed = place_hands(rng, np.full(64, SCENES.index("touching")), rng.integers(0, 3, 64), (0.3, 0.3, 0.7))
    assert overlap(placed).min() > -6


def test_clasped_hands_are_closer_than_touching_ones():
    middles = []
    for scene in ("touching", "clasped"):
        rng = np.random.default_rng(13)
        placed = place_hands(rng, np.full(128, SCENES.index(scene)), rng.integers(0, 3, 128), (0.3, 0.3, 0.7))
        middles.append(np.median(np.linalg.norm(placed.joints[:, 0].mean(1) - placed.joints[:, 1].mean(1), axis=1)))
    assert middles[1] < 0.75 * middles[0]


def test_the_library_has_every_kind_of_clasp():
    counts = np.bincount(clasp_library().kind, minlength=len(KIND_NAMES))
    assert counts.min() >= 15 and counts.sum() == 512


def test_exchanging_hands_twice_changes_nothing():
    library = clasp_library()
    twice = mirrored(mirrored(library))
    np.testing.assert_allclose(twice.shift, library.shift, atol=1e-3)
    np.testing.assert_allclose(twice.turn, library.turn, atol=1e-5)
    assert np.linalg.det(MIRROR @ library.turn[0]) < 0


def test_sliding_ends_at_the_touch():
    still, moving = np.zeros((1, 1, 3)), np.array([[[1.0, 2.0, 0.0]]])
    radii, way = np.full((1, 1), 5.0), np.array([[1.0, 0.0, 0.0]])
    slide = slide_until_apart(still, radii, moving, radii, way)
    assert np.linalg.norm(moving[0, 0] + slide * way[0]) == pytest.approx(10, abs=1e-4)


@pytest.mark.parametrize("seed", range(3))
def test_sequences_move_smoothly_and_never_through(seed):
    motion = sample_motion(np.random.default_rng(seed), 120, viewpoint=0)
    wrists = motion.hands.joints[:, :, 20] + motion.right_wrist[:, None]
    assert np.linalg.norm(np.diff(wrists, axis=0), axis=-1).max() < 160  # mm a frame
    assert np.percentile(overlap(motion.hands), 98) < 6
    assert motion.clasped.any()
