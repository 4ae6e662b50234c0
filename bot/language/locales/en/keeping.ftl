# Backups of the private database, and deleting what is kept about a group.

cli-backup = Copy the private database, as it is now, into FILE; the bot may run meanwhile. The claims are not in it: they are built from their package.
cli-restore = Put the backup FILE in place of what the private database holds now; the bot may run meanwhile. What readers had deleted since the backup is deleted again.
cli-option-restore-yes = Restore without asking.
cli-option-deletions-lost = Restore although it is no longer known what was deleted since the backup.
cli-backed-up = Backed up: { $file } ({ $size } MB).
cli-backup-holds = { $days ->
    [one] It holds what chats have chosen, so keep it where others cannot read it, and for { $days } day at most: that is what /privacy tells readers.
   *[other] It holds what chats have chosen, so keep it where others cannot read it, and for { $days } days at most: that is what /privacy tells readers.
 }
cli-nothing-to-back-up = { $path }: there is no database yet. It is made when the bot runs for the first time.
cli-restore-sure = Put the state of { $made } in place of all that is in { $where } now?
cli-not-restored = Nothing was restored.
cli-deletions-lost = Nothing was restored. { $path } does not reach back to this backup, so what readers have deleted since then would come back. Put the file back in its place if you have it, or take a newer backup. To restore all the same: --deletions-lost
cli-deletions-lost-server = Nothing was restored. The list of deletions in the database ({ $path }) does not reach back to this backup, so what readers have deleted since then would come back. Take a newer backup. To restore all the same, as when nobody could delete anything since because the bot stood still: --deletions-lost
cli-restored = { $forgotten ->
    [0] Restored: the state of { $made }. Nobody had deleted anything since.
    [one] Restored: the state of { $made }. What { $forgotten } person or chat had deleted since was deleted again.
   *[other] Restored: the state of { $made }. What { $forgotten } persons and chats had deleted since was deleted again.
 }
cli-restored-before = What was there before is in { $path }
cli-restored-damaged = The damaged file is { $path }: delete it when you no longer need it, as it holds what chats had chosen.

chat-privacy-backups = { $days ->
    [one] Backups of this, for { $days } day. What you delete stays in them till then, and is deleted again should one be restored.
   *[other] Backups of this, for { $days } days. What you delete stays in them till then, and is deleted again should one be restored.
 }
chat-forget-group = Delete what is kept about this group: chosen settings, its digests, and what was asked here last? Only admins can. What is kept about you stays.
chat-forget-channel = Delete what is kept about this channel: chosen settings and its digests? Only admins can.
chat-forgotten-group = { $count ->
    [0] Nothing about this chat was kept.
    [one] Deleted: { $count } entry about this chat.
   *[other] Deleted: { $count } entries about this chat.
 }
button-yes-forget-group = Yes, delete it for all
button-forget-me = Only what is kept about me
forget-admins-only = Only admins may delete what is kept about a group or channel.
