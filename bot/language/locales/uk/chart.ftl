# On the picture of an answer, and in the words that go with it.

chart-logarithmic = Логарифмічна шкала: рівні кроки множать.
chart-thinned = Лінія проходить через усі цифри; де їх дуже багато, позначено лише деякі.
chart-lines = Лінія сполучає підсумки одного джерела; чисел між ними ніхто не називав.
chart-more-claimants = { $count ->
    [one] Не показано ще { $count } джерело.
    [few] Не показано ще { $count } джерела.
    [many] Не показано ще { $count } джерел.
   *[other] Не показано ще { $count } джерела.
 }
chart-more-panels = { $count ->
    [one] Не показано ще { $count } тему.
    [few] Не показано ще { $count } теми.
    [many] Не показано ще { $count } тем.
   *[other] Не показано ще { $count } теми.
 }
chart-sources = Публікації: { $names }
chart-sources-more = Публікації: { $names } та інші
chart-data = Дані { $version }, до { $date }
chart-mark-exact = точне число
chart-mark-about = «близько», «майже»
chart-mark-at-least = «щонайменше», «понад»
chart-mark-at-most = «до»
chart-mark-between = від … до …
chart-mark-replaced = замінено, виправлено
chart-mark-void = відкликано, підробка, приписано помилково
chart-first = спершу { $value }, { $when }
