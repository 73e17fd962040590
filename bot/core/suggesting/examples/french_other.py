"""French: looking things up, settings, help, and what isn't a command."""

EXAMPLES = """
= meetings
(mes|liste|toutes mes|montre mes|quelles|affiche mes) [mes] (réunions|rendez vous|appels|visios|rdv) [aujourd hui|demain|cette semaine|ai je]
qu est ce que j ai [aujourd hui|demain|de prévu]
j ai quoi (de prévu|aujourd hui|demain|cette semaine|{time})
(mon|l) (agenda|planning|programme|calendrier)
(agenda|planning)
quand est (mon|ma) prochain (rendez vous|réunion|appel)
(prochain|prochaine) (rendez vous|réunion)
(est ce que j ai|ai je) [une|un] [réunion|rendez vous|quelque chose] [aujourd hui|demain|de prévu]

= status
qui (l a pris|a pris la demande|a pris ma demande|s en occupe|a pris l appel)
(qui est|c est qui) (l invité|le patient|la patiente|mon invité|l appelant)
(c est|c était) (quand|à quelle heure) [déjà|encore]
(quand|à quelle heure) (est ce|était ce|c est) [déjà|encore]
(qui attend|quelqu un attend|est ce que quelqu un attend|il y a quelqu un qui attend|qui est à la porte|qui est en salle d attente) [déjà|encore]
(où en est|qu en est il de) {meeting}
c est (quand|à quelle heure) [déjà|exactement]
qui (est|a) [déjà] (là|rejoint|arrivé)
qui (vient|est là|participe|est invité|est dans la réunion|sera là|a reçu le lien|est en ligne)
qui (ai je|as tu|avons nous) invité
(est ce que|) {person} (a|a t il|a t elle) [bien|déjà] (reçu|eu|vu|ouvert) [le|l|son] (lien|mail|invitation|message)
{person} est [déjà|bien] (là|arrivé|arrivée|invité|connecté)
(quand|à quelle heure) (finit|se termine|commence|est|expire) [la réunion|ça|le lien|{meeting}]
(combien de temps|il reste combien de temps) [reste t il|encore|nous reste t il]
(participants|invités|liste des invités|statut|état|les invités) [de] [{meeting}]
(le mail|l invitation|le sms|le lien) (est parti|est bien parti|a été envoyé)
(la réunion|{meeting}) (a t elle|est elle) [toujours] (lieu|annulée)
le lien est il (encore|toujours) valable

= experts
(quels|liste des|montre les|montre moi les) (experts|spécialistes|groupes d experts) [y a t il|avons nous|puis je solliciter]
qui est (disponible|de service|d astreinte|de garde) [maintenant|aujourd hui]
à qui puis je demander
quand n y a t il personne de service
(quels|quelles) (experts|spécialistes|groupes) (y a t il|sont disponibles|avons nous)
qui est (de garde|d astreinte|de service) (en|dans le|pour le) (service|groupe) [ce soir|maintenant]
y a t il quelqu un (du service|du groupe|de disponible)
(suis je|quand suis je) (de garde|d astreinte|de service) [aujourd hui]
montre moi (les groupes|la liste de garde|le planning de garde)

= on duty
je suis (de retour|à nouveau disponible|disponible|d astreinte)
sollicite moi à nouveau
mon service (commence|débute) [maintenant]
je (prends|commence|débute) (mon service|ma garde)
je suis de (garde|service) [maintenant|{time}]
je suis joignable [à nouveau|maintenant]

= off duty
je (ne suis pas disponible|suis absent|suis en pause|ne suis pas de service)
ne me sollicite plus
mon service (est terminé|se termine) [maintenant]
je (ne suis plus|ne suis pas) (joignable|disponible|de garde|de service) [{time}]
(j ai fini|je termine|je finis) (mon service|ma garde)
je (pars|vais) (manger|déjeuner|en pause|au bloc)

= swap
(échange|échanger) (mon service|ma garde|mon astreinte) avec {person}
{person} (me remplace|prend mon service|prend ma garde)
sollicite {person} à ma place
(échange|échanger) (ma garde|mon service|mon astreinte) avec {person} [{time}]
{person} me (remplace|relève) [{time}]

= desk
combien de (personnes|patients|visiteurs) ont (attendu|appelé) [aujourd hui|{time}]
(chiffres|statistiques|bilan) (du jour|d aujourd hui|du groupe|de l accueil)
combien d (appels|demandes) [y a t il eu] (à l accueil|dans le groupe|aujourd hui)
combien de temps (les gens|les visiteurs) ont (ils|elles) attendu

= devices
(quelles|quels|liste des|montre les|les) (salles|appareils|équipements|caméras|systèmes) [y a t il|sont disponibles|je peux appeler|existe t il|peut on appeler]
(salles|appareils|équipements)
quelle salle [est disponible]

= defaults
(paramètres|réglages|préférences|mes paramètres|mes réglages|mes préférences|options|configuration)
(change|changer|montre|modifier) [mes|les] (paramètres|réglages|préférences)
(fuseau horaire|mon fuseau horaire|langue|ma langue)

= defaults for {length}
(par défaut|toujours|d habitude|normalement|durée par défaut) {length} [par défaut]
mes réunions durent [toujours|normalement] {length}

= defaults in {place}
(je suis|mon fuseau horaire est|nous sommes|fuseau horaire) [à|celui de] {place}

= defaults language {language}
[en] {language} s il te plaît
(parle|écris|réponds|parlez) [moi|nous] [en] {language} [s il te plaît]
(ma langue est|langue par défaut|langue) [le] {language}
(passe|change) [en|la langue en] {language}
(écris|écrivez|écrire) [toujours] à (mes|nos|tous mes|aux) (invités|patients|clients) [toujours] en {language} [à partir de maintenant]
(mes|nos) (invités|patients|clients) toujours en {language}

= write in {language}
(écris|écrivez|parle) (lui|leur) {language}
(écris|réponds) à {person} {language}
(envoie|renvoie) lui (le lien|l invitation) {language}
envoie le lien à {person} {language}
(elle|il|{person}) (veut|préfère) le lien {language}

= join {number}
(rejoindre|rejoins|entrer dans|participer à) [la] [réunion|webex] {number}
je (veux|voudrais) rejoindre [la réunion] {number}

= host {number}
(démarre|lance|anime|ouvre|héberge) [ma|mon|la] (webex|réunion) {number}
je veux (animer|démarrer) [la réunion] {number}

= plan
(formulaire|le formulaire|planifier|plan|ouvre le formulaire|donne moi le formulaire|affiche le formulaire)
(je veux|je voudrais|puis je|est ce que je peux) planifier [une réunion|quelque chose|un rendez vous]
(nouveau rendez vous|prendre un rendez vous|prendre rendez vous)
(je préfère|je voudrais) remplir [un formulaire|quelque chose]

= help
(aide|aide moi|à l aide|au secours|j ai besoin d aide|commandes|mode d emploi|instructions|exemples)
(que|qu est ce que) (peux tu|tu sais|tu peux|puis je|je peux|dois je) [faire|dire|écrire|taper]
comment (ça marche|ça fonctionne|tu fonctionnes|on fait|utiliser ce bot)
(je ne comprends pas|je suis perdu|je ne sais pas quoi faire)

= help meet
comment (je|puis je|faire pour|on) (inviter|invite|créer|crée|planifier|organiser|démarrer|lancer) [une|un|quelqu un|une réunion|un rendez vous|un appel]

= help cancel
comment (je|puis je|faire pour|on) (annuler|annule|supprimer) [une|la|un|le] [réunion|rendez vous]

= help extend
comment (puis je|on peut|prolonger|faire pour prolonger) [prolonger|la réunion|une réunion]

= help add
comment (puis je|on peut|ajouter|faire pour ajouter) [ajouter] (quelqu un|un invité|une personne)

= help move
(comment|est ce que je peux|puis je) (déplacer|décaler|reporter) [une|la] réunion

= help poster
comment (imprimer|faire|créer) une affiche

= poster
(retire|enlève|décroche|remplace|supprime) l affiche [de l accueil]
nouveau code pour l affiche [de l accueil]
(fais|il me faut|je voudrais) (une|l) affiche [pour l accueil]

= help group
comment (créer|changer|supprimer) un groupe [d experts]

= group
(crée|ajoute) un [nouveau] groupe [d experts]
(supprime|efface|modifie) le groupe
(ajoute|retire) {person} (au|du) groupe

= help expert
comment (trouver|joindre|demander) (un expert|un spécialiste|le service)

= expert
(trouve|trouvez|il me faut|appelle|envoie) [moi] (un médecin|un docteur|un expert|un spécialiste) pour {person}
(j ai besoin|il me faut) [d] un (spécialiste|expert|médecin spécialiste) [pour {person}]
(demande|appelle|sollicite) (le service|le groupe|un expert|un spécialiste) [pour {person}]

= take
je (m en occupe|m en charge|le prends|la prends|prends celle ci|prends celui ci)
(c est pour moi|je peux le faire|je peux m en occuper)
(prendre|reprendre|reprends|je reprends|je prends) [la demande|l appel|en charge]
je m occupe de

= help take
comment prendre (une demande|un appel)

= not me
je ne (peux|pourrai) pas [prendre|m occuper de]

= help not me
je ne peux pas (le|la|m en) (prendre|occuper)
demande à quelqu un d autre

= about
(qui|qu) (es tu|est tu|êtes vous|est ce que tu es)
(es tu|êtes vous|tu es) [un] (humain|robot|bot|une machine|une ia|une personne)
(version|qui t a fait|qui t a créé|comment tu t appelles)

= check
(tu marches|ça marche|tout va bien|es tu là|tu es là|tu fonctionnes|diagnostic|test)

= inside
(coupe|coupez) le (micro|son) de {person}
(enregistre|enregistrer|enregistrement) [la réunion|ça]
(fais|laisse) entrer {person}
(partager|partage) [mon|l] écran

= nothing
(prends|je prends|prendre) la relève de {person} [{time}]
je (remplace|relève|couvre) {person} [{time}]
(remplace|relève) {person} [{time}]
(n appelle|n invite|n envoie|n annule|ne dis|ne contacte|n ajoute) (pas|rien) [à] [{person}]
(n annule|n annulez|ne prolonge|n ajoute) pas
(pas maintenant|non|oui|peut être|pas encore)
{person} (m a appelé|a appelé|m a écrit|vient de partir)
(j ai|nous avons) (déjà|hier) (parlé à|vu|appelé) {person}
(bonjour|bonsoir|salut|coucou|au revoir|à demain|bonne journée|bonne soirée)
(super|génial|parfait|bravo|bien joué|dommage|nul|zut)
quand {person} (appelle|arrive|vient) (dis moi|préviens moi)
"""
