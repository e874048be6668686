"""LibreOffice as a reader of what is written: files through its own formats and back."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

OFFICE = shutil.which("soffice")


def through(path: Path, *filters: str) -> Path:
    """A file after LibreOffice has turned it into each of these formats in turn ("odt", "docx:MS Word 2007 XML"); it
    is written beside the first, which a way back writes over."""
    assert OFFICE is not None
    for wanted in filters:
        home = f"-env:UserInstallation=file://{path.parent}/home"
        command = [OFFICE, "--headless", home, "--convert-to", wanted, "--outdir", str(path.parent), path.name]
        subprocess.run(command, cwd=path.parent, check=True, capture_output=True)
        path = path.with_suffix("." + wanted.partition(":")[0])
    return path
