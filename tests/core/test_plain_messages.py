"""A message is passed on at once only if all of it is plainly for those who are told."""

from __future__ import annotations

from itertools import product

from bot.core.composing.plain_messages import plain_part
from tests.rows import for_each

MESSAGES = [
    *("I'm running 5 late", "we start at 5", "the results are in", "I need the deposit first"),
    *("ich komme später", "wir fangen um 5 an", "das Angebot ist fertig"),
    *("j'arrive en retard", "le devis est prêt", "on commence à 17h"),
    *("llego tarde", "el presupuesto está listo", "empezamos a las 5"),
]
"""What may be told, in four languages."""

ORDERS = [
    *(", but don't mention the surgery", " but don't tell bob", " and don't show the price"),
    *(". Don't tell anybody else", " without mentioning the price", ", never say why"),
    *(", aber sag nicht warum", " und erwähne den Preis nicht", ", bitte nichts verraten"),
    *(", mais ne parle pas du prix", " sans dire pourquoi", " et ne montre pas le devis"),
    *(" pero no digas por qué", ", y no menciones el precio", " sin decir por qué"),
]
REMARKS = [
    *(", she always pays late", " (she will be annoyed)", ", he knows", " when she is back"),
    *(" unless she left", " if she calls", " - and bill her"),
    *(", poor thing is waiting", ", die arme wartet schon", ", le pauvre attend"),
    *(" [urgent]", ", sie zahlt immer spät", " aber sag ihm nicht warum", ", er weiß es"),
    *(", elle paie toujours tard", ", mais ne lui dis pas pourquoi", ", il est au courant"),
    *(", ella siempre paga tarde", " pero no le digas nada"),
]
REQUESTS = [
    *(" and move it to 4pm", " and cancel the meeting", ", then extend by 10 minutes"),
    *(" und verschieb auf 16 Uhr", " und storniere den Termin", ", lade bob@y.com ein"),
    *(" et décale à 16h", " et annule le rdv", ", puis ajoute bob@y.com"),
    *(" y cambia la cita al viernes", " y cancela la cita", " y añade a bob@y.com"),
]
ASIDES = [
    *(", carl do you agree", ". anna can you check", ", max kannst du das prüfen"),
    *(", luc peux-tu vérifier", ", ana puedes mirarlo", ", except alice", " außer bob"),
    *(". Actually don't", " - no, wait", ", doch nicht", ", non attends", ", mejor no"),
    *(" and carl too", " / cancel", " und sag carl er soll anrufen", " et dis à carl de venir"),
    *(
        " y dile a carl que venga",
        ". And cancel the 2pm",
        ", und carl auch",
        " but only if paul can",
    ),
    *(", sauf alice", " excepto alice", ", but only alice"),
    *(", sorry I mean paul", " - not paul", ". Or better wait", " hmm no", " and also paul"),
    *(
        " - don't send yet",
        ", nein Paul",
        ", ach nee Paul",
        " oder lieber doch nicht",
        ", enfin non",
    ),
    *(", pardon Claire", ", ne l'envoie pas encore", ", perdón, a Juan", ", creo", ", bob said"),
    *(", der wird sich ärgern", ", es muy pesado", " cuando llegue", " or cancel", " I mean paul"),
    *(", the other one is fine", " oops"),
]


@for_each(("message", "beside"), product(MESSAGES, [*ORDERS, *REMARKS, *REQUESTS, *ASIDES]))
def test_what_is_for_whoever_tells_it_is_cut_off(message: str, beside: str):
    assert plain_part(message + beside, of_one=True) == message


@for_each(("message", "beside"), product(MESSAGES, [*ORDERS, *REQUESTS, *ASIDES]))
def test_it_is_cut_off_whoever_is_told(message: str, beside: str):
    assert plain_part(message + beside, of_one=False) == message


@for_each(
    ("message", "beside"),
    product(
        MESSAGES,
        [
            *(
                "",
                " but I'll be there",
                ", please bring the plan",
                ". See you soon",
                " and I'm sorry",
            ),
            *(", aber ich bin gleich da", ", bitte bring den Plan mit", " und es tut mir leid"),
            *(", mais j'arrive", ", apporte le plan", " et je suis désolé"),
            *(
                " pero ya voy",
                ", trae el plano por favor",
                " y lo siento",
                ", see you at 5",
                " when you are ready",
                ", no worries",
                ", kein Stress",
                " or 10 min later",
                ", please tell me if not",
            ),
        ],
    ),
)
def test_a_plain_message_is_whole(message: str, beside: str):
    assert plain_part(message + beside, of_one=True) == message + beside


@for_each(
    "said",
    [
        "I'm late <@x|Bob>",
        "she always pays late",
        "don't mention the price",
        "er weiß es",
        "(urgent)",
    ],
)
def test_what_begins_in_doubt_has_no_plain_part(said: str):
    assert plain_part(said, of_one=True) == ""
