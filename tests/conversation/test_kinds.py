"""What a group asks about: chosen by kind, never by side; the rest is answered in the private chat."""

from __future__ import annotations

import pytest

from bot.chats.chats import Chats
from bot.claims.model import LANGUAGES, Topic
from bot.conversation.actions import code
from bot.conversation.kinds import Kind, holds, kind_name, kinds_of
from bot.conversation.reply import Reply
from bot.conversation.service import Conversation
from bot.conversation.whom import Whom
from tests.conversation.talking import ANN, buttons, labels, press, said, walk

GROUP = Whom(chat=-500, user=101, kind="group", language="en")
KILLED = "How many Russian soldiers were killed?"
OUTSIDE, PARTLY = "I answer this question in a private chat", "I answer the rest of the question in a private chat"
WOUNDED = "How many Russian soldiers were wounded?"
# Each question and its mirror image.
MIRRORED = [
    (KILLED, "How many Ukrainian soldiers were killed?"),
    (WOUNDED, "How many Ukrainian soldiers were wounded?"),
    ("How many Russian soldiers were captured?", "How many Ukrainian soldiers were captured?"),
    ("How many Russian tanks were destroyed?", "How many Ukrainian tanks were destroyed?"),
    ("How many Russian tanks were captured?", "How many Ukrainian tanks were captured?"),
    ("How many Russian soldiers were killed and wounded?", "How many Ukrainian soldiers were killed and wounded?"),
    ("9,000 Russian soldiers were killed", "9,000 Ukrainian soldiers were killed"),
]


@pytest.fixture
def group(real: Conversation) -> Conversation:
    """The shipped claims, with a bot that knows its name: else it has no links."""
    real.desk.username = "a_bot"
    return real


def choose(conversation: Conversation, *labels_: str, whom: Whom = GROUP) -> Reply:
    """Press the buttons of these kinds in the settings, one after another."""
    shown = conversation.settings(whom)
    for label in labels_:
        shown = press(conversation, whom, shown, label)
    return shown


def links(reply: Reply) -> list[str]:
    return [button.url.rpartition("=")[2] for button in buttons(reply) if button.url]


def test_the_kinds_are_those_of_the_claims(real: Conversation, quake: Conversation) -> None:
    def names(conversation: Conversation, language: str = "en") -> list[str]:
        store, wording = conversation.desk.store, conversation.desk.wording(language)
        return [kind_name(kind, store, wording) for kind in kinds_of(store)]

    assert names(real) == [
        "killed", "wounded", "captured (people)", "missing", "killed and wounded", "losses (people)",
        "captured (equipment)", "losses (equipment)", "destroyed",
    ]  # fmt: skip
    assert "втрати (техніка)" in names(real, "uk")
    assert "потери (люди)" in names(real, "ru")
    assert names(quake) == ["killed", "injured", "missing", "destroyed"]


def test_kinds_are_chosen_and_taken_back_in_the_settings(group: Conversation, chats: Chats) -> None:
    shown = group.settings(GROUP)
    assert "Topics: everything" in said(shown)
    assert "✓ Everything" in labels(shown)
    shown = choose(group, "losses (equipment)", "killed")
    assert shown.replaces
    assert "Topics: killed · losses (equipment)" in said(shown)
    assert {"✓ killed", "✓ losses (equipment)", "Everything", "wounded"} <= set(labels(shown))
    assert chats.chat(-500).topics == ("killed/people", "losses/objects")
    shown = choose(group, "✓ killed")
    assert chats.chat(-500).topics == ("losses/objects",)
    assert "✓ Everything" in labels(press(group, GROUP, shown, "Everything"))
    assert chats.chat(-500).topics == ()


def test_a_button_pressed_twice_does_what_it_says(group: Conversation, chats: Chats) -> None:
    shown = group.settings(GROUP)
    for _ in range(2):
        press(group, GROUP, shown, "killed")
    assert chats.chat(-500).topics == ("killed/people",)


