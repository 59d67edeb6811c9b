"""Writing lines to a pipe and to a file: all of them, in order, counted as they come out."""

import os
from pathlib import Path

import pytest

from pmpath.cli.pouring import pour

SHORT = b"".join(b"line %d\n" % number for number in range(2000))
LONG = b"x" * 9000 + b"\n"


@pytest.mark.parametrize(
    ("content", "most"),
    [(SHORT, 600), (LONG * 3, 1), (SHORT[:600] + LONG + SHORT[:80], 600), (b"", 0)],
    ids=["short", "long", "both", "none"],
)
def test_a_pipe_gets_every_line_and_each_is_counted(monkeypatch: pytest.MonkeyPatch, content: bytes, most: int) -> None:
    reader, writer = os.pipe()
    counted: list[int] = []
    with os.fdopen(reader, "rb") as read, os.fdopen(writer, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr("sys.stdout", pipe)
        pour(content, counted.append)
        pipe.close()
        assert read.read() == content
    assert sum(counted) == content.count(b"\n")
    assert max(counted, default=0) <= most


def test_a_file_gets_all_at_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    counted: list[int] = []
    with (tmp_path / "out").open("w", encoding="utf-8") as file:
        monkeypatch.setattr("sys.stdout", file)
        pour(SHORT, counted.append)
    assert ((tmp_path / "out").read_bytes(), counted) == (SHORT, [2000])
