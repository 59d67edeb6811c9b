"""Compiles the content while the wheel is built: a ladder that is not valid cannot be built. Adds the bill of materials."""

import sys
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if TYPE_CHECKING:
    from collections.abc import Iterator


class ContentBuildHook(BuildHookInterface[Any]):
    """Puts the compiled content beside the YAML files in the wheel, and what it is made of beside its metadata."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check and compile the data folder; an editable install reads the checkout instead."""
        if version == "editable":
            return
        root = Path(self.root)
        self._made = TemporaryDirectory(prefix="pmpath-build-")
        folder = Path(self._made.name)
        with _importable(root / "src", root / "tools"):
            from bill_of_materials import FILE, Project, write_bill
            from pmpath.content.compiler import compile_folder

            for name, text in compile_folder(root / "data").items():
                compiled = folder / f"{name}.json"
                compiled.write_text(text, "utf-8")
                build_data["force_include"][str(compiled)] = f"pmpath/data/compiled/{name}.json"
            core = self.metadata.core
            project = Project(
                self.metadata.name,
                self.metadata.version,
                core.description,
                core.license_expression,
                core.dependencies,
                core.optional_dependencies,
                root / "data",
            )
            (folder / FILE).write_text(write_bill(project), "utf-8")
            build_data["sbom_files"].append(str(folder / FILE))

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  # hatchling's names
        """Take away what was made for the wheel."""
        if version != "editable":
            self._made.cleanup()


@contextmanager
def _importable(*folders: Path) -> "Iterator[None]":
    """Let modules of these folders be imported for a while."""
    before = sys.path[:]
    sys.path[:0] = map(str, folders)
    try:
        yield
    finally:
        sys.path[:] = before
