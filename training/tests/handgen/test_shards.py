"""A pool can be interrupted, goes on, and is read back as it was made."""

import argparse
import json

import numpy as np
import pytest

from handgen import pool, sequences
from handgen.samples import make_samples


def options(folder, seed=4):
    return argparse.Namespace(count=12, seed=seed, workers=1, out=folder, side=64)


@pytest.fixture(name="folder")
def fixture_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(pool, "SHARD", 6)
    for shard in range(2):
        pool._make_shard((tmp_path, 4, shard, 64))
    return tmp_path


def test_a_pool_reads_back_what_was_made(folder):
    pictures, labels = make_samples(4 * pool._SEED_STRIDE + 1, 6, side=64)
    assert (np.load(folder / "shard-00001.images.npy", mmap_mode="r") == pictures).all()
    assert np.load(folder / "shard-00001.labels.npy").tobytes() == labels.tobytes()


def test_whole_shards_are_not_made_again(folder, capsys, monkeypatch):
    before = {path: path.stat().st_mtime_ns for path in folder.glob("*.npy")}
    pool.run(options(folder))
    assert "2 of 2 shards are there" in capsys.readouterr().out
    assert before == {path: path.stat().st_mtime_ns for path in folder.glob("*.npy")}


def test_a_folder_of_other_settings_is_refused(folder):
    pool.run(options(folder))
    with pytest.raises(ValueError, match="other settings"):
        pool.run(options(folder, seed=5))


def test_a_sequence_says_where_its_frames_lie_and_what_they_show(tmp_path):
    sequences.run(argparse.Namespace(count=1, frames=3, out=tmp_path))
    truth = json.loads((tmp_path / "sequence-000.json").read_text())
    pictures = np.load(tmp_path / "sequence-000.images.npy")
    labels = np.load(tmp_path / "sequence-000.labels.npy")
    assert (truth["height"], truth["width"], 3) == pictures.shape[1:]
    stored = (tmp_path / truth["pictures"]["file"]).read_bytes()[truth["pictures"]["offset"] :]
    assert stored == pictures.tobytes()
    for label, frame in zip(labels, truth["frames"], strict=True):
        for hand, side in enumerate(("right", "left")):
            assert (frame[side] is not None) == bool(label["present"][hand])
            if frame[side]:
                own = label["joints_camera"][21 * hand : 21 * hand + 21]
                assert frame[side]["joints3d"] == pytest.approx(own, abs=1e-3)
