"""What stands around a digest: how to stop it, all of it page by page, one in doubt, and every button on the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.answers.blocks import Block, BlockKind, Item, bold, plain
from bot.answers.html import to_html
from bot.chats.tables import deliveries
from bot.claims.model import LANGUAGES
from bot.conversation.reply import LONGEST_ACTION, Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.digests.delivery import contents
from bot.digests.delivery.outbox import New, Outbox, Outgoing, Result
from bot.digests.model import Content, DeliveryState, Kind, Pause, Subscription
from tests.conversation.digests.test_subscribing import ADMIN, GROUP, command, subscribed
from tests.conversation.talking import ANN, BOB, Clock, action, buttons, labels, press, said

HEADING = Block(BlockKind.GROUP, bold("People"))
MANY = tuple(
    Block(
        BlockKind.GROUP,
        bold(f"Office {office}"),
        tuple(Item((plain(f"figure {office}.{number} " + "x" * 60),)) for number in range(30)),
    )
    for office in range(6)
)


@pytest.fixture
def outbox(quake: Conversation, clock: Clock) -> Outbox:
    quake.desk.username = "a_bot"
    return Outbox(quake.desk.chats.database, clock)


def content(conversation: Conversation, full: tuple[Block, ...] = ()) -> Content:
    """A digest; `full` is all of a long one."""
    composed = conversation.composer.preview(subscribed(conversation, BOB).wishes)
    conversation.desk.digests.remove(conversation.desk.digests.of_chat(BOB.chat)[0].id, BOB.chat)
    return replace(composed, full=full or composed.summary)


def delivered(
    conversation: Conversation, outbox: Outbox, one: Subscription, made: Content, state: DeliveryState
) -> Outgoing:
    """A digest that was sent to a chat, as far as the records know."""
    database, now = conversation.desk.chats.database, conversation.desk.clock()
    with database.writing() as connection:
        id_ = contents.add(connection, made, now)
        key = f"d:{one.id}:{now.isoformat()}"
        outbox.queue(connection, [New(key, Kind.DIGEST, one.chat, one.thread, one.id, id_)])
    (outgoing,) = outbox.take(10)
    outbox.finish([Result(outgoing, state)])
    return outgoing


def pages(conversation: Conversation, whom: Whom, first: Reply) -> list[Reply]:
    """The pages from the first on."""
    found = [first]
    while "›" in labels(found[-1]):
        found.append(press(conversation, whom, found[-1], "›"))
        assert found[-1].replaces
    return found


def test_a_digest_says_how_to_stop_it(quake: Conversation, outbox: Outbox) -> None:
    one = subscribed(quake)
    reply = quake.digesting.dress(delivered(quake, outbox, one, content(quake), DeliveryState.SENT))
    assert "/unsubscribe" in said(reply)
    assert len(to_html(reply.blocks)) == 1
    shown = press(quake, ANN, reply, "Change or stop")
    assert not shown.replaces  # the digest stays
    assert "every day at 09:00" in said(shown)


def test_in_a_group_nothing_under_a_digest_speaks_there(quake: Conversation, outbox: Outbox) -> None:
    one = subscribed(quake, ADMIN)
    reply = quake.digesting.dress(delivered(quake, outbox, one, content(quake, MANY), DeliveryState.SENT))
    assert "Admins" in said(reply)
    assert all(button.url for button in buttons(reply))
    whole, admins = (button.url.partition("start=")[2] for button in buttons(reply) if button.url)
    assert "figure 0.0" in said(quake.start(BOB, whole))
    assert "figure 0.0" not in said(quake.start(BOB, whole[:-1] + ("0" if whole[-1] != "0" else "1")))
    assert quake.digesting.concerned_by_link(admins) == {GROUP}
    assert "every day" not in said(quake.start(BOB, admins))
    assert "every day" in said(quake.start(replace(BOB, manages=frozenset({GROUP})), admins))


@pytest.mark.parametrize("in_group", [False, True])
def test_all_of_a_long_digest_is_on_its_pages_once(quake: Conversation, outbox: Outbox, in_group: bool) -> None:
    one = subscribed(quake, ADMIN if in_group else ANN)
    outgoing = delivered(quake, outbox, one, content(quake, (HEADING, *MANY)), DeliveryState.SENT)
    reply = quake.digesting.dress(outgoing)
    first = press(quake, ANN, reply, "Show all") if not in_group else quake.start(
        ANN, next(button.url for button in buttons(reply) if button.url).partition("start=")[2]
    )  # fmt: skip
    assert not first.replaces
    every = pages(quake, ANN, first)
    assert len(every) > 2
    assert all(len(to_html(page.blocks)) == 1 for page in every)
    lines = [line.strip() for page in every for line in said(page).splitlines() if "figure" in line]
    assert [line.split()[1] for line in lines] == [f"{office}.{n}" for office in range(6) for n in range(30)]
    assert said(every[0]).count("People") == 1
    assert f"Page {len(every)} of {len(every)}" in said(every[-1])


def test_a_digest_of_another_chat_is_not_shown(quake: Conversation, outbox: Outbox) -> None:
    outgoing = delivered(quake, outbox, subscribed(quake), content(quake, MANY), DeliveryState.SENT)
    for forged in (f"dg:{outgoing.id}", f"dg:{outgoing.id}:1:{ANN.chat}:0123456789", f"dt:{outgoing.id}"):
        assert quake.pressed(BOB, forged).alert
    assert "figure" not in said(quake.start(BOB, f"d_{outgoing.id}_{ANN.chat}_0123456789"))


def test_a_digest_that_may_not_have_arrived_is_told_of_and_shown_again(
    quake: Conversation, outbox: Outbox, clock: Clock
) -> None:
    one, made = subscribed(quake), content(quake, MANY)
    delivered(quake, outbox, one, made, DeliveryState.DOUBTFUL)
    listed = command(quake, ANN, "subscriptions")
    assert "The digest of 22 November 2026, 12:00 may not have arrived." in said(listed)
    assert "The digest of" not in said(command(quake, BOB, "subscriptions"))
    clock.pass_(days=1)
    reply = quake.digesting.dress(delivered(quake, outbox, one, made, DeliveryState.SENT))
    assert "may not have arrived" in said(reply)
    assert quake.pressed(BOB, action(listed, "Show it again")).alert
    again = press(quake, ANN, listed, "Show it again")
    assert said(again).startswith(said(Reply(made.summary))[:50])
    assert "figure 5.29" in said(pages(quake, ANN, press(quake, ANN, again, "Show all"))[-1])
    assert "may not" not in said(command(quake, ANN, "subscriptions"))


def test_it_may_have_arrived_after_all(quake: Conversation, outbox: Outbox) -> None:
    delivered(quake, outbox, subscribed(quake), content(quake), DeliveryState.DOUBTFUL)
    listed = command(quake, ANN, "subscriptions")
    assert quake.pressed(ANN, action(listed, "It arrived")).alert == "Thank you."
    assert "may not" not in said(command(quake, ANN, "subscriptions"))


@pytest.mark.parametrize("why", [Pause.NO_TOPIC, Pause.NO_RIGHTS])
def test_who_set_it_up_is_told_why_it_stopped(quake: Conversation, outbox: Outbox, why: Pause) -> None:
    one = subscribed(quake, ADMIN)
    lost = delivered(quake, outbox, one, content(quake), DeliveryState.FAILED)
    outbox.lost(Result(lost, DeliveryState.FAILED), why)
    (outgoing,) = outbox.take(10)
    reply = quake.digesting.dress(outgoing)
    assert "A digest is paused" in said(reply)
    card = action(reply, "Change or stop")
    assert quake.pressed(ANN, card).alert
    assert "every day" in said(quake.pressed(replace(ANN, manages=frozenset({GROUP})), card))


def test_the_topics_of_a_digest_lead_to_answers(quake: Conversation, outbox: Outbox) -> None:
    outgoing = delivered(quake, outbox, subscribed(quake), content(quake), DeliveryState.SENT)
    topics = press(quake, ANN, quake.digesting.dress(outgoing), "Topics and charts")
    assert press(quake, ANN, topics, labels(topics)[0]).remember


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_around_digests_leads_somewhere(real: Conversation, language: str) -> None:
    whom = replace(ANN, language=language)
    first = command(real, whom, "subscribe")
    for _ in range(3):
        first = real.pressed(whom, action(first, "✓"))
    (zone,) = (button.action for button in buttons(first)[:1])
    real.pressed(whom, zone or "")
    id_ = real.desk.digests.of_chat(whom.chat)[0].id
    screens = [command(real, whom, name) for name in ("subscriptions",)]
    screens += [real.pressed(whom, f"sv:0:{id_}"), real.pressed(whom, f"sv:0:{id_}:z")]
    for step in "tfhzqwnl":
        screens.append(real.pressed(whom, f"se:0:{id_}:{step}"))
        screens += _listed(real, whom, screens[-1])
    for screen in screens:
        assert screen.blocks
        assert len(to_html(screen.blocks)) == 1
        for button in buttons(screen):
            assert button.label.strip()
            assert len(button.label) <= 64
            assert button.action is None or len(button.action) <= LONGEST_ACTION


def _listed(conversation: Conversation, whom: Whom, screen: Reply) -> list[Reply]:
    """The lists of facets behind the first screen, each with all its pages."""
    found = []
    for label in [label for label in labels(screen) if label.endswith("›")]:
        page = press(conversation, whom, screen, label)
        found += pages(conversation, whom, page)
    return found


def test_settled_doubts_are_on_record(quake: Conversation, outbox: Outbox, clock: Clock) -> None:
    delivered(quake, outbox, subscribed(quake), content(quake), DeliveryState.DOUBTFUL)
    press(quake, ANN, command(quake, ANN, "subscriptions"), "Show it again")
    with quake.desk.chats.database.reading() as connection:
        row = connection.execute(deliveries.select()).one()
    assert row.state == DeliveryState.DOUBTFUL.value
    assert row.settled_at - clock() < timedelta(seconds=1)
