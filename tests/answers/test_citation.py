"""Citations ready to paste: never too long, never without number, claimant and date."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.answers.citation import LIMIT, full_citation, plain_citation
from bot.answers.html import utf16
from bot.answers.wording import Wording
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES, Appearance, Figure, PartialDate, Source
from bot.language.texts import texts_for

AGENCY = "disaster-agency-2024-05-03-lake-people-killed"


def wording(store: Store, language: str = "en") -> Wording:
    return Wording(texts_for(language, store.texts(language)), store.catalog, store.meta.start)


def figure(store: Store, id_: str = AGENCY) -> Figure:
    found = store.find.figure(id_)
    assert found
    return found


def printed(store: Store, url: str, title: str | None = None, publisher: str = "northern-wire") -> Figure:
    source = Source("s", publisher, title, url, None, None, PartialDate("2024-05-04"), "en")
    return replace(figure(store), appearances=(Appearance(source, None),))


def test_a_plain_citation_says_what_who_and_when(quake: Store) -> None:
    assert plain_citation(figure(quake), wording(quake)) == (
        "people in Lake Province · killed: 214 · National Disaster Agency · as of 3 May 2024 · said 3 May 2024"
        " · Mira Halden"
    )


def test_a_full_citation_says_where_it_was_printed_too(quake: Store) -> None:
    assert full_citation(printed(quake, "https://example.org/a"), wording(quake)) == (
        "people in Lake Province · killed: 214 · National Disaster Agency · as of 3 May 2024 · said 3 May 2024"
        " · Mira Halden. Northern Wire, 4 May 2024. https://example.org/a"
    )


def test_a_claim_that_no_longer_stands_says_so(quake: Store) -> None:
    withdrawn = next(one for one in quake.search("190", 20) if one.value.low == 190)
    assert "190 (withdrawn) · " in plain_citation(withdrawn, wording(quake))


@pytest.mark.parametrize(
    ("url", "title", "kept", "lost"),
    [
        ("https://example.org/" + "a" * 60, "A title " * 9, ["Mira Halden", "/aaa"], ["A title"]),
        ("https://example.org/" + "a" * 100, None, ["said 3 May", "/aaa", "4 May"], ["Mira Halden"]),
        ("https://example.org/" + "a" * 130, None, ["/aaa", "4 May"], ["said 3 May", "Northern Wire"]),
        ("https://example.org/" + "a" * 300, None, ["Northern Wire, 4 May 2024", "Mira Halden"], ["/aaa"]),
    ],
)
def test_what_has_no_room_is_left_out_whole(
    quake: Store, url: str, title: str | None, kept: list[str], lost: list[str]
) -> None:
    text = full_citation(printed(quake, url, title), wording(quake))
    assert utf16(text) <= LIMIT
    assert "people in Lake Province · killed: 214 · National Disaster Agency · as of 3 May 2024" in text
    assert [word for word in kept if word not in text] == []
    assert [word for word in lost if word in text] == []


def test_a_figure_without_any_report_can_be_cited(quake: Store) -> None:
    bare = replace(figure(quake), appearances=())
    assert full_citation(bare, wording(quake)) == plain_citation(bare, wording(quake))


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.text(max_size=400),
    person=st.one_of(st.none(), st.text(max_size=60)),
    place=st.one_of(st.none(), st.text(max_size=400)),
    url=st.text(max_size=400),
    limit=st.sampled_from([LIMIT, 100]),
)
def test_number_and_date_are_never_cut(
    quake: Store, *, name: str, person: str | None, place: str | None, url: str, limit: int
) -> None:
    odd = replace(printed(quake, url, name), claimant=name, spokesperson=person, place=place)
    for text in (plain_citation(odd, wording(quake), limit=limit), full_citation(odd, wording(quake), limit=limit)):
        assert utf16(text) <= limit
        assert "214 · " in text
        assert " · as of 3 May 2024" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_real_claimant_can_be_cited_in_every_language(real: Store, language: str) -> None:
    words = wording(real, language)
    ids = [id_ for (id_,) in real.database.rows("SELECT min(id) FROM claims GROUP BY claimant, topic")]
    for one in real.find.by_ids(ids):
        for text in (plain_citation(one, words), full_citation(one, words)):
            assert utf16(text) <= LIMIT
            assert words.attributed(one) in text
            assert text.startswith(words.matter(one)[:20])
