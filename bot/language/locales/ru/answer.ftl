# What an answer says. Names of topics, claimants and places come from the claim package and are never inflected here,
# so every phrase takes them as they are.

date-inferred = { $date } (дата определена косвенно)
date-year = { $year } год
date-range = { $from } – { $to }

## Values with their hedges

value-exact = { $number }
value-about = около { $number }
value-nearly = почти { $number }
value-at-least = не менее { $number }
value-more-than = более { $number }
value-at-most = до { $number }
value-between = { $low } – { $high }
value-or-more = { $number } или больше
value-or-fewer = { $number } или меньше
value-per-day = { $value } в день
value-per-week = { $value } в неделю
value-per-month = { $value } в месяц
value-per-year = { $value } в год
value-with-status = { $value } ({ $status })

## When a figure counts, and when it was said

when-cumulative = на { $date }
when-counted-from = начало учёта: { $date }
when-period = за период: { $period }
when-event = одно событие, { $period }
when-rate = темп, { $period }
when-stock = на { $date }
when-stock-inexact = по состоянию на { $date }
said-on = сказано { $date }

## What was understood

head-period = что произошло за период: { $range }. Итоги с самого начала на это не отвечают.
head-as-of-from = даты, на которые даны цифры: от { $date }
head-as-of-to = даты, на которые даны цифры: до { $date } включительно
head-as-of-range = даты, на которые даны цифры: { $range }
head-said-from = сказано: от { $date }
head-said-to = сказано: до { $date } включительно
head-said-range = сказано: { $range }
head-known-by = только то, что уже было сказано на { $date }
head-claimants = кто сказал: { $names }
head-definition = { $measure }: { $definition }
head-unmatched = Отдельной цифры нет для: { $words }. Далее учтено в целом: { $topic }.
head-no-rate-day = В этой базе никто не называет для этого числа в расчёте на день. Итоги с самого начала на это не отвечают.
head-no-rate-week = В этой базе никто не называет для этого числа в расчёте на неделю. Итоги с самого начала на это не отвечают.
head-no-rate-month = В этой базе никто не называет для этого числа в расчёте на месяц. Итоги с самого начала на это не отвечают.
head-set-aside = { $count ->
    [one] { $count } слово в вопросе мне неизвестно. Ответ его не учитывает.
    [few] { $count } слова в вопросе мне неизвестны. Ответ их не учитывает.
    [many] { $count } слов в вопросе мне неизвестны. Ответ их не учитывает.
   *[other] { $count } слова в вопросе мне неизвестны. Ответ их не учитывает.
}

## How many, and how far apart

figures-count = { $count ->
    [one] { $count } цифра
    [few] { $count } цифры
    [many] { $count } цифр
   *[other] { $count } цифры
 }
claimants-count = { $count ->
    [one] { $count } источника
    [few] { $count } источников
    [many] { $count } источников
   *[other] { $count } источника
 }
counts = { $figures } от { $claimants }, в порядке дат (не по величине и не по доверию). Самая поздняя дата: { $newest }.
counts-said-later = Сказано только после { $date }: { $figures }.
counts-undated = Не учтено: { $figures }, так как база не знает, когда это сказано.
spread-title = Расхождение, даты в пределах семи дней
spread-ratio = { $ratio ->
    [one] Бо́льшая цифра превышает меньшую примерно в { $ratio } раз (вычислил этот бот).
    [few] Бо́льшая цифра превышает меньшую примерно в { $ratio } раза (вычислил этот бот).
    [many] Бо́льшая цифра превышает меньшую примерно в { $ratio } раз (вычислил этот бот).
   *[other] Бо́льшая цифра превышает меньшую примерно в { $ratio } раза (вычислил этот бот).
 }
page = Страница { $page } из { $pages }

## Groups of figures

interest-own-losses = собственные потери
interest-enemy-losses = потери другой стороны
interest-third-party = третья сторона
interest-independent-count = собственный подсчёт случаев
rates-title = Сколько в день, неделю или месяц
no-rates-title = Итоги на определённую дату, а не темп
no-rates-period-title = Число за эти даты, а не темп
stock-title = Число на определённый день (может расти и уменьшаться)
other-counting-title = Посчитано иначе (за период, одно событие, темп), то есть не итоги
period-other-title = Посчитано иначе (темп, число на определённый день)
other-than-rates-title = Посчитано иначе (за период, одно событие), то есть не темп и не итоги
figures-between = { $count ->
    [one] между ними ещё { $count } цифра
    [few] между ними ещё { $count } цифры
    [many] между ними ещё { $count } цифр
   *[other] между ними ещё { $count } цифры
 }
