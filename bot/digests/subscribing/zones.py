"""Time zones by the names that people have for them: cities and countries in three languages, offsets, IANA names.

Names of countries and of the cities that zones are named after are Unicode's (CLDR, by Babel), those of the larger
cities of the world GeoNames'. Where several zones fit as well, those that the claim
package offers come first, and the others as tzdata lists them.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo, available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.claims.model import LANGUAGES
from bot.language.texts import BABEL_LOCALES, Texts

_EXACT, _BEGINS = 100.0, 96.0  # points
_ALIKE, _ALIKE_SHORT = 0.75, 0.8  # below, two names are rarely the same one mistyped; short ones are alike by chance
_SHORT = 5
_SAME = OSA.normalized_similarity
_WORD = 4  # characters from which a word says something
_WORDS = 0.93  # what a name counts that has the words and others: "york" for New York, "London, UK" for London
_FEW = 4  # zones of a country, as buttons
_SHORTEST = 2  # characters with which a search makes sense
_OFFSET = re.compile(r"(?:utc|gmt)?\s*([+−-])\s*(\d{1,2})(?::?00)?", re.IGNORECASE)
_EAST, _WEST = 14, 12  # hours between which Etc/GMT names zones
_YEAR = 2026  # by whose clocks zones are compared; any recent one will do

CITIES = Path(__file__).with_name("cities.tsv.gz")  # made by tests/digests/make_cities.py from GeoNames, CC BY 4.0
_OFFERED = "subject-time-zones"  # the message of a claim package that names zones where those live whom it concerns


class _Kind(IntEnum):
    """What a name names; of two that fit as well the lower comes first."""

    CITY = 0  # one that a zone is named after
    TOWN = 1  # any other
    COUNTRY = 2
    CODE = 3  # fits only as a whole


class _Fit(NamedTuple):
    """How well a name fits, the least first."""

    off: float  # points below those of a name that is just what was typed
    kind: _Kind
    place: int = 0  # of a town among those of its name, the largest first


@dataclass(frozen=True, slots=True)
class _Name:
    text: str
    zone: str
    kind: _Kind


def guess(texts: Texts) -> tuple[str, ...]:
    """The zones to choose from before anything is known but a language, from west to east."""
    offered = texts.say(_OFFERED).split() if texts.has(_OFFERED) else ()
    known = [zone for zone in offered if zone in available_timezones()]
    return tuple(sorted(known or _home(texts.language), key=lambda zone: (min(_offsets(zone)), zone)))


def match(text: str, language: str, limit: int = 6, near: Iterable[str] = ()) -> list[tuple[str, str]]:
    """The zones that a text may mean, each with its city in a language, the likeliest first; `near` win a draw."""
    fixed = _fixed(text)
    if fixed:
        return [(fixed, label(fixed, language))]
    sought = normal(text)
    if len(sought) < _SHORTEST:
        return []
    best: dict[str, _Fit] = {}
    for fit, zone in [*_named(sought), *_towns().get(sought, ())] or _like_a_town(sought):
        best[zone] = min(best.get(zone, fit), fit)
    preferred = set(near)
    last = len(_listed())
    order = sorted(best, key=lambda zone: (best[zone], zone not in preferred, _listed().get(zone, last)))
    return [(zone, label(zone, language)) for zone in order[:limit]]


def label(zone: str, language: str) -> str:
    """A zone's city as a language writes it, or its distance from UTC: "UTC+3"."""
    if zone.startswith("Etc/"):
        hours = round(min(_offsets(zone)).total_seconds() / 3600)
        return f"UTC{hours:+d}".replace("-", "−") if hours else "UTC"
    return _city(zone, language) or zone.rsplit("/", 1)[-1].replace("_", " ")


def local(zone: str, moment: datetime) -> datetime:
    """What the clocks of a zone show at a moment."""
    return moment.astimezone(ZoneInfo(zone))


def _named(sought: str) -> Iterator[tuple[_Fit, str]]:
    """The zones of cities that zones are named after, and of countries, that what was typed is like."""
    names, texts = _names()
    for text, score, index in process.extract_iter(sought, texts, scorer=_SAME, score_cutoff=_alike(sought)):
        if names[index].kind is not _Kind.CODE or text == sought:
            yield _Fit(_EXACT - score * _EXACT, names[index].kind), names[index].zone
    for name in names:
        if name.text.startswith(sought) and name.kind is not _Kind.CODE and name.text != sought:
            yield _Fit(_EXACT - _BEGINS, name.kind), name.zone
    for text, score, index in process.extract_iter(sought, texts, scorer=fuzz.token_set_ratio, score_cutoff=_EXACT):
        if names[index].kind is not _Kind.CODE and min(len(text), len(sought)) >= _WORD:
            yield _Fit(_EXACT - score * _WORDS, names[index].kind), names[index].zone


def _like_a_town(sought: str) -> Iterator[tuple[_Fit, str]]:
    """The zones of towns that begin with what was typed or are like it. A first letter is seldom mistyped."""
    names = [name for name in _towns() if name[0] == sought[0]]
    for name in names if len(sought) >= _SHORT else ():
        if name.startswith(sought):
            yield from ((fit._replace(off=_EXACT - _BEGINS), zone) for fit, zone in _towns()[name])
    for name, score, _ in process.extract_iter(sought, names, scorer=_SAME, score_cutoff=_alike(sought)):
        yield from ((fit._replace(off=_EXACT - score * _EXACT), zone) for fit, zone in _towns()[name])


