# claimbot init: первые настройки бота и то, что нужно задать через @BotFather.

cli-init = Записать первый config.toml или FILE с пояснением каждой настройки: спрашивает, что нужно боту, и ведёт через @BotFather. Файл, который уже есть, остаётся как был.
cli-option-init-lang = Язык вопросов.
cli-option-token = Токен от @BotFather; «-» читает его со стандартного ввода, где его не видят другие программы.
cli-option-mode = Как получать сообщения; по умолчанию polling.
cli-option-webhook-url = Адрес https://, который будет вызывать Telegram, для --mode webhook.
cli-option-directory = Где будут жить базы данных.
cli-option-database = Адрес postgresql:// приватной базы вместо файла.
cli-option-name = Кто содержит бота, как говорит /about.
cli-option-contact = Как с ними связаться.
cli-option-chat = Идентификатор чата, который получает отчёты о внутренних ошибках; можно указать несколько раз.
cli-option-health-port = Порт /healthz и /metrics на этой машине; 0 – без него.
cli-option-no-input = Ничего не спрашивать: брать значение по умолчанию для того, что не указано.
cli-init-exists = { $path } уже есть и остался как был. Укажите другое имя или сначала переместите его.

init-language = Language, мова, язык
init-newbot = В Telegram напишите /newbot пользователю @BotFather. Он спросит название и имя пользователя, которое кончается на «bot», и даст токен: число, двоеточие и 35 знаков. У кого токен, у того и бот.
init-token = Токен (не показывается; пусто – позже)
init-token-shape = Это не токен: он выглядит как 123456789:ABC… Скопируйте его у @BotFather ещё раз.
init-token-wrong = Telegram не знает этого токена. Скопируйте его у @BotFather ещё раз.
init-token-unchecked = Отсюда не удаётся связаться с Telegram ({ $error }), поэтому токен не проверен. Позже его проверит claimbot doctor.
init-token-checked = Telegram знает этот токен: { $bot }
init-botfather = В чате с @BotFather:
init-is-so = в порядке
init-is-not-so = сделайте:
init-privacy = /setprivacy: оставьте включённым. Тогда в группах бот получает только то, что предназначено ему.
init-inline = /setinline: включите, со строкой вроде «кто о каких потерях заявил». Тогда @бот и вопрос работают в каждом чате.
init-feedback = /setinlinefeedback: оставьте выключенным. Боту не нужны отчёты о том, что выбирают люди.
init-groups = /setjoingroups: оставьте включённым, если бота можно добавлять в группы.
init-commands = /setcommands: не нужно. Бот сам задаёт свои команды на трёх языках.
init-mode = Как получать сообщения: polling работает везде, для webhook нужен ваш адрес https://
init-webhook-url = Адрес https://, который будет вызывать Telegram
init-not-https = Адрес начинается с https://
init-directory = Папка баз данных
init-database = Приватная база: адрес postgresql:// (пусто – файл в этой папке)
init-name = Кто содержит этого бота, как говорит /about (пусто – никто не назван)
init-contact = Как с вами связаться (пусто – не сказано)
init-chats = Идентификаторы чатов, которые получают отчёты о внутренних ошибках, например ваш (пусто – ни одного)
init-not-ids = Идентификаторы – целые числа, у групп отрицательные, через пробел
init-health-port = Порт /healthz и /metrics, только на этой машине (0 – без него)
init-written = Записано: { $path }. Прочитать его можете только вы. Теперь:
    {"    "}claimbot doctor{ $options }
    {"    "}claimbot run{ $options }
