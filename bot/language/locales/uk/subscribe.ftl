# Дайджести: як скласти підписку, на що підписано чат і що стоїть довкола дайджесту.

command-subscribe = Отримувати дайджест змін
command-subscriptions = Ваші дайджести: змінити, призупинити, експортувати
command-unsubscribe = Припинити дайджест

## Buttons

button-subscribe = Підписатися
button-everything = Усе
button-by-facet-population = Усі, кого пораховано
button-by-facet-measure = За тим, що сталося
button-by-facet-object = За видом об’єктів
button-by-facet-place = За місцем
button-by-facet-claimant = За джерелом
button-several = Кілька тем
button-done = Готово
button-cancel = Скасувати
button-daily = Щодня
button-at-once = Одразу
button-month-day = { $day } числа
button-last-day = Останній день
button-zone = { $city } · { $time }
button-yes-right = Так, правильно
button-no-quiet = Без тихих годин
button-no-words = Без слів: повідомляти все
button-any-growth = Хоч би на скільки змінилося
button-new-digest = Новий дайджест
button-other-chat = Для групи чи каналу
button-pick-group = Вибрати групу
button-pick-channel = Вибрати канал
button-set-up-in-private = Налаштувати в приватному чаті
button-export = Експорт
button-import = Імпорт
button-all-digests = Усі дайджести
button-all-of-them = Усі
button-change-topics = Теми
button-change-frequency = Як часто
button-change-time = Час
button-change-zone = Часовий пояс
button-change-words = Слова-фільтр
button-change-threshold = Поріг
button-change-quiet = Тихі години
button-change-language = Мова
button-always = І без змін
button-only-changes = Лише зміни
button-silent = Без звуку
button-with-sound = Зі звуком
button-pin = Закріплювати
button-unpin = Не закріплювати
button-here = Надсилати в цю тему
button-preview = Приклад
button-pause = Призупинити
button-pause-d = На день
button-pause-w = На тиждень
button-pause-u = Доки не відновлю
button-resume = Відновити
button-remove = Видалити
button-undo = Повернути
button-undo-one = Повернути: { $digest }
button-whole-digest = Показати все
button-charts = Теми й графіки
button-change-or-stop = Змінити або припинити
button-for-admins = Адміністраторам: змінити або припинити
button-show-again = Показати ще раз
button-it-arrived = Він надійшов

alert-too-many-topics = Забагато поєднань для одного дайджесту. Виберіть менше або створіть ще один.
alert-too-many-digests = Тут уже стільки дайджестів, скільки може мати один чат. Спершу видаліть якийсь.
alert-thank-you = Дякую.

## Putting one together

subscribe-new-title = Новий дайджест
subscribe-change-title = Змінити дайджест
subscribe-for = Для чату: { $chat }
subscribe-named = «{ $chat }»
subscribe-unnamed-chat = група чи канал
subscribe-ask-topics = Про що повідомляти?
subscribe-ask-frequency = Як часто? День тижня означає щотижня, число – щомісяця.
subscribe-ask-time = О котрій годині? Натисніть або напишіть іншу, наприклад 8:30.
subscribe-ask-zone = За яким годинником? Натисніть місце, де зараз та сама година, що й у вас, або напишіть своє місто.
subscribe-ask-quiet = У які години нічого не надсилати? Що припаде на них, надійде, коли вони закінчаться.
subscribe-ask-words = Напишіть слова через кому: повідомлятимуться лише цифри, у яких одне з них є в назві, місці, застереженні чи цитаті.
subscribe-ask-threshold = На скільки має зрости підсумок джерела, щоб про нього повідомити? Натисніть число або напишіть своє. Виправлення й відкликання того, про що вам повідомлено, надходять у кожному разі.
subscribe-ask-language = Якою мовою?
subscribe-as-reply = Напишіть це у відповідь на це повідомлення.
subscribe-topic-unknown = Теми в цьому я не впізнав. Виберіть:
subscribe-zone-right = { $city }: зараз там { $time }, правильно?
subscribe-zone-which = Який із цих годинників ваш?
subscribe-unread-time = Часу в цьому я не бачу.
subscribe-unread-zone = Такого місця я не знаю. Напишіть більше місто поблизу.
subscribe-unread-words = Напишіть, будь ласка, до 10 слів чи виразів через кому.
subscribe-unread-threshold = Напишіть, будь ласка, ціле число.
subscribe-cancelled = Нічого не змінено.
subscribe-subscribed = Підписано. Далі – приклад.
subscribe-changed = Змінено.
subscribe-have-it = Такий дайджест у вас уже є.

subscribe-frequency-at-once = щойно щось зміниться
subscribe-frequency-daily = щодня
subscribe-frequency-weekly = щотижня
subscribe-frequency-monthly = щомісяця

## What one says about itself

