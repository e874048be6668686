"""Shows a stored number as a spreadsheet shows it: the precision that the reader of the sheet sees is what counts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from factcheck.lean import regex as re
from factcheck.lean.record import NamedTuple
from factcheck.lexicon import months

# The formats that files name by number alone (ECMA-376, 18.8.30).
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm", 37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: "#,##0;-#,##0", 42: '"$"#,##0;-"$"#,##0', 43: "#,##0.00;-#,##0.00", 44: '"$"#,##0.00;-"$"#,##0.00',
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}  # fmt: skip
# "quoted words", \x, _x and *x (blanks to fill), [$€-407], [Red], [>100], [h], and every other sign by itself.
TOKEN = re.compile(
    r'"(?P<words>[^"]*)"|\\(?P<sign>.)|[_*].|\[\$(?P<money>[^\]-]*)[^\]]*\]|\[(?P<rule>[^\]]*)\]|(?P<other>.)',
    re.DOTALL,
)
SECTION = re.compile(r'(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\\[])*', re.DOTALL)
ELAPSED = re.compile(r"[hms]+\Z", re.IGNORECASE)
DIGIT = "0#?"
FIRST_DAY, FIRST_DAY_1904 = date(1899, 12, 30), date(1904, 1, 1)
# A day that never was, which the 1900 calendar counts: days up to it are one off.
FALSE_LEAP_DAY = 60
LAST_DAY = 2_958_465
# What General shows of a number.
GENERAL = Context(prec=11, rounding=ROUND_HALF_UP)


class Section(NamedTuple):
    """A format for numbers of one sign, taken apart.

    units: the letters of a date, in order; decimals: at least and at most so many; scale: powers of ten to multiply by
    """

    before: str = ""
    after: str = ""
    units: str = ""
    decimals: tuple[int, int] = (0, 0)
    grouped: bool = False
    scale: int = 0
    has_digits: bool = False
    plain: bool = False


def show(value: Decimal, code: str, since_1904: bool = False) -> str:
    """A stored number as the sheet shows it; dates in ISO 8601, or a month in words."""
    sections = _sections(code)
    index = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    section = sections[index]
    if section.units:
        return _date(value, section.units, since_1904)
    if section.plain:
        return f"{section.before}{general(value)}{section.after}".strip()
    if not section.has_digits:
        return (section.before + section.after).strip()
    number = _digits(abs(value).scaleb(section.scale), section)
    # A section of its own for negative numbers writes its own sign, or brackets, which mean the same.
    own_sign = index == 1 and "-" in section.before
    sign = "-" if value < 0 and not own_sign and number.strip("0.,") else ""
    return f"{sign}{section.before}{number}{section.after}".strip()


def general(value: Decimal) -> str:
    """A number without a format: eleven digits, so that 0.30000000000000004 is 0.3."""
    return f"{GENERAL.plus(value).normalize():f}"


def code_of(number: int, written: dict[int, str]) -> str:
    """The format of a number, as the file writes it or as every program knows it; "" is General."""
    return written.get(number, BUILT_IN.get(number, ""))


@lru_cache(maxsize=512)
def _sections(code: str) -> tuple[Section, ...]:
    parts, at = [], 0
    while at <= len(code):
        found = SECTION.match(code, at)
        assert found is not None, "a section may be empty"
        parts.append(_section(found[0]))
        at = found.end() + 1
    return tuple(parts)


def _section(code: str) -> Section:
    before: list[str] = []
    after: list[str] = []
    signs: list[str] = []
    units: list[str] = []
    for token in TOKEN.finditer(code):
        words = token["words"] or token["sign"] or token["money"] or ""
        other = token["other"] or ""
        if token["rule"] and ELAPSED.match(token["rule"]):
            units.append(token["rule"][0].lower())
        elif other and other in "yYmMdDhHsS" and not code.lower().startswith("general"):
            units.append(other.lower())
        elif other and (other in DIGIT or (other in ".," and signs) or (other in "Ee" and signs)):
            signs.append(other)
        else:
            (after if signs else before).append("" if (words or other) in ("(", ")", "@") else words or other)
    if code.lower().startswith("general") or code == "@" or not code:
        return Section(plain=True)
    if units and not signs:
        return Section(units="".join(units))
    shown = "".join(signs)
    if "E" in shown.upper() or "/" in code:
        return Section("".join(before), plain=True)
    return _numeric("".join(before), "".join(after), shown)


def _numeric(before: str, after: str, signs: str) -> Section:
    whole, _, fraction = signs.partition(".")
    thousands = len(signs) - len(signs.rstrip(","))
    fraction = fraction.rstrip(",")
    scale = 2 * (before + after).count("%") - 3 * thousands
    decimals = fraction.count("0") + fraction.count("?"), sum(sign in DIGIT for sign in fraction)
    return Section(before, after, "", decimals, "," in whole.rstrip(","), scale, bool(signs))


def _digits(value: Decimal, section: Section) -> str:
    least, most = section.decimals
    rounded = value.quantize(Decimal(1).scaleb(-most), ROUND_HALF_UP, Context(prec=60))
    text = f"{rounded:,f}" if section.grouped else f"{rounded:f}"
    while most > least and text.endswith("0"):
        text, most = text[:-1], most - 1
    return text.removesuffix(".")


def _date(value: Decimal, units: str, since_1904: bool) -> str:
    """A day, month, year or time of day, as precise as its format shows it."""
    days = int(value)
    if not 0 <= value < LAST_DAY:
        return general(value)
    shift = 1 if not since_1904 and days < FALSE_LEAP_DAY else 0
    day = (FIRST_DAY_1904 if since_1904 else FIRST_DAY) + timedelta(days=days + shift)
    dated = "y" in units or "d" in units or ("m" in units and not set("hs") & set(units))
    words = _day(day, units) if dated else ""
    # Programs that write days as moments show all of them at midnight.
    timed = set("hs") & set(units) and not (words and value == days)
    return " ".join(filter(None, (words, _time(value - days, units) if timed else "")))


def _day(day: date, units: str) -> str:
    has = set(units)
    if "y" in has:
        if "m" not in has:
            return str(day.year)
        return day.isoformat() if "d" in has else f"{months()[day.month - 1]} {day.year}"
    month = months()[day.month - 1] if "m" in has else ""
    return f"{day.day} {month}".strip() if "d" in has else month


def _time(part: Decimal, units: str) -> str:
    seconds = int((part * 86_400).to_integral_value(ROUND_HALF_UP))
    hours, minutes = divmod(seconds // 60, 60)
    return f"{hours:02}:{minutes:02}" + (f":{seconds % 60:02}" if "s" in units else "")
