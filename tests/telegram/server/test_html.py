"""Telegram's HTML: what a user sees of it, and the words for what it does not take."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.server.errors import ApiError
from bot.telegram.server.html import parse_html
from bot.telegram.server.text import find_entities, part, trim, units

SEEN = [
    ("plain", "plain", []),
    ("a &lt; b &amp;&amp; c &gt; d &quot;e&quot;", 'a < b && c > d "e"', []),
    ("&#65;&#x42;&#128512;", "AB😀", []),
    ("&lt", "<", []),
    ("&nbsp;&copy; & &#0; &;", "&nbsp;&copy; & &#0; &;", []),
    ("<b>x</b>", "x", [("bold", "x")]),
    ("<strong>x</strong><em>y</em>", "xy", [("bold", "x"), ("italic", "y")]),
    ("<B>x</b >", "x", [("bold", "x")]),
    ("<b>x</>", "x", [("bold", "x")]),
    ("<u>a</u><ins>b</ins><s>c</s><strike>d</strike><del>e</del>", "abcde", None),
    ("🎉<i>🎉🎉</i>", "🎉🎉🎉", [("italic", "🎉🎉")]),
    ("<b>x<i>y</i></b>", "xy", [("bold", "xy"), ("italic", "y")]),
    ("<b></b>x", "x", []),
    ('<a href="https://t.me/x?a=1&amp;b=2">x</a>', "x", [("text_link", "x")]),
    ("<a href='example.org'>x</a>", "x", [("text_link", "x")]),
    ('<a href="not a page">x</a>', "x", []),
    ("<a>example.org</a>", "example.org", [("text_link", "example.org")]),
    ('<a href="tg://user?id=5">x</a>', "x", [("text_mention", "x")]),
    ("<code>x <b>y</b></code>", "x y", [("code", "x y")]),
    ('<pre><code class="language-sql">x</code></pre>', "x", [("pre", "x")]),
    ("<blockquote>x</blockquote>", "x", [("blockquote", "x")]),
    ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", "x")]),
    ("<blockquote>x<blockquote>y</blockquote></blockquote>", "xy", [("blockquote", "xy")]),
    ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", "x"), ("spoiler", "y")]),
    ('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "👍", [("custom_emoji", "👍")]),
    ('<tg-time unix="1647531900" format="wDT">x</tg-time>', "x", [("date_time", "x")]),
]

REFUSED = [
    ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
    ("жж<br/>", 'Unsupported start tag "br/" at byte offset 4'),
    ("x < y", 'Unsupported start tag "" at byte offset 2'),
    ("x <", "Unclosed start tag at byte offset 2"),
    ("<b", "Unclosed start tag at byte offset 0"),
    ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
    ("x</b>", "Unexpected end tag at byte offset 1"),
    ("<b>ж</i>", 'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"'),
    ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
    ("<b>x</b", "Unclosed end tag at byte offset 4"),
    ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
    ("<a href=x_y>x</a>", "Unexpected end of name token at byte offset 8"),
    ('<a href="x>y</a>', "Unclosed start tag at byte offset 0"),
    ("<a href=", 'Unclosed start tag "a" at byte offset 0'),
    ('<tg-emoji emoji-id="x">y</tg-emoji>', "Invalid custom emoji identifier specified"),
    ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities"),
]


@pytest.mark.parametrize(("source", "text", "entities"), SEEN)
def test_what_is_seen(source: str, text: str, entities: list[tuple[str, str]] | None) -> None:
    seen, found = parse_html(source)
    assert seen == text
    if entities is not None:
        assert [(one["type"], part(seen, one["offset"], one["length"])) for one in found] == entities


@pytest.mark.parametrize(("source", "words"), REFUSED)
def test_what_is_refused(source: str, words: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description.startswith(f"Bad Request: can't parse entities: {words}")


def test_links_keep_their_address_and_code_its_language() -> None:
    assert parse_html('<a href="https://x.org/?a=1&amp;b=&quot;2">y</a>')[1][0]["url"] == 'https://x.org/?a=1&b="2'
    assert parse_html('<pre><code class="language-sql">x</code></pre>')[1][0]["language"] == "sql"
    assert "language" not in parse_html("<code>x</code>")[1][0]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_is_seen_as_it_was(text: str) -> None:
    assert parse_html(escape(text)) == (text, [])


TREES = st.recursive(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1),
    lambda inner: st.lists(st.tuples(st.sampled_from(["b", "i", "u", "s", "tg-spoiler"]), inner), min_size=1),
    max_leaves=8,
)


@given(TREES)
def test_nested_tags_cover_what_they_enclose(tree: object) -> None:
    source, text, covered = written(tree)
    seen, entities = parse_html(source)
    assert seen == text
    assert sorted(part(seen, one["offset"], one["length"]) for one in entities) == sorted(covered)


def written(tree: object) -> tuple[str, str, list[str]]:
    """A tree as HTML, as text, and what each tag covers."""
    if isinstance(tree, str):
        return escape(tree), tree, []
    assert isinstance(tree, list)
    source, text, covered = "", "", []
    for tag, inner in tree:
        inner_source, inner_text, inner_covered = written(inner)
        source += f"<{tag}>{inner_source}</{tag}>"
        text += inner_text
        covered += [inner_text, *inner_covered]
    return source, text, covered


@given(st.text(alphabet="<>/&;=\"' abipre#x1😀ж", max_size=40))
def test_any_text_is_read_or_refused_in_words(source: str) -> None:
    try:
        seen, entities = parse_html(source)
    except ApiError as refused:
        assert refused.code == 400
        assert refused.description.startswith("Bad Request: can't parse entities: ")
    else:
        assert all(0 <= one["offset"] < one["offset"] + one["length"] <= units(seen) for one in entities)


SPACE = st.text(alphabet=" \n\t", max_size=4)


@given(SPACE, st.text(alphabet="x😀ж", min_size=1), SPACE)
def test_trimming_moves_entities_with_the_text(before: str, body: str, after: str) -> None:
    text = before + body + after
    whole = {"type": "bold", "offset": units(before), "length": units(body)}
    wider = {"type": "italic", "offset": 0, "length": units(text)}
    outside = [{"type": "underline", "offset": 0, "length": units(before)}] if before else []
    bare, moved = trim(text, [whole, wider, *outside])
    assert bare == body
    assert [(one["type"], part(bare, one["offset"], one["length"])) for one in moved] == [
        ("bold", body),
        ("italic", body),
    ]


FOUND = [
    ("/ask tanks", [("bot_command", "/ask")]),
    ("please /ask@claims_bot now", [("bot_command", "/ask@claims_bot")]),
    ("a/b and 1/2", []),
    ("ask @claims_bot or a@b.org", [("mention", "@claims_bot"), ("email", "a@b.org")]),
    ("see https://x.org/a?b=1, then", [("url", "https://x.org/a?b=1")]),
    ("#танки and #1", [("hashtag", "#танки")]),
    ("🎉🎉 /help", [("bot_command", "/help")]),
]


@pytest.mark.parametrize(("text", "entities"), FOUND)
def test_what_telegram_finds_by_itself(text: str, entities: list[tuple[str, str]]) -> None:
    found = find_entities(text)
    assert [(one["type"], part(text, one["offset"], one["length"])) for one in found] == entities


def test_nothing_is_found_inside_code() -> None:
    seen, entities = parse_html("<code>/ask @claims_bot</code>")
    assert [one["type"] for one in find_entities(seen, entities)] == ["code"]
