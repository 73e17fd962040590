"""German: clear sentences about a meeting that is on: its hosts, its time and its end."""

from bot.core.templates.tables.german_clear import NAMES

EXAMPLES = (
    NAMES
    + """
= handover
(gib|gebe) [<es>] an <who> (ab|weiter)
<who> (springt ein|springt für mich ein|macht [<es>] weiter|macht es|macht das|führt <es> weiter)
<who> soll (einspringen|das machen|das leiten|es leiten)
(gib|gebe|übergib|überlass) <who> <es>
<who> (übernimmt|soll übernehmen|macht weiter|leitet weiter|vertritt mich|übernimmt für mich|wird übernehmen|macht das für mich|macht für mich weiter|übernimmt <es>|übernimmt ab hier|übernimmt ab jetzt)
<who> (ist|wird) [jetzt|neuer|der neue] (host|gastgeber|gastgeberin) (statt mir|an meiner stelle|für mich)
<who> soll [<es>] (weiterführen|leiten|weitermachen|übernehmen|hosten|moderieren)
(übergib|übertrage|überlass|gib|übergebe|überlasse|übertrag) <es> [an] <who> [ab]
[<es>] an <who> (übergeben|abgeben|übertragen)
(übergib|übergebe|übertrage) an <who>
lass <who> [<es>] (übernehmen|weitermachen|leiten|weiterführen)
<who> (übernimmt|übernimmt für mich|übernimmt jetzt) als (host|gastgeber|gastgeberin)

= ~ handover
(meine|) schicht (ist zu ende|endet|ist vorbei|ist um|ist aus) [gleich|jetzt]
(feierabend|habe feierabend|mache feierabend)
(ich|bin|ich bin) (raus|weg|krank|im op|unterwegs|verhindert)
(ich|) muss [jetzt] (weg|los|gehen)

= cohost
(zweiter|zweiten|weiterer) (host|gastgeber) (ist|soll|wird|bitte) <who> [sein]
(füg|füge|nimm) <who> als (co host|cohost|zweiten host|mitgastgeber|zweiten gastgeber) [hinzu|dazu|auf]
(gib|gebe) <who> auch (hostrechte|host rechte|gastgeberrechte)
(gib|gebe) <who> (co host rechte|cohost rechte|mitgastgeberrechte)
<who> (als|zum) (co host|cohost|zweiter host|zweiten host|mitgastgeber|weiteren host|zweiten gastgeber) (eintragen|aufnehmen|dazunehmen|festlegen|einsetzen|bestimmen)
(brauche|bräuchte|will|möchte) [ich|wir] (co host|cohost|zweiten host|mitgastgeber) <who>
(zweiter|zweiten) (host|gastgeber) <who>
<who> (braucht|bekommt|kriegt) auch (hostrechte|host rechte|hostlink|host link)
(mach|mache|ernenne) <who> [auch] (zum|als|zu) (co host|cohost|zweiten host|mitgastgeber|weiteren host|zweiten gastgeber|co gastgeber)
<who> (soll|muss|sollte) (auch|ebenfalls) (host|gastgeber|co host|cohost) (sein|werden)
<who> (als|zum) (co host|cohost|zweiter host|zweiten host|mitgastgeber|weiteren host|zweiten gastgeber) [hinzufügen|dazu|machen|ernennen|einladen]
(brauche|möchte|will|hätte gern) <who> als (co host|cohost|zweiten host|mitgastgeber)

= remove
(ausladen|rausnehmen|rauswerfen)
<who> [wieder|doch wieder] (ausladen|entfernen|rausnehmen|rauswerfen|rausschmeißen|streichen|raus|von liste nehmen|von liste streichen)
(nimm|wirf|lade|lad|schmeiß|streich|streiche) <who> [wieder] (raus|aus|aus <es>|von liste|runter|von liste runter|aus <es> raus)
entferne <who> [wieder] [aus <es>|von liste]

= cancel
(absagen|beenden|stornieren)
(brauche|brauchen) [ich|wir] <es> nicht mehr
(beende|schließ|schließe) <es> [jetzt]
(sag|sage|sagen) <es> ab
(streich|streiche|storniere|stornier|lösche|lösch|beende|cancel|cancele|canceln) <es>
<es> (absagen|stornieren|löschen|beenden|abbrechen|streichen|canceln|abblasen)
(sag|sage) <es> mit <who> ab
(storniere|streiche|streich|lösche|cancel) <es> mit <who>
<es> mit <who> (absagen|stornieren|löschen|streichen|canceln)

= ~ cancel
(<sie>|<who>|) nicht (erschienen|gekommen|aufgetaucht|da)
[bitte] (absagen|beenden|stornieren)
(<sie>|<who>) (braucht <es> nicht mehr|ist wieder gesund|ist im krankenhaus)
(<es>|<sie>) (fällt aus|entfällt|findet nicht statt|hat sich erledigt)
(<sie>|<who>) (erscheint nicht|ist verhindert|schafft es nicht|musste absagen|ist nicht aufgetaucht)
<sie> (ist nicht gekommen|kommt nicht|ist nicht erschienen|hat abgesagt|ist krank|kann nicht|kommt nicht mehr)
<who> (ist nicht gekommen|kommt nicht|ist nicht erschienen|hat abgesagt|ist krank|kann nicht|kommt nicht mehr)
(wir sind|bin) (fertig|durch)

= move
<who> (möchte|will|muss|würde gern|bittet darum) [<es>] [lieber] [auf] {time} (verschieben|verlegen)
(lieber|besser|doch lieber|doch erst|doch) [auf|erst] {time}
<es> (lieber|besser|doch lieber|doch erst|doch) [auf|erst] {time}
(können wir|könnten wir|lass uns|wollen wir) [<es>|es] [lieber|doch|besser] [auf] {time} [verschieben|verlegen|machen|schieben]
(machen|verschieben|verlegen) wir <es> [lieber|doch|besser] [auf] {time}
{length} (später|früher) [anfangen|beginnen|starten|bitte]
<es> {length} (später|früher) [anfangen|beginnen|starten]
(fang|fangen) [wir] <es> {length} (später|früher) an
<es> (auf|nach) {time} [bitte]
(zieh|ziehe|hol|hole) <es> [um] {length} vor
<es> [um] {length} (vorziehen|nach hinten schieben|nach vorne ziehen)
<es> {length} (später|nach hinten)
<es> [auf|zu|nach] {time} schieben
(verschieb|verschiebe|verleg|verlege|schieb|leg) <es> (auf|zu|nach|) {time}
(verschieb|verschiebe|schieb) <es> [um] {length} [nach hinten|später]
<es> [lieber] [auf] {time} (verschieben|verlegen|legen)
(mach|nimm|leg) (es|{meeting}) [lieber|besser] {time}
<es> um {length} verschieben

= again
(das gleiche|dasselbe|gleiche|wieder) (morgen|) {time}
{meeting} (nochmal|noch mal|noch einmal|wieder) {time}
(dasselbe|das gleiche) wie {meeting} {time}
(nochmal|wieder) mit (denselben|den gleichen|den selben) {time}
(nochmal|noch einmal|wieder) [das gleiche|dasselbe|gleiche|mit denselben|mit den gleichen|dieselben] [leuten|gästen|leute|gäste] {time}
(das gleiche|dasselbe|gleiche leute|selbe leute|dieselben|gleiche gäste|gleiches treffen|gleiche runde|selbe runde|gleiche) [nochmal|noch mal|noch einmal|wieder] {time}
(wiederhole|wiederholen) (es|das|<es>) {time}

= extend
(wir|ich) (überziehen|überziehe) {length}
(können wir|könnten wir|lass uns) [noch|another] {length} (länger|mehr|dranhängen|weitermachen|überziehen|verlängern) [machen|haben]
(überziehen|überziehe) [wir|ich] [um] {length}
(noch|another) {length} [bitte]
(geht|ginge) (noch|another) {length} [mehr|länger]
(brauche|brauchen|bräuchte|bräuchten) [ich|wir] {length} (mehr|länger|extra|zusätzlich)
<link> (soll|muss) {length} länger (gelten|gehen|funktionieren)
(mach|mache) {length} länger
(noch|another) {length} [länger|mehr|dranhängen|dazu|drauf]
{length} (länger|mehr|dranhängen|dazu|drauf|verlängern|zusätzlich|extra)
(häng|hänge|leg|lege|pack|gib) [uns|mir] [noch|another] {length} (dran|drauf|dazu|mehr)
(brauche|brauchen|benötigen|haben|machen) [ich|wir] (noch|another) {length} [mehr|länger|extra]
(verlängere|verlängern|verlänger) [<es>] [um] {length}
(mach|mache) <es> {length} länger
[noch|another] {length} (weitermachen|weiterreden|überziehen)
weitere {length}
(brauche|brauchen|) [ich|wir] (mehr zeit|noch etwas zeit|noch zeit|etwas mehr zeit|noch ein bisschen zeit|länger|noch länger|noch mehr zeit|ein bisschen mehr zeit)

= ~ extend
(wir|ich) (überziehen|überziehe|brauchen länger|schaffen es nicht)
<sie> hat noch fragen
(wir sind|bin|sind) [noch] nicht fertig
(es|das) (dauert|dauert noch) [etwas|länger]

= defaults for {length}
ab [immer] {length}
(treffen|termine|meetings|sitzungen) (sollen|dauern) ab [immer] {length} [dauern|lang sein|lang]
(treffen|termine|meetings|sitzungen) (sollen|dauern) [ab {time}|ab jetzt|künftig|in zukunft|immer] {length} [dauern|lang sein|lang]
ab {time} [immer] {length}
(standard|standardmäßig|immer|standarddauer|voreinstellung) [ist|auf] {length}
(treffen|termine|meetings) sollen (immer|normalerweise|standardmäßig) {length} [dauern]
(setze|stell|stelle|ändere) (standard|standarddauer) auf {length}

= defaults in {place}
(ich bin|wir sind|ich sitze|zeitzone|zeitzone ist|ich arbeite) in {place}

= defaults language {language}
(sprich|schreib|antworte|rede|schreibe) [mit] [mir|mit mir|uns] [immer|immer nur|ab jetzt] [auf] {language} [mit mir]
[auf] {language} (umstellen|antworten|ab jetzt|stellen)
(stell|stelle) [sprache] auf {language} [um]
(sprache|standardsprache) {language}

= join {number}
[ich|wir] (muss|will|möchte|müssen|wollen) (in|ins|zu|zum) [meeting|webex] {number} [rein|beitreten]
(muss|will|möchte) [ich|wir] (in|ins|zu|zum) [meeting|webex] {number} [rein|beitreten]
(bring|hol) (mich|uns) (in|ins) [meeting|webex] {number}
[dem|am|in|zu] [meeting|webex|nummer] {number} (beitreten|teilnehmen|einwählen|betreten)
(tritt|nimm) [dem|am] [meeting|webex] {number} (bei|teil)
(wähl|wähle) (mich|uns) (in|bei) [meeting|webex] {number} ein

= host {number}
(starte|eröffne|leite) [webex|meeting] {number} als (host|gastgeber)
(muss|will|möchte) [ich] {number} (hosten|leiten|starten)
(starte|eröffne|hoste|leite) [webex|meeting|nummer] {number}
[webex|meeting] {number} (starten|hosten|leiten|eröffnen)

= ~ any meet
(sie|er|patient|patientin|kunde|kundin|gast) (spricht|spricht nur|versteht nur|kann nur)
(sie|er|patient|patientin) spricht kein deutsch
<call>
(ihre|seine|deren|) (mail|email|adresse|mailadresse|nummer|handynummer|handy|telefonnummer|telefon) (ist|lautet|) <who>
(erreichbar|zu erreichen) (unter|über|per) <who>
(<sie>|<who>) hat (keine|kein) (mail|email|webex|handy|computer)
(<sie>|<who>) hat [noch] (fragen|eine frage|schmerzen|beschwerden|fieber|ausschlag)
(brauche|brauch|brauchen) [ich|wir] <link> [dafür|dazu]

= ~ first meet
[ich|wir] (hab|habe|haben) [gleich|jetzt|nachher] <who>
(hab|habe|haben) [ich|wir] [gleich|jetzt|nachher] <who>
<who> (kommt|ist) [gleich|jetzt|als nächstes] [dran|]

= ~ remove
<who> (kommt nicht|kommt nicht mehr|ist nicht mehr dabei|fällt aus|kann nicht|gehört nicht dazu|sollte nicht dabei sein)
(war|ist) [ein] (versehen|fehler|falsche person|die falsche)

= ~ move
(mir|uns) ist (was|etwas) dazwischengekommen
(bin|ich bin|wir sind) (spät dran|verspätet|im stau|noch im op|noch nicht so weit)
(<sie>|<who>) (verspätet sich|ist spät dran|kommt später|steht im stau)
(schaffe|schaffen) [ich|wir] (es|das) nicht
"""
)
