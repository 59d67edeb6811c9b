"""Reads a given file as YAML or JSON, whichever it is, into plain data with places."""

from pmpath.content.document import Document, unreadable
from pmpath.content.json_reader import read_json
from pmpath.content.reader import read_yaml


def read_document(content: bytes, name: str) -> Document:
    """Return what stands in a file; raise `ContentError` where it cannot be read, or where nothing stands in it."""
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        line = content.count(b"\n", 0, err.start) + 1
        raise unreadable(name, (line, 1), "not in UTF-8") from err
    document = read_json(content, name) if name.endswith(".json") and content.strip() else read_yaml(content, name)
    if document.data is None:
        raise unreadable(name, None, "the file is empty")
    return document


def read_data(content: bytes, name: str) -> Document:
    """Return the data of a small file, which may be empty; its name, or a first brace, says which of the two it is."""
    if name.endswith(".json") or (not name.endswith((".yaml", ".yml")) and content.lstrip()[:1] == b"{"):
        return read_json(content, name)
    return read_yaml(content, name)
