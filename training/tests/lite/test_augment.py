import torch

from lite.augment import CLOSEUP_GROWN, Motion, augment
from lite.hands import Hands
from lite.spoil import spoil


def spotted(count: int) -> tuple[torch.Tensor, Hands]:
    """Dark pictures with one light spot, which is every joint of the one hand there is."""
    image = torch.zeros(count, 160, 160, 3, dtype=torch.uint8)
    image[:, 58:63, 98:103] = 255
    joints = torch.tensor([100.0, 60, 5]).repeat(count, 42, 1)
    present = torch.tensor([[1.0, 0]]).repeat(count, 1)
    return image, Hands(joints, present, torch.zeros(count), torch.zeros(count, 2, 3))


def test_labels_move_as_the_picture_does(random):
    image, hands = spotted(16)
    picture, moved = augment(image, hands, Motion(40, 0.2, 0.05), random)
    weight = picture[:, 0] / picture[:, 0].sum((1, 2), keepdim=True)
    place = torch.arange(192.0)
    centre = torch.stack([(weight.sum(1) * place).sum(1), (weight.sum(2) * place).sum(1)], -1)
    shown = moved.present.sum(1) > 0
    assert shown.sum() > 12
    assert (centre - moved.joints[:, 0, :2])[shown].norm(dim=1).max() < 1


def test_closeups_are_cut_around_one_of_two_hands(random):
    image, hands = spotted(64)
    image[:, 78:83, 28:33] = 255
    spread = torch.linspace(-45, 45, 21)[:, None] * torch.tensor([1.0, 0.5])
    joints = hands.joints.clone()
    joints[:, :21, :2] += spread
    joints[:, 21:, :2] = torch.tensor([30.0, 80]) + spread
    hands = Hands(joints, torch.ones(64, 2), hands.relative_depth, hands.palm)
    picture, moved = augment(image, hands, Motion(0, 0, 0, closeup=1), random)
    pose = moved.joints[..., :2].unflatten(1, (2, 21))
    low, high = pose.amin(2), pose.amax(2)
    middle, length = (low + high) / 2, (high - low).amax(2)
    around = (middle - 95.5).norm(dim=-1) < 0.01
    assert (around.sum(1) == 1).sum() > 40  # each hand half the time, both at times
    assert {0, 1} <= set(around.nonzero()[:, 1].tolist())
    torch.testing.assert_close(
        length[around], torch.full_like(length[around], 192 / CLOSEUP_GROWN), rtol=1e-3, atol=0
    )
    # The spots at the middles of both hands have moved along.
    picked, side = around.nonzero().T
    x, y = pose[picked, side, 10].round().long().T
    assert (picture[picked, 0, y, x] > 0.9).all()


def test_half_of_the_pictures_are_mirrored(random):
    image, hands = spotted(64)
    _, moved = augment(image, hands, Motion(), random)
    assert 16 < moved.present[:, 1].sum() < 48


def test_spoilt_pictures_stay_pictures(random):
    picture = torch.rand(32, 3, 192, 192, generator=random)
    spoilt = spoil(picture, random)
    assert spoilt.shape == picture.shape
    assert spoilt.min() >= 0 and spoilt.max() <= 1
    assert 0.02 < (spoilt - picture).abs().mean() < 0.3
