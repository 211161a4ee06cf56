from dataclasses import fields, replace

import pytest
import torch

from lite.heads import RawOutput
from lite.losses import losses, side_agnostic, targets_of, total

RIGHT_ONLY, LEFT_ONLY, BOTH = 0, 1, 2


@pytest.fixture
def raw() -> RawOutput:
    random = torch.Generator().manual_seed(1)

    def draw(*shape):
        return torch.randn(8, *shape, generator=random, requires_grad=True)

    return RawOutput(
        draw(42, 24, 24), draw(42, 2), draw(42, 3), draw(42), draw(2), draw(64), draw(2, 3)
    )


def gradients(raw, targets) -> dict[str, torch.Tensor]:
    names = raw._fields
    found = torch.autograd.grad(total(losses(raw, targets)), list(raw), allow_unused=True)
    return dict(zip(names, found))


def test_an_absent_hand_teaches_nothing_but_that_its_joints_are_not_right(hands, raw):
    found = gradients(raw, targets_of(hands))
    assert (found["score"][RIGHT_ONLY, 21:] > 0).all()
    for name in ("heatmap", "coarse", "joints"):
        assert found[name][RIGHT_ONLY, :21].any() and not found[name][RIGHT_ONLY, 21:].any()
        assert found[name][LEFT_ONLY, 21:].any() and not found[name][LEFT_ONLY, :21].any()
        assert found[name][BOTH].reshape(42, -1).any(1).all()
    assert not found["palm"][RIGHT_ONLY, 1].any()
    assert not found["root"][[RIGHT_ONLY, LEFT_ONLY]].any() and found["root"][BOTH].any()
    assert found["handedness"].all()


def test_what_an_absent_hand_holds_does_not_matter(hands, raw):
    junk = hands.joints.clone()
    junk[hands.joint_present == 0] = float("inf")
    clean, dirty = (losses(raw, targets_of(h)) for h in (hands, replace(hands, joints=junk)))
    assert clean == dirty


def test_side_agnostic_targets_teach_both_outputs_the_one_hand(hands, raw):
    targets = side_agnostic(hands)
    taught = targets.hands.joints
    torch.testing.assert_close(taught[RIGHT_ONLY, 21:], hands.joints[RIGHT_ONLY, :21])
    torch.testing.assert_close(taught[LEFT_ONLY, :21], hands.joints[LEFT_ONLY, 21:])
    torch.testing.assert_close(taught[BOTH], hands.joints[BOTH])
    assert gradients(raw, targets)["joints"][RIGHT_ONLY, 21:].any()
    no_hand = 3
    assert not gradients(raw, targets)["joints"][no_hand].any()


def test_the_truth_costs_nothing_but_the_width_of_its_gaussians(hands, raw):
    cells = (hands.joints[..., :2] + 0.5) / 8 - 0.5
    joints = torch.cat([cells, hands.joints[..., 2:]], -1)
    sides, scores = (hands.present * 2 - 1) * 20, (hands.joint_present * 2 - 1) * 20
    terms = losses(
        raw._replace(coarse=cells, joints=joints, handedness=sides, palm=hands.palm, score=scores),
        targets_of(hands),
    )
    for name in ("coarse", "xy", "depth", "handedness", "palm", "score"):
        assert terms[name].item() == pytest.approx(0, abs=1e-4), name


def test_every_loss_field_has_a_weight_and_is_finite(hands, raw):
    assert len(fields(targets_of(hands))) == 2
    assert all(torch.isfinite(term) for term in losses(raw, targets_of(hands)).values())
