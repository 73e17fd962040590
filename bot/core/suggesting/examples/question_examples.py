"""Questions about the bot in four languages. The answers are in `faq`."""

EXAMPLES = """
@guests = guests|my guest|my guests|the guest|patients|the patient|my patient|customers|clients|people|they
@gäste = gäste|meine gäste|der gast|patienten|der patient|mein patient|meine patientin|kunden|die leute
@invités = les invités|mes invités|l invité|les patients|le patient|mon patient|les clients
@invitados = los invitados|mis invitados|el invitado|los pacientes|el paciente|mi paciente|los clientes

= ? account
how do <guests> (get in|join|come in) without (an|a) (account|app|login)
wie kommen <gäste> ohne (konto|app|anmeldung) rein
(do|does|will) {person} (need|have to have|require|have to install|have to download) (a|an|the|any) [webex] (app|account|software|program|login)
(braucht|muss) {person} (eine|die|ein|das) (app|konto|programm) [haben|installieren]
(est ce que|faut il que) {person} (a besoin de|ait) (l app|l application|un compte|une application)
(necesita|tiene que tener) {person} (la app|una app|una cuenta|la aplicación)
(do|does|will|must) <guests> (need|have|require) [to have] [a|an] [webex] (account|app|login|software|registration|licence|program)
(do|does) <guests> have to (install|download|register|sign up|log in|create an account) [an app|anything|something]
can <guests> join without [an|a] (app|account|login|webex|registration)
(what|which) (software|app|account) (is needed|do they need|does the patient need)
(is|are) (an app|a registration|a login|an account) (needed|required|necessary)
(brauchen|braucht|müssen|muss) <gäste> [ein|eine|einen] (konto|app|account|webex konto|software|registrierung|installieren|anmelden|herunterladen)
(muss|müssen) <gäste> (etwas|eine app|sich) (installieren|herunterladen|registrieren|anmelden)
geht das ohne (app|konto|anmeldung)
(muss|brauche|benötige) ich [dafür|dazu] (etwas|eine app|ein konto|ein webex konto|mich) [installieren|herunterladen|anmelden|registrieren]
(dois je|faut il que j|j ai besoin d) (installer|télécharger|avoir|créer|un compte|une application) [quelque chose|un compte|une application]
(tengo que|necesito|debo) (instalar|descargar|crear|tener|una cuenta|una aplicación) [algo|una cuenta|una aplicación]
<invités> (ont ils|doivent ils|a t il|doit il) [besoin d] (un compte|une application|installer|s inscrire|installer quelque chose|avoir un compte)
(faut il|est ce qu il faut) (un compte|une application|installer quelque chose|s inscrire)
<invitados> (necesitan|necesita|tienen que|tiene que) (una cuenta|una app|una aplicación|instalar algo|registrarse|tener cuenta)
(necesitan|necesita) (una cuenta|una app|instalar algo|registrarse) <invitados>
(hace falta|se necesita) (una cuenta|una app|instalar algo|registrarse)

= ? phone
(does|will) (it|this|the link) work on (an iphone|android|a phone|mobile|a tablet|an ipad|my phone|a mac|chrome|safari|firefox)
can (i|they|guests|the patient) (use|join) (it|this|from|on|with) [from] (my phone|a phone|the phone|mobile|a tablet|an ipad)
can {person} use (his|her|their|a|an|the) [own] (phone|mobile|ipad|iphone|tablet|laptop|computer)
(which|what) (browser|device|phone) (do i need|is needed|works|can they use)
(geht|funktioniert|läuft) (das|es|der link) [auch] (auf dem handy|am handy|auf dem tablet|auf dem iphone|mit safari|auf android)
(welcher|welchen) browser [brauche ich|geht]
(ça|est ce que ça) (marche|fonctionne) sur (mobile|téléphone|tablette|iphone|android)
(funciona|sirve) en (el móvil|un móvil|la tableta|iphone|android|el teléfono)

= ? dial-in
can (people|guests|they|somebody|someone) (dial in|call in|join) by (phone|telephone)
is there a (dial in|phone|telephone) number
(kann man|können gäste) [sich] (per telefon|telefonisch) (einwählen|teilnehmen)
gibt es eine einwahlnummer
(peut on|est ce qu on peut) (appeler|participer) par téléphone
se puede (llamar|participar) por teléfono

= ? secure
(is|how) (it|this|the link|the video|the call|the meeting|that) (secure|safe|encrypted|confidential|private|end to end encrypted|protected)
how (secure|safe) is (it|this|the link|that)
is (the video|the call|it) [end to end] encrypted
(is|what about) (security|encryption)
(ist|wie) (das|es|der link|das video) (sicher|verschlüsselt|vertraulich|ende zu ende verschlüsselt|geschützt)
wie sicher ist (das|es)
(est ce|c est|est ce que c est) (sécurisé|sûr|chiffré|confidentiel|crypté)
(la vidéo|la réunion|l appel) est (elle|il) (chiffrée|chiffré|sécurisée)
(es|está) (seguro|segura|cifrado|cifrada|encriptado|confidencial|protegido)

= ? privacy
what do you do with (my|our|the|patient) data
was (macht ihr|machst du|passiert) mit (meinen|unseren|den) daten
(que faites vous|qu est ce que vous faites) de (mes|nos) données
qué (hacéis|hacen|haces) con (mis|nuestros|los) datos
(do|does) (you|it|the bot|webex) (store|keep|save|log|record|collect) [any] (data|information|names|addresses|anything) [about] [my patients|us|me|guests]
(what|which) data (do you|does it|is) (store|keep|stored|collect|collected|kept)
(privacy|data protection|datenschutz)
(who|can you) (can|) (read|see|listen to) (my messages|what i write|our chat|the call)
(speicherst|speichert|speichern) (du|ihr|das|es|sie) [irgendwelche] (daten|namen|adressen)
(quelles données|est ce que tu|vous) (gardes|stockes|conservez|sont conservées|stockez) [des données]
(guardas|almacenas|qué datos) (datos|guardas|se guardan|información)

= ? compliant
(is|are) (this|it|you|the bot|that) (hipaa|gdpr|dsgvo) (compliant|conform|ok|certified)
(hipaa|gdpr|dsgvo|rgpd|rgpd conforme|hipaa compliance|gdpr compliance)
are we allowed to use (this|it) (for|with) patients
ist das (dsgvo konform|datenschutzkonform|datenschutzrechtlich ok)
(est ce|c est) conforme [au] rgpd
(cumple|es conforme) [con] [el|la] (rgpd|hipaa|la protección de datos)

= ? shared link
can (somebody|someone|anybody|anyone|others|strangers) else (open|use|join with|see) (the|my|this|a|their) link
can (two|several|more) (people|persons) use (the same|one) link
can (i|they|guests|the guest) (forward|share|pass on) (the|their|a) [guest] link
(what if|what happens if) (the link is forwarded|somebody forwards the link|a stranger has the link)
kann (jemand anders|ein anderer|jeder|ein fremder) (den|meinen) link (öffnen|benutzen|nutzen)
(können|kann) (zwei|mehrere) [personen|leute] (denselben|einen) link (nutzen|benutzen)
(quelqu un d autre|n importe qui|un autre) peut il (ouvrir|utiliser) le lien
(puede|pueden) (otra persona|otro|cualquiera|dos personas) (abrir|usar) (el|el mismo) enlace

= ? host link
who (can see|sees|gets|has) (the|my) host link
(is|does) (the|my) host link (private|shown|visible|go to the space) [to others]
wer (sieht|bekommt|kann) (den|meinen) hostlink [sehen]
qui (voit|reçoit|peut voir) le lien (d hôte|hôte)
quién (ve|recibe) el enlace de anfitrión

= ? what guests see
(will|can|does|do) (guests|the guest|the patient|they|{person}) (see|get|have) my (number|phone number|address|email|name)
what (do|does|will) (guests|the guest|{person}|they|the patient) (see|get|read|receive) [of me|from me]
who is the (mail|invitation|message|sender) from
(sehen|sieht) (gäste|der gast|{person}) meine (nummer|adresse|telefonnummer)
was (sehen|bekommen|lesen) (die gäste|gäste)
(les invités|{person}) (voient ils|verra t elle|voit) mon (numéro|adresse)
(ven|verá) (los invitados|{person}) mi (número|correo)

= ? valid
how long (is|are|does|do|will) (a|the|my|guest) (link|links|it|invitation) (valid|work|last|good|open|usable)
(when|after how long) (does|do) (a|the) (link|links) expire
how long can (they|guests|i|we) use the link
wie lange (gilt|ist|funktioniert|geht|hält|bleibt) (der|ein) link [gültig]
wann läuft (der|ein) link ab
combien de temps (le lien est il valable|dure le lien|le lien marche t il|le lien reste t il valable|est il valable)
(quand|à quelle heure) le lien expire t il
cuánto (tiempo) (vale|dura|es válido|funciona) el enlace
cuándo (caduca|expira) (el|un) enlace

= ? expired
what (happens|is) (when|if|after) (a|the) link (expires|has expired|runs out)
(is|does) the (meeting|call) (over|end|stop) when the link expires
was (passiert|ist) wenn der link (abläuft|abgelaufen ist)
que se passe t il (quand|si) le lien expire
qué pasa (cuando|si) el enlace (caduca|expira)

= ? early
what (happens|if) [if] (a guest|somebody|{person}|the patient|i) (opens|comes|joins|open|join) [the link] (too early|before the time|early)
(how early|when) can (guests|i|they|we) (join|open the link|come in)
(was passiert|was ist) wenn (jemand|ein gast|{person}) (zu früh|früher) (kommt|öffnet)
(que se passe t il|) si (quelqu un|{person}) (ouvre|arrive) trop tôt
qué pasa si (alguien|{person}) (abre|llega) (demasiado pronto|antes)

= ? cancelled
what (happens|would happen) (when|if) i cancel [the meeting|it]
(do|will) (guests|they|{person}) (get a message|be told|know) (when|if) i cancel
was passiert wenn ich (absage|storniere|lösche)
que se passe t il si j annule
qué pasa si cancelo

= ? how many
how many (guests|people|participants|persons|links) (can|may|could) [i|we] (join|invite|have|come|be there|participate)
(is there|what is) (a|the) (limit|maximum) [of guests|of participants]
(max|maximum) [number of] (guests|participants)
wie viele (leute|gäste|personen|teilnehmer) (können|kann ich|dürfen) [teilnehmen|einladen|mitmachen]
combien (de personnes|d invités|de participants) (peuvent|puis je) [participer|inviter|venir]
cuántas (personas|invitados) (pueden|puedo) (participar|invitar|entrar)
cuántos invitados puedo invitar

= ? whatsapp
(whatsapp|signal|telegram|messenger|imessage|viber)
(can|do) you (send|write|use|do) [it] [to|by|on|via] (whatsapp|signal|telegram|imessage)
(whatsapp|telegram) {person} [a link]
(send|invite) {person} (by|on|via|over) (whatsapp|telegram|signal)
(kannst du|geht das|schick) [es] [per|über|mit|auf] whatsapp [{person}]
(peux tu|est ce que tu peux) (envoyer|écrire) [par|sur] whatsapp
(puedes|se puede) enviar [lo] por whatsapp

= ? sms
(can|do) you (send|do|write) [a|an] (sms|text messages|texts|text message)
(can i|how do i) (invite|send it) by (sms|text|text message)
(kannst du|kann man) [eine] sms (schicken|senden|verschicken)
(peux tu|peut on) envoyer (un sms|des sms)
(puedes|se puede) enviar (un sms|sms)

= ? mail
(do|does|will) (guests|the guest|they|the patient) (get|receive) (an email|a mail|an invitation|a message)
how (do|are|does|is) (guests|the guest|the patient) (invited|informed|told|get the link|get it|reached)
(bekommen|kriegen) (die gäste|gäste) eine (mail|e mail|nachricht)
wie (bekommen|bekommt|erfahren) (die gäste|der gast|gäste) (den link|davon)
(comment|est ce que) les invités (reçoivent|reçoivent ils) [le lien|un mail]
(cómo|) (reciben|recibirán) los invitados (el enlace|un correo)

= ? calendar
(can i|do you|does it|will it) (use|get|have|work|put|be|sync|add|show) [it] [with|in|to] [my|the] (outlook|calendar|google calendar|exchange|ical|teams)
(is there|do you have) (an outlook|a calendar) (plugin|addin|add in|integration|invitation|entry)
(outlook|calendar integration|ics)
(send|add|put) [the|an] (invite|invitation|it|meeting) (to|in|into) [my|the] calendar
(geht das|funktioniert das|gibt es das) (mit|in|für) (outlook|dem kalender|meinem kalender)
(kommt|steht) (das|es) in (den|meinem) kalender
(ça marche|est ce que ça marche|c est compatible) avec (outlook|mon calendrier|le calendrier)
(funciona|se puede usar) con (outlook|mi calendario|el calendario)

= ? reminder
(do|will|can) you (send|remind|give) [a|me|guests|them|everybody] (reminder|reminders|before) [before] [the meeting|it starts]
(are|will) (guests|they|people|we) [be] reminded
(erinnerst du|schickst du|gibt es) [mich|die gäste|eine] (erinnerung|daran|vorher)
(est ce que tu|tu) (envoies|rappelles) [un] rappel
(envías|mandas|hay) [un] (recordatorio|recordatorios)

= ? series
(can i|how do i|do you) (make|have|plan|schedule|support|do|set up) [a] (recurring|weekly|daily|regular|repeating|monthly) (meeting|meetings|series|call)
(every|each) (monday|week|day|morning|tuesday|friday) [at {time}]
(recurring|weekly|daily) (meeting|meetings)
(kann ich|gibt es|geht) [einen|eine] (regelmäßigen|wöchentlichen|serie|terminserie|serientermin|wiederkehrenden) [termin] [machen|planen|anlegen]
(jeden|jede) (montag|woche|tag|dienstag)
(puis je|peut on) (planifier|créer|faire) une réunion (récurrente|régulière|hebdomadaire)
(tous les|chaque) (lundis|semaine|jours|mardis)
(puedo|se puede) (crear|hacer|programar) una reunión (recurrente|periódica|semanal)
(todos los|cada) (lunes|semana|días|martes)

= ? condition
can you (cancel|extend|do) (it|this|something) (automatically|by itself|on a condition)
kannst du (das|etwas) automatisch (absagen|verlängern|machen)
(peux tu|pouvez vous) (annuler|prolonger|le faire) automatiquement
puedes (cancelar|alargar|hacerlo) automáticamente

= ? languages
(which|what|how many) languages (do|can|does) (you|guests|it|they|the bot) (speak|read|know|support|choose|understand)
can (i|you|they|we) (send|write|get|read|have) (it|the invitation|them) in (spanish|french|german|{language}|another language|other languages)
do you (speak|know|understand) (other languages|{language})
(in which|what) language (do|will|does) (guests|the guest|they|the patient) (read|get it)
welche sprachen (kannst|sprichst|verstehst|gibt es) [du]
(kann|können) (ich|gäste) (es|die einladung) (in|auf) (einer anderen sprache|{language}) [schicken|lesen]
quelles langues (parles tu|parlez vous|sont disponibles|connais tu)
qué idiomas (hablas|entiendes|hay|conoces)

= ? record
(can|may) (i|we|you) (record|share my screen|share a file|mute|let somebody in|use a background) [in] [the|this|a] [meeting|visit|call|it]
is (it|the meeting|the call) (being recorded|recorded)
is there a (recording|chat|whiteboard)
(kann ich|können wir|wird) [das] [das meeting|das gespräch|meinen bildschirm|den termin] (aufnehmen|aufzeichnen|aufgezeichnet|teilen)
gibt es eine aufzeichnung
(puis je|peut on|est ce que je peux) (enregistrer|partager) [la réunion|mon écran]
(puedo|se puede) (grabar|compartir) [la reunión|mi pantalla]

= ? waiting room
(is there|do you have|does it have) a (waiting room|lobby)
can (<guests>|somebody) wait [until i let them in|outside]
(gibt es|habt ihr) (einen warteraum|ein wartezimmer|eine lobby)
können <gäste> warten [bis ich sie hereinlasse]
(y a t il|il y a) une salle d attente
(hay|tiene) [una] sala de espera

= ? join
how (do|can) i (get in|get into it|get into the meeting|enter|join|join it|join the meeting|get there)
where do i (click|go|join|get in)
wie komme ich (ins meeting|hinein|in das meeting|da rein)
comment (entrer|rejoindre|j entre|je rejoins) [dans la réunion|la réunion]
cómo (entro|me uno|entrar) [a la reunión|en la reunión]

= ? room
is {device} free
is {device} free {time}
is {device} (available|booked|occupied|taken)
ist {device} frei
la salle {device} est elle libre
está libre {device}
(is|are) (room|the room|{device}|the meeting room|the lobby|room 5) (free|available|booked|taken|occupied|in use) [now|today|{time}]
(which|what) (room|rooms) (is|are) (free|available) [now|today|{time}]
(can you|i want to|please) book (a|the) room
ist (der raum|raum|{device}|das zimmer|der besprechungsraum) (frei|belegt|gebucht) [jetzt|heute|{time}]
(la salle|{device}|cette salle) est (libre|disponible|occupée) [maintenant|{time}]
(está|hay) (libre|ocupada|disponible) (la sala|{device}|una sala) [ahora|{time}]

= ? cost
(how much|what) (does|is|do) (it|this|that|the bot|a meeting) (cost|costs)
(is it|is this) (free|free of charge|expensive)
(who pays|price|pricing|costs)
(was|wie viel) kostet (das|es|ein meeting)
ist (das|es) kostenlos
(combien|ça|combien ça) (coûte|ça coûte|coûte t il)
(est ce|c est) gratuit
(cuánto|qué) (cuesta|vale) [esto|eso]
es gratis

= ? who may
who (can|may|is allowed to) (use|ask|write to) (you|this|it|this bot)
(can|may) my (colleague|colleagues|team|boss) use (you|this|it) [too]
wer (darf|kann) (dich|das|den bot) (nutzen|benutzen|verwenden)
qui peut (t utiliser|utiliser ce bot|l utiliser)
quién puede (usarte|usar este bot|usarlo)

= ? support
(support|hotline|helpdesk|help desk|contact|service desk)
(can i|i want to|let me) (talk|speak) to (a human|somebody|support|a person|an agent)
who (can|do) i (call|ask|contact|write to) (if|when) (it|something|the link) (does not work|is broken|is wrong|fails)
who (can|do i) (help me|ask|call|contact) [if something is wrong]
(wer hilft mir|an wen wende ich mich|ich will mit einem menschen sprechen)
(qui peut m aider|je veux parler à un humain)
(quién me puede ayudar|quiero hablar con una persona)
"""
