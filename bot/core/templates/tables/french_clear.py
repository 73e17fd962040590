"""French: sentences that say a command in so many words, so it is done at once."""

NAMES = """
@who = {person}|[mon|ma|mes|notre|nouveau|nouvelle|son|sa] (patient|patiente|client|cliente|collègue|monsieur|madame|mme|m|dr|docteur|invité|invitée) [au] {person}
@who = [son|sa|le|la|mon|ma] (mari|femme|fils|fille|mère|père|frère|sœur|interprète|infirmier|infirmière|médecin|aidant|aidante|tuteur|tutrice|avocat|avocate) {person}
@rdv = [mon|ma|notre] (réunion|rendez vous|appel|visio|visioconférence|appel vidéo|téléconsultation|consultation|call|rdv|séance|vidéo)
@rdv = visite|entretien|meeting|réunion vidéo|rendez vous vidéo|conversation|visioconf|conférence|webex|zoom|appel visio|point
@rdv = consultation vidéo|visite vidéo|visite virtuelle|rendez vous visio|salle|rdv vidéo|rdv visio|entretien vidéo|vidéoconférence
@but = pour (suivi|contrôle|bilan|entretien|consultation|visite de contrôle|<rdv>)
@lien = lien|liens|invitation|accès|lien vidéo|lien visio|lien d invitation|lien de connexion|lien de réunion|lien de la réunion|lien webex
@envoi = <lien>|mail|email|e mail|message|sms|courriel
@son = mon|ma|mes|notre|nos|son|sa|leur|ses|cette|ce
@encore = à nouveau|de nouveau|encore|encore une fois|une nouvelle fois|une autre fois|une deuxième fois
@envoie = envoie|envoyer|envoyez|donne|donner|donnez|transmets|transmettre|transmettez|adresse|fais parvenir|faire parvenir
@renvoie = renvoie|renvoyer|renvoyez|réenvoie|réenvoyer|redonne|redonner|renvois
@la = [mon|ma|notre|cette|ce] (réunion|rendez vous|appel|visio|visite|consultation|rdv|séance|entretien|visioconférence|conférence|call|meeting|téléconsultation)|{meeting}
@mort = ne marche pas|ne fonctionne pas|ne marche plus|ne fonctionne plus|est expiré|a expiré|est cassé|ne s ouvre pas|est mort|est périmé|n est plus valable|marche pas|marche plus|fonctionne pas|est invalide|est plus valable
@perdu = a perdu|ne trouve pas|ne trouve plus|n a pas reçu|n a pas eu|a supprimé|a effacé|n a plus|a pas reçu|trouve plus|trouve pas|n arrive pas à ouvrir|n a jamais reçu|ne retrouve pas|ne retrouve plus|a égaré|n a toujours pas reçu|n arrive pas à retrouver|a pas eu
@elle = elle|il|patient|patiente|client|cliente|invité|invitée
@cree = organise|organiser|organisez|planifie|planifier|planifiez|crée|créer|créez|lance|lancer|lancez|démarre|démarrer|ouvre|ouvrir|prévois|prévoir|fixe|fixer|programme|programmer|programmez|prends|prendre|fais|faire|mets|mettre|réserve|réserver|cale|caler|commence|commencer|avoir|démarrez|ouvrez|prévoyez
"""
"""Groups of words that the templates name, also those of `french_clear_later`."""

