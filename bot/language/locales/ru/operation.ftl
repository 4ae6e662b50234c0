# Что операторам говорят в чате: /stats; и что может быть не так с тем, за чем они следят.

stats-questions = Вопросов за четыре прошлые недели и эту: { $count }
stats-answered = С ответом: { $count }
stats-clarify = Переспрошено: { $count }
stats-no-figures = Понято, но цифр нет: { $count }
stats-out-of-scope = О другом: { $count }
stats-not-understood = Не понято: { $count }
stats-outside = Не о том, о чём спрашивает группа: { $count }

stats-topics = О чём спрашивали
stats-topic = { $topic }: { $count }
stats-more-topics = { $count ->
    [one] и ещё { $count } тема
    [few] и ещё { $count } темы
    [many] и ещё { $count } тем
   *[other] и ещё { $count } темы
 }
stats-no-topics = Пока ничего из достаточного числа чатов.

stats-chats = Чаты
stats-groups = Групп и каналов с ботом: { $count }
stats-subscribed = С дайджестами: { $count }
stats-recent = Получили ответ за последние полчаса: { $count }

stats-deliveries = Доставки: ожидающие и завершённые за сутки
stats-queued = Ожидают: { $count }
stats-sending = Отправляются: { $count }
stats-sent = Отправлено: { $count }
stats-nothing = Ничего нового: { $count }
stats-doubtful = Сомнительные, повторно не отправляются: { $count }
stats-failed = Не удалось: { $count }
stats-replaced = Заменено более поздними или остановлено: { $count }
stats-no-deliveries = Нет.

stats-how = { $chats ->
    [one] Людей здесь не считают. Тема засчитывается за неделю, как только о ней спросил { $chats } чат с последнего запуска.
    [few] Людей здесь не считают. Тема засчитывается за неделю, как только о ней спросили { $chats } чата с последнего запуска.
    [many] Людей здесь не считают. Тема засчитывается за неделю, как только о ней спросили { $chats } чатов с последнего запуска.
   *[other] Людей здесь не считают. Тема засчитывается за неделю, как только о ней спросили { $chats } чата с последнего запуска.
 }

cli-cannot-tell-health = /healthz и /metrics не могут отвечать на { $listen }:{ $port } ({ $error }): измените health.listen и health.port или завершите другую программу там.

## Что проверяет claimbot doctor

doctor-chats = чаты
doctor-chats-none = базы ещё нет: её создаст первый запуск
doctor-chats-ok = { $where }, цела
doctor-telegram = Telegram
doctor-telegram-none = не спрашивали: токена нет
doctor-telegram-ok = отвечает как @{ $bot }; { $inline }; { $privacy }
doctor-inline-on = инлайн-режим включён
doctor-inline-off = инлайн-режим выключен: чтобы включить, отправьте /setinline в @BotFather
doctor-privacy-on = в группах слышит только обращённое к нему
doctor-privacy-off = в группах слышит всё: чтобы изменить, отправьте /setprivacy в @BotFather
doctor-webhook = вебхук
doctor-webhook-polling = нет, так как режим polling; обновлений в очереди: { $pending }
doctor-webhook-left = Telegram обращается к { $address }, хотя режим polling: завершите программу там; тогда claimbot run уберёт вебхук
doctor-webhook-other = Telegram обращается к { $address } вместо { $wanted }: запустите claimbot run, он установит вебхук
doctor-webhook-failing = за последний час Telegram не смог доставить обновления: { $error }
doctor-webhook-ok = { $address }; обновлений в очереди: { $pending }
doctor-clock-ahead = часы показывают { $now } и на { $seconds } с опережают часы Telegram: настройте их
doctor-clock-late = часы показывают { $now } и на { $seconds } с отстают от часов Telegram: настройте их
doctor-digests = дайджесты
doctor-digests-ok = ожидают: { $waiting }; отправлено за сутки: { $sent }
doctor-digests-overdue = доставки ждут уже { $minutes } мин, и ни одна не завершается: работает ли claimbot run и есть ли у него связь с Telegram?
doctor-health = состояние
doctor-health-none = /healthz и /metrics выключены: чтобы включить, задайте health.port
doctor-health-idle = на { $where } сейчас никто не отвечает: будет отвечать claimbot run
doctor-health-ok = claimbot на { $where } не видит ничего плохого
doctor-health-failed = claimbot на { $where } не в порядке: { $checks }; подробнее в его журнале
doctor-health-another = на { $where } отвечает не claimbot или ответа нет ({ $error }): измените health.port или завершите ту программу
doctor-backups = резервные копии
doctor-backups-ok = новейшая сделана { $at } UTC: { $path }
doctor-backups-none = пока нет: claimbot run делает по одной в день в { $path }
doctor-backups-off = сами не делаются, так как backup.automatic = false
doctor-backups-late = новейшая от { $at } UTC ({ $path }): работает ли claimbot run? Почему нет более новой, сказано в его журнале
doctor-backups-shut = этот пользователь не может писать в { $path }: измените права или backup.directory
doctor-clock-server = часы показывают { $now } и расходятся с часами сервера базы данных на { $seconds } с: настройте те и другие
doctor-log = журнал
doctor-log-ok = идёт в стандартный поток ошибок, формат { $format }, уровень { $level }
doctor-log-closed = в стандартный поток ошибок нельзя писать ({ $error }), а журнал идёт туда: откройте его, например через 2>> ФАЙЛ
doctor-log-full = стандартный поток ошибок — файл на заполненном диске: освободите там место
doctor-ports = порты
doctor-ports-none = ни один не нужен
doctor-ports-free = { $where } свободен
doctor-ports-ours = на { $where } отвечает claimbot
doctor-ports-taken = claimbot run не сможет слушать { $where } ({ $error }): измените { $section }.listen и { $section }.port или завершите другую программу там
doctor-ports-foreign = claimbot run не сможет слушать { $where } ({ $error }): у этого компьютера нет такого адреса: укажите в { $section }.listen 127.0.0.1 или его собственный адрес

## Что об этом говорит /privacy

chat-privacy-asked = { $days ->
    [one] Сколько вопросов в неделю, с каким исходом и о каких темах, если спрашивало несколько чатов: без чатов и людей, – { $days } день.
    [few] Сколько вопросов в неделю, с каким исходом и о каких темах, если спрашивало несколько чатов: без чатов и людей, – { $days } дня.
    [many] Сколько вопросов в неделю, с каким исходом и о каких темах, если спрашивало несколько чатов: без чатов и людей, – { $days } дней.
   *[other] Сколько вопросов в неделю, с каким исходом и о каких темах, если спрашивало несколько чатов: без чатов и людей, – { $days } дня.
 }
