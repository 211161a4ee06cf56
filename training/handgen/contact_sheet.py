"""Lays samples out on one sheet, to be looked at."""

import argparse
from pathlib import Path

import numpy as np
from PIL import Image

from .mixture import HELD_OUT, TRAINING
from .samples import CROP, make_samples
from .skeleton_drawing import with_skeletons


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--out", type=Path, required=True, help="png or jpg")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--columns", type=int, default=10)
    parser.add_argument("--rows", type=int, default=6)
    parser.add_argument("--side", type=int, default=CROP, help="px of one picture")
    parser.add_argument(
        "--skeletons", choices=("none", "all", "alternate"), default="alternate", help="alternate: every other row"
    )
    parser.add_argument("--held-out", action="store_true", help="the mixture of the held-out set")


def run(options: argparse.Namespace) -> None:
    mixture = HELD_OUT if options.held_out else TRAINING
    pictures, labels = make_samples(options.seed, options.columns * options.rows, mixture, options.side)
    shown = {"none": lambda row: False, "all": lambda row: True, "alternate": lambda row: row % 2 == 1}[
        options.skeletons
    ]
    tiles = [
        with_skeletons(picture, label) if shown(i // options.columns) else picture
        for i, (picture, label) in enumerate(zip(pictures, labels))
    ]
    rows = [np.hstack(tiles[k : k + options.columns]) for k in range(0, len(tiles), options.columns)]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.vstack(rows)).save(options.out)
