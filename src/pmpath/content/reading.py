"""Reads a small file that people write, YAML or JSON, into plain data with places."""

from pmpath.content.document import Document


def read_data(content: bytes, name: str) -> Document:
    """Return the data of a file; its name, or a first brace, says which of the two it is."""
    if name.endswith(".json") or (not name.endswith((".yaml", ".yml")) and content.lstrip()[:1] == b"{"):
        from pmpath.content.json_reader import read_json

        return read_json(content, name)
    from pmpath.content.reader import read_yaml

    return read_yaml(content, name)
