"""Rendered hands with exact joints: the data InterNet-Lite is trained on."""
