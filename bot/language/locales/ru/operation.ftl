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
