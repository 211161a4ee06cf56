import pytest
import torch

from lite.hands import MIDDLE_BASE, WRIST
from lite.network import InterNetLite
from lite.prior import Guess, to_prior
from lite.quarter_turn import QuarterTurn, pointing

SIZE = 192


def seen(hands) -> Guess:
    """Hands as they are, well inside the picture."""
    joints = torch.cat([hands.joints[..., :2].clamp(24, 168), hands.joints[..., 2:]], -1)
    known = hands.joint_present
    return Guess(joints, known, known, hands.relative_depth, hands.present.prod(1))


def directions(guess: Guess) -> torch.Tensor:
    joints, known = guess.joints.unflatten(1, (2, 21)), guess.known.unflatten(1, (2, 21))
    along = (joints[:, :, MIDDLE_BASE] - joints[:, :, WRIST])[..., :2]
    return (along * known[:, :, :1]).sum(1)


def test_a_prior_points_where_its_hands_do(hands):
    guess = seen(hands)
    cells = directions(guess) / 8
    torch.testing.assert_close(pointing(to_prior(guess, SIZE).prior), cells, rtol=0, atol=0.1)


def test_hands_point_up_once_turned(hands):
    guess = seen(hands)
    turn = QuarterTurn.upright(directions(guess))
    x, y = directions(turn.guess(guess, SIZE)).unbind(-1)
    some = guess.known.any(1)
    assert (-y >= x.abs())[some].all() and some.any()


def test_points_turn_as_pixels_do():
    picture = torch.arange(36.0).view(1, 1, 6, 6).expand(4, 1, 6, 6)
    turn = QuarterTurn(torch.tensor([0, 1, 0, 1]) > 0, torch.tensor([0, 0, 1, 1]) > 0)
    turned = turn.maps(picture)
    x, y = turn.points(torch.tensor([[4.0, 1.0]]).expand(4, 1, 2), 6).long()[:, 0].unbind(-1)
    assert (turned[range(4), 0, y, x] == picture[0, 0, 1, 4]).all()
    assert len({(int(a), int(b)) for a, b in zip(x, y)}) == 4


def test_turning_back_undoes_it(hands):
    turn = QuarterTurn.upright(torch.randn(len(hands), 2))
    there = turn.points(hands.joints, SIZE)
    torch.testing.assert_close(turn.points_back(there, SIZE), hands.joints, rtol=0, atol=1e-4)


def test_without_a_guess_nothing_turns():
    turn = QuarterTurn.upright(pointing(torch.zeros(2, 42, 24, 24)))
    assert not turn.quarter.any() and not turn.half.any()


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_the_network_answers_a_turned_picture_with_turned_joints(hands, turns):
    torch.manual_seed(0)
    network = InterNetLite().eval()
    some = hands.map(lambda tensor: tensor[hands.present.any(1)])
    guess = seen(some)
    image = torch.rand(len(guess.joints), 3, SIZE, SIZE)
    flags = torch.full([len(guess.joints)], turns)
    turn = QuarterTurn(flags % 2 > 0, flags > 1)
    with torch.no_grad():
        straight = network(image, *to_prior(guess, SIZE).tensors())
        turned = network(turn.maps(image), *to_prior(turn.guess(guess, SIZE), SIZE).tensors())
    expected = turn.points(straight.joints, SIZE)
    torch.testing.assert_close(turned.joints, expected, rtol=0, atol=1e-2)
