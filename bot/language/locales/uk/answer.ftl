# What an answer says. Names of topics, claimants and places come from the claim package and are never inflected here,
# so every phrase takes them as they are.

date-inferred = { $date } (дату визначено непрямо)
date-year = { $year } рік
date-range = { $from } – { $to }

## Values with their hedges

value-exact = { $number }
value-about = близько { $number }
value-nearly = майже { $number }
value-at-least = щонайменше { $number }
value-more-than = понад { $number }
value-at-most = до { $number }
value-between = { $low } – { $high }
value-or-more = { $number } або більше
value-or-fewer = { $number } або менше
value-per-day = { $value } на день
value-per-week = { $value } на тиждень
value-per-month = { $value } на місяць
value-per-year = { $value } на рік
value-with-status = { $value } ({ $status })

## When a figure counts, and when it was said

when-cumulative = станом на { $date }
when-counted-from = початок обліку: { $date }
when-period = за період: { $period }
when-event = одна подія, { $period }
when-rate = темп, { $period }
when-stock = на { $date }
when-stock-inexact = станом на { $date }
said-on = сказано { $date }

## What was understood

head-period = що сталося за період: { $range }. Підсумки від самого початку на це не відповідають.
head-as-of-from = дати, на які наведено цифри: від { $date }
head-as-of-to = дати, на які наведено цифри: до { $date } включно
head-as-of-range = дати, на які наведено цифри: { $range }
head-said-from = сказано: від { $date }
head-said-to = сказано: до { $date } включно
head-said-range = сказано: { $range }
head-known-by = лише те, що вже було сказано на { $date }
head-claimants = хто сказав: { $names }
head-definition = { $measure }: { $definition }
head-unmatched = Окремої цифри немає для: { $words }. Далі враховано загалом: { $topic }.
head-no-rate-day = У цій базі ніхто не називає для цього кількості в розрахунку на день. Підсумки від самого початку на це не відповідають.
head-no-rate-week = У цій базі ніхто не називає для цього кількості в розрахунку на тиждень. Підсумки від самого початку на це не відповідають.
head-no-rate-month = У цій базі ніхто не називає для цього кількості в розрахунку на місяць. Підсумки від самого початку на це не відповідають.
head-set-aside = { $count ->
    [one] { $count } слово в запитанні мені невідоме. Відповідь його не враховує.
    [few] { $count } слова в запитанні мені невідомі. Відповідь їх не враховує.
    [many] { $count } слів у запитанні мені невідомі. Відповідь їх не враховує.
   *[other] { $count } слова в запитанні мені невідомі. Відповідь їх не враховує.
}

## How many, and how far apart

figures-count = { $count ->
    [one] { $count } цифра
    [few] { $count } цифри
    [many] { $count } цифр
   *[other] { $count } цифри
 }
claimants-count = { $count ->
    [one] { $count } джерела
    [few] { $count } джерел
    [many] { $count } джерел
   *[other] { $count } джерела
 }
counts = { $figures } від { $claimants }, у порядку дат (не за величиною й не за довірою). Найпізніша дата: { $newest }.
counts-said-later = Сказано лише після { $date }: { $figures }.
counts-undated = Не враховано: { $figures }, бо база не знає, коли це сказано.
spread-title = Розбіжність, дати в межах семи днів
spread-ratio = { $ratio ->
    [one] Більша цифра перевищує меншу приблизно в { $ratio } раз (обчислив цей бот).
    [few] Більша цифра перевищує меншу приблизно у { $ratio } рази (обчислив цей бот).
    [many] Більша цифра перевищує меншу приблизно у { $ratio } разів (обчислив цей бот).
   *[other] Більша цифра перевищує меншу приблизно у { $ratio } раза (обчислив цей бот).
 }
page = Сторінка { $page } з { $pages }

## Groups of figures

interest-own-losses = власні втрати
interest-enemy-losses = втрати іншої сторони
interest-third-party = третя сторона
interest-independent-count = власний підрахунок випадків
rates-title = Скільки на день, тиждень чи місяць
no-rates-title = Підсумки на певну дату, а не темп
no-rates-period-title = Кількість за ці дати, а не темп
stock-title = Кількість на певний день (може зростати й зменшуватися)
other-counting-title = Пораховано інакше (за період, одна подія, темп), тож не підсумки
period-other-title = Пораховано інакше (темп, кількість на певний день)
other-than-rates-title = Пораховано інакше (за період, одна подія), тож ні темп, ні підсумки
figures-between = { $count ->
    [one] між ними ще { $count } цифра
    [few] між ними ще { $count } цифри
    [many] між ними ще { $count } цифр
   *[other] між ними ще { $count } цифри
 }
