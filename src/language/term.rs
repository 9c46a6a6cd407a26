//! The words that numbers and dates are made of, each looked up once per sentence.

use std::sync::LazyLock;

/// What a word means to the grammars of number and time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Term {
    Other,
    /// `a`, `an`
    Article,
    /// `zero` to `nineteen`
    Small(u8),
    /// `twenty` to `ninety`
    Ten(u8),
    /// `hundred`
    Hundred,
    /// `thousand`, `million` …: the power of ten
    Scale(u8),
    /// `dozen`
    Dozen,
    /// `dozens`, `hundreds`, `millions`: a vague amount, by the amount it is made of
    Many(u64),
    Half,
    /// `quarter`, `quarters`: a fourth, or three months
    Quarter,
    /// `third`, `thirds`, `fifteenth`: a rank or, plural or after `a`, a part
    Ordinal(u8),
    /// `tens`, of which only `tens of thousands` is a number
    Tens,
    /// `several`, `couple`
    Several,
    /// `each`, `every`
    Each,
    /// 1 (January) to 12
    Month(i8),
    /// 1 (Monday) to 7
    Weekday(i8),
    Season(Season),
    /// `second` is an [`Term::Ordinal`], `quarter` a [`Term::Quarter`]
    Unit(TimeUnit),
    /// `hourly`, `daily`, `yearly`
    Every(TimeUnit),
    Part(DayPart),
    Noon,
    Midnight,
    /// `yesterday` −1, `today` 0, `tomorrow` 1
    Day(i8),
    Tonight,
    /// A verb, and what it says about when
    Verb(Tense),
    /// `last`, `next`, `ago`, `later`, `holiday` …: words that only mean something in their phrase
    Hint,
}

/// A season, in the order of the year.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Season {
    Winter,
    Spring,
    Summer,
    Autumn,
}

/// A part of the day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// What the verb says about when.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Hash)]
pub enum Tense {
    #[default]
    Unknown,
    Past,
    Future,
}

/// A unit of the calendar or the clock, in rising order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl TimeUnit {
    /// In the singular.
    pub fn name(self) -> &'static str {
        match self {
            TimeUnit::Second => "second",
            TimeUnit::Minute => "minute",
            TimeUnit::Hour => "hour",
            TimeUnit::Day => "day",
            TimeUnit::Weekend => "weekend",
            TimeUnit::Week => "week",
            TimeUnit::Month => "month",
            TimeUnit::Quarter => "quarter",
            TimeUnit::Year => "year",
            TimeUnit::Decade => "decade",
            TimeUnit::Century => "century",
        }
    }
}

/// Longest word of the table, in bytes.
const LONGEST: usize = 12;

/// What `word` means, in any case of its letters.
pub(super) fn term(word: &str) -> Term {
    let mut buffer = [0u8; LONGEST];
    let Some(lower) = buffer.get_mut(..word.len()) else {
        return Term::Other;
    };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let row = row(lower).map_or(&[][..], |row| &TABLE[row]);
    row.iter().find(|(word, _)| *word == lower).map_or(Term::Other, |(_, term)| *term)
}

/// The row of the table that holds a word, by its length and first letter: every word of a text is looked up, and few rows
/// hold more than two words.
fn row(word: &[u8]) -> Option<usize> {
    let letter = word.first()?.checked_sub(b'a').filter(|letter| *letter < 26)?;
    Some(usize::from(letter) * LONGEST + word.len() - 1)
}

type Row = Vec<(&'static [u8], Term)>;

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let words = WORDS.iter().flat_map(|(words, term)| words.split(' ').map(|w| (w, *term)));
    let ranks = RANKS.split(' ').zip(1..).map(|(w, n)| (w, Term::Ordinal(n)));
    let small = SMALL.split(' ').zip(0..).map(|(w, n)| (w, Term::Small(n)));
    let mut table = vec![Row::new(); 26 * LONGEST];
    for (word, term) in words.chain(ranks).chain(small) {
        if let Some(row) = row(word.as_bytes()) {
            table[row].push((word.as_bytes(), term));
        }
    }
    table
});

const SMALL: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
                     fifteen sixteen seventeen eighteen nineteen";

const RANKS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
                     fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

