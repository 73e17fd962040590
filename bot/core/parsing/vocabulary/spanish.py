"""Spanish words for commands and times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.language_words import (
    Part,
    SentenceWords,
    TimeWords,
    each,
    each_word,
)

_NOUNS = (
    "reunión reunion videollamada llamada cita consulta videoconferencia encuentro conferencia"
    " videoconsulta teleconsulta entrevista"
)
_STARTS = (
    "organiza|organizar|crea|crear|programa|programar|agenda|agendar|inicia|iniciar|empieza"
    "|empezar|haz|hacer|convoca|convocar|prepara|abre|abrir|planifica|planificar|reserva"
    "|necesito|quiero|concierta"
)

SENTENCES = SentenceWords(
    beginnings={
        "meet": (
            *_NOUNS.split(),
            *(f"{noun} {how}" for noun in _NOUNS.split() for how in ("virtual", "por video")),
            *each(_STARTS, _NOUNS),
            *("llama a", "llama", "llamar a", "llamar", "reúnete con", "reunirme con"),
            "hablar con",
            *("video con", "vídeo con", "conéctame con", "reúneme con"),
        ),
        "add": (
            *("añade", "agrega", "invita", "añade a", "agrega a", "invita a", "añadir"),
            "invitar a",
            *("añadir a", "agregar a", "agregar", "invitar", "añade también a", "invita también a"),
            *("incluye a", "suma a"),
        ),
        "resend": (
            *("reenvía", "reenvia", "reenviar", "vuelve a enviar", "nuevo enlace para"),
            *("reenvía enlace", "reenviar enlace", "reenvía enlace a", "enlace para"),
            *("envía de nuevo", "manda de nuevo", "mi enlace de anfitrión", "enlace de anfitrión"),
        ),
        "expert": ("experto", "experta", "pide experto"),
        "poster": (
            *("cartel", "póster", "cartel para", "póster para"),
            *("imprime cartel para", "haz cartel para", "imprime póster para", "crea cartel para"),
        ),
        "experts": ("expertos", "lista de expertos"),
        "who is on for": ("quién está de guardia en", "quién está de turno en"),
        "on duty": (
            *("de guardia", "estoy de guardia", "de turno", "estoy de turno"),
            *("de servicio", "estoy de servicio"),
        ),
        "off duty": (
            *("fuera de servicio", "no estoy de guardia", "fuera de turno"),
            "no estoy de servicio",
        ),
        "swap": ("cambio con", "cambio mi turno con", "cambia mi turno con"),
        "group": ("grupo",),
        "take": ("toma", "tomo"),
        "not me": ("yo no",),
        "give back": ("devuelve", "devuelvo", "devolver"),
        "keep waiting": ("sigue esperando", "seguir esperando", "espera más"),
        "next shift": ("próximo turno", "siguiente turno", "espera próximo turno"),
        "desk": ("cifras", "cifras de hoy"),
        "my link": (
            *("mi enlace", "perdí mi enlace", "he perdido mi enlace", "dónde está mi enlace"),
            *("envíame mi enlace", "mándame mi enlace", "no encuentro mi enlace"),
            *("mi enlace no funciona", "no puedo entrar", "no puedo conectarme", "perdí enlace"),
            *("reenvíame mi enlace",),
        ),
        "handover": (
            *("pasa reunión a", "transfiere a", "transfiere reunión a", "cede reunión a"),
            *("traspasa a", "traspasa reunión a", "entrega reunión a", "transferir a"),
        ),
        "cohost": (
            *("haz a … coanfitrión", "haz … coanfitrión", "coanfitrión", "nombra … coanfitrión"),
            *("añade a … como coanfitrión", "nombra a … coanfitrión", "añade … como coanfitrión"),
            *("coanfitriona", "haz a … coanfitriona"),
        ),
        "move": (
            *("mueve", "mover", "aplaza", "aplazar", "pospón", "pospon", "posponer", "retrasa"),
            *("retrasar", "reprograma", "reprogramar", "muévela", "muévelo", "pásala", "pásalo"),
            *("cambia hora", "cambiar hora"),
        ),
        "extend": (
            *("alarga", "alargar", "prolonga", "prolongar", "extiende", "extender", "amplía"),
            "ampliar",
        ),
        "cancel": (
            *("cancela", "cancelar", "anula", "anular", "cancele", "termina reunión"),
            *("elimina reunión", "borra reunión"),
        ),
        "tell host": ("dile al anfitrión", "avisa al anfitrión", "di al anfitrión"),
        "tell": ("dile", "diles", "di", "avisa", "avise", "informa", "comunica"),
        "let in": (
            "deja entrar",
            "deja entrar a",
            "deja pasar",
            "deja pasar a",
            "admite",
            "admite a",
        ),
        "reply": ("responde", "contesta"),
        "remove": ("quita", "quita a", "quite a", "elimina a", "retira a", "excluye a"),
        "rename": ("renombra", "renombrar", "cambia asunto", "renombra reunión"),
        "again": ("repite reunión", "repite", "repetir reunión"),
        "meetings": (
            *("mis reuniones", "mis citas", "lista reuniones", "qué reuniones tengo", "reuniones"),
            *("muestra mis reuniones", "muéstrame mis reuniones", "mi próxima reunión"),
            *("próxima reunión", "lista de reuniones"),
        ),
        "status": (
            *("estado", "quién viene", "quién está invitado", "quién participa", "quién asiste"),
            *("estado de", "quién recibió enlace", "quiénes vienen"),
        ),
        "devices": (
            *("salas", "dispositivos", "qué salas hay", "qué dispositivos hay", "lista salas"),
            *("lista de salas", "muestra salas", "qué salas", "qué dispositivos"),
        ),
        "defaults": (
            *("ajustes", "configuración", "preferencias", "idioma", "duración", "zona horaria"),
            *("mis ajustes", "valores predeterminados", "mi idioma"),
            *("valores por defecto", "mis valores por defecto", "mis preferencias"),
            *("mi configuración", "mis valores predeterminados", "muestra mis ajustes"),
            *("muéstrame mis ajustes", "cuáles son mis ajustes"),
        ),
        "plan": ("planificar", "formulario", "planifica", "muestra formulario"),
        "help": (
            *("ayuda", "ayúdame", "qué puedes hacer", "cómo funciona", "cómo funciona esto"),
            *("qué sabes hacer", "comandos"),
        ),
        "about": ("quién eres", "qué eres", "quién es usted"),
        "text for": ("texto para", "sms para", "mensaje para"),
        "join": ("unirme a", "unirse a", "únete a"),
    },
    planning=("programa", "programar", "agenda", "agendar", "planifica", "reserva", "concierta"),
    courtesies=(
        *("hola", "buenos días", "buenas tardes", "buenas noches", "buenas", "por favor", "porfa"),
        *("porfi", "xfa", "xfavor", "x favor"),
        *("gracias", "muchas gracias", "quiero", "quisiera", "me gustaría", "necesito", "hay que"),
        *("danos", "dame", "nos faltan", "tengo que", "tenemos que", "necesitamos", "vamos a"),
        *("queremos", "debo"),
    ),
    requests=(*("puedes", "podrías", "puede", "podría", "me puedes", "podéis", "me podrías"),),
    permissions=(
        *("puedo", "debo", "podemos", "podríamos", "se puede", "debería", "deberíamos", "debemos"),
    ),
    thanks=("gracias", "perfecto", "vale", "genial"),
    articles=(
        *("un", "una", "el", "la", "los", "las", "nueva", "nuevo", "rápida", "breve", "nuestra"),
        *("corta", "esta"),
    ),
    connectors=("con", "y", "e", "además"),
    ands=("y", "e"),
    about=("sobre", "asunto", "acerca", "tema", "respecto"),
    of=("de", "del", "es"),
    closing=("por", "favor", "porfa", "porfi", "xfa", "xfavor", "gracias", "muchas"),
    fillers=(
        *("nos", "a", "al", "para", "también", "ahora", "mismo", "ya", "urgente", "rápido"),
        *("tmb", "tmbn"),
    ),
    here=("aquí", "acá"),
    me=("mí", "me"),
    everybody=("todos", "todas"),
    links=("enlace", "enlaces", "el", "los", "invitación", "nuevo", "su", "sus", "a"),
    introduces=("de", "del", "al", "para", "llamada", "sobre"),
    meeting=("reunión", "reunion", "reuniones", "cita", "llamada", "videollamada", "consulta"),
    which=("eso", "esto", "esta", "ésta", "última"),
    empty=(
        *("no", "sí", "es", "son", "y", "o", "pero", "si", "a", "al", "de", "del", "en", "para"),
        *("por", "con", "un", "una", "el", "la", "los", "las", "él", "ella", "nosotros", "yo"),
        *("tú", "quién", "qué", "cuándo", "dónde", "cómo", "aquí", "todavía", "todos", "próxima"),
        *("primera", "segunda", "mi", "mis", "nuestra", "nuestras", "última"),
    ),
    later=("más tarde", "mas tarde", "después", "despues"),
    earlier=("antes", "más temprano", "mas temprano"),
    more=("más", "otros", "otra"),
    to=("a", "al"),
    total=("en total",),
    negations=("no", "nunca", "jamás", "sin", "excepto", "salvo", "ningún", "ninguna"),
    clauses=each_word(
        "posible mil gracias perdón perdona perdone pero si cuando excepto salvo porque yo tú"
        " él ella ellos ellas está será puede debe no nada nunca nadie ningún ninguna"
    ),
    limits=(
        "máximo",
        "max",
        "duración",
        "aproximadamente",
    ),
    occasions=(
        *("cumpleaños", "vacaciones", "navidad", "nochebuena", "semana", "ocho", "quince"),
        "finde",
    ),
    on_occasions=("después", "antes", "durante", "tras"),
    manners=each_word("privado discretamente confidencial urgente rápido"),
    rather=("mejor",),
    exceptions=("excepto", "salvo", "menos", "sin", "no"),
    instead=("en vez de", "en lugar de"),
    replacing=("reemplaza", "reemplazar", "sustituye", "sustituir", "cambia", "cambiar"),
)


_HOURS = "una dos tres cuatro cinco seis siete ocho nueve diez once doce"
_NUMBERS = dict(zip(_HOURS.split(), range(1, 13), strict=True)) | {
    "un": 1,
    "uno": 1,
    "otra": 1,
    "otros": 1,
    "quince": 15,
    "veinte": 20,
    "treinta": 30,
    "cuarenta": 40,
    "cincuenta": 50,
    "sesenta": 60,
    "noventa": 90,
    "veinticinco": 25,
}

TIMES = TimeWords(
    weekdays=(
        *("lunes", "martes", "miércoles miercoles", "jueves", "viernes", "sábado sabado"),
        "domingo",
    ),
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto"),
        *("septiembre setiembre", "octubre", "noviembre", "diciembre"),
    ),
    days={
        "ayer": -1,
        "hoy": 0,
        **dict.fromkeys(("mañana", "manana", "mñn", "mñna", "mnn"), 1),
        **dict.fromkeys(("pasado mañana", "pasado manana"), 2),
    },
    after_days={"día": 1, "días": 1, "dia": 1, "dias": 1, "semana": 7, "semanas": 7},
    numbers=_NUMBERS,
    units={
        **dict.fromkeys(("minutos", "minuto"), 1),
        **dict.fromkeys(("horas", "hora"), 60),
        **dict.fromkeys(("días", "día", "dias", "dia"), 1440),
    },
    lengths={
        **dict.fromkeys(("hora y cuarto", "1 hora y cuarto"), 75),
        **dict.fromkeys(("media hora", "una media hora", "otra media hora", "1/2 hora"), 30),
        **dict.fromkeys(("cuarto de hora", "un cuarto de hora"), 15),
        **dict.fromkeys(("tres cuartos de hora", "3/4 de hora"), 45),
        **dict.fromkeys(("una hora y media", "hora y media", "1 hora y media"), 90),
        **dict.fromkeys(("una hora y cuarto", "hora y cuarto"), 75),
        **dict.fromkeys(("dos horas y media", "2 horas y media"), 150),
        **dict.fromkeys(("un par de horas",), 120),
    },
    parts={
        Part.MORNING: (
            *("por la mañana", "de la mañana", "esta mañana", "en la mañana", "de la madrugada"),
            *("por la manana", "de la manana"),
        ),
        Part.MIDDAY: ("del mediodía", "del mediodia"),
        Part.AFTERNOON: ("por la tarde", "de la tarde", "esta tarde", "en la tarde"),
        Part.NIGHT: ("por la noche", "de la noche", "esta noche", "en la noche"),
    },
    noon=("mediodía", "mediodia"),
    midnight=("medianoche",),
    leads=(
        *("a las", "a la", "las", "la", "el", "al", "a", "para el", "para las", "para", "desde"),
        *("desde las", "de", "del"),
    ),
    at=("a las", "a la", "las", "hasta las", "hasta la", "desde las", "para las"),
    until=("hasta", "hasta las", "hasta la", "hasta el"),
    from_to=(
        *(("de", "a"), ("de las", "a las"), ("de", "a las"), ("desde las", "hasta las")),
        *(("desde la", "hasta las"), ("de la", "a las"), ("desde", "hasta"), ("de", "-")),
    ),
    into=("en", "dentro de"),
    lasting=("durante", "por", "de"),
    oclock=("horas", "h", "hrs"),
    exactly=("en punto", "exactas"),
    near_noon={"mediodía y media": 750, "mediodía y cuarto": 735, "medianoche y media": 30},
    offsets=(
        *(("{hour} y media", 30), ("{hour} y cuarto", 15), ("{hour} menos cuarto", -15)),
        *(("{hour} y {minutes}", 1), ("{hour} menos {minutes}", -1)),
    ),
    next_before=("próximo", "proximo", "este", "el próximo", "el proximo", "el"),
    next_after=("que viene", "próximo", "proximo"),
    of_month=("de",),
    vague=(
        *("más tarde", "mas tarde", "luego", "pronto", "la próxima semana", "la semana que viene"),
        *("esta semana", "el próximo mes", "el mes que viene", "este mes", "al final del día"),
        *("este fin de semana", "el fin de semana", "un día de estos", "después de comer"),
        *("después del almuerzo", "antes de comer", "cuanto antes", "en breve", "a última hora"),
        *("a primera hora", "en un rato", "dentro de un rato"),
    ),
    roughly=(
        *("antes de", "después de", "hacia", "sobre", "a eso de", "alrededor de", "no antes de"),
        *("no después de", "no a", "no", "antes de las", "después de las", "sobre las"),
        *("hacia las", "a eso de las", "no antes de las", "no a las", "a partir de las"),
    ),
    some=("unos", "unas", "pocos", "pocas", "algunos", "algunas", "varios", "varias"),
    between=(("entre", "y"), ("entre las", "y las"), ("entre la", "y las")),
    now=("ahora", "ahora mismo", "ya mismo", "de inmediato", "enseguida", "inmediatamente"),
    every=("cada", "todos los", "todas las", "los"),
    vague_lengths=("un rato", "por un rato"),
    series=("diariamente", "semanalmente", "mensualmente", "diario", "semanal", "mensual"),
)
