# What a digest says. Names of topics, claimants and places come from the claim package and are never inflected here.

digest-title = Що нового
digest-title-nothing = Нічого нового. Найновіші цифри, як вони є
digest-title-example = Приклад: що стало відомо з { $from } до { $to }
digest-title-example-day = Приклад: що стало відомо { $date }
digest-title-example-nothing = Приклад: найновіші цифри, як вони є
digest-title-example-none = Приклад: цифр про це ще немає
digest-title-none = Нічого нового. Цифр про це ще немає
digest-count-new = { $count ->
    [one] { $count } нова цифра
    [few] { $count } нові цифри
    [many] { $count } нових цифр
   *[other] { $count } нової цифри
 }
digest-count-changed = змінено в базі: { $count }
digest-count-silent = без нового підсумку: { $count }
digest-data = дані { $version }, до { $date }

digest-changed-title = Змінено в базі
digest-new-title = Нові цифри
digest-silent-title = { $days ->
    [one] У цій базі понад { $days } день немає нового підсумку, до { $date }, найпізнішої дати в ній
    [few] У цій базі понад { $days } дні немає нового підсумку, до { $date }, найпізнішої дати в ній
    [many] У цій базі понад { $days } днів немає нового підсумку, до { $date }, найпізнішої дати в ній
   *[other] У цій базі понад { $days } дня немає нового підсумку, до { $date }, найпізнішої дати в ній
 }
digest-silent = { $topics } · останній підсумок { $when }
digest-more-topics = ще { $count }
digest-no-topic = Інші підрахунки

digest-difference = різниця з { $before }, { $when }: { $number }
digest-differences-from = у дужках різниця з підсумком на { $date }
digest-difference-from = різниця з підсумком на { $date }: { $number }
digest-before = раніше: { $claim }
digest-retired = у цій базі більше немає
digest-restored = знову чинна
digest-source = публікація: { $publisher }
digest-note = Різниці обчислив цей бот.
digest-bars = { $bars }: останні різниці, від найдавнішої.
