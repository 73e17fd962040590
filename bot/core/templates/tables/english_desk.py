"""English: clear sentences about guests at the door, and to groups of experts."""

from bot.core.templates.tables.english_clear import NAMES

EXAMPLES = (
    NAMES
    + """
@her = her|him|them|patient|client|customer|guest|visitor
@expert = expert|specialist|doctor|consultant|someone|somebody|anyone|anybody|person|colleague|one
@on = on|from|in|of|at
@team = team|department|group|desk|ward|on call|expert|specialist|experts|people|person
@line = on line|on phone|on video|on call|on screen|on <call>|here|in|into <call>|now|please|involved
@back = that|to say|saying|back

@us = everybody|everyone|all|all of us|us all|whole team|team|whole group|us|everybody here|everyone here
@place = here|in here|in this space|in this room|in this channel|in this group|in this chat|in space|from this space

= meet here
[let us|lets|let s] (do|have|start|open|make|set up|begin|hold|hop on|get on|jump on|launch) <call> [with|for] <us> <place>
[let us|lets|let s] (meet|talk|call|do video|video) [with] <us> <place>
[let us|lets|let s] (meet|talk|see each other) <place> [by video|on video|face to face]
<call> (with|for) <us> <place>
<us> <place> [let us|lets|let s] (meet|talk|have <call>|do <call>|see each other) [face to face]

= let in
(let|show|bring|send|have|get) (<who>|<her>) (in|come in|through|enter|come through) [now|please]
(admit|let in|bring in|show in|send in) (<who>|<her>) [now|please]
(<who>|<her>) (can|may|could|should) (come in|enter|come through|be let in|be admitted|go in) [now|please]
(you can|you may|go ahead and|we can|ok to|okay to) (let|show|bring|send|have) (<who>|<her>) (in|come in|through) [now]
(you can|you may|go ahead and) (admit|let in|bring in) (<who>|<her>) [now]
(i am|i m|we are|we re) ready for <who> [now] [let (<her>) in]
let (<who>|<her>) into (meeting|call|room|visit|{meeting}) [now]
(open|unlock) door for (<who>|<her>)

= let in all
(let|show|bring|have|get) (everybody|everyone|all|all of them|them all|everyone who is waiting|everyone who s waiting|everyone waiting|everybody who is waiting|everybody waiting|whoever is waiting|whoever s waiting|all who are waiting|all waiting guests|waiting guests|all guests|guests|people waiting) (in|come in) [now]
(admit|let in|bring in) (everybody|everyone|all|all of them|them all|everyone who is waiting|everyone who s waiting|everyone waiting|everybody who is waiting|everybody waiting|whoever is waiting|whoever s waiting|all who are waiting|all waiting guests|waiting guests|all guests|guests|people waiting) [now]
(everybody|everyone|all of them|they all) (can|may) (come in|enter|be let in) [now]
(everybody|everyone|all of them) in [now|please]

= reply coming
(reply|answer|respond|say) [to] (<who>|<her>) <back> (coming|on my way|i am coming|i m coming|i am on my way|i m on my way|i will be right there|i ll be right there|i am coming right away)
(reply|answer|respond|say) [to] (<who>|<her>) (coming|on my way|i am coming|i m coming|i am on my way|i m on my way|i ll be right there|i will be right there)

= reply not today
(reply|answer|respond|say) [to] (<who>|<her>) [<back>] (not today|i can not today|not today sorry|it does not work today|i have no time today)

= expert {group}
(get|give|find|bring|have|need|want|call|page|ask|ring|phone|contact|reach|consult|alert|fetch|patch|loop in|pull in|bring in|ping) [me|us] [<expert> <on>] {group} [<team>] [<line>] [for <who>]
(connect|put|patch) (me|us) [through] (to|with) [<expert> <on>] {group} [<team>] [for <who>]
(connect|put|patch) <who> [through] (to|with) [<expert> <on>] {group} [<team>]
(call|video|talk|speak|consult|meet|meeting|video call|chat) (with|to) [<expert> <on>] {group} [<team>] [for <who>]
(get|put|have|bring|need|want) [<expert> <on>] {group} [<team>] (with|together with|to talk to|to see|to speak to|to speak with|to look at|to meet) <who>
(i|we) (need|want|would like) [<expert> <on>] {group} [<team>] [<line>] [for <who>|with <who>|to see <who>|to talk to <who>]
{group} [<team>] (for|with) <who>
{group} (expert|specialist|consult|consultation|consultant) [please|now|needed] [for <who>]
<who> (needs|wants|asks for|would like) [to see|to talk to|to speak to|to speak with] [<expert> <on>] {group} [<team>]
(ask|page|call|consult) {group} about <who>
(get|find|need) <expert> <on> {group} (who can|to) (see|talk to|help|look at|speak to) <who>
(need|get|page|call) {group} (stat|asap|urgently|now|please)

= who is on for {group}
who is [on duty|on call|on|available|there|covering] (for|in|at|on|from) {group} [now|today|tonight|right now]
who is {group} (on call|on duty) [now|today|tonight]
who (covers|is covering|does|has) {group} [now|today|tonight]
who (s|is) [the] {group} (on call|on duty|expert|doctor) [now|today|tonight]
is (anyone|anybody|someone|somebody) [on duty|on call|available|there] (for|in|at|on|from) {group} [now|today|tonight|right now]
"""
)
