"""German words for commands."""

from __future__ import annotations

from bot.core.parsing.vocabulary.sentence_words import SentenceWords, each

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
            *(
                "mitgastgeber",
                "zweiter host",
                "füge … als co-host hinzu",
                "füge … als cohost hinzu",
            ),
            *("lade … als co-host ein", "mach … auch zum host"),
        ),
        "extend": ("verlängere", "verlängern", "verlänger", "mach es länger", "mache es länger"),
        "move": ("verschiebe", "verschieb", "verlege", "verleg", "schieb", "schiebe"),
        "cancel": (
            *("absagen", "storniere", "stornieren", "abbrechen", "absage", "streiche"),
            *("lösche meeting", "lösche termin", "beende meeting", "beende besprechung"),
        ),
        "tell": ("sag", "sage", "sag an", "schreib", "schreibe", "schreib an", "informiere"),
        "let in": (
            "lass rein",
            "lass … rein",
            "lass … hinein",
            "lasse … rein",
            "lass alle rein",
            "lass sie rein",
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
        **dict.fromkeys((("hole", "dazu"), ("hol", "ran")), "add"),
        **dict.fromkeys((("sag", "ab"), ("sage", "ab"), ("sagt", "ab"), ("brich", "ab")), "cancel"),
        **dict.fromkeys((("lass", "rein"), ("lasse", "rein"), ("lass", "hinein")), "let in"),
        **dict.fromkeys((("lade", "aus"), ("lad", "aus"), ("ladet", "aus")), "remove"),
        ("benenne", "um"): "rename",
        **dict.fromkeys((("schick", "nochmal"), ("schicke", "nochmal")), "resend"),
        **dict.fromkeys((("schick", "erneut"), ("schicke", "erneut")), "resend"),
        **dict.fromkeys((("sende", "erneut"), ("sende", "nochmal")), "resend"),
    },
    planning=("plane", "vereinbare", "organisiere", "buche"),
    courtesies=(
        *("hallo", "guten morgen", "guten tag", "guten abend", "moin", "servus", "grüß gott"),
        *("bitte", "danke", "vielen dank", "ich möchte", "ich will", "wir möchten", "ich muss"),
        *("wir müssen", "wir wollen", "ich würde gern", "ich würde gerne", "ich hätte gern"),
        *(
            "mal",
            "doch",
            "kurz",
            "jetzt",
            "ich brauche",
            "wir brauchen",
            "leider",
            "gib uns",
            "gib mir",
        ),
        *("ich möchte gern", "ich möchte gerne", "liebes team", "hallo zusammen", "zusammen"),
        *("sehr", "vielmals", "vielen"),
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
        "den",
        "einladung",
        "einladungen",
        "nochmal",
        "erneut",
        "an",
        "neuen",
        "ihren",
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
    negations=("nicht", "kein", "keine", "keinen", "nie", "niemals", "ohne", "außer", "nein"),
)
