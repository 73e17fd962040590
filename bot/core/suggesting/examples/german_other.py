"""German: looking things up, settings, help, and what isn't a command."""

EXAMPLES = """
= meetings
(meine|alle|zeige|zeig mir|welche|zeig meine) [meine] (termine|treffen|meetings|besprechungen|anrufe) [heute|morgen|habe ich|gibt es|diese woche]
was (habe ich|steht) [heute|morgen] (an|geplant|vor)
was (habe ich|ist) [heute|morgen] [los]
(meine|tages) (agenda|liste|kalender|übersicht|tagesplan)
(übersicht|liste|agenda|kalender)
wann ist mein nächster (termin|anruf)
nächster termin
(habe ich|gibt es) [heute|morgen] [noch] [etwas|termine|ein meeting]

= status
wer hat (es|das|die anfrage|meine anfrage|den anruf) (übernommen|genommen|angenommen)
(hat|hat schon) jemand (es|das|die anfrage|meine anfrage) (übernommen|genommen)
wer ist (der gast|die patientin|der patient|mein gast|der anrufer)
(wer wartet|wer wartet auf mich|wartet jemand|wartet schon jemand|wartet wer|ist jemand an der tür|wer ist an der tür|ist jemand im wartezimmer) [schon|noch|gerade]
(wie läuft|wie steht es um|was ist mit) {meeting}
wann (war|ist) (das|es) [nochmal|noch mal|noch|genau]
wer ist [alles] (in|im|bei) {meeting}
wer (ist|war) [schon] (da|drin|dabei|gekommen)
(wer|wer alles) (kommt|ist dabei|ist eingeladen|ist da|ist drin|nimmt teil|kommt alles|hat zugesagt) [alles]
(wer|wen) (habe ich|hast du|wurde|hat) [alles] (eingeladen|einen link|den link|den link bekommen)
hat {person} (den link|die mail|die einladung|es|alles|die sms) [schon] (bekommen|erhalten|gesehen|gekriegt|geöffnet)
ist {person} [schon] (da|dabei|drin|eingeladen|online)
(wann|um wie viel uhr) (endet|beginnt|ist|läuft) [das treffen|es|der termin|{meeting}] [ab]
wie lange (noch|läuft es noch|geht es noch|haben wir noch|ist der link noch gültig)
wie viel zeit (bleibt|haben wir noch|ist noch)
(teilnehmer|gäste|gästeliste|teilnehmerliste|stand|status) [von] [{meeting}]
(ist|sind) (die mail|die einladung|die sms|die links) (raus|angekommen|verschickt)
(findet|ist) [das treffen|{meeting}|es] [noch] (statt|abgesagt)

= experts
(welche|liste der|zeig mir die|zeig die) (experten|spezialisten|expertengruppen|fachleute) [gibt es|haben wir|kann ich fragen]
wer (hat|ist) [gerade|heute|jetzt] (dienst|bereitschaft|im dienst|verfügbar)
wen kann ich fragen
wann hat niemand (dienst|bereitschaft)
welche (experten|spezialisten|gruppen) (gibt es|haben wir|kann ich fragen|sind da)
gibt es [hier] (experten|spezialisten)
wer (hat|ist) [gerade|heute|jetzt] (dienst|bereitschaft|in bereitschaft|im dienst) (in der|bei|für die) (abteilung|station|gruppe)
ist jemand (von der|aus der) (abteilung|station|gruppe) (da|erreichbar|verfügbar)
(habe|hab) ich [heute|jetzt] (dienst|bereitschaft)
wann habe ich [wieder] (dienst|bereitschaft)

= on duty
ich bin (wieder da|wieder verfügbar|wieder im dienst|erreichbar)
(frag|fragt) mich [bitte] wieder
meine schicht (beginnt|fängt an) [jetzt]
ich (habe|hab) [jetzt|ab jetzt|{time}] (dienst|bereitschaft)
[ich] bin [jetzt|ab jetzt] [wieder] (erreichbar|verfügbar|im dienst|da)
ich (beginne|fange an mit) (meinen|meiner) (dienst|schicht)

= off duty
ich bin (nicht verfügbar|nicht da|weg|in der pause|nicht erreichbar|nicht im dienst)
(frag|fragt) mich [bitte] nicht [mehr]
meine schicht (ist vorbei|endet) [jetzt]
[ich] bin [ab jetzt|jetzt|{time}|{length}] nicht [mehr] (erreichbar|verfügbar|da|im dienst)
ich (mache|hab|habe) [jetzt] (pause|feierabend|mittagspause|schluss)
ich mache [{time}] schluss
ich mache {time} (pause|feierabend)
ich gehe [jetzt] (in die pause|nach hause|heim|essen|in den op)
ich habe [heute|jetzt] keinen (dienst|bereitschaft)

= swap
(tausche|tauschen|wechsle) [meine] (schicht|schichten|dienst) mit {person}
{person} (vertritt mich|übernimmt meine schicht|springt für mich ein)
(frag|fragt) {person} statt mich
(tausche|wechsle) meinen (dienst|bereitschaftsdienst) mit {person} [{time}]
{person} übernimmt (meinen dienst|für mich|meine bereitschaft) [{time}]

= desk
wie viele [leute|patienten|besucher|anrufer] (haben|sind) [heute|{time}] (gewartet|angerufen|gekommen)
(zahlen|statistik|auswertung) (von heute|des tages|der gruppe|vom empfang)
wie viele (anrufe|anfragen|besucher) (gab es|hatten wir|kamen) [heute] [am empfang]
wie lange (haben|mussten) (die leute|besucher|anrufer) [heute] (gewartet|warten)

= devices
(welche|was für|zeig mir die|zeig) (räume|geräte|raumsysteme|kameras|systeme) [gibt es|kann ich anrufen|hast du|kennst du|kann ich nutzen]
(raumliste|geräte|räume|geräteliste)
(gibt es|welcher) [einen] raum [mit kamera]

= defaults
(einstellungen|meine einstellungen|voreinstellungen|standard|standardwerte|vorgaben|konfiguration)
(zeige|ändere|ändern|zeig) [meine|die] (einstellungen|vorgaben|voreinstellungen)
(zeitzone|meine zeitzone|sprache)

= defaults for {length}
(standard|standardmäßig|immer|normalerweise|standarddauer|voreinstellung) {length}
meine (treffen|termine) (dauern|sollen) [immer|normalerweise] {length} [dauern]

= defaults in {place}
(ich bin|meine zeitzone ist|wir sind|zeitzone) [in] {place}

= defaults language {language}
(sprich|schreib|antworte|rede) [mit mir|mir] [bitte] [auf] {language}
(meine sprache ist|standardsprache|sprache) {language}
[bitte] [auf] {language} (umstellen|bitte|antworten)
(schreib|schreibe|schreiben) [bitte] (meinen|unseren|allen|den) (gästen|patienten|kunden) [bitte] [immer|nur|ab jetzt] [auf] {language}
(gäste|patienten|kunden) [bitte] immer auf {language} (anschreiben|ansprechen)

= write in {language}
(schreib|schreibe) (ihr|ihm|ihnen) {language}
(schreib|schreibe|antworte) {person} {language}
(schick|sende) (ihr|ihm|{person}) (den link|die einladung) {language}
schreib (der patientin|dem patienten|dem gast) {language}
(sie|er|{person}) (braucht|will) (es|den link) {language}

= join {number}
[dem|am] [meeting|webex] {number} (beitreten|teilnehmen)
(tritt|nimm) [dem|am] (meeting|webex) {number} (bei|teil)
ich (will|möchte) [dem] [meeting] {number} beitreten

= host {number}
(starte|eröffne) [mein] (webex|meeting) {number}
[meeting] {number} (starten|hosten|leiten)

= plan
(plan|formular|planen|termin planen|zeig das formular|formular bitte|öffne das formular)
(ich will|ich möchte|kann ich) [einen] (termin|treffen|etwas) planen
(neuer termin|neuen termin anlegen|termin anlegen)
[ich möchte] (lieber) [etwas] ausfüllen

= help
(hilfe|hilf mir|ich brauche hilfe|befehle|anleitung|bedienung|kommandos|beispiele)
was (kannst du|kann ich|kann man|soll ich|muss ich) [alles|hier] (tun|machen|sagen|schreiben|eingeben|)
was kannst du [alles]
wie (geht|funktioniert) (das|es|dieser bot)
(ich verstehe das nicht|ich komme nicht weiter|ich weiß nicht weiter)

= help meet
wie (kann ich|lade ich|starte ich|mache ich|erstelle ich) [einen|ein|jemanden] [termin|treffen|anruf|gast|meeting] [ein|planen|starten|einladen]

= help cancel
wie (kann ich|sage ich|storniere ich) [das|ein|einen|den] [termin|treffen|meeting] (absagen|ab|stornieren)

= help extend
wie (kann ich|verlängere ich) [das|ein] [treffen|meeting] [verlängern]

= help add
wie (kann ich|füge ich) (jemanden|noch jemanden|einen gast) (hinzufügen|hinzu|einladen)

= help handover
wie (kann ich|übergebe ich) [das|ein] (treffen|meeting) [übergeben|an einen kollegen]

= help move
(kann ich|wie kann ich|wie verschiebe ich) [ein|einen|das|den] (termin|treffen) [verschieben]

= help poster
wie (drucke|mache|bekomme|hänge) ich [ein|das] (poster|plakat|aushang) [auf]

= poster
(häng|hänge|nimm) das (plakat|poster) (ab|weg|herunter|runter)
das (plakat|poster) (abhängen|entfernen|ersetzen|erneuern)
(neuer|ein neuer|einen neuen) code für das (plakat|poster)
ich brauche [ein|das] [neues] (plakat|poster) [noch einmal]
(erstelle|drucke|mach) [mir] [ein|das] (plakat|poster)

= help group
wie (lege|richte|ändere|lösche) ich eine (gruppe|expertengruppe) [an|ein]

= group
(lege|richte|leg) [eine] [neue] (gruppe|expertengruppe) (an|ein)
(erstelle|ändere|lösche) [eine|die] [neue] (gruppe|expertengruppe)
(nimm|füge) {person} (in die gruppe auf|zur gruppe hinzu|aus der gruppe)

= help expert
wie (frage|finde|erreiche|bekomme) ich (einen experten|eine fachperson|die abteilung)

= expert
(hol|holen sie|schick|ich brauche) [mir|uns] (einen arzt|eine ärztin|einen experten|einen spezialisten) für {person}
ich brauche [einen|eine|jemanden von der] (spezialisten|experten|facharzt|fachabteilung) [für {person}]
(frag|ruf) die (abteilung|gruppe|experten) [für {person}]
ich brauche jemanden (von|aus) der (abteilung|gruppe)

= take
ich nehme (das|den|die anfrage|es)
(mach ich|ich mach das|ich nehm das|ich nehm den)
ich kümmere mich [darum]
(meine|meins|den nehme ich|die nehme ich|das übernehme ich|ich kann das machen)
(übernehmen|ich nehme|ich mache) [die anfrage|den anruf] [wieder|doch]
(wieder|doch) übernehmen

= help take
wie (übernehme|nehme) ich (eine anfrage|einen anruf|das) [an]

= not me
ich kann [die anfrage|den anruf] nicht [nehmen|übernehmen|machen]

= help not me
ich kann das [gerade] nicht (übernehmen|annehmen)
(frag|bitte) [jemand|einen] anderen

= about
(wer|was) bist du
bist du [ein] (mensch|bot|roboter|ki|echt)
(version|über dich|wer hat dich gemacht|wer hat dich gebaut|wie heißt du)

= check
(bist du|ist alles|läuft) [alles] (da|ok|okay|online|wach|in ordnung)
(selbsttest|prüfe dich|diagnose|störung|funktionierst du|läuft alles)

= inside
(schalte|mach) {person} (stumm|leise)
(nimm|zeichne) (das|es|das treffen) auf
(aufzeichnen|aufnehmen|aufnahme starten|stummschalten)
lass {person} (rein|herein)
bildschirm teilen

= nothing
(warte|warten sie|warte kurz|warte mal|warte mal kurz)
(übernimm|ich übernehme) (den dienst|die schicht|die bereitschaft) von {person} [{time}]
(springe|spring) für {person} ein
ich vertrete {person} [{time}]
(ruf|lade|schick|triff|sag) {person} [bitte] (nicht|nichts) [an|ein|ab|mehr]
(nicht|bitte nicht) (absagen|einladen|anrufen|senden|schicken|verlängern) [{person}]
(wir|ich) (treffen|treffe|sprechen|spreche) {person} [{time}] nicht
(jetzt nicht|noch nicht|lieber nicht|nein|ja|vielleicht)
{person} hat [mich|uns|schon] (angerufen|geschrieben|zugesagt)
(ich|wir) (habe|haben) {person} [gestern|schon|bereits] (gesprochen|getroffen|angerufen|gesehen)
(guten morgen|guten tag|guten abend|hallo|moin|servus|grüezi|tschüss|auf wiedersehen|bis morgen|schönen tag)
(super|toll|gut gemacht|prima|perfekt|schade|mist|blöd|quatsch)
wenn {person} (anruft|kommt|schreibt) (sag mir|ruf mich)
"""
