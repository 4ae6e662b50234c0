# Що операторам кажуть у чаті: /stats; і що може бути не так із тим, за чим вони стежать.

stats-questions = Запитань за чотири минулі тижні й цей: { $count }
stats-answered = З відповіддю: { $count }
stats-clarify = Перепитано: { $count }
stats-no-figures = Зрозуміло, але цифр немає: { $count }
stats-out-of-scope = Про інше: { $count }
stats-not-understood = Не зрозуміло: { $count }
stats-outside = Не про те, про що питає група: { $count }

stats-topics = Про що питали
stats-topic = { $topic }: { $count }
stats-more-topics = { $count ->
    [one] і ще { $count } тема
    [few] і ще { $count } теми
    [many] і ще { $count } тем
   *[other] і ще { $count } теми
 }
stats-no-topics = Поки що нічого з достатньої кількості чатів.

stats-chats = Чати
stats-groups = Груп і каналів із ботом: { $count }
stats-subscribed = Із дайджестами: { $count }
stats-recent = Отримали відповідь за останні пів години: { $count }

stats-deliveries = Доставки: ті, що чекають, і завершені за добу
stats-queued = Чекають: { $count }
stats-sending = Надсилаються: { $count }
stats-sent = Надіслано: { $count }
stats-nothing = Нічого нового: { $count }
stats-doubtful = Сумнівні, повторно не надсилаються: { $count }
stats-failed = Не вдалося: { $count }
stats-replaced = Замінено пізнішими або зупинено: { $count }
stats-no-deliveries = Немає.

stats-how = { $chats ->
    [one] Людей тут не рахують. Тему зараховують за тиждень, щойно про неї запитав { $chats } чат від останнього запуску.
    [few] Людей тут не рахують. Тему зараховують за тиждень, щойно про неї запитали { $chats } чати від останнього запуску.
    [many] Людей тут не рахують. Тему зараховують за тиждень, щойно про неї запитали { $chats } чатів від останнього запуску.
   *[other] Людей тут не рахують. Тему зараховують за тиждень, щойно про неї запитали { $chats } чату від останнього запуску.
 }

cli-cannot-tell-health = /healthz і /metrics не можуть відповідати на { $listen }:{ $port } ({ $error }): змініть health.listen і health.port або завершіть іншу програму там.
