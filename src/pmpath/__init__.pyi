from pmpath.api import assess as assess
from pmpath.api import load as load
from pmpath.errors import PmpathError as PmpathError
from pmpath.loaded import Ladder as Ladder
from pmpath.model.result import Assessment as Assessment

__version__: str
__all__ = ["Assessment", "Ladder", "PmpathError", "__version__", "assess", "load"]
