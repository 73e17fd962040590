"""Requests to a group of experts that is named, in four languages: they are suggested."""

EXAMPLES = """
= expert {group}
(is there|is|any|do we have|have you got) (a|an|any|anyone from|someone from|somebody from|an expert from) {group} [team] (free|available|around|there|on call) [now|right now|for {person}|for a second opinion]
(can|could) (someone|somebody|anyone|anybody|a colleague) (from|in|of) {group} [please] (talk to|see|look at|help|take|join|call) {person}
(i|we) need (a|an|the) {group} [for {person}] [now|urgently|please]
(get|call|page|find) (a|an|the|me a) {group} [for {person}] [now|quickly|please]
(ask|tell|get|have) {group} [to] (call|ring|phone|see|meet|help|talk to|speak to|video call) {person}
(frag|frage|bitte|bitten sie) {group} {person} anzurufen
(demande|demandez) à {group} d (appeler|voir) {person}
(pide|pida) a {group} que (llame|vea) a {person}
{group} [please|urgently|now|asap]
{group} for {person}
{person} needs (a|an|the|to see a) {group}
(kann|könnte) (jemand|einer|eine kollegin) (aus der|von der|aus|von) {group} [mit {person} sprechen|{person} ansehen|helfen]
(ist|hat) (jemand|ein experte) (aus der|von der|in der|für) {group} (frei|da|zeit|erreichbar)
(ich brauche|wir brauchen) (einen|eine|jemanden aus der) {group} [für {person}]
{group} bitte
(est ce que|y a t il) (quelqu un|un expert) (de|en) {group} [est] (libre|disponible) [pour {person}]
(quelqu un|un médecin) (de|en) {group} (peut|pourrait) (parler à|voir|aider) {person}
(il me faut|j ai besoin d) un {group} [pour {person}]
(hay|está) (alguien|un experto) (de|en) {group} (libre|disponible) [para {person}]
(puede|podría) alguien de {group} (hablar con|ver a|ayudar a) {person}
necesito (un|una) {group} [para {person}]

= who is on for {group}
who is (on|on call|on duty|covering|there) (for|in|at|from) {group} [today|tonight|now|tomorrow]
who (covers|is covering|has) {group} [today|tonight|now|tomorrow]
is (anyone|anybody|someone) from {group} on (call|duty) [today|tonight|now]
wer (hat|ist) [heute|jetzt] (dienst|bereitschaft|da|zuständig) (in der|für|in) {group}
qui est (de garde|disponible|d astreinte) (en|de|à la) {group}
quién está (de guardia|de turno|disponible) (en|de) {group}

= take
(take again|retake|take back)
i (have|ve) got (this|that) one
i (will|ll|can) (do|handle|answer|take) (this one|that one|it|the request|this)
(i am|i m) on it
[okay] i (will|ll) take (this|that) [one|call|request]
[this one is] mine
i got (it|this|that|this one|that one|the call|the request)
(got it|i got the {group} one|i take the {group} one)
"""
