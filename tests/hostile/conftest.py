"""Runs commands as the tests of the command line do."""

from cli.conftest import feed, home, pmpath

__all__ = ["feed", "home", "pmpath"]
