"""English: the guests and hosts of an existing meeting."""

EXAMPLES = """
@please = please|pls|could you|can you|would you|can we|could we|i need you to
@lost = lost|deleted|misplaced|can not find|could not find|does not have|never got|did not get|did not receive|has not received|has not got|is missing|forgot
@it = the|her|his|their|that|an|any|the meeting|the video
@link = link|mail|email|e mail|invite|invitation|message|sms|text|url|links

= add
(replace|swap|exchange) (with|for|by) {person}
+ {person}
{person} also
send {person} the link (too|as well|also)
[<please>] (add|include|bring in|loop in|pull in|bring|take in) {person} [too|as well|please|to it]
[<please>] (also|additionally) (invite|add|include) {person}
[<please>] (invite|add|include) {person} (too|as well|also|to this|to the meeting|to the call|to it|to {meeting})
[<please>] (get|bring|pull) {person} (in|in here|into this|into the call|into the meeting|on board|into {meeting})
{person} (should|must|can|could|will|may|has to|needs to|wants to|would like to) (join|come|be there|participate|be in it) [us|too|as well|also]
{person} (too|as well|also) [please]
(and|plus|also) {person}
one more (person|guest|participant|attendee) {person}
(can|could) {person} (join|come) [us] (too|as well|also)
(send|give|share) [the|a] (link|invite|invitation) (to|with) {person} (too|as well|also)
(we|i) (need|want) {person} (in|in here|in the call|in the meeting|here|too|as well|to join)
(we|i) need [an|a] (interpreter|translator|nurse|relative|colleague|expert) {person}
(customer|patient|client|he|she|they) wants (a|his|her|their) (colleague|husband|wife|daughter|son|mother|father|boss) {person} (in|in the call|to join|as well|to come)
(her|his|their|the) (husband|wife|daughter|son|mother|father|colleague|boss|carer) {person} [wants to|would like to] (join|come) [too|as well]
{person} is (coming|joining) (too|as well)
let {person} (join|in|come in)
forgot [to invite|to add] {person}
(someone|somebody|one) else {person}
(another|one more|an additional) (guest|person|participant)
(add|i need|we need|give me|get me) {guests} [more]
{guests} more [please]
more (links|guest links) [please]
{person} for the meeting
(share|put|have) {person} (in|on) (the meeting|the call|{meeting})

= resend
[<please>] (resend|re send) [it|the link|the invitation|a link] [to] {person}
[<please>] (send|mail|email|give|get) (it|the link|the invitation|the mail|<it> <link>) [to] {person} (again|once more|one more time|a second time)
[<please>] (send|give|get|mail|email) {person} [a|another|the|her|his|their] [new|fresh|other] <link> [again]
[<please>] (send|give|make|get) [a] (new|fresh|another) <link> (for|to) {person}
(new|fresh|another) <link> for {person}
{person} <lost> <it> <link>
{person} <lost> it
{person} <lost> anything
(he|she|they|patient|the patient|the client|the customer|the guest|my guest) <lost> <it> <link>
(he|she|they|the patient|the guest|the client|the customer) (can not|could not|is not able to) (join|get in|enter|open it|open the link|log in|access it|connect|find it)
{person} (can not|could not|is not able to|is unable to) (join|get in|enter|open it|open the link|log in|access it|connect|find it|find the link)
{person} s (link|links|invitation) (does not work|is not working|is broken|expired|has expired|is gone|is dead|is invalid|did not work)
[the] (link|invitation) (of|for) {person} (does not work|is not working|is broken|expired|has expired)
[the] (link|invitation) (is|seems) (broken|dead|expired|invalid) for {person}
{person} (says|said|tells me|writes|claims|complains) [that] (the link|it|her link|his link) (expired|does not work|is broken|is not working)
{person} (says|said) [that] (she|he|they) <lost> <it> <link>
{person} (says|said) [that] (she|he|they) never received anything
{person} (is asking|asks|asked) (for|again for) (the|a|her|his) [new] (link|invite|invitation)
{person} (is|was) (locked out|kicked out|thrown out|disconnected)
{person} needs (the|a|another|a new|her|his) (link|invitation) [again]
{person} (has|got) (no link|a broken link|the wrong link)
{person} did not get it
(remind|nudge|ping) {person} [again] [of the link]
(try|send) {person} again

= resend me
[let us|let s|i will|i ll|we] (start|begin|go ahead) without (him|her|them|{person})
(start|host|open|begin|join|enter|launch) (the|our|my|this) (meeting|call|session|video call) [now]
(resend|resend me|resend mine|resend my link|resend my host link)
(where is|where s|show me|give me|send me|i need|need|get) my [own] [host] (link|host link) [again|please]
(host link|my host link|the host link) [again|please]
i (lost|deleted|can not find|closed|do not have|need) my [own] [host] (link|host link)
i can not find (the|my) host link
(how do|how can) i get (back in|into my meeting|back into the meeting)
i (closed|left) (the window|the tab|the meeting|the browser) [and] [need] [to get back in]
i (need|want|have) to get back in
(let|get) me (in|back in|into my meeting)
i got (kicked out|disconnected|thrown out|dropped)
my host link (does not work|expired|is not working|is broken)
start link again

= resend all
resend (all|everything|everybody|everyone|it to all|it to everyone|all links|to all)
(send|give|mail) (everybody|everyone|all|all of them|all guests) (a|the|their|new|fresh) (link|links|invitation|invitations) [again]
(send|mail) (it|the link|the links|the invitations) [again] to (everybody|everyone|all|all guests|all of them) [in] [{meeting}] [again]
(nobody|no one|none of them) (got|received) (it|the link|the links|a mail|anything)
(new|fresh) links for (everybody|everyone|all)
all links (are|seem) (broken|expired|dead)

= text for
text for {person}
(give|get|send|write|make) me [a|the] text [to forward|to send|to paste|to copy|i can forward|i can send] (for|to) {person}
[i need] (something|a text|words|a message) [i can|to] (copy|paste|forward|copy and paste|copy paste|send myself) (for|to|into whatsapp for) {person}
(give|get) me something (i can|to) paste (into|in) (whatsapp|signal|telegram|an sms|a chat) for {person}
[a] (forwardable|copyable) (message|text|invitation) for {person}
i (will|want to|would like to) (forward|send|text|whatsapp) it [to {person}] myself
text {person} [the link]
i need the text for {person}
[a] (message|text) to {person} (to forward|for whatsapp)
(how|what) (do i|should i) (write|text) [to] {person}

= handover
put {person} in charge [of it|of the meeting]
{person} will host
(handover|hand over|transfer|pass|give|leave|delegate|assign|hand) (it|the meeting|this|this meeting|the call|{meeting}|my meeting) [over] to {person}
{person} (takes|will take|is taking|should take|can take) (over|it over|over from here|the rest|my place|the meeting|over the meeting|the rest of the meeting)
{person} (will|should|is going to|can|shall|must) (host|continue|run it|lead|lead it|run the meeting|do it|carry on|moderate) [instead] [of me]
[please] let {person} (run|host|lead|take over|take|have|do) [the meeting|it] [instead] [of me]
make {person} [the] (new|only|main) host
make {person} [the] host [instead] [of me]
{person} is [now] the [new] host [now]
i (have to|must|need to) (leave|go) [now] {person} (takes over|will continue|continues|takes it|will take over)
(my shift|i) (ends|am leaving|am off|am done) [soon] {person} (will take|takes) [over|the rest]
(change|switch) [the] host to {person}
(give|hand) {person} (the meeting|the host role|the call|{meeting}|control)
(i can not|i will not be able to) (host|make it) [so] {person} (will|does|should) [it]
{person} (does|hosts|leads|runs) (it|this|the meeting) [for me]

= cohost
[a] host link for {person} [please]
(cohost|co host) {person}
(make|add|name) {person} [a|as|as a|the] (cohost|co host|second host|additional host|another host)
{person} (should|can|could|must|may|needs to) [be able to] (host|be host|be a host|start it|cohost) (too|as well|also)
can {person} be [a] (host|cohost) (as well|too|also)
(i want|we want|we need|i need|have) {person} as [a|the] (second|another|additional|co) host
[a] second host {person}
{person} (as|is) [a] (cohost|co host|second host) [too]
(give|send) {person} a host link [too|as well]
(i need|we need|get) [a|another] (cohost|co host|second host|backup host) [{person}]
{person} and (i|me) (host|both host) [it] [together]
add {person} as [a] host

= remove
(remove|uninvite|disinvite|un invite|kick|drop|delete|exclude|throw out|take out) {person} [from the meeting|from it|from {meeting}|out]
(take|kick|throw|leave|get) {person} (off|out|off the list|out of the meeting|out of it)
{person} (should|must|may|can) not (come|join|be there|be in it) [any more|anymore]
{person} is not (coming|joining|invited) [any more|anymore]
i do not want {person} (in|in there|in the meeting|to join)
[the meeting] without {person} [please]
(revoke|withdraw|cancel) {person} s (link|invitation)
(block|ban|revoke) {person}
not {person}
{person} can not (make it|come|join) [so] remove (her|him|them|it)
(remove|uninvite|drop) (her|him|them|the patient|the guest|the client)
{person} is (out|off|not needed)

= tell
(tell|message|inform|notify|let) {person} [know] [that]
(tell|message|inform|notify) (all|everybody|everyone|the guests|them) [that]
let (all|everybody|everyone|the guests|them|him|her) know [that]
(tell|message|inform) (her|him|them|the patient|the guest|the client|the customer) [that] (i am|i m|we are|we re) (ready|coming|on my way)
(write|say|send a message) to {person} [that]
(message|note|info) (to|for) (all|everybody|everyone|the guests|{person})
(i am|i m|im|am) [running] [a bit|a little|{length}] late
(i will|i ll|ill) be [a bit|a little|{length}] late
running [a bit|{length}] (late|behind)
[{length}] late
(i will|i ll) be there in [{length}|a minute|a moment|5]
(i am|i m) (stuck|delayed|held up) [in traffic|in another meeting|in surgery|on a call]
stuck in (traffic|a meeting|another call|surgery|the or)
(we|i) (will|ll) (start|begin) [a bit|{length}] late
(we start|we begin|start) at {time} (instead|not before)
(they|he|she|{person}) should (wait|bring something|know)
(ask|remind) {person} to
be right there
give me {length}
(starting|beginning) (late|in {length})
say (hello|hi) to {person}

= my link
(can you|could you|please) (send|give|mail|text) (it|one|the link) [to me] (again|once more|one more time) [please]
(could|can) i (get|have) (it|the link|my link|the invitation) (again|once more|one more time) [please]
i (have|) (lost|deleted|closed) (the|my) (invitation|link|mail|message) [can you|could you] [send it|resend it] [again|once more] [please]
(the|my) (link|invitation|mail|message) is (gone|lost|deleted) [from my phone|from my inbox] [could i get it again|can you send it again]
[can you|could you|please] (send|give|resend|mail|text) [me] (the|my|a new) link [again]
[hi] [please] [send|give|resend|get] [me] my [own] link [again] [please|pls]
i (lost|deleted|can not find|could not find|need|do not have|did not get|never got|want) (my|the) [meeting|video] (link|invitation|invite|mail|email|message) [again]
[my|the] link (says|shows) [it is] (expired|invalid|not valid|broken) [what (do i|can i|should i) do] [now]
can not find (my|the) (link|mail|email|invitation|message) [with the meeting|with the link]
(my|the) link [you sent] (does not work|is not working|is broken|expired|has expired|does not open|is dead|did not work)
(where|how) (do|can) i (click|join|get in|enter|find my link|connect|open it)
(where is|what is|get|send|what s|where s) (my|the) (link|invitation|appointment)
i can not (join|get in|enter|open the link|open it|connect|get into the meeting)
how do i (join|get in|get into the meeting)
(join|let me in|i want to join|i am here|i m here|i am ready)
which link [do i use]
resend my (link|invitation)
(i was|i am) invited [where do i go]
"""
