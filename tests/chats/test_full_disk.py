"""On a full disk nothing is acknowledged that is not kept, nothing that was is lost, and with room it goes on."""

from __future__ import annotations

from pathlib import Path

from tests import smalldisk

FILL = """
import sys
from pathlib import Path
from bot.chats.chats import Chats, ChatsError, file_url

disk, kept = Path(sys.argv[1]), []
ballast = disk / "ballast"
ballast.write_bytes(bytes(600_000))
url = file_url(disk)

def fill(name):
    try:
        (disk / name).write_bytes(bytes(10_000_000))
    except OSError:
        pass

with Chats(url, storage=disk) as chats:
    try:
        for number in range(1, 1000):
            chats.set(number, topics=("x" * 500,))
            kept.append(number)
    except ChatsError as error:
        print(error)
    fill("rest")
    assert kept and all(chats.chat(number).topics for number in kept)
"""

GO_ON = """
    ballast.unlink()
    chats.set_language(8, "ru")
    chats.forget(3)
with Chats(url) as chats:
    chats.database.check()
    assert chats.chat(8).language == "ru"
    assert [number for number in kept if not chats.chat(number).topics] == [3]
"""


def test_what_was_kept_stays_and_it_goes_on(tmp_path: Path) -> None:
    (said,) = smalldisk.run(FILL + GO_ON, tmp_path, 1400)
    assert said.startswith(f"{tmp_path}/chats.db: the database of chats is full")
    assert said.endswith("free space on the disk and try again")


FORGET = """
    try:
        chats.forget(3)
    except ChatsError as error:
        print(error)
    assert chats.chat(3).topics  # not deleted, and not said to be
"""


def test_nobody_is_told_that_something_was_deleted_which_a_backup_would_bring_back(tmp_path: Path) -> None:
    _, said = smalldisk.run(FILL + FORGET + GO_ON, tmp_path, 1400)
    assert said.startswith(f"{tmp_path}/forgotten.log: the database of chats is full")


START = """
try:
    with Chats(url) as chats:
        print(chats.chat(3).topics is not None)
        chats.receipt_new(["x" * 200_000], [], 1, "1", "en")
except ChatsError as error:
    print(error)
try:
    Chats(file_url(disk / "new")).open()
except ChatsError as error:
    print(error)
"""


def test_started_on_a_full_disk_it_reads_and_says_what_is_wrong(tmp_path: Path) -> None:
    _, read, old, new = smalldisk.run(FILL + START, tmp_path, 1400)
    assert read == "True"
    assert old.startswith(f"{tmp_path}/chats.db: the database of chats is full")
    assert new.startswith(f"{tmp_path}/new/chats.db: the database of chats is full")
