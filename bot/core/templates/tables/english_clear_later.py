"""English: clear sentences about a meeting that is on: its hosts, its time and its end."""

from bot.core.templates.tables.english_clear import NAMES

EXAMPLES = (
    NAMES
    + """
= handover
(i am|i m|im|) (handing over|handing off|handing it over|passing it|passing it on|giving it) to <who>
(hand|pass|give) {meeting} [over] to <who>
(i m|i am|) (off|leaving|out) <who> (takes|has) it from here
(could|can|would) <who> (run|host|lead|do|chair|take|take over|continue|finish) [it|call|meeting|rest|this|{meeting}|visit|this one] (instead|instead of me|for me|in my place|from here|from now on)
<who> (is|will be) (covering|taking over|standing in|filling in|stepping in|taking my place|taking this) [for me] [from here|from now on|now]
(have|let|get|ask) <who> [to] (take over|take it|take it over|run it|host it|host|take this|cover|cover for me|step in) [from me|for me|from here|now|instead]
(let|have) <who> (take it|take over) from here
<who> (takes|will take|is taking) (this call|this one|this meeting|this visit) [over] [for me|from me|from here]
(give|pass|hand|transfer|turn|leave|assign|delegate|hand over) (it|call|meeting|this|{meeting}|hosting|host role|host|control|lead|this meeting|visit|session) [over|off] to <who>
(handover|hand over|transfer) [it|meeting|this|call] to <who>
(give|pass|hand) <who> (call|meeting|{meeting}|control|host role|lead|hosting)
<who> (takes over|will take over|is taking over|takes it over|takes over meeting|will be taking over|is taking it over|takes over from here|takes over for me|takes over from me|to take over)
<who> (takes|will take|is taking) (it|rest|rest of it|call|meeting|rest of meeting|rest of this meeting|it from here) [over] [for me|from me|from here]
<who> (will|is going to|shall|to) (host|run|lead|chair|take over|continue|carry on|finish) [it|call|meeting|rest|this|{meeting}|visit|this one] [instead|instead of me|for me|in my place|from here|from now on]
<who> (will|is going to|shall|to|should|can) (host|run|lead|do|chair|moderate|take|take over|continue|carry on|finish) [it|call|meeting|rest|this|{meeting}|visit|this one] (instead|instead of me|for me|in my place|from here|from now on)
let <who> (run|host|lead|take over|do|have|take|chair|continue) [it|call|meeting|{meeting}|this|visit|rest|this meeting] [instead|instead of me|for me|in my place|from here|from now on]
make <who> [new] host (instead|instead of me|in my place|for me)
(change|switch) host to <who>
<who> is [now] [new] host (instead|instead of me|in my place|for me)
(have|got|need) to (go|leave|run|leave early) [and|so] <who> (takes over|will take over|continues|will continue|takes it|takes it from here)

= ~ handover
(my|) shift (is over|ends|is done|finished)
(i am|i m|im|) (leaving|off|off sick|on leave|sick|ill|busy|needed elsewhere|called away|in surgery|in theatre|on break) [now|soon]
(got|been) (paged|called away|pulled away)
(emergency|got an emergency|have an emergency)
(i|we|) (have|got|need) to (go|leave|run) [now]
my shift (ends|is over|is ending|is done) [soon]

= cohost
(second|additional|another|co) host (should be|is|will be|please|shall be) <who>
(cohost|co host) should be <who>
(make|name|have|want|need) <who> (second|additional|another) host
(add|invite|include|bring in) <who> as (second host|additional host|another host|cohost|co host|host too)
(give|grant) <who> (host rights|hosting rights|co host rights|cohost rights|host role|host access) (too|as well)
(give|grant) <who> (co host rights|cohost rights|co host role|co hosting rights)
<who> (should|needs to|must) have host rights (too|as well)
let <who> (cohost|co host) [with me|it|this|call|meeting]
(could|can) <who> (cohost|co host) [with me|it|this|call|meeting]
(need|want) (cohost|co host|second host) <who>
(cohost|co host|second host|additional host|backup host) [is|should be|will be] <who>
<who> (needs to be able to|should be able to|must be able to|wants to|can) host too
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
(take|kick|get) (him|her|them) (out|off|off list) [again]
(take|kick|get) <who> <off> [of] [this|that] [call|meeting|list]
(remove|uninvite|disinvite|un invite|kick|kick out|drop|exclude|throw out|take out|boot|delete|withdraw) <who> [from (meeting|it|list|call|{meeting}|invite|guest list)|out|off]
(take|kick|throw|get|cut) <who> <off> [again]
(remove|uninvite|disinvite|kick out|take out) (him|her|them)
take <who> off {meeting}
get rid of <who>
(revoke|withdraw|cancel) <who> s (link|invitation|invite)
(revoke|withdraw|cancel) (link|invitation|invite) (of|for) <who>

= ~ remove
<who> was (invited|added|included) (by mistake|by accident|in error|accidentally)
(<who>|she|he) (should not|must not|may not) be on (list|call|invite)
(wrong person|wrong one|my mistake|invited by mistake|added by mistake)
<who> (should not|must not|may not|can not|is not supposed to|will not) (be in there|be there|be in it|come|join|be in|attend|be on call) [anymore|any more]
<who> is not (coming|joining|needed|attending) [anymore|any more|after all] [in {meeting}|to {meeting}|for {meeting}] [after all|anymore|any more]
<who> is no longer (coming|joining|needed|attending)

= cancel
(we|you|i) (can|could|should|may) (cancel|scrap|drop|delete|call off) [this|that] (it|this one|that one|<call>|{meeting})
(we|i) (need|want|have|got) to (cancel|call off|scrap|drop) [this|that] (it|<call>|{meeting})
(we|i) (do not|no longer) need [this|that] (<call>|{meeting}) [anymore|any more]
(you can|you may|go ahead and) (end|close|stop) (it|this|<call>|{meeting}) [now]
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
(no show|noshow|did not show|never showed)
that is it
(that s|thats) (it|all)
(patient|client|customer|guest|<who>) (feels better|is better now|found another appointment|went to hospital|was admitted|does not need it anymore)
(<who>|patient|client|customer|guest|she|he) (is not showing up|has not shown up|is in hospital|is unwell|forgot)
(<who>|patient|client|customer|guest) (no showed|did not turn up|never turned up|bailed|is ill|had to cancel|stood us up)
({meeting}|it|<call>) is (off|not happening|not going ahead)
(we are|i am|we re) (done|finished|through) [here|for today]
(all done|done here|finished here)
(patient|client|customer|guest|<who>) (no show|is a no show|did not show up|did not show|did not come|never showed up|has cancelled|cancelled|called in sick|is sick|can not make it|is not coming|is not coming anymore|will not come|will not make it|can not come)

= move
({meeting}|it|<call>) (has to wait|must wait|needs to wait|will have to wait|can wait) (until|till|to) {time}
({meeting}|it|<call>) (has to|needs to|must|should|will have to) [be] (move|moved|go|shift|shifted|postponed|rescheduled|pushed|pushed back) (to|until|till) {time}
(put|place|get|bring|slot) ({meeting}|it|<call>) (on|at|to|for|in) {time}
<who> (asked|wants|would like|needs|asks|has asked) to (move|reschedule|postpone|push|shift|change) (it|<call>|{meeting}) (to|until|on|for|) {time}
(bring|pull) (it|this|that|<call>|{meeting}|#) (forward|up) [by] {length}
(start|do|have|begin|make|hold) (it|this|that|<call>|{meeting}) {length} (later|earlier)
(it|this|<call>|{meeting}) [should|to] (start|starts|begin|begins) {length} (later|earlier)
(let s|lets|let us) (do|make|have|move|start|hold) (it|this|that|<call>|{meeting}) [to|at] {time} [instead|rather]
(let s|lets|let us) start {length} (later|earlier)
start {length} (later|earlier)
{meeting} (should|to|must) (start|begin|be|happen) [at|on] {time} [instead|rather|now]
{meeting} (starts|begins|is) [at|on] {time} (instead|rather)
{meeting} new time [is] {time}
(change|reschedule|move|shift|rebook) time [of] (it|<call>|{meeting}) (to|for) {time}
(can|could) (we|you|i) (do|move|have|make|shift|push) (it|this|that|<call>|{meeting}) [to|at|on|until|back to] {time} [instead|rather]
(move|reschedule|postpone|push|shift|change|bring forward|delay|rebook|bring) (it|this|that|<call>|{meeting}|#) [back|forward|out|up] (to|until|till|for|on|at|) {time}
(move|push|shift|delay|postpone|put) (it|this|that|<call>|{meeting}) (back|out|) [by] {length}
(do|make|have|start|hold|put) (it|this|that|<call>|{meeting}) [at|on|to] {time} (instead|rather)
(move|reschedule|postpone) (<call>|one) with <who> (to|for|until) {time}
(move|reschedule|postpone) <who> s <call> (to|for|until) {time}
make (it|{meeting}) {time}
(it|{meeting}|<call>) {time} (instead|rather)
(it|{meeting}|<call>) to {time} (instead|please)

= again
{meeting} again {time}
same as {meeting} [again] {time}
same as (last time|before|last week|yesterday) {time}
(meet|see|call) (them|her|him|same people|same guests|same patient) again {time}
(do|repeat|book|have|schedule|meet) same [time|call|meeting|people|guests] again {time}
same (time|people|guests|patient) again {time}
(follow up|book|meet|call|meeting|another <call>|another) with same (people|guests|patient|group|person) {time}
(do|repeat|book|have|schedule|meet) (it|that|this|same|same thing|same call|same meeting|same people|{meeting}) again {time}
(same again|once more|again|repeat) [with same people|same people|with same guests|same guests] {time}
same (call|meeting|people|guests|patient|thing|again) [again] {time}
(book|schedule) same (people|guests|again|meeting|call) {time}
(repeat|redo) (it|meeting|call|{meeting}|this) {time}

= extend
+ {length}
(keep|leave) (it|<call>|{meeting}|this|link|room) (open|going|on|running) {time}
another {length} [more|longer] with {person}
(we are|we re|i am|i m|) (going to|gonna) (need|take) [another] {length} [more|longer|extra]
(let s|lets) (go|run|do) {length} (over|longer|more)
(go|run) {length} over
(add|put) {length} (to|on) (it|call|meeting|{meeting})
<link> (should|must|needs to|has to) (last|work|stay valid|be valid|stay open) {length} (longer|more)
(can|could|may) (we|i) (stay on|go on|continue|keep going|have|get|keep it open|stay) [for] [another] {length} [longer|more]
(need|want|have|get) [another] {length} [more|longer] with {person}
(we ll|i ll|we will|i will) (need|take|want) [another] {length} [more|longer|extra]
(need|want) another {length} with <who>
(another|extra|additional|plus) {length} [more|longer|extra]
{length} (more|longer|extra|on top) [needed|for this|on this]
(have|get|take|need|use|give us|give me|could we have) another {length}
(add|tack on|put on|take|have|get|use|need|extend|go|give us|give me|grant us) (another|an extra|plus|additional|extra) {length} [more|longer|extra|to it|to meeting|to call|to {meeting}|on top]
(add|tack on|put on|have|get|use|need|go|give us|give me|grant us|take|run) {length} (more|longer|extra|on top)
(add|tack on|put on|tack) {length} [on] [to it|to meeting|to call|to {meeting}|on]
(extend|prolong|lengthen|stretch) [it|meeting|call|{meeting}|this|visit|session|us] [by|for] [another] {length} [more|longer]
(make|keep|let) (it|<call>|{meeting}|this) [go|run] {length} (longer|more)
(keep|leave) (it|<call>|{meeting}|link|links|room|this) (open|going|running|alive|valid|on) [for] (another|) {length} [longer|more]
(run|stay|go on|continue|keep going) [on] [for] [another] {length} [longer|more]
(it|this|we|<call>) (will take|takes|needs|need|is taking|will need|going to need|are going to need|will run) [another] {length} (longer|more)
need (more time|longer|a bit longer|a bit more time|some more time|a little longer|little more time|little longer|a few more minutes)
(have|get|give us|give me|add) (more time|some more time|bit more time|little more time|extra time)
(more time|bit more time|bit longer|some more time|a little more time|little more time|extra time)

= ~ extend
(running|run|going) (over|long|out of time) [a bit]
(patient|client|customer|guest|she|he) has (questions|another question|lots of questions)
(running|run|going) (over|long)
(we are|it is|it s|this is|we re|<call> is) (running|going) (over|long|out of time|short of time)
not (done|finished) yet
(we are|i am|we re) not (done|finished|through) [yet]
(patient|client|customer|guest|she|he) (has more questions|needs more time)

= defaults for {length}
from [now] on [my|our|all|all my|all our] (meetings|calls|visits|appointments) [should|are|take|last|to] [be|take|last|are] {length} [long]
(my|our|) (default|standard|usual|normal) [meeting|call|visit|appointment] (length|duration) [is|to|should be|shall be] {length}
[my|our] default [meeting|call] length {length}
make {length} (my|our) default
(make|set|use|have) {length} [as|be|to be] [my|our] [default|standard|usual|normal] (default|standard|usual|usual length|default length|default duration|standard length)
(set|change|make) [my|our] (default|standard|usual|default length|default duration|usual length|standard length|default time) [length|duration] (to|as|) {length}
[my|our] (default|standard|usual) [length|duration|time] [is|to|of|should be] {length}
[my|our|all] (meetings|calls|visits|appointments) should (always|usually|normally|by default) [take|last|be] {length}
[my|our|all] (meetings|calls|visits|appointments) should (be|take|last) (always|usually|normally|by default) {length} [long]
(always|by default) {length}

= defaults in {place}
(i am|i m|im|we are|we re|i live|i work|we sit|based|we work|i am based|we are based) in {place}
(set|change|switch) [my|our] [time zone|timezone|zone] to {place}
[my|our] (timezone|time zone|zone) [is] {place}

= defaults language {language}
(speak|write|answer|talk|reply|respond) [to me|with me|to us|me] (in|) {language} from [now] on
(speak|write|answer|talk|reply|respond|use|switch|switch to|change to) [to me|with me|to us|me] [in|to] {language} [to me|with me|from now on|always]
(i|we) (speak|prefer|read|only speak) {language}
{language} (from now on|always)
(set|change) [my|our] language to {language}
[my|our] language [is] {language}

= join {number}
(have|need|want|got|must) to (get into|get in to|join|enter|attend|dial into|be in) [webex] [meeting|call|session] [number|id] {number}
(join|enter|attend|get me into|take me to) my [webex] [meeting|call|session|room] {number}
(join|dial in|dial in to|dial into|enter|attend|connect to|go to|call into|call in to|get me into|take me to|take me into|let me into|join in) [webex] [meeting|call|session|room] [number|id|no|nr|code] {number}
(link|want|need) [to] join [webex] [meeting|call] [number] {number}

= host {number}
(need|want|have|going|must|got) [to] host [webex] [meeting|call|session] [number|id] {number}
(host|start|open|begin|launch|run) [my] [webex|classic] [meeting|call|session|webex|room] [number|id|no|nr] {number}

= ~ move
(dr|doctor) (is|s) (late|running late|delayed|stuck|held up|in surgery)
whole (morning|afternoon|day|schedule) (shifted|is shifted|moves|is delayed|is late)
<who> (can not|can t) do {time}
<who> (can not|can t) make it [then|now]
<who> (can not|can t) do [it] [then|now]
something came up
(i am|i m|im|we are|we re|running|am) (late|running late|delayed|stuck|held up|stuck in traffic|stuck in surgery|double booked|not ready yet)
(i|we) (can not|can t) make it [then]
(patient|client|customer|guest|she|he) (is|s) (late|running late|delayed|stuck|held up)

= text for
(give|get|send|show) [me|us] text (for|to) <who>
(what|something) (can|could) (i|we) (forward|send|paste|copy) (to|for) <who>
(give|get|send|make) [me] something [i|we] can (paste|forward|copy|send) (into|in|on|via|to|by) [whatsapp|sms|signal|telegram|chat|text] for <who>
(give|get|send|write|make|need|want) [me] (text|something|smth|sth|message|words|wording|sms|<link> text|invitation text) [i can|to] [forward|send|paste|copy|copy paste|copy and paste|share|text] [to|in|into|on|over|via|by|with] [whatsapp|signal|telegram|sms|text|chat|email] (for|to) <who>
(text|message|something|words|invitation) (to|i can) (forward|paste|copy|copy paste|copy and paste|send|share) [to|in|into|on|via] [whatsapp|signal|telegram|sms|chat] (for|to|with) <who>
(forwardable|copyable|copy paste|whatsapp) (message|text|invitation) for <who>
(need|get) text for <who>
(want to|will|would like to|let me|prefer to) (forward|send|text|whatsapp) [it|link] [to] <who> myself
"""
)
