"""English: sentences that say a command in so many words, so it is done at once."""

EXAMPLES = """
@who = [my] {person}|[my|our|new] (patient|client|customer|colleague|guest|dr|doctor|mr|mrs|ms|nurse|relative|lead|prospect) [at|on|under] {person}
@relative = [my|her|his|their] (husband|wife|son|daughter|mother|father|mom|dad|boss|carer|interpreter|translator|sister|brother|partner)
@who = <relative> {person}
@online = [my|our|this] [video|virtual|online|remote|telehealth|phone|web|webex|zoom|teams|clinic|review|team|private]
@call = <online> (call|meeting|session|visit|chat|conference|appointment|consultation|consult|talk|appt|mtg|room|meet|consulting)
@call = telehealth|videocall|videoconference|facetime|televisit|zoom|teams|webex|video|slot|conversation|meet up|videochat|webmeeting
@kind = follow up|checkin|checkup|check up|check in|catch up|intake|demo|interview|sync|huddle|review|standup|debrief|consult
@for = for (<kind>|<call>|<kind> <call>|chat|talk)
@link = link|links|url|video link|video call link|join link|guest link|invite|invitation|meeting link|visit link|call link|access link|webex link|zoom link
@sent = <link>|mail|email|e mail|message|sms|text|link mail|link email
@its = my|our|her|his|their|that|this|any|an|your
@again = again|once more|one more time|a second time|over again|anew|another time
@dead = does not (work|open|load|function)|is not (working|opening|loading|valid)|not working|broken|is broken|expired
@dead = has expired|is expired|is dead|is gone|is invalid|did not work|stopped working|no longer works|says expired
@dead = is not valid [anymore|any more]|is no longer valid|does not work (anymore|any more)|has stopped working
@lost = lost|has lost|deleted|has deleted|misplaced|can not find|could not find|cannot locate|can not see|does not find
@lost = does not have|has not got|has not received|has not gotten|never got|never received|did not get|did not receive
@lost = can not open|could not open|can not access|is missing|forgot|accidentally deleted|says (she|he|they) lost
@lost = says (she|he|they) (did not get|can not find|never got|deleted|does not have|can not open)
@she = she|he|they|patient|client|customer|guest|(my|the) (patient|client|customer|guest)
@off = off|out|off list|off call|off meeting|off it|off invite|out of meeting|out of call|out of it|out of there

= idle
(please|pls|kindly|just|quickly|quick|asap|urgently|the|a|an|short|new|instant|thanks|thx|hi|hello|hey)
(currently|shortly|immediately|brief|duration|online|spontaneous)

= ending
(rn|right this moment|at your convenience|when you get a chance|when you have a minute)
(thanks|thank you|thx|ty|cheers|many thanks|thanks a lot|thank you very much|thanks so much|tia|thank you so much)
(please|pls|if possible|if you can|when you can|for me|for us|right now|now|right away|straight away|asap|ok|okay|would you)
(if that is ok|if that works|if you do not mind)

= courtesy
good [{time}] [all|team|everyone|everybody|there|you]
(she|he|they|patient|client|customer|guest|family) (is|are|s|re) [already] (waiting|here|ready|outside|in waiting room) [already|now]
(sorry|sorry to bother you|quick one|hope you are well|no rush|urgent|it is urgent|me again|one more thing|appreciate it)

= meet
(book|put|pencil|schedule|slot|squeeze) (me|us) [in|down] (with|for <call> with) <who>
<call> (with|w) <who>
<call> <who>
(start|set up|setup|book|schedule|arrange|plan|do) <kind> (with|w|for) <who>
(get|have|bring|put) (me|us) on (video|screen|line|call|video call) with <who>
<who> (<call>|meet|call)
<kind> <call> (with|w) <who>
[<kind>] <call> (with|w) <who> <for>
(see|meet|call|meet with|talk to|speak to|book|schedule) <who> <for>
<call> [for|between me and|between us and] <who>
[<kind>] <call> with (me and|us and) <who>
(start|open|set up|setup|create|make|arrange|organise|organize|begin|launch|do|have|hold|host|get|fire up|kick off) [<kind>] <call> (with|w|for|to) [me and|us and] <who>
(book|schedule|plan|put in|prepare|reserve|fix|request|run|need|want|set) [<kind>] <call> (with|w|for|to) [me and|us and] <who>
(book|schedule|plan|arrange|put|pencil|slot|fit|squeeze|set up) <who> [in|down|up] [for|on|into] [<call>]
(start|open|set up|make|get) (me|us) [<kind>] <call> with <who>
(see|meet|call|ring|phone|contact|reach|consult|videocall|video call|facetime|video|dial|visit|interview|ring up|call up) <who>
(meet|video chat|chat|talk|speak|connect|catch up|touch base|sync|sync up|check in|follow up|consult|meet up|facetime) (with|w|to) <who>
(have|do|get|need|want|take) (to|) (see|meet|call|talk to|speak to|speak with|talk with) <who>
(connect|link|put|patch|hook) (me|us) [up|through] (with|to) <who>
(hop|jump|get|go|be) on <call> with <who>
(get|bring) (me|us) <who> [on (line|video|phone|screen)]
<who> (needs|wants|asks for|asked for|would like|requests|requested|is asking for|wants to have) [<kind>] <call> [with me|with us|now]
<who> (needs|wants|would like|asks|asked|has) to (talk to|speak to|speak with|talk with|see|meet|meet with|call|consult) (me|us)
(i|we) (have|got) <who> (here|waiting|on phone|on line|on hold) [for <call>|who needs <call>|who wants <call>|needs <call>]
<who> is (here|waiting|on phone|ready) for <call>
{person} and (me|i|us) [need] <call>
(get|put|have) (me|us) and {person} (on|in|into) <call>

= first meet
(get|bring|put|take|have|need|want) <who> (on|in|into|onto|to) (line|screen|phone|<call>)
(invite|ask|bring|get|have|book|send|request) <who> (to|for|in|into|on|onto|in for|on to) <call>
(invite|ask) <who> (to meet|to talk|to join|to speak|to call) [with] [me|us]
(send|email|mail|text|sms|message) <who> [<its>] (video invite|meeting invite|meeting invitation|<call> invitation|<call> invite) [now]
(link|video link|meeting link|visit link|call link|webex link)
(need|want|give|get|make|create|send|generate|gimme|have|open|start|set up|launch|spin up) [me|us] <link> [to send|to share|to forward|i can send|i can share]
(need|want|give|get|make|create|send|generate|gimme|open|start|set up|launch|spin up|begin|have|do) [me|us] <call> [<link>]
(need|want|give|get|make|create|send|generate|gimme|open|start|set up) [me|us] (<link>|<call>) (for|with) (patient|client|customer|guest|someone|somebody|visitor|walk in|caller|family|relative|friend)
(need|want|give|get|make|create|send|generate|gimme|open) [me|us] (<link>|<call>) (i can|to) (give to|send to|share with|forward to|text to|send) (patient|client|customer|guest|someone|somebody|people)
(<link>|<call>) for (patient|client|customer|guest|someone|somebody|visitor|walk in)
(start|begin) [<call>]

= ~ meet
(we|i) (have|got) [another|urgent] (patient|client|customer|guest)
(patient|client|customer) is urgent

= timed meet
<who>
(w|with) <who>
(see|expect|expecting|book in) <who>
<kind> with <who>
new <who>
(new|) (patient|client|customer) [is] <who>
<who> <for>
invite <who> [<for>]
ask <who> <for>
interpreter for <who>

= link
(send|email|mail|text|sms|give|get|shoot|drop|forward|ping|share) <who> [<its>] <link> [via (sms|email|mail|text)|by (sms|email|mail|text)]
(send|email|mail|text|sms|give|get|forward|share) [<its>] <link> (to|for|with) <who> [via (sms|email|mail|text)|by (sms|email|mail|text)]
(need|make|create|get|generate|want) [<its>] <link> (for|to) <who>
<who> needs [<its>] <link>
<link> (for|to) <who>

(send|text|email|mail|sms|give) (her|him|them|patient|client|customer|guest) [<its>] <link>

= ~ link
<who>

= guests
{guests} [for (walk ins|patients|clients|guests|customers|visitors|relatives|family|people|waiting room|front desk|reception|<call>)]
(need|want|give|get|make|create|send|generate|open|start|set up) [me|us] {guests} [for (walk ins|patients|clients|guests|customers|visitors|relatives|family|people|<call>)]
(start|open|make|create|set up|have|need|want|begin|launch|<call>) [<call>] (with|for) {guests}
(make|create|give|get|need|want|generate|print|show) [me|us] qr code [to scan] [for (front desk|waiting room|reception|lobby|door|desk|poster|patients|walk ins|visitors|guests|<call>)]
qr code [to scan] [for (front desk|waiting room|reception|lobby|door|desk|poster|patients|walk ins|visitors|guests|<call>)]

= add
<relative> (needs to|should|wants to|has to|must|would like to) (be on|join|come|be there|be in on it|attend) [too|as well] {person}
(can|could) <who> (hop on|jump on|jump in|come on|be on|dial in|hop in|log in) (too|as well)
(add|include) <relative> {person}
(add|invite|include|bring|bring in|loop in|pull in|get in|put in|take in|loop|pull|patch in|get) <who> (too|as well|in|in here|in on this|into this|to this|to it|into it|to {meeting}|into {meeting}) [too|as well]
[and|plus] <who> (too|as well)
(and|plus|+) <who>
send [it|<its>] [<link>] [to] <who> [<its>] [<link>] (too|as well)
<who> (should|needs to|must|has to|wants to|would like to) (join|come|be in it|be there|participate|be in|come in|join in) [us|call|meeting|it] [too|as well]
let <who> join [us|call|meeting|it] [too|as well]
(have|let|ask) <who> (join|to join) [us|call|meeting|it] [too|as well]
(need|want) <who> (too|as well|in call|in meeting|in here|in on this|to join|in this|in it|to be there|on call too) [too|as well]
(can|could) <who> (join|come|be there|come in) (too|as well|us|us too)
(put|get) <who> on (list|it|call|meeting|invite|invite list|{meeting}) [too|as well]
another {guests} [more] [for <who>|for (interpreter|nurse|relative|colleague|guest|patient|visitor|walk in|family)]
(add|need|give|get|send|make|create) [me|us] another {guests} [more] [for (interpreter|nurse|relative|colleague|guest|patient|visitor|walk in|family)]
add {guests}
(add|need|give me|get) another (guest|person|guest link)

= resend
<who> (can not find|lost|never saw|did not see) [<its>] <sent> (in|among) (inbox|spam|spam folder|mails|emails|messages)
(resend|re send) [it|<its>] [<sent>] (to|for) <who>
(resend|re send) <who> [<its>] <sent>
(send|mail|email|give|get|text|sms) [it|<its>] [<sent>] [to] <who> [<its>] [<sent>] <again>
(send|mail|email|text) <again> (to) <who>
(send|give|get|mail|email|text) <who> [a] (new|fresh|another|replacement|different|working) <sent> [<again>]
(send|give|make|get|mail|email) (new|fresh|another|replacement|working) <sent> (for|to) <who>
(fresh|another|replacement|working) <sent> (for|to) <who>
<sent> <again> (for|to) <who>
<link> (for|to) <who> <again>
<again> <link> (for|to) <who>
<who> <lost> [<its>] <sent>
<who> <lost> (it|anything)
<who> (needs|wants|is asking for|asks for|asked for) [<its>] (fresh|another|different|working) <sent>
<who> (needs|wants|is asking for|asks for|asked for) [<its>] <sent> <again>
<who> (can not|could not|is not able to|is unable to) (get in|get into (it|meeting|call|visit)|open it|access it|find it|find <sent>|use <sent>|click <sent>|enter)
<who> [s] [<its>] <sent> <dead>
[<its>] <sent> (of|for|from) <who> <dead>
[<its>] <sent> <dead> for <who>
<who> (says|said|tells me|reports|told me|complains) [that] [<its>] <sent> <dead>
<who> (says|said) [that] (she|he|they) <lost> [<its>] [<sent>|it|anything]
<who> (did not get|has not got|never got|has not received|did not receive|never received) [it|anything]
nothing (arrived|came) for <who>
<she> <lost> [<its>] <sent>
<she> <lost> (it|anything)
<she> (needs|wants) [<its>] <sent> <again>
<she> (can not|could not) (get in|open it|find it|open <sent>|find <sent>)
(her|his|their) <sent> <dead>
send (her|him|them) [<its>] <sent> <again>
(send|resend) (her|him|them) (fresh|another|working) <sent>
(send|resend) it [to] (her|him|them) <again>
resend [it|<sent>] to (her|him|them)
send it <again>
(send|give|get|text|email) (him|her|them) (another|fresh|working|new|) one
(send|give) <who> (another|fresh|working|new) one

= ~ resend
(send|resend) [it|one|<its>] [<sent>] <again>
resend [it|<sent>]
[send|give|get] [fresh|another|working] (one|<sent>)
(check|checked|looked) in spam

= resend me
(resend|send|give|get|need|show|want) [me] [my] [own] host link [<again>]
(resend|resend me) [my] [own] [host] link [<again>]
i (lost|can not find|deleted|closed|misplaced|do not have|can not see|can not open|need|did not get) [my] [own] host link [<again>]
(can not find|lost|where is|deleted|what is) [my] [own] host link
[my] host link <dead>
[my] host link [<again>]

= resend all
(send|give|mail|email|resend) (everybody|everyone|all|all of them|all guests|them all) [their|fresh] <sent> [(for|of|to) {meeting}] [<again>]
(send|mail|email|resend) [it|their|fresh] [<sent>] [<again>] to (everybody|everyone|all|all guests|all of them|them all) [<again>]
(nobody|no one|none of them|nobody of them) (got|received|has|has got|has received) [it|their|any] [<sent>|anything]
(fresh|new) <sent> for (everybody|everyone|all|all guests|all of them)
resend (all|everything|to all|all of them|all <sent>)

= text for
(give|get|send|write|make|need|want) [me] (text|something|smth|sth|message|words|wording|sms|<link> text|invitation text) [i can|to] [forward|send|paste|copy|copy paste|copy and paste|share|text] [to|in|into|on|over|via|by|with] [whatsapp|signal|telegram|sms|text|chat|email] (for|to) <who>
(text|message|something|words|invitation) (to|i can) (forward|paste|copy|copy paste|copy and paste|send|share) [to|in|into|on|via] [whatsapp|signal|telegram|sms|chat] (for|to|with) <who>
(forwardable|copyable|copy paste|whatsapp) (message|text|invitation) for <who>
(need|get) text for <who>
(want to|will|would like to|let me|prefer to) (forward|send|text|whatsapp) [it|link] [to] <who> myself

= handover
(give|pass|hand|transfer|turn|leave|assign|delegate|hand over) (it|call|meeting|this|{meeting}|hosting|host role|host|control|lead|this meeting|visit|session) [over|off] to <who>
(handover|hand over|transfer) [it|meeting|this|call] to <who>
(give|pass|hand) <who> (call|meeting|{meeting}|control|host role|lead|hosting)
<who> (takes over|will take over|is taking over|takes it over|takes over meeting|will be taking over|is taking it over|takes over from here|takes over for me|takes over from me|to take over)
<who> (takes|will take|is taking) (it|rest|rest of it|call|meeting|rest of meeting|rest of this meeting|it from here) [over] [for me|from me|from here]
<who> (will|is going to|shall|to|should|can) (host|run|lead|do|chair|continue|carry on|finish|take over|moderate|take) [it|call|meeting|rest|this|{meeting}|visit|this one] [instead|instead of me|for me|in my place|from here|from now on|tomorrow|today]
let <who> (run|host|lead|take over|do|have|take|chair|continue) [it|call|meeting|{meeting}|this|visit|rest|this meeting] [instead|instead of me|for me|in my place|from here|from now on]
make <who> [new] host (instead|instead of me|in my place|for me)
(change|switch) host to <who>
<who> is [now] [new] host [now|from now on|instead of me]
(have|got|need) to (go|leave|run|leave early) [and|so] <who> (takes over|will take over|continues|will continue|takes it|takes it from here)

= ~ handover
(i|we|) (have|got|need) to (go|leave|run) [now]
my shift (ends|is over|is ending|is done) [soon]

= cohost
(make|add|name|have) <who> [as|be] (cohost|co host|second host|another host|additional host|host too|host as well|backup host)
<who> (should|can|could|needs to|must|has to|to) be [able to] host (too|as well)
<who> (should|can|could|needs to|must|has to|to) be [able to] (cohost|co host|second host) [too|as well]
<who> (should|needs to|must|can) (cohost|co host) [it|meeting|call|this|with me]
(want|need|have) <who> as (cohost|co host|second host|another host|additional host)
(second|additional|another|co) host <who>
(give|send) <who> host link (too|as well)
add (second|another|additional) host <who>
(i|we) want to cohost with <who>
<who> as (cohost|co host|second host)

= remove
(remove|uninvite|disinvite|un invite|kick|kick out|drop|exclude|throw out|take out|boot|delete|withdraw) <who> [from (meeting|it|list|call|{meeting}|invite|guest list)|out|off]
(take|kick|throw|get|cut) <who> <off> [again]
(remove|uninvite|disinvite|kick out|take out) (him|her|them)
take <who> off {meeting}
get rid of <who>
(revoke|withdraw|cancel) <who> s (link|invitation|invite)
(revoke|withdraw|cancel) (link|invitation|invite) (of|for) <who>

= ~ remove
<who> (should not|must not|may not|can not|is not supposed to|will not) (be in there|be there|be in it|come|join|be in|attend|be on call) [anymore|any more]
<who> is not (coming|joining|needed|attending) [anymore|any more]

= cancel
(cancel|scrap|drop|delete|call off) (that|this|it) one
cancel
(cancel|scrap|call off|delete) (it|that|this|whole thing)
(cancel|scrap|drop|delete|kill|terminate|discard|abort|call off|axe|ditch|nix|get rid of) [this|that] (<call>|{meeting})
(end|stop|close|finish|shut down|terminate) [this|that] (<call>|{meeting})
call (it|<call>|{meeting}|this) off
(cancel|scrap|drop|delete|call off|kill|get rid of|axe) (<call>|{meeting}|one) with <who>
(cancel|scrap|delete) <who> s (<call>|appointment|slot)
(cancel|scrap|delete|drop) second (one|<call>)
you can cancel [it|that|this|<call>|{meeting}]

= ~ cancel
(<who>|patient|client|customer|guest) (no showed|did not turn up|never turned up|bailed|is ill|had to cancel|stood us up)
({meeting}|it|<call>) is (off|not happening|not going ahead)
(we are|i am|we re) (done|finished|through) [here|for today]
(all done|done here|finished here)
(patient|client|customer|guest|<who>) (no show|is a no show|did not show up|did not show|did not come|never showed up|has cancelled|cancelled|called in sick|is sick|can not make it|is not coming|is not coming anymore|will not come|will not make it|can not come)

= move
(move|reschedule|postpone|push|shift|change|bring forward|delay|rebook|bring) (it|this|that|<call>|{meeting}|#) [back|forward|out|up] (to|until|till|for|on|at|) {time}
(move|push|shift|delay|postpone|put) (it|this|that|<call>|{meeting}) (back|out|forward|) [by] {length}
(do|make|have|start|hold|put) (it|this|that|<call>|{meeting}) [at|on|to] {time} (instead|rather)
(move|reschedule|postpone) (<call>|one) with <who> (to|for|until) {time}
(move|reschedule|postpone) <who> s <call> (to|for|until) {time}
make (it|{meeting}) {time}
(it|{meeting}|<call>) {time} (instead|rather)
(it|{meeting}|<call>) to {time} (instead|please)

= again
(do|repeat|book|have|schedule|meet) (it|that|this|same|same thing|same call|same meeting|same people|{meeting}) again {time}
(same again|once more|again|repeat) [with same people|same people|with same guests|same guests] {time}
same (call|meeting|people|guests|patient|thing|again) [again] {time}
(book|schedule) same (people|guests|again|meeting|call) {time}
(repeat|redo) (it|meeting|call|{meeting}|this) {time}

= extend
(another|extra|additional|plus) {length} [more|longer|extra]
{length} (more|longer|extra|on top) [needed|for this|on this]
(have|get|take|need|use|give us|give me|could we have) another {length}
(add|tack on|put on|take|have|get|use|need|extend|go|give us|give me|grant us) (another|an extra|plus|additional|extra) {length} [more|longer|extra|to it|to meeting|to call|to {meeting}|on top]
(add|tack on|put on|have|get|use|need|go|give us|give me|grant us|take|run) {length} (more|longer|extra|on top)
(add|tack on|put on|tack) {length} [on] [to it|to meeting|to call|to {meeting}|on]
(extend|prolong|lengthen|stretch) [it|meeting|call|{meeting}|this|visit|session|us] [by|for] [another] {length} [more|longer]
(make|keep|let) (it|<call>|{meeting}|this) [go|run] {length} longer
(keep|leave) (it|<call>|{meeting}|link|links|room|this) (open|going|running|alive|valid|on) [for] (another|) {length} [longer|more]
(run|stay|go on|continue|keep going) [on] [for] [another] {length} [longer|more]
(it|this|we|<call>) (will take|takes|needs|need|is taking|will need|going to need|are going to need|will run) [another] {length} (longer|more)
need (more time|longer|a bit longer|a bit more time|some more time|a little longer|little more time|little longer|a few more minutes)
(have|get|give us|give me|add) (more time|some more time|bit more time|little more time|extra time)
(more time|bit more time|bit longer|some more time|a little more time|little more time|extra time)

= ~ extend
(patient|client|customer|guest|she|he) has (questions|another question|lots of questions)
(running|run|going) (over|long)
(we are|it is|it s|this is|we re|<call> is) (running|going) (over|long|out of time|short of time)
not (done|finished) yet
(we are|i am|we re) not (done|finished|through) [yet]
(patient|client|customer|guest|she|he) (has more questions|needs more time)

= defaults for {length}
(make|set|use|have) {length} [as|be|to be] [my|our] [default|standard|usual|normal] (default|standard|usual|usual length|default length|default duration|standard length)
(set|change|make) [my|our] (default|standard|usual|default length|default duration|usual length|standard length|default time) [length|duration] (to|as|) {length}
[my|our] (default|standard|usual) [length|duration|time] [is|to|of|should be] {length}
[my|our|all] (meetings|calls|visits|appointments) [should] (always|usually|normally|by default) [take|last|are|be] {length}
[my|our|all] (meetings|calls|visits) (are|take|last|should be) (always|usually|normally) {length} [long]
(always|usually) {length}

= defaults in {place}
(i am|i m|im|we are|we re|i live|i work|we sit|based|we work|i am based|we are based) in {place}
(set|change|switch) [my|our] [time zone|timezone|zone] to {place}
[my|our] (timezone|time zone|zone) [is] {place}

= defaults language {language}
(speak|write|answer|talk|reply|respond|use|switch|switch to|change to) [to me|with me|to us|me] [in|to] {language} [to me|with me|from now on|always]
(i|we) (speak|prefer|read|only speak) {language}
{language} (from now on|always)
(set|change) [my|our] language to {language}
[my|our] language [is] {language}

= join {number}
(join|dial in|dial in to|dial into|enter|attend|connect to|go to|call into|call in to|get me into|take me to|take me into|let me into|join in) [webex] [meeting|call|session|room] [number|id|no|nr|code] {number}
(link|want|need) [to] join [webex] [meeting|call] [number] {number}

= host {number}
(host|start|open|begin|launch|run) [my] [webex|classic] [meeting|call|session|webex|room] [number|id|no|nr] {number}
"""
