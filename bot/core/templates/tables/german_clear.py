"""German: sentences that say a command in so many words, so it is done at once."""

NAMES = """
@who = {person}|[meine|meinen|meiner|unser|unseren|unsere|neue|neuer|neuen] (patient|patientin|patienten|kunde|kundin|kunden|kollege|kollegin|kollegen|frau|herr|herrn|dr|gast) [unter] {person}
@who = [ihren|seinen|ihre|seine|ihr|sein|meinen|meine] (mann|frau|ehemann|ehefrau|sohn|tochter|mutter|vater|bruder|schwester|partner|partnerin|dolmetscher|dolmetscherin|tante|onkel|pfleger|pflegerin|betreuer|betreuerin|arzt|ärztin|anwalt|anwältin|therapeut|therapeutin) {person}
@zweck = zur (kontrolle|nachsorge|beratung|aufklärung|besprechung|untersuchung|befundbesprechung|sprechstunde|visite)|zum (erstgespräch|gespräch|nachgespräch|kontrolltermin)|für <call>|wegen kontrolle
@call = [nen|mein|meinen|unser|unseren|unsere|meine] (termin|treffen|meeting|besprechung|anruf|videoanruf|videocall|gespräch|sitzung|videokonferenz|call|video call)
@call = videosprechstunde|sprechstunde|videotermin|konferenz|telko|visite|videogespräch|videobesuch|video|telefonat
@call = videotelefonat|videomeeting|webex|zoom|online termin|online meeting|beratung|konsultation|videoberatung|vc
@call = erstgespräch|nachsorge termin|kontrolltermin|raum|nachgespräch|videovisite|meeting raum
@link = link|links|zugang|zugangslink|einladung|videolink|meetinglink|meeting link|einladungslink|video link|link zum (treffen|termin|meeting)
@sent = <link>|mail|e mail|email|sms|nachricht
@its = meinen|mein|meine|unser|unseren|seinen|ihren|seine|ihre|diesen|deren
@again = nochmal|noch mal|noch einmal|nochmals|erneut|wieder|neu
@es = es|das|[mein|meinen|unser|unseren|meine|unsere|dieses|diesen|diese] (treffen|termin|meeting|besprechung|sprechstunde|call|anruf|videosprechstunde|gespräch|videotermin|visite)|{meeting}
@es = dieses treffen|diesen termin|dieses meeting|diese besprechung|konferenz|sitzung
@dead = geht nicht|funktioniert nicht|ist kaputt|ist abgelaufen|ist ungültig|klappt nicht|geht nicht mehr|funktioniert nicht mehr|tut nicht|geht nicht auf|öffnet nicht|läuft nicht|ist tot
@make = machen|starten|anlegen|planen|vereinbaren|ansetzen|einrichten|buchen|organisieren|eröffnen|aufsetzen|erstellen|ausmachen|haben|führen|einplanen|eintragen|einstellen
@mach = mach|mache|machen wir|starte|start|plane|plan|vereinbare|leg|lege|buche|buch|öffne|erstelle|eröffne|setz|setze|richte|organisiere|gib|brauche|hätte gern|trag|starten wir
@send = schick|schicke|sende|send|maile|mail|gib|simse|schicken|senden|geben
@sie = sie|er|patient|patientin|kunde|kundin|gast
"""
"""Groups of words that the templates name, also those of `german_clear_later`."""

