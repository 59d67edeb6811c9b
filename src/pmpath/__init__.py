"""pmpath: a career coach in the terminal for product managers."""

__version__ = "0.1.0"

__all__ = ["__version__"]
