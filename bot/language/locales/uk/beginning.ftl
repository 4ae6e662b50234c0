# claimbot init: перші налаштування бота й те, що слід задати через @BotFather.

cli-init = Записати перший config.toml або FILE з поясненням кожного налаштування: питає, що потрібно ботові, і веде через @BotFather. Файл, який уже є, лишається без змін.
cli-option-init-lang = Мова запитань.
cli-option-token = Токен від @BotFather; «-» читає його зі стандартного вводу, де його не бачать інші програми.
cli-option-mode = Як отримувати повідомлення; типово polling.
cli-option-webhook-url = Адреса https://, яку викликатиме Telegram, для --mode webhook.
cli-option-directory = Де житимуть бази даних.
cli-option-database = Адреса postgresql:// приватної бази замість файлу.
cli-option-name = Хто утримує бота, як каже /about.
cli-option-contact = Як з ними зв’язатися.
cli-option-chat = Ідентифікатор чату, який отримує звіти про внутрішні помилки; можна вказати кілька разів.
cli-option-health-port = Порт /healthz і /metrics на цій машині; 0 – без нього.
cli-option-no-input = Нічого не питати: брати типове значення того, що не вказано.
cli-init-exists = { $path } уже є й лишився без змін. Вкажіть іншу назву або спершу перемістіть його.

init-language = Language, мова, язык
init-newbot = У Telegram напишіть /newbot до @BotFather. Він спитає назву та ім’я користувача, що закінчується на «bot», і дасть токен: число, двокрапку й 35 знаків. Хто має токен, той має бота.
init-token = Токен (не показується; порожньо – пізніше)
init-token-shape = Це не токен: він має вигляд 123456789:ABC… Скопіюйте його в @BotFather ще раз.
init-token-wrong = Telegram не знає цього токена. Скопіюйте його в @BotFather ще раз.
init-token-unchecked = Звідси не вдається зв’язатися з Telegram ({ $error }), тож токен не перевірено. Пізніше його перевірить claimbot doctor.
init-token-checked = Telegram знає цей токен: { $bot }
init-botfather = У чаті з @BotFather:
init-is-so = гаразд
init-is-not-so = зробіть:
init-privacy = /setprivacy: лишіть увімкненим. Тоді в групах бот отримує лише те, що призначено йому.
init-inline = /setinline: увімкніть, з рядком на кшталт «хто про які втрати заявив». Тоді @бот і запитання працюють у кожному чаті.
init-feedback = /setinlinefeedback: лишіть вимкненим. Ботові не потрібні звіти про те, що обирають люди.
init-groups = /setjoingroups: лишіть увімкненим, якщо бота можна додавати до груп.
init-commands = /setcommands: не потрібно. Бот сам задає свої команди трьома мовами.
init-mode = Як отримувати повідомлення: polling працює всюди, для webhook потрібна ваша адреса https://
init-webhook-url = Адреса https://, яку викликатиме Telegram
init-not-https = Адреса починається з https://
init-directory = Тека баз даних
init-database = Приватна база: адреса postgresql:// (порожньо – файл у цій теці)
init-name = Хто утримує цього бота, як каже /about (порожньо – нікого не названо)
init-contact = Як з вами зв’язатися (порожньо – не сказано)
init-chats = Ідентифікатори чатів, які отримують звіти про внутрішні помилки, наприклад ваш (порожньо – жодного)
init-not-ids = Ідентифікатори – цілі числа, у груп від’ємні, через пробіл
init-health-port = Порт /healthz і /metrics, лише на цій машині (0 – без нього)
init-written = Записано: { $path }. Прочитати його можете лише ви. Тепер:
    {"    "}claimbot doctor{ $options }
    {"    "}claimbot run{ $options }
