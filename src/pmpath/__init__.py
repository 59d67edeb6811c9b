"""pmpath: a career coach in the terminal for product managers. As a library: `load` a ladder, `assess` sheets."""

from pmpath.api import assess, load, named

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pmpath.errors import PmpathError
    from pmpath.loaded import Ladder
    from pmpath.model.result import Assessment
else:
    __getattr__ = named

__version__ = "0.1.0"

__all__ = ["Assessment", "Ladder", "PmpathError", "__version__", "assess", "load"]
