"""Reads, checks and compiles content and sheets; says what is wrong with them, place by place."""
