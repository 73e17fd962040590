"""English words for commands and times."""

from __future__ import annotations

from bot.core.parsing.vocabulary.language_words import Part, SentenceWords, TimeWords, each_word

SENTENCES = SentenceWords(
    around={
        ("make", "longer"): "extend",
        ("let", "in"): "let in",
        ("call", "off"): "cancel",
        **dict.fromkeys((("take", "off"), ("take", "out")), "remove"),
    },
    courtesies=(
        *("please", "pls", "plz", "kindly", "ok", "okay", "so", "now", "bot", "dear", "there"),
        *("hi", "hey", "hello", "good morning", "good afternoon", "good evening", "hi team"),
        *("i want to", "i want", "i need to", "i need", "need", "need to", "i wanna", "we want to"),
        *("i would like to", "i would like", "i'd like to", "i'd like", "we need", "we need to"),
        *("give me", "give us", "let's", "lets", "let us", "cheers", "great", "perfect", "cool"),
        "actually",
        *("so much", "very much", "a lot", "thanks", "thank you", "thx", "many thanks"),
        *("thanks team", "thank you team", "hello team", "hey team", "morning team"),
        *("i have to", "we have to", "i must", "be so kind to", "be so kind as to"),
    ),
    requests=(
        *("can you", "could you", "would you", "will you", "can u", "could u", "would you mind"),
        *("would you be so kind to", "would you be so kind as to", "would you be so kind and"),
    ),
    permissions=(
        *("can i", "may i", "can we", "could we", "could i", "shall we", "shall i", "may we"),
        *("should i", "should we"),
    ),
    thanks=(
        "thanks",
        "thank",
        "thx",
        "bye",
        "goodbye",
        "cheers",
        "ok",
        "okay",
        "great",
        "perfect",
        "cool",
    ),
    articles=(
        *("a", "an", "the", "new", "quick", "short", "instant", "webex", "video", "online", "our"),
        "spontaneous",
    ),
    connectors=("and", "&", "with", "plus", "also", "including", "invite", "inviting", "cc"),
    ands=("and", "&"),
    about=(
        *("about", "re", "subject", "topic", "regarding", "concerning", "discuss", "discussing"),
        *("titled", "agenda"),
    ),
    of=("is",),
    closing=("please", "pls", "plz", "kindly", "thanks", "thank", "you", "thx"),
    fillers=(
        *("to", "me", "us", "now", "right", "?", "bot", "yes", "w", "too", "quickly", "talk"),
        *("urgently", "asap", "immediately", "away", "straight"),
    ),
    here=("here", "everyone", "everybody"),
    me=("me", "us", "myself"),
    everybody=("all", "everyone", "everybody", "everything"),
    links=(
        *("link", "links", "invitation", "invitations", "invite", "invites", "the", "again", "new"),
        *("fresh", "their", "a", "it"),
    ),
    introduces=(
        *("of", "to", "for", "in", "from", "about", "re", "regarding", "called", "meeting", "call"),
    ),
    meeting=("meeting", "meetings", "call", "conference", "session"),
    which=("it", "this", "that", "one", "current", "last", "the meeting"),
    empty=(
        *("no", "not", "yes", "is", "are", "was", "be", "do", "does", "did", "and", "or", "but"),
        *("if", "as", "at", "on", "by", "of", "to", "in", "for", "from", "with", "a", "an", "the"),
        *("he", "she", "they", "you", "we", "i", "him", "her", "them", "his", "their", "your"),
        *("who", "what", "when", "why", "how", "where", "there", "here", "more", "again", "just"),
        *("later", "soon", "then", "than", "still", "yet", "all", "any", "some", "latest", "ok"),
        *("newest", "next", "first", "second", "third", "previous", "other", "another", "so"),
        *("my", "our", "me", "us"),
    ),
    later=("later", "back"),
    earlier=("earlier", "sooner"),
    more=("more", "longer", "another", "extra", "additional"),
    to=("to",),
    total=("in total", "in all", "altogether", "overall"),
    negations=("not", "no", "don't", "dont", "never", "without", "except", "won't", "cannot"),
    clauses=each_word(
        "before whatever whoever possible thanks sorry thx but anytime if unless when whenever"
        " once until because i i'm i'll you're he he's she she's it's we're they they're him them"
        " me is are was were won't can can't cannot could should must would don't dont not isn't"
        " aren't doesn't needn't never nobody except"
    ),
    limits=(
        *("max", "maximum", "min", "at", "most", "latest", "by", "lasting", "duration"),
        *("approx", "till", "until"),
    ),
    occasions=(
        *("birthday", "holiday", "holidays", "christmas", "xmas", "easter", "eve", "weekend"),
        *("fortnight", "week", "arvo", "lunchtime"),
    ),
    on_occasions=("after", "before", "during", "until"),
    manners=each_word(
        "privately discreetly confidentially urgent urgently asap again quickly ty xx lol"
    ),
    rather=("instead", "rather"),
    exceptions=("except", "but", "without", "excluding", "besides", "not", "minus", "excepting"),
    instead=("instead of", "rather than", "in place of"),
    replacing=("replace", "swap", "exchange", "replacing", "swapping"),
)


_SMALL_HOURS = "one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = dict(zip(_SMALL_HOURS.split(), range(1, 13), strict=True)) | {
    "a": 1,
    "an": 1,
    "another": 1,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "ninety": 90,
    "forty-five": 45,
    "twenty-five": 25,
}

