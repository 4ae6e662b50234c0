"""Questions typed on the keyboard of another language."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.questions.question import Question
from bot.questions.tokens.layouts import in_its_layout
from bot.questions.tokens.vocabulary import Vocabulary

Ask = Callable[..., Question]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("crskmrb hjcszy pfubyekj", "скільки росіян загинуло"),
        ("crjkmrj nfyrjd e erhfbys", "сколько танков у украины"),
        ("crjkmrj gjnthzkf erhfbyf d vft 2023&", "сколько потеряла украина в мае 2023?"),
        ("gjnthb hjccbb pf 14/05/2024", "потери россии за 14.05.2024"),
        ("crjkmrj hfytyj? 2?5 nsczxb&", "сколько ранено, 2,5 тысячи?"),
        ("oj rf;t vjcrdf ghj cdj] dnhfnb", "що каже москва про свої втрати"),  # a few look like words by chance
        ("dnhfnb hjcs] pf oryx", "втрати росії за oryx"),  # a name on its own keyboard
        ("dnhfnb @lyh@ e @cdj@", "втрати  днр  у  сво "),  # quotes, and no mentions
        ("рщц ьфтн кгыышфт ефтлы", "how many russian tanks"),
        ("how many russian tanks", "how many russian tanks"),
        ("skilky rosiyan zahynulo", "skilky rosiyan zahynulo"),
        ("скільки росіян загинуло", "скільки росіян загинуло"),
        ("asdfgh qwerty zxcvb", "asdfgh qwerty zxcvb"),
        ("10 тыс танков", "10 тыс танков"),  # its keys give an abbreviation of a name
        ("росія втратила щжщцжщ", "росія втратила щжщцжщ"),
    ],
)
def test_a_text_is_read_as_the_keyboard_gives_it_that_makes_words(
    vocabulary: Vocabulary, typed: str, meant: str
) -> None:
    text, tokens = in_its_layout(typed, vocabulary)
    assert text == meant
    assert [token.typed for token in tokens if token.kind == "word"] == [
        word.strip(",?.") for word in meant.split() if word.strip(",?.").isalpha()
    ]


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("кгыышфт ефтлы вуыекщнув", "en"),  # ы and і are keys of English words there
        ("кгіішфт ефтлі вуіекщнув", "en"),
        ("crjkmrj nfyrjd e erhfbys", "ru"),
        ("crskmrb nfyrsd d erhf]yb", "uk"),
    ],
)
def test_the_language_is_that_of_the_words_and_not_of_the_keyboard(ask: Ask, typed: str, language: str) -> None:
    assert ask(typed).language == language
