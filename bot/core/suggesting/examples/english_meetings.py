"""English: asking for a meeting, and changing one."""

EXAMPLES = """
@want = i want|i would like|i d like|i need|we need|need|we want|want|i have
@call = call|meeting|video call|session|video chat|conference|visit|video visit|appointment
@call = consultation|video meeting|talk|chat|webex|zoom|teams call|videoconference|video
@please = please|pls|could you|can you|would you|can we|could we|can i|may i

= meet
(call|see|meet) the (patient|client|customer) [at|on] {person}
{guests} please
(open|start|make) a <call> for {guests}
meet [with] {person} [{time}] [{length}]
[<please>] (start|open|set up|setup|create|make|arrange|organise|begin|launch) [a|the] <call> with {person}
[<please>] (book|schedule|plan|arrange|set up|put in) [a|an] <call> with {person} [for|on|at] {time}
<want> [to have|to do] [a|an] <call> with {person} [at {time}]
<want> to (see|meet|talk to|speak to|speak with|call|connect with|catch up with) {person}
[<please>] (get|bring|put) {person} on [a|the] (call|line|video|screen)
[<please>] (connect|link|put) (me|us) [up|through] (with|to) {person}
(hop|jump|get) on [a] (call|video) with {person} [{time}]
[quick] (<call>) with {person} [{time}] [{length}]
[<please>] (invite|ask) {person} to [a|the|my] [new] (<call>) [{time}]
[<please>] (send|email|mail|text|sms|give) {person} [a|an|the] [new|video|visit|meeting] (link|invite|invitation) [{time}]
[<please>] (send|email|mail|text|sms) [a|an|the] [new|video|visit|meeting] (link|invite|invitation) to {person}
(video|face to face|facetime|one on one|1 on 1|1:1|vc) with {person}
[<please>] (ring|phone|dial|facetime|reach|contact|skype) {person} [at {time}]
dial {person} in
can {person} (join|meet|see) (me|us) [on|by|over] [video] [at {time}]
(let s|lets|let us) (meet|talk to|call|see|have a call with) {person} [{time}]
{person} and (me|i) [need] [to] (meet|talk|a call|a room|a video room)
put {person} down for {time}
(book|schedule|plan|arrange|set up) {person} (for|on|at) {time}
{person} [on|at] {time} [{length}]
{person} (needs|wants|asks for|would like|requests) [a|an] (<call>) [at {time}]
i have {person} (here|waiting|on the phone) who needs a (<call>)
new (patient|client|customer|lead|case) {person} [{time}] [{length}]
(see|expect|expecting) {person} [at] {time}
(follow up|checkup|check up|check in|interview|demo|intake|sync|catch up|standup|review) with {person} [{time}]
discuss (something|it|this|the plan|the numbers|the contract) with {person} [{time}]
(<call>) {person} [{time}]
(<call>) [at] {time} with {person}
spontaneous (<call>) with {person}
can (u|you|we) do {time} with {person}
an interpreter for {person} at {time}
[<please>] (open|get|start|need|i need) [a|the] room (for|with) {person}
go live with {person}
[<please>] (start|open|create|make|get|give me|generate) [a|an|the] [new|instant|video] (<call>)
(new|instant|quick|ad hoc|another) (<call>) [please]
(link|video link|meeting link|a link|new link) (please|pls|now)
<want> [a|an] [new|instant|video] (<call>|link|meeting link|video link|room) [now|right now]
<want> [a|the] [meeting|video] link (for|i can give to|to give to|to send to) [a|my|the] (patient|client|customer|guest|friend)
(give|send|get|gimme|make|create) [me] [a|an] [video|meeting|visit|new] (link|room) [for a patient|for a client]
(start|begin|go)
(meeting|call|video) (now|asap|right away|immediately)
{guests} for (a|the) (<call>)
<want> {guests}
a qr code [to scan] for the (waiting room|reception|lobby|door|desk) [please]
<want> [a] qr code
<call> with {guests}
(start|open|make) [a] (<call>) in {device} [with {person}]
(connect|dial|use|bring in) {device} [and] [meet] {person}
meet [with] {person} in {language}
[<please>] (invite|see|call|meet) {person} in {language} [{time}]

= move
(not free|busy|stuck|can t make it) (push|move|shift) [it] to {time}
(start|begin|do) it at {time} instead
{meeting} (starts|begins) [now] at {time}
move (it|this|that|the meeting|the call|{meeting}) to {time}
[<please>] (reschedule|postpone|shift|move|push|delay) (it|this|that|the meeting|the call|{meeting}) [to|until|for] {time}
(push|move|shift|put) (it|this|the meeting|the call|{meeting}) (back|forward|out) [by] {length}
(push|put) (it|the meeting|{meeting}) (off|back) [until|to] [{time}|later]
(can|could) we (do|start|have|meet|make) (it|{length}) [a bit] (later|earlier)
(can|could) we (do|move|make|have|meet) (it|that) (at|to) {time} [instead]
(can|could) we (start|do it|meet|do that) {length} (later|earlier)
change (the time|the date|it|the meeting|{meeting}) (to|from) {time}
(make|do) it {time} [instead] [of {time}]
(the patient|the client|the customer|{person}) (comes|is coming|will come|can only come|wants to come) (later|earlier|{length} later|at {time})
(the patient|the client|the customer|{person}) (prefers|wants|asked for|asks for) {time} [instead]
(not yet|not now|wait) {time} [instead]
[and] (only|just) {length}
[and|for] {length} only
{length} (is enough|are enough|will do|would do|is plenty|suffices|should be enough|should do)
we (only|just) need {length}
(it|this|the meeting|the call|{meeting}) only (needs|takes|lasts|should take|should last) {length}
(make|keep) {meeting} [to|at] {length}
{length} for {meeting}
make it {time} instead of {time}
bring (it|the meeting|{meeting}) forward [to {time}]
(start|begin) (it|#|{meeting}|the meeting) (now|right away|earlier|at {time})
start now
{person} (asks|wants|would like|needs|prefers) to (move|reschedule|postpone) [it|the meeting] [to {time}]
(delay|postpone|reschedule|put off) (it|the meeting|the call|{meeting}) [by {length}] [a bit|a little]
(reschedule|postpone|delay|move it)
{time} (works|is|suits) better
(new time|other time|another time) [{time}]
(wrong|not the right) (time|day|date)
we need (a|another|a different) (time|day|slot)
(later|earlier) [today|tomorrow] please
not {time} but {time}

= rename
(rename|retitle) (it|the meeting|{meeting}) [to]
(call|name|title) (it|the meeting|{meeting})
(change|set) [the] (topic|subject|title|name) [of] [{meeting}] [to]
[the] (topic|subject|title|name) (is|should be|will be|shall be|must be)
(wrong|other|new|different) (topic|subject|title)
(topic|subject|title|re)

= again
(again|same again|once more|repeat) [with the same people] [{time}]
(same|another) (meeting|call) [again] [with] [the] (same people|same guests|them) [{time}]
(do|repeat|have) (it|that|this|the meeting) again [{time}]
(book|schedule) (the same|it|that) again [for] [{time}]
(follow up|next appointment|next meeting) with the same [people|guests] [{time}]
repeat (it|the meeting|{meeting}) [{time}]

= extend
(the one|the meeting) with {person} needs {length} [more]
(stretch|lengthen|draw out) (it|the meeting|{meeting}) [to|by] {length}
{length} (is|was) not enough
we run over
[<please>] (extend|prolong|lengthen) [it|the meeting|the call|{meeting}] [by|for] [{length}]
make (it|the meeting|{meeting}) [{length}] longer
{length} (more|longer) [please]
another {length} [please]
add [another] {length} [more]
(we|i) (need|want|would like|take|are going to need) [another|some|a bit|a little] {length} [more]
(we|i) need [some|a bit|a little|a lot] (more time|longer)
(can|could|may) (we|i) (have|get) [another|an extra] {length} [more]
(can|could|may) (we|i) (have|get) [a bit|some|a little] (more time|longer)
(give|grant|get) (us|me) [another|an extra] {length} [more]
(give|grant) (us|me) (more time|a bit longer|longer)
keep (it|the link|the links|the meeting|{meeting}|the room) (open|alive|going|running|valid) [for] [another] [{length}]
(we|it) (are|is|re|s) (running|going) (over|long)
(we|i) (are|re) not [quite] (done|finished|through) yet
not (done|finished) yet
(it|this|the meeting|the call) (will take|takes|is taking|needs) [a bit] (longer|{length} more)
(run|stay|go on|continue) [a bit] longer
[add] extra time [please]
more time [please]
the (link|links|meeting) should [still] (work|last|be valid|run) [for] (longer|another {length}|until {time})
(extend|keep it open|go on|stay open|make it) until {time}
(until|till|til) {time} [please]
(extend|prolong|lengthen) [it|{meeting}] to {length}
(so|that) (we|they) (can|could) (go on|continue|keep talking)

= cancel
[the|my|our] (visit|call|meeting|session|appointment) [is|s] [all] (done|over|finished)
[<please>] (cancel|abort|scrap|drop|delete|remove|kill|terminate|discard) [it|this|that|the meeting|the call|my meeting|{meeting}]
[<please>] (cancel|delete|end|stop|close|finish) (the|my|this|that|our) (meeting|call|session|appointment|visit|conference)
(call|calling) (it|the meeting|{meeting}) off
call off (it|the meeting|{meeting})
get rid of (it|the meeting|{meeting})
(i|we) (do not|no longer) need (it|the meeting|this|{meeting}) [any more|anymore]
(the meeting|it|{meeting}|the call|the appointment) is (off|cancelled|not happening|not going to happen|not needed|no longer needed)
{person} (can not|will not) (make it|come|be there) [so] [please] (cancel|call it off)
(the patient|the client|the customer|{person}) (cancelled|canceled|has cancelled)
(never mind|nevermind|forget it|forget about it) [the meeting|cancel it]
(end|stop|finish|close) (it|the meeting|{meeting}|now)
(we|i) (have to|need to|must|want to|would like to) (cancel|call off) [it|the meeting|{meeting}]
(withdraw|revoke|invalidate|kill) (the|all) (link|links|invitation|invitations)
(should|can|could|may|shall) i cancel [it|the meeting|{meeting}]
(will not|not going to) take place

= undo
i meant {person}
i meant {person} not {person}
(undo|revert|take it back|take that back|go back)
(oops|ups|sorry|oh no|damn|no) [that was] [the] (wrong|wrong person|wrong one|a mistake|not what i meant)
(wrong|not the right) (person|one|address|meeting|guest|number)
that was (wrong|a mistake|not right|for someone else)
i made a mistake
(oops|whoops|ups)
i (typed|wrote|entered|named) the wrong (address|person|number|time)
it went to the wrong (person|address)
"""
