"""Subscriptions as a user makes and changes them, without Telegram."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from bot.claims.model import LANGUAGES
from bot.conversation.digests.drafts import Step
from bot.conversation.reply import Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from bot.digests.model import Frequency, Pause, Quiet, State, Subscription, Wanted
from tests.conversation.talking import ANN, BOB, Clock, action, finished, labels, press, said

GROUP = -500
IN_GROUP = Whom(GROUP, 101, kind="group", language="en")
ADMIN = replace(IN_GROUP, manages=frozenset({GROUP}))
ADMIN_IN_PRIVATE = replace(ANN, manages=frozenset({GROUP}))


def command(conversation: Conversation, whom: Whom, name: str, typed: str = "") -> Reply:
    """What a command brings."""
    digesting = conversation.digesting
    if name == "subscribe":
        return conversation.digest(whom, lambda turn: digesting.subscribe(turn, typed))
    return conversation.digest(whom, getattr(digesting, name))


def presses(conversation: Conversation, whom: Whom, reply: Reply, *labels_: str) -> Reply:
    """What pressing one button after another brings at last."""
    for label in labels_:
        reply = press(conversation, whom, reply, label)
    return reply


def subscribed(conversation: Conversation, whom: Whom = ANN, *topics: str) -> Subscription:
    """A daily digest at nine in London."""
    presses(conversation, whom, command(conversation, whom, "subscribe"), *(topics or ("✓",)), "✓", "09:00", "London")
    return conversation.desk.digests.of_chat(whom.chat)[-1]


def card(conversation: Conversation, one: Subscription, whom: Whom = ANN) -> Reply:
    """All about a subscription."""
    chat = 0 if one.chat == whom.chat else one.chat
    return conversation.pressed(whom, f"sv:{chat}:{one.id}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_four_presses_make_a_digest_and_an_example_follows(real: Conversation, language: str) -> None:
    whom = replace(ANN, language=language)
    topics = command(real, whom, "subscribe")
    assert not topics.replaces
    reply = topics
    for _ in range(3):
        reply = real.pressed(whom, action(reply, "✓"))  # what is marked is what one gets by going on
        assert reply.replaces
    zone = next(label for label in labels(reply) if "·" in label)
    made = real.pressed(whom, action(reply, zone))
    (one,) = real.desk.digests.of_chat(whom.chat)
    assert one.wishes.selection.wanted == ()
    assert one.wishes.rhythm.frequency is Frequency.DAILY
    assert one.wishes.rhythm.at == time(9)
    assert one.wishes.language == language
    assert real.desk.texts(language).say("subscribe-subscribed") in said(made)
    assert made.then is not None
    assert made.then.later is not None
    assert made.then.later().blocks
    assert one.owner is None


def test_at_once_needs_neither_time_nor_clock(quake: Conversation) -> None:
    made = presses(quake, ANN, command(quake, ANN, "subscribe"), "✓ Everything", "At once")
    assert "Subscribed" in said(made)
    assert quake.desk.digests.of_chat(ANN.chat)[0].wishes.rhythm.frequency is Frequency.AT_ONCE
    assert "Time" not in labels(made)


@pytest.mark.parametrize(
    ("label", "weekday", "day", "phrase"),
    [("Wed", 2, None, "every Wednesday"), ("Sun", 6, None, "every Sunday"), ("Day 10", None, 10, "on day 10"),
     ("Last day", None, 31, "on the last day")],
)  # fmt: skip
def test_a_weekday_or_a_day_of_the_month_is_one_press(
    quake: Conversation, label: str, weekday: int | None, day: int | None, phrase: str
) -> None:
    made = presses(quake, ANN, command(quake, ANN, "subscribe"), "✓", label, "09:00", "London")
    rhythm = quake.desk.digests.of_chat(ANN.chat)[0].wishes.rhythm
    assert (rhythm.weekday, rhythm.day) == (weekday, day)
    assert f"{phrase}" in said(made)


@pytest.mark.parametrize(
    ("typed", "at"),
    [("8:30", time(8, 30)), ("8.30", time(8, 30)), ("0830", time(8, 30)), ("23", time(23)), ("9 pm", time(21)),
     ("12am", time(0)), ("о 7", time(7)), ("24:00", time(0)), ("в 18 45", time(18, 45))],
)  # fmt: skip
def test_a_time_may_be_typed(quake: Conversation, typed: str, at: time) -> None:
    presses(quake, ANN, command(quake, ANN, "subscribe"), "✓", "✓")
    reply = quake.typed(ANN, typed)
    assert reply is not None
    assert not reply.replaces
    press(quake, ANN, reply, "London")
    assert quake.desk.digests.of_chat(ANN.chat)[0].wishes.rhythm.at == at


@pytest.mark.parametrize("typed", ["25:00", "noonish", "8:75", "13 pm"])
def test_what_is_no_time_is_asked_again(quake: Conversation, typed: str) -> None:
    presses(quake, ANN, command(quake, ANN, "subscribe"), "✓", "✓")
    reply = quake.typed(ANN, typed)
    assert reply is not None
    assert "I do not read a time of day in this." in said(reply)


@pytest.mark.parametrize(
    ("language", "typed", "zone"),
    [("en", "Kyiv", "Europe/Kyiv"), ("uk", "Токіо", "Asia/Tokyo"), ("ru", "Берлин", "Europe/Berlin"),
     ("en", "America/New_York", "America/New_York"), ("en", "UTC+3", "Etc/GMT-3")],
)  # fmt: skip
def test_a_city_may_be_typed_and_its_clock_is_confirmed(
    quake: Conversation, language: str, typed: str, zone: str
) -> None:
    whom = replace(ANN, language=language)
    reply = command(quake, whom, "subscribe")
    for _ in range(3):
        reply = quake.pressed(whom, action(reply, "✓"))
    offered = quake.typed(whom, typed)
    assert offered is not None
    first = next(row[0] for row in offered.buttons)
    assert first.action is not None
    quake.pressed(whom, first.action)
    assert quake.desk.digests.of_chat(ANN.chat)[0].wishes.rhythm.zone == zone


def test_it_is_now_so_late_there_right(quake: Conversation) -> None:
    presses(quake, ANN, command(quake, ANN, "subscribe"), "✓", "✓", "✓")
    offered = quake.typed(ANN, "Kathmandu")
    assert offered is not None
    assert "it is now 17:45 there, right?" in said(offered)
    asked_again = press(quake, ANN, offered, "No")
    assert "By which clock?" in said(asked_again)


def test_a_question_in_between_is_a_question(quake: Conversation) -> None:
    screens = command(quake, ANN, "subscribe")
    assert quake.typed(ANN, "8:30") is None  # topics are pressed
    screens = presses(quake, ANN, screens, "✓", "✓")
    assert quake.typed(ANN, "How many people were killed in Lakeside?") is None
    assert quake.typed(ANN, "8:30") is not None
    assert quake.typed(BOB, "8:30") is None


def test_a_draft_is_forgotten_after_an_hour(quake: Conversation, clock: Clock) -> None:
    screen = presses(quake, ANN, command(quake, ANN, "subscribe"), "✓", "✓")
    clock.pass_(hours=1, minutes=1)
    assert quake.typed(ANN, "8:30") is None
    assert quake.pressed(ANN, action(screen, "09:00")).alert


def test_the_buttons_of_an_older_draft_do_nothing(quake: Conversation) -> None:
    old = command(quake, ANN, "subscribe")
    command(quake, ANN, "subscribe")
    assert quake.pressed(ANN, action(old, "✓")).alert


def test_words_behind_the_command_name_the_topic(real: Conversation) -> None:
    reply = command(real, ANN, "subscribe", "Russian tanks destroyed")
    assert "How often?" in said(reply)
    presses(real, ANN, reply, "✓", "✓", "London")
    assert real.desk.digests.of_chat(ANN.chat)[0].wishes.selection.wanted == (
        Wanted("russian-forces", "destroyed", "tank"),
    )
    assert "I did not recognise a topic" in said(command(real, ANN, "subscribe", "zqxwv"))


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Russian tanks", Wanted("russian-forces", object="tank")),
        ("tanks destroyed", Wanted(None, "destroyed", "tank")),
    ],
)
def test_words_may_name_a_topic_in_part(real: Conversation, typed: str, wanted: Wanted) -> None:
    presses(real, ANN, command(real, ANN, "subscribe", typed), "✓", "✓", "London")
    assert real.desk.digests.of_chat(ANN.chat)[0].wishes.selection.wanted == (wanted,)


def test_several_things_are_combined(real: Conversation) -> None:
    screen = presses(
        real, ANN, command(real, ANN, "subscribe"), "Several", "Russian forces", "Ukrainian forces", "By what happened",
        "killed", "wounded",
    )  # fmt: skip
    presses(real, ANN, screen, "Done", "✓", "✓", "London")
    wanted = real.desk.digests.of_chat(ANN.chat)[0].wishes.selection.wanted
    assert set(wanted) == {
        Wanted(population, measure)
        for population in ("russian-forces", "ukrainian-forces")
        for measure in ("killed", "wounded")
    }


def test_too_many_combinations_are_refused(real: Conversation) -> None:
    screen = presses(real, ANN, command(real, ANN, "subscribe"), "Several")
    for label in ("Russian", "North", "Ukrainian forces", "civilians in U", "civilians in R"):
        screen = press(real, ANN, screen, label)
    screen = press(real, ANN, screen, "By what happened")
    for label in ("killed", "wounded", "captured", "missing"):
        screen = press(real, ANN, screen, label)
    fifth = next(label for label in labels(screen) if not label.startswith("✓"))
    assert "too many" in (real.pressed(ANN, action(screen, fifth)).alert or "")


@pytest.mark.parametrize("facet", ["All who are counted", "By what happened", "By who says it", "By kind", "By place"])
def test_any_facet_can_be_chosen(real: Conversation, facet: str) -> None:
    listed = press(real, ANN, command(real, ANN, "subscribe"), facet)
    first = labels(listed)[0]
    presses(real, ANN, listed, first, "✓", "✓", "London")
    (one,) = real.desk.digests.of_chat(ANN.chat)
    (wanted,) = one.wishes.selection.wanted
    assert sum(part is not None for part in (wanted.population, wanted.measure, wanted.object, wanted.place,
                                             wanted.claimant)) == 1  # fmt: skip


def test_one_press_under_an_answer_subscribes_to_its_topics(real: Conversation) -> None:
    answer = real.ask(ANN, "How many Russian soldiers were killed, according to the UK?", 1)
    made = press(real, ANN, answer, "Subscribe")
    assert not made.replaces
    (one,) = real.desk.digests.of_chat(ANN.chat)
    assert one.wishes.selection.wanted == (Wanted("russian-forces", "killed", claimant="uk"),)
    assert one.wishes.rhythm.at == time(12)
    assert "(UTC)" in said(made)
    again = press(real, ANN, answer, "Subscribe")
    assert "You have this digest already." in said(again)
    assert len(real.desk.digests.of_chat(ANN.chat)) == 1


def test_one_press_comes_when_the_others_come(real: Conversation) -> None:
    first = subscribed(real)
    press(real, ANN, real.ask(ANN, "How many Russian soldiers were killed?", 1), "Subscribe")
    assert real.desk.digests.of_chat(ANN.chat)[1].wishes.rhythm == first.wishes.rhythm


@pytest.mark.parametrize("whom", [IN_GROUP, Whom(GROUP, None, kind="group")])
def test_a_member_of_a_group_subscribes_it_to_nothing(real: Conversation, whom: Whom) -> None:
    answer = real.ask(IN_GROUP, "How many Russian soldiers were killed?", 1)
    assert real.pressed(whom, action(answer, "Subscribe")).alert
    assert "nothing here" in said(command(real, whom, "subscribe"))
    assert real.desk.digests.of_chat(GROUP) == []
    press(real, ADMIN, answer, "Subscribe")
    (one,) = real.desk.digests.of_chat(GROUP)
    assert one.owner == ADMIN.user


@pytest.mark.parametrize(
    ("change", "presses_", "line"),
    [
        ("Topics", ["people", "Done"], "people"),
        ("How often", ["Fri"], "every Friday at 09:00"),
        ("Time ", ["20:00"], "every day at 20:00"),
        ("Time zone", ["UTC"], "(UTC)"),
        ("Threshold", ["100"], "grow by more than 100"),
        ("Quiet", ["22:00–07:00"], "from 22:00 to 07:00 (London)"),
        ("Language", ["Українська"], "Language: Українська"),
        ("Also without", [], "Also when nothing changed"),
        ("Without a sound", [], "Without a sound."),
    ],
)
def test_each_wish_can_be_changed(quake: Conversation, change: str, presses_: list[str], line: str) -> None:
    shown = card(quake, subscribed(quake))
    label = next(label for label in labels(shown) if label == change.strip() or label.startswith(change))
    assert line in said(presses(quake, ANN, shown, label, *presses_))


def test_words_and_threshold_may_be_typed_and_taken_back(quake: Conversation) -> None:
    shown = card(quake, subscribed(quake))
    press(quake, ANN, shown, "Filter words")
    changed = quake.typed(ANN, "school, Lakeside;\n school")
    assert changed is not None
    assert "one of these words: school, lakeside" in said(changed)
    press(quake, ANN, shown, "Threshold")
    changed = quake.typed(ANN, "1 500")
    assert changed is not None
    assert "more than 1,500" in said(changed)
    wishes = quake.desk.digests.of_chat(ANN.chat)[0].wishes
    assert set(wishes.selection.words) == {"school", "lakeside"}
    assert wishes.selection.threshold == 1500
    presses(quake, ANN, shown, "Filter words", "No words")
    presses(quake, ANN, shown, "Threshold", "However")
    wishes = quake.desk.digests.of_chat(ANN.chat)[0].wishes
    assert (wishes.selection.words, wishes.selection.threshold) == ((), None)


@pytest.mark.parametrize(("step", "typed"), [("Filter words", ","), ("Filter words", "x" * 60), ("Threshold", "lots")])
def test_what_cannot_be_read_is_asked_again(quake: Conversation, step: str, typed: str) -> None:
    press(quake, ANN, card(quake, subscribed(quake)), step)
    reply = quake.typed(ANN, typed)
    assert reply is not None
    assert "please" in said(reply)


def test_a_time_in_quiet_hours_moves_to_their_end(quake: Conversation) -> None:
    shown = presses(quake, ANN, card(quake, subscribed(quake)), "Quiet", "00:00–09:00", "Time", "08:00")
    assert "It comes at 09:00, when the quiet hours end." in said(shown)
    assert quake.desk.digests.of_chat(ANN.chat)[0].wishes.rhythm.quiet == Quiet(time(0), time(9))


@pytest.mark.parametrize(("label", "days"), [("For a day", 1), ("For a week", 7)])
def test_a_pause_ends_by_itself(quake: Conversation, clock: Clock, label: str, days: int) -> None:
    shown = presses(quake, ANN, card(quake, subscribed(quake)), "Pause", label)
    (one,) = quake.desk.digests.of_chat(ANN.chat)
    assert one.paused is Pause.CHOSEN
    assert one.paused_until is not None
    assert (one.paused_until - clock()).days == days
    assert "Paused until" in said(shown)


def test_a_pause_lasts_until_it_is_resumed(quake: Conversation) -> None:
    shown = presses(quake, ANN, card(quake, subscribed(quake)), "Pause", "Until I resume")
    assert "Paused until you resume it." in said(shown)
    assert "paused" in said(command(quake, ANN, "subscriptions"))
    shown = press(quake, ANN, shown, "Resume")
    assert "It goes on." in said(shown)
    assert quake.desk.digests.of_chat(ANN.chat)[0].state is State.ACTIVE


def test_a_removal_is_undone(quake: Conversation) -> None:
    one = subscribed(quake)
    removed = press(quake, ANN, card(quake, one), "Remove")
    assert quake.desk.digests.of_chat(ANN.chat) == []
    assert "It is back." in said(press(quake, ANN, removed, "Undo"))
    assert quake.desk.digests.of_chat(ANN.chat)[0].id == one.id


def test_unsubscribe_ends_the_only_one_and_asks_which_of_several(quake: Conversation) -> None:
    assert "You get no digests." in said(command(quake, ANN, "unsubscribe"))
    subscribed(quake)
    ended = command(quake, ANN, "unsubscribe")
    assert not quake.desk.digests.of_chat(ANN.chat)
    press(quake, ANN, ended, "Undo")
    subscribed(quake, ANN, "people")
    asked = command(quake, ANN, "unsubscribe")
    assert len(quake.desk.digests.of_chat(ANN.chat)) == 2
    press(quake, ANN, asked, "everything")
    assert len(quake.desk.digests.of_chat(ANN.chat)) == 1
    press(quake, ANN, asked, "everything")  # once more does no harm
    all_ = press(quake, ANN, asked, "All of them")
    assert not quake.desk.digests.of_chat(ANN.chat)
    press(quake, ANN, all_, "Undo")
    assert len(quake.desk.digests.of_chat(ANN.chat)) == 1


@pytest.mark.parametrize("what", ["", ":x", ":u", ":k:a", ":z:d", ":r", ":v", ":t", ":n"])
@pytest.mark.parametrize("whom", [BOB, IN_GROUP, ADMIN, replace(BOB, manages=frozenset({GROUP}))])
def test_nobody_elses_subscription_is_found(quake: Conversation, whom: Whom, what: str) -> None:
    one = subscribed(quake)
    for chat in (0, ANN.chat, GROUP):
        assert quake.pressed(whom, f"sv:{chat}:{one.id}{what}").alert
        assert quake.pressed(whom, f"se:{chat}:{one.id}:t").alert
    assert quake.desk.digests.of_chat(ANN.chat) == [one]


def test_a_groups_subscription_is_found_only_by_its_admins(quake: Conversation) -> None:
    one = subscribed(quake, ADMIN)
    assert quake.pressed(IN_GROUP, f"sv:0:{one.id}").alert
    assert quake.pressed(ANN, f"sv:{GROUP}:{one.id}:x").alert  # who set it up and is no admin any more
    assert "For:" in said(card(quake, one, ADMIN_IN_PRIVATE))
    assert "“" in said(command(quake, ADMIN_IN_PRIVATE, "subscriptions"))
    assert "You get no digests." in said(command(quake, ANN, "subscriptions"))


def test_an_admin_goes_on_with_the_draft_of_another(quake: Conversation) -> None:
    screen = command(quake, ADMIN, "subscribe")
    other = replace(ADMIN, user=102)
    assert quake.pressed(replace(other, manages=frozenset()), action(screen, "✓")).alert
    presses(quake, other, screen, "✓", "✓", "✓", "London")
    assert quake.desk.digests.of_chat(GROUP)[0].owner == 102


def test_a_chat_has_at_most_twenty(quake: Conversation) -> None:
    wishes = subscribed(quake).wishes
    for hour in range(20):
        quake.desk.digests.subscribe(
            ANN.chat, None, None, replace(wishes, rhythm=replace(wishes.rhythm, at=time(hour)))
        )
    screen = presses(quake, ANN, command(quake, ANN, "subscribe"), "people", "✓", "✓")
    assert "as many digests" in (quake.pressed(ANN, action(screen, "London")).alert or "")
    listed = command(quake, ANN, "subscriptions")
    assert "20. " in said(press(quake, ANN, listed, "»") if "»" in labels(listed) else listed)


def test_what_a_chat_has_can_be_taken_along(quake: Conversation) -> None:
    subscribed(quake)
    subscribed(quake, ANN, "people")
    exported = press(quake, ANN, command(quake, ANN, "subscriptions"), "Export")
    assert exported.file is not None
    name, content = exported.file
    assert name.endswith(".json")
    taken = quake.digest(BOB, lambda turn: quake.digesting.imported(turn, content))
    assert "Taken in: 2 digests" in said(taken)
    ours, theirs = (quake.desk.digests.of_chat(chat) for chat in (ANN.chat, BOB.chat))
    assert [one.wishes for one in theirs] == [one.wishes for one in ours]
    again = quake.digest(BOB, lambda turn: quake.digesting.imported(turn, content))
    assert "Nothing new was taken in." in said(again)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[", "not JSON"),
        (b"{}", "no export"),
        (b" " * 200_000, "too large"),
        (b'{"format": "claimbot-subscriptions", "version": 9}', "newer version"),
        (b'{"format": "claimbot-subscriptions", "version": 1, "subscriptions": [{}]}', "subscriptions.1."),
        (b'{"format": "claimbot-subscriptions", "version": 1, "subscriptions": [{"wanted": [{"measure": "sold"}],'
         b' "frequency": "daily", "language": "en"}]}', "no such topic"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_right_changes_nothing(quake: Conversation, content: bytes, why: str) -> None:
    reply = quake.digest(ANN, lambda turn: quake.digesting.imported(turn, content))
    assert "Nothing was taken in." in said(reply)
    assert why in said(reply)
    assert quake.desk.digests.of_chat(ANN.chat) == []


def test_forgetting_takes_digests_along_and_says_so(quake: Conversation) -> None:
    subscribed(quake)
    subscribed(quake, ADMIN)
    assert "your digests" in said(quake.forget(ANN))
    finished(press(quake, ANN, quake.forget(ANN), "Yes"))
    assert quake.desk.digests.of_chat(ANN.chat) == []
    (groups,) = quake.desk.digests.of_chat(GROUP)
    assert groups.owner is None


def test_whoever_comes_back_is_told_that_digests_go_on(quake: Conversation) -> None:
    subscribed(quake)
    quake.desk.digests.unreachable(ANN.chat)
    assert "1 digest that had stopped goes on." in said(quake.start(ANN))
    assert quake.desk.digests.of_chat(ANN.chat)[0].state is State.ACTIVE
    assert "goes on" not in said(quake.start(ANN))


@pytest.mark.parametrize("step", list(Step))
def test_a_step_can_be_left(quake: Conversation, step: Step) -> None:
    one = subscribed(quake)
    screen = quake.pressed(ANN, f"se:0:{one.id}:{step.value}")
    assert said(press(quake, ANN, screen, "Cancel")) == said(card(quake, one))
    assert quake.desk.digests.of_chat(ANN.chat) == [one]