const WORDS: &[(&str, Term)] = &[
    ("a an", Term::Article),
    ("twenty", Term::Ten(20)),
    ("thirty", Term::Ten(30)),
    ("forty fourty", Term::Ten(40)),
    ("fifty", Term::Ten(50)),
    ("sixty", Term::Ten(60)),
    ("seventy", Term::Ten(70)),
    ("eighty", Term::Ten(80)),
    ("ninety", Term::Ten(90)),
    ("hundred", Term::Hundred),
    ("thousand", Term::Scale(3)),
    ("million", Term::Scale(6)),
    ("billion", Term::Scale(9)),
    ("trillion", Term::Scale(12)),
    ("dozen", Term::Dozen),
    ("dozens", Term::Many(12)),
    ("hundreds", Term::Many(100)),
    ("thousands", Term::Many(1_000)),
    ("millions", Term::Many(1_000_000)),
    ("billions", Term::Many(1_000_000_000)),
    ("trillions", Term::Many(1_000_000_000_000)),
    ("half halves", Term::Half),
    ("quarter quarters", Term::Quarter),
    ("thirds", Term::Ordinal(3)),
    ("fourths", Term::Ordinal(4)),
    ("fifths", Term::Ordinal(5)),
    ("sixths", Term::Ordinal(6)),
    ("sevenths", Term::Ordinal(7)),
    ("eighths", Term::Ordinal(8)),
    ("ninths", Term::Ordinal(9)),
    ("tenths", Term::Ordinal(10)),
    ("thirtieth", Term::Ordinal(30)),
    ("fortieth", Term::Ordinal(40)),
    ("fiftieth", Term::Ordinal(50)),
    ("hundredth", Term::Ordinal(100)),
    ("tens", Term::Tens),
    ("several couple", Term::Several),
    ("each every", Term::Each),
    ("january jan jan.", Term::Month(1)),
    ("february feb feb.", Term::Month(2)),
    ("march mar.", Term::Month(3)),
    ("april apr apr.", Term::Month(4)),
    ("may", Term::Month(5)),
    ("june jun jun.", Term::Month(6)),
    ("july jul jul.", Term::Month(7)),
    ("august aug aug.", Term::Month(8)),
    ("september sep sep. sept sept.", Term::Month(9)),
    ("october oct oct.", Term::Month(10)),
    ("november nov nov.", Term::Month(11)),
    ("december dec dec.", Term::Month(12)),
    ("monday mondays mon mon.", Term::Weekday(1)),
    ("tuesday tuesdays tue tue. tues tues.", Term::Weekday(2)),
    ("wednesday wednesdays wed. weds weds.", Term::Weekday(3)),
    ("thursday thursdays thu thu. thur thurs thurs.", Term::Weekday(4)),
    ("friday fridays fri fri.", Term::Weekday(5)),
    ("saturday saturdays sat.", Term::Weekday(6)),
    ("sunday sundays sun.", Term::Weekday(7)),
    ("winter", Term::Season(Season::Winter)),
    ("spring springtime", Term::Season(Season::Spring)),
    ("summer summertime", Term::Season(Season::Summer)),
    ("fall autumn", Term::Season(Season::Autumn)),
    ("seconds sec secs", Term::Unit(TimeUnit::Second)),
    ("minute minutes min mins", Term::Unit(TimeUnit::Minute)),
    ("hour hours hr hrs", Term::Unit(TimeUnit::Hour)),
    ("day days", Term::Unit(TimeUnit::Day)),
    ("weekend weekends", Term::Unit(TimeUnit::Weekend)),
    ("week weeks wk wks", Term::Unit(TimeUnit::Week)),
    ("month months", Term::Unit(TimeUnit::Month)),
    ("year years yr yrs", Term::Unit(TimeUnit::Year)),
    ("decade decades", Term::Unit(TimeUnit::Decade)),
    ("century centuries", Term::Unit(TimeUnit::Century)),
    ("hourly", Term::Every(TimeUnit::Hour)),
    ("daily nightly", Term::Every(TimeUnit::Day)),
    ("weekly", Term::Every(TimeUnit::Week)),
    ("monthly", Term::Every(TimeUnit::Month)),
    ("quarterly", Term::Every(TimeUnit::Quarter)),
    ("yearly annually", Term::Every(TimeUnit::Year)),
    ("morning mornings dawn daybreak sunrise", Term::Part(DayPart::Morning)),
    ("midday lunchtime", Term::Part(DayPart::Midday)),
    ("afternoon afternoons", Term::Part(DayPart::Afternoon)),
    ("evening evenings dusk sunset nightfall", Term::Part(DayPart::Evening)),
    ("night nights overnight", Term::Part(DayPart::Night)),
    ("noon", Term::Noon),
    ("midnight", Term::Midnight),
    ("yesterday", Term::Day(-1)),
    ("today", Term::Day(0)),
    ("tomorrow", Term::Day(1)),
    ("tonight", Term::Tonight),
    (
        "will shall would might should due plans planning upcoming deadline going tentatively intends postponed \
         delayed",
        Term::Verb(Tense::Future),
    ),
    // What does not end in `ed`.
    (
        "was were had said told did went came took made gave got saw found left began became held met won lost fell rose \
         ran sent spoke wrote shot fled led broke brought built bought caught chose drew drove felt fought flew forgot \
         froze grew heard hit kept knew laid paid sank sat sold spent stood stole struck swore taught thought threw \
         understood wore been has have died set",
        Term::Verb(Tense::Past),
    ),
    (
        "now currently nowadays recently lately future past present last next this current coming previous \
         following same ago later earlier",
        Term::Hint,
    ),
    (
        "christmas thanksgiving easter halloween election inauguration independence labor memorial veterans new \
         valentine's valentine good ash boxing columbus groundhog martin mother father presidents st.",
        Term::Hint,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_fits_the_buffer_and_stands_once() {
        let mut seen = std::collections::HashSet::new();
        let rows = WORDS.iter().map(|(words, _)| *words);
        for word in rows.chain([SMALL, RANKS]).flat_map(str::split_whitespace) {
            assert!(word.len() <= LONGEST, "{word}");
            assert!(seen.insert(word), "{word} stands twice");
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert_eq!(term("SEPT."), Term::Month(9));
        assert_eq!(term("Twelfth"), Term::Ordinal(12));
        assert_eq!(term("nineteen"), Term::Small(19));
        assert_eq!(term("Ünfug"), Term::Other);
        assert_eq!(term(""), Term::Other);
    }
}
