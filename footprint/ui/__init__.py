"""Windows, pages and dialogs: all of Qt is here, and nothing else is."""
