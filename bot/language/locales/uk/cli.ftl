cli-about = Відповідає на запитання всіма оприлюдненими цифрами з джерелами: хто, коли й що сказав.
cli-ask = Друкує відповідь на QUESTION: усі цифри з джерелами, хто й коли їх назвав і що в них сумнівного.
cli-chat = Розмова в терміналі; на рядки, передані каналом, відповідає по черзі.
cli-explain = Показує, як прочитано кожне слово з QUESTION і що з того вийшло: для тих, хто доповнює словник.
cli-check = Перевіряє пакет тверджень (типово — налаштований): кожна помилка з файлом, рядком, стовпцем і порадою.
cli-load = Оновлює базу тверджень із PACKAGE. Повторне завантаження того самого пакета нічого не змінює.
cli-add = Додає твердження: питає поле за полем або бере файл YAML; перш ніж записати, показує, як його побачать читачі.
cli-diff = Перелічує, що змінилося між двома пакетами, OLD і NEW.
cli-corrections = Друкує відкритий журнал виправлень: що, коли й чому змінено.
cli-doctor = Перевіряє налаштування, пакет, базу, токен, годинник і диск, по рядку на кожне.

cli-option-config = Налаштування; типово: config.toml у цій теці, якщо він є.
cli-option-data = Інший пакет тверджень, ніж налаштований.
cli-option-json = Надрукувати відповідь одним рядком JSON.
cli-option-batch = Відповісти на запитання з FILE (-: стандартний ввід), один об'єкт JSON у рядку, разом із --json.
cli-option-lang = Мова відповіді; типово: мова запитання.
cli-option-today = Що означають «сьогодні» й «минулого місяця»; типово: сьогодні.
cli-option-previous = Попереднє запитання в тій самій розмові.
cli-option-known-by = Лише те, що було сказано до цього дня включно.
cli-option-figures = Щонайбільше N цифр на прочитання, спершу найновіші кожного джерела; разом із --json.
cli-option-all = Показати всі цифри, а не лише першу й найновішу в довгому ряді.
cli-option-by = Порядок: за тим, хто твердить (claimant), або за датою (date).
cli-option-yaml = Твердження у файлі YAML замість запитань.
cli-option-yes = Записати без запитання.
cli-option-fields = Перелічити поля твердження і їхні дозволені значення та завершити.
cli-option-warnings = Вважати попередження помилками.
cli-option-write-schemas = Спершу оновити схеми таблиць у datapackage.json.
cli-option-since = Лише від цього дня.

cli-building = Створюється база тверджень
cli-serving-old = База й далі відповідає за попереднім пакетом.
cli-not-a-day = { $value } — не дата: пишіть РРРР-ММ-ДД, наприклад 2022-03-03.
cli-question-or-batch = Дайте запитання або --batch FILE.
cli-batch-needs-json = --batch друкує JSON: додайте --json.
cli-trouble = Не вдалося скласти відповідь: { $error }. Це не означає, що ніхто нічого не твердив; спробуйте ще раз або запустіть: claimbot doctor
cli-exposed = { $path } містить секрети або визначає, куди вони потрапляють, а інші користувачі цього комп’ютера можуть його читати або змінювати. Виконайте: chmod 600 { $path }
cli-exposed-data = { $path } містить те, що обрали чати, а інші користувачі цього комп’ютера можуть його читати або змінювати. Виконайте: chmod 600 { $path }
cli-shared-folder = Інші користувачі цього комп’ютера можуть додавати файли до { $path }, де зберігаються бази даних і резервні копії. Виконайте: chmod 700 { $path }
cli-checked = { $package }: { $errors ->
    [0] без помилок
    [one] { $errors } помилка
    [few] { $errors } помилки
    [many] { $errors } помилок
   *[other] { $errors } помилки
  }, { $warnings ->
    [0] без попереджень
    [one] { $warnings } попередження
    [few] { $warnings } попередження
    [many] { $warnings } попереджень
   *[other] { $warnings } попередження
  }.
