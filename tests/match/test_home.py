"""A paragraph is mostly written from one source: what its other figures tell of where one of them stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.rows import each
from tests.verify.test_proof import candidate

from factcheck.claims import Curation
from factcheck.compare import Relation
from factcheck.extract import read_file, read_text
from factcheck.lean.record import replace
from factcheck.match.bind import at_home, candidates_of
from factcheck.match.candidates import AT_HOME, Search, search
from factcheck.match.context import Context
from factcheck.match.home import homes, telling
from factcheck.match.rarity import Rarity
from factcheck.match.scene import Scene
from factcheck.match.veto import RARE
from factcheck.model import Finding
from factcheck.store.contents import contents
from factcheck.store.memory import MemoryLibrary
from factcheck.verify import verify
from factcheck.verify.binding import bound
from factcheck.verify.strictness import LIBRARY

SPRAY = {
    "brenk.txt": "A spray tried in Brenk\n\nIn Brenk 412 patients took the spray at 17 clinics. It helped within 13 "
    "minutes.",
    "odby.txt": "Odby's patients feel better\n\nSome 655 patients of Odby were given the spray at 29 clinics. The "
    "spray worked within 16 minutes.",
    "velm.txt": "Trial in Velm ends\n\nVelm's trial of the spray had 238 patients, at 11 clinics. Relief came within "
    "19 minutes.",
}
LEAD = "In one trial 655 patients took the spray at 29 clinics."
GIRLS = {
    "a.txt": "Trial in Brenk\n\nTwo girls sang. Jo Velm, 14, sang first. The hall sold 214 tickets in the first week "
    "and 351 in the second."
}

# Sources, a draft, its figure, the verdict. What must not be supported or accused comes first.
TABLE = [
    # What another figure says a sentence earlier is no rival.
    (GIRLS, "The hall sold 214 tickets in the first week. In the second it was 351.", "351", "supported"),
    # The very value stands in another source than the one that the paragraph speaks of.
    (SPRAY, f"{LEAD} It worked within 13 minutes.", "13 minutes", "contradicted"),
    (SPRAY, f"{LEAD} It worked within 19 minutes.", "19 minutes", "contradicted"),
    (SPRAY, f"{LEAD} It worked within 16 minutes.", "16 minutes", "supported"),
    (
        SPRAY,
        "In one trial 238 patients took the spray at 11 clinics. It brought relief within 19 minutes.",
        "19 minutes",
        "supported",
    ),
]


def finding(sources: dict[str, str], draft: str, figure: str, folder: Path) -> Finding:
    for name, text in sources.items():
        (folder / name).write_text(text, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_file(folder / name) for name in sorted(sources))))
    (found,) = (f for f in verify(read_text(draft), library, Curation()) if f.claim.text == figure)
    return found


@pytest.mark.parametrize(("sources", "draft", "figure", "verdict"), TABLE, ids=[f"{r[1]} {r[2]}" for r in TABLE])
def test_the_sentences_around_tell_the_source(
    sources: dict[str, str], draft: str, figure: str, verdict: str, tmp_path: Path
) -> None:
    found = finding(sources, draft, figure, tmp_path)
    assert found.verdict.value == verdict, found.message


def test_the_message_cites_the_source_that_the_paragraph_speaks_of(tmp_path: Path) -> None:
    found = finding(SPRAY, f"{LEAD} It worked within 13 minutes.", "13 minutes", tmp_path)
    assert Path(found.evidence[0].claim.path).name == "odby.txt"
    assert "16" in found.message


@each(("sentences", "sought"), [(5, 5), (60, 60), (100, AT_HOME)])
def test_a_document_that_the_sentences_around_speak_of_is_looked_through(sentences: int, sought: int) -> None:
    library = MemoryLibrary(contents(read_text(" ".join(f"Boat {n} sank." for n in range(sentences)))))
    draft = MemoryLibrary(contents(read_text("It took 13 minutes.")))
    figure = Scene(draft, Rarity(draft)).context(next(iter(draft.all_claims())))
    scene = Scene(library, Rarity(library))
    (document,) = library.documents()
    assert len(Search(figure, ()).around(scene.almanac)) == 0
    assert len(set(Search(figure, ()).there(scene.almanac, {document}))) == sought


# So many sentences that a library is searched by words and not read whole.
CREWS = {"crews.txt": "Crews of the coast\n\n" + " ".join(f"Crew {n} rowed for {n} hours." for n in range(100, 160))}
TERMS = {
    "lund.txt": "Harle skipper jailed\n\nMara Lund was sentenced on 9 May 2019 to 14 years in prison. She was arrested "
    "on 2 December 2017. She had stolen $96,000. Her crew, she told the court, had stolen $45,000.",
    "roe.txt": "Odby skipper jailed\n\nPeter Roe was sentenced on 4 June 2021 to 18 years in prison. He was arrested "
    "on 7 March 2020.",
} | CREWS
NAMED = [
    # A name says little where it stands in many documents, or in none.
    (
        TERMS | {f"{n}.txt": "Mara Lund sang." for n in "abc"},
        "**Mara Lund.** It took 18 years.",
        "18 years",
        "unverified",
    ),
    (TERMS, "Ida Brenk was arrested on 2 December 2018.", "2 December 2018", "unverified"),
    # What her document says as well, elsewhere, is not denied by what stands there.
    (TERMS, "Mara Lund was sentenced on 9 May 2019 for $45,000.", "$45,000", "supported"),
    (TERMS, "**Mara Lund.** The arrest came on 2 December 2018.", "2 December 2018", "contradicted"),
    (
        TERMS,
        "| Name | Term |\n|---|---|\n| Mara Lund | 18 years |\n| Peter Roe | 18 years |",
        "18 years",
        "contradicted",
    ),
    (TERMS, "Mara Lund, a skipper, is in prison. It was $69,000 that she took.", "$69,000", "contradicted"),
]


@pytest.mark.parametrize(("sources", "draft", "figure", "verdict"), NAMED, ids=[f"{r[1]} {r[2]}" for r in NAMED])
def test_a_name_that_few_documents_have_tells_the_source(
    sources: dict[str, str], draft: str, figure: str, verdict: str, tmp_path: Path
) -> None:
    for name, text in sources.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_file(tmp_path / name) for name in sorted(sources))))
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    found = [f for f in verify(read_file(tmp_path / "draft.md"), library, Curation()) if f.claim.text == figure]
    assert found[0].verdict.value == verdict, found[0].message


@pytest.mark.parametrize(
    ("draft", "named"),
    [
        ("A skipper was jailed for 18 years.", {}),
        ("Crew 101 rowed for 18 years.", {}),
        ("Mara Lund was jailed for 18 years.", {"lund.txt": 0.8}),
        # a name that two documents have
        ("The skipper Roe was jailed for 18 years.", {"roe.txt": 0.5, "roe2.txt": 0.5}),
        # one name in two, and the other in three: both of them in one
        ("James Roe was jailed for 18 years.", {"roe2.txt": 0.8, "roe.txt": 0.5}),
        # a label, an earlier sentence of the paragraph, and a sentence of another
        ("**Lund.** It took 18 years.", {"lund.txt": 0.68}),
        ("In court Mara Lund wept. It took 18 years.", {"lund.txt": 0.68}),
        ("In court Mara Lund wept.\n\nIt took 18 years.", {}),
    ],
)
def test_documents_that_alone_have_a_name(draft: str, named: dict[str, float], tmp_path: Path) -> None:
    james = {f"{n}.txt": f"The crew of {n}\n\nJames sang." for n in ("one", "two", "three")}
    sources = TERMS | james | {"roe2.txt": "Odby skipper free\n\nJames Roe is free."}
    for name, text in sources.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_file(tmp_path / name) for name in sorted(sources))))
    (tmp_path / "draft.md").write_text(draft, encoding="utf-8")
    written = MemoryLibrary(contents(read_file(tmp_path / "draft.md")))
    rarity = Rarity(library)
    (figure,) = (c for c in written.all_claims() if c.claim.text == "18 years")
    context = Scene(written, rarity).context(figure)
    scene = Scene(library, rarity)
    (found,) = search([context], library, rarity, scene.almanac)
    documents = library.documents()
    told = {Path(documents[d].path).name: round(strength, 2) for d, strength in found.named.items()}
    assert told == named
    (own,) = at_home([found], candidates_of([found], library, scene, rarity), scene, rarity, LIBRARY.model)
    for one in own:
        measured = one.features
        assert measured.home == pytest.approx(found.named.get(one.context.claim.document, 0.0))
        assert measured.lapse == measured.home * measured.near_miss


ARRESTS = {
    "lund.txt": "Harle skipper jailed\n\nMara Lund was arrested on 2 December 2017. She was seen on 2 December 2016.",
} | CREWS


@pytest.mark.parametrize(
    ("draft", "lapses"),
    [
        # the very value stands there
        ("Mara Lund was arrested on 2 December 2017.", []),
        ("Mara Lund was arrested on 4 May 2011.", []),
        ("Mara Lund was arrested on 2 December 2018.", ["2 December 2016", "2 December 2017"]),
    ],
)
def test_slips_where_the_document_is_known(draft: str, lapses: list[str], tmp_path: Path) -> None:
    for name, text in ARRESTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    library = MemoryLibrary(contents(*(read_file(tmp_path / name) for name in sorted(ARRESTS))))
    written = MemoryLibrary(contents(read_text(draft)))
    rarity = Rarity(library)
    scene, (figure,) = Scene(library, rarity), map(Scene(written, rarity).context, written.all_claims())
    found = search([figure], library, rarity, scene.almanac)
    (own,) = at_home(found, candidates_of(found, library, scene, rarity), scene, rarity, LIBRARY.model)
    assert sorted(c.context.claim.claim.text for c in own if c.features.lapse == c.features.home == 0.8) == lapses
    assert all(c.features.lapse == 0.0 for c in own if c.context.claim.claim.text not in lapses)


@pytest.mark.parametrize(
    ("source", "lapse"),
    [("Odby lists 54 rooms.", 0.0), ("Odby lists 456 rooms.", 0.0), ("Odby lists 546 rooms.", 1.0)],
)
def test_a_slip_that_tells_is_one_in_any_document(source: str, lapse: float) -> None:
    library = MemoryLibrary(contents(read_text(source)))
    written = MemoryLibrary(contents(read_text("Odby lists 564 rooms.")))
    rarity = Rarity(library)
    scene, (figure,) = Scene(library, rarity), map(Scene(written, rarity).context, written.all_claims())
    found = search([figure], library, rarity, scene.almanac)
    ((one,),) = at_home(found, candidates_of(found, library, scene, rarity), scene, rarity, LIBRARY.model)
    assert (one.features.home, one.features.lapse) == (0.0, lapse)


def test_a_passage_of_the_document_spoken_of_is_read_whole_though_one_figure_of_it_was_known() -> None:
    """Its value alone leads to the figure, of which the passage says whose it is only beside the others."""
    crowd = "\n\n".join(f"Harle counted {n} gulls." for n in range(1000, 1060))
    makers = "The third line of Harle made 4,411 cars.\n\nHarle Motor spends 5.9 percent, and Odby Motor 5.5 percent."
    library = MemoryLibrary(contents(read_text(crowd, path="gulls.txt"), read_text(makers, path="makers.txt")))
    draft = MemoryLibrary(contents(read_text("The third line of Harle made 4,411 cars. At Harle it is 5.5 percent.")))
    *_, share = bound(draft, library).bindings
    known = [*share.candidates, *(veto.candidate for veto in share.vetoed)]
    told = {candidate.context.claim.claim.text for candidate in known if candidate.features.home > 0.5}
    assert told >= {"5.9 percent", "5.5 percent"}


def _figures(text: str) -> list[Context]:
    own = MemoryLibrary(contents(read_text(text)))
    return list(map(Scene(own, Rarity(own)).context, own.all_claims()))


APART = "It had 12 boats.{}It had 14 cars."


@each(
    ("between", "found", "named", "home"),
    [
        # too unlikely; of another value; too many sentences or paragraphs away
        (" ", [(7, 0.049, Relation.EQUAL)], {}, {}),
        (" ", [(7, 0.6, Relation.DIFFERENT)], {}, {}),
        (" It sank." * 8 + " ", [(7, 0.6, Relation.EQUAL)], {7: 0.6}, {}),
        ("\n\nIt sank.\n\n", [(7, 0.6, Relation.EQUAL)], {7: 0.6}, {}),
        # what it is worth to stand there, with that of the other figures there, and by each sentence between
        (" ", [(7, 0.05, Relation.EQUAL)], {}, {7: 0.0425}),
        (" ", [(7, 0.04, Relation.EQUAL), (7, 0.04, Relation.EQUAL)], {}, {7: 0.068}),
        (" ", [(7, 0.6, Relation.EQUAL), (8, 0.2, Relation.ROUNDED)], {}, {7: 0.51, 8: 0.17}),
        (" It sank. ", [(7, 0.6, Relation.EQUAL)], {}, {7: 0.4335}),
        (" It sank." * 7 + " ", [(7, 1.0, Relation.EQUAL)], {}, {7: 0.2725}),
        ("\n\n", [(7, 0.6, Relation.EQUAL)], {}, {7: 0.102}),
        # a name that is spoken of there alone, and both
        (" ", [], {7: 0.6}, {7: 0.51}),
        (" ", [(7, 0.6, Relation.EQUAL)], {7: 0.6}, {7: 0.7599}),
        (" ", [(7, 0.6, Relation.EQUAL)], {8: 0.6}, {7: 0.51, 8: 0.51}),
    ],
)
def test_what_other_figures_tell_of_where_one_stands(
    between: str, found: list[tuple[int, float, Relation]], named: dict[int, float], home: dict[int, float]
) -> None:
    here, other = _figures(APART.format(between))
    told = [
        candidate(replace(here, claim=here.claim._replace(document=document)), other, relation)._replace(probability=p)
        for document, p, relation in found
    ]
    own, theirs = homes([Search(here, ()), Search(other, (), named=named)], [[], told])
    assert {document: round(likely, 4) for document, likely in own.items()} == home
    assert {document: round(likely, 4) for document, likely in theirs.items()} == named


@each(
    ("home", "rarity", "relation", "other_tense", "lapse"),
    [
        # a slip is one as far as its document is likely the one spoken of, unless that has the very value, a rare one
        (0.0, 1.0, Relation.EQUAL, 0.0, 0.0),
        (0.29, 1.0, Relation.EQUAL, 0.0, 0.29),
        (0.3, 1.0, Relation.EQUAL, 0.0, 0.0),
        (0.3, RARE, Relation.EQUAL, 0.0, 0.0),
        (0.3, RARE - 0.01, Relation.EQUAL, 0.0, 0.3),
        (0.3, 1.0, Relation.CONVERTED, 0.0, 0.0),
        (0.3, 1.0, Relation.ROUNDED, 0.0, 0.3),
        (0.3, 1.0, Relation.EQUAL, 1.0, 0.3),
    ],
)
def test_a_slip_where_the_value_stands_as_well(
    home: float, rarity: float, relation: Relation, other_tense: float, lapse: float
) -> None:
    draft, slip, value = _figures("Odby lists 4 May 2011. It lists 4 May 2012. Brenk lists 4 May 2011.")
    found = [
        candidate(slip, draft, Relation.DIFFERENT, near_miss=1.0),
        candidate(value, draft, relation, rarity=rarity, other_tense=other_tense),
    ]
    told, _ = telling(draft.claim.claim.value, found, {slip.claim.document: home})
    assert (told.features.home, round(told.features.lapse, 4)) == (home, lapse)
