"""Describes the fields of a model in its JSON Schema by the text below each of them.

The text is read from the source of the models, which takes longer than to build them: only those who make a schema pay for it.
"""

import ast
from functools import cache
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent
from typing import TYPE_CHECKING

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core.core_schema import ModelSchema


class Describing(GenerateJsonSchema):
    """Makes schemas in which every field says what it is."""

    def model_schema(self, schema: "ModelSchema") -> "JsonSchemaValue":
        """Return the schema of a model with the texts of its fields."""
        made = super().model_schema(schema)
        properties = made.get("properties", {})
        for name, said in descriptions(schema["cls"]).items():
            key = schema["cls"].model_fields[name].alias or name
            properties[key].setdefault("description", said)
        return made


def descriptions(model: type[BaseModel]) -> dict[str, str]:
    """Return field to the text that stands below it, in the model or in one that it extends."""
    said = {name: text for kind in reversed(model.__mro__) for name, text in _said_in(kind).items()}
    return {name: said[name] for name in model.model_fields if name in said}


@cache
def _said_in(kind: type) -> dict[str, str]:
    """Return field to text for the fields that a class adds itself."""
    if not issubclass(kind, BaseModel) or kind is BaseModel:
        return {}
    (definition,) = ast.parse(dedent(getsource(kind))).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant) and isinstance(text.value.value, str)
    }
