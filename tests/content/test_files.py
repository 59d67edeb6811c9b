"""Files that people name: a plain file of bounded size, standard input, or a clear refusal without waiting."""

import io
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from pmpath.content.bounds import MAX_BYTES
from pmpath.content.files import open_plain, read_given, shown_name
from pmpath.errors import ContentError, MissingFileError, Problem

TRY_AGAIN: Final = "check the name and try again"
NAME_A_FILE: Final = "name a file, or - for standard input"


def missing(name: str) -> tuple[str, str, int]:
    with pytest.raises(MissingFileError) as caught:
        read_given(name)
    return caught.value.message, caught.value.hint, caught.value.exit_code


def open_descriptors() -> list[Path]:
    return sorted(Path("/dev/fd").iterdir())


def give_stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize("content", [b"", b"answers: {}\n", b"\x00\xff", b"\r\n"])
def test_a_plain_file_is_read_byte_by_byte(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "answers.yaml"
    file.write_bytes(content)
    assert read_given(str(file)) == content


@pytest.mark.parametrize("name", ["two words.yaml", "-answers.yaml", "\u00e9\u4e2d.yaml", "*.yaml", "a\nb", "\udcff"])
def test_a_file_may_have_any_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert read_given(name) == b"x"


def test_a_link_to_a_plain_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"x")
    (tmp_path / "link").symlink_to("real")
    assert read_given("link") == b"x"


def test_a_missing_file_is_named() -> None:
    assert missing("nowhere.yaml") == ("nowhere.yaml: cannot be read: no such file or directory", TRY_AGAIN, 66)


def test_a_link_to_nothing_is_a_missing_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("nowhere")
    assert missing("link") == ("link: cannot be read: no such file or directory", TRY_AGAIN, 66)


def test_a_path_through_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    assert missing("file/child") == ("file/child: cannot be read: not a directory", TRY_AGAIN, 66)


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    message, hint, code = missing("loop")
    assert message.startswith("loop: cannot be read: ")
    assert (hint, code) == (TRY_AGAIN, 66)


def test_a_name_that_is_too_long_is_refused() -> None:
    message, hint, code = missing("x" * 5000)
    assert message == "x" * 5000 + ": cannot be read: file name too long"
    assert (hint, code) == (TRY_AGAIN, 66)


@pytest.mark.parametrize("name", ["a\x00b", "\x00", "\ud800"])
def test_what_can_be_no_name_is_refused(name: str) -> None:
    assert missing(name) == (f"{name}: cannot be read: not a file name", TRY_AGAIN, 66)


def test_an_empty_name_is_refused() -> None:
    assert missing("")[1:] == (TRY_AGAIN, 66)


def _folder(path: Path) -> None:
    path.mkdir()


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/null")


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("make", [_folder, _fifo, _device, _endless])
def test_what_is_no_plain_file_is_refused_without_waiting(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "odd")
    assert missing("odd") == ("odd: not a plain file", NAME_A_FILE, 66)


def test_a_socket_is_refused_without_waiting(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as end:
        end.bind("socket")
        assert (tmp_path / "socket").is_socket()
        assert missing("socket")[2] == 66


def test_what_is_refused_is_closed_again(tmp_path: Path) -> None:
    before = open_descriptors()
    assert missing(str(tmp_path))[2] == 66
    assert open_descriptors() == before


def test_what_is_opened_is_open_for_reading_and_hidden_from_children(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")
    descriptor = open_plain("file")
    try:
        assert os.read(descriptor, 10) == b"abc"
        assert not os.get_inheritable(descriptor)
    finally:
        os.close(descriptor)


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"#" * MAX_BYTES)
    assert len(read_given("large")) == MAX_BYTES


def test_a_larger_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "large").write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(ContentError) as caught:
        read_given("large")
    assert caught.value.message == "this file is too large"
    assert caught.value.problems == (Problem("large", None, None, "", "larger than 1024 KiB", ""),)


def test_a_hole_of_a_terabyte_is_refused_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "hole").open("wb") as file:
        file.truncate(2**40)
    with pytest.raises(ContentError, match="this file is too large"):
        read_given("hole")


def test_a_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b"answers: {}\n\xff")
    assert read_given("-") == b"answers: {}\n\xff"


def test_a_file_named_dash_is_not_meant_by_a_dash(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "-").write_bytes(b"file")
    give_stdin(monkeypatch, b"stream")
    assert read_given("-") == b"stream"
    assert read_given("./-") == b"file"


def test_too_much_on_standard_input_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    give_stdin(monkeypatch, b"#" * (MAX_BYTES + 1))
    with pytest.raises(ContentError) as caught:
        read_given("-")
    assert caught.value.problems == (Problem("standard input", None, None, "", "larger than 1024 KiB", ""),)


@pytest.mark.parametrize(("name", "shown"), [("-", "standard input"), ("a.yaml", "a.yaml"), ("./-", "./-")])
def test_messages_call_standard_input_by_its_name(name: str, shown: str) -> None:
    assert shown_name(name) == shown
