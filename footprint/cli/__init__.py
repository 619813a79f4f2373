"""The command line, verb by verb; it asks the services and prints what the reports say."""
