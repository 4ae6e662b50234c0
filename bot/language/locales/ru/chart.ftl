# On the picture of an answer, and in the words that go with it.

chart-logarithmic = Логарифмическая шкала: равные шаги умножают.
chart-thinned = Линия проходит через все цифры; где их очень много, отмечены лишь некоторые.
chart-lines = Линия соединяет итоги одного источника; чисел между ними никто не называл.
chart-more-claimants = { $count ->
    [one] Не показан ещё { $count } источник.
    [few] Не показаны ещё { $count } источника.
    [many] Не показано ещё { $count } источников.
   *[other] Не показано ещё { $count } источника.
 }
chart-more-panels = { $count ->
    [one] Не показана ещё { $count } тема.
    [few] Не показаны ещё { $count } темы.
    [many] Не показано ещё { $count } тем.
   *[other] Не показано ещё { $count } темы.
 }
chart-sources = Публикации: { $names }
chart-sources-more = Публикации: { $names } и другие
chart-data = Данные { $version }, до { $date }
chart-mark-exact = точное число
chart-mark-about = «около», «почти»
chart-mark-at-least = «не менее», «более»
chart-mark-at-most = «до»
chart-mark-between = от … до …
chart-mark-replaced = заменено, исправлено
chart-mark-void = отозвано, подделка, приписано ошибочно
chart-first = сначала { $value }, { $when }
