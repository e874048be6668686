"""Runs the tests with the least version that pyproject.toml allows of every library that factcheck needs.

    python tools/lowest.py [PYTEST ARGUMENT…]      # such as -x or -m "not slow"

Makes an environment of its own, which takes a minute and the package index, and removes it afterwards. The tools of the
`dev` extra are the newest: they are not what a user has.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
# A requirement that names its least version: "click>=8.1".
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,.-]+\])?>=(?P<least>[\w.]+)(?P<rest>.*)")
TOOLS = "dev"


def least(project: Mapping[str, Any]) -> Iterator[str]:
    """A constraint for every library that factcheck or an extra of it needs. Raises ValueError where one has none."""
    extras = project.get("optional-dependencies", {})
    needed = [*project["dependencies"], *(line for name, lines in extras.items() if name != TOOLS for line in lines)]
    for line in needed:
        found = REQUIREMENT.fullmatch(line)
        if found is None:
            raise ValueError(f"pyproject.toml names no least version: {line}")
        yield f"{found['name']}=={found['least']}"


def main(arguments: list[str]) -> int:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = ",".join(project.get("optional-dependencies", {}))
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        constraints = Path(folder) / "least.txt"
        constraints.write_text("".join(f"{line}\n" for line in least(project)), encoding="utf-8")
        print(constraints.read_text(encoding="utf-8"), end="", flush=True)
        install = ["-m", "pip", "install", "--quiet", "--constraint", str(constraints), "--editable", f".[{extras}]"]
        subprocess.run([python, *install], cwd=ROOT, check=True)
        return subprocess.run([python, "-m", "pytest", *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
