# What a digest says. Names of topics, claimants and places come from the claim package and are never inflected here.

digest-title = Что нового
digest-title-nothing = Ничего нового. Самые новые цифры, как они есть
digest-title-example = Пример: что стало известно с { $from } по { $to }
digest-title-example-day = Пример: что стало известно { $date }
digest-title-example-nothing = Пример: самые новые цифры, как они есть
digest-title-example-none = Пример: цифр об этом ещё нет
digest-title-none = Ничего нового. Цифр об этом ещё нет
digest-count-new = { $count ->
    [one] { $count } новая цифра
    [few] { $count } новые цифры
    [many] { $count } новых цифр
   *[other] { $count } новой цифры
 }
digest-count-changed = изменено в базе: { $count }
digest-count-silent = без нового итога: { $count }
digest-data = данные { $version }, до { $date }

digest-changed-title = Изменено в базе
digest-new-title = Новые цифры
digest-silent-title = { $days ->
    [one] В этой базе более { $days } дня нет нового итога, до { $date }, самой поздней даты в ней
    [few] В этой базе более { $days } дней нет нового итога, до { $date }, самой поздней даты в ней
    [many] В этой базе более { $days } дней нет нового итога, до { $date }, самой поздней даты в ней
   *[other] В этой базе более { $days } дня нет нового итога, до { $date }, самой поздней даты в ней
 }
digest-silent = { $topics } · последний итог { $when }
digest-more-topics = ещё { $count }
digest-no-topic = Другие подсчёты

digest-difference = разница с { $before }, { $when }: { $number }
digest-differences-from = в скобках разница с итогом на { $date }
digest-difference-from = разница с итогом на { $date }: { $number }
digest-before = раньше: { $claim }
digest-retired = в этой базе больше нет
digest-restored = снова действует
digest-source = публикация: { $publisher }
digest-note = Разницы вычислил этот бот.
digest-bars = { $bars }: последние разницы, от самой давней.
