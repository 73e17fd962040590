"""Spanish words for commands."""

from __future__ import annotations

from bot.core.parsing.vocabulary.sentence_words import SentenceWords, each

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
            *(
                "llama a",
                "llama",
                "llamar a",
                "llamar",
                "reúnete con",
                "reunirme con",
                "hablar con",
            ),
            *("video con", "vídeo con", "conéctame con", "reúneme con"),
        ),
        "add": (
            *(
                "añade",
                "agrega",
                "invita",
                "añade a",
                "agrega a",
                "invita a",
                "añadir",
                "invitar a",
            ),
            *("añadir a", "agregar a", "agregar", "invitar", "añade también a", "invita también a"),
            *("incluye a", "suma a"),
        ),
        "resend": (
            *("reenvía", "reenvia", "reenviar", "vuelve a enviar", "nuevo enlace para"),
            *("reenvía enlace", "reenviar enlace", "reenvía enlace a", "enlace para"),
            *("envía de nuevo", "manda de nuevo", "mi enlace de anfitrión", "enlace de anfitrión"),
        ),
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
        *("gracias", "muchas gracias", "quiero", "quisiera", "me gustaría", "necesito", "hay que"),
        *(
            "danos",
            "dame",
            "nos faltan",
            "tengo que",
            "tenemos que",
            "necesitamos",
            "vamos a",
            "queremos",
            "debo",
        ),
    ),
    requests=(*("puedes", "podrías", "puede", "podría", "me puedes", "podéis", "me podrías"),),
    permissions=(
        *("puedo", "podemos", "podríamos", "se puede", "debería", "deberíamos", "debemos"),
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
    closing=("por", "favor", "porfa", "gracias", "muchas"),
    fillers=("nos", "a", "al", "para", "también", "ahora", "mismo", "ya", "urgente", "rápido"),
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
    negations=("no", "nunca", "jamás", "sin", "excepto", "salvo", "ningún", "ninguna"),
)
