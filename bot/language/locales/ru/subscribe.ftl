# Дайджесты: как составить подписку, на что подписан чат и что стоит вокруг дайджеста.

command-subscribe = Получать дайджест изменений
command-subscriptions = Ваши дайджесты: изменить, приостановить, экспортировать
command-unsubscribe = Прекратить дайджест

## Buttons

button-subscribe = Подписаться
button-everything = Всё
button-by-facet-population = Все, кто посчитан
button-by-facet-measure = По тому, что произошло
button-by-facet-object = По виду объектов
button-by-facet-place = По месту
button-by-facet-claimant = По источнику
button-several = Несколько тем
button-done = Готово
button-cancel = Отменить
button-daily = Каждый день
button-at-once = Сразу
button-month-day = { $day } числа
button-last-day = Последний день
button-zone = { $city } · { $time }
button-yes-right = Да, верно
button-no-quiet = Без тихих часов
button-no-words = Без слов: сообщать всё
button-any-growth = На сколько бы ни изменилось
button-new-digest = Новый дайджест
button-other-chat = Для группы или канала
button-pick-group = Выбрать группу
button-pick-channel = Выбрать канал
button-set-up-in-private = Настроить в личном чате
button-export = Экспорт
button-import = Импорт
button-all-digests = Все дайджесты
button-all-of-them = Все
button-change-topics = Темы
button-change-frequency = Как часто
button-change-time = Время
button-change-zone = Часовой пояс
button-change-words = Слова-фильтр
button-change-threshold = Порог
button-change-quiet = Тихие часы
button-change-language = Язык
button-always = И без изменений
button-only-changes = Только изменения
button-silent = Без звука
button-with-sound = Со звуком
button-pin = Закреплять
button-unpin = Не закреплять
button-here = Присылать в эту тему
button-preview = Пример
button-pause = Приостановить
button-pause-d = На день
button-pause-w = На неделю
button-pause-u = Пока не возобновлю
button-resume = Возобновить
button-remove = Удалить
button-undo = Вернуть
button-undo-one = Вернуть: { $digest }
button-whole-digest = Показать всё
button-charts = Темы и графики
button-change-or-stop = Изменить или прекратить
button-for-admins = Администраторам: изменить или прекратить
button-show-again = Показать ещё раз
button-it-arrived = Он пришёл

alert-too-many-topics = Слишком много сочетаний для одного дайджеста. Выберите меньше или создайте ещё один.
alert-too-many-digests = Здесь уже столько дайджестов, сколько может иметь один чат. Сначала удалите какой-нибудь.
alert-thank-you = Спасибо.

## Putting one together

subscribe-new-title = Новый дайджест
subscribe-change-title = Изменить дайджест
subscribe-for = Для чата: { $chat }
subscribe-named = «{ $chat }»
subscribe-unnamed-chat = группа или канал
subscribe-ask-topics = О чём сообщать?
subscribe-ask-frequency = Как часто? День недели означает каждую неделю, число – каждый месяц.
subscribe-ask-time = В котором часу? Нажмите или напишите другое время, например 8:30.
subscribe-ask-zone = По каким часам? Нажмите место, где сейчас то же время, что и у вас, или напишите свой город.
subscribe-ask-quiet = В какие часы ничего не присылать? Что придётся на них, придёт, когда они закончатся.
subscribe-ask-words = Напишите слова через запятую: будут сообщаться только цифры, у которых одно из них есть в названии, месте, оговорке или цитате.
subscribe-ask-threshold = На сколько должен вырасти итог источника, чтобы о нём сообщить? Нажмите число или напишите своё. Исправления и отзывы того, о чём вам сообщили, приходят в любом случае.
subscribe-ask-language = На каком языке?
subscribe-as-reply = Напишите это в ответ на это сообщение.
subscribe-topic-unknown = Темы в этом я не узнал. Выберите:
subscribe-zone-right = { $city }: сейчас там { $time }, верно?
subscribe-zone-which = Какие из этих часов ваши?
subscribe-unread-time = Времени в этом я не вижу.
subscribe-unread-zone = Такого места я не знаю. Напишите город побольше поблизости.
subscribe-unread-words = Напишите, пожалуйста, до 10 слов или выражений через запятую.
subscribe-unread-threshold = Напишите, пожалуйста, целое число.
subscribe-cancelled = Ничего не изменено.
subscribe-subscribed = Подписка оформлена. Далее – пример.
subscribe-changed = Изменено.
subscribe-have-it = Такой дайджест у вас уже есть.

subscribe-frequency-at-once = как только что-то изменится
subscribe-frequency-daily = каждый день
subscribe-frequency-weekly = каждую неделю
subscribe-frequency-monthly = каждый месяц

## What one says about itself

