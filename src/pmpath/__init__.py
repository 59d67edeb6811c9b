"""pmpath: a career coach in the terminal for product managers. As a library: `load` a ladder, `assess` sheets."""

from pmpath.api import assess, load

__version__ = "0.1.0"

__all__ = ["__version__", "assess", "load"]
