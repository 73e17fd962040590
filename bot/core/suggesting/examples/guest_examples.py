"""Italian, Portuguese, Dutch and Japanese: the few sentences that guests type."""

EXAMPLES = """
= my link
il mio link [per favore]
(mandami|inviami|rimandami|dammi|invia|mi mandi|mi invia|può mandarmi) [di nuovo] il [mio] link [di nuovo|ancora]
(ho perso|non trovo|non trovo più|non ho ricevuto|ho cancellato) (il mio|il|la|la mia) (link|invito|mail|email)
(il|il mio) link (non funziona|non va|è scaduto|non si apre)
non (riesco|posso) (a entrare|entrare|ad aprire il link|accedere|a collegarmi)
(dov è|dove trovo) il (mio link|link)
come (entro|accedo|mi collego)
o meu link [por favor]
(mande|envie|manda|envia|reenvie|me manda|me envia) [me] [novamente|de novo] (o|o meu|meu) link [de novo|outra vez|novamente]
(perdi|não encontro|não recebi|apaguei|não acho) (o meu|o|meu|a) (link|convite|email|e mail)
(o|o meu|meu) link (não funciona|expirou|não abre)
não (consigo|posso) (entrar|acessar|abrir o link|aceder)
onde está o (meu link|link)
como (entro|acesso|participo)
mijn link [alsjeblieft|graag]
(stuur|geef) mij [nog een keer|opnieuw] (mijn|de|een) [nieuwe] link [opnieuw|nogmaals]
ik (ben|kan) mijn (link|uitnodiging|mail) (kwijt|niet vinden|niet meer vinden)
ik heb (geen|mijn) (link|uitnodiging|mail) (ontvangen|gekregen|verwijderd)
(mijn|de) link (werkt niet|doet het niet|is verlopen|opent niet)
ik (kom|kan) er niet in
waar is mijn link
hoe (kom ik erin|neem ik deel|doe ik mee)
リンクを (送ってください|もう一度送ってください|再送してください)
リンク (をください|が開けません|が見つかりません|をなくしました)
(リンクが開きません|リンクが開かない|リンクが使えません|リンクが切れています|リンクを失くしました)
(入れません|入れない|会議に入れません|ログインできません|接続できません)
私のリンク
招待 (が届きません|が見つかりません)

= tell
(sono|arrivo|sarò) in ritardo [di {length}]
(arrivo|farò) [{length}|un po ] [più] tardi
(non posso|non riesco a) (venire|partecipare|esserci)
[vou|estou] (atrasado|atrasada|me atrasar) [{length}]
(chego|vou chegar) [{length}] (atrasado|mais tarde)
não (posso|consigo) (ir|participar|comparecer)
ik (ben|kom) [{length}] (te laat|later|verlaat)
ik kan niet (komen|aanwezig zijn|erbij zijn)
(het|vandaag|dat) lukt [het|vandaag] niet
(遅れます|少し遅れます|{length}遅れます)
(参加できません|行けません|欠席します)
(i can not|i will not be able to) (come|make it|attend|join)
(ich kann|ich schaffe es) nicht (kommen|teilnehmen|dabei sein)
(je ne peux pas|je ne pourrai pas) (venir|participer|être là)
no (puedo|podré) (ir|venir|asistir|participar)

= meet
(ho bisogno di|mi serve|vorrei) un link [video] [per un paziente|per un cliente]
(preciso de|quero|gostaria de) um link [de vídeo] [para um paciente|para um cliente]
(ik heb|we hebben) een link nodig [voor een patiënt|voor een klant]
(chiama|videochiama) {person}
(liga|ligue) para {person}
(bel|videobel) {person}
"""
