"""Placement, questions, gaps and transitions as pure functions over ids. No clock, file, terminal or prose."""
