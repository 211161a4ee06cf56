from argparse import Namespace
from dataclasses import replace

import torch
from conftest import random_labels, write_shard

from lite import average, checkpoint
from lite.curriculum import lesson
from lite.exercise import Exercise
from lite.hands import Estimate, Hands
from lite.network import InterNetLite
from lite.pool import Pool
from lite.prior import Guess
from lite.trainer import Rates, Trainer

CPU = torch.device("cpu")


def trainer_and_pool(folder) -> tuple[Trainer, Pool]:
    torch.manual_seed(0)
    labels = random_labels(4)
    labels["orientation"] = 0
    write_shard(folder, "a", labels)
    pool = Pool(folder, CPU, capacity=4)
    pool.refresh()
    return Trainer(InterNetLite(), CPU, 2, Rates()), pool


def test_a_resumed_run_goes_on_as_the_same(tmp_path):
    trainer, pool = trainer_and_pool(tmp_path)
    trainer.step(pool, 0.5)
    checkpoint.save(trainer, tmp_path)
    straight = trainer.step(pool, 0.5)
    again, pool = trainer_and_pool(tmp_path)
    assert checkpoint.resume(again, tmp_path)
    assert (again.step_count, again.sample_count) == (1, 2)
    resumed = again.step(pool, 0.5)
    for name, term in straight.items():
        torch.testing.assert_close(resumed[name], term, msg=name)


def test_saved_weights_are_the_average(tmp_path):
    trainer, pool = trainer_and_pool(tmp_path)
    trainer.step(pool, 0)
    checkpoint.save(trainer, tmp_path)
    loaded = checkpoint.load_weights(tmp_path / checkpoint.WEIGHTS).state_dict()
    for name, value in trainer.deployed.state_dict().items():
        assert torch.equal(loaded[name], value), name


def test_the_mean_of_two_runs(tmp_path):
    paths, states = [], []
    for seed in (1, 2):
        torch.manual_seed(seed)
        states.append(InterNetLite().state_dict())
        (tmp_path / str(seed)).mkdir()
        paths.append(checkpoint.save_weights(states[-1], tmp_path / str(seed)))
    average.main(Namespace(weights=paths, out=tmp_path / "mean"))
    mean = checkpoint.load_weights(tmp_path / "mean" / checkpoint.WEIGHTS).state_dict()
    for name, value in mean.items():
        wanted = (states[0][name] + states[1][name]) / 2
        torch.testing.assert_close(value, wanted.to(value.dtype))
    assert any(not torch.equal(states[0][name], value) for name, value in mean.items())


def test_what_is_asked_again_is_told_what_was_answered(hands, random, monkeypatch):
    monkeypatch.setattr("lite.exercise.FORGOTTEN", 0)
    exercise = Exercise(torch.arange(8.0).view(8, 1, 1, 1), hands, Guess.nothing(8))
    again = exercise.again(told(hands), 3, random)
    assert len(again) == 3
    joints = again.hands.joints
    assert torch.equal(joints, hands.joints[again.early.flatten().long()])
    torch.testing.assert_close(again.guess.known, again.hands.joint_present)
    # Each hand is shifted as a whole, and no deeper.
    shift = (again.guess.joints - joints).unflatten(1, (2, 21))
    torch.testing.assert_close(shift, shift[:, :, :1].expand_as(shift), atol=1e-3, rtol=0)
    assert shift[..., :2].all() and not shift[..., 2].any()
    both = again.joined(exercise)
    assert both.early.flatten().tolist() == [*again.early.flatten().tolist(), *range(8)]


def test_what_is_lost_does_not_come_again(hands, random):
    exercise = Exercise(torch.arange(8.0).view(8, 1, 1, 1), hands, Guess.nothing(8))
    right = told(hands)
    joints, handedness = right.joints.clone(), right.handedness.clone()
    joints[:3] += 40
    handedness[4:6] = 1 - handedness[4:6]
    again = exercise.again(replace(right, joints=joints, handedness=handedness), 8, random)
    # The fourth picture holds no hand that could be lost.
    assert sorted(again.early.flatten().tolist()) == [3, 6, 7]


def test_a_hand_that_is_not_there_comes_again_though_believed_in(hands, random):
    alone = replace(hands, present=torch.tensor([[1.0, 0.0]]).repeat(8, 1))
    exercise = Exercise(torch.arange(8.0).view(8, 1, 1, 1), alone, Guess.nothing(8))
    again = exercise.again(replace(told(alone), handedness=torch.ones(8, 2)), 8, random)
    assert len(again) == 8 and again.guess.known.all()


def test_of_two_hands_one_may_be_forgotten_or_not_seen(hands, random, monkeypatch):
    many = hands.map(lambda tensor: tensor.repeat(50, *[1] * (tensor.ndim - 1)))
    both = replace(many, present=torch.ones(400, 2))
    exercise = Exercise(torch.arange(400.0).view(400, 1, 1, 1), both, Guess.nothing(400))
    guess = exercise.again(told(both), 400, random).guess
    of_hand = guess.known.unflatten(1, (2, 21)).all(2)
    assert len(of_hand) == 400 and of_hand.any(1).all()
    assert 30 < (~of_hand.all(1)).sum() < 90
    monkeypatch.setattr("lite.exercise.FORGOTTEN", 0)
    right_alone = torch.tensor([[1.0, 0.0]]).repeat(400, 1)
    again = exercise.again(replace(told(both), handedness=right_alone), 400, random)
    assert 150 < len(again) < 250
    assert again.guess.known[:, :21].all() and not again.guess.known[:, 21:].any()


def told(hands: Hands) -> Estimate:
    """What a network that knows all says."""
    return Estimate(hands.joints, hands.joint_present, hands.present, hands.relative_depth[:, None])


def test_pictures_come_again_in_the_next_step(tmp_path):
    trainer, pool = trainer_and_pool(tmp_path)
    exercise = trainer._exercise(pool, lesson(1, 0, True))
    trainer.repeated = exercise.again(told(exercise.hands), 1, trainer.random)
    joined = trainer._exercise(pool, lesson(1, 0, True))
    assert len(joined) == 2
    assert torch.equal(joined.early[0], trainer.repeated.early[0])
    trainer.step(pool, 0)
    assert len(trainer.repeated) == 0


def test_the_first_layers_stay_as_they_are_and_give_the_same_on_onnx_runtime(tmp_path):
    trainer, pool = trainer_and_pool(tmp_path)
    backbone = trainer.network.backbone
    before = [parameter.clone() for parameter in backbone.stage_4.parameters()]
    image = torch.rand(2, 3, 192, 192)
    trainer.step(pool, 0.5)
    with torch.no_grad():
        expected = backbone.to_stride_4(image)
    torch.testing.assert_close(trainer.early_features(image), expected, rtol=1e-4, atol=1e-4)
    after = list(backbone.stage_4.parameters())
    assert all(torch.equal(old, new) for old, new in zip(before, after))
    moved = next(backbone.stage_8.parameters())
    assert moved.requires_grad and moved.grad is not None
