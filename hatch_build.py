"""Compiles the content while the wheel is built: a ladder that is not valid cannot be built."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ContentBuildHook(BuildHookInterface[Any]):
    """Puts the compiled content beside the YAML files in the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Check and compile the data folder; an editable install reads the checkout instead."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from pmpath.content.compiler import compile_folder

        folder = Path(tempfile.mkdtemp(prefix="pmpath-build-"))
        for name, text in compile_folder(root / "data").items():
            compiled = folder / f"{name}.json"
            compiled.write_text(text, "utf-8")
            build_data["force_include"][str(compiled)] = f"pmpath/data/compiled/{name}.json"
