"""The verbs a window or a command line may use; transactions begin here, Qt and SQL never."""
