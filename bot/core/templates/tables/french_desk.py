"""French: clear sentences about guests at the door, and to groups of experts."""

from bot.core.templates.tables.french_clear import NAMES

EXAMPLES = (
    NAMES
    + """
@elles = elle|lui|patient|patiente|client|cliente|invité|invitée|visiteur
@tous = tout le monde|tous|toutes|tous ceux qui attendent|ceux qui attendent|tous invités|invités|tous ceux qui patientent
@qui = quelqu un|expert|experte|spécialiste|médecin|docteur|collègue

= meet here
[lance|démarre|organise|ouvre|fais|faisons|on fait] <rdv> [avec|pour] (tout le monde|nous tous|toute l équipe|tous) (ici|dans cet espace|dans ce salon|de cet espace)

= let in
(fais|faites|laisse|laissez) [moi] (entrer|rentrer|passer) (<who>|<elles>) [maintenant]
(laisse|laissez|fais|faites) (<who>|<elles>) (entrer|rentrer|passer) [maintenant]
(admets|admettez|accepte|acceptez) (<who>|<elles>) [maintenant]
(<who>|<elles>) (peut|pourrait|doit) (entrer|rentrer|passer|venir) [maintenant]
(tu peux|vous pouvez|peux tu|pouvez vous) (faire|laisser) (entrer|rentrer|passer) (<who>|<elles>) [maintenant]
(laisse|laissez|fais|faites) (la|le|l|les) (entrer|rentrer|passer) [maintenant]
(laisse|laissez|fais|faites) (entrer|rentrer|passer) [maintenant]

= let in all
(fais|faites|laisse|laissez) (entrer|rentrer|passer) <tous> [maintenant]
(laisse|laissez|fais|faites) <tous> (entrer|rentrer|passer) [maintenant]
(admets|admettez) <tous> [maintenant]
<tous> (peut|peuvent) (entrer|rentrer) [maintenant]
(tu peux|vous pouvez) (faire|laisser) (entrer|rentrer) <tous>

= reply coming
(réponds|répondez|répondre) à (<who>|<elles>) [que] (j arrive|j arrive tout de suite|je viens|je suis en route|arrive)

= reply not today
(réponds|répondez|répondre) à (<who>|<elles>) [que] (pas aujourd hui|ce n est pas possible aujourd hui|je ne peux pas aujourd hui|ce ne sera pas aujourd hui)

= expert {group}
(appelle|appeler|appelez|contacte|contacter|contactez|demande|demander|demandez|trouve|trouver|trouvez|joins|joindre|préviens|sollicite|interroge|fais venir|je veux|je voudrais|il me faut|il nous faut|j ai besoin de|besoin de|nous avons besoin de|on a besoin de) [moi|nous] [à] [<qui> [de|en|du service de]] {group} [en ligne|en visio|au téléphone|maintenant] [pour <who>]
(mets|mettez|mettre|passe|passez) [moi|nous] [en] (relation|ligne|contact|visio|communication|) avec [<qui> [de|en]] {group} [pour <who>]
<who> (a besoin|voudrait|veut|souhaite) [parler|voir] [à|de|avec] [<qui> [de|en]] {group}
{group} pour <who>
(expert|experte|spécialiste|avis) [en|de] {group} [pour <who>]

= who is on for {group}
qui est [de garde|d astreinte|disponible|de service|là] (en|à|pour|au|de) {group} [aujourd hui|maintenant|ce soir]
qui est (en|à|pour|au) {group} [de garde|d astreinte|disponible|de service] [aujourd hui|maintenant|ce soir]
"""
)
