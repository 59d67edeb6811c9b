"""Signs beyond letters, and their twins in ASCII."""

from encodings.aliases import aliases

import pytest

from pmpath.model.glyphs import ASCII, UNICODE, glyphs_for


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-8", "utf8", "utf-8-sig", "utf-16", "utf-32", "gb18030", "utf-7"])
def test_an_encoding_that_can_say_the_signs_gets_them(encoding: str) -> None:
    assert glyphs_for(encoding) is UNICODE


@pytest.mark.parametrize(
    "encoding", ["ascii", "US-ASCII", "ANSI_X3.4-1968", "latin-1", "cp1252", "cp437", "koi8-r", "iso8859-15"]
)
def test_an_encoding_that_lacks_a_sign_gets_ascii_for_all(encoding: str) -> None:
    assert glyphs_for(encoding) is ASCII


@pytest.mark.parametrize("encoding", [None, "", "nonsense", "rot13", "hex"])
def test_what_is_no_encoding_of_text_gets_ascii(encoding: str | None) -> None:
    assert glyphs_for(encoding) is ASCII


def test_every_encoding_of_text_can_say_what_it_gets() -> None:
    for encoding in sorted({*aliases.values()} - {"mbcs", "oem"}):
        try:
            "-".encode(encoding)
        except LookupError:
            continue
        assert "".join(glyphs_for(encoding)).encode(encoding)


def test_the_twins_in_ascii_are_ascii() -> None:
    assert "".join(ASCII).isascii()


def test_a_sign_and_its_twin_are_equally_wide() -> None:
    assert [len(sign) for sign in ASCII] == [len(sign) for sign in UNICODE] == [1, 1, 9]
