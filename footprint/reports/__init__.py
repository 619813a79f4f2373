"""What a script may rely on: flat objects with keys that are added but never renamed."""
