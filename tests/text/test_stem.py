"""The published examples of the algorithm, and what happens before it: folding, function words, numbers."""

from tests.rows import each

from factcheck.text.stem import is_function_word, porter, stem, stems
from factcheck.text.tokens import tokenise

# The examples of Porter (1980), each carried through all steps.
PUBLISHED = """
caresses caress · ponies poni · ties ti · cats cat · feed feed · agreed agre · plastered plaster · bled bled
motoring motor · sing sing · conflated conflat · troubled troubl · sized size · hopping hop · tanned tan · falling fall
hissing hiss · fizzed fizz · failing fail · filing file · happy happi · sky sky · relational relat
conditional condit · rational ration · valenci valenc · hesitanci hesit · digitizer digit · radicalli radic
differentli differ · vileli vile · analogousli analog · vietnamization vietnam · predication predic · operator oper
feudalism feudal · decisiveness decis · hopefulness hope · callousness callous · formaliti formal
sensitiviti sensit · sensibiliti sensibl · triplicate triplic · formative form · formalize formal
electriciti electr · electrical electr · hopeful hope · goodness good · revival reviv · allowance allow
inference infer · airliner airlin · gyroscopic gyroscop · adjustable adjust · defensible defens · irritant irrit
replacement replac · adjustment adjust · dependent depend · adoption adopt · communism commun · activate activ
effective effect · bowdlerize bowdler · probate probat · rate rate · cease ceas · controll control · roll roll
"""


# Words on either side of what a step asks for: a vowel before the suffix, how many runs of them, how it ends.
EDGES = """
freed freed · need need · eed eed · ed ed · ing ing · bring bring · red red · bees bee · as as · s s · gas ga · sses ss
y y · by by · boy boi · cities citi · ayy ayi · yyy yyi · hoping hope · hopped hop · telling tell · missing miss
fizzing fizz · fixing fix · boxed box · snowed snow · created creat · aged ag · ended end · eyed ei · oe oe · wee wee
motion motion · section section · adoption adopt · decision decis · pension pension · ion ion · nation nation
national nation · tional tional · ability abil · alli alli · ically ical · able abl · stable stabl · element element
ness ness · oneness on · ful ful · awful aw · illness ill · ate at · irate irat · activate activ · owe ow · axe ax
toe toe · leave leav · style style · hall hall · rolled roll · controller control · ll ll · oo oo · relat relat
"""


@each("pair", [p for line in (PUBLISHED + EDGES).split("\n") for p in line.split(" · ") if p])
def test_the_published_examples(pair: str) -> None:
    word, expected = pair.split()
    assert porter(word) == expected


@each("word", "% , — the of WHOM don’t isn't may i".split())
def test_nothing_remains_of_function_words_and_marks(word: str) -> None:
    assert stem(word) == ""


@each(
    ("word", "expected"),
    [
        ("party's", "parti"),
        ("workers’", "worker"),
        ("O’Brien’s", "obrien"),
        ("U.S.", "us"),
        ("US", "us"),
        ("WHO", "who"),
        ("May", "mai"),
        ("Élysée", "elyse"),
        ("11,622", "11622"),
        ("2\u00a0000", "2000"),
        ("43.8", "43.8"),
        ("Москва", "москва"),
    ],
)
def test_words_are_folded_before_they_are_cut(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_one_stem_a_token() -> None:
    assert stems(tokenise("The party won 1,200 seats.")) == ("", "parti", "won", "1200", "seat", "")


def test_function_words_by_capitals() -> None:
    assert [is_function_word(word) for word in ("us", "US", "who", "WHO", "vote")] == [True, False, True, False, False]
