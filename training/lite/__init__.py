"""InterNet-Lite: the network, its training, its evaluation and its export. Start at train.py."""
