"""Subscriptions as a file: what goes out comes back, and what is not right does nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chats.chats import Chats, file_url
from bot.digests.model import Frequency, Quiet, Rhythm, Selection, State, Subscription, Told, Wanted, Wishes
from bot.digests.service import MOST, Digests
from bot.digests.subscribing import transfer
from bot.digests.subscribing.subscriptions import Recipient
from bot.digests.subscribing.transfer import MOST_BYTES, TransferError, Why
from tests.chats.conftest import START, Clock
from tests.digests.subscriber import ANN, BORIS, DAILY, GROUP, WISHES, Claims

IDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
MINUTES = st.builds(time, st.integers(0, 23), st.integers(0, 59))
WANTED = st.builds(Wanted, IDS | st.none(), IDS | st.none(), IDS | st.none(), IDS | st.none(), IDS | st.none())
SELECTIONS = st.builds(
    Selection,
    st.lists(WANTED, max_size=5).map(tuple),
    st.lists(IDS, max_size=5).map(tuple),
    st.none() | st.integers(1, 10**9),
)
QUIET = st.none() | st.builds(Quiet, MINUTES, MINUTES).filter(lambda quiet: quiet.start != quiet.end)
ZONES = st.sampled_from(["UTC", "Europe/Kyiv", "Etc/GMT-3", "America/Argentina/Buenos_Aires"])
RHYTHMS = st.builds(
    Rhythm, st.sampled_from(Frequency), MINUTES, ZONES, st.integers(0, 6), st.integers(1, 31), quiet=QUIET
)
FLAGS = st.booleans()
ANY_WISHES = st.builds(Wishes, SELECTIONS, RHYTHMS, st.sampled_from(["en", "uk", "ru"]), FLAGS, FLAGS, FLAGS)


def subscription(wishes: Wishes) -> Subscription:
    return Subscription(1, GROUP, 3, ANN, wishes, State.PAUSED, Told("o", 1, START), START)


@pytest.fixture
def digests(tmp_path: Any) -> Iterator[Digests]:
    clock = Clock()
    with Chats(file_url(tmp_path), clock=clock) as chats:
        yield Digests(chats.database, Claims(clock), clock)


def anything(_: Wanted) -> bool:
    return True


@given(st.lists(ANY_WISHES, max_size=5))
def test_what_goes_out_comes_back(wishes: list[Wishes]) -> None:
    assert transfer.read(transfer.export(map(subscription, wishes))) == wishes


def test_a_file_tells_of_nobody() -> None:
    text = transfer.export([subscription(WISHES)]).decode()
    assert str(ANN) not in text and str(GROUP) not in text
    assert "Мости" in text and '"at": "09:30"' in text and '"start": "22:00"' in text


def test_into_another_chat(digests: Digests) -> None:
    digests.subscribe(ANN, None, None, WISHES)
    digests.subscribe(ANN, None, None, DAILY)
    file = digests.export(ANN)
    taken = digests.import_(file, Recipient(GROUP, 3, BORIS), anything)
    assert [each.wishes for each in taken.added] == [WISHES, DAILY] and taken.known == 0
    assert digests.of_chat(GROUP) == list(taken.added) == digests.owned_by(BORIS)
    assert {(each.thread, each.owner) for each in taken.added} == {(3, BORIS)}
    assert digests.export_owned(BORIS) == file
    again = digests.import_(file, Recipient(GROUP, 3, BORIS), anything)
    assert (again.added, again.known) == ((), 2)


def test_twice_in_a_file_is_once_in_the_chat(digests: Digests) -> None:
    file = transfer.export([subscription(DAILY), subscription(DAILY)])
    taken = digests.import_(file, Recipient(ANN), anything)
    assert (len(taken.added), taken.known) == (1, 1) and len(digests.of_chat(ANN)) == 1


def test_more_than_a_chat_may_have(digests: Digests) -> None:
    digests.subscribe(ANN, None, None, WISHES)
    many = [replace(DAILY, selection=Selection(threshold=number + 1)) for number in range(MOST)]
    with pytest.raises(TransferError) as refused:
        digests.import_(transfer.export(map(subscription, many)), Recipient(ANN), anything)
    assert refused.value.why is Why.TOO_MANY
    assert len(digests.of_chat(ANN)) == 1  # all or nothing


def test_a_topic_that_the_claims_do_not_have(digests: Digests) -> None:
    file = transfer.export([subscription(DAILY), subscription(WISHES)])
    with pytest.raises(TransferError) as refused:
        digests.import_(file, Recipient(ANN), lambda wanted: wanted.population == "defenders")
    assert (refused.value.why, refused.value.where) == (Why.UNKNOWN_TOPIC, "subscriptions.2.wanted")
    assert digests.of_chat(ANN) == []


def changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    """A file in which something was changed by hand."""
    file = json.loads(transfer.export([subscription(DAILY), subscription(WISHES)]))
    change(file)
    return json.dumps(file).encode()


def second(**fields: Any) -> bytes:
    return changed(lambda file: file["subscriptions"][1].update(fields))


@pytest.mark.parametrize(
    ("data", "why", "where"),
    [
        (b"", Why.NOT_JSON, ""),
        (b"\xff\xfe\x00", Why.NOT_JSON, ""),
        (b"[" * 90_000, Why.NOT_JSON, ""),
        (b" " * (MOST_BYTES + 1), Why.TOO_LARGE, ""),
        (b"[]", Why.NOT_OURS, ""),
        (b"null", Why.NOT_OURS, ""),
        (b'{"version": 1}', Why.NOT_OURS, ""),
        (changed(lambda file: file.update(version=2)), Why.NEWER, ""),
        (changed(lambda file: file.update(version=0)), Why.WRONG, "version"),
        (changed(lambda file: file.update(more=1)), Why.WRONG, "more"),
        (changed(lambda file: file.pop("subscriptions")), Why.WRONG, "subscriptions"),
        (second(chat=5), Why.WRONG, "subscriptions.2.chat"),
        (second(frequency="hourly"), Why.WRONG, "subscriptions.2.frequency"),
        (second(at="25:00"), Why.WRONG, "subscriptions.2.at"),
        (second(at="09:00:30"), Why.WRONG, "subscriptions.2.at"),
        (second(at=9), Why.WRONG, "subscriptions.2.at"),
        (second(zone="Mars/Olympus"), Why.WRONG, "subscriptions.2.zone"),
        (second(zone="../../etc/passwd"), Why.WRONG, "subscriptions.2.zone"),
        (second(weekday=7), Why.WRONG, "subscriptions.2.weekday"),
        (second(weekday=None), Why.WRONG, "subscriptions.2.weekday"),
        (second(frequency="monthly"), Why.WRONG, "subscriptions.2.day"),
        (second(quiet={"start": "09:00"}), Why.WRONG, "subscriptions.2.quiet.end"),
        (second(quiet={"start": "09:00", "end": "09:00"}), Why.WRONG, "subscriptions.2.quiet"),
        (second(language="de"), Why.WRONG, "subscriptions.2.language"),
        (second(always="yes"), Why.WRONG, "subscriptions.2.always"),
        (second(threshold=0), Why.WRONG, "subscriptions.2.threshold"),
        (second(threshold=True), Why.WRONG, "subscriptions.2.threshold"),
        (second(words=["x" * 65]), Why.WRONG, "subscriptions.2.words.1"),
        (second(words=["a\nb"]), Why.WRONG, "subscriptions.2.words.1"),
        (second(words=["x"] * 21), Why.WRONG, "subscriptions.2.words"),
        (second(wanted=[{"topic": "x"}]), Why.WRONG, "subscriptions.2.wanted.1.topic"),
        (second(wanted=None), Why.WRONG, "subscriptions.2.wanted"),
    ],
)
def test_what_is_not_right_does_nothing(digests: Digests, data: bytes, why: Why, where: str) -> None:
    with pytest.raises(TransferError) as refused:
        digests.import_(data, Recipient(ANN), anything)
    assert (refused.value.why, refused.value.where) == (why, where)
    assert digests.of_chat(ANN) == []


@given(
    st.binary(max_size=300)
    | st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner)
            | st.dictionaries(
                st.sampled_from(["format", "version", "subscriptions", "wanted", "at"]) | st.text(), inner
            )
        ),
    ).map(lambda value: json.dumps(value).encode())
)
def test_any_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(TransferError):
        transfer.read(data)
