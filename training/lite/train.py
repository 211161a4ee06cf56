"""Trains InterNet-Lite. The same command again goes on where it was stopped.

    python -m lite.train --pool out/pool --held-out out/held-out --out out/runs/NAME --minutes 180

Ends when the minutes of training are used up, over all its starts together; SIGTERM and Ctrl-C
save and end it sooner. With a GPU it needs nothing more: bfloat16 and large batches are chosen, and
--make renders meanwhile (README.md).
"""

import argparse
import os
import shlex
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import torch

from . import checkpoint
from .curves import append_row, draw_curves, progress_line
from .metrics import measure, summary
from .network import InterNetLite
from .pool import Pool
from .prior_noise import TRACKING
from .search import look_once
from .stills import run_stills
from .trainer import Rates, Trainer

ROOT = Path(__file__).resolve().parents[2]
MEDIAPIPE = ROOT / "node_modules/@mediapipe/hands/hand_landmark_full.tflite"
CPU_BATCH, GPU_BATCH = 16, 256
REPORT_SECONDS, SAVE_SECONDS = 20, 180
CHECKS = 20
"""Evaluations on held-out samples in the course of a run."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--pool", type=Path, required=True, help="folder of shards; may still grow")
    parser.add_argument("--held-out", type=Path, required=True, help="folder of shards")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run")
    parser.add_argument("--minutes", type=float, required=True, help="of training in all")
    parser.add_argument("--batch", type=int, help=f"{CPU_BATCH}, with a GPU {GPU_BATCH}")
    parser.add_argument(
        "--capacity", type=int, default=500_000, help="newest samples kept to draw from"
    )
    parser.add_argument(
        "--wait-for", type=int, default=10_000, help="samples in the pool to begin with"
    )
    parser.add_argument(
        "--make", help="command that fills the pool, run meanwhile and ended at the end"
    )
    parser.add_argument("--consume", action="store_true", help="delete shards once on the GPU")
    parser.add_argument(
        "--start",
        type=Path,
        help="weights.pt of another run, gone on with; without it MediaPipe's",
    )
    parser.add_argument(
        "--rate", type=float, default=1, help="factor on the learning rates; 0.5 to go on gently"
    )
    parser.add_argument(
        "--mediapipe", type=Path, default=MEDIAPIPE, help="hand_landmark_full.tflite"
    )
    parser.add_argument(
        "--check", type=int, default=512, help="held-out samples looked at on the way"
    )
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_flush_denormal(True)
    torch.backends.cudnn.benchmark = True
    torch.manual_seed(0)
    options.out.mkdir(parents=True, exist_ok=True)
    trainer = new_trainer(options, device)
    resumed = checkpoint.resume(trainer, options.out)
    print(f"{'resumed' if resumed else 'new run'} in {options.out} on {device}", flush=True)
    pool = Pool(options.pool, device, options.capacity, options.consume)
    with making(options.make):
        fill(pool, options.wait_for)
        train(trainer, pool, options)


def new_trainer(options: argparse.Namespace, device: torch.device) -> Trainer:
    network = checkpoint.load_weights(options.start) if options.start else InterNetLite()
    if not options.start:
        network.start_from_mediapipe(options.mediapipe)
    batch = options.batch or (GPU_BATCH if device.type == "cuda" else CPU_BATCH)
    rates = Rates().times(options.rate)
    return Trainer(network, device, batch, rates, schooled=options.start is not None)


@contextmanager
def making(command: str | None) -> Iterator[None]:
    """Runs what fills the pool, for as long as the block lasts."""
    if command is None:
        yield
        return
    process = subprocess.Popen(shlex.split(command), start_new_session=True)
    try:
        yield
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()


def fill(pool: Pool, wanted: int) -> None:
    pool.refresh()
    while len(pool) < wanted:
        print(f"waiting for the pool: {len(pool)} of {wanted} samples", flush=True)
        time.sleep(5)
        pool.refresh()


def train(trainer: Trainer, pool: Pool, options: argparse.Namespace) -> None:
    stopping = []
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: stopping.append(True))
    budget = options.minutes * 60
    next_check = trainer.seconds + budget / CHECKS
    last = reported = saved = time.monotonic()
    samples = trainer.sample_count
    while trainer.seconds < budget and not stopping:
        terms = trainer.step(pool, trainer.seconds / budget)
        now = time.monotonic()
        trainer.seconds += now - last
        last = now
        if now - reported > REPORT_SECONDS:
            rate = (trainer.sample_count - samples) / (now - reported)
            row = {name: term.item() for name, term in terms.items()}
            print(
                progress_line(head(trainer, pool) | row, rate, budget - trainer.seconds), flush=True
            )
            reported, samples = now, trainer.sample_count
            pool.refresh()
        if now - saved > SAVE_SECONDS:
            checkpoint.save(trainer, options.out)
            saved = now
        if next_check < trainer.seconds < budget:
            check(trainer, pool, options)
            next_check = trainer.seconds + budget / CHECKS
            last = time.monotonic()
    checkpoint.save(trainer, options.out)
    check(trainer, pool, options)


def head(trainer: Trainer, pool: Pool) -> dict[str, float]:
    return {"samples": trainer.sample_count, "seconds": trainer.seconds, "made": pool.made}


def check(trainer: Trainer, pool: Pool, options: argparse.Namespace) -> None:
    """Evaluates on a few held-out samples and adds a row to the run's curves."""
    row = head(trainer, pool)
    for name, how in (("alone", look_once), ("prior", TRACKING)):
        figures = summary(
            measure(*run_stills(trainer.deployed, options.held_out, options.check, how))
        )
        del figures["n"]
        row |= {f"{figure}_{name}": value for figure, value in figures.items()}
    append_row(options.out, row)
    draw_curves(options.out)
    print("held out:", {name: round(value, 3) for name, value in row.items()}, flush=True)


if __name__ == "__main__":
    main(arguments())
