"""What a draft says of somebody that sources exclude by no word: lines of work, posts of one body, offices that fill
the day; what may be so first, then what is wrong."""

from __future__ import annotations

from tests.rows import each
from tests.who.test_judge import judged

from factcheck.lexicon import forms, table
from factcheck.roles import words

WORK = (
    "The cellist Mara Lund played. The Norwegian cellist Mara Lund sang.",
    "The footballer Tom Harle left. Ida Odby, an author, sat. Ida Odby, a surgeon, sat.",
    "Siv Moen, a lawyer, met the singer Jon Ek. Jon Ek has painted since, the painter in him says.",
    "Liv Strand, a professor of history at Harle University, read. "
    "Professor Nora Kell, an economist at Harle University, read. Nora Kell is a professor of economics.",
    "Ole Vik was a physicist. Nils Holm, the vicar of Odby, sat.",
)
POSTS = (
    "Mara Lund, the chairman of Brenk, left. Tom Harle, the chief executive of Brenk, sat.",
    "Jan Dal, the boss of Odby Mills, left. Jan Dal, the chairman of Odby Mills, sat.",
    "Eva Tarn is chairman of Vik Line. As chief executive, Tarn had cut costs.",
    "Ann Reed, the chief executive of Harle Works, sat.",
    "Lars Dale, the leader of the Harbour Party, sat. Rosa Dell, the president of the Chess Federation, sat.",
    "Kai Bo, the president of the Rope Federation, sat.",
    "Kai Bo, the president of the Rope Federation, left.",
    "The prime minister, Olav Berg, sat. Harle is in Norway. The trade minister, Kari Ravn, sat in Sweden.",
)


@each(
    "draft",
    [
        # near, as the sources say, of a work that says little, of another time, or what they hint at
        "The conductor Mara Lund left.",
        "The Norwegian cellist Mara Lund left.",
        "The author Mara Lund left.",
        "Ida Odby, a poet, left.",
        "The former footballer Mara Lund left.",
        "The painter Jon Ek left.",
        "Siv Moen, a politician, left.",
        "Liv Strand, a professor of literature at Harle University, left.",
        "Nora Kell, a professor of statistics at Harle University, left.",
        "Ole Vik was a mathematician.",
        "Nils Holm, the priest of Odby, left.",
    ],
)
def test_work_that_somebody_may_do(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *WORK)] == []


@each(
    ("draft", "right"),
    [
        ("The footballer Mara Lund left.", "cellist"),
        ("The Norwegian pianist Mara Lund left.", "cellist"),
        ("The cricketer Tom Harle left.", "footballer"),
        ("Siv Moen, a sculptor, left.", "lawyer"),
        ("Ole Vik was a novelist.", "physicist"),
        ("Liv Strand, a professor of physics at Harle University, left.", "professor of history at Harle University"),
    ],
)
def test_quite_another_line_of_work(draft: str, right: str) -> None:
    (finding,) = judged(draft, *WORK)
    assert (finding.rule, finding.suggestion) == ("FC302", right), finding.message


CAMPUS = (
    "Mara Lund, a professor of medicine at Harle University, left. The Institute for Ageing opened.",
    "Tom Odby, a physicist at Harle University, sat. Ida Ek, a physicist at the Tarn Laboratory, sang.",
    "Siv Moen, a professor in the School of Law at Harle University, read.",
    "Rosa Dell, the vice-chancellor of Harle University, sat. Nora Kell, an official of Odby College, sang.",
)


@each(
    "draft",
    [
        # a part of a university or a neighbour of it, and two subjects of one chair
        "Mara Lund, a professor at the Institute for Ageing, left.",
        "Mara Lund, a professor of biomedical engineering, left.",
        "Mara Lund, a professor of medicine at the Faculty of Arts, left.",
        "Tom Odby, a physicist at the Tarn Laboratory, left.",
        "Siv Moen, a professor at the Institute of Trade, left.",
    ],
)
def test_what_people_of_a_university_may_be(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *CAMPUS)] == []