figures-not-shown = { $count ->
    [one] тут не показано ще { $count } цифру
    [few] тут не показано ще { $count } цифри
    [many] тут не показано ще { $count } цифр
   *[other] тут не показано ще { $count } цифри
 }

status-superseded = замінено новішою
status-corrected = виправлено
status-withdrawn = відкликано
status-misattributed = приписано помилково
status-forged = підробка

## Where it was printed

quoted = «{ $text }»
printed-as = надруковано: «{ $text }»
printed-via = за повідомленням: { $agency }
printed-more = { $count ->
    [one] і ще { $count } публікація
    [few] і ще { $count } публікації
    [many] і ще { $count } публікацій
   *[other] і ще { $count } публікації
 }
distortion-rounded = у публікації округлено
distortion-widened = у публікації розширено
distortion-misdated = у публікації хибна дата
distortion-misprinted = у публікації друкарська помилка
distortion-misattributed = у публікації хибно вказано, хто це сказав
distortion-garbled = у публікації сплутано порядок або зміст
distortion-reworded = у публікації іншими словами

relation-disputes = заперечує
relation-repeats = повторює
relation-revises = уточнює
relation-derived_from = виведено з
relation-part_of = частина від
relation-not_comparable_with = не можна порівнювати з
relation-reports = повідомлення загалом

## What is doubtful, what is near, what is missing

caveats-title = Застереження
author-editors = Редакція
notes-signed = { $author }: { $text }
related-title = Не те саме, тож не змішано
related-other-measure = інші показники
related-part = частини
related-whole = ширша категорія
related-other-side = інша сторона
related-place = окремі місця
related-whole-war = без обмеження цим місцем
related-more = { $count ->
    [one] і ще { $count }
    [few] і ще { $count }
    [many] і ще { $count }
   *[other] і ще { $count }
 }
missing-title = Чого бракує
missing-since = { $claimant }: у цій базі немає чинних підсумків після { $date }.
missing-since-until = { $claimant }: у цій базі немає чинних підсумків після { $date } і до { $until } включно.
missing-none = { $claimant }: у цій базі немає чинних підсумків.
missing-none-until = { $claimant }: у цій базі немає чинних підсумків до { $until } включно.
missing-newest = Найпізніша дата в цій базі: { $date }.
differences-title = Різниця між двома підсумками одного джерела (обчислив цей бот; ніхто цього не казав)
difference = різниця: { $number }

## A number put forward

checked-title = Число { $number }
checked-found = Це число назвали або надрукували:
checked-unlimited = Це число назвали або надрукували, але поза вказаними джерелами, місцем чи датами:
checked-none = За цією темою в базі немає такого числа: { $topic }.
checked-nearest = Найближчі цифри:
checked-elsewhere = Те саме число про інше:
checked-same-days = Що інші казали про ті самі дні:

## Asking back, and having no figure

clarify-side = Чиї втрати ви маєте на увазі?
clarify-measure = Що саме ви хочете дізнатися?
clarify-object = Який саме вид ви маєте на увазі?
clarify-population = Кого ви маєте на увазі?
clarify-date = Які дати ви маєте на увазі?
clarify-place = Яке місце ви маєте на увазі?
clarify-word = Одне слово в запитанні мені невідоме. Можливо, йдеться про щось із цього?
clarify-other = Що саме ви маєте на увазі?

# Why a reading is offered.
missing-side = не сказано, чиї це втрати
missing-measure = не сказано, що саме сталося
missing-object = не сказано, який це вид
missing-population = не сказано, про кого йдеться
unknown-word = у запитанні є невідоме слово
none-found = У цій базі немає цифр на це запитання.
none-nearest = Найближчі теми, за якими є цифри
rates-nearest = Кількість на день, тиждень чи місяць є для
nearby-measure = у цих самих межах, інші показники
nearby-claimant = хто б це не сказав
nearby-dates = за будь-які дати
nearby-limits = без цих обмежень

refusal-unknown = Не вдалося зрозуміти, про що запитання.
refusal-other-subject = Це поза межами того, що збирає ця база.
refusal-other-party = У цій базі немає цифр про людей з інших держав.
refusal-not-a-question = Я відповідаю на запитання про цифри.
refusal-help = Мені шкода, що вам доводиться про це питати. У мене є лише цифри, шукати людей я не можу.
refusal-person = У мене є лише цифри, приватних осіб я не шукаю.
examples-title = Можна запитати, наприклад:

hint-all = Усі цифри: claimbot ask --all. Усе в одному порядку дат: --by date.
