//! Words by which it is told who asked for something or began it.

/// Verbs of asking for something and of beginning it.
pub const STARTING: &[&str] = &[
    "advocate",
    "apply for",
    "ask",
    "ask for",
    "authorise",
    "authorize",
    "begin",
    "bring up",
    "broach",
    "call",
    "call for",
    "commission",
    "conceive",
    "convene",
    "demand",
    "file",
    "file for",
    "float",
    "found",
    "initiate",
    "insist on",
    "instigate",
    "instruct",
    "invite",
    "launch",
    "lodge",
    "mastermind",
    "mention",
    "moot",
    "order",
    "organise",
    "organize",
    "petition",
    "press for",
    "propose",
    "push for",
    "put forward",
    "raise",
    "raise the idea of",
    "recommend",
    "request",
    "seek",
    "send for",
    "set up",
    "start",
    "suggest",
    "summon",
    "urge",
];
/// Those of them that say what somebody is for, as others may be.
pub const URGING: &[&str] = &["advocate", "call for", "recommend", "suggest", "urge"];
/// Phrases for calling those who help: who did is told of something that happened, whatever it is.
pub const ALARMING: &[&str] = &[
    "alert the police",
    "call an ambulance",
    "call the fire brigade",
    "call the police",
    "dial 911",
    "dial 999",
    "phone the police",
    "raise the alarm",
    "ring the police",
    "sound the alarm",
    "telephone the police",
];
/// Verbs of breaking off what goes on between two.
pub const ENDING: &[&str] =
    &["abandon", "break off", "call off", "cancel", "end", "pull out of", "terminate", "walk away from", "walk out of"];
/// Those of them that say it of one of the two.
pub const QUITTING: &[&str] = &["break off", "pull out of", "walk away from", "walk out of"];
/// Nouns behind "call": what somebody calls is begun.
pub const CALLED: &[&str] =
    &["election", "halt", "meeting", "referendum", "session", "strike", "summit", "vote", "walkout"];
/// Nouns for what somebody brings up: what it is stands behind them.
pub const SUBJECTS: &[&str] =
    &["idea", "issue", "matter", "notion", "option", "possibility", "prospect", "question", "subject", "topic"];
/// Verbs that begin what a noun for thoughts and deeds names.
pub const BEGINNING: &[&str] =
    &["begin", "bring up", "broach", "call", "float", "found", "launch", "mention", "open", "raise", "start"];
/// Nouns of what somebody asks, proposes or decides.
pub const ASKED: &[&str] = &[
    "advice",
    "approach",
    "behest",
    "bidding",
    "call",
    "command",
    "decision",
    "demand",
    "direction",
    "doing",
    "idea",
    "initiative",
    "insistence",
    "instigation",
    "instruction",
    "invitation",
    "move",
    "order",
    "petition",
    "proposal",
    "request",
    "suggestion",
    "urging",
];
/// Verbs of where such a thing comes from.
pub const COMING: &[&str] = &["come", "originate", "take", "make", "issue", "give"];
/// Verbs of getting in touch with somebody.
pub const CALLING: &[&str] =
    &["approach", "call", "contact", "email", "message", "phone", "ring", "telephone", "write to"];
/// Verbs of giving such a thing.
pub const MAKING: &[&str] = &["extend", "give", "issue", "make", "send"];
/// Who has these in what they do or feel did not ask for it.
pub const UNWILLING: &[&str] = &[
    "anger",
    "annoyance",
    "consulted",
    "dismay",
    "objected",
    "objection",
    "objections",
    "opposed",
    "reluctant",
    "resisted",
    "surprise",
    "unaware",
    "unwilling",
    "wanted",
    "wishes",
];
/// What somebody does without being asked is done of their own.
pub const UNASKED: &[&str] = &["accord", "authority", "bat", "initiative", "say-so", "volition"];
/// Who did it before anybody else.
pub const FIRST: &[&str] = &["first", "initially", "originally", "unprompted"];
/// What is asked for once more is another thing.
pub const ANOTHER: &[&str] = &["again", "another", "further", "new", "other", "second", "third"];
/// What is done to something that is asked for or begun, whatever it is.
pub const BEGUN: &[&str] = &[
    "begin",
    "call",
    "commission",
    "demand",
    "initiate",
    "instigate",
    "launch",
    "order",
    "organise",
    "organize",
    "propose",
    "request",
    "set up",
    "start",
    "suggest",
];
