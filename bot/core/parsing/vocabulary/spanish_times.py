"""Spanish words for times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.time_words import Part, TimeWords

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
        **dict.fromkeys(("mañana", "manana"), 1),
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
