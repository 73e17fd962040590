"""German: meetings, and who is in them."""

EXAMPLES = """
@termin = termin|treffen|meeting|besprechung|anruf|videoanruf|videocall|gespräch|sitzung|videokonferenz
@termin = videosprechstunde|sprechstunde|videotermin|konferenz|call|telko|visite|videogespräch|videobesuch
@bitte = bitte|kannst du|könntest du|kannst du bitte|können sie|könnten sie bitte|können wir
@link = link|zugang|einladung|mail|e mail|sms|nachricht
@es = es|das|das treffen|den termin|das meeting|die besprechung|{meeting}

= meet
(triff|treffe|ruf|rufe|sprich|kontaktiere) {person} [an] [{time}] [{length}]
[<bitte>] [ein|eine|einen] <termin> mit {person} [{time}] [{length}]
[<bitte>] [ein|eine|einen] <termin> [{time}] mit {person}
[<bitte>] [ein|eine|einen] <termin> mit {person} [für|am|um] [{time}] (anlegen|starten|machen|planen|vereinbaren|ansetzen|einrichten|buchen|organisieren|eröffnen)
(mach|mache|starte|plane|vereinbare|leg|buche|öffne|erstelle) [mir|uns] [ein|eine|einen] <termin> mit {person} [{time}] [an]
(ich|wir) (will|möchte|möchten|wollen|muss|müssen|würde gern|würde gerne) [mit] {person} [{time}] (sprechen|sehen|treffen|reden|anrufen|telefonieren)
(ich|wir) (brauche|brauchen|möchte|hätte gern|benötige) [ein|eine|einen] <termin> mit {person} [{time}]
(verbinde|verbind) (mich|uns) mit {person}
[bitte] mit {person} verbinden
(können|lass|lasst) (wir|uns) [mit] {person} [{time}] (sprechen|treffen|sehen|telefonieren)
(schick|schicke|sende|gib|maile|simse) {person} [einen|den|eine] [neuen] <link> [{time}]
(lade|lad) {person} [zu|in] [einem|einer|ein] <termin> ein
{person} [zum|zu einem|zur] <termin> einladen
neuer patient {person} [{time}] [{length}]
neue patientin {person} [{time}]
video mit {person}
{person} {time}
<termin> {person} {time}
{person} [bitte] anrufen
(ich|wir) (brauche|brauchen|möchte|benötige|hätte gern) [einen|den] [neuen] (link|videolink|meetinglink|zugang|raum) [für einen patienten|für eine patientin|für einen kunden|jetzt]
[einen] (neuer|neuen|neues|sofort) (link|<termin>) [bitte]
(starte|beginne|öffne|mach|erstelle) [ein|eine|einen] [neues|neuen] <termin> [jetzt|sofort|hier]
(los|jetzt starten|sofort starten|jetzt)
(link|videolink) bitte
{guests} [bitte]
<termin> auf {language} mit {person}
<termin> mit {person} (wegen|zu|über|zum thema)

= add
(ersetze|ersetzen|tausche|tauschen) (durch|gegen) {person} [aus]
[<bitte>] {person} (hinzufügen|dazunehmen|dazuholen|einladen|hinzuholen|aufnehmen|dazu|einbeziehen)
[<bitte>] {person} (auch|noch|zusätzlich|ebenfalls) [mit] (einladen|dazu|hinzufügen|dazuholen|aufnehmen)
(füge|nimm|hol|hole|lade|bring) {person} [noch|auch|bitte] [dazu|hinzu|ein|mit rein|mit ein|rein]
(lade|lad) [noch|auch] {person} [noch|auch|mit|zusätzlich] ein [zu {meeting}]
{person} (soll|muss|möchte|will|kann|darf|sollte) [auch|noch] (kommen|dazukommen|mitmachen|teilnehmen|dabei sein|rein|dazu|mit rein)
(und|auch|noch|plus) {person} [auch|noch]
(schick|sende|gib) [auch] {person} [auch|noch] (den|einen) link
(wir|ich) (brauchen|brauche) [noch] {person} [dabei|hier|im meeting|auch]
{person} kommt [auch] (dazu|mit)
noch (jemand|einer|eine person) {person}
(ihr mann|seine frau|die tochter|der sohn|eine kollegin|ein kollege|die dolmetscherin|der dolmetscher) {person} [möchte|will|soll] [auch] [teilnehmen|dazu|dabei sein]
{guests} (mehr|dazu|zusätzlich) [bitte]
noch {guests} [bitte]

= resend
(schick|schicke|sende|maile|gib) {person} [bitte] (den|einen|seinen|ihren|die) [neuen] <link> [bitte] (nochmal|noch einmal|erneut|wieder|neu|nochmals)
(schick|schicke|sende) (den|einen|die) [neuen] <link> [bitte] [nochmal|noch einmal|erneut] an {person} [nochmal]
{person} (hat|findet) (den|ihren|seinen|die|keinen|keine) <link> [nicht mehr|nicht|verloren|gelöscht|nicht bekommen|nicht erhalten|bekommen|erhalten]
{person} hat (nichts|keine mail|keinen link) (bekommen|erhalten|gekriegt)
{person} hat (den|ihren|seinen) <link> (verloren|gelöscht|nicht mehr|verlegt)
(sie|er|der patient|die patientin|der kunde|der gast) (hat|findet) (den|keinen|ihren|seinen|die) <link> (verloren|bekommen|nicht|nicht bekommen|nicht mehr|gelöscht)
{person} (kommt nicht rein|kann nicht beitreten|kommt nicht hinein|kann nicht teilnehmen|kann den link nicht öffnen|kann es nicht öffnen)
(der link|link|die einladung) (von|für|bei) {person} (geht nicht|funktioniert nicht|ist kaputt|ist abgelaufen|ist ungültig)
{person} s link (geht nicht|funktioniert nicht|ist abgelaufen)
bei {person} (geht|funktioniert) der link nicht
(neuen|neuer|frischen|noch einen) link (für|an) {person} [bitte]
{person} (braucht|möchte|will) (einen neuen|den|nochmal den) link [nochmal]
{person} [bitte] [den link] (nochmal|noch einmal|erneut) (schicken|senden|einladen)
(erneut|nochmal|noch einmal) [einladung|link] an {person} [senden|schicken]
{person} sagt der link (geht nicht|ist abgelaufen|funktioniert nicht)

= resend me
[wir] (fangen|fang|beginnen|starten) [wir] ohne (ihn|sie|{person}) an
(starte|öffne|beginne|eröffne) (das|unser|den|unseren) (meeting|treffen|gespräch|call|anruf) [jetzt]
(mein|meinen) [eigener|eigenen] (link|hostlink|host link|gastgeberlink) [nochmal|bitte|noch einmal|verloren|ist weg]
(wo ist|wo finde ich|gib mir|schick mir|ich brauche|ich finde) (mein|meinen) (link|hostlink|host link) [nochmal|nicht|nicht mehr]
ich habe (meinen|den) (hostlink|host link|link) (verloren|gelöscht|nicht mehr)
(ich|wir) (komme|kommen) nicht [mehr] (rein|hinein|ins meeting)
hostlink

= resend all
(schick|sende) (allen|jedem) (den|einen|die|neue|ihre) [neuen] (link|links) [nochmal|noch einmal|erneut]
(link|links|einladungen) [nochmal|erneut] an alle [senden|schicken]
(alle|niemand|keiner) [hat|haben] [den] [neue|keinen] (links|link) [bekommen]

= text for
text (für|zum weiterleiten für|zum kopieren für) {person}
(gib|schreib|mach) mir [einen] text [zum weiterleiten|zum kopieren] [für] {person}
(ich brauche|etwas|ein text) [etwas] zum (weiterleiten|kopieren|einfügen) für {person}
[einen] text (für|an) {person} (zum weiterleiten|für whatsapp)
ich (leite|schicke) es {person} selbst [weiter]

= handover
{person} (leitet|macht) [es|das meeting] weiter
(übergib|übertrage|überlass|gib|übergebe) [das treffen|den termin|die besprechung|es|{meeting}] [an] {person} [ab]
{person} (übernimmt|soll übernehmen|macht weiter|leitet weiter|macht das|leitet das meeting|vertritt mich|kann übernehmen)
(treffen|termin|besprechung|meeting) an {person} (übergeben|abgeben|übertragen)
(ich muss|muss) (weg|los|gehen) {person} (übernimmt|macht weiter)
(mach|mache) {person} zum (host|gastgeber|leiter|neuen host)
{person} (ist|wird) [jetzt] [der neue] (host|gastgeber)
lass {person} (übernehmen|weitermachen|das leiten)

= cohost
(mach|mache|ernenne) {person} [auch] zum (co host|cohost|zweiten host|mitgastgeber|weiteren host)
{person} (soll|kann|darf) (auch|ebenfalls) (host|gastgeber|co host) (sein|werden)
{person} als (co host|cohost|zweiter host|zweiten host|mitgastgeber|host) [hinzufügen|dazu]
[einen] (zweiten host|co host|cohost) {person}
kann {person} auch host sein

= extend
(verlängere|verlängern|verlänger|ausdehnen) [<es>] [bitte] [um] [{length}]
[<es>] [um] {length} verlängern
(noch|weitere) {length} [bitte|mehr|länger]
{length} (länger|mehr) [bitte]
(wir|ich) (brauchen|brauche|benötigen) [noch] [etwas|ein bisschen|mehr] {length} [mehr|länger]
(wir|ich) (brauchen|brauche) [noch|etwas] (mehr zeit|zeit|länger)
(können|dürfen|könnten) wir [noch] {length} [länger|mehr|haben|dranhängen]
(gib|gebt) (uns|mir) [noch] {length} [mehr]
(wir sind|ich bin) [noch] nicht fertig
(mach|mache) (<es>) {length} länger
es dauert [noch] [etwas|länger|{length}] [länger]
häng [noch] {length} dran
bis {time} verlängern

= cancel
(termin|treffen|besprechung|sprechstunde) fällt aus [patient|patientin] [krank]
[der|die|das|mein] (termin|anruf|besprechung|treffen|sprechstunde) [ist] (fertig|vorbei|beendet|erledigt)
(sag|sage|storniere|streich|streiche|lösche|beende|canceln|cancel) [<es>] [bitte] [ab]
[<es>] [bitte] (absagen|stornieren|löschen|beenden|abbrechen|streichen|canceln)
(das treffen|der termin|die besprechung|das meeting|{meeting}|es) (fällt aus|findet nicht statt|ist abgesagt|entfällt|hat sich erledigt)
(hat sich erledigt|doch nicht|vergiss es|abbruch|absage)
(wir|ich) (brauchen|brauche) (das treffen|den termin|es) nicht mehr
{person} (kann nicht|kommt nicht|hat abgesagt) [bitte absagen|sag ab]
(ich|wir) (muss|müssen|möchte|wollen) [<es>] absagen
(soll|kann|darf) ich [<es>] absagen

= move
{person} (bitte|lieber) auf {time}
(keine zeit|schaffe es nicht|bin verhindert) (verschieb|schieb) auf {time}
(mach|nimm|setz) [es|das|<es>] [lieber] {time} [bitte]
(verschiebe|verschieb|verleg|verlege|verschieben|verlegen) [<es>] [bitte] (auf|um) [{time}]
[<es>] [bitte] auf {time} (verschieben|verlegen)
(können|könnten) wir [<es>] (auf {time}|{length} später|später|früher) (verschieben|verlegen|anfangen|machen)
{length} (später|früher) [anfangen|bitte]
(die patientin|der patient|der kunde|{person}) (kommt|kann) [erst] (später|früher|um {time}|{length} später)
(die patientin|der patient|der kunde|{person}) kommt später {length} später [bitte]
(nur|doch nur|lieber) {length}
{length} (reichen|reicht|genügen|genügt|sind genug|tun es auch)
(es|das|{meeting}) dauert nur {length}
(<es>) {length} nach (hinten|vorne) [schieben|verschieben]
(neuer termin|neue zeit|andere zeit|anderer termin) [{time}]
lieber [um|am] {time}
(doch|besser) {time} [statt {time}]
jetzt (anfangen|starten) statt {time}

= rename
(nenn|nenne|benenne) (es|das treffen|{meeting}) [um] [in]
(das thema|der betreff|thema|betreff) (ist|soll sein|lautet|ändern)
(ändere|setze) [das|den] (thema|betreff|titel) [auf]
(thema|betreff|titel)

= again
(nochmal|noch einmal|wieder) [das gleiche|dieselben|mit denselben leuten] [{time}]
(gleiche|dieselben) (leute|gäste) [nochmal] [{time}]
(folgetermin|nächster termin) mit denselben [{time}]

= remove
{person} [dann] doch nicht
doch (nicht|ohne) {person}
(entferne|lade|nimm|wirf) {person} [wieder] (raus|aus|aus dem treffen|von der liste|rausnehmen)
{person} [bitte] (ausladen|entfernen|rausnehmen|rauswerfen)
{person} kann {time} nicht [kommen]
{person} (soll|darf) nicht [mehr] (kommen|teilnehmen|dabei sein)
ohne {person}

= tell
(sag|sage|schreib|richte) {person} [bitte] [aus] [dass]
(sag|sage|schreib) (allen|ihnen|ihr|ihm|den gästen) [dass]
ich (komme|bin|verspäte mich) [etwas|{length}|ein paar minuten] (später|zu spät|verspätet|spät dran)
ich komme [etwas] zu spät
(bin gleich da|komme gleich|stehe im stau|stecke im stau|bin noch im op|verspäte mich)
wir (fangen|beginnen|starten) [etwas|{length}] später [an]
nachricht an {person}
{length} (verspätung|später)

= my link
(schick|gib|sende) mir [bitte] (meinen|den|einen) [neuen] link [nochmal|noch einmal|erneut]
ich (habe|finde) (meinen|den|die) (link|einladung|mail|zugang) (verloren|gelöscht|nicht|nicht mehr)
(mein|der) link (geht nicht|funktioniert nicht|ist abgelaufen|ist kaputt|öffnet nicht)
ich komme nicht (rein|hinein|in das treffen|ins meeting)
(wo ist|wo finde ich) (mein|der|die) (link|termin|einladung)
wie (komme ich|kann ich) (rein|beitreten|teilnehmen)
mein link [bitte]
neuer link bitte

= undo
(rückgängig|mach das rückgängig|mach es rückgängig|nimm das zurück|zurücknehmen|rückgängig machen)
(ups|hoppla|oh nein|mist|sorry|entschuldigung) [das war] [die|der] (falsche person|falsche adresse|falsche|falsch|ein fehler)
(ups|hoppla)
(die|das war die|das ist die) (falsche|verkehrte) (person|adresse|nummer)
(falsche|verkehrte) (person|adresse|nummer)
(das war|das ist) [ein] (falsch|fehler|irrtum|versehen)
ich habe mich (vertan|vertippt|geirrt)
ich meinte {person}
"""