@each(
    ("draft", "right"),
    [
        ("Mara Lund, a professor of medicine at Odby University, left.", "professor of medicine at Harle University"),
        (
            "Mara Lund, a professor of literature at Harle University, left.",
            "professor of medicine at Harle University",
        ),
        ("Rosa Dell, the vice-chancellor of Odby College, left.", "vice-chancellor of Harle University"),
    ],
)
def test_what_people_of_a_university_are_not(draft: str, right: str) -> None:
    (finding,) = judged(draft, *CAMPUS)
    assert (finding.rule, finding.suggestion) == ("FC302", right), finding.message


PAPERS = (
    "Eva Moen, a reporter at the Odby Post, sat. Leif Ro, a shareholder of Brenk, sat.",
    "Ida Ek, a reporter at the Tarn Gazette, sat. Kai Moe, a shareholder of Odby Mills, sat.",
)


@each(
    ("draft", "wrong"),
    [
        # a paper that the library does not know, and what one may be of two bodies
        ("Eva Moen, a reporter at the Harle Times, left.", False),
        ("Eva Moen, a former reporter at the Harle Times, left.", False),
        ("Leif Ro, a shareholder of Odby Mills, left.", False),
        ("Eva Moen, a reporter at the Tarn Gazette, left.", True),
    ],
)
def test_work_elsewhere(draft: str, *, wrong: bool) -> None:
    assert [finding.rule for finding in judged(draft, *PAPERS)] == ["FC302"] * wrong


@each(
    "draft",
    [
        "Mara Lund, a director of Brenk, left.",
        "Mara Lund, the former chief executive of Brenk, left.",
        "Mara Lund, the president of Odby Mills, left.",
        "Jan Dal, the chief executive of Odby Mills, left.",
        "Eva Tarn, the chief executive of Vik Line, left.",
        # an office elsewhere that leaves time for the draft's, or which one source alone tells
        "Lars Dale, the Norwegian prime minister, left.",
        "Rosa Dell, the Norwegian trade minister, left.",
        "Ann Reed, the chairman of the Chess Federation, left.",
        # a nation that a document on somebody names
        "Olav Berg, the Norwegian prime minister, left.",
        "Kari Ravn, the Swedish trade minister, left.",
    ],
)
def test_posts_that_somebody_may_have(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *POSTS) if finding.rule != "FC304"] == []


@each(
    ("draft", "right"),
    [
        ("Mara Lund, the president of Brenk, left.", "chairman of Brenk"),
        ("Ann Reed, the Norwegian trade minister, left.", "chief executive of Harle Works"),
        ("Ann Reed, the governor of the Bank of Tarn, left.", "chief executive of Harle Works"),
        ("Kai Bo, the Norwegian trade minister, left.", "president of the Rope Federation"),
        ("Olav Berg, the prime minister of Denmark, left.", ""),
        ("Kari Ravn, the Danish trade minister, left.", ""),
    ],
)
def test_posts_that_leave_no_room(draft: str, right: str) -> None:
    (finding,) = judged(draft, *POSTS)
    assert (finding.rule, finding.suggestion) == ("FC302", right), finding.message


@each("row", table("callings"))
def test_line_of_work(row: dict[str, str]) -> None:
    assert row["line"] in words.lines(row["yes"])
    assert row["line"] not in words.lines(row["no"])
    assert set(forms(row["near"])) | set(forms(row["taught"])) <= set(words.callings())
    assert not set(forms(row["near"])) & set(forms(row["taught"]))


def test_every_word_of_a_line_is_near_itself() -> None:
    for word in (word for some in words.callings().values() for word in some):
        assert words.lines(word), word
        assert not words.strange(words.lines(word), words.lines(word)), word


@each(
    ("one", "other"), [(forms(row["titles"])[0], other) for row in table("offices") for other in forms(row["seldom"])]
)
def test_two_offices_that_are_seldom_one_persons(one: str, other: str) -> None:
    known = {forms(row["titles"])[0] for row in table("offices")}
    assert {one, other} <= known
    assert {(one, other), (other, one)} <= words.seldom()


