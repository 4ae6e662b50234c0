# Команда, которой оператор сообщает что-то чатам.

cli-announce =
    Сообщить что-то чатам, каждому один раз: текст из FILES.

    NAME.en.txt, NAME.uk.txt и NAME.ru.txt получат те, кто читает на этом языке, NAME.txt – все, для кого нет отдельного текста. Отправляет запущенный бот; Ctrl+C или --stop отменяет ещё не отправленное. Те же слова, поданные ещё раз, достанутся тем, кто их не получил.
cli-option-to = all (все известные чаты), topics (все чаты с подпиской) или тема как POPULATION/MEASURE/OBJECT – для чатов, чья подписка о ней рассказывает. Можно повторять.
cli-option-dry-run = Напечатать, скольким чатам и что было бы отправлено, и ничего не отправлять.
cli-option-no-wait = Не ждать, пока всё будет отправлено.
cli-option-stop = Отменить ещё не отправленное из объявления с этим номером.
cli-announce-usage = Назовите один или несколько файлов и --to all, --to topics или --to TOPIC; либо --stop ID.
cli-announce-no-topic = { $topic }: такой темы в пакете утверждений нет. Темы пишутся как POPULATION/MEASURE/OBJECT.
cli-announce-length = Текст пуст или длиннее одного сообщения (4096 символов).
cli-announce-would = { $count ->
    [one] Для { $count } чата:
    [few] Для { $count } чатов:
    [many] Для { $count } чатов:
   *[other] Для { $count } чата:
 }
cli-announce-queued = { $count ->
    [one] Объявление { $id } в очереди для { $count } чата; его отправляет claimbot run.
    [few] Объявление { $id } в очереди для { $count } чатов; его отправляет claimbot run.
    [many] Объявление { $id } в очереди для { $count } чатов; его отправляет claimbot run.
   *[other] Объявление { $id } в очереди для { $count } чата; его отправляет claimbot run.
 }
cli-announcing = Отправляется
cli-announce-stopped = { $count ->
    [one] Отменено для { $count } чата.
    [few] Отменено для { $count } чатов.
    [many] Отменено для { $count } чатов.
   *[other] Отменено для { $count } чата.
 }
cli-announced = Отправлено: { $sent }. Под сомнением: { $doubtful }. Не удалось: { $failed }. Отменено: { $replaced }.
