"""Draws joints and bones over a picture."""

import numpy as np
from PIL import Image, ImageDraw

from .skeleton import ROOT

_COLOURS = ((255, 60, 60), (255, 170, 0), (60, 220, 60), (0, 200, 255), (200, 80, 255))


def with_skeletons(picture: np.ndarray, label: np.void) -> np.ndarray:
    """The picture with the present hands' fingers in five colours, the left hand's paler; hidden joints black."""
    drawn = Image.fromarray(picture)
    pen = ImageDraw.Draw(drawn)
    for side in range(2):
        if not label["present"][side]:
            continue
        points = [tuple(p) for p in label["joints"][21 * side : 21 * side + 21, :2]]
        seen = label["visible"][21 * side : 21 * side + 21]
        for finger, colour in enumerate(_COLOURS):
            chain = [ROOT, *range(4 * finger + 3, 4 * finger - 1, -1)]
            pen.line([points[j] for j in chain], fill=colour if side == 0 else tuple(128 + c // 2 for c in colour))
        for (x, y), visible in zip(points, seen):
            pen.ellipse((x - 1.5, y - 1.5, x + 1.5, y + 1.5), fill=(255, 255, 255) if visible else (0, 0, 0))
    return np.asarray(drawn)