EXAMPLES = (
    NAMES
    + """
= idle
(le|la|les|l|un|une|du|des|d|de|stp|svp|merci|bonjour|vite|rapide|petite|petit)
(rapidement|urgent|urgence|juste|salut|coucou|durée)

= ending
(merci|merci beaucoup|merci d avance|merci bien|s il te plaît|s il vous plaît|stp|svp|si possible|si c est possible|pour moi|pour nous|tout de suite|maintenant|cordialement|bonne journée|d accord|ok)

= courtesy
(bonsoir|bonjour à tous|bonjour équipe)
<elle> (attend|est là|est arrivé|est arrivée) [déjà]
(désolé|désolée|pardon|excuse moi|excusez moi|c est urgent|une question|encore moi|petite question)

= meet
(appelle|appeler|voir|contacte|contacter|réunion avec|appel avec|visio avec|rendez vous avec|rdv avec) <who> et <who>
(inviter|invite|invitez) <who> à <rdv>
(faites|fais|organise|lance) (moi|nous) <rdv> avec <who>
(me|nous|) (mettre|connecter|mets|mettez) [moi|nous] en (relation|ligne|contact|visio|communication) avec <who>
<cree> <who> [pour <rdv>]
{length} avec <who>
<cree> {length} avec <who>
(faire|on fait|on se fait) [<rdv>] avec <who>
(je dois|il faut que je|j ai à) (voir|parler à|appeler|vois|parle à|appelle) <who>
(je vois|on voit|nous voyons) <who>
<rdv> [par|en] [visio|vidéo] avec <who>
(réserve|prévois|bloque|note) <who> [pour <rdv>]
<who> (est|sera) [prêt|prête|disponible|dispo] pour <rdv>
<rdv> avec <who>
<rdv> <who>
<rdv> avec <who> <but>
(voir|appeler|rencontrer) <who> <but>
<who> <rdv>
<cree> [moi|nous] <rdv> avec [moi et|nous et] <who>
(j ai besoin|nous avons besoin|on a besoin|j aurais besoin|il me faut|il nous faut|il me faudrait) <rdv> avec <who>
(parler|discuter|échanger|voir|appeler|rencontrer|joindre|contacter|m entretenir|se voir|consulter) [à|avec] <who>
(appelle|appelez|contacte|contactez|rencontre|joins|vois) <who>
(je veux|je voudrais|je dois|on veut|on voudrait|on doit|nous voulons|nous devons|j aimerais|je souhaite|je souhaiterais|on aimerait) (parler|discuter|échanger|voir|appeler|rencontrer|joindre|contacter|m entretenir) [à|avec] <who>
(je veux|je voudrais|on veut|on voudrait|nous voulons|j aimerais|je souhaite|je souhaiterais|on aimerait) [<cree>] <rdv> avec <who>
(mets|connecte|mettez) (moi|nous) en (relation|ligne|contact|visio) avec <who>
<who> (a besoin|voudrait|veut|souhaite|demande|aimerait) <rdv> [avec moi|avec nous]
<who> (voudrait|veut|souhaite|aimerait) (me parler|nous parler|me voir|parler avec moi|parler avec nous)

= first meet
(invite|inviter|invitez|convie|convoque) <who> (à|pour|en|dans) <rdv>
(mets|mettre|ajoute|fais venir) <who> (en|dans|sur) <rdv>
(lien|lien vidéo|lien visio|lien de réunion)
(envoie|donne|fais|crée|créer|génère|prépare|ouvre|lance|démarre|commence|donne moi|fais moi|crée moi) [moi|nous] (<lien>|<rdv>) [à partager|à envoyer|à transférer|ici]
(il me faut|il nous faut|il faut|je veux|je voudrais|j aimerais|on veut|on voudrait|on a besoin|nous avons besoin|j ai besoin|besoin|avoir) (<lien>|<rdv>) [à partager|à envoyer|à transférer]
[(il me faut|il nous faut|il faut|je veux|je voudrais|j aimerais|on a besoin|nous avons besoin|j ai besoin|besoin|crée|fais|donne moi|envoie moi|ouvre|lance|génère)] (<lien>|<rdv>) pour (patient|patiente|client|cliente|quelqu un|invité|visiteur|famille)
(lance|démarre|commence|ouvre|lancer|démarrer|commencer) <rdv>

= timed meet
<who> parle [seulement]
<who>
avec <who>
<who> <but>
(inviter|invite|invitez) <who>
(nouveau|nouvelle) <who>
(suivi|contrôle|bilan|entretien) avec <who>

= link
<envoie> sms [avec [<son>] <lien>] (à|au) <who>
<envoie> (à|au|) <who> sms avec [<son>] <lien>
(j aurais besoin|il me faudrait|je voudrais) [<son>] <lien> pour <who>
(fais|fais moi|fais nous|crée|crée moi|génère|donne moi) [<son>] <lien> pour <who>
<envoie> [<son>] <lien> à <who> [par (sms|mail|email|message)]
<envoie> à <who> [<son>] <lien> [par (sms|mail|email|message)]
<envoie> [<son>] <lien> (au|pour|à) <who> pour <rdv>
<envoie> [<son>] <lien> (au|pour) <who> [par (sms|mail|email|message)]
<lien> pour <who>
(j ai|on a|nous avons|il me faut) [besoin] <lien> pour <who>
<who> a besoin <lien>

= guests
{guests} invités
(il me faut|il nous faut|il faut|besoin|je voudrais|donne|donne moi|crée|fais) {guests} invités
<rdv> avec (qr code|code qr)
{guests} (pour|à) (famille|équipe|groupe|partager)
(il me faut|il nous faut|il faut|besoin) {guests}
{guests} [pour (patients|visiteurs|clients|invités|famille|salle d attente|accueil)]
(donne|envoie|fais|crée|génère|il me faut|je voudrais|je veux|besoin|j ai besoin|il faut) [moi|nous] {guests} [pour (patients|visiteurs|clients|invités|famille)]
<rdv> (avec|pour) {guests}
<cree> <rdv> (avec|pour) {guests}
(donne|envoie|fais|crée|génère|imprime|il me faut|je voudrais|je veux|besoin|j ai besoin|) [moi|nous] (qr code|code qr|code qr code) [à scanner] [pour (accueil|salle d attente|réception|porte|patients|visiteurs|invités|affiche)]

= add
<who> (nous rejoint|nous rejoindra|sera là aussi|est là aussi|se joint à nous|participera|participera aussi|sera avec nous)
(ajoute|ajoutez|rajoute|rajoutez|mets|mettez) <who> (à|dans|sur|pour) <la> [aussi|également]
(mets|mettez|compte|prends) <who> (avec nous|en plus|aussi)
{guests} (de plus|supplémentaires|en plus) pour {meeting}
(encore|another) {guests} pour {meeting}
(mari|femme|fils|fille|mère|père|frère|sœur|interprète) (doit|veut|devrait|va|souhaite|voudrait) [aussi] (venir|participer|nous rejoindre|rejoindre|être là|se connecter) [aussi] {person}
(ajoute|ajouter|ajoutez|inclus|rajoute|rajouter|rajoutez|intègre|fais venir|fais entrer|inclure) [aussi|également|encore] <who> [aussi|également|en plus|ici|à {meeting}]
(ajoute|ajouter|rajoute|rajouter|rajoutez|ajoutez) [aussi] <who> à <la>
(invite|inviter|invitez) (aussi|également|encore|en plus) <who>
(invite|inviter|invitez) <who> (aussi|également|en plus|à {meeting})
<who> (doit|veut|devrait|va|souhaite|aimerait|voudrait) [aussi] (venir|participer|nous rejoindre|rejoindre|être là|se joindre à nous|se connecter) [aussi]
(et|plus|aussi|et aussi) <who> [aussi]
<envoie> (aussi|également) [<son>] <lien> à <who>
<envoie> [<son>] <lien> à <who> (aussi|également)
<who> (vient|participe) (aussi|également)
{guests} (de plus|supplémentaires|en plus)
(encore|another|encore another) {guests}

= resend
(envoyer|envoie|envoyez) [lui] [<son>] <envoi> <encore> à <who>
(lui|) (renvoyer|renvoie|réenvoyer) [lui] [<son>] <envoi>
(<who>|<elle>) (est bloqué|est bloquée|est dehors|n y arrive pas|n arrive pas à rejoindre)
<who> a (perdu|supprimé|effacé) [<son>] <envoi>
(réessaie|réessaye|retente) (pour|avec|avec) <who>
<who> n arrive (pas|toujours pas) à (se connecter|entrer|rejoindre|rejoindre <la>)
[<son>] <envoi> {person} <mort>
<renvoie> [lui] [<son>] [<envoi>] à <who>
<renvoie> à <who> [<son>] <envoi>
<renvoie> <who>
<renvoie> [<son>] <envoi> (au|pour) <who>
<envoie> <encore> [<son>] <envoi> à <who>
<envoie> [<son>] <envoi> à <who> <encore>
<envoie> [<son>] <envoi> <encore> à <who>
<envoie> à <who> (autre|nouveau) <envoi>
(autre|nouveau|nouvel) <envoi> pour <who>
<encore> [<son>] <lien> [pour] <who>
<lien> <encore> [pour] <who>
<who> <perdu> [<son>] <envoi>
<who> (n a rien reçu|n a rien eu|a rien reçu|n a toujours rien reçu|n a rien)
<who> (n arrive pas à|ne peut pas|n arrive plus à|arrive pas à|n arrive pas a) (entrer|ouvrir <envoi>|l ouvrir|trouver <envoi>)
[<son>] <envoi> (de|pour|chez) <who> <mort>
<envoi> <mort> (pour|chez) <who>
<who> (a besoin|demande|redemande|veut|voudrait|aurait besoin) [d] (nouveau|autre) <envoi>
<who> (redemande|a de nouveau besoin) [<son>] <envoi>
<who> dit que [<son>] <envoi> <mort>
<elle> <perdu> [<son>] <envoi>
<elle> (n a rien reçu|n a rien eu|a rien reçu)
<son> <envoi> <mort>
<renvoie> lui [<son>] <envoi>
<renvoie> [le] lui
(envoie|envoyez) lui [<son>] <envoi> <encore>
(envoie|envoyez) lui (nouveau|autre) <envoi>

= ~ resend
(<who>|<elle>) (a appelé|a écrit|vient de appeler|a téléphoné|m a appelé|a demandé)
(peux tu|tu peux|pouvez vous|pourriez vous|) (le|la|lui|) (renvoyer|renvoie|renvoyez) [<son>] [<envoi>]
<elle> (ne trouve pas|ne trouve plus|n a pas|ne retrouve pas) [<son>] <envoi>
<renvoie> [le|lui|leur|le lui] [<son>] [<envoi>] [<encore>]
(peux tu|tu peux|pouvez vous) <renvoie> [le|lui] [<envoi>]

= resend me
(renvoie|renvoyer|renvoyez|redonne|renvoie moi|redonne moi|renvoyez moi) [moi] [<envoi>|lien hôte|lien d hôte|lien d animateur]
(où est|j ai perdu|je ne trouve plus|je n ai plus|je ne trouve pas) lien (hôte|d hôte|animateur|d animateur|organisateur|d organisateur)
lien (hôte|d hôte|animateur|d animateur) [<encore>]

= resend all
<renvoie> [le] à (tous|tout le monde|toutes|tous les invités)
<renvoie> leur [<son>] <envoi> à (tous|tout le monde)
(tous|tout le monde) (a|ont) (perdu|besoin) [<son>|nouveau] <envoi>
<renvoie> [<son>] <envoi> à (tous|tout le monde|toutes|tous les invités)
<renvoie> à (tous|tout le monde) [<son>] <envoi>
<envoie> <encore> [<son>] <envoi> à (tous|tout le monde|tous les invités)
<envoie> [<son>] <envoi> à (tous|tout le monde|tous les invités) <encore>
personne n a (reçu|eu) <envoi>
personne n a rien reçu
(nouveaux|nouveau) <envoi> pour (tous|tout le monde)

= text for
[(donne|écris|fais|prépare|envoie|il me faut|je voudrais|besoin|j ai besoin)] [moi] texte [à (transférer|copier|envoyer|coller|copier coller)] [pour whatsapp] (pour|à) <who>
[(donne|écris|fais|il me faut|je voudrais|besoin)] [moi] (quelque chose|message|texte) à (copier|coller|transférer|envoyer|copier coller) [dans|sur|par] [whatsapp|sms] (pour|à) <who>

= ~ add
(interprète|traducteur)
(il faut|on a besoin|j ai besoin) (interprète|traducteur|collègue)
"""
)
