"""English words for commands."""

from __future__ import annotations

from bot.core.parsing.vocabulary.sentence_words import SentenceWords

SENTENCES = SentenceWords(
    around={("make", "longer"): "extend", ("let", "in"): "let in"},
    courtesies=(
        *("please", "pls", "plz", "kindly", "ok", "okay", "so", "now", "bot", "dear", "there"),
        *("hi", "hey", "hello", "good morning", "good afternoon", "good evening", "hi team"),
        *("i want to", "i want", "i need to", "i need", "need", "need to", "i wanna", "we want to"),
        *("i would like to", "i would like", "i'd like to", "i'd like", "we need", "we need to"),
        *(
            "give me",
            "give us",
            "let's",
            "lets",
            "let us",
            "cheers",
            "great",
            "perfect",
            "cool",
            "actually",
        ),
        *("so much", "very much", "a lot", "thanks", "thank you", "thx", "many thanks", "team"),
        *("i have to", "we have to", "i must"),
    ),
    requests=(
        *("can you", "could you", "would you", "will you", "can u", "could u", "would you mind"),
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
    negations=("not", "no", "don't", "dont", "never", "without", "except", "won't", "cannot"),
)