EXAMPLES = (
    NAMES
    + """
= idle
(bitte|der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|mal|doch|kurz|gerade|eben|schnell)
(danke|hallo|gern|gerne|kurzes|kurzen|kurze|dringend|einfach|dauer|liebe|grüße|lg|vg|online|neues|halt)

= ending
(bei gelegenheit|wenn du kannst|wenn sie können|wenn es geht|schon mal danke|danke vorab)
(danke|vielen dank|dankeschön|danke dir|danke schön|besten dank|danke im voraus|merci|gruß|viele grüße|liebe grüße|lg|vg|mfg)
(bitte|wenn möglich|wenn das geht|für mich|für uns|jetzt|sofort|okay|ok|geht das|ginge das)

= courtesy
(guten morgen|guten tag|guten abend|moin|servus|grüß gott|liebes team)
<sie> (wartet|ist da|ist hier|sitzt) [schon|bereits]
(entschuldigung|sorry|eine frage|ich nochmal|es eilt|eilt|dringend|wäre super|wäre nett)

= meet
(<call> mit|ruf|triff|sprich mit|videoanruf mit) <who> und <who> [an]
(legen|vereinbaren|planen|buchen|organisieren|machen|richten|starten|setzen|tragen|erstellen) sie [mir|uns] <call> mit <who> [an|ein|auf]
(lege|leg|trag|trage|richte|setz|setze) <call> mit <who> (an|ein|auf)
(ruf|rufe|rufen sie) <who> aus an
<mach> [mir|uns] ne <call> mit <who> [an|ein|auf]
(stell|stelle) [ne] verbindung (zu|mit) <who> her
(hab|habe|haben) [ich|wir] [gleich|jetzt] <call> mit <who>
{length} mit <who>
(buch|buche|plan|plane|gib|brauche) [mir|uns|ich|wir] {length} mit <who>
(können wir|könnten wir|lass uns|wollen wir) mit <who> (<make>|<call> machen|sprechen|reden)
(würde|möchte|will|wollen|möchten|würden) [ich|wir] mit <who> (sprechen|reden|telefonieren)
(würde|möchte|will|wollen|möchten|würden) [ich|wir] <who> (sprechen|sehen|treffen|anrufen)
(hol|hole|krieg) (mir|uns) <who> (an|auf|ins|in) (leitung|bildschirm|video|<call>)
(schalte|schalt) (mich|uns) [per video] (mit|zu) <who> [zusammen]
<call> mit <who>
<call> <who>
<call> mit <who> <zweck> [<make>]
<who> <call> <zweck>
<who> (sehen|treffen|anrufen|sprechen) <zweck>
(triff|treffe) <who> <zweck>
<who> <call>
<call> mit <who> <make>
<mach> [mir|uns] <call> mit <who> [an|ein|auf]
mit <who> [<call>] (sprechen|reden|telefonieren|videotelefonieren|treffen|<make>|quatschen|videochatten)
mit <who> <call> <make>
<who> (sehen|treffen|anrufen|sprechen|kontaktieren|erreichen|per video anrufen|per video sprechen|per video sehen)
(triff|treffe|ruf|rufe|kontaktiere|kontaktier|sprich|sprich mit) <who> [an]
(verbinde|verbind) (mich|uns) [bitte] [per video] mit <who>
(mich|uns|) mit <who> verbinden
<who> (braucht|möchte|will|hätte gern|benötigt|wünscht|wünscht sich) <call> [mit mir|mit uns]
<who> (möchte|will|muss) (mich|uns) (sprechen|sehen)
<who> (möchte|will|muss) mit (mir|uns) (sprechen|reden)
(brauche|brauchen|benötige|möchte|will) [ich|wir] <call> mit <who>

= first meet
(brauch|bräuchte) [ich|mir|uns|wir] [nen] <link>
<who> (zu|zum|zur|in|ins|für) <call> einladen
(lade|lad|bitte) <who> (zu|zum|zur|in|ins|für) <call> ein
(link|videolink|meetinglink|video link) [<make>]
(brauche|brauchen|benötige|mach|mache|gib|erstelle|schick|starte|öffne|möchte|hätte|generiere|erzeuge|bräuchte) [ich|mir|uns|wir] [neuen|neues|sofort] (<link>|<call>) [zum (teilen|weiterleiten|verschicken|weitergeben|verschicken)]
[neuen|neuer] (<link>|<call>) [zum (teilen|weiterleiten|verschicken|weitergeben)]
(brauche|brauchen|benötige|mach|mache|gib|erstelle|schick|starte|öffne|möchte|hätte|bräuchte|) [ich|mir|uns|wir] (<link>|<call>) für (patienten|patientin|patient|kunden|kundin|gast|jemanden|besucher|angehörige|klienten|klientin)
(starte|beginne|öffne|eröffne) <call> [hier]
<call> (starten|beginnen|öffnen|eröffnen)

= timed meet
<who> spricht [nur]
(trag|trage|plan|plane|buch|buche|schreib) <who> [ein|auf]
<who>
mit <who>
<who> <zweck>
<who> einladen
(lade|lad) <who> ein
(neuer|neue|neuen) <who>
<who> (einbestellen|eintragen|einplanen|zuschalten|dazuschalten)
(kontrolle|nachsorge|aufklärung|befundbesprechung|erstgespräch|beratung) mit <who>

= link
(brauche|bräuchte|brauch|hätte gern|benötige) [ich|wir] [<its>] <link> (für|an) <who>
(schick|schicke|sende|send) [<its>] <link> per (sms|mail|email) an <who>
(sms|nachricht) mit [<its>] <link> an <who>
(sms|nachricht) an <who> mit [<its>] <link>
(schick|schicke|sende|send) <who> (sms|nachricht) mit [<its>] <link>
<send> <who> [<its>] <link> [per (sms|mail|email)]
<send> [<its>] <link> (an|für) <who> [per (sms|mail|email)]
[<its>] <link> (an|für) <who> [schicken|senden|verschicken|mailen]
<who> [<its>] <link> (schicken|senden|geben|mailen|zukommen lassen)
<who> (braucht|benötigt) [<its>] <link>

= guests
{guests} für (familie|team|gruppe|treffen)
<call> (mit|als) qr code [für (wartezimmer|empfang|tür|anmeldung|tresen|patienten|besucher|gäste|aushang)]
{guests} bitte
{guests} [für (besucher|patienten|gäste|kunden|angehörige|laufkundschaft|wartezimmer|empfang)]
(brauche|brauchen|gib|mach|erstelle|hätte gern|schick) [ich|mir|uns] {guests} [für (besucher|patienten|gäste|kunden|angehörige|laufkundschaft)]
<call> (mit|für) {guests} [<make>]
(starte|mach|öffne) <call> (mit|für) {guests}
(brauche|gib|mach|erstelle|drucke|zeig|) [ich|mir|uns] (qr code|qr code code) [zum scannen] [für (wartezimmer|empfang|tür|anmeldung|tresen|patienten|besucher|gäste|aushang)]

= add
(auch|noch) (mann|frau|sohn|tochter|mutter|vater|bruder|schwester|partner|partnerin|dolmetscher|dolmetscherin) (einladen|dazuholen|hinzufügen|dazu) {person}
<who> (ist|sei) (auch|ebenfalls|auch noch) dabei
<who> (muss|soll|will|möchte) (auch|noch|auch noch) (rein|dabei sein|dazu|mit)
(weitere|another|noch another) {guests}
(noch|another|weitere) {guests} (für|zu|zum) {meeting}
{guests} (mehr|dazu|zusätzlich) (für|zu|zum) {meeting}
<who> [auch|noch] (zu|zum|zur) <es> (einladen|dazu|hinzufügen|dazuholen)
(lade|lad|füge|nimm|hol) <who> [auch|noch] (zu|zum|zur) <es> (ein|hinzu|dazu)
(mann|frau|sohn|tochter|mutter|vater|bruder|schwester|partner|partnerin|dolmetscher|dolmetscherin) (soll|muss|möchte|will|sollte) [auch|noch|auch noch|mit] (rein|dazu|dabei sein|teilnehmen|mitmachen|dazukommen|kommen) {person}
<who> (auch|noch|zusätzlich|ebenfalls|auch noch|noch mit|mit) (einladen|dazu|hinzufügen|dazuholen|aufnehmen|dazunehmen|reinholen|reinnehmen)
<who> (dazuholen|dazunehmen|hinzufügen|dazu|einbeziehen|reinholen|mit reinnehmen|zuschalten|dazuschalten|hinzuziehen|mitnehmen|dazu einladen|hinzuholen)
(füge|nimm|hol|hole|lade|lad|bring|schalte|schalt|zieh) [auch|noch] <who> [noch|auch|mit] (dazu|hinzu|ein|mit rein|rein|mit dazu|mit ein)
(und|auch|noch|plus|auch noch) <who> [auch|noch]
<send> [auch|noch] <who> [auch|noch|ebenfalls] <link> (auch|noch|ebenfalls)
<who> (soll|muss|möchte|will|sollte|müsste) [auch|noch|auch noch|mit] (kommen|dazukommen|mitmachen|teilnehmen|dabei sein|rein|dazu|mit rein|reinkommen|dazustoßen)
<who> (kommt|nimmt|stößt) (auch|noch|auch noch) [dazu|mit|teil]
<who> kommt (dazu|mit)
(noch|another|noch another) {guests}
{guests} (mehr|dazu|zusätzlich)
noch (einen gast|einen gästelink|einen gastlink)

= resend
<who> bräuchte [<its>] (neuen <link>|<link> <again>)
(versuch|versuche|probier|probiere) es [<again>] (bei|mit|an) <who>
<who> hat [noch] immer (nichts|keinen <sent>) [bekommen|erhalten]
<who> [<its>] <sent> <again>
<send> <who> [<its>] <sent> <again> [zu]
<send> <again> [<its>] <sent> an <who>
<send> [<its>] <sent> <again> an <who>
<send> [<its>] <sent> an <who> <again>
<send> es <who> <again>
<send> <who> (neuen|frischen|noch einen|anderen) <sent>
<send> (neuen|frischen|anderen) <sent> an <who>
<who> [<its>] <sent> <again> (schicken|senden|zuschicken|zusenden|mailen)
<who> <again> [<its>] <sent> (schicken|senden|zuschicken|zusenden)
[<its>] <sent> [<again>] an <who> [<again>] (schicken|senden|verschicken)
<link> <again> an <who>
<again> [<sent>] an <who> [schicken|senden]
<again> (schicken|senden) an <who>
<who> (einen neuen|neuen|frischen) <sent> (schicken|senden)
(neuen|neuer|frischen) <sent> (für|an) <who>
<who> hat [<its>] <sent> (verloren|gelöscht|verlegt|nicht|nicht mehr|nicht bekommen|nicht erhalten|nicht gefunden|nicht gekriegt|versehentlich gelöscht|verbummelt)
<who> hat (kein|keinen|keine) <sent> (bekommen|erhalten|gekriegt|)
<who> hat [noch] (nichts|nix) (bekommen|erhalten|gekriegt)
<who> findet [<its>] <sent> nicht [mehr|wieder]
<who> findet keinen <sent>
<who> kann [<its>] <sent> nicht (öffnen|finden|aufmachen)
<who> kommt nicht (rein|hinein|ins meeting|in den termin)
bei <who> (ist|kam) [noch] (nichts|nix|kein <sent>) (angekommen|an|da)
bei <who> kam nix an
[<its>] <sent> (von|für|bei) <who> <dead>
bei <who> (geht|funktioniert|klappt|öffnet) [<its>] <sent> nicht [mehr]
<who> (braucht|möchte|will|bräuchte) [<its>] <sent> <again>
<who> (braucht|möchte|will|bräuchte) (einen neuen|neuen|frischen) <sent>
<who> sagt [dass] [<its>] <sent> <dead>
<sie> hat [<its>] <sent> (verloren|gelöscht|nicht bekommen|nicht erhalten|nicht mehr|nicht gefunden)
<sie> hat (keinen|keine|kein) <sent> (bekommen|erhalten)
<sie> hat (nichts|nix) (bekommen|erhalten)
<sie> findet [<its>] <sent> nicht [mehr]
<sie> (braucht|möchte) [<its>] <sent> <again>
(ihr|sein) <sent> <dead>
<send> (ihr|ihm|ihnen) [<its>] <sent> <again>
<send> (ihr|ihm|ihnen) neuen <sent>
<send> es (ihr|ihm) <again>

= ~ resend
(<who>|<sie>) hat [gerade|eben] (angerufen|geschrieben|gemailt|gefragt|sich gemeldet)
<sie> (findet|hat) [<its>] <sent> (nicht|nicht mehr|nicht bekommen)
<sie> (findet|hat) keine <sent>
<who> (muss|soll|will) [wieder] rein
(versuch|versuche|probier) es <again>
[<link>] [<again>] (schicken|senden|zuschicken|zusenden) [<again>]
<again> (schicken|senden|zuschicken|zusenden)
<send> [ihn|es|ihr|ihm|ihnen|ihr den|ihm den|<sent>] [<link>] <again> [raus|zu]
[<send>] [ihr|ihm|ihnen] (neuen|frischen|anderen) <sent>

= resend me
<send> mir [host] (hostlink|host link|gastgeberlink) [<again>]
<send> mir [eigenen] (link|hostlink|host link|gastgeberlink) <again>
ich habe (link|hostlink|host link|gastgeberlink) (verloren|gelöscht|nicht mehr)
(hostlink|host link|gastgeberlink) [<again>]
(wo ist|ich finde|finde) (hostlink|host link|gastgeberlink) [nicht] [mehr]

= resend all
(allen|jedem) <again> [schicken|senden|den link]
<send> es [<again>] (allen|an alle) [<again>]
(keiner|niemand) hat (<sent>|keinen <sent>|einen <sent>) (bekommen|erhalten|gekriegt)
alle (brauchen|wollen) [ihren|neuen] <sent> [<again>]
<send> (allen|jedem|allen gästen) [ihren|ihre|neue|neuen] <sent> [<again>]
(allen|allen gästen) [ihren|ihre|neue|neuen] <sent> [<again>] (schicken|senden)
<send> [neue] <sent> [<again>] an alle [gäste] [<again>]
[neue] <sent> [<again>] an alle [gäste] (schicken|senden)
(niemand|keiner) hat [<sent>|was] (bekommen|erhalten)
neue <sent> für alle

= text for
text [zum (weiterleiten|kopieren|einfügen|verschicken|weitergeben)] [für (whatsapp|sms)] (für|an) <who>
(gib|schreib|mach|brauche|schick|bräuchte|erstelle) [mir|ich] (text|nachricht|etwas|was) [zum (weiterleiten|kopieren|einfügen|verschicken|weitergeben)] [für (whatsapp|sms)] (für|an) <who>
(etwas|was|nachricht) zum (weiterleiten|kopieren|einfügen|verschicken|weitergeben) (für|an) <who>

= ~ add
(dolmetscher|dolmetscherin|kollegen|kollegin)
(brauche|brauchen) [ich|wir] (dolmetscher|dolmetscherin|kollegen|kollegin)
"""
)
