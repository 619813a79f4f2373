"""Reads official archives: one file per network, on top of what opens any archive safely.

Here belongs what turns files into findings. Nothing here writes, stores, or speaks to a network,
and nothing is ever unpacked to disk.
"""
