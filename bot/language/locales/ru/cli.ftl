cli-about = Отвечает на вопрос всеми опубликованными цифрами с источниками: кто, когда и что сказал.
cli-ask = Печатает ответ на QUESTION: все цифры с источниками, кто и когда их назвал и что в них сомнительно.
cli-chat = Разговор в терминале; на строки, переданные каналом, отвечает по очереди.
cli-explain = Показывает, как прочитано каждое слово из QUESTION и что из этого вышло: для тех, кто дополняет словарь.
cli-check = Проверяет пакет утверждений (по умолчанию — настроенный): каждая ошибка с файлом, строкой, столбцом и советом.
cli-load = Обновляет базу утверждений из PACKAGE. Повторная загрузка того же пакета ничего не меняет.
cli-add = Добавляет утверждение: спрашивает поле за полем или берёт файл YAML; прежде чем записать, показывает, каким его увидят читатели.
cli-diff = Перечисляет, что изменилось между двумя пакетами, OLD и NEW.
cli-corrections = Печатает открытый журнал исправлений: что, когда и почему изменено.
cli-doctor = Проверяет настройки, пакет, базу, токен, часы и диск, по строке на каждое.

cli-option-config = Настройки; по умолчанию: config.toml в этой папке, если он есть.
cli-option-data = Другой пакет утверждений, чем настроенный.
cli-option-json = Напечатать ответ одной строкой JSON.
cli-option-batch = Ответить на вопросы из FILE (-: стандартный ввод), один объект JSON в строке, вместе с --json.
cli-option-lang = Язык ответа; по умолчанию: язык вопроса.
cli-option-today = Что значат «сегодня» и «в прошлом месяце»; по умолчанию: сегодня.
cli-option-previous = Предыдущий вопрос в том же разговоре.
cli-option-known-by = Только то, что было сказано к этому дню включительно.
cli-option-figures = Не более N цифр на прочтение, сначала новейшие каждого источника; вместе с --json.
cli-option-all = Показать все цифры, а не только первую и новейшую в длинном ряду.
cli-option-by = Порядок: по тому, кто утверждает (claimant), или по дате (date).
cli-option-yaml = Утверждение в файле YAML вместо вопросов.
cli-option-yes = Записать без вопроса.
cli-option-fields = Перечислить поля утверждения и их допустимые значения и закончить.
cli-option-warnings = Считать предупреждения ошибками.
cli-option-write-schemas = Сначала обновить схемы таблиц в datapackage.json.
cli-option-since = Только начиная с этого дня.

cli-building = Создаётся база утверждений
cli-serving-old = База продолжает отвечать по прежнему пакету.
cli-not-a-day = { $value } — не дата: пишите ГГГГ-ММ-ДД, например 2022-03-03.
cli-question-or-batch = Дайте вопрос или --batch FILE.
cli-batch-needs-json = --batch печатает JSON: добавьте --json.
cli-trouble = Не удалось составить ответ: { $error }. Это не значит, что никто ничего не утверждал; попробуйте ещё раз или запустите: claimbot doctor
cli-exposed = { $path } содержит секреты или определяет, куда они попадают, а другие пользователи этого компьютера могут его читать или изменять. Выполните: chmod 600 { $path }
cli-exposed-data = { $path } содержит то, что выбрали чаты, а другие пользователи этого компьютера могут его читать или изменять. Выполните: chmod 600 { $path }
cli-shared-folder = Другие пользователи этого компьютера могут добавлять файлы в { $path }, где хранятся базы данных и резервные копии. Выполните: chmod 700 { $path }
cli-checked = { $package }: { $errors ->
    [0] без ошибок
    [one] { $errors } ошибка
    [few] { $errors } ошибки
    [many] { $errors } ошибок
   *[other] { $errors } ошибки
  }, { $warnings ->
    [0] без предупреждений
    [one] { $warnings } предупреждение
    [few] { $warnings } предупреждения
    [many] { $warnings } предупреждений
   *[other] { $warnings } предупреждения
  }.
