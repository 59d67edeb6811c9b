"""Writes the bill of materials that a wheel carries: what is in it, and what it expects beside it, as CycloneDX 1.7.

The same project gives the same bytes: there is no clock in it, and its number comes from its content.
"""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

FILE: Final = "pmpath.cdx.json"
WORKING_ON_IT: Final = frozenset({"dev", "test"})
"""Extras for work on pmpath, which nobody needs to use it."""
Json = dict[str, object]


class Project(NamedTuple):
    """What a bill is made of."""

    name: str
    version: str
    description: str
    license: str
    requires: list[str]
    extras: Mapping[str, list[str]]
    data: Path
    """Folder of the YAML files that the wheel carries."""


def write_bill(project: Project) -> str:
    """Return the bill of a project as JSON."""
    libraries = [_library(Requirement(one), "required") for one in sorted(project.requires, key=str.lower)]
    libraries += [_library(one, "optional") for one in _only_optional(project)]
    bill: Json = {
        "$schema": "http://cyclonedx.org/schema/bom-1.7.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.7",
        "version": 1,
        "metadata": {"lifecycles": [{"phase": "build"}], "component": _itself(project)},
        "components": [*_files(project.data), *libraries],
        "dependencies": [
            {"ref": project.name, "dependsOn": [one["bom-ref"] for one in libraries if one["scope"] == "required"]},
        ],
    }
    number = uuid5(NAMESPACE_URL, json.dumps(bill, sort_keys=True))
    return json.dumps({**bill, "serialNumber": f"urn:uuid:{number}"}, indent=2) + "\n"


def _only_optional(project: Project) -> Iterable[Requirement]:
    """Yield what extras for using pmpath require and pmpath itself does not, each once."""
    wanted = {one for name, needs in project.extras.items() if name not in WORKING_ON_IT for one in needs}
    known = {canonicalize_name(Requirement(one).name) for one in project.requires}
    found = map(Requirement, sorted(wanted, key=str.lower))
    return (one for one in found if canonicalize_name(one.name) not in known)


def _itself(project: Project) -> Json:
    return {
        "type": "application",
        "bom-ref": project.name,
        "name": project.name,
        "version": project.version,
        "description": project.description,
        "licenses": [{"license": {"id": project.license}}],
        "purl": f"pkg:pypi/{project.name}@{project.version}",
    }


def _files(folder: Path) -> Iterable[Json]:
    """Yield the files of the content that the wheel carries."""
    for name, path in sorted((f"data/{path.relative_to(folder).as_posix()}", path) for path in folder.rglob("*.yaml")):
        digest = sha256(path.read_bytes()).hexdigest()
        yield {"type": "data", "bom-ref": name, "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]}


def _library(requirement: Requirement, scope: str) -> Json:
    """Return a library that is not in the wheel: whoever installs it brings one of these versions."""
    name = canonicalize_name(requirement.name)
    return {
        "type": "library",
        "bom-ref": name,
        "name": name,
        "versionRange": version_range(requirement.specifier),
        "isExternal": True,
        "scope": scope,
        "purl": f"pkg:pypi/{name}",
    }


def version_range(specifier: SpecifierSet) -> str:
    """Return versions as CycloneDX writes them, the lowest first."""
    bounds = sorted(specifier, key=lambda one: Version(one.version))
    return "vers:pypi/" + "|".join(f"{one.operator}{one.version}" for one in bounds)
