"""French words for commands and times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.language_words import (
    Part,
    SentenceWords,
    TimeWords,
    each,
    each_word,
)

_NOUNS = (
    "réunion reunion visio visioconférence visioconf rendez-vous rdv appel rencontre consultation"
    " téléconsultation entretien conférence vidéoconférence"
)
_STARTS = (
    "organise|organiser|organisez|crée|créer|créez|planifie|planifier|lance|lancer|démarre"
    "|démarrer|programme|programmer|fais|faire|commence|commencer|ouvre|ouvrir|prépare|préparer"
    "|fixe|fixer|prévois|prévoir|prends|j'ai besoin d'une|j'ai besoin d'un|besoin d'une"
)

SENTENCES = SentenceWords(
    beginnings={
        "meet": (
            *_NOUNS.split(),
            *(f"{noun} vidéo" for noun in _NOUNS.split()),
            *each(_STARTS, _NOUNS),
            *("appelle", "appeler", "appelez", "rencontrer", "parler à", "parler avec"),
            "vidéo avec",
            *("discuter avec", "connecte-moi avec", "mets-moi en contact avec"),
        ),
        "add": (
            *("ajoute", "ajouter", "ajoutez", "invite", "inviter", "invitez", "rajoute"),
            "rajouter",
            *("ajoute aussi", "invite aussi", "invite également"),
        ),
        "resend": (
            *("renvoie", "renvoyer", "renvoyez", "renvoi", "nouveau lien pour", "lien pour"),
            *("renvoie lien", "renvoie-moi lien", "renvoyer lien", "envoie de nouveau"),
            *("envoie à nouveau", "mon lien hôte", "mon lien d'hôte", "lien hôte"),
        ),
        "expert": ("expert", "demande expert"),
        "poster": (
            *("affiche", "affiche pour", "imprime affiche pour", "crée affiche pour"),
            *("imprime affiche", "crée affiche", "fais affiche pour", "fais affiche"),
        ),
        "experts": ("liste des experts", "quels experts"),
        "who is on for": (
            *("qui est de service pour", "qui est d'astreinte pour", "qui est de garde pour"),
            *("qui est de service en", "qui est d'astreinte en", "qui est de garde en"),
        ),
        "on duty": (
            *("de service", "je suis de service", "en service"),
            *("je prends mon service", "je prends ma garde"),
        ),
        "off duty": ("hors service", "plus de service", "je ne suis plus de service"),
        "swap": ("échange avec", "échange mon service avec", "j'échange avec"),
        "group": ("groupe",),
        "take": ("prends", "je prends", "prendre", "prenez"),
        "not me": ("pas moi",),
        "give back": ("rends", "je rends", "rendre"),
        "keep waiting": ("continue d'attendre", "attends encore", "continuer d'attendre"),
        "next shift": ("prochaine équipe", "équipe suivante", "attends prochaine équipe"),
        "desk": ("chiffres", "chiffres du jour"),
        "my link": (
            *("mon lien", "j'ai perdu mon lien", "où est mon lien", "renvoie-moi mon lien"),
            *("envoie-moi mon lien", "je ne trouve pas mon lien", "je ne trouve plus mon lien"),
            *("mon lien ne marche pas", "mon lien ne fonctionne pas", "lien ne marche pas"),
            *("je n'arrive pas à entrer", "je n'arrive pas à me connecter", "j'ai perdu lien"),
        ),
        "handover": (
            *("transfère à", "transférer à", "transfère réunion à", "passe réunion à"),
            *("passe main à", "confie à", "confie réunion à", "cède réunion à", "transfère"),
        ),
        "cohost": (
            *("nomme … co-hôte", "ajoute … comme co-hôte", "co-hôte", "cohôte", "co-animateur"),
            *("fais de … co-hôte", "désigne … co-hôte", "mets … co-hôte"),
        ),
        "move": (
            *("déplace", "deplace", "déplacer", "déplacez", "décale", "decale", "décaler"),
            *("décalez", "reporte", "reporter", "reportez", "repousse", "repousser", "repoussez"),
            *("décale-la", "décale-le", "déplace-la", "déplace-le", "reporte-la", "reporte-le"),
            *("repousse-la", "repousse-le"),
        ),
        "extend": ("prolonge", "prolonger", "prolongez", "rallonge", "rallonger", "étends"),
        "cancel": (
            *("annule", "annuler", "annulez", "on annule", "supprime réunion", "arrête réunion"),
            *("termine réunion", "supprime rendez-vous"),
        ),
        "tell host": ("dis à l'hôte", "dites à l'hôte", "préviens l'hôte", "écris à l'hôte"),
        "tell": ("dis", "dis à", "dites à", "préviens", "prévenez", "informe", "informez"),
        "let in": ("laisse entrer", "laissez entrer", "fais entrer", "faites entrer", "admets"),
        "reply": ("réponds", "répondez", "répondre"),
        "remove": ("retire", "retirez", "désinvite", "désinvitez", "enlève", "exclus"),
        "rename": ("renomme", "renommer", "renommez", "renomme réunion"),
        "again": ("refais réunion", "répète réunion", "refais"),
        "meetings": (
            *("mes réunions", "mes rendez-vous", "liste réunions", "mes rdv", "mes visios"),
            *("quelles sont mes réunions", "prochaine réunion", "ma prochaine réunion"),
            *("montre mes réunions", "montre-moi mes réunions", "liste de mes réunions"),
            "réunions",
        ),
        "status": (
            *("statut", "état", "qui vient", "qui participe", "qui est invité", "qui a reçu lien"),
            *("qui sera là", "statut de", "état de", "qui a lien"),
        ),
        "devices": (
            *("salles", "appareils", "quelles salles", "quels appareils", "liste salles"),
            *("liste des salles", "quelles sont salles", "quelles salles y a-t-il"),
            "montre salles",
        ),
        "defaults": (
            *("paramètres", "réglages", "préférences", "langue", "durée", "fuseau horaire"),
            *("mes paramètres", "mes réglages", "valeurs par défaut", "par défaut"),
            *("mes valeurs par défaut", "mes préférences", "affiche mes réglages"),
            *("affiche mes paramètres", "montre mes réglages", "quels sont mes réglages"),
        ),
        "plan": ("planifier", "formulaire", "planifie", "montre formulaire"),
        "help": (
            *("aide", "aide-moi", "que peux-tu faire", "comment ça marche", "à l'aide"),
            "au secours",
            *("que sais-tu faire", "comment faire"),
        ),
        "about": ("qui es-tu", "qui êtes-vous", "tu es qui"),
        "text for": ("texte pour", "sms pour", "message pour"),
        "join": ("rejoindre", "rejoins"),
    },
    planning=("planifie", "planifier", "programme", "programmer", "fixe", "prévois", "prends"),
    courtesies=(
        *("bonjour", "bonsoir", "salut", "coucou", "s'il te plaît", "s'il vous plaît", "svp"),
        *("stp", "bjr", "bsr", "slt"),
        *("merci", "merci de", "merci beaucoup", "je veux", "je voudrais", "j'aimerais"),
        *("veuillez", "merci bcp"),
        *("il faut", "je dois", "j'ai besoin", "nous devons", "on doit", "j'ai besoin de"),
        "nous voulons",
        *("il nous faut", "on a besoin de", "on a besoin d'une", "donne-nous", "donne-moi"),
        *("il me faut", "peux-tu me", "alors", "j'ai besoin d'", "je souhaite"),
    ),
    requests=(
        *("peux-tu", "tu peux", "pourrais-tu", "pouvez-vous", "vous pouvez", "pourriez-vous"),
        *("est-ce que tu peux", "est-ce que vous pouvez", "tu pourrais"),
    ),
    permissions=(
        *("puis-je", "je peux", "est-ce que je peux", "peut-on", "on peut", "pouvons-nous"),
        *("est-ce qu'on peut", "dois-je", "devons-nous", "faut-il"),
    ),
    thanks=("merci", "parfait", "super", "d'accord"),
    articles=(
        *("un", "une", "le", "la", "les", "nouvelle", "nouveau", "petite", "petit", "rapide", "ma"),
        *("notre", "cette", "d'une", "d'un"),
    ),
    connectors=("avec", "et", "ainsi"),
    ands=("et",),
    about=("propos", "sujet", "concernant", "objet", "relatif"),
    of=("de", "du", "des", "est"),
    closing=("svp", "stp", "merci", "bcp", "s'il", "te", "vous", "plaît", "plait", "beaucoup"),
    fillers=(
        *("moi", "nous", "à", "au", "pour", "aussi", "également", "maintenant", "vite", "ici-même"),
        *("entre", "urgent", "rapidement"),
    ),
    here=("ici",),
    me=("moi", "me"),
    everybody=("tous", "toutes"),
    links=("lien", "liens", "le", "les", "invitation", "nouveau", "leur", "leurs", "son", "à"),
    introduces=("de", "du", "à", "au", "pour", "nommée", "intitulée", "concernant"),
    meeting=("réunion", "réunions", "visio", "rendez-vous", "rdv", "appel", "rencontre"),
    which=("ça", "cela", "celle-ci", "celui-ci", "cette", "dernière"),
    empty=(
        *("non", "pas", "oui", "est", "sont", "et", "ou", "mais", "si", "à", "au", "aux", "de"),
        *("du", "des", "en", "dans", "pour", "avec", "un", "une", "le", "la", "les", "il", "elle"),
        *("on", "nous", "vous", "je", "tu", "qui", "que", "quoi", "quand", "où", "comment", "ici"),
        *("encore", "déjà", "tous", "prochaine", "première", "ma", "mon", "mes", "notre", "nos"),
    ),
    later=("plus tard",),
    earlier=("plus tôt", "plus tot"),
    more=("plus", "encore", "supplémentaires"),
    to=("à",),
    total=("au total", "en tout"),
    negations=("pas", "ne", "n'annule", "non", "jamais", "sans", "sauf", "aucun", "aucune"),
    clauses=each_word(
        "possible merci désolé désolée pardon mais si quand lorsque dès sauf parce qu'il"
        " qu'elle je tu il elle ils elles lui est sont sera peut doit ne n'est pas rien jamais"
        " personne aucun"
    ),
    limits=(
        "max",
        "maximum",
        "durée",
        "environ",
    ),
    occasions=(
        *("anniversaire", "vacances", "noël", "pâques", "week-end", "weekend", "semaine"),
        *("huit", "quinze", "aprem", "aprèm", "réveillon"),
    ),
    on_occasions=("après", "avant", "pendant"),
    manners=each_word("discrètement confidentiel confidentiellement urgent vite"),
    rather=("plutôt",),
    exceptions=("sauf", "sans", "hormis", "excepté", "pas", "hors"),
    instead=("au lieu de", "au lieu d", "à la place de", "plutôt que"),
    replacing=("remplace", "remplacez", "remplacer", "échange", "échangez"),
)


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
        **dict.fromkeys(("aujourd'hui", "aujourdhui", "ajd", "auj"), 0),
        **dict.fromkeys(("demain", "dmain", "2main"), 1),
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
    exactly=("pile", "précises", "précise", "tapantes", "pétantes"),
    near_noon={
        **dict.fromkeys(("midi et demi", "midi et demie", "midi trente"), 750),
        **dict.fromkeys(("midi et quart", "midi quinze"), 735),
        "midi moins le quart": 705,
        "minuit et demi": 30,
    },
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
        *("avant", "après", "vers", "environ", "pas avant", "pas après", "pas à", "pas"),
        "aux alentours de",
        *("au plus tôt à", "au plus tard à", "autour de", "après le", "avant le"),
    ),
    some=("quelques", "plusieurs"),
    vague_lengths=("un moment", "pendant un moment", "pour un moment"),
    between=(("entre", "et"),),
    now=(
        "tout de suite",
        "tt de suite",
        "maintenant",
        "immédiatement",
        "dès maintenant",
        "le plus vite possible",
    ),
    every=("chaque", "tous les", "toutes les"),
    series=("quotidien", "quotidiennement", "hebdomadaire", "mensuel", "chaque semaine"),
)
