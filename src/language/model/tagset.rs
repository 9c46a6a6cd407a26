//! The closed sets that the models assign: universal and Penn parts of speech, relations, name tags.

/// Declares a field-less enum with the spelling that the treebanks use for each member.
macro_rules! tagset {
    ($(#[$meta:meta])* $name:ident { $($(#[$member_meta:meta])* $member:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[repr(u8)]
        pub enum $name { $($(#[$member_meta])* $member,)+ }

        impl $name {
            /// Every member; the index of one is `member as usize`.
            pub const ALL: &[$name] = &[$($name::$member,)+];

            /// The spelling used in treebanks.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$member => $text,)+ }
            }

            /// The member that treebanks spell so.
            pub fn from_treebank(text: &str) -> Option<$name> {
                match text { $($text => Some($name::$member),)+ _ => None }
            }
        }
    };
}

tagset! {
    /// Universal part of speech (Universal Dependencies v2).
    ///
    /// A part of a name keeps the part of speech it has as a plain word ("United" is `Adj`): ask [`Xpos::is_proper`]
    /// whether a word belongs to a name.
    Upos {
        Adj = "ADJ",
        Adp = "ADP",
        Adv = "ADV",
        Aux = "AUX",
        Cconj = "CCONJ",
        Det = "DET",
        Intj = "INTJ",
        Noun = "NOUN",
        Num = "NUM",
        Part = "PART",
        Pron = "PRON",
        Propn = "PROPN",
        Punct = "PUNCT",
        Sconj = "SCONJ",
        Sym = "SYM",
        Verb = "VERB",
        X = "X",
    }
}

tagset! {
    /// Penn Treebank tag, as extended by the English Web Treebank.
    Xpos {
        /// E-mail and web addresses.
        Add = "ADD",
        /// A prefix written as a word of its own.
        Afx = "AFX",
        Cc = "CC",
        Cd = "CD",
        CloseQuote = "''",
        Colon = ":",
        Comma = ",",
        Currency = "$",
        Dt = "DT",
        Ex = "EX",
        Fw = "FW",
        /// The rest of a word that was written apart.
        Gw = "GW",
        Hyph = "HYPH",
        In = "IN",
        Jj = "JJ",
        Jjr = "JJR",
        Jjs = "JJS",
        Lrb = "-LRB-",
        Ls = "LS",
        Md = "MD",
        /// Superfluous punctuation.
        Nfp = "NFP",
        Nn = "NN",
        Nnp = "NNP",
        Nnps = "NNPS",
        Nns = "NNS",
        OpenQuote = "``",
        Pdt = "PDT",
        Period = ".",
        Pos = "POS",
        Prp = "PRP",
        PrpPoss = "PRP$",
        Rb = "RB",
        Rbr = "RBR",
        Rbs = "RBS",
        Rp = "RP",
        Rrb = "-RRB-",
        Sym = "SYM",
        To = "TO",
        Uh = "UH",
        Vb = "VB",
        Vbd = "VBD",
        Vbg = "VBG",
        Vbn = "VBN",
        Vbp = "VBP",
        Vbz = "VBZ",
        Wdt = "WDT",
        Wp = "WP",
        WpPoss = "WP$",
        Wrb = "WRB",
    }
}

impl Xpos {
    /// Whether the word is part of a proper name.
    pub fn is_proper(self) -> bool {
        matches!(self, Xpos::Nnp | Xpos::Nnps)
    }

    /// Whether the word is a common noun.
    pub fn is_common_noun(self) -> bool {
        matches!(self, Xpos::Nn | Xpos::Nns)
    }

    /// Whether the word is a form of a verb, auxiliaries included and modals not.
    pub fn is_verb(self) -> bool {
        matches!(self, Xpos::Vb | Xpos::Vbd | Xpos::Vbg | Xpos::Vbn | Xpos::Vbp | Xpos::Vbz)
    }
}

tagset! {
    /// Basic dependency relation (Universal Dependencies v2) with the English subtypes.
    Relation {
        Acl = "acl",
        AclRelcl = "acl:relcl",
        Advcl = "advcl",
        AdvclRelcl = "advcl:relcl",
        Advmod = "advmod",
        Amod = "amod",
        Appos = "appos",
        Aux = "aux",
        AuxPass = "aux:pass",
        Case = "case",
        Cc = "cc",
        CcPreconj = "cc:preconj",
        Ccomp = "ccomp",
        Compound = "compound",
        CompoundPrt = "compound:prt",
        Conj = "conj",
        Cop = "cop",
        Csubj = "csubj",
        CsubjOuter = "csubj:outer",
        CsubjPass = "csubj:pass",
        Dep = "dep",
        Det = "det",
        DetPredet = "det:predet",
        Discourse = "discourse",
        Dislocated = "dislocated",
        Expl = "expl",
        Fixed = "fixed",
        Flat = "flat",
        Goeswith = "goeswith",
        Iobj = "iobj",
        List = "list",
        Mark = "mark",
        Nmod = "nmod",
        /// A title or other description in front of a name.
        NmodDesc = "nmod:desc",
        NmodPoss = "nmod:poss",
        NmodUnmarked = "nmod:unmarked",
        Nsubj = "nsubj",
        NsubjOuter = "nsubj:outer",
        NsubjPass = "nsubj:pass",
        Nummod = "nummod",
        Obj = "obj",
        Obl = "obl",
        OblAgent = "obl:agent",
        OblUnmarked = "obl:unmarked",
        Orphan = "orphan",
        Parataxis = "parataxis",
        Punct = "punct",
        Reparandum = "reparandum",
        Root = "root",
        Vocative = "vocative",
        Xcomp = "xcomp",
    }
}

impl Relation {
    /// Whether the dependent is a subject, active, passive or clausal.
    pub fn is_subject(self) -> bool {
        use Relation::*;
        matches!(self, Nsubj | NsubjOuter | NsubjPass | Csubj | CsubjOuter | CsubjPass)
    }
}

tagset! {
    /// What kind of thing a name names.
    NameKind {
        Person = "person",
        Organisation = "organisation",
        Place = "place",
        /// Events, works, products, laws, languages …
        Other = "other",
    }
}

/// Where a token stands in a name, and what is named (the BILOU scheme: begin, inside, last, outside, unit).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum NameTag {
    Outside,
    Begin(NameKind),
    Inside(NameKind),
    Last(NameKind),
    /// A name of one token.
    Unit(NameKind),
}

impl NameTag {
    /// The kind of the name that the token belongs to.
    pub fn kind(self) -> Option<NameKind> {
        match self {
            NameTag::Outside => None,
            NameTag::Begin(k) | NameTag::Inside(k) | NameTag::Last(k) | NameTag::Unit(k) => Some(k),
        }
    }

    /// Whether the next token belongs to the same name.
    pub fn continues(self) -> bool {
        matches!(self, NameTag::Begin(_) | NameTag::Inside(_))
    }

    /// Whether this tag may stand right after `previous`.
    pub fn may_follow(self, previous: NameTag) -> bool {
        match (previous.continues(), self) {
            (true, NameTag::Inside(k) | NameTag::Last(k)) => previous.kind() == Some(k),
            (true, _) => false,
            (false, tag) => !matches!(tag, NameTag::Inside(_) | NameTag::Last(_)),
        }
    }
}
