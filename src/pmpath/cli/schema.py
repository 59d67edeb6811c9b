"""pmpath schema: the JSON Schema of a document that is printed or of a file that is read."""

from typing import TYPE_CHECKING, Annotated

import typer

from pmpath.cli.outcome import RAW_FORMATS, Outcome, emit, hand_over, no_form
from pmpath.cli.sharing import shape
from pmpath.errors import UsageError
from pmpath.model.suggest import did_you_mean

if TYPE_CHECKING:
    from pmpath.cli.outcome import Shape


def _names(incomplete: str) -> list[str]:
    from pmpath.content.published import PUBLISHED

    return [name for name in PUBLISHED if name.startswith(incomplete)]


def schema(
    *,
    ctx: typer.Context,
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="The kind of a document, or a file; listed without it.", autocompletion=_names),
    ] = None,
) -> int:
    """Print the JSON Schema of a document or a file, for editors and pipelines.

    \b
    Examples:
      pmpath schema answers -o answers.schema.json
      pmpath schema assessment

    A file and a document may share a name: ladder is the schema of ladder.yaml, ladder-document that of what pmpath ladder
    --json prints; so with portfolio and interview.
    """
    return emit(_listing(), shape(ctx)) if name is None else _print(name, shape(ctx, raw=True))


def _listing() -> Outcome:
    from pmpath.content.published import PUBLISHED
    from pmpath.render.schemas import schemas_data, schemas_page

    commands = ["pmpath schema answers"]
    return Outcome("schemas", lambda: schemas_data(PUBLISHED), lambda: schemas_page(PUBLISHED, commands), commands)


def _print(name: str, wanted: "Shape") -> int:
    from pmpath.content.published import PUBLISHED, read_schema

    if name not in PUBLISHED:
        raise UsageError(f'there is no schema "{name}"', hint=did_you_mean(name, PUBLISHED) or "pmpath schema lists them")
    if wanted.format not in RAW_FORMATS:
        raise no_form("schema", wanted.format, RAW_FORMATS)
    hand_over(read_schema(name), wanted)
    return 0
