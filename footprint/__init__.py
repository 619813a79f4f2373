"""Footprint: who holds what of your social life, what they score you, and the way out."""

__version__ = "0.1.0"
