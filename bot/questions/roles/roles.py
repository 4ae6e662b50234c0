"""Who did it, who holds the captives, whose losses: the parts that parties play in a question.

Runs after claimants are out. Prepositions and cases speak first, then verbs and their subjects; what is left suffered
it.
"""

from __future__ import annotations

from bot.questions.frame import Frame
from bot.questions.roles.adverbials import read_adverbials
from bot.questions.roles.agents import (
    read_agents,
    read_deed_nouns,
    read_foes,
    read_inflicted,
    read_instrumentals,
    read_recipients,
    read_targets,
)
from bot.questions.roles.captors import read_captors
from bot.questions.roles.contingents import leave_to_themselves, name_sides_of_contingents
from bot.questions.roles.homelands import read_homelands
from bot.questions.roles.means import read_means
from bot.questions.roles.pronouns import read_pronouns
from bot.questions.roles.salvos import read_salvos
from bot.questions.roles.strikes import read_strikes
from bot.questions.roles.subjects import read_subjects
from bot.questions.roles.sufferers import read_sufferers
from bot.questions.roles.takings import read_takings
from bot.questions.row import Row

_READERS_OF_DOERS = (
    read_adverbials,
    read_homelands,
    read_salvos,
    read_strikes,
    read_targets,
    read_pronouns,
    read_foes,
    read_recipients,
    read_takings,
    read_deed_nouns,
    read_agents,
    read_inflicted,
    read_instrumentals,
    read_means,
    read_captors,
    read_subjects,
)


def read_roles(row: Row, frame: Frame) -> None:
    """Gives every party that is named a role."""
    contingents = name_sides_of_contingents(row)
    for read in _READERS_OF_DOERS:
        read(row, frame)
    leave_to_themselves(contingents)
    read_sufferers(row, frame)
