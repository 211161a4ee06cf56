"""How good trained weights are: held-out stills, rendered sequences in closed loop, real frames.

    python -m lite.evaluate out/runs/NAME/weights.pt --held-out out/held-out \\
        --sequences out/sequences --real ../../shared/data --out out/runs/NAME/evaluation

Writes evaluation.json, prints tables and draws the worst stills and all real frames. Any of the
three may be left out; `--empty COUNT` renders as many pictures without a hand besides.
"""

import argparse
import json
from dataclasses import fields
from pathlib import Path

import numpy as np
import torch

from .checkpoint import load_weights
from .closed_loop import SequenceResult, run_sequences
from .empty_pictures import run_empty
from .metrics import Errors, measure, summary
from .network import InterNetLite
from .pictures import draw_tile, save_sheet
from .prior_noise import TRACKING
from .real_frames import read_real_frames
from .real_scores import RealScore, score_real
from .search import Look, look_once, search
from .shards import read_shards
from .square_crop import cut
from .stills import held_out_labels, run_stills
from .subsets import subsets

WORST = 32
"""Stills in the picture of the worst ones."""
MODES = {"alone": look_once, "searched": search, "prior": TRACKING}


def main(options: argparse.Namespace) -> None:
    torch.set_flush_denormal(True)
    network = load_weights(options.weights)
    network = network.to("cuda" if torch.cuda.is_available() else "cpu")
    options.out.mkdir(parents=True, exist_ok=True)
    report: dict = {"weights": str(options.weights)}
    if options.held_out:
        report |= stills_report(network, options)
    if options.sequences:
        report["sequences"] = sequences_report(run_sequences(network, options.sequences))
        print_table("sequences, closed loop", report["sequences"]["subsets"])
        print({key: value for key, value in report["sequences"].items() if key != "subsets"})
    if options.empty:
        report["empty"] = run_empty(network, options.empty)
        print("pictures without a hand:", report["empty"])
    if options.real:
        for look in (look_once, search):
            report[f"real_{look.__name__}"] = real_report(network, options, look)
    (options.out / "evaluation.json").write_text(json.dumps(report, indent=1))


def stills_report(network: InterNetLite, options: argparse.Namespace) -> dict:
    labels = held_out_labels(options.held_out, options.count)
    report = {}
    for mode, how in MODES.items():
        truth, answers = run_stills(network, options.held_out, options.count, how)
        errors = measure(truth, answers)
        report[f"stills_{mode}"] = by_subset(errors, labels)
        print_table(f"stills, {mode}", report[f"stills_{mode}"])
        off = np.nan_to_num(errors.joint_mm, nan=0).sum(1)
        worst = np.argsort(off)[::-1][:WORST]
        images = np.concatenate([shard.images for shard in read_shards(options.held_out)])
        tiles = [
            draw_tile(
                images[at],
                answers.joints[at, :, :2],
                answers.handedness[at] > 0.5,
                truth.joints[at, :, :2],
                f"#{at} {np.nanmean(errors.joint_mm[at]):.0f} mm",
            )
            for at in worst
        ]
        save_sheet(tiles, options.out / f"worst-{mode}.png")
    return report


def by_subset(errors: Errors, labels: np.ndarray) -> dict[str, dict[str, float]]:
    return {name: summary(errors, which) for name, which in subsets(labels) if which.any()}


def sequences_report(results: list[SequenceResult]) -> dict:
    joined = (
        np.concatenate([getattr(result.errors, field.name) for result in results])
        for field in fields(Errors)
    )
    labels = np.concatenate([result.labels for result in results])
    kept = np.concatenate([result.kept for result in results])
    both = (labels["present"] > 0).all(1)
    return {
        "subsets": by_subset(Errors(*joined), labels),
        "kept": float(np.nanmean(kept)),
        "kept_interacting": float(np.nanmean(kept[both])),
        "longest_swap_seconds": max(result.longest_swap() for result in results),
        "by_sequence": {result.name: summary(result.errors) for result in results},
    }


def real_report(network: InterNetLite, options: argparse.Namespace, look: Look) -> dict:
    scores = [score_real(network, frame, look) for frame in read_real_frames(options.real)]
    save_sheet([real_tile(score) for score in scores], options.out / f"real-{look.__name__}.png")
    pcks = np.array([score.pck for score in scores])
    two = [score for score in scores if score.frame.sides == (0, 1)]
    report = {
        "pck": float(np.nanmean(pcks)),
        "two_handed_frames_with_both_found": sum(bool((s.handedness > 0.5).all()) for s in two),
        "frames": [real_row(score) for score in scores],
    }
    for row in report["frames"]:
        print(row)
    print({key: value for key, value in report.items() if key != "frames"})
    return report


def real_row(score: RealScore) -> dict:
    figures = ("pck", "error_share", "mpjpe_mm", "root_depth_off_mm")
    return {
        "group": score.frame.group,
        "name": score.frame.name,
        "handedness": [round(float(p), 3) for p in score.handedness],
        "sides_right": score.sides_right,
        **{name: round(getattr(score, name), 3) for name in figures},
    }


def real_tile(score: RealScore):
    frame = score.frame
    picture = (cut(frame.frame, frame.square).permute(1, 2, 0).numpy() * 255).astype(np.uint8)
    shown = score.handedness > 0.5
    if not shown.any():
        shown = score.handedness == score.handedness.max()
    text = (
        f"{frame.group} R{score.handedness[0]:.2f} L{score.handedness[1]:.2f} pck {score.pck:.2f}"
    )
    joints = frame.square.to_crop(score.joints[:, :2])
    return draw_tile(picture, joints, shown, frame.square.to_crop(frame.joints), text)


def print_table(title: str, rows: dict[str, dict[str, float]]) -> None:
    names = list(next(iter(rows.values())))
    print(f"\n{title:28}" + "".join(f"{name:>18}" for name in names))
    for row, figures in rows.items():
        print(f"{row:28}" + "".join(f"{figures[name]:18.3f}" for name in names))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("weights", type=Path)
    parser.add_argument("--held-out", type=Path, help="folder of shards")
    parser.add_argument("--count", type=int, default=4000, help="held-out stills")
    parser.add_argument("--sequences", type=Path, help="folder of shards, one a sequence")
    parser.add_argument("--empty", type=int, help="pictures without a hand")
    parser.add_argument("--real", type=Path, help="../../shared/data")
    parser.add_argument("--out", type=Path, required=True, help="folder")
    main(parser.parse_args())
