# The short form of an answer, and what can be taken out of one: a citation, a table.

short-newest-totals = Найновіший підсумок від кожного джерела, за датами
short-newest-figures = Найновіша цифра від кожного джерела, за датами
short-more-claimants = { $count ->
    [one] … ще { $count } джерело …
    [few] … ще { $count } джерела …
    [many] … ще { $count } джерел …
   *[other] … ще { $count } джерела …
 }
short-more-readings = { $count ->
    [one] Запитано ще про { $count } тему: запитайте про неї окремо.
    [few] Запитано ще про { $count } теми: запитайте про них окремо.
    [many] Запитано ще про { $count } тем: запитайте про них окремо.
   *[other] Запитано ще про { $count } теми: запитайте про них окремо.
 }
short-evidence-title = Де це надруковано
short-evidence-left-out = (свідчень більше, ніж вміщує одне повідомлення)
