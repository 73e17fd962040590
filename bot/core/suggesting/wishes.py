"""Recognizes what others wish, and what can wait: `tom@x.com needs a call`, `call me when you can`.

Nobody asked for it here and now, so that a command in it is offered instead of done.
"""

from __future__ import annotations

import re

from bot.core.domain.commands import Again, Cancel, Command, Extend, Meet, Move, Remove

_SOMEBODY = (
    r"(?:(?:the |our |my |der |die |das |le |la |el |un |une |una |a |an )?"
    r"(?:patient(?:in|e)?|client(?:e|a)?|customer|guest|kund(?:e|in)|paciente|gast|invité|mr|mrs|ms"
    r"|dr|herr|frau|mme|señora?|sr|sra)\.? )?(?:\{person\}|he|she|they|er|sie|il|elle|él|ella)"
)
_WISH = (
    r"(?:(?:now|also|just|still|really|has|have|had|hat|gerade|auch|a|ha|también|aussi) )*"
    r"(?:want|need|wish|ask|request|prefer|like|hope|book)(?:s|es|ed)?\b"
    r"|would (?:like|love|prefer)|'?d (?:like|love|prefer)|(?:has|have|has got|is asking|is due)\b"
    r"|(?:is|was) (?:asking|hoping|looking|waiting) for"
    r"|(?:braucht|bräuchte|möchte|will|wollte|wünscht|bittet|bat|benötigt|hätte|hat|fragt|würde)\b"
    r"|(?:a (?:besoin|demandé|un|une|rdv|rendez)|avait|aurait|voudrait|veut|voulait|souhaite"
    r"|souhaiterait|demande|aimerait)\b"
    r"|(?:necesita|quiere|quería|pide|pidió|solicita|solicitó|quisiera|desea|tiene|tenía|prefiere"
    r"|ha pedido|ha solicitado)\b"
)
_REPORTS = re.compile(rf"\W*{_SOMEBODY},? ?(?:{_WISH}).*", re.IGNORECASE | re.DOTALL)
_WAITS = re.compile(
    r".*\b(?:whenever|when (?:you|u|ur|you're|he|she|they|we|i|it|there|possible|convenient|free"
    r"|ready|\{person\})|as soon as (?:he|she|they|we|i|\{person\})|once (?:he|she|they|you|we)"
    r"|if (?:he|she|they|we|i|\{person\})|(?:wenn|falls|sobald|sofern) (?!möglich|es geht|das geht)"
    r"|quand|dès que (?!possible)|lorsque|si (?:il|elle|je|on|\{person\})"
    r"|s['’](?:il|elle) (?!te|vous)|cuando|en cuanto|si (?:él|ella|puede|está|\{person\})"
    r"|bei gelegenheit|at your convenience)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_OF_OTHERS = (Meet, Move, Again, Extend, Cancel, Remove)
"""What is done to others, whatever they wished for."""


def is_only_wished(command: Command, sentence: str) -> bool:
    """Return whether a command was read in what others wish, or in what can wait.

    Args:
        command: what a sentence says by a template.
        sentence: the sentence with ``{person}`` and other placeholders instead of names.
    """
    if isinstance(command, _OF_OTHERS) and _REPORTS.fullmatch(sentence):
        return True
    return isinstance(command, Meet) and not command.opens and bool(_WAITS.fullmatch(sentence))
