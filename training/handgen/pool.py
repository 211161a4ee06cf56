"""Makes a pool of training samples: shards of memory-mappable arrays, on many cores, resumable."""

import argparse
import json
import multiprocessing
import os
import time
from pathlib import Path

from .mixture import TRAINING
from .samples import CROP, make_samples
from .shard_files import has_shard, write_shard

SHARD = 1024
"""Samples in a shard. Shard k of seed S is make_samples of the seed pair below, so pools of different S differ."""
_SEED_STRIDE = 1_000_003


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--count", type=int, required=True, help="samples, rounded up to whole shards")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--side", type=int, default=CROP, help="px")


def run(options: argparse.Namespace) -> None:
    """Makes the shards that are missing in `out`. Raises ValueError if it holds a pool of other settings."""
    settings = {"seed": options.seed, "side": options.side, "shard": SHARD, "mixture": repr(TRAINING)}
    _claim(options.out, settings)
    wanted = [(options.out, options.seed, k, options.side) for k in range(-(-options.count // SHARD))]
    missing = [shard for shard in wanted if not has_shard(options.out, _shard_name(shard[2]))]
    print(f"{len(wanted) - len(missing)} of {len(wanted)} shards are there")
    make_samples(0, 1)  # fills the cache before the workers race for it
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # for the workers: one process a core is enough
    start = time.monotonic()
    with multiprocessing.get_context("spawn").Pool(options.workers) as workers:
        for done, _ in enumerate(workers.imap_unordered(_make_shard, missing), 1):
            rate = done * SHARD / (time.monotonic() - start)
            left = (len(missing) - done) * SHARD / rate
            print(f"{done}/{len(missing)} shards, {rate:.0f} samples/s, {left / 60:.1f} min left", flush=True)


def _claim(folder: Path, settings: dict) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "pool.json"
    if path.exists() and json.loads(path.read_text()) != settings:
        raise ValueError(f"{folder} holds a pool of other settings: {path.read_text()}")
    path.write_text(json.dumps(settings))


def _shard_name(shard: int) -> str:
    return f"shard-{shard:05}"


def _make_shard(job) -> None:
    folder, seed, shard, side = job
    write_shard(folder, _shard_name(shard), *make_samples(seed * _SEED_STRIDE + shard, SHARD, side=side))