def test_all_kinds_together_are_everything(group: Conversation, chats: Chats) -> None:
    store, wording = group.desk.store, group.desk.wording("en")
    shown = choose(group, *(kind_name(kind, store, wording) for kind in kinds_of(store)))
    assert "Topics: everything" in said(shown)
    assert chats.chat(-500).topics == ()


def test_what_the_claims_no_longer_have_is_passed_over(group: Conversation, chats: Chats) -> None:
    chats.set(-500, topics=("vanished/people", "killed/people"))
    assert "Topics: killed" in said(group.settings(GROUP))
    chats.set(-500, topics=("vanished/people",))
    assert "Topics: everything" in said(group.settings(GROUP))
    assert "Russian forces · wounded" in said(group.ask(GROUP, WOUNDED, 1))


@pytest.mark.parametrize("forged", ["st:t", "st:t:xxxxxxx:y", "st:t:all:z", f"st:t:{code('killed/people')}:x", "st:t:"])
def test_a_forged_choice_changes_nothing(group: Conversation, chats: Chats, forged: str) -> None:
    chats.set(-500, topics=("wounded/people",))
    reply = group.pressed(GROUP, forged)
    assert reply.alert or chats.chat(-500).topics == ()  # "all" takes the choice back, whatever follows it
    assert chats.chat(-500).topics in (("wounded/people",), ())


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_questions_are_answered_in_the_private_chat(group: Conversation, language: str) -> None:
    choose(group, "killed", "captured (people)")
    group.language(GROUP, language)
    reply = group.ask(GROUP, WOUNDED, 1)
    texts, wording = group.desk.texts(language), group.desk.wording(language)
    kinds = [kind for kind in kinds_of(group.desk.store) if str(kind) in ("killed/people", "captured/people")]
    named = " · ".join(kind_name(kind, group.desk.store, wording) for kind in kinds)
    assert said(reply).strip() == texts.say("chat-outside", kinds=named)
    assert labels(reply) == [texts.say("button-answer-in-private")]
    (link,) = links(reply)
    opened = group.start(ANN, link)
    assert "wounded" in said(opened) or language != "en"
    assert texts.say("button-helpful") in labels(opened)
    assert texts.say("short-evidence-title") in said(opened)


def test_what_is_of_the_groups_kinds_is_answered(group: Conversation) -> None:
    choose(group, "killed")
    reply = group.ask(GROUP, KILLED, 1)
    assert said(reply).startswith("Russian forces · killed")
    assert OUTSIDE not in said(reply)
    assert "familylinks.icrc.org" in said(group.ask(GROUP, "my brother is missing, how do I find him", 2))


def test_of_a_mixed_question_the_rest_is_answered_in_private(group: Conversation) -> None:
    choose(group, "wounded")
    reply = group.ask(GROUP, "How many Russian soldiers were killed and how many were wounded?", 1)
    assert said(reply).startswith("Russian forces · wounded")
    assert "Russian forces · killed" not in said(reply)
    assert "I answer the rest of the question in a private chat" in said(reply)
    (link,) = links(reply)
    opened = said(group.start(ANN, link))
    assert "Russian forces · killed" in opened
    assert "Russian forces · wounded" in opened


def test_where_the_side_is_missing_it_is_asked_back_for_within_the_kinds(group: Conversation) -> None:
    choose(group, "wounded")
    outside = group.ask(GROUP, "how many soldiers were killed", 1)
    assert "Topics of this group: wounded. I answer this question" in said(outside)
    opened = group.start(ANN, links(outside)[0])
    assert "Ukrainian forces · killed" in labels(opened)
    asked = group.ask(GROUP, "how many soldiers were wounded", 2)
    assert said(press(group, GROUP, asked, "Ukrainian forces")).startswith("Ukrainian forces · wounded")


def test_a_follow_up_goes_on_from_what_was_answered_in_private(group: Conversation) -> None:
    choose(group, "wounded")
    group.ask(GROUP, KILLED, 1)
    assert said(group.ask(GROUP, "and wounded?", 2)).startswith("Russian forces · wounded")


