"""What explains a change of a score: where it changed, by how much, and what lies beside it."""
