"""Makes bad files: what no reader of data may take, and sound documents damaged in every place. Same call, same files."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from random import Random
from typing import Any, Final, NamedTuple

Path = tuple[str | int, ...]
_DICE: Final = Random
"""What draws the same files every time."""


class Bad(NamedTuple):
    """A bad file: what is wrong with it, and its bytes or what makes them; `refused` where no reader of data may take it."""

    name: str
    made: bytes | Callable[[], bytes]
    refused: bool = True

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.made if isinstance(self.made, bytes) else self.made()


OBEYED: Final = {
    "color": "\x1b[31mred",
    "clear": "\x1b[2J\x1b[H",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;b3duZWQ=\x07",
    "link": "\x1b]8;;https://x.test\x1b\\here\x1b]8;;\x1b\\",
    "device control": "\x1bPq\x1b\\",
    "eight bit": "\x9b31mred\x9d0;t\x9c",
    "bell": "a\x07b",
    "backspace": "hidden\x08\x08\x08\x08\x08\x08shown",
    "return": "said\rheard",
    "delete": "a\x7fb",
    "nul": "a\x00b",
    "override": "name \u202etxt.exe",
    "isolate": "\u2066abc\u2069",
    "zero width": "a\u200bb",
    "tags": "a\U000e0041\U000e0042",
    "separators": "a\u2028b\u2029c\x85d",
    "marks": "e" + "\u0301" * 300,
    "private": "\ue000\U0010fffd",
    "no character": "\ufffe\uffff",
    "surrogate": "a\ud800b",
}
"""What a terminal would obey, or an eye would not see."""
MARKUP: Final = {
    "brackets": "[/] [/x] [bold]x [link=https://x.test]x[/link] list[int] [todo]",
    "emoji": ":bomb: :smile:",
    "formats": "{0.__class__} %s %n {{7*7}} ${HOME} $(id) `id`",
    "html": "</style><script>alert(1)</script>",
    "formula": '=HYPERLINK("https://x.test","x")',
    "markdown": "[x](javascript:alert(1)) ![x](file:///etc/passwd) | a |\n|---|",
}
"""What a program that shows it could take for more than text."""
_WRONG: Final[dict[str, object]] = {
    "null": None,
    "a list": ["x"],
    "a mapping": {"x": 1},
    "true": True,
    "a fraction": 2.5,
    "below nothing": -1,
    "too much": 10**17,
    "too many digits": 10**40,
    "no words": "",
    "a word": "three",
    "a long text": "x" * 200_000,
}


def bytes_of(document: object) -> bytes:
    """Write a document as JSON, which is YAML too."""
    return json.dumps(document, indent=1).encode()


@cache
def broken() -> tuple[Bad, ...]:
    """Return files that no reader of data may take."""
    groups = (_encodings(), _syntax(), _bombs(), _depths(), _sizes(), _tags(), _keys(), _raw())
    return tuple(one for group in groups for one in group)


def strange_json() -> Iterator[Bad]:
    """Yield JSON that a careless reader takes."""
    for word in ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000, "01", ".5", "0x10", "+1", "'a'"):
        yield Bad(f"number {word[:9]}", f'{{"answers": {word}}}'.encode())
    yield Bad("key twice", b'{"answers": {}, "answers": {}}')
    yield Bad("key twice once unescaped", b'{"answers": {}, "\\u0061nswers": {}}')
    yield Bad("lone surrogate as a key", b'{"\\ud800": 1}')
    yield Bad("a list", b"[1, 2]")
    yield Bad("a word", b'"answers"')
    yield Bad("two documents", b'{"answers": {}} {"answers": {}}')
    yield Bad("a comma too many", b'{"answers": {},}')
    yield Bad("half", b'{"answers": {"scope"')
    for depth in (60, 900, 1100, 100_000):
        yield Bad(f"{depth} lists", b"[" * depth + b"]" * depth)
        yield Bad(f"{depth} objects", b'{"a":' * depth + b"1" + b"}" * depth)


def cut(content: bytes, pieces: int = 12) -> Iterator[Bad]:
    """Yield a file cut short, which may by chance be sound."""
    for count in range(pieces):
        yield Bad(f"cut {count}/{pieces}", content[: len(content) * count // pieces], refused=False)


def flipped(content: bytes, count: int = 24, seed: int = 7) -> Iterator[Bad]:
    """Yield a file with one bit turned over, or a run of bytes lost, zeroed or written twice."""
    dice = _DICE(seed)
    for number in range(count):
        bad, place = bytearray(content), dice.randrange(len(content))
        end = min(len(bad), place + dice.choice((1, 8, 64)))
        match number % 4:
            case 0:
                bad[place] ^= 1 << dice.randrange(8)
            case 1:
                del bad[place:end]
            case 2:
                bad[place:end] = bytes(end - place)
            case _:
                bad[place:place] = bad[place:end]
        yield Bad(f"turned over {number} at {place}", bytes(bad), refused=False)


def damaged(document: Any, places: int = 40, seed: int = 7) -> Iterator[Bad]:
    """Yield a sound document that is damaged in many places: something is missing, misspelled, of a wrong kind or hostile."""
    dice = _DICE(seed)
    found = _different(list(_paths(document)), dice)[:places]
    for place in found:
        where = ".".join(map(str, place))
        if isinstance(place[-1], str):
            yield _other(f"{where} is missing", _without, document, place)
            yield _other(f"{where} is misspelled", _renamed, document, place, f"{place[-1]}_")
        for name, value in _WRONG.items():
            yield _other(f"{where} is {name}", _put, document, place, value)
        if isinstance(value := _at(document, place), list):
            yield _other(f"{where} is empty", _put, document, place, [])
            yield _other(f"{where} is there twice", _put, document, place, value * 2)
            yield _other(f"{where} is there too often", _put, document, place, value[:1] * 3000)
    yield from _texts(document, found, dice)


def _other(name: str, change: Callable[..., Any], *given: Any) -> Bad:
    """Return a changed document, which is made when it is wanted and may by chance be sound."""
    return Bad(name, lambda: bytes_of(change(*given)), refused=False)


def _texts(document: Any, places: list[Path], dice: Random) -> Iterator[Bad]:
    """Yield the document with hostile text as a value, as a key, and as a key in the place of one that it has."""
    words = [place for place in places if isinstance(_at(document, place), str)]
    named = [place for place in places if isinstance(place[-1], str)]
    for name, text in {**OBEYED, **MARKUP}.items():
        if words:
            place = dice.choice(words)
            yield _other(f"{name} at {'.'.join(map(str, place))}", _put, document, place, text)
        yield _other(f"{name} as a key", _put, document, (text,), 1)
        place = dice.choice(named)
        yield _other(f"{name} for {place[-1]}", _renamed, document, place, text)


def _encodings() -> Iterator[Bad]:
    text = '{"answers": {"scope": "caf\u00e9"}}'
    for name in ("utf-16", "utf-16-le", "utf-32", "latin-1", "cp037"):
        yield Bad(name, text.encode(name))
    yield Bad("overlong", b'answers: "\xc0\xaf"\n')
    yield Bad("a lone continuation", b'answers: "\x80\x80"\n')
    yield Bad("a surrogate in bytes", b'answers: "\xed\xa0\x80"\n')
    yield Bad("beyond unicode", b'answers: "\xf4\x90\x80\x80"\n')
    yield Bad("a character cut in two", b'answers: "\xc3')
    yield Bad("two marks of order", b"\xef\xbb\xbf\xef\xbb\xbf- a\n")
    yield Bad("random bytes", _DICE(1).randbytes(4096))
    yield Bad("a program", b"\x7fELF\x02\x01\x01" + bytes(200))
    yield Bad("compressed", b"\x1f\x8b\x08\x00" + _DICE(2).randbytes(200))
    yield Bad("nothing but nul", bytes(4096))


def _syntax() -> Iterator[Bad]:
    for text in (
        "",
        " \n\n",
        "# a comment\n",
        "---\n",
        "...\n",
        "- a\n- b\n",
        "a word\n",
        "42\n",
        "null\n",
        "a: 1\n---\na: 2\n",
        "a: [1, 2\n",
        'a: "b\n',
        "a:\n\t- b\n",
        "a:\n  b: 1\n c: 2\n",
        "a: b: c\n",
        "%YAML 9.9\n---\na: 1\n",
        "%TAG ! !\n%TAG ! !\n---\na: 1\n",
        "a: @b\n",
        "a: `b`\n",
        "a: *b\n",
        'a: "\\q"\n',
        "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n",
        "<a>1</a>\n",
        "[a]\nb = 1\n",
        ": \n: \n",
        "? \n",
        "a: |9\n  b\n",
        "\ufeffa: \ufeffb\n\ufeff",
    ):
        yield Bad(f"text {text[:20]!r}", text.encode())


def _bombs() -> Iterator[Bad]:
    doubled = "".join(f"k{n}: &k{n} [*k{n - 1}, *k{n - 1}]\n" for n in range(1, 31))
    yield Bad("aliases of lists", f"k0: &k0 [x, x]\n{doubled}".encode())
    mapped = "".join(f"k{n}: &k{n} {{a: *k{n - 1}, b: *k{n - 1}}}\n" for n in range(1, 31))
    yield Bad("aliases of mappings", f"k0: &k0 {{a: x}}\n{mapped}".encode())
    merged = "".join(f"k{n}: &k{n}\n  <<: [{', '.join([f'*k{n - 1}'] * 10)}]\n" for n in range(1, 9))
    yield Bad("merge keys", f"k0: &k0 {{{', '.join(f'a{n}: 1' for n in range(100))}}}\n{merged}".encode())
    yield Bad("a long text again and again", f"a: &a {'x' * 50_000}\nb: [{', '.join(['*a'] * 5000)}]\n".encode())
    yield Bad("a list in itself", b"a: &a [*a]\n")
    yield Bad("a mapping in itself", b"a: &a {b: *a}\n")
    yield Bad("an anchor that nobody uses", b"answers: &a {}\n")


def _depths() -> Iterator[Bad]:
    for depth in (60, 1000, 100_000):
        yield Bad(f"{depth} lists deep", b"a: " + b"[" * depth + b"]" * depth)
        yield Bad(f"{depth} mappings deep", b"{a: " * depth + b"}" * depth)
    yield Bad("open lists", b"a: " + b"[" * 20_000)
    yield Bad("open mappings", b"{" * 3000)
    yield Bad("lists in a line", b"- " * 20_000)
    yield Bad("keys in a line", b"? " * 20_000)
    yield Bad("a staircase", "\n".join(" " * n + "a:" for n in range(800)).encode())


def _sizes() -> Iterator[Bad]:
    yield Bad("a long line", b"answers: " + b"x" * 2_000_000)
    yield Bad("a long key", b"? " + b"k" * 200_000 + b"\n: 1\n")
    yield Bad("many keys", "".join(f"k{n}: {n}\n" for n in range(60_000)).encode())
    yield Bad("many numbers", b"answers: [" + b"1," * 100_000 + b"1]\n")
    yield Bad("many escapes", b'answers: "' + b"\\x41" * 100_000 + b'"\n')
    yield Bad("many comments", b"# x\n" * 300_000 + b"answers: {}\n")
    for digits in (19, 5000, 900_000):
        yield Bad(f"{digits} digits", b"answers: " + b"9" * digits + b"\n")
        yield Bad(f"{digits} digits and a point", b"answers: " + b"9" * digits + b".5\n")
    yield Bad("many hexadecimal digits", b"answers: 0x" + b"f" * 900_000 + b"\n")


def _tags() -> Iterator[Bad]:
    for value in (
        "!!python/object/apply:os.system ['touch owned']",
        "!!python/object/new:subprocess.Popen [[touch, owned]]",
        "!!python/module:os",
        "!!python/name:builtins.eval",
        "!!binary aGk=",
        "!!set {x, y}",
        "!!omap [x: 1]",
        "!!timestamp 2024-13-45",
        "!!int abc",
        "!!float .inf",
        "!!null x",
        "!own x",
        "!<tag:x,2020:y> z",
    ):
        yield Bad(f"tag {value[:24]}", f"answers: {value}\n".encode())


def _keys() -> Iterator[Bad]:
    for text in (
        "a: 1\na: 2\n",
        "answers: {scope: pm, scope: none}\n",
        "1: a\n'1': b\n",
        "? [a, b]\n: 1\n",
        "? {a: b}\n: 1\n",
        "~: 1\n",
        "'': 1\n",
        "<<: 1\n",
        "<<: [1]\n",
        "=: 1\n",
        "2024-01-01: 1\n",
    ):
        yield Bad(f"key {text[:20]!r}", text.encode())


def _raw() -> Iterator[Bad]:
    for name in ("color", "nul", "bell", "delete", "eight bit"):
        yield Bad(f"raw {name}", f"answers: {OBEYED[name]}\n".encode())
        yield Bad(f"raw {name} in a key", f"{OBEYED[name]}: 1\n".encode())


def _paths(document: object, before: Path = ()) -> Iterator[Path]:
    """Yield the path of everything in a document, of lists only the first two."""
    if before:
        yield before
    parts: list[tuple[str | int, object]] = []
    if isinstance(document, dict):
        parts = list(document.items())
    elif isinstance(document, list):
        parts = list(enumerate(document[:2]))
    for key, value in parts:
        yield from _paths(value, (*before, key))


def _different(paths: list[Path], dice: Random) -> list[Path]:
    """Return the paths, the short ones first, of those that differ only in the places of lists one."""
    dice.shuffle(paths)
    alike = {tuple(step if isinstance(step, str) else 0 for step in path): path for path in paths}
    return sorted(alike.values(), key=len)


def _at(document: Any, path: Path) -> Any:
    for step in path:
        document = document[step]
    return document


def _put(document: Any, path: Path, value: object) -> Any:
    changed = deepcopy(document)
    _at(changed, path[:-1])[path[-1]] = value
    return changed


def _without(document: Any, path: Path) -> Any:
    changed = deepcopy(document)
    del _at(changed, path[:-1])[path[-1]]
    return changed


def _renamed(document: Any, path: Path, name: str) -> Any:
    changed = _without(document, path)
    _at(changed, path[:-1])[name] = _at(document, path)
    return changed
