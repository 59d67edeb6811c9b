"""What is handed over as HTML and SVG, opened in a real browser: whole, quiet, asking nobody, readable in light and dark."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from builders import example_a, example_b
from cli.running import Home, compiled_folder, run_apart, write_sheet
from e2e import browser
from e2e.browser import Seen
from pmpath.model.answer import Context, Sheet
from pmpath.render import scheme

pytestmark = pytest.mark.browser

Words = tuple[str, ...]
Look = Callable[..., Seen]
"""Returns what a browser makes of a file in a color scheme."""

PAGES: Mapping[str, Words] = {
    "assess.html": ("assess", "--answers", "sheet.json", "--no-save"),
    "ladder.html": ("ladder", "senior-pm"),
    "history.html": ("history",),
    "transition.html": ("transition", "--from", "engineer"),
    "plan.html": ("plan", "--hours", "4"),
    "case.html": ("case",),
}
PICTURES: Mapping[str, Words] = {"assess.svg": PAGES["assess.html"], "history.svg": PAGES["history.html"]}
SCHEMES = {"light": (browser.LIGHT, scheme.LIGHT), "dark": (browser.DARK, scheme.DARK)}
FEWEST_COLORS = 20
"""Letters with smooth edges alone have more."""
NOISY = """<!DOCTYPE html><title>noisy</title><script>console.error("heard")</script><img src="http://x.test/a.png">"""
FORBIDDEN = NOISY.replace(
    "<title>", """<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>"""
)
every_page = pytest.mark.parametrize("name", PAGES)
every_picture = pytest.mark.parametrize("name", PICTURES)
both_schemes = pytest.mark.parametrize("called", SCHEMES)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write every file into a folder, from two assessments and a piece of evidence that were kept."""
    folder = tmp_path_factory.mktemp("browser")
    home = Home(folder / "home")
    home.assessed(example_b(), "2026-01-05")
    home.assessed(example_a(), "2026-01-06", sheet=Sheet({}, {"discovery.pm": [{"what": "Ran interviews"}]}, Context()))
    settings = {"PMPATH_HOME": str(home.folder), "PMPATH_DATA_DIR": str(compiled_folder(folder / "data"))}
    write_sheet(folder / "sheet.json", example_a())
    for name, words in {**PAGES, **PICTURES}.items():
        placed = [str(folder / word) if word == "sheet.json" else word for word in words]
        done = run_apart([*placed, "-o", str(folder / name)], settings)
        assert done.code == 0, done.err
    return folder


@pytest.fixture(scope="module")
def seen(files: Path, tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Open files, once in each color scheme."""
    done: dict[tuple[str, str], Seen] = {}

    def of(name: str, called: str = "light") -> Seen:
        if (name, called) not in done:
            done[name, called] = browser.opened(files / name, tmp_path_factory.mktemp("profile"), SCHEMES[called][0])
        return done[name, called]

    return of


def rgb(color: str) -> tuple[int, ...]:
    return tuple(int(color[at : at + 2], 16) for at in (1, 3, 5))


# the watch itself


def test_the_watch_hears_a_console_and_sees_a_call(tmp_path: Path) -> None:
    (tmp_path / "noisy.html").write_text(NOISY, "utf-8")
    found = browser.opened(tmp_path / "noisy.html", tmp_path)
    assert ["heard" in line for line in found.said] == [True]
    assert found.called == ["http://x.test/a.png", "x.test"]


def test_our_policy_keeps_a_page_from_running_and_calling(tmp_path: Path) -> None:
    (tmp_path / "noisy.html").write_text(FORBIDDEN, "utf-8")
    found = browser.opened(tmp_path / "noisy.html", tmp_path)
    assert found.called == []
    assert [line for line in found.said if "heard" in line and "Security Policy" not in line] == []


# pages


@every_page
def test_a_page_says_nothing_on_the_console(seen: Look, name: str) -> None:
    assert seen(name).said == []


@every_page
def test_a_page_calls_nobody(seen: Look, name: str) -> None:
    assert seen(name).called == []


@every_page
def test_every_section_of_a_page_is_there(files: Path, seen: Look, name: str) -> None:
    sections = r'<section id="[^"]+">|<h[123]>[^<]+</h[123]>'
    written = re.findall(sections, (files / name).read_text("utf-8"))
    assert len(written) > 3
    assert re.findall(sections, seen(name).document) == [part.replace("&#x27;", "'").replace("&quot;", '"') for part in written]


@every_page
@both_schemes
def test_a_page_looks_like_its_scheme_and_is_not_empty(seen: Look, name: str, called: str) -> None:
    shown, colors = seen(name, called).screen, SCHEMES[called][1]
    assert shown.corner == rgb(colors["paper"])
    assert rgb(colors["text"]) in shown.colors
    assert len(shown.colors) > FEWEST_COLORS


@every_page
def test_a_page_can_be_printed(seen: Look, name: str) -> None:
    paper = seen(name).paper
    assert (paper[:5], len(paper) > 5000, b"/Type /Page" in paper) == (b"%PDF-", True, True)


# pictures


@every_picture
def test_a_picture_says_nothing_and_calls_nobody(seen: Look, name: str) -> None:
    assert (seen(name).said, seen(name).called) == ([], [])


@pytest.mark.parametrize("name", [*PICTURES, "assess.html"])
@both_schemes
def test_a_picture_looks_like_its_scheme_and_shows_its_bars(seen: Look, name: str, called: str) -> None:
    shown, colors = seen(name, called).screen, SCHEMES[called][1]
    assert shown.corner == rgb(colors["paper"])
    assert {rgb(colors["bar"]), rgb(colors["mark"])} <= shown.colors
