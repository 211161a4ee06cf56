import torch
from conftest import random_labels, write_shard

from lite import checkpoint
from lite.network import InterNetLite
from lite.own_prior import with_own_guesses
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


def test_own_guesses_replace_the_first_share():
    network = InterNetLite().eval()
    early, guess = torch.rand(4, 24, 48, 48), Guess.nothing(4)
    prior = with_own_guesses(network, early, guess, 0.5, torch.Generator().manual_seed(0))
    assert prior.prior.shape == (4, 42, 24, 24)
    assert not prior.prior[2:].any()


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