subscribe-everything = усе
subscribe-by = джерела: { $claimants }
subscribe-at-once = щойно щось зміниться
subscribe-daily = щодня, { $time }
subscribe-weekly-0 = щопонеділка, { $time }
subscribe-weekly-1 = щовівторка, { $time }
subscribe-weekly-2 = щосереди, { $time }
subscribe-weekly-3 = щочетверга, { $time }
subscribe-weekly-4 = щоп’ятниці, { $time }
subscribe-weekly-5 = щосуботи, { $time }
subscribe-weekly-6 = щонеділі, { $time }
subscribe-monthly = { $day } числа кожного місяця, { $time }
subscribe-monthly-last = в останній день кожного місяця, { $time }
subscribe-moment = { $date }, { $time }
subscribe-quiet = З { $from } до { $to } нічого не надсилається ({ $city }).
subscribe-moved = Надходить о { $time }, коли закінчуються тихі години.
subscribe-changes = Лише коли щось змінилося.
subscribe-always = І коли нічого не змінилося, з наявними цифрами.
subscribe-words = Лише з одним із цих слів: { $words }
subscribe-threshold = Підсумки – лише коли зростають більш ніж на { $number }.
subscribe-silent = Без звуку.
subscribe-pinned = Кожен закріплюється, де мені це дозволено.
subscribe-language = Мова: { $language }
subscribe-next = Наступний: { $moment }
subscribe-is-paused = призупинено
subscribe-is-removed = Видалено.
subscribe-paused-until = Призупинено до: { $moment }.
subscribe-paused-chosen = Призупинено, доки ви не відновите.
subscribe-paused-unreachable = Призупинено: я не міг сюди написати.
subscribe-paused-no-topic = Призупинено: тему форуму закрито або видалено.
subscribe-paused-no-rights = Призупинено: мені не дозволено туди писати.

## What there is

subscribe-list-private = Ваші дайджести
subscribe-list-group = Дайджести цієї групи
subscribe-none-private = У вас немає дайджестів.
subscribe-none-group = У цієї групи немає дайджестів.
subscribe-how-long = Призупинити на скільки? Про те, що за цей час з’явиться, буде повідомлено потім.
subscribe-resumed = Відновлено.
subscribe-restored = Повернуто.
subscribe-moved-here = Надходитиме в цю тему.
subscribe-removed = Видалено
subscribe-which-to-end = Який із них припинити?
subscribe-not-there = Тут немає з чим це зробити, або вам це не дозволено.
subscribe-pick = Для якої групи чи каналу? Telegram покаже ті, де ви адміністратор і де є я.
subscribe-picked-none = Я маю бути в тому чаті, а ви – одним з його адміністраторів.
subscribe-channel = Дайджести каналу налаштовують його адміністратори в приватному чаті, де читачі цього не бачать.
subscribe-admins-only = Про дайджести групи чи каналу вирішують лише адміністратори.
subscribe-cannot-post = Мені не дозволено туди писати. Дозвольте мені надсилати повідомлення й спробуйте ще раз.
subscribe-goes-on = { $count ->
    [one] Знову надходитиме { $count } дайджест, який було зупинено.
    [few] Знову надходитимуть { $count } дайджести, які було зупинено.
    [many] Знову надходитимуть { $count } дайджестів, які було зупинено.
   *[other] Знову надходитиме { $count } дайджесту, які було зупинено.
 }

subscribe-privacy = Про дайджест: що для нього обрано й коли який надіслано; про дайджест для групи чи каналу – також хто його налаштував, щоб повідомити, коли він зупиниться. Видалений можна повернути протягом місяця.

## Files

subscribe-export = Ваші дайджести у файлі. Щоб узяти їх знову, тут чи деінде, надішліть його мені.
subscribe-export-group = Дайджести цієї групи у файлі. Щоб узяти їх знову, адміністратор надсилає його у відповідь мені.
subscribe-import-private = Надішліть мені файл (JSON), який дав експорт.
subscribe-import-group = Надішліть у відповідь на це повідомлення файл (JSON), який дав експорт.
subscribe-imported-none = Нового нічого не взято.
subscribe-imported = { $count ->
    [one] Узято { $count } дайджест
    [few] Узято { $count } дайджести
    [many] Узято { $count } дайджестів
   *[other] Узято { $count } дайджесту
 }
subscribe-import-known = { $count ->
    [one] { $count } тут уже був.
    [few] { $count } тут уже були.
    [many] { $count } тут уже були.
   *[other] { $count } тут уже були.
 }
subscribe-import-refused = Нічого не взято.
subscribe-import-too-large = Файл завеликий.
subscribe-import-not-json = Файл не є JSON.
subscribe-import-not-ours = Цей файл – не експорт цього бота.
subscribe-import-newer = Файл записала новіша версія цього бота.
subscribe-import-wrong = Цього бракує, воно невідоме або не таке, як має бути: { $where }
subscribe-import-unknown-topic = Тут немає такої теми, місця чи джерела: { $where }
subscribe-import-too-many = Було б більше дайджестів, ніж може мати один чат.

## Under a digest

subscribe-how-to-stop-private = Змінити або припинити: /subscriptions, /unsubscribe
subscribe-how-to-stop-group = Адміністратори змінюють і припиняють: /subscriptions, /unsubscribe
subscribe-doubtful = Дайджест за { $moment }, можливо, не надійшов.
subscribe-doubtful-how = /subscriptions покаже його ще раз.
subscribe-page = Сторінка { $page } з { $pages }
subscribe-topics = Кожна тема з усіма цифрами й графіком:
subscribe-notice-no-topic = Дайджест призупинено: тему форуму закрито або видалено.
subscribe-notice-no-rights = Дайджест призупинено: мені більше не дозволено туди писати.
subscribe-notice-unreachable = Дайджест призупинено: мене в тому чаті більше немає.
subscribe-notice-chosen = Дайджест призупинено.
