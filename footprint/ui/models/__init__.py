"""Qt item models over frozen rows that a service gives page by page."""
