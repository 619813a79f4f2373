"""The tests: they mirror footprint/, and beside it e2e/, architecture/, packaging/, benchmarks/."""
