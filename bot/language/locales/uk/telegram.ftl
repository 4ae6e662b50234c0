command-ask = Спитати, хто що заявляв
command-check = Перевірити число: надішліть у відповідь на повідомлення
command-topics = Переглянути, про що є дані
command-language = Вибрати мову
command-settings = Налаштування цього чату
command-help = Як питати
command-about = Джерела й хто це веде
command-privacy = Що зберігається
command-forget = Видалити те, що збережено

cli-run = Запустити бот у Telegram: через опитування чи вебхук, як сказано в налаштуваннях, доки його не зупинять.
cli-running = @{ $bot } працює ({ $mode }). Ctrl+C зупиняє.
cli-stopped = Зупинено: на все отримане дано відповідь.
cli-no-token = Ботові потрібен токен.
    Як його отримати: відкрийте Telegram, напишіть /newbot до @BotFather і впишіть отримане в config.toml:

        {"["}telegram]
        token = "123456:ABC…"

    або в середовище: CLAIMBOT_TELEGRAM__TOKEN=123456:ABC…
    Без токена той самий бот працює в цьому терміналі: claimbot chat
cli-wrong-token = Telegram не знає цього токена: скопіюйте його від @BotFather ще раз (telegram.token у config.toml).
cli-second-instance = Повідомлення цього бота отримує інша програма, а може лише одна. Зупиніть її й запустіть цю знову. Telegram каже: { $said }
cli-no-telegram = Telegram недоступний за адресою { $address }: { $error }
cli-cannot-listen = Вебхук не може слухати { $listen }:{ $port }: { $error }

error-apology = Тут сталася помилка, і справа не у вашому запитанні. Спробуйте ще раз за хвилину. Якщо не минеться, скажіть тому, хто веде цей бот: помилка { $id }.
limit-reached = Забагато запитань за короткий час. Знову відповідатиму за хвилину.
not-an-admin = Це можуть змінювати лише адміністратори групи.

cli-option-as = Зіграти особистий чат або групу з двох людей.
cli-option-log = Скільки писати в журнал (стандартний потік помилок); ніколи тексти чи токен.