cli-loaded = { $package } { $version }: добавлено { $added }, изменено { $changed }, изъято { $retired }.
cli-unchanged = { $package } { $version } — это то, что база уже содержит: ничего не изменено.
cli-no-difference = Ни одно утверждение не отличается.
cli-no-corrections = С первой загрузки ни одно утверждение не исправлено.
cli-proposal = Таким его увидят читатели:
cli-proposal-changes = Что оно меняет:
cli-proposal-known = ещё одно сообщение об уже известном утверждении
cli-proposal-publisher = издание, которого в пакете ещё не было
cli-proposal-supersedes = становится новейшим итогом вместо
cli-proposal-repeats = то же число уже записано от
cli-proposal-disputes = оспаривает
cli-write = Записать в пакет и базу?
cli-written = Записано: { $id }
cli-not-written = Ничего не записано.
cli-optional = необязательно
cli-doctor-ok = в порядке
cli-doctor-fix = исправить

doctor-configuration = настройки
doctor-package = пакет
doctor-database = база
doctor-token = токен
doctor-rights = права на файлы
doctor-clock = часы
doctor-disk = диск
doctor-package-ok = { $package } { $version }
doctor-database-ok = утверждений: { $claims }, файл { $path }, данные до { $newest }
doctor-token-none = не задан: терминал работает и без него; для Telegram возьмите токен у @BotFather и задайте telegram.token
doctor-token-set = задан
doctor-token-shape = telegram.token не похож на токен (123456:ABC…): скопируйте его у @BotFather ещё раз
doctor-rights-ok = секреты и настройки закрыты от других пользователей
doctor-clock-ok = { $now }
doctor-clock-behind = часы показывают { $now }, раньше новейшей цифры от { $newest }: настройте часы
doctor-disk-ok = свободно { $free } МБ в { $path }
doctor-disk-full = свободно только { $free } МБ в { $path }: освободите место, не менее { $needed } МБ

explain-typed = набрано
explain-read = прочитано как
explain-meaning = может значить
explain-use = взято как
explain-use-none = неизвестно: может изменить вопрос, поэтому ответа нет
explain-use-agent = кто это сделал или держит пленных
explain-use-captivity = где держат пленных
explain-use-claimant = кто это говорит
explain-use-date = дата
explain-use-event = всё в целом
explain-use-foe = с кем воевали
explain-use-group = кто
explain-use-idle = ничего не меняет
explain-use-location = в какой стране
explain-use-means = чем сделано
explain-use-measure = что случилось
explain-use-negated = сказано, что не об этом
explain-use-number = названное число
explain-use-object = что потеряно
explain-use-outsider = чьи потери здесь не считают
explain-use-place = где
explain-use-population = чьи потери
explain-use-sayer = человек, который это говорит: ничего не меняет
explain-use-side = чьи потери
explain-use-speaker = зависит от того, кто говорит
explain-use-stranger = неизвестно: здесь ничего не меняет, и ответ об этом говорит
explain-use-aside = сказано между прочим: ничего не меняет
explain-use-left-out = место из отложенного предложения: ответ его называет
explain-use-opinion = чью ложь кто-то подозревает: ничего не меняет
explain-use-remark = замечание о словах: ничего не меняет
explain-use-rhetoric = спрашивает «почему» рядом с вопросом: ничего не меняет
explain-use-taken-back = сказано и взято назад
explain-outcome-understood = Понято ({ $language }):
explain-outcome-clarify = Переспрошено ({ $language }):
explain-outcome-out-of-scope = Отказано ({ $language }):
explain-refusal-unknown = известно слишком мало слов
explain-refusal-other-subject = слово ведёт к другой теме
explain-refusal-other-party = слово называет людей третьего государства
explain-refusal-not-a-question = это не вопрос
explain-refusal-help = это крик о помощи
explain-refusal-person = похоже, названо частное лицо
explain-missing-side = не сказано, чьи потери
explain-missing-measure = не сказано, что случилось
explain-missing-object = не сказано, что потеряно
explain-missing-word = неизвестное слово может изменить вопрос
explain-veto-doubt = несклоняемое название возле глагола: возможна любая роль
explain-veto-speaker = «наши», «враг»: зависит от того, кто спрашивает
explain-veto-two-sides = названы две стороны, и ничто их не соединяет и не сравнивает
explain-veto-same-side = та же сторона и сделала бы это, и пострадала бы
explain-number = названное число: { NUMBER($low, useGrouping: 0) }–{ NUMBER($high, useGrouping: 0) }
