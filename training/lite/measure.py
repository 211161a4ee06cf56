"""What the network costs: multiplications, parameters, bytes, time.

python -m lite.measure
"""

import json
import time

import onnxruntime
import torch
from torch.utils.flop_counter import FlopCounterMode

from .export import INPUTS, sample_inputs, to_onnx
from .network import InterNetLite

THREADS, RUNS = 2, 50


def main() -> None:
    torch.set_flush_denormal(True)
    torch.set_num_threads(THREADS)
    network = InterNetLite().eval()
    inputs = sample_inputs(2, torch.float32)
    one = [tensor[1:] for tensor in inputs]
    with FlopCounterMode(display=False) as counter, torch.no_grad():
        network(*one)
    costs = {
        # A multiplication and the addition behind it are counted as two.
        "gmac": counter.get_total_flops() / 2e9,
        "parameters": sum(parameter.numel() for parameter in network.parameters()),
    }
    for name, precision in (("fp32", torch.float32), ("fp16", torch.float16)):
        costs[f"bytes_{name}"] = to_onnx(network, precision, "").ByteSize()
    costs["onnxruntime_ms"] = onnxruntime_ms(network)
    print(json.dumps(costs))


def onnxruntime_ms(network: InterNetLite) -> float:
    """Median time of one picture, on THREADS threads of ONNX Runtime."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    model = to_onnx(network, torch.float32, "").SerializeToString()
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    inputs = [tensor[1:].numpy() for tensor in sample_inputs(2, torch.float32)]
    feed = dict(zip(INPUTS, inputs))
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        session.run(None, feed)
        times.append(time.perf_counter() - start)
    return sorted(times)[RUNS // 2] * 1000


if __name__ == "__main__":
    main()
