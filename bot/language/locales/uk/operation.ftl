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

## Що перевіряє claimbot doctor

doctor-chats = чати
doctor-chats-none = бази ще немає: її створить перший запуск
doctor-chats-ok = { $where }, ціла
doctor-telegram = Telegram
doctor-telegram-none = не запитували: токена немає
doctor-telegram-ok = відповідає як @{ $bot }; { $inline }; { $privacy }
doctor-inline-on = інлайн-режим увімкнено
doctor-inline-off = інлайн-режим вимкнено: щоб увімкнути, надішліть /setinline до @BotFather
doctor-privacy-on = у групах чує лише звернене до нього
doctor-privacy-off = у групах чує все: щоб змінити, надішліть /setprivacy до @BotFather
doctor-webhook = вебхук
doctor-webhook-polling = немає, бо режим polling; оновлень у черзі: { $pending }
doctor-webhook-left = Telegram звертається до { $address }, хоча режим polling: завершіть програму там; тоді claimbot run прибере вебхук
doctor-webhook-other = Telegram звертається до { $address } замість { $wanted }: запустіть claimbot run, він установить вебхук
doctor-webhook-failing = за останню годину Telegram не зміг доставити оновлення: { $error }
doctor-webhook-ok = { $address }; оновлень у черзі: { $pending }
doctor-clock-ahead = годинник показує { $now } і на { $seconds } с випереджає годинник Telegram: налаштуйте його
doctor-clock-late = годинник показує { $now } і на { $seconds } с відстає від годинника Telegram: налаштуйте його
doctor-digests = дайджести
doctor-digests-ok = чекають: { $waiting }; надіслано за добу: { $sent }
doctor-digests-overdue = доставки чекають уже { $minutes } хв, і жодна не завершується: чи працює claimbot run і чи має він зв’язок із Telegram?
doctor-health = стан
doctor-health-none = /healthz і /metrics вимкнено: щоб увімкнути, задайте health.port
doctor-health-idle = на { $where } зараз ніхто не відповідає: відповідатиме claimbot run
doctor-health-ok = claimbot на { $where } не бачить нічого поганого
doctor-health-failed = claimbot на { $where } не гаразд: { $checks }; докладніше в його журналі
doctor-health-another = на { $where } відповідає не claimbot або відповіді немає ({ $error }): змініть health.port або завершіть ту програму
doctor-backups = резервні копії
doctor-backups-ok = найновішу зроблено { $at } UTC: { $path }
doctor-backups-none = ще немає: claimbot run робить по одній на день у { $path }
doctor-backups-off = самі не робляться, бо backup.automatic = false
doctor-backups-late = найновіша від { $at } UTC ({ $path }): чи працює claimbot run? Чому новішої немає, сказано в його журналі
doctor-backups-shut = цей користувач не може писати до { $path }: змініть права або backup.directory
doctor-clock-server = годинник показує { $now } і розходиться з годинником сервера бази даних на { $seconds } с: налаштуйте обидва
doctor-log = журнал
doctor-log-ok = іде у стандартний потік помилок, формат { $format }, рівень { $level }
doctor-log-closed = у стандартний потік помилок не можна писати ({ $error }), а журнал іде туди: відкрийте його, наприклад через 2>> ФАЙЛ
doctor-log-full = стандартний потік помилок — файл на заповненому диску: звільніть там місце
doctor-ports = порти
doctor-ports-none = жоден не потрібен
doctor-ports-free = { $where } вільний
doctor-ports-ours = на { $where } відповідає claimbot
doctor-ports-taken = claimbot run не зможе слухати { $where } ({ $error }): змініть { $section }.listen і { $section }.port або завершіть іншу програму там
doctor-ports-foreign = claimbot run не зможе слухати { $where } ({ $error }): у цього комп’ютера немає такої адреси: вкажіть у { $section }.listen 127.0.0.1 або його власну адресу

## Що про це каже /privacy

chat-privacy-asked = { $days ->
    [one] Скільки запитань на тиждень, з яким наслідком і про які теми, якщо питало кілька чатів: без чатів і людей, – { $days } день.
    [few] Скільки запитань на тиждень, з яким наслідком і про які теми, якщо питало кілька чатів: без чатів і людей, – { $days } дні.
    [many] Скільки запитань на тиждень, з яким наслідком і про які теми, якщо питало кілька чатів: без чатів і людей, – { $days } днів.
   *[other] Скільки запитань на тиждень, з яким наслідком і про які теми, якщо питало кілька чатів: без чатів і людей, – { $days } дня.
 }
