"""Time zones by the names that people have for them, in three languages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.model import LANGUAGES
from bot.digests.model import Rhythm
from bot.digests.subscribing import schedule, zones
from bot.language.texts import texts_for

TEXTS = Path(__file__).parents[3] / "data" / "texts"


def first(text: str, language: str = "en") -> str | None:
    found = zones.match(text, language)
    return found[0][0] if found else None


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Kyiv", "Europe/Kyiv"),
        ("kiev", "Europe/Kyiv"),
        ("Київ", "Europe/Kyiv"),
        ("КИЕВ", "Europe/Kyiv"),
        ("moscow", "Europe/Moscow"),
        ("Москва", "Europe/Moscow"),
        ("масква", "Europe/Moscow"),
        ("Moskow", "Europe/Moscow"),
        ("new york", "America/New_York"),
        ("new york city", "America/New_York"),
        ("york", "Europe/London"),
        ("Харків", "Europe/Kyiv"),
        ("харьков", "Europe/Kyiv"),
        ("lvov", "Europe/Kyiv"),
        ("Сант-Петербург", "Europe/Moscow"),
        ("saint petersburg", "Europe/Moscow"),
        ("питер", "Europe/Moscow"),
        ("Novosibisk", "Asia/Novosibirsk"),
        ("мюнхен", "Europe/Berlin"),
        ("Bengaluru", "Asia/Kolkata"),
        ("Нью-Йорк", "America/New_York"),
        ("london, UK", "Europe/London"),
        ("лондон", "Europe/London"),
        ("Берлін", "Europe/Berlin"),
        ("katmandu", "Asia/Kathmandu"),
        ("Владивосток", "Asia/Vladivostok"),
        ("vladivstok", "Asia/Vladivostok"),
        ("Сан-Паулу", "America/Sao_Paulo"),
        ("são paulo", "America/Sao_Paulo"),
        ("Europe/Kiev", "Europe/Kyiv"),
        ("asia/calcutta", "Asia/Kolkata"),
        ("US/Pacific", "America/Los_Angeles"),
        ("ukraine", "Europe/Kyiv"),
        ("Україна", "Europe/Kyiv"),
        ("Казахстан", "Asia/Almaty"),
        ("USA", "America/New_York"),
        ("de", "Europe/Berlin"),
        ("Poland", "Europe/Warsaw"),
    ],
)
def test_names(typed: str, zone: str) -> None:
    assert first(typed) == zone


@pytest.mark.parametrize(
    ("typed", "zone", "label"),
    [
        ("UTC", "Etc/UTC", "UTC"),
        ("gmt", "Etc/UTC", "UTC"),
        ("+0", "Etc/UTC", "UTC"),
        ("UTC+3", "Etc/GMT-3", "UTC+3"),
        ("gmt +05:00", "Etc/GMT-5", "UTC+5"),
        ("-4", "Etc/GMT+4", "UTC−4"),
        ("−4", "Etc/GMT+4", "UTC−4"),
        ("+14", "Etc/GMT-14", "UTC+14"),
    ],
)
def test_offsets(typed: str, zone: str, label: str) -> None:
    assert zones.match(typed, "en") == [(zone, label)]


@pytest.mark.parametrize("typed", ["", " ", "x", "+15", "-13", "+5:30", "asdfgh", "🌍", "крим", "the", "14:05"])
def test_nothing_is_guessed(typed: str) -> None:
    assert zones.match(typed, "en") == []


def test_a_country_has_a_zone_for_each_of_its_clocks() -> None:
    found = [zone for zone, _ in zones.match("United States", "en", 20)]
    assert found[:5] == [
        "America/New_York",
        "America/Chicago",
        "America/Denver",
        "America/Phoenix",
        "America/Los_Angeles",
    ]
    assert len(found) == 8


def test_zones_that_are_offered_win_a_draw() -> None:
    assert first("Россия") == "Europe/Kaliningrad"
    near = ("Europe/Moscow",)
    assert zones.match("Россия", "ru", 2, near) == [("Europe/Moscow", "Москва"), ("Europe/Kaliningrad", "Калининград")]
    assert zones.match("Oslo", "en", 6, near) == [("Europe/Oslo", "Oslo")]


def test_towns_of_one_name_stand_in_the_order_of_their_size() -> None:
    assert [zone for zone, _ in zones.match("Odessa", "en", 2)] == ["Europe/Kyiv", "America/Chicago"]
    assert [zone for zone, _ in zones.match("London", "en", 2)] == ["Europe/London", "America/Toronto"]


def test_labels() -> None:
    assert [zones.label("Europe/Kyiv", language) for language in LANGUAGES] == ["Kyiv", "Київ", "Киев"]
    assert [zones.label("America/New_York", language) for language in LANGUAGES] == ["New York", "Нью-Йорк", "Нью-Йорк"]
    assert zones.label("America/Argentina/Buenos_Aires", "en") == "Buenos Aires"
    assert zones.label("Etc/GMT+12", "ru") == "UTC−12"


@pytest.mark.parametrize("language", LANGUAGES)
def test_guess(language: str) -> None:
    """The shipped package's readers: the zones of all parties among them, from west to east."""
    texts = texts_for(language, (TEXTS / f"{language}.ftl").read_text(encoding="utf-8"))
    found = zones.guess(texts)
    assert {"Europe/Kyiv", "Europe/Moscow"} <= set(found) and 3 <= len(found) <= 6
    winter = datetime(2026, 1, 1, tzinfo=UTC)
    shown = [zones.local(zone, winter).replace(tzinfo=None) for zone in found]
    assert shown == sorted(shown)
    assert len({zones.label(zone, language) for zone in found}) == len(found)


def test_guess_without_a_package() -> None:
    assert zones.guess(texts_for("en")) == ("Etc/UTC", "Europe/London")


def test_what_the_clock_shows_there() -> None:
    assert f"{zones.local('Asia/Kathmandu', datetime(2026, 5, 1, 12, tzinfo=UTC)):%H:%M}" == "17:45"


@given(st.text(max_size=30) | st.sampled_from(sorted(available_timezones())), st.sampled_from(LANGUAGES))
def test_whatever_is_typed(text: str, language: str) -> None:
    found = zones.match(text, language, 4)
    assert len(found) <= 4 and len(dict(found)) == len(found)
    for zone, label in found:
        assert label
        schedule.check(Rhythm(zone=zone))


def test_every_place_is_found_by_its_own_name() -> None:
    for language in LANGUAGES:
        for zone in ("Africa/Casablanca", "Pacific/Chatham", "Antarctica/Troll", "America/Nuuk", "Asia/Ho_Chi_Minh"):
            assert first(zones.label(zone, language), language) == zone
            assert first(zone) == zone
