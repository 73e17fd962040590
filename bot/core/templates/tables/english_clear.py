"""English: sentences that say a command in so many words, so it is done at once."""

NAMES = """
@who = [my] {person}|[my|our|new] (patient|client|customer|colleague|guest|dr|doctor|mr|mrs|ms|nurse|relative|lead|prospect) [at|on|under] {person}
@relative = [my|her|his|their] (husband|wife|son|daughter|mother|father|mom|dad|boss|carer|interpreter|translator|sister|brother|partner|nurse|caregiver|guardian|lawyer|social worker|therapist|aunt|uncle)
@who = [patient s|client s|customer s] <relative> {person}
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
"""
"""Groups of words that the templates name, also those of `english_clear_later`."""

EXAMPLES = (
    NAMES
    + """
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
(meet|see|call|video|consult|talk to|speak to|<call> with) <who> and <who>
(start|set up|open|make|arrange|have|do|book|schedule|begin|plan) <call> (with|for) <who> and <who>
use [screen|device|display|monitor|camera|system] [in|of] for <call> with <who>
give <who> (<call>|ring)
(start|open|set up|have|do|make) group <call> with <who>
something [quick] with <who>
<who> (wants|needs|would like) to (talk|meet|speak|chat|video chat|have <call>) [with (me|us)|to (me|us)]
use (screen|device|display|monitor) to (call|see|meet|talk to|speak to) <who>
use to (call|see|meet|talk to|speak to) <who>
(start|open|set up|make|create|arrange|organise|organize|have|do|book|schedule) [<kind>] <call> between me and <who>
(book|schedule|reserve|block|plan|arrange) (with|w) <who>
(video|webcam|face to face|camera) with <who>
(set|get|hook) <who> up (with|for) [<kind>] <call>
set up <who> (with|for) [<kind>] <call>
(get|bring|have|put) (me|us) <who> (on|in|into|for) <call>
(arrange|organise|organize) for (me|us) to (see|meet|talk to|speak to|speak with|call) <who>
(give|get) (me|us) {length} with <who>
{length} with <who>
(can|could|may) <who> (join|meet|see|talk to|speak to|speak with|call) (me|us) (by|on|over|via) <call>
(reach|reach out to|get hold of|get in touch with|get through to|hop on with|jump on with|hop on video with) <who>
(send|give|get|text|email|mail) <who> [<its>] <link> (for|to) [<kind>] <call>
(send|text|email|mail) [<its>] <link> to <who> (for|to) [<kind>] <call>
(line up|lock in|pencil in|fit in|squeeze in|slot in|schedule in|book in|put in) [<kind>] [<call>] [with|for] <who>
(let me|let us|lets|let s) (see|meet|call|ring|talk to|speak to|speak with|chat with|catch up with|check in with|do <call> with|have <call> with) <who>
(time|ready|want) to (see|meet|call|talk to|speak to|speak with) <who>
(have|got|having) [<kind>] <call> with <who> [now]
(set up|schedule|arrange|book|plan) something (with|for) <who>
<who> (needs|wants|asks for|asked for|would like|requested) <kind> [with me|with us]
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
<call> (with|for) (patient|client|customer|guest|visitor|caller)
(start|set up|open|arrange|schedule) something [for (walk in|walk ins|patient|client|customer|visitor|guest)]
<call> (to share|to forward|to send)
<call> [please] (now|right now)
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

= ~ any meet
[only|just] (mobile|phone|cell|sms|email|mail) <who>
(i|we) (will|ll) (send|share|forward|pass|give|hand) (it|link|links|them) [around|on|out] [myself|ourselves]
(we|i) (lost|have lost) (line|connection|call) [with (patient|client|customer|guest|her|him|them)]
(line|call|connection) (dropped|was cut|broke|got cut off)
(set up|start|arrange|schedule|book) something [up]
(send|write) it
(she|he|they|patient|client|customer|guest) (speaks|only speaks|prefers|reads|does not speak english|speaks no english)
(in|language is|please send in)
(send|write) it in
<call>
[my|our] (her|his|their|patient s|client s|) (email|e mail|mail|address|number|mobile|phone|cell|phone number|mobile number|contact|email address) [is] <who>
(reach|call|text|email|contact) (her|him|them) (on|at|under) <who>
<relative> (is|will be) (with|next to|there with) (her|him|them)
(patient|client|customer|guest|<who>) (has|have|got) (no|not) [got] (email|mail|webex|account|smartphone|computer|app) [but <who>]
(patient|client|customer|guest|<who>) (has|have) [some] (questions|pain|fever|chest pain|rash|question|side effects|complaints)
(need|want|send|make|get) <link> [for it|for that|for her|for him|for them]
<who> is (patient|client|customer|guest|new|new patient|new client)
(we|i) (have|got) [another|urgent] (patient|client|customer|guest)
(patient|client|customer) is urgent

= timed meet
<who> (speaks|only speaks|prefers|reads)
(new|) (appointment|booking|slot) <who>
(do|make|have|try|say|manage|go for) (with|w) <who>
(how about|what about|would like|fancy) (with|w) <who>
my is <who>
<who> is my
<who> is (booked|booked in|scheduled|down|due|expected|coming in|coming) (for|)
<kind> <who>
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
(get|give|send|make|create) (me|us) [<its>] <link> (for|to give to|to send to) <who>
(send|text) <who> (sms|text|text message) with [<its>] <link>
(sms|text|text message) (to|for) <who> with [<its>] <link>
(send|email|mail|text|sms|give|get|shoot|drop|forward|ping|share) <who> [<its>] <link> [via (sms|email|mail|text)|by (sms|email|mail|text)]
(send|email|mail|text|sms|give|get|forward|share) [<its>] <link> (to|for|with) <who> [via (sms|email|mail|text)|by (sms|email|mail|text)]
(need|make|create|get|generate|want) [<its>] <link> (for|to) <who>
<who> needs [<its>] <link>
<link> (for|to) <who>

(send|text|email|mail|sms|give) (her|him|them|patient|client|customer|guest) [<its>] <link>
send (text|text message|sms|email|mail|message) with [<its>] <link> to <who>

= ~ link
<who>

= guests
{guests} for waiting (patients|guests|clients|customers|visitors)
(need|want|give|get|send|make|create) [me|us] {guests} for waiting (patients|guests|clients|customers|visitors)
{guests} (for|to) (family|kids|relatives|team|group|meeting)
qr code <call> [for (front desk|waiting room|reception|lobby|door|desk|poster|patients|walk ins|visitors|guests)]
(<call>|meet) with qr code [for (front desk|waiting room|reception|lobby|door|desk|poster|patients|walk ins|visitors|guests)]
<call> (lasts|lasting|takes|taking) {length}
(lasts|lasting|takes|taking|it lasts|it takes) {length}
{guests} [for (walk ins|patients|clients|guests|customers|visitors|relatives|family|people|waiting room|front desk|reception|<call>)]
(need|want|give|get|make|create|send|generate|open|start|set up) [me|us] {guests} [for (walk ins|patients|clients|guests|customers|visitors|relatives|family|people|<call>)]
(start|open|make|create|set up|have|need|want|begin|launch|<call>) [<call>] (with|for) {guests}
(make|create|give|get|need|want|generate|print|show) [me|us] qr code [to scan] [for (front desk|waiting room|reception|lobby|door|desk|poster|patients|walk ins|visitors|guests|<call>)]
qr code [to scan] [for (front desk|waiting room|reception|lobby|door|desk|poster|patients|walk ins|visitors|guests|<call>)]

= add
also (send|give|email|text|mail) [<its>] <link> to <who>
also (send|give|email|text|mail) <who> [<its>] <link>
(add|include|invite|bring in) <who> [in] {language}
(can|could) <who> (get|have|be sent) [<its>] <link> [for|to] [{meeting}|call|meeting|it|this] (too|as well)
(send|give|email|text|mail) <who> [<its>] <link> (for|to) {meeting} [too|as well]
(send|give|email|text|mail) [<its>] <link> (for|to) {meeting} (to|for) <who> [too|as well]
(add|invite|include|put|bring|get|loop) <who> (in|on|to|into) {meeting} [too|as well]
<who> (wants|needs|would like|is|gets) in (on it|on this|on call|too|as well)
<who> (is joining|will be joining|will join|is coming|is going to join|joins|comes|is attending|will attend|wants in|needs in) [us|call|meeting|it|{meeting}] (too|as well|us)
<who> (is joining|will be joining|will join|joins) us
(can|could) <who> be (in on this|on this|on call|in call|part of it|part of this) [too|as well]
one more (for|on|in) (call|meeting|this|it) <who>
(one more|another) (guest|person|participant) <who>
(have|let|get) <who> (hop on|jump on|hop in|jump in|dial in|come in|come on|sit in|log in|log on) [too|as well]
also (add|invite|include|bring|get) <who>
(add|invite|include) also <who>
(bring|get|pull|let) <who> (into|in on) (call|meeting|visit|session)
(bring|get|let|pull) [her|his|their] (interpreter|translator|nurse|caregiver) in [too|as well] {person}
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
another {guests} [more] (for|to|on) {meeting}
(add|need|give|get|send|make|create) [me|us] another {guests} [more] (for|to|on) {meeting}
another {guests} [more] [for <who>|for (interpreter|nurse|relative|colleague|guest|patient|visitor|walk in|family)]
(add|need|give|get|send|make|create) [me|us] another {guests} [more] [for (interpreter|nurse|relative|colleague|guest|patient|visitor|walk in|family)]
add {guests}
(add|need|give me|get) another (guest|person|guest link)

= resend
(resend|re send|renew|repeat) <who> s [<its>] <sent>
(send|give|mail|email|text) <who> s <sent> <again>
try <who> <again>
(send|give|email|text|resend) <who> (hers|his|theirs) <again>
(can|could) <who> (get|have) [<its>] (another|fresh|new working|working|replacement) <sent>
(can|could) <who> (get|have) [<its>] <sent> <again>
(shoot|drop|ping|forward|fire) <who> [<its>] <sent> <again>
(try|do it|send it|go) <again> (for|with|to) <who>
<who> (still|) (has no|has not any|does not have any|has nothing|got nothing|received nothing) [<sent>] [yet]
<who> (is|s) (locked out|stuck outside|unable to join|not able to join|having trouble joining|having trouble with <sent>|having problems with <sent>)
<sent> (never|did not) (arrived|arrive|came|come|got|get) [at|to|through to] <who>
<sent> (never|did not) (reached|reach) <who>
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
<who> <lost> [<its>] <sent> (by accident|by mistake|accidentally)
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
(<sent>|it) (bounced|bounced back|came back|did not arrive|did not get through|failed|got lost|never arrived)
<who> <lost> [<its>] <sent> [by accident|by mistake|accidentally]
<again>
(<who>|<she>) [just] (called|wrote|rang|emailed|texted|phoned|is on phone|asked)
(<who>|<she>) (can not|could not) (find|open|see) [<its>] <sent>
try <again>
(she|he|they) [just] (closed|lost|deleted) (it|[<its>] <sent>)
(<who>|<she>) (needs|wants) to (get|come) (in|back in|back)
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
(everybody|everyone|all) s <sent> [<again>]
(can|could) (everybody|everyone|all) (get|have) [<its>|their] [<sent>] [<again>]
(everybody|everyone|all guests|they all|all of them) (needs|need|wants|want|lost|has lost|have lost) [their|<its>] <sent> [<again>]
(send|resend|mail|email) (everybody|everyone) s <sent> [<again>]
resend (everybody|everyone) [their] [<sent>] [<again>]
(send|mail|email) all <sent> <again>
all <sent> <again>
(send|give|mail|email|resend) (everybody|everyone|all|all of them|all guests|them all) [their|fresh] <sent> [(for|of|to) {meeting}] [<again>]
(send|mail|email|resend) [it|their|fresh] [<sent>] [<again>] to (everybody|everyone|all|all guests|all of them|them all) [<again>]
(nobody|no one|none of them|nobody of them) (got|received|has|has got|has received) [it|their|any] [<sent>|anything]
(fresh|new) <sent> for (everybody|everyone|all|all guests|all of them)
resend (all|everything|to all|all of them|all <sent>)

= ~ first meet
(i have|have|got|i ve got) <who>
<who> (is|s) (coming|due|next|up next|booked|waiting)

= ~ add
(interpreter|translator|second opinion|specialist)
(need|have|got) (interpreter|translator|another doctor|second opinion|specialist|colleague)
(patient|client|customer|she|he) (needs|has) (interpreter|translator|carer|relative) [with (her|him)]
"""
)
