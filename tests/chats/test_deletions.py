"""The list of deletions tells of an id that it was deleted, to whoever knows the id, and only for a while."""

from __future__ import annotations

import stat
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.chats.deletions import Deletions, LostDeletionsError, Mark
from bot.chats.trouble import ChatsError, Trouble

DAY = date(2026, 5, 17)
ANN, BEN, GROUP = 7_001_234_567, 7_009_876_543, -1_007_777_004_242


@pytest.fixture
def deletions(tmp_path: Path) -> Deletions:
    return Deletions(tmp_path)


def delete(deletions: Deletions, *ids: int, day: date = DAY) -> None:
    for id_ in ids:
        with deletions.deleting(id_, day):
            pass


def told(deletions: Deletions, mark: Mark) -> set[int]:
    deleted = deletions.since(mark)
    return {id_ for id_ in (ANN, BEN, GROUP) if deleted(id_)}


def test_it_tells_what_was_deleted_after_a_mark(deletions: Deletions) -> None:
    first = deletions.mark()
    delete(deletions, ANN)
    second = deletions.mark()
    delete(deletions, GROUP)
    assert told(deletions, first) == {ANN, GROUP}
    assert told(deletions, second) == {GROUP}
    assert told(deletions, deletions.mark()) == set()
    delete(deletions, ANN)  # once more
    assert told(deletions, second) == {ANN, GROUP}
    assert len(deletions.path.read_text().splitlines()) == 3  # a head, and a line for each


def test_it_names_nobody(deletions: Deletions, tmp_path: Path) -> None:
    delete(deletions, ANN, GROUP)
    other = Deletions(tmp_path / "other")
    other.path.parent.mkdir()
    delete(other, ANN)
    text = deletions.path.read_text()
    assert str(ANN) not in text and str(-GROUP) not in text
    assert not set(text.split()[3:]) & set(other.path.read_text().split()[3:]) - {"1", DAY.isoformat()}
    assert stat.S_IMODE(deletions.path.stat().st_mode) == 0o600


def test_lines_are_dropped_when_no_backup_needs_them(deletions: Deletions) -> None:
    first = deletions.mark()
    delete(deletions, ANN)
    second = deletions.mark()
    delete(deletions, BEN, day=DAY + timedelta(days=3))
    assert deletions.prune(DAY) == 0
    assert deletions.prune(DAY + timedelta(days=1)) == 1
    assert told(deletions, second) == {BEN}
    with pytest.raises(LostDeletionsError):
        deletions.since(first)
    assert deletions.prune(DAY + timedelta(days=4)) == 1
    last = deletions.mark()
    assert last.number == 2  # it counts on
    delete(deletions, GROUP)
    assert told(deletions, last) == {GROUP}


def test_another_file_does_not_tell(deletions: Deletions, tmp_path: Path) -> None:
    mark = deletions.mark()
    deletions.path.unlink()
    with pytest.raises(LostDeletionsError):
        deletions.since(mark)
    delete(deletions, ANN)
    with pytest.raises(LostDeletionsError):
        deletions.since(mark)
    with pytest.raises(LostDeletionsError):
        deletions.since(None)
    assert deletions.known()(ANN) and not deletions.known()(BEN)


def test_nobody_gets_a_mark_while_something_is_being_deleted(deletions: Deletions) -> None:
    """A backup made by that mark could hold what is just going, and would be taken to be without it."""
    marks: list[Mark] = []
    asking = threading.Thread(target=lambda: marks.append(Deletions(deletions.path.parent).mark()))
    with deletions.deleting(ANN, DAY):
        asking.start()
        asking.join(0.2)
        assert marks == []
    asking.join(10)
    assert told(deletions, marks[0]) == set()


def test_a_deletion_that_cannot_be_noted_is_not_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    deletions = Deletions(tmp_path / "file")
    done = False
    with pytest.raises(ChatsError) as caught, deletions.deleting(ANN, DAY):
        done = True
    assert caught.value.trouble is Trouble.UNREADABLE
    assert not done


@pytest.mark.parametrize(
    "content", ["", "something else\n", "claimbot-forgotten-1 00 x\n", "claimbot-forgotten-1 00 0\n1"]
)
def test_what_is_no_list_is_not_taken_for_an_empty_one(deletions: Deletions, content: str) -> None:
    deletions.path.write_text(content)
    with pytest.raises(ChatsError) as caught:
        deletions.mark()
    assert caught.value.trouble is Trouble.DAMAGED
    assert deletions.path.read_text() == content


def test_threads_do_not_lose_each_others_lines(deletions: Deletions) -> None:
    mark = deletions.mark()
    threads = [threading.Thread(target=delete, args=(deletions, id_)) for id_ in range(1, 21)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    deleted = deletions.since(mark)
    assert all(deleted(id_) for id_ in range(1, 21))
