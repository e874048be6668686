"""Reads mails: one of the forms that a message is sent in, without what it quotes, and its attachments."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr
from itertools import zip_longest
from pathlib import PurePath

from factcheck.errors import InputError
from factcheck.lean import regex as re
from factcheck.lean.record import replace
from factcheck.model import Role, Source
from factcheck.readers.scroll import Scroll
from factcheck.text.places import Place

QUOTED = re.compile(r"[ \t]*>")
# "On Tue, 7 March 2017, Night desk wrote:" before what is quoted.
INTRODUCED = re.compile(r"(?:On|Am|Le|El)\b.{5,200}(?:wrote|schrieb|écrit|escribió)\s?:\s*\Z", re.DOTALL)
# From here on stands another letter.
FORWARDED = re.compile(
    r"-{2,}\s*(?:Original Message|Forwarded message|Weitergeleitete Nachricht).*-{2,}\s*\Z|From: .+@.+\Z"
)
# The head of the letter below, as programs set it in a page: its lines may be one block.
COPIED_HEAD = re.compile(r"From:\s[^\n]{1,200}\n\s*(?:Sent|Date|To):\s")
SIGNATURE = re.compile(r"-- ?\Z")
MOST_ATTACHMENTS = 50
# What is sent as one piece that opens with a key, and what only proves who sent the rest.
SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
SEALS = frozenset({"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"})
TEXTS = ("plain", "html")
# What the standard library's parser of headers raises for damaged ones, besides its own errors.
FAULTS = (RecursionError, LookupError, ValueError, AttributeError, AssertionError, TypeError)
LARGEST = 100_000_000


def read(data: bytes, path: str) -> Source:
    """A mail as a source. Raises InputError where it is none."""
    message = message_from_bytes(data, policy=policy.default)
    if not message.keys():
        raise InputError(f"{path}: is no mail: it has no headers")
    if message.get_content_type() in SEALED:
        raise InputError(
            f"{path}: is encrypted, or sealed in one piece with its signature; save its text as a new file"
        )
    scroll = Scroll()
    try:
        _body(scroll, message)
        _attachments(scroll, message)
    except FAULTS as error:
        raise InputError(f"{path}: is damaged ({error})") from None
    return scroll.source(path, _stated(message))


def _stated(message: EmailMessage) -> Iterator[tuple[str, str]]:
    """Subject, sender and date, which say whose words these are, and when they were written."""
    for name, value in (("title", _header(message, "subject")), ("author", parseaddr(_header(message, "from"))[0])):
        if value:
            yield name, " ".join(value.split())
    when = getattr(_parsed(message, "date"), "datetime", None)
    if when is not None:
        yield "date", when.date().isoformat()


def _header(message: EmailMessage, name: str) -> str:
    """What a header says, "" where it is missing or damaged."""
    return str(_parsed(message, name) or "")


def _parsed(message: EmailMessage, name: str) -> object:
    try:
        return message.get(name)
    except FAULTS:  # a header that says nothing costs no mail
        return None


def _body(scroll: Scroll, message: EmailMessage) -> None:
    part = message.get_body(TEXTS)
    if part is not None:
        _text(scroll, part)


def _text(scroll: Scroll, part: MIMEPart) -> None:
    kind = part.get_content_type()
    text, where = _decoded(part), Place(part=kind)
    if kind == "text/html":
        _html(scroll, text, where)
    else:
        _plain(scroll, text, where)


def _decoded(part: MIMEPart) -> str:
    """The text of a part: in UTF-8 wherever it can be, as files are, else in the encoding that it declares."""
    data = part.get_payload(decode=True)
    if isinstance(data, bytes) and not data.isascii():
        with suppress(UnicodeDecodeError):
            return data.decode().replace("\r\n", "\n")
    return str(part.get_content())


def _html(scroll: Scroll, text: str, where: Place) -> None:
    from factcheck.readers.html import read_whole

    source = read_whole(text, "")
    words = [source.view.text[block.span.start : block.span.end].strip() for block in source.blocks]
    quoted = [
        block.role is Role.BLOCKQUOTE or bool(INTRODUCED.match(own))
        for block, own in zip(source.blocks, words, strict=True)
    ]
    marked = any(block.role is Role.BLOCKQUOTE for block in source.blocks)
    ends = (number for number, own in enumerate(words) if _begins_another(own) or (quoted[number] and not marked))
    first = next(ends, len(words))
    blocks = (
        replace(block, role=Role.ASIDE) if number >= first or quoted[number] else block
        for number, block in enumerate(source.blocks)
    )
    scroll.take(replace(source, blocks=tuple(blocks)), where)


def _begins_another(text: str) -> bool:
    """Whether another letter stands from a block on: the head of one that programs copy."""
    return bool(FORWARDED.match(text) or COPIED_HEAD.match(text))


def _plain(scroll: Scroll, text: str, where: Place) -> None:
    """The sender's own lines as a plain text, and what he quotes as asides."""
    from factcheck.readers.plain import read as read_plain

    for own, lines in _stretches(text):
        body = "\n".join(lines)
        if own:
            scroll.take(read_plain(body, ""), where)
        else:
            scroll.prose(body, where, Role.ASIDE)


def _stretches(text: str) -> Iterator[tuple[bool, list[str]]]:
    """The lines of a body in runs, each told whether it is the sender's own."""
    run: tuple[bool, list[str]] = True, []
    forwarded = False
    lines = list(_without_introductions(text.splitlines()))
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if SIGNATURE.match(line) and not forwarded:
            break
        forwarded = forwarded or bool(FORWARDED.match(line) or COPIED_HEAD.match(f"{line}\n{following}"))
        own = not forwarded and not QUOTED.match(line) and not INTRODUCED.match(line)
        if own != run[0] and line.strip():
            yield run
            run = own, []
        run[1].append(line)
    yield run


def _without_introductions(lines: list[str]) -> Iterator[str]:
    """The lines, with an introduction of what is quoted on one line, though it was wrapped on two."""
    index = 0
    while index < len(lines):
        two = " ".join(lines[index : index + 2])
        wrapped = not INTRODUCED.match(lines[index]) and not QUOTED.match(two) and INTRODUCED.match(two)
        if wrapped:
            yield two
            index += 2
        else:
            yield lines[index]
            index += 1


def _attachments(scroll: Scroll, message: EmailMessage) -> None:
    """Read each attachment as its suffix says, and texts that go on behind one; what cannot be read is named."""
    from factcheck.readers import read_data

    for number, part in enumerate(message.iter_attachments()):
        name, kind = part.get_filename() or "", part.get_content_type()
        attached = part.get_content_disposition() == "attachment"
        if number >= MOST_ATTACHMENTS or kind in SEALS or (scroll.blocks and _is_drawn(part, attached)):
            continue
        if kind == "message/rfc822":
            scroll.warnings.append(f"attachment {name or kind}: is a mail of its own; save it as a file")
        elif kind in ("text/plain", "text/html") and not name and not attached:
            _text(scroll, part)
        elif name:
            content = part.get_content()
            data = content.encode() if isinstance(content, str) else content
            if isinstance(data, bytes) and len(data) <= LARGEST:
                try:
                    scroll.take(read_data(data, PurePath(name).suffix, name), Place(attachment=name))
                except InputError as error:
                    scroll.warnings.append(f"attachment {error}")


def _is_drawn(part: MIMEPart, attached: bool) -> bool:
    """Whether a part is a picture within the text, such as the mark of a house below a name."""
    return part.get_content_maintype() == "image" and not attached
