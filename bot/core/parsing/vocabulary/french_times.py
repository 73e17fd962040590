"""French words for times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.time_words import Part, TimeWords

_HOURS = "une deux trois quatre cinq six sept huit neuf dix onze douze"
_NUMBERS = dict(zip(_HOURS.split(), range(1, 13), strict=True)) | {
    "un": 1,
    "d'une": 1,
    "d'un": 1,
    "quinze": 15,
    "vingt": 20,
    "trente": 30,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "quarante-cinq": 45,
    "vingt-cinq": 25,
}

TIMES = TimeWords(
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        *("janvier janv", "février fevrier févr", "mars", "avril avr", "mai", "juin", "juillet"),
        *("août aout", "septembre", "octobre", "novembre", "décembre decembre déc"),
    ),
    days={
        "hier": -1,
        **dict.fromkeys(("aujourd'hui", "aujourdhui"), 0),
        "demain": 1,
        **dict.fromkeys(("après-demain", "apres-demain", "après demain"), 2),
    },
    after_days={"jour": 1, "jours": 1, "semaine": 7, "semaines": 7},
    numbers=_NUMBERS,
    units={
        **dict.fromkeys(("minutes", "minute", "min", "mn"), 1),
        **dict.fromkeys(("heures", "heure"), 60),
        **dict.fromkeys(("jours", "jour"), 1440),
    },
    lengths={
        **dict.fromkeys(
            ("demi-heure", "une demi-heure", "d'une demi-heure", "une demie heure"), 30
        ),
        **dict.fromkeys(
            ("demi heure", "une demi heure", "d'une demi heure", "une demie-heure"), 30
        ),
        **dict.fromkeys(("quart d'heure", "un quart d'heure", "d'un quart d'heure"), 15),
        **dict.fromkeys(("trois quarts d'heure", "3/4 d'heure", "de trois quarts d'heure"), 45),
        **dict.fromkeys(("une heure et demie", "1 heure et demie", "1h et demie"), 90),
        **dict.fromkeys(("d'une heure et demie", "une heure et demi"), 90),
        **dict.fromkeys(("une heure et quart",), 75),
        **dict.fromkeys(("deux heures et demie", "2 heures et demie"), 150),
    },
    parts={
        Part.MORNING: ("matin", "le matin", "du matin", "ce matin", "dans la matinée"),
        Part.AFTERNOON: (
            *("après-midi", "l'après-midi", "de l'après-midi", "cet après-midi", "aprem"),
            *("cette après-midi", "dans l'après-midi", "apres-midi", "de l'aprem"),
        ),
        Part.EVENING: ("soir", "le soir", "du soir", "ce soir", "en soirée"),
        Part.NIGHT: ("cette nuit", "la nuit", "de la nuit"),
    },
    noon=("midi",),
    midnight=("minuit",),
    leads=("à", "le", "dès", "pour", "pour le", "à partir de", "du", "de", "ce", "pour ce"),
    at=("à", "jusqu'à", "jusqu'a", "dès"),
    until=("jusqu'à", "jusqu'a", "jusque", "jusqu'au"),
    from_to=(("de", "à"), ("de", "a"), ("de", "-"), ("de", "jusqu'à"), ("à partir de", "jusqu'à")),
    into=("dans", "d'ici"),
    lasting=("pendant", "pour", "durant", "de"),
    oclock=("heures", "heure", "h"),
    offsets=(
        *(("{hour} heures et demie", 30), ("{hour} heure et demie", 30), ("{hour}h et demie", 30)),
        *(("{hour} heures et quart", 15), ("{hour} heure et quart", 15), ("{hour}h et quart", 15)),
        *(("{hour} heures moins le quart", -15), ("{hour} heure moins le quart", -15)),
        *(("{hour}h moins le quart", -15), ("{hour} heures moins {minutes}", -1)),
        *(("{hour} h et demie", 30), ("{hour} h et quart", 15), ("{hour} h moins le quart", -15)),
    ),
    next_after=("prochain", "qui vient"),
    next_before=("ce",),
    vague=(
        *("plus tard", "bientôt", "tout à l'heure", "la semaine prochaine", "cette semaine"),
        *("le mois prochain", "ce mois-ci", "en fin de journée", "ce week-end", "ce weekend"),
        *("un de ces jours", "en début d'après-midi", "en fin de matinée"),
        *("après le déjeuner", "avant le déjeuner", "d'ici peu", "sous peu", "à midi et quelques"),
    ),
    roughly=(
        *(
            "avant",
            "après",
            "vers",
            "environ",
            "pas avant",
            "pas après",
            "pas à",
            "pas",
            "aux alentours de",
        ),
        *("au plus tôt à", "au plus tard à", "autour de", "après le", "avant le"),
    ),
    some=("quelques", "plusieurs"),
    vague_lengths=("un moment", "pendant un moment", "pour un moment"),
    between=(("entre", "et"),),
    now=("tout de suite", "maintenant", "immédiatement", "dès maintenant", "le plus vite possible"),
    every=("chaque", "tous les", "toutes les"),
    series=("quotidien", "quotidiennement", "hebdomadaire", "mensuel", "chaque semaine"),
)
