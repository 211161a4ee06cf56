import pytest
import torch
from conftest import random_labels, write_shard

from handgen.labels import ORIENTATIONS
from lite.pool import Pool
from lite.shards import read_shards

CPU = torch.device("cpu")


def test_new_shards_come_in_and_the_oldest_make_room(tmp_path, random):
    pool = Pool(tmp_path, CPU, capacity=12)
    write_shard(tmp_path, "a", random_labels(8))
    pool.refresh()
    assert (len(pool), pool.made) == (8, 8)
    write_shard(tmp_path, "b", random_labels(8, seed=1))
    pool.refresh()
    pool.refresh()
    assert (len(pool), pool.made) == (12, 16)
    image, hands = pool.draw(64, 0, 0, random)
    assert image.shape == (64, 160, 160, 3) and image.dtype == torch.uint8
    newest = torch.from_numpy(random_labels(8, seed=1)["joints"])
    found = {tuple(joint) for joint in hands.joints[:, 0].tolist()}
    assert found >= {tuple(joint) for joint in newest[:, 0].tolist()}


def test_easy_ones_when_asked_for(tmp_path, random):
    labels = random_labels(16)
    labels["orientation"] = ORIENTATIONS.index("towards")
    labels["orientation"][0] = ORIENTATIONS.index("right")
    write_shard(tmp_path, "a", labels)
    pool = Pool(tmp_path, CPU, capacity=16)
    pool.refresh()
    _, hands = pool.draw(8, 0.5, 0, random)
    easy = torch.from_numpy(labels["joints"][0]).expand(4, -1, -1)
    torch.testing.assert_close(hands.joints[:4], easy)


def test_pictures_without_a_hand_when_asked_for(tmp_path, random):
    labels = random_labels(16)
    labels["present"] = 1
    labels["present"][3] = 0
    write_shard(tmp_path, "a", labels)
    pool = Pool(tmp_path, CPU, capacity=16)
    pool.refresh()
    _, hands = pool.draw(400, 0, 0.5, random)
    empty = (hands.present.sum(1) == 0).float().mean()
    assert 0.43 < empty < 0.63


def test_an_empty_folder_is_named(tmp_path):
    with pytest.raises(FileNotFoundError, match=str(tmp_path)):
        read_shards(tmp_path)
