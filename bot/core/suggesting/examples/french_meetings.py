"""French: meetings, and who is in them."""

EXAMPLES = """
@rdv = réunion|rendez vous|appel|visio|visioconférence|appel vidéo|téléconsultation|consultation|call
@rdv = visite|entretien|meeting|rdv|séance|réunion vidéo|rendez vous vidéo|conversation
@svp = s il te plaît|s il vous plaît|stp|svp|peux tu|pouvez vous|pourrais tu|tu peux|on peut
@lien = lien|invitation|mail|message|email|sms|accès
@la = la réunion|le rendez vous|l appel|la visio|ça|{meeting}|le rdv

= meet
(appelle|contacte|appeler|rencontre|joindre|vois) {person} [{time}] [{length}]
[<svp>] [une|un|la] <rdv> avec {person} [{time}] [{length}]
[une|un] <rdv> [{time}] avec {person}
[<svp>] (organise|organiser|planifie|planifier|crée|créer|lance|lancer|démarre|ouvre|prévois|fixe|programme|programmer|prends) [moi] [une|un] <rdv> avec {person} [{time}]
(je|nous|on) (veux|voudrais|dois|voulons|aimerais|souhaite|doit|peut) (parler|voir|appeler|discuter|rencontrer|échanger) [à|avec] {person} [{time}]
(j ai|nous avons|on a) (besoin d un|besoin d une|un|une) <rdv> avec {person} [{time}]
(mets|connecte) (moi|nous) en (relation|ligne|contact) avec {person}
(envoie|envoyer|donne) [un|une|le] [nouveau] <lien> à {person} [{time}]
(envoie|donne) à {person} [un|une] <lien>
invite {person} à [une|un] [nouvelle] <rdv> [{time}]
nouveau patient {person} [{time}] [{length}]
nouvelle patiente {person} [{time}]
vidéo avec {person}
{person} {time}
<rdv> {person} {time}
(j ai|nous avons|on a) besoin d un (lien|lien vidéo|accès) [pour un patient|pour une patiente|pour un client|pour le patient]
(il me faut|je veux|je voudrais|donne moi|envoie moi) un (lien|nouveau lien|lien vidéo) [pour un patient|pour un client]
[une] (nouvelle|nouveau) (<rdv>|lien) [maintenant|tout de suite|ici]
(lance|démarre|commence|crée|ouvre) [une|un|la] [nouvelle] <rdv> [maintenant|tout de suite|ici]
<rdv> (ici|maintenant|tout de suite) [tout de suite]
un lien [s il te plaît]
{guests} [s il vous plaît]
<rdv> en {language} avec {person}
<rdv> avec {person} (sur|au sujet de|à propos de|concernant|pour)
(c est parti|on commence|commencer|démarrer)

= add
(remplace|remplacez|échange|échangez) (par|contre) {person}
[<svp>] (ajoute|ajouter|inclus|rajoute|intègre|fais venir|fais entrer) [aussi] {person} [à la réunion|aussi|à {meeting}]
(invite|inviter|ajoute) (aussi|également|encore|en plus) {person}
(invite|inviter) {person} (aussi|également|en plus|à la réunion|à {meeting}|à l appel)
{person} (doit|peut|veut|devrait|va|souhaite|aimerait) [aussi] (venir|participer|nous rejoindre|rejoindre|être là|se joindre à nous) [aussi]
(et|plus|aussi) {person} [aussi]
(envoie|donne) (aussi|également) (le lien|un lien) à {person}
(envoie|donne) le lien à {person} aussi
(nous avons|on a) besoin de {person} [aussi|dans la réunion]
(encore|une autre|une) personne [de plus] {person}
{person} (vient|participe) aussi
(son mari|sa femme|sa fille|son fils|un collègue|une collègue|l interprète) {person} [veut|voudrait] [participer|venir|nous rejoindre]
{guests} (de plus|supplémentaires) [s il vous plaît]
encore {guests}

= resend
(renvoie|renvoyer|renvoyez|réenvoie) [le|un|son|l] <lien> à {person}
(renvoie|renvoyer) {person}
(envoie|envoyer|donne) [à nouveau|de nouveau|encore] [le|un] [nouveau] <lien> à {person} [à nouveau|encore une fois|de nouveau]
{person} (a perdu|ne trouve pas|ne trouve plus|n a pas reçu|n a pas eu|a supprimé|a effacé|n a plus) [le|son|l|la] <lien>
{person} n a rien reçu
(elle|il|le patient|la patiente|le client) (a perdu|ne trouve pas|ne trouve plus|n a pas reçu|n a pas) (le|son|l|la) <lien>
(elle|il|le patient|la patiente|{person}) (n arrive pas à|ne peut pas|n arrive plus à) (entrer|se connecter|ouvrir le lien|rejoindre|l ouvrir|participer)
le lien (de|pour|chez) {person} (ne marche pas|ne fonctionne pas|est expiré|a expiré|est cassé)
(nouveau lien|un nouveau lien|un autre lien) pour {person}
{person} (a besoin du lien|a besoin d un nouveau lien|demande le lien|redemande le lien)
{person} dit que le lien (ne marche pas|a expiré|ne fonctionne pas)

= resend me
(on commence|commençons|commence|démarrons) sans (lui|elle|eux|{person})
(lance|lancer|démarre|démarrer|ouvre|commence|rejoindre) (la|notre) (réunion|visio) [maintenant]
(renvoie moi|redonne moi|donne moi|envoie moi) mon lien [hôte|d hôte|d animateur]
(où est|je ne trouve plus|j ai perdu|je n ai plus) mon lien [hôte|d hôte|d organisateur]
mon lien d hôte
je n arrive (plus|pas) à (entrer|revenir) [dans ma réunion]
(renvoie|renvoyer) [moi] mon lien

= resend all
(renvoie|envoie|redonne) [le lien|un nouveau lien|les liens|les invitations] à (tous|tout le monde|toutes) [à nouveau]
personne n a reçu (le lien|les liens|rien)
nouveaux liens pour (tous|tout le monde)

= text for
[un] texte (pour|à transférer à|à envoyer à|à copier pour) {person}
(donne|écris|fais) moi [un|le] texte [à transférer|à copier] pour {person}
(quelque chose|un texte|un message) à (copier|coller|transférer) (pour|à) {person}
je [le|lui] (transfère|envoie) moi même à {person}

= handover
(transfère|passe|donne|cède|confie|transmets) [<la>|la main] à {person}
{person} (prend la suite|prend le relais|reprend|reprend la réunion|continue|me remplace|va animer|anime à ma place)
(je dois|il faut que je) (partir|y aller) {person} (prend la suite|continue|prend le relais)
(fais de|nomme) {person} [le nouvel|l] (hôte|animateur|organisateur)
{person} (est|devient|sera) [le nouvel|l] (hôte|animateur|organisateur)
laisse {person} (animer|continuer|prendre la main)

= cohost
(fais de|nomme|mets|ajoute) {person} [comme] (co hôte|cohôte|coanimateur|deuxième hôte|second hôte)
{person} (doit|peut|devrait) [aussi] être (hôte|co hôte|animateur) [aussi]
{person} (comme|en) (co hôte|cohôte|second hôte|deuxième hôte)
un (deuxième|second) hôte {person}
{person} co hôte

= extend
(prolonge|prolonger|prolongez|rallonge|rallonger|étends) [<la>] [de|d] [{length}]
(encore|plus) {length} [s il te plaît|de plus]
{length} de plus [s il te plaît]
(on|nous|j) (a|avons|ai) besoin (de|d) {length} [de plus|encore|supplémentaires]
(on|nous|j) (a|avons|ai) besoin de plus de temps
il (nous|me) faut [encore] ({length}|plus de temps) [de plus]
(ajoute|donne nous|laisse nous|donne moi|rajoute) [encore] {length} [de plus]
(on n a pas|nous n avons pas|je n ai pas) [encore] (fini|terminé)
(peut on|on peut|est ce qu on peut) (avoir|prolonger) [de|encore] {length} [de plus]
(plus longtemps|plus de temps)
ça (dure|prend) plus longtemps
jusqu à {time}

= cancel
[la|le|ma] (visite|réunion|consultation|appel|rendez vous) [est] (fini|finie|terminé|terminée)
(annule|annuler|annulez|supprime|supprimer|arrête|termine) [<la>] [s il te plaît]
(<la>) (est annulée|est annulé|n a pas lieu|n aura pas lieu|tombe à l eau|ne se fait plus)
(on|nous|je) (n a|n avons|n ai) plus besoin [de] (<la>)
(laisse tomber|oublie|finalement non|ce n est plus nécessaire)
{person} (ne peut pas venir|ne vient pas|a annulé) [annule]
(je dois|on doit|il faut) annuler [<la>]
(est ce que je dois|dois je|puis je|je peux) annuler [<la>]

= move
{person} plutôt (à|au) {time}
(pas dispo|pas libre|occupée|occupé) (décale|repousse) à {time}
(mets|mettez|fais) [la|le] [plutôt] {time}
(décale|décaler|déplace|déplacer|reporte|reporter|repousse|avance) [<la>] (à|de|au|pour) [{time}]
(décale|repousse|reporte) [<la>] (de|d) {length}
(peut on|on peut|pouvons nous) (décaler|déplacer|reporter|commencer) [<la>] [à {time}|de {length}|plus tard|{length} plus tard]
(plutôt|finalement) [à] {time}
{length} plus (tard|tôt)
(seulement|plutôt) {length}
{length} (suffisent|suffit|suffiront|c est assez)
(une autre heure|un autre horaire|changer l heure|change l heure) [{time}]
(commencer|commence) maintenant au lieu de {time}

= rename
(renomme|appelle|intitule) (la|le|la réunion|{meeting}) [en]
(le sujet|le titre|l objet) (est|devrait être|sera)
(change|changer|modifie) (le sujet|le titre)
(sujet|objet|titre)

= again
(encore une fois|de nouveau|même chose|la même) [avec les mêmes] [{time}]
(refais|recommence|reprends) [la|la même] [réunion] [{time}]
avec les mêmes (personnes|invités) [{time}]

= remove
(retire|enlève|supprime|désinvite|exclus|vire) {person} [de la réunion|de la liste]
{person} ne (doit|devrait|peut) (pas|plus) (venir|participer|être là)
sans {person}

= tell
(dis|écris|préviens|informe|avertis|fais savoir) [à] {person} [que]
(dis|préviens|informe|avertis) (leur|les|lui|tout le monde|les invités) [que]
(je suis|je serai|j aurai) en retard [de {length}]
(je serai|je suis) [un peu|{length}] en retard
j ai [un peu|{length}] de retard
(j arrive|je suis bloqué|je suis dans les bouchons|je suis coincé|j arrive dans {length})
on (commence|démarre) [{length}|un peu] plus tard
message (à|pour) {person}
{length} de retard

= my link
(renvoie|envoie|donne|renvoyez|envoyez|donnez) moi (mon|le|un) [nouveau] lien [à nouveau|encore]
(j ai perdu|je ne trouve plus|je ne trouve pas|je n ai pas reçu|je n ai plus|j ai supprimé) (mon|le|l|mon) (lien|invitation|mail|message)
(mon|le) lien (ne marche pas|ne fonctionne pas|est expiré|a expiré|ne s ouvre pas)
je n arrive pas à (entrer|me connecter|rejoindre|ouvrir le lien)
(où est|quel est) (mon|le) lien
comment (je|puis je) (rejoins|entrer|rejoindre|participer|me connecter)
mon lien [s il vous plaît]

= undo
(défais|défaire|reviens en arrière|retour en arrière|annule ce que tu viens de faire)
(oups|oh non|zut|désolé|pardon) [c est] [la] (mauvaise personne|mauvaise adresse|une erreur)
(oups|zut)
(c est|c était) (la mauvaise personne|la mauvaise adresse|une erreur|faux)
(mauvaise|pas la bonne) (personne|adresse)
je me suis trompé [de personne|d adresse|de numéro]
je voulais dire {person}
"""
