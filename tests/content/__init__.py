"""Content: reading, checking, compiling, and rules over the shipped data."""
