"""French words for commands."""

from __future__ import annotations

from bot.core.parsing.vocabulary.sentence_words import SentenceWords, each

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
            *(
                "appelle",
                "appeler",
                "appelez",
                "rencontrer",
                "parler à",
                "parler avec",
                "vidéo avec",
            ),
            *("discuter avec", "connecte-moi avec", "mets-moi en contact avec"),
        ),
        "add": (
            *(
                "ajoute",
                "ajouter",
                "ajoutez",
                "invite",
                "inviter",
                "invitez",
                "rajoute",
                "rajouter",
            ),
            *("ajoute aussi", "invite aussi", "invite également"),
        ),
        "resend": (
            *("renvoie", "renvoyer", "renvoyez", "renvoi", "nouveau lien pour", "lien pour"),
            *("renvoie lien", "renvoie-moi lien", "renvoyer lien", "envoie de nouveau"),
            *("envoie à nouveau", "mon lien hôte", "mon lien d'hôte", "lien hôte"),
        ),
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
        "tell": ("dis", "dis à", "dites à", "préviens", "prévenez", "informe", "informez"),
        "let in": ("laisse entrer", "laissez entrer", "fais entrer", "faites entrer", "admets"),
        "reply": ("réponds", "répondez", "répondre"),
        "remove": ("retire", "retirez", "désinvite", "désinvitez", "enlève", "exclus"),
        "rename": ("renomme", "renommer", "renommez", "renomme réunion"),
        "again": ("refais réunion", "répète réunion", "refais"),
        "meetings": (
            *("mes réunions", "mes rendez-vous", "liste réunions", "mes rdv", "mes visios"),
            *("quelles sont mes réunions", "prochaine réunion", "ma prochaine réunion"),
            *(
                "montre mes réunions",
                "montre-moi mes réunions",
                "liste de mes réunions",
                "réunions",
            ),
        ),
        "status": (
            *("statut", "état", "qui vient", "qui participe", "qui est invité", "qui a reçu lien"),
            *("qui sera là", "statut de", "état de", "qui a lien"),
        ),
        "devices": (
            *("salles", "appareils", "quelles salles", "quels appareils", "liste salles"),
            *(
                "liste des salles",
                "quelles sont salles",
                "quelles salles y a-t-il",
                "montre salles",
            ),
        ),
        "defaults": (
            *("paramètres", "réglages", "préférences", "langue", "durée", "fuseau horaire"),
            *("mes paramètres", "mes réglages", "valeurs par défaut", "par défaut"),
        ),
        "plan": ("planifier", "formulaire", "planifie", "montre formulaire"),
        "help": (
            *(
                "aide",
                "aide-moi",
                "que peux-tu faire",
                "comment ça marche",
                "à l'aide",
                "au secours",
            ),
            *("que sais-tu faire", "comment faire"),
        ),
        "about": ("qui es-tu", "qui êtes-vous", "tu es qui"),
        "text for": ("texte pour", "sms pour", "message pour"),
        "join": ("rejoindre", "rejoins"),
    },
    planning=("planifie", "planifier", "programme", "programmer", "fixe", "prévois", "prends"),
    courtesies=(
        *(
            "bonjour",
            "bonsoir",
            "salut",
            "coucou",
            "s'il te plaît",
            "s'il vous plaît",
            "svp",
            "stp",
        ),
        *(
            "merci",
            "merci de",
            "merci beaucoup",
            "je veux",
            "je voudrais",
            "j'aimerais",
            "veuillez",
        ),
        *(
            "il faut",
            "je dois",
            "j'ai besoin",
            "nous devons",
            "on doit",
            "j'ai besoin de",
            "nous voulons",
        ),
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
    closing=("svp", "stp", "merci", "s'il", "te", "vous", "plaît", "plait", "beaucoup"),
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
    negations=("pas", "ne", "n'annule", "non", "jamais", "sans", "sauf", "aucun", "aucune"),
)
