"""Builds a model out of data that it refused, as far as that goes, so that references can be looked at all the same."""

from types import NoneType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    from pmpath.content.document import Data

Model = TypeVar("Model", bound=BaseModel)
_MISSING: Final = object()
"""Stands for a field that is not there."""
_PLAIN: Final = {str: "", int: 0, float: 0.0, bool: False, NoneType: None}


def loosely(model: type[Model], data: "Data") -> Model:
    """Return a model with every field that has the right kind of value; the others are empty, lists keep their places."""
    given = data if isinstance(data, dict) else {}
    values: dict[str, Any] = {
        name: _field(field, given.get(field.alias or name, _MISSING)) for name, field in model.model_fields.items()
    }
    return model.model_construct(**values)


def _field(field: FieldInfo, value: object) -> object:
    if value is _MISSING and not field.is_required():
        return field.get_default(call_default_factory=True)
    return _value(field.annotation, None if value is _MISSING else value)


def _value(kind: object, data: object) -> object:
    """Return data as a kind of value; something empty of that kind where it is another."""
    origin = get_origin(kind)
    if origin is None:
        return _single(kind, data)
    inner = get_args(kind)
    if origin is list:
        return [_value(inner[0], item) for item in data] if isinstance(data, list) else []
    if origin is Literal:
        return data if data in inner else inner[0]
    return None if data is None and NoneType in inner else _value(inner[0], data)


def _single(kind: object, data: object) -> object:
    """Return data as a plain kind of value or as a model."""
    if not isinstance(kind, type):
        return None
    if issubclass(kind, BaseModel):
        return loosely(kind, cast("Data", data))
    return data if isinstance(data, kind) else _PLAIN.get(kind)
