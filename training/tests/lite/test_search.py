"""Looking from four sides, with a network that can only see hands that stand upright."""

import pytest
import torch

from lite.hands import Estimate
from lite.quarter_turn import QuarterTurn
from lite.search import LOOKS, look_once, search

SIZE = 192


class Upright(torch.nn.Module):
    """Finds the white patch where it is in the upper half; else it is elsewhere and in doubt. Told
    something, it believes it."""

    def __init__(self):
        super().__init__()
        self.looks = 0
        self.told = 0

    def forward(self, picture, prior, prior_depth, prior_relative_depth):
        self.looks += 1
        self.told += int(prior.any())
        count = len(picture)
        xy = self._centre(prior[:, :1]) if prior.any() else self._centre(picture[:, :1])
        is_upper = xy[..., 1:] < SIZE / 2
        if not prior.any():
            xy = torch.where(is_upper, xy, 10)
        joints = torch.cat([xy, 0 * xy[..., :1]], -1).expand(count, 42, 3)
        score = is_upper[..., 0].float().expand(count, 42)
        right = torch.tensor([[1.0, 0.0]]).expand(count, 2)
        return Estimate(joints, score, right, torch.zeros(count, 1))

    def _centre(self, maps):
        """x, y [N, 1, 2] px of the input."""
        cell = SIZE / maps.shape[-1]
        grid = (torch.arange(maps.shape[-1]) + 0.5) * cell - 0.5
        return (
            torch.stack([maps.sum(axis) @ grid for axis in (2, 3)], -1)
            / maps.sum((2, 3))[..., None]
        )


def patch(x: int, y: int) -> torch.Tensor:
    picture = torch.zeros(1, 3, SIZE, SIZE)
    picture[:, :, y - 4 : y + 5, x - 4 : x + 5] = 1
    return picture


@pytest.mark.parametrize("quarter", [False, True])
@pytest.mark.parametrize("half", [False, True])
def test_a_hand_is_found_whichever_way_it_points(quarter, half):
    flag = torch.ones(1, dtype=torch.bool)
    turn = QuarterTurn(flag & quarter, flag & half)
    network = Upright()
    found = search(network, turn.maps(patch(85, 50)))
    there = turn.points(torch.tensor([[[85.0, 50, 0]]]), SIZE)
    torch.testing.assert_close(found.joints[:, :1], there, atol=0.5, rtol=0)
    assert (network.looks, network.told) == (4 + LOOKS, LOOKS)


def test_each_picture_is_turned_for_itself():
    places = [(85, 50), (95, 140)]
    found = search(Upright(), torch.cat([patch(*place) for place in places]))
    expected = torch.tensor(places, dtype=torch.float32)
    torch.testing.assert_close(found.joints[:, 0, :2], expected, atol=0.5, rtol=0)


def test_one_look_is_one_look():
    network = Upright()
    look_once(network, patch(50, 50).expand(3, -1, -1, -1))
    assert (network.looks, network.told) == (1, 0)
