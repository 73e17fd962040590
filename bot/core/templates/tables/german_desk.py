"""German: clear sentences about guests at the door, and to groups of experts."""

from bot.core.templates.tables.german_clear import NAMES

EXAMPLES = (
    NAMES
    + """
@ihn = ihn|sie|ihr|patient|patientin|patienten|kunde|kundin|kunden|gast|besucher|besucherin
@alle = alle|alle wartenden|alle die warten|alle gäste|wartenden|gäste|jeden|leute
@rein = rein|herein|hinein|eintreten|reinkommen|hereinkommen|durch|zu mir
@wer = jemand|jemanden|wen|experten|expertin|experte|spezialisten|spezialist|arzt|ärztin|kollegen|kollegin|fachmann

= meet here
<call> (mit|für) (allen|alle|uns alle|uns allen|allen hier) in diesem (raum|space|chat|bereich)
(starte|mach|mache|öffne|starten wir|machen wir) <call> (mit|für) (allen|alle|uns alle|uns allen) in diesem (raum|space|chat|bereich)

= let in
(lass|lasse|lassen|hol|hole|schick|schicke|bring|bringe) [sie] (<who>|<ihn>) <rein> [jetzt]
(<who>|<ihn>) (kann|darf|soll|könnte) [jetzt] (<rein>|rein kommen|reingelassen werden) [kommen] [jetzt]
(<who>|<ihn>) [jetzt] (reinlassen|hereinlassen|einlassen|hineinlassen|reinholen|hereinholen|reinschicken|zulassen)
(du kannst|sie können|kannst du|könntest du) (<who>|<ihn>) [jetzt] (reinlassen|hereinlassen|einlassen|hineinlassen|reinholen|reinschicken)

= let in all
(lass|lasse|lassen|hol|hole) [sie] <alle> <rein> [jetzt]
<alle> (können|dürfen|sollen) [jetzt] (<rein>|reinkommen|hereinkommen) [kommen]
<alle> [bitte] [jetzt] (<rein>|reinlassen|hereinlassen|einlassen|hineinlassen|reinholen)
(du kannst|sie können) <alle> [jetzt] (reinlassen|hereinlassen|einlassen)

= reply coming
(antworte|antworten sie|antwort) [an] (<who>|<ihn>|ihm) [dass] [ich] (komme|komme gleich|bin gleich da|gleich da bin|gleich komme|bin unterwegs|unterwegs bin|komme sofort)

= reply not today
(antworte|antworten sie|antwort) [an] (<who>|<ihn>|ihm) [dass] (heute nicht|es heute nicht geht|heute geht es nicht|ich heute nicht kann)

= expert {group}
(hol|hole|ruf|rufe|frag|frage|brauche|brauchen|suche|suchen|such|kontaktiere|alarmiere|verständige|hätte gern|möchte|bräuchte|will) [ich|wir|mir|uns] [<wer> (aus|von|in)] {group} [dazu|ans telefon|in die leitung|an|her|ran|jetzt|sofort|dran] [für <who>]
(ich|wir) (brauche|brauchen|bräuchte|bräuchten|suche|suchen|möchte|möchten|hätten gern) [<wer> (aus|von|in)] {group} [für <who>]
(verbinde|verbinden sie) (mich|uns|<who>) mit [<wer> (aus|von|in)] {group}
<who> (braucht|möchte|will|bräuchte) [<wer> (aus|von|in)] {group} [sprechen]
{group} [bitte] (für|mit) <who>
{group} (dazuholen|anrufen|fragen|holen|hinzuziehen|kontaktieren) [für <who>]
(experte|experten|expertin|spezialist|spezialisten|facharzt|konsil) [für|aus|von|in] {group} [für <who>]
{group} (experte|experten|expertin|konsil) [für <who>]

= who is on for {group}
wer (hat|ist) [heute|gerade|jetzt] (dienst|in bereitschaft|bereitschaft|im dienst|da|zuständig|erreichbar) (in|bei|für) {group} [heute|gerade|jetzt]
wer (hat|ist) [heute|gerade|jetzt] (in|bei|für) {group} [heute|gerade|jetzt] (dienst|in bereitschaft|bereitschaft|im dienst|da|zuständig|erreichbar)
"""
)
