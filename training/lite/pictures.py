"""Hands drawn over what they were found in, as sheets to be looked at."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from .hands import JOINTS_OF_HAND, PARENTS

FINGERS = [(255, 64, 64), (255, 170, 0), (64, 220, 64), (64, 200, 255), (220, 96, 255)]
"""Thumb to little finger."""
TILE, COLUMNS = 256, 8


def draw_tile(
    picture: np.ndarray, joints: np.ndarray, shown: np.ndarray, truth: np.ndarray | None, text: str
) -> Image.Image:
    """A square picture [R, R, 3] uint8 with the hands of `shown` [2] (bool); truth as white dots.

    Points are [42, 2] px of the picture; those that are NaN are left out. The right hand's wrist is
    marked R, the left one's L.
    """
    factor = TILE / picture.shape[0]
    tile = Image.fromarray(picture).resize((TILE, TILE), Image.Resampling.BILINEAR)
    draw = ImageDraw.Draw(tile)

    def place(point: np.ndarray) -> tuple[float, float]:
        x, y = (point[:2] + 0.5) * factor
        return float(x), float(y)

    for point in [] if truth is None else truth[np.isfinite(truth[:, 0])]:
        x, y = place(point)
        draw.ellipse((x - 2, y - 2, x + 2, y + 2), fill=(255, 255, 255))
    for side in np.flatnonzero(shown):
        hand = joints[JOINTS_OF_HAND * side : JOINTS_OF_HAND * (side + 1)]
        if not np.isfinite(hand[:, :2]).all():
            continue
        for joint, parent in enumerate(PARENTS):
            colour = FINGERS[joint // 4]
            draw.line((*place(hand[joint]), *place(hand[parent])), fill=colour, width=2)
        draw.text(place(hand[-1]), "RL"[side], fill=(255, 255, 255))
    draw.text((4, 4), text, fill=(255, 255, 0))
    return tile


def save_sheet(tiles: list[Image.Image], path: Path) -> None:
    rows = -(-len(tiles) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * TILE, rows * TILE))
    for index, tile in enumerate(tiles):
        sheet.paste(tile, (index % COLUMNS * TILE, index // COLUMNS * TILE))
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(path)
