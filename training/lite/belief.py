"""How far the network is believed: as far as it believes in its joints itself.

Where it hardly sees a hand, each answer strays a little, is the next frame's prior, and strays
again. The rest of the way it is believed to be where it was expected. src/hands/believed-joints.ts.
"""

import numpy as np

SURE_SCORE = 0.6
"""With this score of its joints on average a hand is taken as the network says."""
LEAST_SHARE = 0.2
"""Of its word that is taken at least: what is expected may be wrong."""


def believed(said: np.ndarray, scores: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """Joints [21, 3] of one hand, as the network says with `scores` [21] and as it was told."""
    share = np.clip(scores.mean() / SURE_SCORE, LEAST_SHARE, 1)
    return expected + share * (said - expected)
