"""Comments in Word files: on exactly the words, with all else as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from tests.cli.conftest import Run, project, run
from tests.rows import each

from factcheck.desk.comments import annotated
from factcheck.errors import InputError
from factcheck.extract import read_source
from factcheck.model import Finding, Verdict
from factcheck.readers import read_data

NOW = datetime(2030, 5, 6, 7, 8, 9, tzinfo=UTC)
__all__ = ["project", "run"]  # fixtures


@cache
def word(body: str) -> bytes:
    """A Word file of some paragraphs."""
    document = docx.Document()
    inside = parse_xml(f"<w:body {nsdecls('w', 'r')} xmlns:v='urn:schemas-microsoft-com:vml'>{body}</w:body>")
    for element in reversed(list(inside)):
        document.element.body.insert(0, element)
    return saved(document)


def saved(document: Any) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def checked(data: bytes) -> bytes:
    """A file with a comment on everything that is found in it."""
    source = read_data(data, ".docx", "draft.docx", whole=True)
    claims = read_source(source).claims()
    findings = [Finding(claim, Verdict.UNVERIFIED, "FC103", f"About {claim.words}.") for claim in claims]
    return annotated(data, source, findings, NOW)


def shown(element: Any) -> str:
    """What a reader sees of an element."""
    name = element.tag.rpartition("}")[2]
    if name in ("del", "pPr", "rPr"):
        return ""
    own = {"t": element.text or "", "tab": "\t", "br": "\n", "noBreakHyphen": "-"}.get(name, "")
    return own + "".join(map(shown, element))


def commented(data: bytes) -> list[tuple[str, str]]:
    """The words that each comment stands on, and its first line, in the order of the comments."""
    document = docx.Document(BytesIO(data))
    open_at: dict[str, int] = {}
    words: dict[str, str] = {}
    text = ""
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_at[element.get(qn("w:id"))] = len(text)
        elif element.tag == qn("w:commentRangeEnd"):
            number = element.get(qn("w:id"))
            words[number] = text[open_at[number] :]
        elif element.tag == qn("w:r") and not any(True for _ in element.iterancestors(qn("w:del"))):
            text += shown(element) if not any(True for _ in element.iterancestors(qn("w:r"))) else ""
    return [(words[str(c.comment_id)], c.paragraphs[0].text) for c in document.comments]


def r(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


P, B = "<w:p>{}</w:p>", "<w:b/>"
BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)
# What a body holds, and the words that get a comment.
BODIES = [
    (P.format(r("Nothing to be found here.")), []),
    (P.format(r("Turnout was 43 percent then.")), ["43 percent"]),
    (P.format(r("43 percent")), ["43 percent"]),
    (P.format(r("Turnout was 4") + r("3 per", B) + r("cent then.")), ["43 percent"]),
    (P.format(r("Some 12 boats and 43 cranes and 7 huts.")), ["Some 12", "43", "7"]),
    (P.format(r("“We lost 12 boats,” she said.")), ["We lost 12 boats,", "12"]),
    (P.format(r("It had ") + f'<w:ins w:id="9" w:author="A">{r("43")}</w:ins>' + r(" cranes.")), ["43"]),
    (P.format(r("It had 4") + f'<w:ins w:id="9" w:author="A">{r("3 cra")}</w:ins>' + r("nes.")), ["43"]),
    (P.format(r("It had ") + '<w:del w:id="9" w:author="A"><w:r><w:delText>42</w:delText></w:r></w:del>'
              + r("43 cranes.")), ["43"]),
    (P.format(r("See ") + f'<w:hyperlink w:anchor="a">{r("all 43 cranes")}</w:hyperlink>' + r(".")), ["43"]),
    (P.format("<w:r><w:t>A</w:t><w:tab/><w:t>43 cranes</w:t><w:br/><w:t>12 boats</w:t></w:r>"), ["43", "12"]),
    (f"<w:tbl><w:tr><w:tc>{P.format(r('Quay'))}</w:tc><w:tc>{P.format(r('43 cranes'))}</w:tc></w:tr></w:tbl>", ["43"]),
    (P.format(r("Outside. ") + BOX.format(r("It had 43 cranes here."))), ["It had 43 cranes here."]),
]  # fmt: skip


@each(("body", "expected"), BODIES)
def test_a_comment_stands_on_exactly_its_words(body: str, expected: list[str]) -> None:
    assert [words for words, _ in commented(checked(word(body)))] == expected


def letters(data: bytes) -> Iterator[tuple[str, list[str], str]]:
    """Each letter of a file with the look of its run and what the run stands in."""
    for text in docx.Document(BytesIO(data)).element.body.iter(qn("w:t"), qn("w:delText")):
        look = text.getparent().find(qn("w:rPr"))
        around = "/".join(parent.tag.rpartition("}")[2] for parent in text.iterancestors())
        for letter in text.text:
            yield letter, [child.tag for child in look] if look is not None else [], around


@each(("body", "expected"), BODIES)
def test_letters_looks_and_changes_stay(body: str, expected: list[str]) -> None:
    before = word(body)
    assert list(letters(checked(before))) == list(letters(before))


def test_what_stands_in_a_note_is_told_at_its_mark() -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document(BytesIO(word(P.format(r("As told.") + '<w:r><w:footnoteReference w:id="2"/></w:r>'))))
    note = f'<w:footnote w:id="2">{P.format(r("It had 43 cranes."))}</w:footnote>'
    notes = f"<w:footnotes {nsdecls('w')}>{note}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), "application/xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    assert commented(checked(saved(document))) == [("", "“43” in footnote 1: FC103 figure-unsourced: About 43.")]


def test_a_draft_that_was_checked_before_keeps_only_the_comments_of_others() -> None:
    document = docx.Document(BytesIO(word(P.format(r("It had 43 cranes.")))))
    document.add_comment(document.paragraphs[0].runs[0], "Is this so?", "Editor")
    once = checked(saved(document))
    twice = checked(once)
    assert commented(once) == [("It had 43 cranes.", "Is this so?"), ("43", "FC103 figure-unsourced: About 43.")]
    assert commented(twice) == commented(once)


def test_a_comment_is_signed_and_dated() -> None:
    (comment,) = docx.Document(BytesIO(checked(word(P.format(r("It had 43 cranes.")))))).comments
    assert (comment.author, comment.timestamp) == ("factcheck", NOW)


def test_what_is_hostile_is_written_as_it_is_seen() -> None:
    source = read_data(word(P.format(r("It had 43 cranes."))), ".docx", "draft.docx", whole=True)
    (claim,) = read_source(source).claims()
    finding = Finding(claim, Verdict.UNVERIFIED, "FC103", "\x1b]0;\x00<w:p>&\u202e")
    (comment,) = docx.Document(
        BytesIO(annotated(word(P.format(r("It had 43 cranes."))), source, [finding], NOW))
    ).comments
    assert comment.text == "FC103 figure-unsourced: ␛]0;␀<w:p>&<U+202E>"


def test_a_file_that_cannot_be_written_is_named() -> None:
    source = read_data(word(P.format(r("It had 43 cranes."))), ".docx", "draft.docx", whole=True)
    with pytest.raises(InputError, match=r"draft\.docx: cannot be written"):
        annotated(word("").replace(b"word/document.xml", b"word/dokument.xml"), source, [], NOW)


def test_the_command_writes_a_copy_and_never_the_draft(project: Path, run: Run) -> None:
    draft = project / "draft.docx"
    draft.write_bytes(word(P.format(r("Turnout in the harbour vote of 3 May 2020 was 76 percent."))))
    before = draft.read_bytes()
    assert run("annotate", "draft.docx", "-o", "checked.docx").status == 0
    ((words, line),) = commented((project / "checked.docx").read_bytes())
    assert words == "76 percent"
    assert 'the source says "67 percent"' in line
    refused = run("annotate", "draft.docx", "-o", "./draft.docx")
    assert (refused.status, refused.stderr) == (
        2,
        "factcheck: draft.docx: is what is read; name another file to write\n",
    )
    assert draft.read_bytes() == before
    assert run("annotate", "draft.md", "-o", "b.docx").status == 2


@pytest.mark.slow
def test_libreoffice_keeps_each_comment_on_its_words(tmp_path: Path, office: Callable[..., Path]) -> None:
    """Through its own format and back. It has no text boxes of Word's; what it makes of those is left out."""
    data = checked(word("".join(body for body, _ in BODIES[:-1])))
    (tmp_path / "a.docx").write_bytes(data)
    back = commented(office(tmp_path / "a.docx", "odt", "docx:MS Word 2007 XML").read_bytes())
    assert sorted(words for words, _ in back) == sorted(words for words, _ in commented(data))