subscribe-everything = всё
subscribe-by = источники: { $claimants }
subscribe-at-once = как только что-то изменится
subscribe-daily = каждый день, { $time }
subscribe-weekly-0 = по понедельникам, { $time }
subscribe-weekly-1 = по вторникам, { $time }
subscribe-weekly-2 = по средам, { $time }
subscribe-weekly-3 = по четвергам, { $time }
subscribe-weekly-4 = по пятницам, { $time }
subscribe-weekly-5 = по субботам, { $time }
subscribe-weekly-6 = по воскресеньям, { $time }
subscribe-monthly = { $day } числа каждого месяца, { $time }
subscribe-monthly-last = в последний день каждого месяца, { $time }
subscribe-moment = { $date }, { $time }
subscribe-quiet = С { $from } до { $to } ничего не присылается ({ $city }).
subscribe-moved = Приходит в { $time }, когда заканчиваются тихие часы.
subscribe-changes = Только когда что-то изменилось.
subscribe-always = И когда ничего не изменилось, с имеющимися цифрами.
subscribe-words = Только с одним из этих слов: { $words }
subscribe-threshold = Итоги – только когда растут более чем на { $number }.
subscribe-silent = Без звука.
subscribe-pinned = Каждый закрепляется, где мне это разрешено.
subscribe-language = Язык: { $language }
subscribe-next = Следующий: { $moment }
subscribe-is-paused = приостановлен
subscribe-is-removed = Удалён.
subscribe-paused-until = Приостановлен до: { $moment }.
subscribe-paused-chosen = Приостановлен, пока вы не возобновите.
subscribe-paused-unreachable = Приостановлен: я не мог сюда написать.
subscribe-paused-no-topic = Приостановлен: тема форума закрыта или удалена.
subscribe-paused-no-rights = Приостановлен: мне не разрешено туда писать.

## What there is

subscribe-list-private = Ваши дайджесты
subscribe-list-group = Дайджесты этой группы
subscribe-none-private = У вас нет дайджестов.
subscribe-none-group = У этой группы нет дайджестов.
subscribe-how-long = Приостановить на сколько? О том, что за это время появится, будет сообщено потом.
subscribe-resumed = Возобновлён.
subscribe-restored = Возвращён.
subscribe-moved-here = Будет приходить в эту тему.
subscribe-removed = Удалено
subscribe-which-to-end = Какой из них прекратить?
subscribe-not-there = Здесь не с чем это сделать, или вам это не разрешено.
subscribe-pick = Для какой группы или какого канала? Telegram покажет те, где вы администратор и где есть я.
subscribe-picked-none = Я должен быть в том чате, а вы – одним из его администраторов.
subscribe-channel = Дайджесты канала настраивают его администраторы в личном чате, где читатели этого не видят.
subscribe-admins-only = О дайджестах группы или канала решают только администраторы.
subscribe-cannot-post = Мне не разрешено туда писать. Разрешите мне отправлять сообщения и попробуйте ещё раз.
subscribe-goes-on = { $count ->
    [one] Снова будет приходить { $count } дайджест, который был остановлен.
    [few] Снова будут приходить { $count } дайджеста, которые были остановлены.
    [many] Снова будут приходить { $count } дайджестов, которые были остановлены.
   *[other] Снова будет приходить { $count } дайджеста, которые были остановлены.
 }

subscribe-privacy = О дайджесте: что для него выбрано и когда какой отправлен; о дайджесте для группы или канала – также кто его настроил, чтобы сообщить, когда он остановится. Удалённый можно вернуть в течение месяца.

## Files

subscribe-export = Ваши дайджесты в файле. Чтобы принять их снова, здесь или где-то ещё, пришлите его мне.
subscribe-export-group = Дайджесты этой группы в файле. Чтобы принять их снова, администратор присылает его в ответ мне.
subscribe-import-private = Пришлите мне файл (JSON), который дал экспорт.
subscribe-import-group = Пришлите в ответ на это сообщение файл (JSON), который дал экспорт.
subscribe-imported-none = Нового ничего не принято.
subscribe-imported = { $count ->
    [one] Принят { $count } дайджест
    [few] Приняты { $count } дайджеста
    [many] Принято { $count } дайджестов
   *[other] Принято { $count } дайджеста
 }
subscribe-import-known = { $count ->
    [one] { $count } здесь уже был.
    [few] { $count } здесь уже были.
    [many] { $count } здесь уже были.
   *[other] { $count } здесь уже были.
 }
subscribe-import-refused = Ничего не принято.
subscribe-import-too-large = Файл слишком велик.
subscribe-import-not-json = Файл не является JSON.
subscribe-import-not-ours = Этот файл – не экспорт этого бота.
subscribe-import-newer = Файл записан более новой версией этого бота.
subscribe-import-wrong = Этого не хватает, оно неизвестно или не такое, как должно быть: { $where }
subscribe-import-unknown-topic = Здесь нет такой темы, места или источника: { $where }
subscribe-import-too-many = Было бы больше дайджестов, чем может иметь один чат.

## Under a digest

subscribe-how-to-stop-private = Изменить или прекратить: /subscriptions, /unsubscribe
subscribe-how-to-stop-group = Администраторы изменяют и прекращают: /subscriptions, /unsubscribe
subscribe-doubtful = Дайджест за { $moment }, возможно, не пришёл.
subscribe-doubtful-how = /subscriptions покажет его ещё раз.
subscribe-page = Страница { $page } из { $pages }
subscribe-topics = Каждая тема со всеми цифрами и графиком:
subscribe-notice-no-topic = Дайджест приостановлен: тема форума закрыта или удалена.
subscribe-notice-no-rights = Дайджест приостановлен: мне больше не разрешено туда писать.
subscribe-notice-unreachable = Дайджест приостановлен: меня в том чате больше нет.
subscribe-notice-chosen = Дайджест приостановлен.
