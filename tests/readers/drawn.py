"""Small PDF files as bytes, made of words at places."""

from __future__ import annotations

from collections.abc import Sequence

# left, height above the foot of the page, size of the letters, words
Word = tuple[float, float, float, str]
PAGE = (400, 600)


def lines(left: float, top: float, *texts: str, size: float = 10) -> list[Word]:
    """Lines of running text, one below the other."""
    return [(left, top - 12 * number, size, text) for number, text in enumerate(texts)]


def pdf(*pages: Sequence[Word], catalog: str = "", page: str = "", drawing: str = "") -> bytes:
    """A file with a page for each list of words; `catalog` and `page` are further entries of those objects."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, words in enumerate(pages):
        content = drawing + "".join(
            f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in words
        )
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Contents {5 + 2 * number} 0 R"
            f" /Resources << /Font << /F 3 0 R >> >> {page} >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}endstream")
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    written, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    start = len(written)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    written += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return written.encode("latin-1")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
