"""fill translations"""
import sys
sys.path.insert(0,'/tmp/wt/phone')
from babel.messages.pofile import read_po, write_po
from pathlib import Path
G={
"Soon: your video meeting with {host}, {opens}. The link is in an earlier text message.":dict(
 de="Bald: Ihre Videobesprechung mit {host}, {opens}. Der Link steht in einer früheren SMS.",
 fr="Bientôt : votre visioconférence avec {host}, {opens}. Le lien se trouve dans un SMS précédent.",
 es="Pronto: su videorreunión con {host}, {opens}. El enlace está en un SMS anterior.",
 it="A breve: la Sua videoriunione con {host}, {opens}. Il link è in un SMS precedente.",
 pt="Em breve: a sua videoconferência com {host}, {opens}. O link está num SMS anterior.",
 nl="Binnenkort: uw videovergadering met {host}, {opens}. De link staat in een eerdere sms.",
 ja="まもなく{host}様とのビデオ会議です（{opens}）。リンクは以前のSMSをご覧ください。"),
"Video meeting, {opens}: {link}":dict(de="Videobesprechung, {opens}: {link}",fr="Visioconférence, {opens} : {link}",es="Videorreunión, {opens}: {link}",it="Videoriunione, {opens}: {link}",pt="Videoconferência, {opens}: {link}",nl="Videovergadering, {opens}: {link}",ja="ビデオ会議 {opens}: {link}"),
"Video meeting: {link}":dict(de="Videobesprechung: {link}",fr="Visioconférence : {link}",es="Videorreunión: {link}",it="Videoriunione: {link}",pt="Videoconferência: {link}",nl="Videovergadering: {link}",ja="ビデオ会議: {link}"),
'{host} invites you to a video meeting about "{subject}", {opens}. Join: {link}':dict(
 de='{host} lädt Sie zu einer Videobesprechung ein: "{subject}", {opens}. Teilnehmen: {link}',
 fr='{host} vous invite à une visioconférence : "{subject}", {opens}. Participer : {link}',
 es='{host} le invita a una videorreunión sobre "{subject}", {opens}. Entrar: {link}',
 it='{host} La invita a una videoriunione su "{subject}", {opens}. Partecipare: {link}',
 pt='{host} convida-o para uma videoconferência sobre "{subject}", {opens}. Entrar: {link}',
 nl='{host} nodigt u uit voor een videovergadering over "{subject}", {opens}. Deelnemen: {link}',
 ja='{host}様より「{subject}」のビデオ会議へのご招待です。{opens}。参加: {link}'),
'{host} invites you to a video meeting about "{subject}". Join: {link}':dict(
 de='{host} lädt Sie zu einer Videobesprechung ein: "{subject}". Teilnehmen: {link}',
 fr='{host} vous invite à une visioconférence : "{subject}". Participer : {link}',
 es='{host} le invita a una videorreunión sobre "{subject}". Entrar: {link}',
 it='{host} La invita a una videoriunione su "{subject}". Partecipare: {link}',
 pt='{host} convida-o para uma videoconferência sobre "{subject}". Entrar: {link}',
 nl='{host} nodigt u uit voor een videovergadering over "{subject}". Deelnemen: {link}',
 ja='{host}様より「{subject}」のビデオ会議へのご招待です。参加: {link}'),
"{host} invites you to a video meeting, {opens}. Join: {link}":dict(
 de="{host} lädt Sie zu einer Videobesprechung ein, {opens}. Teilnehmen: {link}",
 fr="{host} vous invite à une visioconférence, {opens}. Participer : {link}",
 es="{host} le invita a una videorreunión, {opens}. Entrar: {link}",
 it="{host} La invita a una videoriunione, {opens}. Partecipare: {link}",
 pt="{host} convida-o para uma videoconferência, {opens}. Entrar: {link}",
 nl="{host} nodigt u uit voor een videovergadering, {opens}. Deelnemen: {link}",
 ja="{host}様よりビデオ会議へのご招待です。{opens}。参加: {link}"),
"{host} invites you to a video meeting. Join: {link}":dict(
 de="{host} lädt Sie zu einer Videobesprechung ein. Teilnehmen: {link}",
 fr="{host} vous invite à une visioconférence. Participer : {link}",
 es="{host} le invita a una videorreunión. Entrar: {link}",
 it="{host} La invita a una videoriunione. Partecipare: {link}",
 pt="{host} convida-o para uma videoconferência. Entrar: {link}",
 nl="{host} nodigt u uit voor een videovergadering. Deelnemen: {link}",
 ja="{host}様よりビデオ会議へのご招待です。参加: {link}"),
}
H={
"I am not sure whether “{said}” is one phone number or several. Put commas between numbers, and none within one.":dict(
 de="Ich bin nicht sicher, ob „{said}“ eine Telefonnummer ist oder mehrere. Setzen Sie Kommas zwischen die Nummern und keine in eine Nummer.",
 fr="Je ne sais pas si « {said} » est un seul numéro de téléphone ou plusieurs. Mettez des virgules entre les numéros, et aucune à l’intérieur d’un numéro.",
 es="No sé si «{said}» es un número de teléfono o varios. Ponga comas entre los números y ninguna dentro de uno."),
"“{said}” looks like a phone number, but is none that I can reach. Write it with its country, as in `+49 170 1234567`.":dict(
 de="„{said}“ sieht aus wie eine Telefonnummer, ist aber keine, die ich erreichen kann. Schreiben Sie sie mit ihrem Land, etwa `+49 170 1234567`.",
 fr="« {said} » ressemble à un numéro de téléphone, mais je ne peux pas le joindre. Écrivez-le avec son pays, comme `+49 170 1234567`.",
 es="«{said}» parece un número de teléfono, pero no es ninguno al que yo llegue. Escríbalo con su país, como en `+49 170 1234567`."),
"**Texts for anybody** to #{number}, with a fresh link:":dict(
 de="**Texte für irgendjemanden** zu #{number}, mit einem neuen Link:",
 fr="**Textes pour n’importe qui** pour #{number}, avec un nouveau lien :",
 es="**Textos para cualquiera** para #{number}, con un enlace nuevo:"),
"**Texts for {guest}** to #{number}, with a fresh link:":dict(
 de="**Texte für {guest}** zu #{number}, mit einem neuen Link:",
 fr="**Textes pour {guest}** pour #{number}, avec un nouveau lien :",
 es="**Textos para {guest}** para #{number}, con un enlace nuevo:"),
"**To scan:** a guest link for #{number}. Show it at a desk, or print it; whoever scans it joins: {link}":dict(
 de="**Zum Scannen:** ein Gastlink für #{number}. Zeigen Sie ihn am Empfang oder drucken Sie ihn aus; wer ihn scannt, nimmt teil: {link}",
 fr="**À scanner :** un lien d’invité pour #{number}. Montrez-le à l’accueil ou imprimez-le ; qui le scanne participe : {link}",
 es="**Para escanear:** un enlace de invitado para #{number}. Muéstrelo en un mostrador o imprímalo; quien lo escanea entra: {link}"),
"Longer, as for an e-mail or a messenger:":dict(
 de="Länger, etwa für eine E-Mail oder einen Messenger:",
 fr="Plus long, par exemple pour un e-mail ou une messagerie :",
 es="Más largo, por ejemplo para un correo o una mensajería:"),
"No guest of #{number} is called {names}, so I made no text. Say `status #{number}` for its guests.":dict(
 de="Kein Gast von #{number} heißt {names}, deshalb habe ich keinen Text gemacht. Sagen Sie `status #{number}` für die Gäste.",
 fr="Aucun invité de #{number} ne s’appelle {names}, je n’ai donc pas fait de texte. Dites `status #{number}` pour voir les invités.",
 es="Ningún invitado de #{number} se llama {names}, así que no hice ningún texto. Diga `status #{number}` para ver sus invitados."),
"Short: {words} characters, {whole} with the link; that is {number} SMS.":dict(
 de="Kurz: {words} Zeichen, {whole} mit dem Link; das macht {number} SMS.",
 fr="Court : {words} caractères, {whole} avec le lien ; cela fait {number} SMS.",
 es="Corto: {words} caracteres, {whole} con el enlace; son {number} SMS."),
"Webex Connect did not take the text message in time":dict(de="Webex Connect hat die SMS nicht rechtzeitig angenommen",fr="Webex Connect n’a pas accepté le SMS à temps",es="Webex Connect no aceptó el SMS a tiempo"),
"Webex Connect does not answer, and I go on trying":dict(de="Webex Connect antwortet nicht, und ich versuche es weiter",fr="Webex Connect ne répond pas, et je continue d’essayer",es="Webex Connect no responde, y sigo intentándolo"),
"Webex Connect does not take the text message, please tell whoever runs me":dict(de="Webex Connect nimmt die SMS nicht an, bitte sagen Sie es denen, die mich betreiben",fr="Webex Connect n’accepte pas le SMS, veuillez prévenir la personne qui m’exploite",es="Webex Connect no acepta el SMS, avise por favor a quien me administra"),
"gives you a short and a long text to forward to a guest, with a fresh link":dict(de="gibt Ihnen einen kurzen und einen langen Text zum Weiterleiten an einen Gast, mit einem neuen Link",fr="vous donne un texte court et un long à transmettre à un invité, avec un nouveau lien",es="le da un texto corto y uno largo para reenviar a un invitado, con un enlace nuevo"),
"invited by text message":dict(de="per SMS eingeladen",fr="invité par SMS",es="invitado por SMS"),
"not by text message: {why}":dict(de="nicht per SMS: {why}",fr="pas par SMS : {why}",es="no por SMS: {why}"),
"sent by text message":dict(de="per SMS gesendet",fr="envoyé par SMS",es="enviado por SMS"),
"text messages are not set up here":dict(de="SMS sind hier nicht eingerichtet",fr="les SMS ne sont pas configurés ici",es="los SMS no están configurados aquí"),
"**Video meeting #{meeting}:** {number} of {guests} guest has a link.":dict(
 de=("**Videobesprechung #{meeting}:** {number} von {guests} Gästen hat einen Link.","**Videobesprechung #{meeting}:** {number} von {guests} Gästen haben einen Link."),
 fr=("**Visioconférence #{meeting} :** {number} invité sur {guests} a un lien.","**Visioconférence #{meeting} :** {number} invités sur {guests} ont un lien."),
 es=("**Videorreunión #{meeting}:** {number} de {guests} invitados tiene un enlace.","**Videorreunión #{meeting}:** {number} de {guests} invitados tienen un enlace.")),
"Your subject looks like a person with a birth date, or like a record’s number. I say it to nobody but you; the next time, please leave it out.":dict(
 de="Ihr Thema sieht aus wie eine Person mit Geburtsdatum oder wie eine Aktennummer. Ich sage es niemandem außer Ihnen; bitte lassen Sie es nächstes Mal weg.",
 fr="Votre sujet ressemble à une personne avec sa date de naissance, ou à un numéro de dossier. Je ne le dis qu’à vous ; la prochaine fois, veuillez l’omettre.",
 es="Su asunto parece una persona con fecha de nacimiento o un número de expediente. No se lo digo a nadie más que a usted; la próxima vez, por favor, omítalo."),
"a video meeting, now or later: the host link goes to you alone, a link to every guest; `N guests` are spare links to hand on, `qr` is one to scan":dict(
 de=None,fr=None,es=None),
}
OLD="a video meeting, now or later: the host link goes to you alone, a link to every guest; `N guests` are spare links to hand on"
ADD=dict(de=", `qr` ist einer zum Scannen",fr=", `qr` en est un à scanner",es=", `qr` es uno para escanear")
import subprocess
base=Path('/tmp/wt/phone/bot/locale')
for dom,table in (('guests',G),('hosts',H)):
    for p in base.glob(f'*/LC_MESSAGES/{dom}.po'):
        code=p.parent.parent.name
        with p.open('rb') as f: cat=read_po(f,locale=code)
        n=0
        for m in cat:
            key=m.id[0] if isinstance(m.id,tuple) else m.id
            if not key: continue
            empty = not m.string or (isinstance(m.string,tuple) and not any(m.string))
            if key in table and empty:
                tr=table[key].get(code)
                if tr is None and key.startswith(OLD):
                    prev=subprocess.run(['git','show',f'main:bot/locale/{code}/LC_MESSAGES/hosts.po'],cwd=base,capture_output=True).stdout
                    import io
                    pc=read_po(io.BytesIO(prev),locale=code); tr=(pc.get(OLD).string+ADD[code]) if pc.get(OLD) and pc.get(OLD).string else None
                if tr:
                    if isinstance(tr, tuple):
                        k=len(m.string) if isinstance(m.string,tuple) else 2
                        tr = tr if k==2 else (tr+(tr[-1],)*k)[:k]
                    m.string=tr; n+=1
        with p.open('wb') as f: write_po(f,cat,width=100)
        print(p.parent.parent.name,dom,n)