TIMES = TimeWords(
    weekdays=(
        *("monday mon", "tuesday tues tue", "wednesday wed weds", "thursday thurs thur thu"),
        *("friday fri", "saturday sat", "sunday sun"),
    ),
    months=(
        *("jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july"),
        *("aug august", "sep sept september", "oct october", "nov november", "dec december"),
    ),
    days={
        "yesterday": -1,
        **dict.fromkeys(("today", "2day"), 0),
        **dict.fromkeys(
            (
                *("tomorrow", "tomorow", "tomorrrow", "tommorow", "tommorrow", "tomorro", "tmrw"),
                *("tmr", "tmrrw", "2moro", "2morrow"),
            ),
            1,
        ),
        **dict.fromkeys(("the day after tomorrow", "day after tomorrow", "overmorrow"), 2),
    },
    after_days={"day": 1, "days": 1, "week": 7, "weeks": 7, "fortnight": 14},
    numbers=_NUMBERS,
    units={
        **dict.fromkeys(("minutes", "minute", "mins", "min", "m"), 1),
        **dict.fromkeys(("hours", "hour", "hrs", "hr", "h"), 60),
        **dict.fromkeys(("days", "day", "d"), 1440),
    },
    lengths={
        **dict.fromkeys(
            ("half an hour", "half hour", "half-hour", "a half hour", "a half-hour"), 30
        ),
        **dict.fromkeys(("half a hour", "a half an hour", "another half hour", "1/2 hour"), 30),
        **dict.fromkeys(("1/2 h", "half-an-hour", "another half an hour"), 30),
        **dict.fromkeys(("a quarter of an hour", "quarter of an hour", "1/4 hour", "1/4 h"), 15),
        **dict.fromkeys(("quarter hour", "a quarter hour"), 15),
        **dict.fromkeys(("three quarters of an hour", "three-quarters of an hour"), 45),
        **dict.fromkeys(("3/4 of an hour", "3/4 hour", "3/4 h", "three quarter hour"), 45),
        **dict.fromkeys(("a couple of hours", "couple of hours", "a couple hours"), 120),
    },
    parts={
        Part.MORNING: ("in the morning", "this morning", "morning"),
        Part.MIDDAY: ("at midday",),
        Part.AFTERNOON: ("in the afternoon", "this afternoon", "afternoon"),
        Part.EVENING: ("in the evening", "this evening", "evening"),
        Part.NIGHT: ("tonight", "tonite", "at night", "this night", "in the night"),
    },
    noon=("noon", "midday", "12 noon"),
    midnight=("midnight", "12 midnight"),
    leads=("at", "on", "from", "starting", "beginning", "for", "by", "@"),
    at=("at", "@", "until", "till", "til", "from"),
    until=("until", "till", "til", "ending", "ending at", "ends", "ends at", "up to"),
    from_to=(("from", "to"), ("from", "until"), ("from", "till"), ("from", "-")),
    into=("in", "in about", "in another"),
    lasting=("for", "lasting", "over", "for about"),
    oclock=("o'clock", "o’clock", "oclock"),
    exactly=("sharp", "on the dot", "exactly", "precisely"),
    near_noon={"half past noon": 750, "quarter past noon": 735, "half past midnight": 30},
    offsets=(
        *(("half past {hour}", 30), ("quarter past {hour}", 15), ("quarter to {hour}", -15)),
        *(
            ("a quarter past {hour}", 15),
            ("a quarter to {hour}", -15),
            ("quarter after {hour}", 15),
        ),
        *(("quarter of {hour}", -15), ("half after {hour}", 30)),
        *(("{minutes} past {hour}", 1), ("{minutes} to {hour}", -1)),
        *(("{minutes} after {hour}", 1),),
        *(("{minutes} minutes past {hour}", 1), ("{minutes} minutes to {hour}", -1)),
        *(("{minutes} minutes after {hour}", 1),),
    ),
    next_before=("next", "this", "coming", "this coming"),
    of_month=("of",),
    vague=(
        *("later", "later today", "later on", "soon", "shortly", "sometime", "some time", "eod"),
        *("eob", "cob", "eow", "end of day", "end of the day", "end of business", "end of week"),
        *("end of the week", "end of month", "end of the month", "close of business", "someday"),
        *("lunchtime", "at lunchtime", "after lunch", "before lunch", "after work", "at lunch"),
        *("over lunch", "in a bit", "in a while", "in a moment", "in a sec", "in a second"),
        *("in a minute or two", "next week", "this week", "next month", "this month"),
        *("next year", "next weekend", "this weekend", "on the weekend", "at the weekend"),
        *("in the coming days", "in the next days", "one of these days", "first thing"),
        *("last thing", "whenever", "some day", "in a jiffy", "at half one", "at half two"),
        *("at half three", "at half four", "at half five", "at half six", "at half seven"),
        *("at half eight", "at half nine", "at half ten", "at half eleven", "at half twelve"),
    ),
    roughly=(
        *("before", "after", "around", "approx", "approximately", "roughly", "circa", "ca"),
        *("no later than", "no earlier than", "not before", "not after", "not until", "not at"),
        *("not on", "not", "at around", "from around", "earlier than", "later than", "sometime"),
        *("at about", "somewhere around", "at the earliest", "at the latest", "anytime after"),
        *("any time after", "sometime after", "sometime before", "but not", "but not at"),
    ),
    vague_lengths=(
        *("for a while", "for a bit", "for some time", "for a few minutes", "for a few hours"),
        *("for ever", "for long", "for as long as possible"),
    ),
    some=("a few", "few", "some", "several", "a couple of", "a couple", "couple of", "couple"),
    between=(("between", "and"),),
    now=(
        "right now",
        "right away",
        "straight away",
        "now",
        "immediately",
        "asap",
        "as soon as possible",
    ),
    every=("every", "each", "on every", "every other", "every second"),
    series=(
        *("daily", "weekly", "biweekly", "bi-weekly", "fortnightly", "monthly", "recurring"),
        *("repeating", "repeatedly"),
    ),
)
