"""Progress of a run: a line on the terminal, `curves.csv` and `curves.png`."""

import csv
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

CSV, PNG = "curves.csv", "curves.png"


def append_row(folder: Path, row: dict[str, float]) -> None:
    """One more line; columns are those of the first row."""
    path = folder / CSV
    is_new = not path.exists()
    with path.open("a", newline="") as file:
        writer = csv.DictWriter(file, list(row))
        if is_new:
            writer.writeheader()
        writer.writerow({name: f"{value:.5g}" for name, value in row.items()})


def draw_curves(folder: Path) -> None:
    """Every column over the number of samples, each in a plot of its own."""
    with (folder / CSV).open(newline="") as file:
        rows = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]
    names = [name for name in rows[0] if name != "samples"]
    figure, axes = pyplot.subplots(-(-len(names) // 4), 4, figsize=(16, 3 * -(-len(names) // 4)))
    for axis, name in zip(axes.flat, names):
        axis.plot([row["samples"] for row in rows], [row[name] for row in rows])
        axis.set_title(name, fontsize=9)
        axis.grid(alpha=0.3)
    figure.tight_layout()
    figure.savefig(folder / PNG, dpi=70)
    pyplot.close(figure)


def progress_line(row: dict[str, float], rate: float, left_seconds: float) -> str:
    minutes, seconds = divmod(round(max(0, left_seconds)), 60)
    shown = "  ".join(f"{name} {value:.3g}" for name, value in row.items() if name != "seconds")
    return f"{shown}  | {rate:.1f} img/s, {minutes}:{seconds:02} left"