def _alike(sought: str) -> float:
    return _ALIKE if len(sought) > _SHORT else _ALIKE_SHORT


@cache
def _names() -> tuple[list[_Name], list[str]]:
    """All names, once each, and their texts; made at the first search, in a tenth of a second."""
    names: dict[_Name, None] = {}
    for alias, zone in _zones_by_name().items():
        names[_Name(normal(alias), zone, _Kind.CODE)] = None
        names[_Name(normal(alias.rsplit("/", 1)[-1]), zone, _Kind.CITY)] = None
    territories = get_global("zone_territories")
    for zone in set(_zones_by_name().values()):
        code = territories.get(zone, "001")
        for language in LANGUAGES:
            city, country = _city(zone, language), _locale(language).territories.get(code)
            if city:
                names[_Name(normal(city), zone, _Kind.CITY)] = None
            if country and zone in _different():
                names[_Name(normal(country), zone, _Kind.COUNTRY)] = None
        for each in _codes().get(code, ()) if zone in _different() else ():
            names[_Name(normal(each), zone, _Kind.CODE)] = None
    kept = [name for name in names if len(name.text) >= _SHORTEST]
    return kept, [name.text for name in kept]


@cache
def _towns() -> dict[str, list[tuple[_Fit, str]]]:
    """The zones of the larger cities of the world by their names, of those with one name the largest first."""
    towns: dict[str, list[tuple[_Fit, str]]] = defaultdict(list)
    today = _zones_by_name()
    for line in gzip.decompress(CITIES.read_bytes()).decode().splitlines():
        zone, *names = line.split("\t")
        for name in names if zone in today else ():
            towns[name].append((_Fit(0, _Kind.TOWN, len(towns[name])), today[zone]))
    return {**towns}


@cache
def _zones_by_name() -> dict[str, str]:
    """Each name of a place's zone, old ones too, and the zone's name of today, as far as this machine knows it."""
    aliases, available = get_global("zone_aliases"), available_timezones()
    today = {name: aliases.get(name, name) for name in [*get_global("zone_territories"), *aliases]}
    return {
        name: zone if zone in available else name
        for name, zone in today.items()
        if name in available and not name.startswith("Etc/") and "/" in zone
    }


@cache
def _different() -> frozenset[str]:
    """Of the zones of each country whose clocks show the same this year, the first that tzdata lists."""
    territories = get_global("zone_territories")
    first: dict[tuple[str, tuple[timedelta, ...]], str] = {}
    for zone in sorted(_listed(), key=_listed().__getitem__):
        if zone in territories:
            first.setdefault((territories[zone], _offsets(zone)), zone)
    return frozenset(first.values())


@cache
def _listed() -> dict[str, int]:
    """The place of each zone in tzdata's list: populous ones first where geography allows, and "most of" a country."""
    text = files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8")
    rows = sorted((row for row in text.splitlines() if not row.startswith("#")), key=lambda row: "most of" not in row)
    return {row.split("\t")[2]: place for place, row in enumerate(rows)}


@cache
def _codes() -> dict[str, list[str]]:
    """The codes of countries, of two letters and of three."""
    codes = {code: [code] for code in get_global("territory_zones") if code.isalpha()}
    for other, todays in get_global("territory_aliases").items():
        if other.isalpha() and len(todays) == 1 and todays[0] in codes:
            codes[todays[0]].append(other)
    return codes


@cache
def _city(zone: str, language: str) -> str | None:
    """A zone's city as CLDR writes it, which knows some zones by an older name."""
    written = _locale(language).time_zones
    known = (name for name, today in _zones_by_name().items() if zone in (name, today))
    return next((str(written[name]["city"]) for name in known if "city" in written.get(name, {})), None)


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(BABEL_LOCALES[language])


def _home(language: str) -> list[str]:
    """A few zones of the country that a language comes from: for a package that offers none."""
    likely = get_global("likely_subtags").get(language, "")
    territory = _locale(language).territory or likely.rsplit("_", 1)[-1]
    theirs = _different().intersection(get_global("territory_zones").get(territory, ()))
    return ["Etc/UTC", *sorted(theirs, key=_listed().__getitem__)[:_FEW]]


def _fixed(text: str) -> str | None:
    """The zone that is always as far from UTC as the text says."""
    stripped = text.strip()
    if stripped.casefold() in {"utc", "gmt"}:
        return "Etc/UTC"
    found = _OFFSET.fullmatch(stripped)
    if found is None:
        return None
    hours = int(found[2]) * (1 if found[1] == "+" else -1)
    if not -_WEST <= hours <= _EAST:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"  # POSIX counts westwards


def normal(text: str) -> str:
    """A name without capitals, accents and signs, as names are compared."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return " ".join(re.findall(r"\w+", plain.replace("'", "").replace("’", "").replace("_", " ")))


@cache
def _offsets(zone: str) -> tuple[timedelta, ...]:
    """How far a zone is from UTC in January and in July."""
    moments = (datetime(_YEAR, month, 1, tzinfo=ZoneInfo(zone)) for month in (1, 7))
    return tuple(moment.utcoffset() or timedelta() for moment in moments)
