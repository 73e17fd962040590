"""French: clear sentences about a meeting that is on: its hosts, its time and its end."""

from bot.core.templates.tables.french_clear import NAMES

EXAMPLES = (
    NAMES
    + """
= handover
<who> (me remplacera|me relaie|va me remplacer|continue|poursuit|dirige <la>|s en charge|s en occupe|gère la suite|va continuer)
(passe|laisse|donne) (main|animation|relais|suite) à <who>
c est <who> qui (anime|prend la suite|continue|me remplace|prend le relais)
(transfère|passe|donne|cède|confie|transmets|transférer|passer|donner|confier|laisse) [<la>|main|ça] à <who>
<who> (prend la suite|prend le relais|reprend|reprend <la>|me remplace|anime à ma place|va animer à ma place|prend ma place|va prendre le relais|prendra le relais|prend la main|continue à ma place|reprend la main|va reprendre|prendra la suite|va prendre la suite|assure la suite)
<who> (est|devient|sera|va être) [nouvel] (hôte|animateur|organisateur|animatrice|organisatrice|hôtesse) à ma place
(fais de|nomme|mets) <who> (nouvel|) (hôte|animateur|organisateur|animatrice) à ma place
laisse <who> (animer|continuer|prendre la main|prendre le relais|prendre la suite) [à ma place]

= ~ handover
(ma garde|mon service|mon poste|ma journée) (est fini|est finie|se termine|est terminé|est terminée)
(je suis|suis) (appelé|appelée|attendu|attendue|absent|absente|malade|au bloc) [ailleurs|en urgence]
(je dois|je|il faut que je) (partir|y aller|pars|file|filer|m en aller|parte)

= cohost
(deuxième|second|autre) hôte [est|sera] <who>
(mets|nomme|ajoute|fais) (aussi|également) <who> (comme|en|en tant que) (hôte|animateur|organisateur)
(mets|nomme|ajoute|fais) <who> (aussi|également) (comme|en|en tant que) (hôte|animateur|organisateur)
(mets|nomme|ajoute|fais) <who> (comme|en|en tant que) (hôte|animateur|organisateur) (aussi|également)
(donne|accorde) [aussi] (droits|droit) (hôte|d hôte|animateur|d animateur|co hôte|de co hôte) [aussi] à <who> (aussi|également)
(donne|accorde) aussi (droits|droit) (hôte|d hôte|animateur|d animateur) à <who>
<who> (sera|est|devient) (aussi|également) (hôte|animateur|organisateur|hôtesse|animatrice)
<who> (sera|est|devient) (co hôte|cohôte|co animateur|deuxième hôte|second hôte)
(deuxième|second|autre) hôte <who>
(je veux|je voudrais|il faut|il me faut|besoin) (co hôte|cohôte|deuxième hôte|second hôte|co animateur) <who>
(fais de|nomme|mets|ajoute|ajouter|mettre|nommer|désigne) <who> [comme|en|en tant que] (co hôte|cohôte|co animateur|coanimateur|deuxième hôte|second hôte|co organisateur|co animatrice|coanimatrice)
<who> (doit|peut|devrait) [aussi] être [aussi] (co hôte|cohôte|co animateur|coanimateur)
<who> (doit|devrait) (aussi|également) être (hôte|animateur)
<who> (comme|en) (co hôte|cohôte|second hôte|deuxième hôte|co animateur|coanimateur|co animatrice)
<who> (co hôte|cohôte|co animateur|coanimateur)

= remove
(retire|enlève|supprime|désinvite|vire) (la|le) [de <la>|de liste]
(raye|rayer|biffe|ôter|écarte) <who> [de <la>|de liste|de invités]
(retire|retirer|retirez|enlève|enlever|enlevez|désinvite|désinviter|exclus|exclure|vire|virer|sors|supprime|ôte) <who> [de <la>|de liste|de invités]

= cancel
(on n a|nous n avons|je n ai) plus besoin (de|d) [<la>|cette <la>]
(clos|clôture|ferme|terminer) (<la>|cette <la>) [maintenant]
(annule|annuler|annulez|supprime|supprimer) (<la>|cette <la>|ce <la>)
(annule|annuler|annulez) [ça|ca]
(annule|annuler|annulez) [<la>] [car] <elle> (ne vient pas|ne vient plus|ne peut pas|ne peut pas venir|ne viendra pas)
(termine|arrête|terminer|arrêter|clos|ferme) (<la>|cette <la>)
(annule|annuler|annulez|supprime) <la> avec <who>
(on|tu peux|vous pouvez|finalement on|nous) (annule|annuler|annulons) [<la>|ça]
(je dois|on doit|il faut|nous devons|je veux|je voudrais|faut) annuler [<la>|ça]

= ~ cancel
(fini|terminé|c est fini|c est terminé)
(<la>|cette <la>) (n a pas lieu|n aura pas lieu|tombe à l eau|est annulé|est annulée)
(annule|annuler|annulez) [le|la]
(<elle>|<who>) (est hospitalisé|est hospitalisée|va mieux|n en a plus besoin)
(<elle>|<who>) (est absent|est absente|ne s est pas présenté|ne s est pas présentée|ne s est pas connecté|ne s est pas connectée|est empêché|est empêchée)
(<elle>|<who>) (ne peut pas venir|ne vient pas|ne vient plus|a annulé|ne peut pas|peut pas|ne peut plus|vient pas|n est pas venu|n est pas venue|est malade|peut plus venir|ne viendra pas|peut pas venir|ne peut plus venir)
(on a|nous avons|j ai) (fini|terminé)

= move
<who> (veut|voudrait|souhaite|doit|aimerait|demande à|a demandé à|a demandé de) (décaler|reporter|déplacer|repousser|avancer) [<la>|ça] [à|au] {time}
(plutôt|finalement|mieux) (à|) {time} [plutôt|svp]
<la> (plutôt|finalement) (à|) {time}
<la> (à|) {time} plutôt
{length} (plus tard|plus tôt) [svp]
(on peut|peut on|pourrait on|on pourrait|pouvons nous) (décaler|déplacer|reporter|repousser|avancer|faire ça|faire) [ça|<la>] [à|de|au] ({time}|{length})
<la> {length} (plus tard|plus tôt)
(commence|commencer|commençons|démarre) [<la>] {length} (plus tard|plus tôt)
(décale|décaler|repousse|retarde|reporte) [le|la] [de|d] {length}
(avance|avancer) [ça|<la>] (de|d) {length}
(décale|décaler|décalez|déplace|déplacer|déplacez|reporte|reporter|reportez|repousse|repousser|avance|avancer|bouge) [ça|<la>] (à|de|au|pour|) {time}
(décale|décaler|repousse|reporte|retarde|repousser) [ça|<la>] (de|d|) {length}
(décale|déplace|reporte) <la> avec <who> (à|au|pour|) {time}
(mets|fais) (<la>) (plutôt|) (à|) {time}

= again
(pareil|idem|la même chose|même heure) {time}
{meeting} (encore une fois|à nouveau|de nouveau) {time}
(pareil que|comme|la même chose que) {meeting} {time}
(refaire|refais) (avec mêmes personnes|avec mêmes|pareil) {time}
(avec mêmes|mêmes) (personnes|invités|patients|participants) {time}
(même chose|la même|mêmes personnes|mêmes invités|avec mêmes personnes|avec mêmes invités|même réunion|même rdv) [encore|à nouveau|de nouveau] {time}
(encore une fois|de nouveau|à nouveau|on refait) [la même|même chose|pareil|avec mêmes personnes] {time}
(refais|recommence|reprends|répète|on refait|refaire) [même] [ça|<la>] {time}

= extend
(on|nous|je) (déborde|débordons|dépasse|dépassons) [de|d] {length}
(on peut|peut on|pourrait on|on pourrait|pouvons nous) (avoir|prendre|rester|continuer|prolonger) [encore|de|d|another] {length} [de plus|en plus|encore]
(prolonge|rallonge|prolonger|rallonger) [la|le] [de|d] {length}
(on continue|continue|continuons|reste|restons) [encore|another] {length} [de plus]
(accorde|donne|laisse) (nous|moi) [encore|another] {length} [de plus]
(prolonge|rajoute|ajoute|rajoutez|ajoutez) [nous|moi] {length}
(encore|another|encore another) {length} [de plus]
{length} (de plus|en plus|supplémentaires)
plus {length}
(on a|nous avons|j ai) besoin {length} (de plus|encore|supplémentaires|en plus)
(on a|nous avons|j ai) encore besoin {length}
(il nous faut|il me faut|il faut|on voudrait|donne nous|laisse nous|donne moi|ajoute|rajoute|ajouter|rajouter|avoir|prends) [encore|another] {length} [de plus|en plus|supplémentaires|encore]
(prolonge|prolonger|prolongez|rallonge|rallonger|rallongez|étends|étendre) [ça|<la>] [de] {length} [de plus]
(on a|nous avons|j ai) besoin (plus|davantage) temps
(il nous faut|il me faut|il faut|on veut|) (plus|davantage|un peu plus) temps
prolonge [ça|<la>]

= ~ extend
(on|nous) (déborde|débordons)
<elle> a encore (questions|une question)
(on n a pas|nous n avons pas|je n ai pas|on a pas) [encore] (fini|terminé)
ça (dure|prend) plus longtemps

= defaults for {length}
(mes|nos|) (réunions|rendez vous|consultations) [doivent|devraient] (durer|durent|dureront|font) [désormais|toujours|à partir de maintenant] {length} [désormais|à partir de maintenant]
(désormais|dorénavant) [toujours] {length}
(par défaut|toujours|durée par défaut) {length}
(mets|règle) durée [par défaut] (à|sur) {length}

= defaults in {place}
(je suis|nous sommes|j habite|je travaille|fuseau horaire|mon fuseau est) (à|en|) {place}

= defaults language {language}
(parle|parlez|réponds|répondez|écris|écrivez) [moi|nous] [toujours] [en] {language} [avec moi]
(passe|mets|change) [tout] [en|langue en] {language}
langue {language}

= join {number}
(rejoindre|rejoins|entrer dans|participer à|me connecter à|accéder à) [réunion|webex] [numéro] {number}

= host {number}
(héberge|héberger|lance|démarre|ouvre|animer|anime) [réunion|webex] [numéro] {number}

= ~ any meet
(elle|il|patient|patiente|client|cliente) (parle|parle seulement|parle uniquement|ne parle que)
(elle|il|patient|patiente) ne parle pas français
<rdv>
(son|sa|) (mail|email|adresse|numéro|téléphone|portable|adresse mail|numéro de téléphone) [est] <who>
(joignable|à joindre) (au|à|sur) <who>
(<elle>|<who>) n a pas (mail|webex|adresse mail|ordinateur|smartphone)
(<elle>|<who>) a (question|des questions|douleurs|fièvre|mal)
(je suis|c est) (à accueil|accueil|secrétariat|secrétaire)

= ~ first meet
(j ai|on a|nous avons) <who>
<who> (arrive|est|passe) [bientôt|dans {time}|à {time}|prochain|prochaine]

= ~ remove
(<who>|<elle>) (ne vient pas|ne vient plus|ne participe pas|ne participe plus|ne viendra pas|ne doit pas être là|n est plus concerné|n est plus concernée)
(c est|c était) (erreur|mauvaise personne|une erreur)

= ~ move
(j ai|on a|nous avons) (empêchement|imprévu|un contretemps|contretemps)
(je suis|on est|nous sommes) (en retard|retardé|retardée|coincé|coincée)
(<elle>|<who>) (est en retard|sera en retard|arrive plus tard)
"""
)
