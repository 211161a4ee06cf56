"""One step of training, and all that must be kept to go on later as if nothing had happened."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor
from torch.nn.utils import clip_grad_norm_
from torch.optim.swa_utils import AveragedModel

from .augment import STREAM, augment
from .curriculum import Lesson, lesson
from .early_features import early_features, freeze_early
from .exercise import Exercise
from .hands import Hands
from .losses import losses, side_agnostic, targets_of, total
from .network import INPUT_SIZE, InterNetLite, to_estimate
from .pool import Pool
from .prior import Guess, to_prior
from .prior_noise import simulate, stream
from .quarter_turn import QuarterTurn, pointing
from .spoil import spoil_some

GRADIENT_LIMIT = 10.0
AVERAGE_STEPS = 1000
"""The weights' running average looks back about so far, at first over what there is."""


@dataclass(frozen=True)
class Rates:
    """Learning rates at batch 16. Half of them learn visibly slower (runs.md)."""

    backbone: float = 3e-4
    rest: float = 3e-3
    weight_decay: float = 1e-4

    def times(self, factor: float) -> Rates:
        return replace(self, backbone=factor * self.backbone, rest=factor * self.rest)


class Trainer:
    def __init__(
        self,
        network: InterNetLite,
        device: torch.device,
        batch: int,
        rates: Rates,
        schooled: bool = False,
    ):
        """`schooled`: the network comes from another run and gets no first lessons again."""
        self.device, self.batch, self.schooled = device, batch, schooled
        self.network = network.to(device, memory_format=torch.channels_last).train()
        freeze_early(network.backbone)
        self.early_features = early_features(network.backbone, device)
        self.average = AveragedModel(self.network, multi_avg_fn=_average, use_buffers=True).eval()
        self.optimizer = torch.optim.AdamW(
            self._groups(rates), weight_decay=rates.weight_decay, fused=True
        )
        self.random = torch.Generator(device).manual_seed(0)
        self.repeated: Exercise | None = None
        """Of the last step; none before the first."""
        self.step_count, self.sample_count, self.seconds = 0, 0, 0.0

    def _groups(self, rates: Rates) -> list[dict]:
        pretrained = [
            *self.network.backbone.parameters(),
            *self.network.heads.mediapipe_handedness.parameters(),
        ]
        pretrained = [parameter for parameter in pretrained if parameter.requires_grad]
        known = set(self.network.backbone.parameters()) | set(pretrained)
        rest = [parameter for parameter in self.network.parameters() if parameter not in known]
        # Twice as fast at batch 256: gently, for a backbone that has no normalisation.
        factor = (self.batch / 16) ** 0.25
        return [
            {"params": pretrained, "rate": rates.backbone * factor},
            {"params": rest, "rate": rates.rest * factor},
        ]

    def step(self, pool: Pool, progress: float) -> dict[str, Tensor]:
        """Learns from one batch, partly of the pool; returns the terms of its loss."""
        plan = lesson(progress, self.step_count, self.schooled)
        for group in self.optimizer.param_groups:
            group["lr"] = group["rate"] * plan.rate
        exercise = self._exercise(pool, plan)
        hands, prior = exercise.hands, to_prior(exercise.guess, INPUT_SIZE)
        with self._fast():
            raw = self.network.from_stride_4(exercise.early, *prior.tensors())
        terms = losses(raw, side_agnostic(hands) if plan.side_agnostic else targets_of(hands))
        self.optimizer.zero_grad(set_to_none=True)
        total(terms).backward()
        clip_grad_norm_(self.network.parameters(), GRADIENT_LIMIT, error_if_nonfinite=True)
        self.optimizer.step()
        self.average.update_parameters(self.network)
        with torch.no_grad():
            most = round(self.batch * plan.repeated_share)
            self.repeated = exercise.again(to_estimate(raw), most, self.random)
        self.step_count += 1
        self.sample_count += self.batch
        return {name: term.detach() for name, term in terms.items()}

    def _exercise(self, pool: Pool, plan: Lesson) -> Exercise:
        """What is repeated, filled up with new pictures."""
        count = self.batch - (len(self.repeated) if self.repeated is not None else 0)
        image, hands = pool.draw(count, plan.easy_share, plan.empty_share, self.random)
        image, hands = augment(image.to(self.device), hands, STREAM, self.random)
        guess = simulate(hands, INPUT_SIZE, stream(plan.unguessed_share), self.random)
        turn = self._turn(hands, guess, plan.upright_share)
        image, hands = turn.maps(image), turn.hands(hands, INPUT_SIZE)
        guess = turn.guess(guess, INPUT_SIZE)
        image = spoil_some(image, plan.spoilt_share, self.random)
        image = image.contiguous(memory_format=torch.channels_last)
        with self._fast():
            new = Exercise(self.early_features(image), hands, guess)
        return new if self.repeated is None else self.repeated.joined(new)

    def _turn(self, hands: Hands, guess: Guess, upright_share: float) -> QuarterTurn:
        """As the network turns pictures by their guess; some of those without one by the truth."""
        device = guess.known.device
        lucky = torch.rand(len(hands), generator=self.random, device=device) < upright_share
        unguessed = (guess.known.sum(1) == 0) & lucky
        seen = torch.where(unguessed[:, None], hands.joint_present, guess.known)
        joints = torch.where(unguessed[:, None, None], hands.joints, guess.joints)
        blind = torch.zeros_like(guess.relative_depth)
        expected = Guess(joints, seen, seen, blind, blind)
        return QuarterTurn.upright(pointing(to_prior(expected, INPUT_SIZE).prior))

    def _fast(self) -> torch.autocast:
        """bfloat16 where the device is quick at it."""
        return torch.autocast(self.device.type, torch.bfloat16, enabled=self.device.type == "cuda")

    @property
    def deployed(self) -> InterNetLite:
        """The running average of the weights: what is evaluated and exported."""
        return self.average.module

    def state(self) -> dict:
        return {
            "network": self.network.state_dict(),
            "average": self.average.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "random": self.random.get_state(),
            "repeated": None if self.repeated is None else self.repeated.state(),
            "progress": (self.step_count, self.sample_count, self.seconds),
        }

    def resume(self, state: dict) -> None:
        self.network.load_state_dict(state["network"])
        self.average.load_state_dict(state["average"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.random.set_state(state["random"].cpu())
        repeated = state["repeated"]
        self.repeated = None if repeated is None else Exercise.of_state(repeated)
        self.step_count, self.sample_count, self.seconds = state["progress"]


def _average(averages: list[Tensor], news: list[Tensor], count: Tensor) -> None:
    """Moves the averages towards the new values; AveragedModel gives tensors of one type."""
    weight = max(1 / AVERAGE_STEPS, 1 / (1 + float(count) / 10))
    if averages[0].is_floating_point():
        torch._foreach_lerp_(averages, news, weight)
        return
    for average, new in zip(averages, news):
        average.copy_(new)
