"""What hosts say to guests who have come to the door, in four languages: whole sentences."""

EXAMPLES = """
@five = 5|five|fünf|cinq|cinco
@fifteen = 15|fifteen|fünfzehn|quinze|quince
@few = 2|3|4|a few|a couple|a couple of|two|three|four|zwei|drei|vier|ein paar|deux|trois|quatre|quelques|dos|tres|cuatro|unos
@minutes = min|mins|minute|minutes|minuten|minutos|m
@here = there|here|with you|with her|with him|with them|back|in|on
@she = she|he|they|{person}|the patient|the guest|the next one|the next patient
@her = her|him|them|{person}|the patient|the guest|the next one|the next patient
@sie = sie|ihn|{person}|die patientin|den patienten|den gast|den nächsten|die nächste
@elle = elle|il|{person}|la patiente|le patient|l invité|le suivant|la suivante
@el = {person}|el paciente|la paciente|el invitado|el siguiente|la siguiente

= coming
[ok|yes|yep|okay] (coming|coming now|almost there|nearly there|right there|on my way|on my way now)
[ok|yes|okay] (i|we) (am|m|are|re) (coming|on my way|on our way|almost there|nearly there|about to join|joining|joining now|starting now|just coming) [now]
[ok|yes|okay] (i am|i m|i|we) [will|ll] be (right|straight) <here>
[ok|yes|okay] be (right|straight) <here>
[ok] (i will|i ll|will|be) (be there|join|come|there|be with you|be in) (right away|in a moment|in a minute|in a second|in a sec|shortly|soon|now|immediately|any minute)
[just] (one|a|1) (moment|minute|second|sec|min|mo)
[ja|ok|okay] [ich] (komme|komm|komme gleich|komme sofort|komme schon|komme jetzt|bin gleich da|bin sofort da|bin unterwegs|bin auf dem weg|bin gleich bei ihnen|bin gleich bei dir|bin gleich so weit|bin gleich soweit|bin fast da)
(gleich|sofort|bin unterwegs|unterwegs|auf dem weg|bin auf dem weg|schon unterwegs|komme ja schon)
[nur] [noch] [einen|ein|kurzen|einen kurzen|kleinen|einen kleinen] (moment|augenblick|momentchen)
[nur] [noch] (eine|1) (minute|sekunde)
[oui|ok] (j arrive|j arrive tout de suite|je viens|je viens tout de suite|j y suis presque|je suis en route|en route|je suis en chemin|je suis presque là|je suis là tout de suite|j arrive dans un instant|on arrive|nous arrivons|je me connecte)
[juste] (un instant|un moment|une minute|une seconde|un petit instant|un petit moment|tout de suite|un instant j arrive)
[sí|si|ok|vale] (ya voy|voy|ahora voy|voy ahora|voy enseguida|enseguida voy|estoy en camino|en camino|voy de camino|de camino|ya llego|enseguida llego|ahora mismo voy|voy para allá|ya casi estoy|enseguida estoy|enseguida|ahora mismo|ya estoy llegando)
[solo] (un momento|un minuto|un segundo|un momentito|un segundito|momentito)

= wait
(hang on|hold on|wait|just wait|bear with me|wait a moment|wait a minute|hold on a moment|hang on a second|hang on a minute|hold on a second|just hold on)
(warte|warten sie|bitte warten|warte kurz|warten sie kurz|warte mal|warten sie bitte)
(attendez|attends|patientez|attendez un instant|patientez un instant|attends un peu)
(espera|espere|espere un momento|espera un momento|un poco de paciencia)

= soon
(not yet|in a bit|in a while|give me a bit|a bit later)
(noch nicht|gleich noch nicht|pas encore|pas tout de suite|todavía no|aún no)
[just] in <few> [<minutes>]
[just] (<few>|<five>) [more] <minutes>
(give me|i need|need|another|wait) <few> [<minutes>]
[ok|ja] [ich] (bin|komme|komm) in <few> [<minutes>] [da|bei ihnen|bei dir|so weit|soweit]
[noch] (<few>|<five>) <minutes>
(in|dans|en) <few> <minutes>
[ok|yes] [i will|i ll|i m|i am|we will|we ll|will] be (there|with you|with her|with him|with them|in|on|ready) in <few> [<minutes>]
(i am|i m|coming|i m coming|i am coming|joining|i ll join|i will join|i ll come) in <few> [<minutes>]
(tell|ask) <her> to (wait|hold on|hang on|be patient) [another] [<few>|<five>] [<minutes>]
<she> (has|have|needs|need) to wait [another] [<few>|<five>] [<minutes>] [more]
(let|make|have) <her> wait [another] [<few>|<five>] [<minutes>] [more]
<she> (can|should|may) wait [another] [<few>|<five>] [<minutes>] [more]
<she> (can|may|should) not (come|go|join|enter) [in|inside] yet
not yet {person}
(sag|sagen sie) (ihr|ihm|ihnen|{person}) (sie soll|er soll|sie sollen) [noch] [<few>|<five>] [<minutes>] warten
<sie> (muss|soll|kann|müssen) [noch] [<few>|<five>] [<minutes>] warten
<sie> (kann|darf|soll) noch not (rein|reinkommen|herein|hereinkommen|eintreten)
(dis|dites) (lui|leur) de (patienter|attendre) [encore] [<few>|<five>] [<minutes>]
<elle> (doit|peut) (attendre|patienter) [encore] [<few>|<five>] [<minutes>]
<elle> ne (peut|doit) not encore (entrer|venir)
(dile|dígale|diles) que espere [<few>|<five>] [<minutes>]
(ella|él|<el>) (tiene que|debe|puede) esperar [<few>|<five>] [<minutes>]
(ella|él|<el>) (todavía|aún) no puede (entrar|pasar)

= in 5
[ok|yes] [just] in <five> [<minutes>]
[ok|yes] [i will|i ll|i m|i am|we will|we ll|will] be (there|with you|with her|with him|with them|in|on|ready) in <five> [<minutes>]
[ok|yes] (i am|i m|coming|i m coming|i am coming|joining|i ll join|i will join|i ll come) in <five> [<minutes>]
[just] (give me|i need|need|another|wait) <five> [<minutes>]
[ok|ja] [ich] (bin|komme|komm) in <five> [<minutes>] [da|bei ihnen|bei dir|so weit|soweit]
[ok|ja] in <five> [<minutes>] [da|bin ich da|komme ich]
(ich brauche|brauche|gib mir|geben sie mir) [noch] <five> [<minutes>]
[ok|oui] (j arrive|je viens|je suis là|je serai là|j y suis|je commence) dans <five> [<minutes>]
[ok|oui] dans <five> [<minutes>]
(donnez moi|donne moi|il me faut|j ai besoin de) [encore] <five> [<minutes>]
[ok|sí] (llego|voy|estoy|estoy ahí|estaré ahí|estaré|empiezo) en <five> [<minutes>]
[ok|sí] en <five> [<minutes>]
(dame|deme|denme|necesito) <five> [<minutes>] [más]

= in 15
[ok|yes] [just] in <fifteen> [<minutes>]
[ok|yes] [i will|i ll|i m|i am|we will|we ll|will] be (there|with you|with her|with him|with them|in|on|ready) in <fifteen> [<minutes>]
[ok|yes] (i am|i m|coming|i m coming|i am coming|joining|i ll join|i will join|i ll come) in <fifteen> [<minutes>]
[just] (give me|i need|need|another|wait) <fifteen> [<minutes>]
[ok|ja] [ich] (bin|komme|komm) in <fifteen> [<minutes>] [da|bei ihnen|bei dir|so weit|soweit]
[ok|ja] in <fifteen> [<minutes>] [da|bin ich da|komme ich]
(ich brauche|brauche|gib mir|geben sie mir) [noch] <fifteen> [<minutes>]
[ok|oui] (j arrive|je viens|je suis là|je serai là|j y suis|je commence) dans <fifteen> [<minutes>]
[ok|oui] dans <fifteen> [<minutes>]
[ok|sí] (llego|voy|estoy|estoy ahí|estaré ahí|estaré|empiezo) en <fifteen> [<minutes>]
[ok|sí] en <fifteen> [<minutes>]

= not today
[sorry] not today [sorry]
[sorry] [i] can not [make it|come] today
[leider] heute (leider nicht|nicht|nicht mehr|geht es nicht|schaffe ich es nicht|kann ich nicht)
[désolé|désolée] pas aujourd hui
[lo siento] hoy no [puedo]

= let in
[ok|yes|please] (let|admit|send|show|bring|have|get) [only|just] <her> [come] (in|through|inside) [now]
(only|just) (let|admit) <her> (in|through) [now]
[ok|yes|please] (admit|send in|let in|show in|bring in) [only|just] <her> [now]
[ok|yes] [now] <she> (can|may|should|could) (come|go|join|enter|come on) [in|inside|through] [now]
[ok|yes] i (am|m) ready for <her> [now]
[now|ok] <her> (next|now) [please]
[nun|ok] <sie> (als nächste|als nächster|als nächstes) [bitte]
[ja|ok] (lass|lassen sie|lasst|bitte|hol|holen sie|schick|schicken sie) <sie> [jetzt|bitte|ruhig] (rein|herein|hinein|reinkommen|eintreten)
[ja|ok] [jetzt] (<sie>|er) (kann|darf|können|dürfen|soll) [jetzt] (rein|reinkommen|herein|hereinkommen|eintreten|kommen)
[oui|ok] (fais|faites|laisse|laissez) (la|le|les|{person}) (entrer|passer) [maintenant]
[oui|ok] (fais|faites|laisse|laissez) (entrer|passer) (<elle>) [maintenant]
[oui|ok] (<elle>|ils|elles) (peut|peuvent) (entrer|venir|passer|nous rejoindre) [maintenant]
[sí|ok] (déjala|déjalo|déjalos|hazla|hazlo|hazlos|déjela|déjelo|hágala|hágalo) (entrar|pasar) [ya|ahora]
[sí|ok] (deja|haz|deje|haga|que) (entrar|pasar) a <el> [ya|ahora]
[sí|ok] que (pase|entre|pasen|entren) [{person}] [ya|ahora]
[sí|ok] (ella|él|<el>|ellos) (puede|pueden) (entrar|pasar) [ya|ahora]
"""
