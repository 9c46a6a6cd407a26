//! Money: signs before the number, names after it.

use super::{
    amount::{scaled, whole},
    unit::{ReadUnit, Unit},
};
use crate::language::{
    token::TokenKind,
    words::{Gap, Words},
};

/// Currencies by the word after the number. A hundredth is marked by a leading `/`.
const MONEY: &[(&str, &str)] = &[
    ("dollar dollars bucks", "$"),
    ("/cent /cents", "$"),
    ("euro euros", "EUR"),
    ("sterling", "GBP"),
    ("/pence", "GBP"),
    ("yen", "JPY"),
    ("yuan renminbi", "CNY"),
    ("rupee rupees", "INR"),
    ("ruble rubles rouble roubles", "RUB"),
    ("peso pesos", "peso"),
    ("franc francs", "franc"),
    ("krona kronor krone kroner crowns", "krone"),
    ("dinar dinars", "dinar"),
    ("dirham dirhams", "AED"),
    ("forint forints", "HUF"),
    ("lira liras", "lira"),
    ("zloty zlotys", "PLN"),
    ("won", "KRW"),
    ("rand", "ZAR"),
    ("shekel shekels", "ILS"),
];

pub(super) fn money_word(words: &Words, i: usize, large: bool) -> Option<ReadUnit> {
    if words.is(i, "pounds") && (large || words.is(i + 1, "sterling")) {
        let end = i + 1 + usize::from(words.is(i + 1, "sterling"));
        return ReadUnit::plain(end, Unit::Money("GBP"));
    }
    if !words.is_word(i) {
        return None;
    }
    // `12 U.S. dollars` is dollars.
    let at = i + usize::from(words.is_any(i, &["U.S.", "US"]));
    let (name, code) = MONEY.iter().find_map(|(names, code)| {
        let name = names.split(' ').find(|n| words.is(at, n.trim_start_matches('/')))?;
        Some((name, *code))
    })?;
    // `won` is a verb.
    if name == "won" && !large {
        return None;
    }
    let times = if name.starts_with('/') { scaled(1, -2) } else { whole(1) };
    Some(ReadUnit { end: at + 1, unit: Unit::Money(code), times })
}

/// The currency before the number at word `i`: where it begins, and its code.
pub(super) fn currency_before(words: &Words, i: usize) -> Option<(usize, &'static str)> {
    let at = i.checked_sub(1)?;
    if words.at(at).kind == TokenKind::Symbol && words.at(i).gap != Gap::Hyphen {
        let code = match words.text(at) {
            "$" => "$",
            "£" => "GBP",
            "€" => "EUR",
            "¥" => "JPY",
            "₹" => "INR",
            "₽" => "RUB",
            "₩" => "KRW",
            "₪" => "ILS",
            _ => return None,
        };
        let country = at.checked_sub(1).filter(|_| code == "$" && words.at(at).gap == Gap::Nothing);
        let named = country.and_then(|c| match words.text(c) {
            "US" | "U.S." => Some((c, "USD")),
            "A" | "AU" => Some((c, "AUD")),
            "C" | "CA" | "CAD" => Some((c, "CAD")),
            "HK" => Some((c, "HKD")),
            "NZ" => Some((c, "NZD")),
            "S" => Some((c, "SGD")),
            "R" => Some((c, "BRL")),
            _ => None,
        });
        return Some(named.unwrap_or((at, code)));
    }
    let code = match words.text(at) {
        "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "CHF" => "CHF",
        "Rs" | "INR" => "INR",
        _ => return None,
    };
    Some((at, code))
}

/// Whether two codes may mean the same currency: `$` may be any dollar.
pub(super) fn same_currency(a: &str, b: &str) -> bool {
    let dollar = |code: &str| matches!(code, "$" | "USD" | "AUD" | "CAD" | "HKD" | "NZD" | "SGD");
    a == b || (a == "$" && dollar(b)) || (b == "$" && dollar(a))
}