TOLD = (
    "Brenk closed. Its chief operating officer Mara Lund left. Jan Dal, the former chief executive of Odby Works, sat.",
    "Jan Dal, a former chief executive of Odby Works, sailed. Ida Odby, owner of Harle Rovers, sat.",
    "Ida Odby, owner of Harle Rovers, sailed. Tom Harle, the boss of Barlays, sat.",
    "Kai Bo, owner of Odby Park, sat. The Reds won the league. Olav Berg, the boss of the Reds, sat.",
    "Velm closed. Chief operating officer Ann Reed left. Ann Reed, a director of Tarn Mills, sat.",
    "Eva Tarn, the former chief executive of Velm Works, met Harle Foundry.",
    "Eva Tarn, the former chief executive of Velm Works, sat.",
    "Nora Kell, the former finance director of Brenk, left. Nora Kell, chairman of Odby Mills, sailed.",
    "Nora Kell, the former finance director of Brenk, sat. Chief executive Nils Vik spoke. The chief executive sat.",
    "Jon Ek, the former chairman of Brenk, sat. Siv Moen is the president of Velm Line.",
    "Per Holm, the former chairman of Odby Mills, sat. Per Holm, chairman of Odby Mills, left.",
)


@each(
    "draft",
    [
        # a post of a body that no document on them names, or that may be of another body
        "Mara Lund, the finance director of Velm Motors, left.",
        "Ann Reed, the finance director of Velm, left.",
        "Mara Lund, the chairman of Brenk, left.",
        # what one document has alone, or a document names
        "Kai Bo, the owner of Velm Park, left.",
        "Eva Tarn, the former chief executive of Harle Foundry, left.",
        # of what body sources leave open, and a document names the draft's
        "Nils Vik, the boss of Brenk, left.",
        # what is over, as some sources say or by no word of the draft
        "Per Holm, the current chairman of Odby Mills, left.",
        "Jon Ek, the chairman of Brenk, left.",
        "Jon Ek, the new chairman of Brenk, left.",
        # a body that the draft's sentence names, and gives to nobody
        "Velm Line fell, and Siv Moen, the president of Rope Motors, left.",
        # the byname of a team
        "Olav Berg, the boss of Harle Rovers, left.",
    ],
)
def test_what_somebody_may_have_besides(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *TOLD)] == []


@each(
    "draft",
    [
        "Mara Lund, the finance director of Brenk, left.",
        "Jan Dal, the former chief executive of Velm Foundry, left.",
        "Ida Odby, owner of the Velm Dolphins, left.",
        "Tom Harle, the boss of Velm Motors, left.",
        "Nils Vik, the boss of Odby Motors, left.",
        "Nora Kell, the former chief executive of Brenk, left.",
        "Jon Ek, the current chairman of Brenk, left.",
        "Kai Bo is a director of Velm Line and Siv Moen the president of Rope Motors.",
    ],
)
def test_what_nobody_has_besides(draft: str) -> None:
    assert len(judged(draft, *TOLD)) == 1


AT_WORK = (
    "Mara Lund, an analyst at Brenk, sat. Tom Harle, the chief executive of Odby Works, sat.",
    "Ida Odby, the chief executive of Velm Works, met Brenk. Jan Dal, the owner, sat. Ann Lund, a director, sat.",
    "Kai Bo, the boss of Tarn Mills, sat. Nora Kell, the former chief executive of Odby Mills, sat.",
)


@each(
    "draft",
    [
        # a document on her names the body, he may do what he is said to, had another office once, or bears the surname
        "Ida Odby, an analyst at Brenk, left.",
        "Jan Dal, an analyst at Brenk, left.",
        "Nora Kell, an analyst at Brenk, left.",
        "Ann Lund, an analyst at Brenk, left.",
        # nobody else has it, or it is over
        "Tom Harle, an analyst at Rope Motors, left.",
        "Tom Harle, a former analyst at Brenk, left.",
        "Tom Harle, a director of Brenk, left.",
    ],
)
def test_work_beside_other_work(draft: str) -> None:
    assert [finding.message for finding in judged(draft, *AT_WORK)] == []


@each(
    ("draft", "right"),
    [
        ("Kai Bo, an analyst at Brenk, left.", "Mara Lund"),
        ("Mara Lund, the boss of Tarn Mills, left.", "Kai Bo"),
    ],
)
def test_work_of_somebody_else(draft: str, right: str) -> None:
    (found,) = judged(draft, *AT_WORK)
    assert found.rule == "FC304"
    assert right in found.message