figures-not-shown = { $count ->
    [one] здесь не показана ещё { $count } цифра
    [few] здесь не показаны ещё { $count } цифры
    [many] здесь не показано ещё { $count } цифр
   *[other] здесь не показаны ещё { $count } цифры
 }

status-superseded = заменено более новой
status-corrected = исправлено
status-withdrawn = отозвано
status-misattributed = приписано ошибочно
status-forged = подделка

## Where it was printed

quoted = «{ $text }»
printed-as = напечатано: «{ $text }»
printed-via = по сообщению: { $agency }
printed-more = { $count ->
    [one] и ещё { $count } публикация
    [few] и ещё { $count } публикации
    [many] и ещё { $count } публикаций
   *[other] и ещё { $count } публикации
 }
distortion-rounded = в публикации округлено
distortion-widened = в публикации расширено
distortion-misdated = в публикации неверная дата
distortion-misprinted = в публикации опечатка
distortion-misattributed = в публикации неверно указано, кто это сказал
distortion-garbled = в публикации перепутан порядок или смысл
distortion-reworded = в публикации другими словами

relation-disputes = оспаривает
relation-repeats = повторяет
relation-revises = уточняет
relation-derived_from = выведено из
relation-part_of = часть от
relation-not_comparable_with = нельзя сравнивать с
relation-reports = сообщения вообще

## What is doubtful, what is near, what is missing

caveats-title = Оговорки
author-editors = Редакция
notes-signed = { $author }: { $text }
related-title = Не то же самое, поэтому не смешано
related-other-measure = другие показатели
related-part = части
related-whole = более широкая категория
related-other-side = другая сторона
related-place = отдельные места
related-whole-war = без ограничения этим местом
related-more = { $count ->
    [one] и ещё { $count }
    [few] и ещё { $count }
    [many] и ещё { $count }
   *[other] и ещё { $count }
 }
missing-title = Чего не хватает
missing-since = { $claimant }: в этой базе нет действующих итогов после { $date }.
missing-since-until = { $claimant }: в этой базе нет действующих итогов после { $date } и до { $until } включительно.
missing-none = { $claimant }: в этой базе нет действующих итогов.
missing-none-until = { $claimant }: в этой базе нет действующих итогов до { $until } включительно.
missing-newest = Самая поздняя дата в этой базе: { $date }.
differences-title = Разница между двумя итогами одного источника (вычислил этот бот; никто этого не говорил)
difference = разница: { $number }

## A number put forward

checked-title = Число { $number }
checked-found = Это число назвали или напечатали:
checked-unlimited = Это число назвали или напечатали, но вне указанных источников, места или дат:
checked-none = По этой теме в базе нет такого числа: { $topic }.
checked-nearest = Ближайшие цифры:
checked-elsewhere = То же число о другом:
checked-same-days = Что другие говорили о тех же днях:

## Asking back, and having no figure

clarify-side = Чьи потери вы имеете в виду?
clarify-measure = Что именно вы хотите узнать?
clarify-object = Какой вид вы имеете в виду?
clarify-population = Кого вы имеете в виду?
clarify-date = Какие даты вы имеете в виду?
clarify-place = Какое место вы имеете в виду?
clarify-word = Одно слово в вопросе мне неизвестно. Возможно, речь о чём-то из этого?
clarify-other = Что именно вы имеете в виду?

# Why a reading is offered.
missing-side = не сказано, чьи это потери
missing-measure = не сказано, что именно произошло
missing-object = не сказано, какой это вид
missing-population = не сказано, о ком речь
unknown-word = в вопросе есть неизвестное слово
none-found = В этой базе нет цифр на этот вопрос.
none-nearest = Ближайшие темы, по которым есть цифры
rates-nearest = Число в день, неделю или месяц есть для
nearby-measure = в тех же пределах, другие показатели
nearby-claimant = кто бы это ни сказал
nearby-dates = за любые даты
nearby-limits = без этих ограничений

refusal-unknown = Не удалось понять, о чём вопрос.
refusal-other-subject = Это за пределами того, что собирает эта база.
refusal-other-party = В этой базе нет цифр о людях из других государств.
refusal-not-a-question = Я отвечаю на вопросы о цифрах.
refusal-help = Мне жаль, что вам приходится об этом спрашивать. У меня есть только цифры, искать людей я не могу.
refusal-person = У меня есть только цифры, частных лиц я не ищу.
examples-title = Можно спросить, например:

hint-all = Все цифры: claimbot ask --all. Всё в одном порядке дат: --by date.
