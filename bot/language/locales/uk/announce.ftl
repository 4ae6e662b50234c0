# Команда, якою оператор повідомляє щось чатам.

cli-announce =
    Повідомити щось чатам, кожному один раз: текст із FILES.

    NAME.en.txt, NAME.uk.txt і NAME.ru.txt отримають ті, хто читає відповідною мовою, NAME.txt – усі, для кого немає окремого тексту. Надсилає запущений бот; Ctrl+C або --stop скасовує ще не надіслане. Ті самі слова, подані ще раз, дістануться тим, хто їх не отримав.
cli-option-to = all (усі відомі чати), topics (усі чати з підпискою) або тема як POPULATION/MEASURE/OBJECT – для чатів, чия підписка про неї розповідає. Можна повторювати.
cli-option-dry-run = Надрукувати, скільком чатам і що було б надіслано, і нічого не надсилати.
cli-option-no-wait = Не чекати, поки все буде надіслано.
cli-option-stop = Скасувати ще не надіслане з оголошення з цим номером.
cli-announce-usage = Назвіть один або кілька файлів і --to all, --to topics чи --to TOPIC; або --stop ID.
cli-announce-no-topic = { $topic }: такої теми в пакеті тверджень немає. Теми пишуться як POPULATION/MEASURE/OBJECT.
cli-announce-length = Текст порожній або довший за одне повідомлення (4096 символів).
cli-announce-would = { $count ->
    [one] Для { $count } чату:
    [few] Для { $count } чатів:
    [many] Для { $count } чатів:
   *[other] Для { $count } чату:
 }
cli-announce-queued = { $count ->
    [one] Оголошення { $id } у черзі для { $count } чату; його надсилає claimbot run.
    [few] Оголошення { $id } у черзі для { $count } чатів; його надсилає claimbot run.
    [many] Оголошення { $id } у черзі для { $count } чатів; його надсилає claimbot run.
   *[other] Оголошення { $id } у черзі для { $count } чату; його надсилає claimbot run.
 }
cli-announcing = Надсилається
cli-announce-stopped = { $count ->
    [one] Скасовано для { $count } чату.
    [few] Скасовано для { $count } чатів.
    [many] Скасовано для { $count } чатів.
   *[other] Скасовано для { $count } чату.
 }
cli-announced = Надіслано: { $sent }. Під сумнівом: { $doubtful }. Не вдалося: { $failed }. Скасовано: { $replaced }.
