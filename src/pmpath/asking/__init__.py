"""Asks the person: one protocol, several ways to ask, and the interview that uses them. Prompts go to standard error."""