cli-loaded = { $package } { $version }: додано { $added }, змінено { $changed }, вилучено { $retired }.
cli-unchanged = { $package } { $version } — це те, що база вже містить: нічого не змінено.
cli-no-difference = Жодне твердження не відрізняється.
cli-no-corrections = Від першого завантаження жодного твердження не виправлено.
cli-proposal = Так його побачать читачі:
cli-proposal-changes = Що воно змінює:
cli-proposal-known = ще одне повідомлення про вже відоме твердження
cli-proposal-publisher = видання, якого в пакеті ще не було
cli-proposal-supersedes = стає найновішим підсумком замість
cli-proposal-repeats = те саме число вже записано від
cli-proposal-disputes = заперечує
cli-write = Записати до пакета й бази?
cli-written = Записано: { $id }
cli-not-written = Нічого не записано.
cli-optional = необов'язково
cli-doctor-ok = гаразд
cli-doctor-fix = виправити

doctor-configuration = налаштування
doctor-package = пакет
doctor-database = база
doctor-token = токен
doctor-rights = права на файли
doctor-clock = годинник
doctor-disk = диск
doctor-package-ok = { $package } { $version }
doctor-database-ok = тверджень: { $claims }, файл { $path }, дані до { $newest }
doctor-token-none = не задано: термінал працює й без нього; для Telegram візьміть токен у @BotFather і задайте telegram.token
doctor-token-set = задано
doctor-token-shape = telegram.token не схожий на токен (123456:ABC…): скопіюйте його з @BotFather ще раз
doctor-rights-ok = секрети й налаштування закриті від інших користувачів
doctor-clock-ok = { $now }
doctor-clock-behind = годинник показує { $now }, раніше за найновішу цифру від { $newest }: налаштуйте годинник
doctor-disk-ok = вільно { $free } МБ у { $path }
doctor-disk-full = вільно лише { $free } МБ у { $path }: звільніть місце, щонайменше { $needed } МБ

explain-typed = набрано
explain-read = прочитано як
explain-meaning = може означати
explain-use = узято як
explain-use-none = невідоме: може змінити запитання, тому відповіді немає
explain-use-agent = хто це зробив або тримає полонених
explain-use-captivity = де тримають полонених
explain-use-claimant = хто це каже
explain-use-date = дата
explain-use-event = усе загалом
explain-use-foe = з ким воювали
explain-use-group = хто
explain-use-idle = нічого не змінює
explain-use-location = у якій країні
explain-use-means = чим зроблено
explain-use-measure = що сталося
explain-use-negated = сказано, що не про це
explain-use-number = названа цифра
explain-use-object = що втрачено
explain-use-outsider = чиїх втрат тут не рахують
explain-use-place = де
explain-use-population = чиї втрати
explain-use-sayer = людина, яка це каже: нічого не змінює
explain-use-side = чиї втрати
explain-use-speaker = залежить від того, хто говорить
explain-use-stranger = невідоме: тут нічого не змінює, і відповідь про це каже
explain-use-aside = сказане між іншим: нічого не змінює
explain-use-left-out = місце з відкладеного речення: відповідь його називає
explain-use-opinion = чию брехню хтось підозрює: нічого не змінює
explain-use-remark = зауваження про слова: нічого не змінює
explain-use-rhetoric = питає «чому» поряд із запитаним: нічого не змінює
explain-use-taken-back = сказане й узяте назад
explain-outcome-understood = Зрозуміло ({ $language }):
explain-outcome-clarify = Перепитано ({ $language }):
explain-outcome-out-of-scope = Відмовлено ({ $language }):
explain-refusal-unknown = відомо надто мало слів
explain-refusal-other-subject = слово веде до іншої теми
explain-refusal-other-party = слово називає людей третьої держави
explain-refusal-not-a-question = це не запитання
explain-refusal-help = це крик про допомогу
explain-refusal-person = здається, названо приватну особу
explain-missing-side = не сказано, чиї втрати
explain-missing-measure = не сказано, що сталося
explain-missing-object = не сказано, що втрачено
explain-missing-word = невідоме слово може змінити запитання
explain-veto-doubt = невідмінювана назва біля дієслова: можлива будь-яка роль
explain-veto-speaker = «наші», «ворог»: залежить від того, хто питає
explain-veto-two-sides = названо дві сторони, і ніщо їх не поєднує й не порівнює
explain-veto-same-side = та сама сторона і зробила б це, і зазнала б
explain-number = названа цифра: { NUMBER($low, useGrouping: 0) }–{ NUMBER($high, useGrouping: 0) }
