"""German words for commands and times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.language_words import (
    Part,
    SentenceWords,
    TimeWords,
    each,
    each_word,
)

_NOUNS = (
    "meeting besprechung termin treffen videocall videoanruf videokonferenz videogespräch"
    " gespräch call anruf konferenz sprechstunde videosprechstunde videotermin telefonat"
)
_STARTS = (
    "starte|start|erstelle|erstell|mach|mache|plane|vereinbare|organisiere|eröffne|setze"
    "|setz|leg|lege|richte|buche|öffne|beginne"
)

SENTENCES = SentenceWords(
    beginnings={
        "meet": (
            *_NOUNS.split(),
            *each(_STARTS, _NOUNS),
            *("triff", "treffe", "trefft", "treff", "ruf", "rufe", "sprechen mit", "sprich mit"),
            *("reden mit", "rede mit", "verbinde mich mit", "video mit", "verbinde mit"),
        ),
        "add": (
            *("lade", "lad", "füge", "hole", "hol", "nimm", "ergänze", "lade auch", "lade noch"),
            *("lad auch", "lad noch", "auch einladen"),
        ),
        "resend": (
            *("link erneut", "link nochmal", "neuer link für", "neuen link für", "link für"),
            *("schick link nochmal", "schick link erneut", "sende link erneut", "sende erneut"),
            *("schicke link nochmal", "schicke link erneut", "schick nochmal", "schick erneut"),
            *("mein host-link", "mein hostlink", "mein gastgeberlink", "host-link", "hostlink"),
            *("neuer link an", "sende link nochmal", "schick … link nochmal"),
            *("schick … link erneut", "sende … link erneut"),
        ),
        "expert": ("experte", "expertin", "frag experten"),
        "poster": (
            *("plakat", "aushang", "poster für", "plakat für", "aushang für"),
            *each("drucke|mach|mache|erstelle", "plakat poster"),
        ),
        "experts": ("experten", "liste der experten"),
        "group": ("gruppe",),
        "who is on for": each("wer ist im dienst|wer hat dienst|wer hat bereitschaft", "bei in"),
        "on duty": ("im dienst", "ich bin im dienst", "ich habe dienst", "wieder im dienst"),
        "off duty": ("ausser dienst", "dienstfrei", "ich habe dienstfrei", "nicht im dienst"),
        "swap": ("tausche mit", "tausche dienst mit", "diensttausch mit"),
        "take": ("übernimm", "ich übernehme", "übernehme", "übernehmen"),
        "not me": ("nicht ich", "ich nicht"),
        "give back": ("gib zurück", "gebe zurück", "ich gebe zurück", "zurückgeben"),
        "keep waiting": ("weiter warten", "warte weiter", "frag noch mal", "frag nochmal"),
        "next shift": ("nächste schicht", "zur nächsten schicht", "warte auf nächste schicht"),
        "desk": ("zahlen", "zahlen von heute", "heutige zahlen"),
        "my link": (
            *("mein link", "meinen link", "ich habe meinen link verloren", "wo ist mein link"),
            *("schick mir meinen link", "sende mir meinen link", "ich finde meinen link nicht"),
            *("mein link funktioniert nicht", "mein link geht nicht", "link funktioniert nicht"),
            *("ich komme nicht rein", "ich komm nicht rein", "habe meinen link verloren"),
            *("link geht nicht", "ich brauche meinen link", "ich habe link verloren"),
        ),
        "handover": (
            *("übergib an", "übergebe an", "übergib", "übergebe", "übergabe an", "übergeben an"),
            *("übergib meeting an", "übergib besprechung an", "übergib termin an"),
            *("gib meeting an", "gib besprechung an", "übertrage an", "übertrage meeting an"),
        ),
        "cohost": (
            *("mach … zum co-host", "mache … zum co-host", "mach … zum cohost"),
            *("mache … zum cohost", "mach … zum mitgastgeber", "mache … zum mitgastgeber"),
            *("mitgastgeber", "zweiter host", "füge … als co-host hinzu"),
            "füge … als cohost hinzu",
            *("lade … als co-host ein", "mach … auch zum host"),
        ),
        "extend": ("verlängere", "verlängern", "verlänger", "mach es länger", "mache es länger"),
        "move": ("verschiebe", "verschieb", "verlege", "verleg", "schieb", "schiebe"),
        "cancel": (
            *("absagen", "storniere", "stornieren", "abbrechen", "absage", "streiche"),
            *("lösche meeting", "lösche termin", "beende meeting", "beende besprechung"),
        ),
        "tell host": ("sag gastgeber", "sag dem gastgeber", "schreib dem gastgeber"),
        "tell": ("sag", "sage", "sag an", "schreib", "schreibe", "schreib an", "informiere"),
        "let in": (
            *("lass rein", "lass … rein", "lass … hinein", "lasse … rein"),
            "einlassen",
        ),
        "reply": ("antworte", "antwort"),
        "remove": ("entferne", "entfern", "lade aus", "lade … aus", "ausladen"),
        "rename": ("benenne", "umbenennen", "nenne", "benenne meeting"),
        "again": ("wiederhole", "wiederhole meeting", "wiederhole besprechung"),
        "meetings": (
            *("meine meetings", "meine termine", "meine besprechungen", "zeig meine meetings"),
            *("zeige meine meetings", "zeig meine termine", "zeige meine termine", "termine"),
            *("welche meetings habe ich", "welche termine habe ich", "was steht an"),
            *("was steht heute an", "nächstes meeting", "mein nächstes meeting", "terminliste"),
            *("mein nächster termin", "nächster termin", "besprechungen"),
        ),
        "status": (
            *("wer kommt", "wer ist dabei", "wer ist eingeladen", "wer hat link bekommen"),
            *("wer wurde eingeladen", "zeig status", "zeige status", "wer hat link"),
            *("wer hat links bekommen",),
        ),
        "devices": (
            *("geräte", "räume", "welche räume", "welche geräte", "welche räume gibt es"),
            *("welche geräte gibt es", "zeig räume", "zeige räume", "zeig geräte", "raumliste"),
            "zeige geräte",
        ),
        "defaults": (
            *("einstellungen", "meine einstellungen", "standard", "standards", "voreinstellungen"),
            *("standardwerte", "standardsprache", "sprache", "standarddauer", "zeitzone"),
            *("vorgaben", "ändere einstellungen", "setze sprache", "setze zeitzone"),
        ),
        "plan": ("formular", "planen", "zeig formular", "zeige formular", "plane"),
        "help": (
            *("hilf mir", "was kannst du", "wie funktioniert das", "wie geht das", "befehle"),
            *("wie benutze ich dich", "was kann ich sagen", "hilfe bitte"),
        ),
        "about": ("wer bist du", "was bist du", "wer sind sie"),
        "check": ("selbsttest", "prüfe dich"),
        "text for": ("text für", "sms für", "nachricht für", "texte für"),
    },
    endings={
        "meet": ("anrufen", "treffen", "sprechen"),
        "add": ("einladen", "hinzufügen", "dazunehmen", "dazuholen", "dazu einladen"),
        "resend": ("erneut senden", "nochmal senden", "nochmal schicken", "erneut schicken"),
        "handover": ("übergeben",),
        "extend": ("verlängern",),
        "move": ("verschieben", "verlegen"),
        "cancel": ("absagen", "stornieren", "abbrechen"),
    },
    around={
        **dict.fromkeys((("ruf", "an"), ("rufe", "an"), ("ruft", "an")), "meet"),
        **dict.fromkeys((("lade", "ein"), ("lad", "ein"), ("ladet", "ein")), "add"),
        **dict.fromkeys((("füge", "hinzu"), ("nimm", "dazu"), ("hol", "dazu")), "add"),
        **dict.fromkeys((("hole", "dazu"), ("hol", "ran"), ("füg", "hinzu")), "add"),
        **dict.fromkeys((("sag", "ab"), ("sage", "ab"), ("sagt", "ab"), ("brich", "ab")), "cancel"),
        **dict.fromkeys((("blas", "ab"), ("blase", "ab"), ("sagen", "ab")), "cancel"),
        **dict.fromkeys((("lass", "rein"), ("lasse", "rein"), ("lass", "hinein")), "let in"),
        **dict.fromkeys((("lade", "aus"), ("lad", "aus"), ("ladet", "aus")), "remove"),
        **dict.fromkeys((("benenne", "um"), ("nenne", "um"), ("nenn", "um")), "rename"),
        ("gib", "zurück"): "give back",
        **dict.fromkeys((("schick", "nochmal"), ("schicke", "nochmal")), "resend"),
        **dict.fromkeys((("schick", "erneut"), ("schicke", "erneut")), "resend"),
        **dict.fromkeys((("sende", "erneut"), ("sende", "nochmal")), "resend"),
    },
    planning=("plane", "vereinbare", "organisiere", "buche"),
    courtesies=(
        *("hallo", "guten morgen", "guten tag", "guten abend", "moin", "servus", "grüß gott"),
        *("bitte", "danke", "vielen dank", "ich möchte", "ich will", "wir möchten", "ich muss"),
        *("wir müssen", "wir wollen", "ich würde gern", "ich würde gerne", "ich hätte gern"),
        *("mal", "doch", "kurz", "jetzt", "ich brauche", "wir brauchen", "leider"),
        *("gib uns", "gib mir", "sehr", "vielmals", "vielen"),
        *("ich möchte gern", "ich möchte gerne", "liebes team", "hallo zusammen", "zusammen"),
    ),
    requests=(
        *("kannst du", "könntest du", "würdest du", "können sie", "könnten sie", "würden sie"),
        "kannst du mir",
    ),
    permissions=(
        *("kann ich", "können wir", "darf ich", "dürfen wir", "soll ich", "sollen wir"),
        *("könnten wir", "könnte ich", "muss ich", "müssen wir"),
    ),
    thanks=("danke", "dankeschön", "dank", "schön", "super", "prima", "passt"),
    articles=(
        *("ein", "eine", "einen", "einem", "das", "die", "der", "den", "dem", "neues", "neue"),
        *("neuen", "kurzes", "kurze", "kurzen", "unser", "unsere", "spontanes", "schnelles"),
        *("bitte", "mal"),
    ),
    connectors=("mit", "und", "sowie"),
    ands=("und",),
    about=("wegen", "über", "betreff", "bezüglich", "bzgl", "thema", "betrifft", "betr"),
    of=("ist",),
    closing=("bitte", "danke", "dankeschön", "vielen", "dank"),
    fillers=(
        *("mir", "uns", "mich", "für", "an", "zum", "zur", "auch", "noch", "mal", "doch", "jetzt"),
        *("sofort", "bitte", "dazu", "anlegen", "ansetzen", "vereinbaren", "starten", "planen"),
        *("erstellen", "einrichten", "organisieren", "machen", "buchen", "aufsetzen", "schnell"),
        *("dringend", "zusammen"),
    ),
    here=("hier",),
    me=("mir", "mich"),
    everybody=("alle", "allen"),
    links=(
        *("den", "einladung", "einladungen", "nochmal", "erneut", "an", "neuen", "ihren"),
        "seinen",
    ),
    introduces=("von", "vom", "zum", "zur", "für", "namens", "wegen"),
    meeting=("besprechung", "termin", "treffen", "meeting", "konferenz", "gespräch", "anruf"),
    which=("es", "das", "dies", "diese", "dieses", "diesen", "letzte", "letztes", "aktuelle"),
    empty=(
        *("nein", "nicht", "ja", "ist", "sind", "war", "und", "oder", "aber", "wenn", "als", "in"),
        *("im", "am", "um", "von", "vom", "zu", "zum", "zur", "für", "mit", "ein", "eine", "der"),
        *("die", "das", "den", "dem", "er", "sie", "es", "wir", "ich", "ihr", "wer", "was", "wann"),
        *("wo", "wie", "hier", "da", "dann", "doch", "noch", "schon", "alle", "nächste", "erste"),
        *("zweite", "mein", "meine", "meinen", "unser", "unsere", "unseren", "neueste"),
    ),
    later=("später", "nach hinten"),
    earlier=("früher", "eher", "nach vorne", "nach vorn"),
    more=("mehr", "länger", "noch", "weitere"),
    to=("auf",),
    total=("insgesamt", "gesamt", "in summe"),
    negations=("nicht", "kein", "keine", "keinen", "nie", "niemals", "ohne", "außer", "nein"),
    clauses=each_word(
        "bevor egal möglich danke sorry entschuldigung aber wenn falls sobald sofern weil dass"
        " damit außer ich er sie ihr ihm ihn ihnen mir mich ist sind wird werden kann können soll"
        " muss nicht nichts kein keine keinen nie niemand"
    ),
    limits=("max", "maximal", "höchstens", "dauer", "spätestens", "bis", "etwa", "ca", "circa"),
    occasions=each_word("geburtstag urlaub weihnachten ostern wochenende woche feiertag"),
    on_occasions=("nach", "vor", "während", "bis"),
    manners=each_word("privat vertraulich diskret dringend eilt nochmal lg"),
    rather=("stattdessen", "lieber"),
    exceptions=("außer", "ausser", "ohne", "nicht", "ausgenommen"),
    instead=("statt", "anstatt", "anstelle von", "an stelle von"),
    replacing=("ersetze", "ersetz", "ersetzen", "tausche", "tausch", "tauschen"),
)


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
            *("morgens", "am morgen", "heute früh", "heute morgen", "in der früh"),
            "am frühen morgen",
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
    exactly=("pünktlich", "genau", "punktgenau"),
    near_noon={"halb eins mittags": 750, "halb eins nachts": 30},
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
