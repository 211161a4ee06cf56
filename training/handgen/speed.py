"""Measures samples a second on one core, everything included."""

import argparse
import time

from .samples import BATCH, CROP, make_samples


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--count", type=int, default=4 * BATCH)
    parser.add_argument("--side", type=int, default=CROP)


def run(options: argparse.Namespace) -> None:
    make_samples(0, 1, side=options.side)  # compiles, paints, builds the backdrops
    wall, cpu = time.perf_counter(), time.process_time()
    make_samples(1, options.count, side=options.side)
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    print(f"{options.count / cpu:.0f} samples per second of processor time, {options.count / wall:.0f} by the clock")
