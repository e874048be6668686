"""Whose words a mail holds: the sender's, apart from those that he quotes, forwards or signs with."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from tests.readers.zipped import told
from tests.rows import each

from factcheck.errors import InputError
from factcheck.readers import read_data


def mail(body: str, html: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ana Lima <ana@example.org>", "The quay"
    message["Date"] = "Mon, 15 May 2023 09:30:00 +0200"
    message.set_content(body)
    if html:
        message.add_alternative(html, subtype="html")
    return message


BODIES = [
    ("his own words", "It has 43 cranes.\n\nAnd boats.\n", ["prose It has 43 cranes.", "prose And boats."]),
    ("a quoted letter", "It has 43 cranes.\n\nOn Tue, 7 March 2017, Tom wrote:\n> Are there 34?\n",
     ["prose It has 43 cranes.", "aside On Tue, 7 March 2017, Tom wrote:\n> Are there 34?"]),
    ("an introduction on two lines", "Yes.\n\nOn Tue, 7 March 2017 at 10:00, Tom Hall of the Harbour\nBoard <tom@example.org> wrote:\n> 34?\n",
     ["prose Yes.", "aside On Tue, 7 March 2017 at 10:00, Tom Hall of the Harbour Board <tom@example.org> wrote:\n> 34?"]),
    ("an answer below", "> Are there 34?\n\nNo, 43.\n", ["aside > Are there 34?", "prose No, 43."]),
    ("a signature", "It has 43 cranes.\n\n-- \nRoom 12, tel. 555 0100\n", ["prose It has 43 cranes."]),
    ("a forwarded letter", "See below.\n\n---------- Forwarded message ---------\nIt has 34 cranes.\n",
     ["prose See below.", "aside ---------- Forwarded message ---------\nIt has 34 cranes."]),
    ("a copied head", "It has 43.\n\nFrom: Tom\nSent: Tuesday\nTo: Ana\n\n34?\n", ["prose It has 43.", "aside From: Tom\nSent: Tuesday\nTo: Ana\n\n34?"]),
    ("where something is from", "From: the quay\nit has 43 cranes.\n", ["prose From: the quay\nit has 43 cranes."]),
    ("a sentence that begins as an introduction", "On Friday it had 43 cranes.\n", ["prose On Friday it had 43 cranes."]),
]  # fmt: skip


HEAD = "<p><b>From:</b> Tom<br><b>Sent:</b> Tuesday<br><b>To:</b> Ana</p>"
PAGES = [
    ("his own words", "<p>It has 43 cranes.</p><p>From: the quay, to: the town.</p>",
     ["prose It has 43 cranes.", "prose From: the quay, to: the town."]),
    ("what is marked as quoted", "<blockquote>34?</blockquote><p>No, 43.</p>", ["aside 34?", "prose No, 43."]),
    ("an answer below what is introduced", "<p>On Tue, 7 March 2017, Tom wrote:</p><blockquote>34?</blockquote><p>43.</p>",
     ["aside On Tue, 7 March 2017, Tom wrote:", "aside 34?", "prose 43."]),
    ("what is introduced and not marked", "<p>It has 43.</p><div>On Tue, 7 March 2017, Tom wrote:</div><div>34?</div>",
     ["prose It has 43.", "aside On Tue, 7 March 2017, Tom wrote:", "aside 34?"]),
    ("a copied head", f"<p>It has 43.</p>{HEAD}<p>34?</p>",
     ["prose It has 43.", "aside From: Tom\nSent: Tuesday\nTo: Ana", "aside 34?"]),
]  # fmt: skip


@each(("name", "page", "blocks"), PAGES)
def test_mails_that_are_pages(name: str, page: str, blocks: list[str]) -> None:
    message = EmailMessage()
    message["From"] = "Ana Lima <ana@example.org>"
    message.set_content(page, subtype="html")
    source = read_data(message.as_bytes(), ".eml", "a.eml")
    assert [line.removeprefix(": ") for line in told(source)] == blocks, name


@each(("body", "blocks"), [pytest.param(*case[1:], id=case[0]) for case in BODIES])
def test_bodies(body: str, blocks: list[str]) -> None:
    source = read_data(mail(body).as_bytes(), ".eml", "a.eml")
    assert [line.removeprefix(": ") for line in told(source)] == blocks
    assert source.metadata == (("title", "The quay"), ("author", "Ana Lima"), ("date", "2023-05-15"))


def test_of_two_forms_the_plain_one_is_read() -> None:
    source = read_data(mail("It has 43 cranes.", "<p>It has 43 cranes.</p>").as_bytes(), ".eml", "a.eml")
    assert told(source) == [": prose It has 43 cranes."]
    assert source.places[0].place.record() == {"part": "text/plain"}


def test_attachments_are_read_by_their_suffix() -> None:
    message = mail("See the table.")
    message.add_attachment(b"Place,Cases\nQuay,14\n", maintype="text", subtype="csv", filename="cases.csv")
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="pier.png")
    source = read_data(message.as_bytes(), ".eml", "a.eml")
    assert told(source)[-1] == "cases.csv, row 2, column 2: cell 14 <Quay | Cases | >"
    assert source.warnings == ("attachment pier.png: is a picture, which is not read; ocrmypdf makes a PDF of it",)


DAMAGED = [
    " Press <press@",
    ' "',
    " Press <press@[harbour>",
    ".Press <press@harbour=.org>\n more",
    " Press :Office <a,b@c>d>;e",
]


@each("sender", DAMAGED)
def test_a_damaged_header_costs_no_mail(sender: str) -> None:
    data = f"From:{sender}\nSubject: The quay\nDate: Mon, 15 May 2023 09:30:00 +0200\n\nIt has 43 cranes.\n".encode()
    source = read_data(data, ".eml", "a")
    stated = dict(source.metadata)
    assert (told(source), stated["title"], stated["date"]) == ([": prose It has 43 cranes."], "The quay", "2023-05-15")
    assert "author" not in stated


def test_parts_that_are_no_words_of_the_sender() -> None:
    message = mail("It has 43 cranes.\n")
    message.add_attachment(b"x", "image", "png", filename="mark.png", disposition="inline")
    message.add_attachment(b"x", "image", "png", filename="map.png")
    message.add_attachment(b"x", "application", "pkcs7-signature", filename="smime.p7s")
    message.add_attachment("And 9 boats.\n", disposition="inline")
    message.add_attachment(mail("It has 34.\n"))
    source = read_data(message.as_bytes(), ".eml", "a.eml")
    assert [line.rpartition(": ")[2] for line in told(source)] == ["prose It has 43 cranes.", "prose And 9 boats."]
    picture, letter = source.warnings
    assert picture.startswith("attachment map.png: is a picture")
    assert letter == "attachment message/rfc822: is a mail of its own; save it as a file"


def test_a_mail_that_is_a_picture_alone_says_so() -> None:
    message = EmailMessage()
    message["From"] = "Ana Lima <ana@example.org>"
    message.add_attachment(b"x", "image", "png", filename="map.png", disposition="inline")
    assert len(read_data(message.as_bytes(), ".eml", "a.eml").warnings) == 1


@each(("declared", "body"), [
    ("iso-8859-1", "43 m² of café".encode()),  # which it is not in
    ("iso-8859-1", b"43 m\xb2 of caf\xe9"),
    ("utf-8", "43 m² of café".encode()),
])  # fmt: skip
def test_texts_are_in_utf_8_where_they_can_be(declared: str, body: bytes) -> None:
    head = f"From: a@example.org\nContent-Type: text/plain; charset={declared}\nContent-Transfer-Encoding: 8bit\n\n"
    assert told(read_data(head.encode() + body, ".eml", "a.eml")) == [": prose 43 m² of café"]


@each("kind", ["multipart/encrypted; boundary=x", "application/pkcs7-mime; smime-type=enveloped-data"])
def test_a_mail_that_is_sealed_is_refused(kind: str) -> None:
    with pytest.raises(InputError, match="is encrypted, or sealed"):
        read_data(f"From: a@example.org\nContent-Type: {kind}\n\nx\n".encode(), ".eml", "a.eml")
