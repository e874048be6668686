"""`factcheck names`: the names that the library spells in more than one way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.context import Session, pass_session
from factcheck.cli.output import tell, write_json
from factcheck.text.wording import counted

if TYPE_CHECKING:
    from factcheck.report.formats.contract import Record
    from factcheck.store.protocol import Library
    from factcheck.variants import Form, Variants

SHOWN = 3


@click.command("names", short_help="Report names that are spelt in more than one way.")
@click.option("--format", "form", type=click.Choice(["text", "json", "toml"]), default="text", show_default=True)
@pass_session
def command(session: Session, form: str) -> int:
    """Report the names that the library spells in more than one way, with every place of the rarer spellings.

    Spellings that are right, such as transliterations, are declared as aliases of an [[entity]] in the claims files;
    they are then no longer reported. TOML is a suggestion for claims/entities.toml: keep of it what is right.

    \b
    Examples:
      factcheck names
      factcheck names --format json
      factcheck names --format toml >> claims/entities.toml
    """
    from factcheck.claims import load_sound
    from factcheck.variants.find import find
    from factcheck.workspace.claims import claim_files

    project = session.project()
    library = session.library()
    found = find(library, [entity.names for entity in load_sound(claim_files(project)).entities])
    shown = {place.document for names in found for form, _ in names.others for place in form.places}
    library.vouch({document.path for document in library.documents(shown).values()})
    if form == "json":
        write_json({"names": [_record(names, library) for names in found]})
    elif form == "toml":
        for names in found:
            tell(_suggestion(names))
    else:
        for names in found:
            _print(names, library)
        tell(f"{counted(len(found), 'name is', 'names are')} spelt in more than one way.")
    return 0


def _record(names: Variants, library: Library) -> Record:
    others = [_form(form, library) | {"difference": how.value} for form, how in names.others]
    counts = {"count": len(names.usual.places), "documents": _documents(names.usual)}
    return {"name": names.usual.text, **counts, "variants": others}


def _documents(form: Form) -> int:
    return len({place.document for place in form.places})


def _suggestion(names: Variants) -> str:
    """An entity whose aliases are the rarer spellings, for somebody to look through."""
    from factcheck.report.json_text import dumps
    from factcheck.report.visible import visible

    usual, others = visible(names.usual.text), [visible(form.text) for form, _ in names.others]
    notes = "".join(f"# {visible(form.text)}: {_times(form)}, {how.value}\n" for form, how in names.others)
    return f"{notes}[[entity]]\nname = {dumps(usual)}\naliases = {dumps(others)}\n"


def _form(form: Form, library: Library) -> Record:
    return {
        "text": form.text,
        "count": len(form.places),
        "documents": _documents(form),
        "places": [_place(form, at, library) for at in range(len(form.places))],
    }


def _place(form: Form, at: int, library: Library) -> Record:
    document, number, span = form.places[at]
    passage = library.passages([number])[number]
    source = library.documents([document])[document]
    return {
        "document": source.id,
        "path": source.path,
        "title": source.title,
        "line": passage.line,
        "passage": passage.text,
        "mark": list(span),
    }


def _print(names: Variants, library: Library) -> None:
    """A name with its rarer spellings and where they stand."""
    from factcheck.report.visible import visible

    tell(visible(f"{names.usual.text} ({_times(names.usual)})"))
    for form, how in names.others:
        tell(visible(f"  {form.text} ({_times(form)}): differs in {how}"))
        for at in range(min(SHOWN, len(form.places))):
            place = _place(form, at, library)
            start, end = place["mark"]
            around = place["passage"][max(0, start - 40) : end + 40]
            tell(visible(f"    {place['path']}:{place['line']}: …{around}…"))
        if len(form.places) > SHOWN:
            tell(f"    and {len(form.places) - SHOWN} more")


def _times(form: Form) -> str:
    if len(form.places) == 1:
        return "once"
    return f"{len(form.places)} times in {counted(_documents(form), 'document')}"
