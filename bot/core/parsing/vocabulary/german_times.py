"""German words for times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.time_words import Part, TimeWords

_HOURS = "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"
_NUMBERS = dict(zip(_HOURS.split(), range(1, 13), strict=True)) | {
    **dict.fromkeys(("ein", "eine", "einer", "einem", "einen", "eines"), 1),
    "fünfzehn": 15,
    "zwanzig": 20,
    "dreißig": 30,
    "dreissig": 30,
    "vierzig": 40,
    "fünfundvierzig": 45,
    "fünfzig": 50,
    "sechzig": 60,
    "neunzig": 90,
    "zwoelf": 12,
    "fuenf": 5,
    "fuenfzehn": 15,
    "fünfundzwanzig": 25,
}

TIMES = TimeWords(
    weekdays=(
        *("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag sonnabend"),
        "sonntag",
    ),
    months=(
        *("januar jänner", "februar", "märz maerz", "april", "mai", "juni", "juli", "august"),
        *("september", "okt oktober", "november", "dez dezember"),
    ),
    days={
        "gestern": -1,
        "heute": 0,
        "morgen": 1,
        **dict.fromkeys(("übermorgen", "uebermorgen"), 2),
    },
    after_days={"tag": 1, "tage": 1, "tagen": 1, "woche": 7, "wochen": 7},
    numbers=_NUMBERS,
    units={
        **dict.fromkeys(("minuten", "minute"), 1),
        **dict.fromkeys(("stunden", "stunde", "std"), 60),
        **dict.fromkeys(("tage", "tag"), 1440),
    },
    lengths={
        **dict.fromkeys(
            (
                *("halbe stunde", "eine halbe stunde", "halben stunde", "einer halben stunde"),
                *("ne halbe stunde", "1/2 stunde", "halbstunde"),
            ),
            30,
        ),
        **dict.fromkeys(
            ("viertelstunde", "eine viertelstunde", "einer viertelstunde", "1/4 stunde"), 15
        ),
        **dict.fromkeys(("dreiviertelstunde", "eine dreiviertelstunde", "3/4 stunde"), 45),
        **dict.fromkeys(("einer dreiviertelstunde",), 45),
        **dict.fromkeys(("anderthalb stunden", "eineinhalb stunden", "1 1/2 stunden"), 90),
        **dict.fromkeys(("zweieinhalb stunden",), 150),
    },
    parts={
        Part.MORNING: (
            *("früh", "frueh", "vormittag", "vormittags", "am vormittag", "heute vormittag"),
            *(
                "morgens",
                "am morgen",
                "heute früh",
                "heute morgen",
                "in der früh",
                "am frühen morgen",
            ),
        ),
        Part.MIDDAY: ("mittags", "am mittag", "heute mittag"),
        Part.AFTERNOON: ("nachmittag", "nachmittags", "am nachmittag", "heute nachmittag"),
        Part.EVENING: ("abend", "abends", "am abend", "heute abend"),
        Part.NIGHT: ("nachts", "in der nacht", "heute nacht"),
    },
    noon=("mittag", "12 uhr mittags"),
    midnight=("mitternacht",),
    leads=("um", "am", "von", "ab", "den", "der", "für", "auf", "im", "beginn", "ab dem", "dem"),
    at=("um", "bis", "ab", "bis um", "ab um"),
    until=("bis", "bis um", "bis zum", "bis zu"),
    from_to=(("von", "bis"), ("von", "-"), ("ab", "bis"), ("von", "bis um")),
    into=("in", "in etwa"),
    lasting=("für", "fuer", "über", "von", "um"),
    oclock=("uhr", "h"),
    offsets=(
        *(("halb {hour}", -30), ("viertel nach {hour}", 15), ("viertel vor {hour}", -15)),
        *(("dreiviertel {hour}", -15), ("{minutes} nach {hour}", 1), ("{minutes} vor {hour}", -1)),
        *(("{minutes} minuten nach {hour}", 1), ("{minutes} minuten vor {hour}", -1)),
    ),
    next_before=(
        *("nächsten", "nächste", "nächster", "naechsten", "diesen", "dieser", "kommenden"),
        *("am nächsten", "am kommenden", "diesen kommenden"),
    ),
    vague=(
        *("später", "nachher", "bald", "gleich", "in kürze", "demnächst", "nächste woche"),
        *("diese woche", "kommende woche", "nächsten monat", "diesen monat", "am wochenende"),
        *("irgendwann", "nach der mittagspause", "nach dem mittag", "zum feierabend", "heute noch"),
        *("in den nächsten tagen", "gegen mittag", "gegen abend", "mal wieder", "etwas später"),
        *("feierabend", "nach feierabend", "in der mittagspause", "ein andermal"),
    ),
    roughly=(
        *("vor", "nach", "gegen", "ungefähr", "etwa", "circa", "ca", "frühestens", "spätestens"),
        *("nicht vor", "nicht nach", "nicht um", "nicht am", "nicht", "ungefähr um", "etwa um"),
        *("so um", "so gegen", "erst nach", "nicht morgen"),
    ),
    vague_lengths=("eine weile", "für eine weile", "für länger", "kurz"),
    some=("ein paar", "einigen", "wenigen", "paar", "mehreren"),
    between=(("zwischen", "und"),),
    now=("jetzt", "jetzt gleich", "sofort", "jetzt sofort", "ab sofort", "so bald wie möglich"),
    every=("jeden", "jede", "jedes", "jeder", "alle", "jeden zweiten"),
    series=(
        *("täglich", "wöchentlich", "monatlich", "regelmäßig", "montags", "dienstags"),
        *("mittwochs", "donnerstags", "freitags", "samstags", "sonntags", "vierzehntägig"),
    ),
)
