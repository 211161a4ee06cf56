"""The 25 WebXR joints of the rig, the 21 joints of InterHand2.6M, and how they correspond."""

FINGERS = ("thumb", "index", "middle", "ring", "pinky")
PALM, FOREARM_PART = 0, 6
"""Parts of a hand: 0 the palm, 1 to 5 the fingers, 6 the forearm."""

_PHALANGES = ("phalanx-proximal", "phalanx-intermediate", "phalanx-distal")

JOINT_NAMES = (
    "wrist",
    "thumb-metacarpal",
    "thumb-phalanx-proximal",
    "thumb-phalanx-distal",
    "thumb-tip",
    *(f"{finger}-finger-{bone}" for finger in FINGERS[1:] for bone in ("metacarpal", *_PHALANGES, "tip")),
)
"""WebXR's order: wrist, thumb (4), then metacarpal to tip of the four fingers (5 each)."""

PARENTS = (-1, 0, 1, 2, 3) + tuple(
    parent for base in (5, 10, 15, 20) for parent in (0, base, base + 1, base + 2, base + 3)
)

FOREARM = 25
"""Index of the bone that is added behind the wrist."""

TIPS = (4, 9, 14, 19, 24)
METACARPALS = (5, 10, 15, 20)

INTERHAND_ORDER = (4, 3, 2, 1, 9, 8, 7, 6, 14, 13, 12, 11, 19, 18, 17, 16, 24, 23, 22, 21, 0)
"""WebXR indices in InterHand2.6M's order: thumb to pinky, each from tip to base, the wrist last."""

ROOT = 20
"""Index of the wrist within InterHand2.6M's 21 joints."""


def finger_of(joint: int) -> int:
    """0 to 4 for thumb to pinky; -1 for the wrist."""
    if joint == 0:
        return -1
    return 0 if joint < 5 else (joint - 5) // 5 + 1


def part_of(bone: int) -> int:
    """The part of the hand that a bone moves: metacarpals of the four fingers belong to the palm."""
    if bone == FOREARM:
        return FOREARM_PART
    if bone == 0 or bone in METACARPALS:
        return PALM
    return finger_of(bone) + 1
