"""Spanish: looking things up, settings, help, and what isn't a command."""

EXAMPLES = """
= meetings
(mis|lista de|todas mis|muestra mis|qué|enséñame mis|cuáles son mis) [mis] (reuniones|citas|llamadas|videollamadas) [hoy|mañana|tengo|de hoy|esta semana]
qué tengo [hoy|mañana|para hoy|programado]
mi (agenda|calendario|programa)
(agenda|calendario)
cuándo es mi próxima (cita|reunión|llamada)
próxima (cita|reunión)
tengo [alguna|una] [reunión|cita|algo] [hoy|mañana]

= status
quién (lo ha tomado|la ha tomado|ha tomado la solicitud|tomó la solicitud|lo tomó|se encarga)
quién es (el invitado|el paciente|la paciente|mi invitado|el cliente)
(quién espera|quién está esperando|hay alguien esperando|alguien espera|quién está en la puerta|hay alguien en la puerta) [ya|todavía]
(cómo va|qué pasa con) {meeting}
(cuándo|a qué hora) (era|es) [exactamente|de nuevo]
quién (está|se ha) [ya] (conectado|dentro|unido)
[ya] (entró|llegó|se conectó|se unió|está dentro) {person}
quién (viene|está|participa|está invitado|va a venir|recibió el enlace|está en la reunión|asiste) [a la reunión]
quiénes (vienen|están|participan|están invitados)
a quién (invité|he invitado|invitaste)
(recibió|ha recibido|le llegó|tiene|vio|abrió) [ya] {person} [el|la|su] (enlace|correo|invitación|mensaje|link)
{person} (ya|) (recibió|tiene) (el|la) (enlace|invitación)
está [ya] {person} (ahí|dentro|conectado|invitado)
(cuándo|a qué hora) (termina|acaba|empieza|es|caduca) [la reunión|el enlace|{meeting}]
cuánto (tiempo queda|queda|tiempo nos queda|falta)
(participantes|invitados|lista de invitados|estado|los invitados) [de] [{meeting}]
(salió|se envió|llegó) (el correo|la invitación|el sms|el enlace)
(sigue en pie|está cancelada) [la reunión|{meeting}]
sigue siendo válido el enlace

= experts
(qué|lista de|muestra los|muéstrame los) (expertos|especialistas|grupos de expertos) [hay|tenemos|puedo consultar]
quién está (disponible|de guardia|de turno) [ahora|hoy]
a quién puedo preguntar
cuándo no hay nadie de guardia
qué (expertos|especialistas|grupos) (hay|tenemos|están disponibles)
hay (alguien|algún experto) (de guardia|del servicio|del grupo|disponible)
(estoy|cuándo estoy) de guardia (hoy|yo)
muéstrame (los grupos|la lista de guardia)

= on duty
(estoy|ya estoy) (de vuelta|disponible|disponible otra vez)
vuelve a preguntarme
(empieza|comienza) mi turno [ahora]
(empiezo|comienzo|empecé) mi turno
ya (volví|regresé|estoy)
estoy de guardia [{time}]

= off duty
(no estoy disponible|estoy ausente|estoy en una pausa|no estoy de turno)
no me preguntes más
(termina|terminó|acaba) mi turno [ahora]
no estoy (disponible|localizable|de guardia) [{time}]
(termino|acabo|terminé) mi turno
(salgo|voy) a (comer|una pausa|quirófano) [no me avises]
no me (avises|llames|preguntes)

= swap
(cambiar|cambia) (mi turno|mi guardia) con {person}
{person} (me sustituye|hace mi turno|cubre mi turno)
pregunta a {person} en mi lugar
{person} me (cubre|sustituye|reemplaza) [{time}]
(cambia|cambiar) (mi turno|mi guardia) con {person} [{time}]

= desk
cuántas (personas|visitas) (esperaron|llamaron|han esperado) [hoy|{time}]
cuántos pacientes (esperaron|llamaron) [hoy|{time}]
(cifras|estadísticas|resumen) (de hoy|del día|del grupo|de recepción)
cuántas (llamadas|solicitudes) (hubo|tuvimos) [hoy] [en recepción]
cuánto (esperó|esperaron) la gente [hoy]

= devices
(qué|cuáles|lista de|muestra las|las) (salas|dispositivos|equipos|cámaras|sistemas) [hay|puedo llamar|están disponibles|tienes|se pueden usar]
(salas|dispositivos|equipos)
qué sala [está libre]

= defaults
(ajustes|configuración|preferencias|mis ajustes|mis preferencias|opciones|mi configuración)
(cambia|cambiar|muestra|ver) [mis|los|la|las] (ajustes|preferencias|configuración)
(zona horaria|mi zona horaria|idioma|mi idioma)

= defaults for {length}
(por defecto|siempre|normalmente|duración por defecto) {length} [por defecto]
mis reuniones duran [siempre|normalmente] {length}

= defaults in {place}
(estoy|mi zona horaria es|estamos|zona horaria) [en|la de] {place}

= defaults language {language}
[en] {language} por favor
(habla|escribe|responde|háblame|escríbeme) [me] [en] {language} [por favor]
(mi idioma es|idioma por defecto|idioma) [el] {language}
(cambia|pasa) [al|a|el idioma a] {language}
(escribe|escribid|escribir) [siempre] a (mis|nuestros|todos mis|los) (invitados|pacientes|clientes) [siempre] en {language} [desde ahora]
(mis|nuestros) (invitados|pacientes|clientes) siempre en {language}

= write in {language}
(escribe|escríbele|escribele|háblale) {language}
(escribe|escríbele) a {person} {language}
(manda|mándale|envíale) (el enlace|la invitación) {language}
(manda|envía) el enlace a {person} {language}
(ella|él|{person}) (quiere|prefiere) el enlace {language}

= join {number}
(únete|unirme|entrar|unirse|entra) [a|en] [la] [reunión|webex] {number}
quiero (unirme|entrar) [a la reunión] {number}

= host {number}
(inicia|abre|empieza|organiza) [mi|la] (webex|reunión) {number}
quiero (iniciar|organizar) [la reunión] {number}

= plan
(formulario|el formulario|planificar|plan|abre el formulario|dame el formulario|muestra el formulario)
(quiero|quisiera|puedo) (planificar|programar) [una reunión|algo|una cita]
(nueva cita|pedir cita|dar cita)
prefiero rellenar [un formulario|algo]

= help
(ayuda|ayúdame|necesito ayuda|socorro|comandos|instrucciones|manual|ejemplos)
qué (puedes|sabes|puedo|debo) (hacer|decir|escribir)
cómo (funciona|funcionas|se usa|va esto|funciona esto)
(no entiendo|estoy perdido|no sé qué hacer)

= help meet
cómo (puedo|se puede|invito|creo|programo|inicio|hago) [invitar|crear|programar|una|a alguien] [a alguien|una reunión|una cita|una llamada]

= help cancel
cómo (puedo|se puede|cancelo|anulo) [cancelar|anular] [la|una] [reunión|cita]

= help extend
cómo (puedo|alargo|extiendo) [alargar|extender] [la|una] reunión

= help add
cómo (puedo|añado|agrego) [añadir|agregar] (a alguien|un invitado|a otra persona)

= help move
(cómo puedo|puedo|se puede) (mover|cambiar|posponer) [una|la] reunión

= help poster
cómo (imprimo|hago|creo) un cartel

= poster
(quita|retira|cambia|reemplaza) el cartel [de recepción]
nuevo código para el cartel [de recepción]
(necesito|quiero) (un|el) cartel [para recepción]

= help group
cómo (creo|cambio|borro) un grupo [de expertos]

= group
(crea|añade) un [nuevo] grupo [de expertos]
(borra|elimina|cambia) el grupo
(añade|quita) [a] {person} (al|del) grupo

= help expert
cómo (encuentro|pido|consulto) [a] (un experto|un especialista|el servicio)

= expert
(busca|búscame|consigue|consígueme|necesito) (un médico|un doctor|un experto|un especialista) para {person}
(necesito|quiero|busco) [a] un (especialista|experto|médico especialista) [para {person}]
(pregunta|llama|avisa) (al servicio|al grupo|a un experto) [por {person}]

= take
[yo] (me encargo|lo tomo|la tomo|me ocupo|lo cojo|la cojo)
(lo tomo yo|la tomo yo|es mía|es mío|puedo hacerlo yo)
(retomo|retomar|vuelvo a tomar|me encargo de) [la solicitud|la llamada]

= help take
cómo (tomo|acepto) una solicitud

= not me
[yo] no puedo [con|tomar|atender] [la solicitud|la llamada]

= help not me
no puedo (tomarlo|tomarla|atenderlo)
(pregunta|pide) a (otro|otra persona|alguien más)

= about
(quién|qué) (eres|es usted)
eres [un|una] (humano|robot|bot|persona|máquina|ia)
(versión|quién te hizo|quién te creó|cómo te llamas)

= check
(funcionas|estás ahí|estás funcionando|todo bien|va todo bien|diagnóstico|prueba)

= inside
(silencia|silenciar) a {person}
(graba|grabar|grabación) [la reunión|esto]
deja (entrar|pasar) a {person}
(compartir|comparte) [mi|la] pantalla

= nothing
(cubro|sustituyo|reemplazo) a {person} [{time}]
(cubre|sustituye|releva) a {person} [{time}]
no (llames|invites|envíes|canceles|digas|añadas|mandes|alargues) [nada] [a] [{person}]
(ahora no|no|sí|quizás|todavía no)
{person} (me llamó|llamó|me escribió|acaba de salir)
(ya hablé|ayer hablé|ya hemos hablado) con {person}
(hola|buenos días|buenas tardes|buenas noches|adiós|hasta mañana|hasta luego|qué tal)
(genial|perfecto|bien hecho|estupendo|vale|lástima|mal)
cuando {person} (llame|llegue|venga) (dime|avísame)
"""
