"""Guides: sequences that walk a person through one thing. Which way they go is not decided here."""
