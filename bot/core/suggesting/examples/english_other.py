"""English: looking things up, settings, help, and what isn't a command."""

EXAMPLES = """
@what = which|what|list|show|show me|list all|see|what are the|which are the|give me

= meetings
(what time|when) is my [next] (meeting|call|appointment)
[<what>] [my|all|all my|the] (meetings|calls|appointments|sessions|visits|conferences|links) [today|tomorrow|this week|do i have|are there|i have]
what do i have [today|tomorrow|now|next|this week|on today|planned|coming up]
(what is|what s|whats) (on|up|next|planned|my next meeting|on today|on tomorrow|coming up|scheduled|on my list|on the agenda) [today|tomorrow]
my (schedule|agenda|calendar|day|list|next meeting|next call|next appointment|appointments|calls)
(upcoming|scheduled|planned|running|current|open|next|today s|past) [meetings|calls]
(agenda|schedule|overview|calendar)
(am|do) i (hosting|have|host) (anything|something|any meetings|a meeting) [today|tomorrow|{time}]
(which|what) meetings (are running|are there|did i make|did i plan|are open)
when is my next (meeting|call|appointment)
anything (today|tomorrow|planned|scheduled)
how many meetings do i have

= status
who took (it|that|the request|my request|the call|this) [on]
(has|did) (anybody|anyone|somebody|someone) (taken|take|took) (it|that|the request|my request)
(when|what time|at what time) (is|was) (it|this|that|the meeting|the call) [again]
who has (a link|the link|links|which link)
who (is|are|s) [the|my|our] (guest|guests|patient|client|caller|visitor)
(who is|who s|is anybody|is anyone|is somebody|is someone) (waiting|waiting for me|at the door|in the waiting room|still waiting) [now|already|yet]
(anyone|anybody|somebody|someone) (waiting|at the door|in the waiting room) [yet|already|now]
how is {meeting} (looking|doing|coming along|shaping up)
what is (happening|going on|up) with {meeting}
who (has|all has) (joined|accepted|arrived|shown up) [so far|yet]
how is (it|{meeting}) going
how is it going with {meeting}
what about {meeting}
{meeting}
status [of] [it|the meeting|{meeting}]
(who|who all) (is|s|are|was|is all|else is) (in|in it|coming|invited|there|on the call|in the call|on the list|in {meeting}|coming to {meeting}|going to join|joining)
who (did i|did you|have you|have i|do we) (invite|invited|have)
who (got|received|has|gets|had) [a|the|his|her|which] (link|links|invitation|mail|it)
(did|has) {person} (get|got|receive|received|see|seen|open|opened) [it|the|her|his|a|my] [link|links|mail|invitation|invite|message]
(did|has) everybody (get|got|receive|received) [it|the link|their links]
(is|has) {person} (there|in|here|joined|coming|invited|online|arrived) [yet|already]
(when|what time) does (it|the meeting|the link|my link|{meeting}) (end|start|expire|begin|stop|run out)
when is {meeting}
when (is|was) it [again|exactly|again exactly]
how (long|much time) (is|do we have|do i have|does it run) [left|still]
(time|minutes) left
(is|was) (it|the meeting|{meeting}) (still on|still running|cancelled|canceled|open|over|still valid|on)
(is|are) (the|my) (link|links) still (valid|working|good|open)
(participants|attendees|guests|guest list|participant list|list of guests)
(show|list|give) [me] [the] (guests|participants|attendees|details|status) [of {meeting}]
(can you|could you) (tell me|check|see|let me know) (whether|if) {person} (got|received|has|opened) [the|my] (link|invitation|mail)
(was|were) (the mail|the mails|the invitation|the sms|the text|it) (sent|delivered) [to {person}]
did (it|the mail|the invitation|the sms|you) (go out|arrive|get delivered|send it|reach {person})
who cancelled [it|the meeting|{meeting}]
did you cancel (it|the meeting|{meeting})
(what is|what s) the (status|number|state|link state) [of] [{meeting}|the meeting]
(info|details|information) (about|on|of) [the meeting|{meeting}]
who (is|s) on (the call|it|the meeting|there)

= experts
(which|what|list|show me the|show) (experts|specialists|expert groups|groups of experts) [are there|do we have|can i ask]
(who|which expert|which specialist) is (available|on call|on duty|free) [now|today|right now]
who can i ask
when is nobody on (duty|call)
(who is|who s|is anyone|is anybody) (on call|covering|available|on) (in|for|from|at) the (department|ward|clinic|group) [tonight|today|now]
who (is|s) covering [tonight|today|now]
(what|which) groups (are there|do we have|can i ask)
(am i|when am i) (on call|on duty) [today|now|tonight|next]
(show|list) [me] [the] on call (list|rota|schedule|people)

= on duty
i (am|m) (back|available|on call|on duty) [again|now]
[please] (ask|page) me again
my shift (begins|starts) [now]
(put|mark|sign) me [as] (on duty|on call|available|back on)
i (start|am starting|begin) my shift [now]

= off duty
i (am|m) (not available|unavailable|off|away|on a break|done for today|not on call)
[please] (do not|don t|stop) (ask|asking|page|paging) me
my shift (is over|ends) [now]
(put|mark|sign|clock) me [as] (off duty|off|away|unavailable|out)
i (am|m) (out|off shift|going off shift|on lunch|out for lunch|in surgery|in theatre) [do not page me]
i (am|m) (away|off|out|unavailable|not available|busy) [{time}|{length}]

= swap
(swap|change|trade) (my shift|shifts|my duty|duty) with {person}
{person} (covers|stands in|takes my shift) for me
(ask|page) {person} instead of me
(can|could|will) {person} (take|cover) my shift [{time}]
{person} (covers|is covering|stands in|takes over) for me [{time}]

= desk
how many [people|patients|callers|visitors] (waited|called|came|rang|asked) [today|{time}]
(desk|today s) (stats|statistics|numbers|report|figures)
(show|give) [me] [the] (figures|numbers|statistics) [of today|for today]
how many (calls|requests|callers|visitors) [did] (the desk|we|cardiology|there|reception) (get|have|were|came) [today]
how long did (people|callers|visitors) [have to] wait [today]
how (quickly|fast) (were|are) (requests|calls) (taken|claimed|answered) [today]

= devices
[<what>] [the|all] (devices|rooms|video systems|systems|endpoints|cameras|boards|room devices|meeting rooms|units|screens) [are there|do you have|can i dial|can you dial|can i call|can be dialled|are available|do we have|can i use]
(is|are) there (any|a) (rooms|devices|cameras|room|device) [i can dial|i can use]
(which|what) (room|rooms|device|devices) can (i|you|we) (dial|call|use|connect)
(available|free) rooms
names of [the] (rooms|devices)

= defaults
(defaults|settings|preferences|my settings|my defaults|configuration|options|my preferences|setup)
(show|change|edit|see|what are|open|set|where are) [the|my] (defaults|settings|preferences|options)
(what is|what s) (usual|my time zone|my timezone|my language|the default|my default)
(timezone|time zone|my timezone|my time zone|language|default length|default duration)
how long is a meeting (usually|by default)

= defaults for {length}
(default|standard|usual) [length|duration] [is|of] {length}
[make|set] {length} [as|is] [my|the] (default|standard|usual) [length|duration]
(set|change|make) [my|the] default [length|duration|time] to {length}
my meetings (are|take|last|should be) [usually|always|normally] {length}
(always|usually|normally) {length}
[all] meetings (should|shall) [always] (last|take|be) {length}

= defaults in {place}
my (timezone|time zone|zone) is {place}
(i am|i m|im|we are|i live|i work|we sit) in {place} [now|time|today|this week|{time}]
(set|change) [my] (timezone|time zone|zone) [to] {place}
(use|take) {place} time [from now on]

= defaults language {language}
[in] {language} please
[please] (speak|write|talk|answer|use) [to me|to us] [in] {language} [please|to me|from now on]
(switch|change|set) [my|the] [language] to {language}
my language is {language}
(default|standard) language {language}
i (speak|read|prefer|want) {language}
can you (speak|write|answer) [in] {language}
(everything|answers|replies) in {language}
[please|always|from now on] [always] (write|talk|speak|email) to (my|our|all|all my|the) (guests|patients|clients|customers) [always|only] in {language} [from now on|always]
(my|our|all) (guests|patients|clients|customers) (should|must|want to) [always] (get|read|be written to in|be addressed in) {language}

= write in {language}
(write|talk|speak|reply|text) to (her|him|them|{person}) {language}
(write|email|text|message) {person} {language}
(send|give) (her|him|them|{person}) (the link|the invitation) {language}
(she|he|{person}) (needs|wants|prefers) (it|the link) {language}

= join {number}
(get|give|send) [me] [the] [join] link (for|of|to) {number}
(join|dial in|dial into|dial|enter|attend|connect to|go to) [the|a] [webex] [meeting] [number] {number}
[i want to|take me to|get me into] (join|enter) [the] (meeting|webex) {number}
(webex|meeting) [number|id] {number}
(link|a link) to join [meeting] {number}

= host {number}
(i am|i m) hosting {number} [today|now] [get|give me] [the] [host link]
(get|give|send) [me] [the] host link (for|of|to) {number}
(host|start|open|begin|launch) [my|the|a] [webex] [meeting] [number] {number}
i (want|need|would like) to (host|start) [meeting] {number}
(start|host) [my] personal (room|webex) {number}

= plan
(plan|plan a meeting|planning|form|open form|the form|show form|open the form)
(give|show|get|open) [me] [the|a] (form|planner|dialog|mask|input form)
(i want to|i would rather|can i|let me|i would like to) (plan|fill in|fill out|use a form|click) [something|a form|a meeting] [instead]
(plan|schedule|book) (something|a meeting|an appointment|a call) [for later|for next week|for tomorrow|for {time}]
can i (plan|schedule|book) a meeting
(i would rather|i prefer to) (not type|fill in something|click)
new appointment
next appointment

= help
(help|help me|i need help|can you help|can you help me|usage|commands|list of commands|manual|instructions|guide|menu|options|what now)
(what|which) (can|could) (you|i|one) (do|say|type|ask|write) [here|for me]
(what|how) (should|do|can|must|shall) i (type|say|write|ask|enter|do) [now]
how (does|do) (this|it|you|the bot) work
how (do|can) i (use|work with|talk to) (this|you|it|the bot)
(what are you|are you) able to do
(show|give) [me] [some|an] (examples|example|commands|possibilities)
(explain|tutorial|intro|introduction|getting started|first steps|faq)
i (am lost|am stuck|do not understand|do not get it|have no idea|am confused|do not know what to do)
what (is this|is it for|are my options|commands are there)

= help meet
how (do|can|could) (i|we) (start|invite|create|make|open|set up|have|schedule|plan|book) [a|an|somebody|someone] (meeting|call|guest|video call|patient|for tomorrow|for later|it for tomorrow)
how (do|can) i (call|meet|video call|see|invite) (somebody|someone|a patient|a guest|{person}|people)
how to (meet|invite|start a meeting|schedule|call)

= help add
how (do|can) i (add|invite) (somebody|someone|people|another guest|more people|a guest|{person}) [to the meeting|to a meeting|later]
how to add (somebody|someone|people|guests)

= help resend
how (do|can) i (resend|send again) [a|the] (link|links|invitation)
what (do|can) i do if (somebody|a guest|someone|{person}) (lost the link|loses the link|can not join)

= help text
how (do|can) i (forward|copy|send) (a link|the link|it|a text) myself
how do i (get|make) a text [to forward]

= help handover
how (do|can) i (hand over|transfer|give|pass on|delegate|change the host of) [a|the|my] (meeting|host|it) [to somebody|to a colleague]
how to (hand over|transfer) [a meeting]

= help cohost
how (do|can) i (add|make|have|get) [a] (second host|co host|cohost|another host)

= help extend
how (do|can) i (extend|prolong|lengthen) [a|the|my] (meeting|link|time|it)
how do i get more time

= help cancel
how (do|can) i (cancel|delete|end|stop|call off|undo) [a|the|my|it] [meeting|{meeting}|call]
how to (cancel|delete) [a meeting]

= help move
how (do|can) i (move|reschedule|postpone|change) [a|the|my] (meeting|time|date|it)
can i (move|reschedule|postpone) (a|my|the) meeting

= help devices
how (do|can) i (dial|connect|use|call) [a|the] (room|device|camera|video system|{device})

= help defaults
how (do|can) i (change|set) [my|the] (language|time zone|timezone|settings|defaults|default length)

= help poster
how (do|can) i (take|remove|delete|retire) [down] [a|the] poster [down]
how (do|can) i (make|print|hang|get|create) [a|the] (poster|qr poster)

= poster
(take down|remove|delete|replace|renew|retire) [the|a] poster [at|of|in the]
take the poster down
a new (code|address|qr code) for the poster
(i|we) need [a|the] [new] poster [again]
(can|could) i (get|have) the poster [again]

= help group
how (do|can) i (make|set up|create|change|delete) [a|the] [expert] group

= group
(make|create|set up|add) [a|an|the] [new] [expert] group [of experts] [called] [with {person}]
(delete|remove|change|edit) the [expert] group
(add|remove) {person} (to|from) the group

= help expert
how (do|can) i (ask|find|get|reach|page) [a|an|the] (expert|specialist|group|department)

= expert
(get|find|send|need|i need) [me|us] (a|an) (doctor|expert|specialist) for {person}
(ask|page|get|find) [a|an|the] (expert|specialist|doctor|department) [on call] [for {person}]
(get|find) (me|us) (someone|somebody) from [the] (department|ward|clinic)
is there (an expert|a specialist|somebody) for {person}

= help take
how (do|can) i (take|claim|accept) [a|the] (request|call|one)

= not me
(i can t|i cannot|can not|can t|i can not) [do|take|manage]

= help not me
i can not take (it|this one|{meeting})
(someone|somebody) else [please]
[please] (ask|give it to|get) (someone|somebody) else

= help join
how (do|can) i join a (classic|webex|normal) meeting

= about
(who|what) are you
who (made|built|wrote|runs|owns|developed) you
what are you [for]
are you [a] (human|robot|bot|person|real|machine|an ai|ai|chatgpt)
(version|about|about you|what version|which version|your version|what is your name|your name)
what is (this bot|instant connect)
tell me about yourself

= check
(check|check yourself|self test|selftest|health|healthcheck|health check|diagnose|diagnosis|diagnostics|ping|doctor)
are you (working|ok|okay|alive|online|up|there|running|healthy|down|broken)
(is|are) (the bot|everything|webex|the system|it) (working|ok|okay|up|down|running|broken|fine)
is (something|anything) (wrong|broken|down)
(run|do) [a|the] (check|self test|diagnosis|test)
system status

= inside
[how do i] (mute|unmute|spotlight|pin|silence) (all|everybody|people|guests|{person}|me|them|him|her)
(record|start recording|stop recording|recording|transcribe) [the meeting|it|this|the call]
(let|admit) {person} (in|in from the lobby|in from the waiting room)
(share|show) (my|the|a) (screen|desktop|slides|file|document)
(lock|unlock) (the meeting|it|the room)
(turn|switch) (on|off) (the|my) (camera|microphone|mic|video|captions|background)
(make it|make the meeting) (private|public|secret)
(raise|lower) (my|the) hand
(breakout rooms|live captions|subtitles|background blur)

= nothing
(skip|pass over) {person} [for now|today|please]
[there is] no need to (meet|call|see|invite) {person} [any more|anymore|now|today]
is {person} (the|our|a|my) [new] (doctor|colleague|patient|nurse|client|boss)
[can] [i] (cover|cover the shift|stand in|take over|fill in) (for|of) {person} [{time}]
take over the shift of {person} [{time}]
(do not|never|please do not) (call|meet|invite|add|send|tell|cancel|ring|contact|write to) [it|anything] [to] [{person}|the meeting|it]
(i|we) (will not|do not want to|am not going to|can not) (meet|call|see|invite) {person} [{time}]
i am not (meeting|calling|seeing|inviting) {person}
not now
{person} (called|rang|wrote|texted|emailed|phoned|left|just left|is here|has called) [me|us|again|already]
(i|we) (met|saw|called|talked to|spoke to|spoke with|already talked to|already met|have met) {person} [yesterday|today|already|last week]
(when|if|once|as soon as) {person} (comes|calls|arrives|writes|joins) (call me|tell me|let me know|i will)
instead of (meeting|calling) {person} i will (write|call|email)
what if i (meet|call|invite) {person} [at {time}]
(i|we) will (cancel|call|meet|extend) [it] (tomorrow|later|{time})
(cancel|extend|add|hand over) (the|my) (newsletter|subscription|deadline|order|contract|flight|mailing list)
add (it|them|that) up
the word (cancel|meet|add) is (wrong|misspelled)
(make sure|see to it|take care) [that] {person} does not (host|come|join)
(i will|i ll) (write|call|email) (her|him|them|{person}) myself
(why|how come) (did|does|is|are|was)
(good|nice|great|lovely|bad|terrible) (weather|day|morning|work|job|joke)
(lol|haha|hmm|hm|ok then|whatever|wow|cool|nice|great|super|awesome)
(you are|this is|that is) (useless|stupid|bad|great|nice|awesome|wrong|annoying)
(see you|bye|goodbye|good night|have a nice day|until tomorrow)
(hello|hi|good morning|good evening|good afternoon|hey) [there|everybody|bot]
(sorry|no problem|you are welcome|not you|that was not for you)
(his|her|their|the patient s) name is (robert|{person})
(maybe|done|wait)
(are|is) (we|that|it) (done|finished|all|it|all done)
(hang on|hold on|just wait|bear with me|wait a minute|hang on a minute)
(test|testing|asdf|foo|bar)
handover notes
(who|what) is {person}
"""
