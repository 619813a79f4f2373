"""Rows and settings in SQLite: all SQL is here; what a value means is decided elsewhere."""
