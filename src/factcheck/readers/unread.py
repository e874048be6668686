"""Knows the formats that we do not read, so that none is misread as plain text, and what to do with each."""

from __future__ import annotations

# By suffix: what such a file is, and the way out.
KNOWN = {
    "doc dot wps wpd": "an old word processor's document, which is not read; save it as .docx",
    "xls xlsb xlt": "an old or binary workbook, which is not read; save it as .xlsx",
    "ods ots fods": "an OpenDocument workbook, which is not read; save it as .xlsx",
    "odp otp fodp": "an OpenDocument presentation, which is not read; save it as .pptx",
    "odg fodt": "an OpenDocument file that is not read; save it as .odt or PDF",
    "ppt pps": "an old presentation, which is not read; save it as .pptx",
    "pages": "a Pages document, which is not read; export it as .docx or PDF",
    "numbers": "a Numbers workbook, which is not read; export it as .xlsx",
    "key": "a Keynote presentation, which is not read; export it as .pptx or PDF",
    "msg pst": "an Outlook file, which is not read; save the mail as .eml",
    "mbox": "a box of many mails, which is not read; save them one by one as .eml",
    "mht mhtml webarchive": "a web archive, which is not read; save the page as .html",
    "mobi azw azw3 djvu": "a book in a format that is not read; convert it to .epub or PDF",
    "ps eps xps": "a print file, which is not read; convert it to PDF",
    "png jpg jpeg gif tif tiff bmp webp heic svg": "a picture, which is not read; ocrmypdf makes a PDF of it",
    "mp3 m4a wav ogg opus flac mp4 mov avi mkv webm": "a recording, which is not read; keep a transcript (.vtt, .srt)",
    "zip tar gz tgz bz2 xz 7z rar": "an archive, which is not read; unpack it",
    "json geojson": "data for programs, which is not read; export its table as .csv",
    "xml rss atom kml": "data for programs, which is not read; save what it holds as .html, .docx or .csv",
    "js mjs css map": "a program's code, which is not read; save the text of its page as .html",
    "sqlite db mdb accdb": "a database, which is not read; export its tables as .csv",
}
ADVICE = {f".{suffix}": f"is {advice}" for suffixes, advice in KNOWN.items() for suffix in suffixes.split()}


def way_out(suffix: str) -> str:
    """What is to be said of a file with this suffix, "" where its format is none that we know."""
    return ADVICE.get(suffix.lower(), "")
