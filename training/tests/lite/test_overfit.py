import torch
from test_backbone import needs_mediapipe

from lite.losses import losses, targets_of, total
from lite.network import InterNetLite
from lite.prior import Guess, to_prior
from lite.train import MEDIAPIPE


@needs_mediapipe
def test_it_learns_a_few_pictures_by_heart(hands, random):
    """Forward, losses and gradients fit together: errors fall within a few steps."""
    torch.manual_seed(0)
    network = InterNetLite().to(memory_format=torch.channels_last)
    network.start_from_mediapipe(MEDIAPIPE)
    colours, noise = (torch.rand(4, 3, *size, generator=random) for size in ((1, 1), (192, 192)))
    image = ((colours + noise) / 2).contiguous(memory_format=torch.channels_last)
    few = hands.map(lambda tensor: tensor[:4])
    prior = to_prior(Guess.nothing(4), 192)
    network.backbone.requires_grad_(False)
    optimizer = torch.optim.Adam((p for p in network.parameters() if p.requires_grad), 1e-3)
    history = []
    for _ in range(20):
        raw = network.from_stride_4(network.backbone.to_stride_4(image), *prior.tensors())
        terms = losses(raw, targets_of(few))
        history.append({name: term.item() for name, term in terms.items()})
        optimizer.zero_grad()
        total(terms).backward()
        optimizer.step()
    for name in ("handedness", "xy", "depth"):
        assert history[-1][name] < history[0][name] * 0.7, name