def test_an_edited_question_may_come_to_be_of_the_groups_kinds(group: Conversation) -> None:
    choose(group, "wounded")
    group.ask(GROUP, KILLED, 1)
    edited = group.asked_again(GROUP, WOUNDED, 1)
    assert edited.replaces
    assert said(edited).startswith("Russian forces · wounded")


def test_of_several_numbers_those_of_the_groups_kinds_are_checked(group: Conversation) -> None:
    choose(group, "killed")
    message = "1,597 Russian soldiers were wounded. 498 Russian soldiers were killed. 500 Russian tanks were destroyed."
    reply = group.check(GROUP, message, 1)
    assert "The number 498" in said(reply)
    assert not [label for label in labels(reply) if label.startswith("Check")]
    assert len([label for label in labels(group.check(ANN, message, 1)) if label.startswith("Check")]) == 2
    assert OUTSIDE in said(group.check(GROUP, "1,597 Russian soldiers were wounded.", 2))


def test_topics_lists_only_these(group: Conversation) -> None:
    choose(group, "captured (people)")
    opened = set()
    for reply in walk(group, GROUP, group.topics(GROUP), frozenset({"tt", "tp", "tm"})):
        assert "What fits no topic" not in labels(reply)
        assert ("Topics of this group: captured (people)" in said(reply)) is said(reply).startswith("Who is counted?")
        for button in buttons(reply):
            if (button.action or "").startswith("t:"):
                answer = group.pressed(GROUP, button.action or "")
                assert OUTSIDE not in said(answer)
                opened.add(button.label.rpartition(" · ")[0])
    counts = group.desk.store.find.topics()
    captured = {one.topic for one in counts if one.topic.measure == "captured" and one.topic.object is None}
    assert {group.desk.wording("en").topic(topic) for topic in captured} <= opened
    assert all("captured" in label for label in opened)


def test_other_chats_and_inline_results_are_as_ever(group: Conversation) -> None:
    before = group.inline(ANN, "russian soldiers wounded"), said(group.ask(ANN, WOUNDED, 1)), said(group.topics(ANN))
    choose(group, "killed")
    after = group.inline(ANN, "russian soldiers wounded"), said(group.ask(ANN, WOUNDED, 1)), said(group.topics(ANN))
    assert after == before
    other = Whom(-501, 101, kind="group", language="en")
    assert said(group.ask(other, WOUNDED, 1)).startswith("Russian forces · wounded")


def shape(conversation: Conversation, typed: str) -> tuple[object, ...]:
    """What a group sees of an answer but for names and numbers."""
    reply = conversation.ask(GROUP, typed, 1)
    words = said(reply)
    ways = [(button.url or "").rpartition("=")[2][:2] or (button.action or "")[:2] for button in buttons(reply)]
    return OUTSIDE in words, PARTLY in words, words.startswith(("Russ", "Ukr")), ways


def test_every_choice_treats_both_sides_alike(group: Conversation, chats: Chats) -> None:
    seen = set()
    for kind in kinds_of(group.desk.store):
        chats.set(-500, topics=(str(kind),))
        for ours, theirs in MIRRORED:
            assert shape(group, ours) == shape(group, theirs), (kind, ours)
            seen.add(shape(group, ours)[:3])
    assert {(True, False, False), (False, False, True)} <= seen


def test_no_kind_tells_sides_apart(real: Conversation) -> None:
    store = real.desk.store
    populations = store.catalog.populations
    for kind in kinds_of(store):
        for topic in {count.topic for count in store.find.topics()}:
            other = populations[topic.population].attributes.get("counterpart", topic.population)
            mirror = Topic(other, topic.measure, topic.object)
            assert holds(frozenset({kind}), topic) is holds(frozenset({kind}), mirror)
            assert holds(frozenset({kind}), topic) is (Kind.of(topic) == kind)
