# The short form of an answer, and what can be taken out of one: a citation, a table.

short-newest-totals = Самый новый итог от каждого источника, по датам
short-newest-figures = Самая новая цифра от каждого источника, по датам
short-more-claimants = { $count ->
    [one] … ещё { $count } источник …
    [few] … ещё { $count } источника …
    [many] … ещё { $count } источников …
   *[other] … ещё { $count } источника …
 }
short-more-readings = { $count ->
    [one] Спрошено ещё об { $count } теме: спросите о ней отдельно.
    [few] Спрошено ещё о { $count } темах: спросите о них отдельно.
    [many] Спрошено ещё о { $count } темах: спросите о них отдельно.
   *[other] Спрошено ещё о { $count } темы: спросите о них отдельно.
 }
short-evidence-title = Где это напечатано
short-evidence-left-out = (свидетельств больше, чем вмещает одно сообщение)
