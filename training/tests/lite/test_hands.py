import torch

from lite.hands import JOINTS, MIRRORED, Hands, palm_normals
from lite.prior import Guess, to_prior


def same(a: Hands, b: Hands) -> None:
    for name, tensor in vars(a).items():
        torch.testing.assert_close(tensor, vars(b)[name])


def test_two_mirrors_undo_each_other(hands):
    every = torch.ones(len(hands), dtype=torch.bool)
    same(hands.mirrored(every, 192).mirrored(every, 192), hands)
    same(hands.mirrored(~every, 192), hands)


def test_a_prior_mirrors_as_its_picture_does(hands):
    def prior(joints, present):
        flags = present.repeat_interleave(21, 1)
        return to_prior(Guess(joints, flags, flags, torch.zeros(8), torch.zeros(8)), 192).prior

    mirrored = hands.mirrored(torch.ones(8, dtype=torch.bool), 192)
    expected = prior(hands.joints, hands.present)[:, MIRRORED].flip(3)
    torch.testing.assert_close(prior(mirrored.joints, mirrored.present), expected)


def test_scaling_keeps_the_corners_of_the_picture(hands):
    corners = torch.tensor([[-0.5, -0.5, 0], [159.5, 159.5, 0]]).repeat(1, JOINTS // 2, 1)
    scaled = Hands(corners, hands.present[:1], hands.relative_depth[:1], hands.palm[:1]).scaled(1.2)
    torch.testing.assert_close(
        scaled.joints[0, :2, :2], torch.tensor([[-0.5, -0.5], [191.5, 191.5]])
    )


def test_raised_open_palms_face_the_camera():
    """Fingers up, thumbs towards each other: right hand at the left of an unmirrored picture."""
    joints = torch.zeros(1, JOINTS, 3)
    joints[0, [7, 19]] = torch.tensor([[30.0, -90, 0], [-30, -90, 0]])
    joints[0, [28, 40]] = torch.tensor([[-30.0, -90, 0], [30, -90, 0]])
    torch.testing.assert_close(palm_normals(joints), torch.tensor([[[0.0, 0, -1], [0, 0, -1]]]))
