"""The mean of several runs' weights, such as one that goes on from the other: better than either
(runs.md, cpu-6).

    python -m lite.average out/runs/A/weights.pt out/runs/B/weights.pt --out out/runs/NAME
"""

import argparse
from pathlib import Path

import torch
from torch import Tensor

from .checkpoint import load_weights, save_weights


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("weights", type=Path, nargs="+", help="weights.pt of each run")
    parser.add_argument("--out", type=Path, required=True, help="folder for the mean's weights.pt")
    return parser.parse_args()


def main(options: argparse.Namespace) -> None:
    states = [load_weights(path).state_dict() for path in options.weights]
    options.out.mkdir(parents=True, exist_ok=True)
    print(save_weights(mean_of(states), options.out))


def mean_of(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """Of tensors that are no numbers to average, such as counts, the first's."""
    first, *_ = states
    return {
        name: torch.stack([state[name] for state in states]).mean(0)
        if value.is_floating_point()
        else value
        for name, value in first.items()
    }


if __name__ == "__main__":
    main(arguments())
