"""pmpath: a career coach in the terminal for product managers. As a library: `load` a ladder, `assess` sheets."""

from pmpath.api import assess, load, named

__version__ = "0.1.0"

__all__ = ["Assessment", "Ladder", "PmpathError", "__version__", "assess", "load"]
__getattr__ = named
