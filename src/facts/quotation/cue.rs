//! The words that report an utterance.

/// Whether the lower-case word is a form of a verb that reports what somebody said.
pub(super) fn is_reporting(lower: &str) -> bool {
    const FORMS: &[&str] = &[
        "said", "says", "say", "saying", "told", "tells", "tell", "telling", "added", "adds", "adding", "asked", "asks",
        "asking", "wrote", "writes", "writing", "tweeted", "noted", "notes", "noting", "explained", "explains",
        "recalled", "recalls", "argued", "argues", "arguing", "warned", "warns", "warning", "insisted", "insists",
        "insisting", "replied", "replies", "continued", "continues", "concluded", "concludes", "declared", "announced",
        "announces", "acknowledged", "conceded", "admitted", "complained", "joked", "shouted", "yelled", "claimed",
        "claims", "claiming", "stated", "states", "stating", "testified", "responded", "responds", "observed",
        "remarked", "suggested", "reported", "reports", "quipped", "vowed", "pleaded", "answered", "called", "calls",
        "calling", "described", "describes", "describing", "denied", "denies", "maintained", "contended", "tweets",
    ];
    FORMS.contains(&lower)
}
