"""Messages in Telegram's HTML: each parses, keeps to the limits, and says the words of the plain rendering in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answers.answer import Options, Order
from bot.answers.blocks import Block, BlockKind, Item, Line, Span, Style, bold, plain
from bot.answers.html import ELLIPSIS, INDENT, LIMIT, MOST_ENTITIES, clip, to_html, utf16
from bot.answers.layout import lay_out
from bot.claims.database.store import Store
from bot.claims.model import LANGUAGES
from bot.language.texts import texts_for
from tests.answers.asking import ask, read

ALLOWED = {"b": set(), "i": set(), "a": {"href"}, "blockquote": {"expandable"}}
ADDRESS = re.compile(r"(https?|tg)://[!-~]+")


@dataclass
class Strict(HTMLParser):
    """Refuses what Telegram refuses, and keeps what a user sees."""

    text: str = ""
    entities: int = 0
    links: list[str] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    _open: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED, tag
        given = dict(attrs)
        assert set(given) <= ALLOWED[tag], attrs
        assert tag not in [tag for tag, _ in self._open], f"<{tag}> inside <{tag}>"
        if tag == "a":
            assert ADDRESS.fullmatch(given["href"] or ""), given["href"]
            self.links.append(given["href"] or "")
        self._open.append((tag, len(self.text)))
        self.entities += 1

    def handle_endtag(self, tag: str) -> None:
        opened, start = self._open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        assert self.text[start:].strip() or not self.text[start:], "a tag around white space"
        if tag == "blockquote":
            self.quotes.append(self.text[start:])

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def parsed(message: str) -> Strict:
    """The message as Telegram would take it."""
    assert not re.search(r"<(?!/?(b|i|a|blockquote)[ >])|&(?!amp;|lt;|gt;|quot;|#x27;)", message)
    parser = Strict()
    parser.feed(message)
    parser.close()
    assert not parser._open
    return parser


def visible(messages: list[str], limit: int = LIMIT) -> list[str]:
    """What a user sees of messages that Telegram would take."""
    shown = [parsed(message) for message in messages]
    for one in shown:
        assert len(one.text.encode("utf-16-le")) // 2 <= limit
        assert one.entities <= MOST_ENTITIES
        assert one.text.strip()
    return [one.text for one in shown]


def words_of(blocks: list[Block] | tuple[Block, ...]) -> list[str]:
    """The words of the plain rendering, without addresses, which mark-up carries."""
    lines = (
        line
        for block in blocks
        for line in (*([block.title] if block.title else []), *(line for item in block.items for line in item.lines))
    )
    return " ".join("".join(span.text for span in line.spans) for line in lines).split()


def without_repeats(messages: list[str], blocks: list[Block] | tuple[Block, ...]) -> list[str]:
    """The words of messages without the titles that a message repeats of the one before."""
    tops = {text_of(block.title) for block in blocks if block.title}
    tops |= {text_of(block.items[0].lines[0]) for block in blocks if block.kind is BlockKind.HEAD}
    repeated = {" ".join(f"{top} {ELLIPSIS}".split()) for top in tops}
    lines = (line for message in messages for line in message.split("\n"))
    return " ".join(line for line in lines if " ".join(line.split()) not in repeated).split()


def text_of(line: Line | None) -> str:
    """The text of a line."""
    return "".join(span.text for span in line.spans) if line else ""


CHARACTERS = st.one_of(
    st.sampled_from(list("<>&\"'/=;#abc Й😀🇺\u200b\u200d\u200e\u202e\ufeff\u00a0\ud800\t\n")),
    st.characters(),
)
TEXTS = st.one_of(
    st.text(CHARACTERS, max_size=40),
    st.sampled_from(["</b>", "<a href='x'>", "&lt;", "<!-- ", "]]>", "<b", "&#60;", "&amp"]),
    st.integers(1, 5000).map(lambda size: "note " * (size // 5)),
    st.integers(1, 3000).map(lambda size: "😀" * size),
)
ADDRESSES = st.one_of(
    st.none(),
    st.text(CHARACTERS, max_size=30),
    st.text(CHARACTERS, max_size=20).map("https://example.org/{}".format),
    st.sampled_from(
        ["https://приклад.укр/шлях?q=1&r='\"<>", "javascript:alert(1)", "http://[::1", "https://é\u0301.x/%D0"]
    ),
)
SPANS = st.builds(Span, TEXTS, st.sampled_from(Style), ADDRESSES)
LINES = st.builds(Line, st.lists(SPANS, max_size=4).map(tuple), st.integers(0, 2), st.booleans())
ITEMS = st.builds(Item, st.lists(LINES, min_size=1, max_size=5).map(tuple))
BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.one_of(st.none(), LINES),
    st.lists(ITEMS, max_size=4).map(tuple),
    st.one_of(st.none(), st.integers(0, 1)),
)


@settings(max_examples=150, deadline=None)
@given(blocks=st.lists(BLOCKS, max_size=6), limit=st.sampled_from([LIMIT, 1024, 300]))
def test_every_message_parses_and_keeps_to_the_limits(blocks: list[Block], limit: int) -> None:
    visible(to_html(blocks, limit=limit), limit)


SHORT_TEXTS = st.text(CHARACTERS.filter(lambda c: not "\ud800" <= c <= "\udfff"), max_size=25)
SHORT_LINES = st.builds(
    Line,
    st.lists(st.builds(Span, SHORT_TEXTS, st.sampled_from(Style), ADDRESSES), max_size=3).map(tuple),
    st.integers(0, 2),
    st.booleans(),
)
SHORT_BLOCKS = st.builds(
    Block,
    st.sampled_from(BlockKind),
    st.one_of(st.none(), st.integers(0, 50).map("Claimant {}".format).map(bold)),
    st.lists(st.builds(Item, st.lists(SHORT_LINES, min_size=1, max_size=4).map(tuple)), min_size=1, max_size=60).map(
        tuple
    ),
    st.one_of(st.none(), st.integers(0, 1)),
)


@settings(max_examples=50, deadline=None)
@given(blocks=st.lists(SHORT_BLOCKS, max_size=5))
def test_nothing_that_fits_is_lost_and_the_order_is_kept(blocks: list[Block]) -> None:
    shown = visible(to_html(blocks))
    if any(char.isprintable() and not char.isspace() for text in words_of(blocks) for char in text):
        assert without_repeats(shown, blocks) == [word for word in words_of(blocks) if word] or "".join(
            without_repeats(shown, blocks)
        ) == "".join(words_of(blocks))


@settings(max_examples=200)
@given(text=st.text(CHARACTERS), size=st.integers(0, 50))
def test_a_clipped_text_is_a_beginning_of_the_right_length(text: str, size: int) -> None:
    clipped = clip(text, size)
    assert utf16(clipped) <= size
    assert clipped == text or text.startswith(clipped.removesuffix(ELLIPSIS))


def group(items: int, width: int = 100, reading: int | None = 0) -> Block:
    made = (Item((plain(f"number {n} of the office " + "x" * width, indent=1),), figure=str(n)) for n in range(items))
    return Block(BlockKind.GROUP, bold("The office"), tuple(made), reading)


HEAD = Block(BlockKind.HEAD, None, (Item((bold("People · killed"), plain("3 figures"))),), 0)


def test_a_block_that_goes_on_stands_under_topic_and_title_again() -> None:
    first, *others = visible(to_html([HEAD, group(100)]))
    assert first.startswith(f"People · killed\n3 figures\n\nThe office\n{INDENT}number 0 ")
    assert len(others) == 3
    for message in others:
        assert message.startswith(f"People · killed …\n\nThe office …\n{INDENT}number ")
    assert all(
        "number" in line or "office" in line or "killed" in line for line in "\n".join(others).split("\n") if line
    )


def test_a_message_that_goes_on_with_another_claimant_names_the_topic() -> None:
    first, second = visible(to_html([HEAD, group(20, 170), group(20, 170)]))
    assert first.count("The office\n") == 1
    assert second.startswith("People · killed …\n\nThe office\n")


def test_whole_blocks_are_kept_together_where_they_fit() -> None:
    messages = visible(to_html([group(15, 170, None)] * 3))
    assert [message.count("number") for message in messages] == [15, 15, 15]


def test_a_heading_stands_in_the_message_of_what_it_heads() -> None:
    heading = Block(BlockKind.GROUP, bold("Number on a given day"), reading=0)
    first, second = visible(to_html([HEAD, group(18, 180), heading, group(18, 180)]))
    assert "given day" not in first
    assert second.startswith("People · killed …\n\nNumber on a given day\n\nThe office\n")


def test_evidence_is_folded_together_and_linked() -> None:
    evidence = [Line((Span("A & B", href="https://example.org/шлях?a=1&b=%20"),), 2, evidence=True)]
    evidence += [Line((Span("«quoted» <i>"),), 2, evidence=True)]
    item = Item((plain("498 · the office · as of 2 March", indent=1), *evidence, plain("note", indent=2)))
    (message,) = to_html([Block(BlockKind.GROUP, bold("The office"), (item,))])
    shown = parsed(message)
    assert shown.quotes == ["A & B\n«quoted» <i>"]
    assert shown.links == ["https://example.org/%D1%88%D0%BB%D1%8F%D1%85?a=1&b=%20"]
    assert shown.text == f"The office\n{INDENT}498 · the office · as of 2 March\nA & B\n«quoted» <i>\n{INDENT * 2}note"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "no address", "https://", "http://[::1", "file:///etc/passwd", "tg://user?id=1"]
)
def test_what_is_no_address_is_no_link(url: str) -> None:
    (message,) = to_html([Block(BlockKind.GROUP, None, (Item((Line((Span("printed", href=url),)),)),))])
    assert message == "printed"


def test_a_host_in_other_letters_is_written_as_browsers_send_it() -> None:
    (message,) = to_html([Block(BlockKind.GROUP, None, (Item((Line((Span("x", href="https://приклад.укр/a"),)),)),))])
    assert parsed(message).links == ["https://xn--80aikifvh.xn--j1amh/a"]


def test_an_item_too_long_sheds_its_last_evidence_and_says_so() -> None:
    lines = [Line((Span(f"print {n} " + "x" * 1100),), 2, evidence=True) for n in range(8)]
    item = Item((Line((Span("498 · the office · as of 2 March"),), 1), *lines, plain("a note", indent=2)), figure="f")
    (message,) = to_html([Block(BlockKind.GROUP, bold("The office"), (item,))], left_out="and more evidence")
    (text,) = visible([message])
    assert re.findall(r"print (\d)", text) == ["0", "1", "2"]
    assert text.startswith(f"The office\n{INDENT}498 · the office · as of 2 March\nprint 0")
    assert text.endswith(f"and more evidence\n{INDENT * 2}a note")


def test_a_note_too_long_is_shortened_after_the_number_its_claimant_and_date() -> None:
    item = Item((plain("498 · the office · as of 2 March", indent=1), plain("long " * 1000, indent=2)), figure="f")
    (text,) = visible(to_html([HEAD, Block(BlockKind.GROUP, bold("The office"), (item,), 0)])[1:])
    assert text.startswith(f"People · killed …\n\nThe office\n{INDENT}498 · the office · as of 2 March")
    assert text.endswith(ELLIPSIS)


def test_more_than_a_hundred_entities_are_shared_out() -> None:
    spans = tuple(Span(f"w{n} ", Style.BOLD) for n in range(9))
    block = Block(BlockKind.CAVEATS, None, tuple(Item((Line(spans),)) for _ in range(30)))
    messages = to_html([block])
    assert [parsed(message).entities for message in messages] == [99, 99, 72]
    assert without_repeats(visible(messages), [block]) == words_of([block])


def test_nothing_visible_makes_no_message() -> None:
    assert to_html([]) == []
    assert to_html([Block(BlockKind.HINTS, plain(" \u200b"))]) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", list(Order))
def test_a_whole_answer_in_messages_says_what_the_plain_rendering_says(
    real: Store, language: str, order: Order
) -> None:
    texts = texts_for(language, real.texts(language))
    readings = [read("russian-forces/killed"), read("russian-forces/captured"), read("russian-forces/destroyed/tank")]
    answered = ask(real, *readings, language=language, options=Options(everything=True, by=order))
    blocks = lay_out(answered, real, texts)
    messages = visible(to_html(blocks))
    assert without_repeats(messages, blocks) == words_of(blocks)
    topics = [text_of(block.items[0].lines[0]) for block in blocks if block.kind is BlockKind.HEAD]
    for block in blocks:
        for item in (item for item in block.items if item.figure):
            figure = real.find.figure(item.figure or "")
            assert figure
            headline = text_of(item.lines[0])
            holding = [message for message in messages if f"{INDENT}{headline}\n" in f"{message}\n"]
            claimant = real.catalog.claimants[figure.claimant].name(language)
            # Said twice of different days or topics, it may stand in several messages: one of them has it all.
            assert any(claimant in message and topics[block.reading or 0] in message for message in holding)
