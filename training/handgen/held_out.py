"""Makes the held-out still pictures: always the same 4,000, of every orientation, half of them two-handed."""

import argparse
import hashlib
from pathlib import Path

from .mixture import HELD_OUT
from .samples import make_samples
from .shard_files import write_shard

SEED, COUNT = 77_000_001, 4000
"""No pool reaches this seed as long as its own stays below 76."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=COUNT, help="fewer for a quick look; not the held-out set then")


def run(options: argparse.Namespace) -> None:
    pictures, labels = make_samples(SEED, options.count, HELD_OUT)
    write_shard(options.out, "held-out", pictures, labels)
    digest = hashlib.sha256(pictures.tobytes() + labels.tobytes()).hexdigest()
    print(f"{len(labels)} samples in {options.out}, sha256 {digest}")
