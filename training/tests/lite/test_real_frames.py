from pathlib import Path

import numpy as np
import pytest

from lite.hands import PARENTS
from lite.real_frames import read_real_frames

DATA = Path(__file__).resolve().parents[4] / "shared/data"


@pytest.mark.skipif(not DATA.exists(), reason="needs ../shared/data")
def test_joint_orders_are_understood():
    """In whatever order a data set has its joints: bones grow from the tip towards the palm."""
    frames = list(read_real_frames(DATA))
    groups = [frame.group for frame in frames]
    counts = {"freihand": 4, "onehand10k": 2, "rhd": 3, "interhand2.6m": 4, "clasped": 1}
    assert {group: groups.count(group) for group in groups} == counts
    for frame in frames[:-1]:
        hands = frame.joints.reshape(2, 21, 2)
        size = np.nanmax(np.nanmax(hands, (0, 1)) - np.nanmin(hands, (0, 1)))
        bones = np.linalg.norm(hands[:, :20] - hands[:, PARENTS], axis=-1).reshape(2, 5, 4)
        tip, middle, low, _ = np.nanmean(bones, (0, 1)) / size
        assert tip < low and max(tip, middle) < 0.25, frame.name
