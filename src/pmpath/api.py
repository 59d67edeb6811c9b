"""pmpath as a library: load a ladder once, assess as many sheets as there are. Imports nothing until it is called.

>>> from pmpath import assess, load
>>> ladder = load()
>>> result = assess(ladder, {"answers": {"scope": ladder.levels[1]}})
>>> result.role == ladder.levels[1], result.level is None, result.complete
(True, True, False)
"""

TYPE_CHECKING = False  # `typing` would cost every start of the command more than all of this
if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

    from pmpath.loaded import Ladder
    from pmpath.model.result import Assessment


_TYPES = {"Assessment": "pmpath.model.result", "Ladder": "pmpath.loaded", "PmpathError": "pmpath.errors"}
"""Type that programs name to the module in which it stands."""


def load(path: "str | PathLike[str] | None" = None) -> "Ladder":
    """Load a ladder of your own from its file, or that of a data folder; without either the one in use, else the shipped one.

    Raises `pmpath.errors.MissingFileError` where there is none, `pmpath.errors.ContentError` where it is not valid.

    >>> from pmpath.errors import MissingFileError
    >>> try:
    ...     load("no/such/folder")
    ... except MissingFileError as error:
    ...     print(error.message)
    no ladder.yaml in no/such/folder
    """
    from pmpath.loaded import load_ladder

    return load_ladder(path)


def assess(ladder: "Ladder", sheet: "Mapping[str, object]", *, target: str | None = None) -> "Assessment":
    """Place an answer sheet, and say what is missing for the next level, or for the target.

    The sheet is what stands in a file: answers, evidence, context. The result has the names of the JSON document; it is a
    plain frozen record. Raises `pmpath.errors.ContentError` with every problem of the sheet, `pmpath.errors.UsageError` for a
    target that is no level.

    >>> from pmpath.errors import ContentError
    >>> try:
    ...     assess(load(), {"answers": {"scpe": "none"}})
    ... except ContentError as error:
    ...     print(error.problems[0].path, error.problems[0].hint)
    answers.scpe did you mean scope?
    """
    return ladder.assess(sheet, target)


def named(name: str) -> object:
    """Return a type of the library by its name; the package asks here, so that to import `load` loads no type.

    >>> import pmpath
    >>> type(load()) is pmpath.Ladder, pmpath.PmpathError.__name__
    (True, 'PmpathError')
    >>> pmpath.Lader
    Traceback (most recent call last):
    AttributeError: pmpath has no Lader
    """
    if name not in _TYPES:
        raise AttributeError(f"pmpath has no {name}")
    from importlib import import_module

    return getattr(import_module(_TYPES[name]), name)
