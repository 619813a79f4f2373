"""The nouns and their rules: standard library only, no clock, no files, no Qt."""
