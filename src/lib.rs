//! twosource: who is who, and where the accounts differ, in articles that tell the same story.
//!
//! The layers, from the bottom up. Imports point downwards only, and `tests/architecture.rs` holds that:
//!
//! | module         | what it does                                                                    |
//! |----------------|---------------------------------------------------------------------------------|
//! | [`text`]       | spans, the rope, positions in the editor's encodings                            |
//! | [`syntax`]     | Markdown and plain text → prose that knows where in the file each byte comes from |
//! | [`language`]   | tokens, sentences, lexicon, numbers, dates: what one sentence says on its own    |
//! | [`annotation`] | front matter, source notes, story files: what people wrote about the articles   |
//! | [`facts`]      | per article: mentions, who is who, quotations, claims                            |
//! | [`compare`]    | across articles: links, differences, agreements                                  |
//! | [`workspace`]  | articles, stories, snapshots; the only layer that reads files                    |
//! | [`features`]   | one function per editor feature: snapshot → plain data                           |
//! | [`report`]     | what the command line prints                                                     |
//! | [`lsp`]        | the server; the only layer that names the protocol's types                       |
//! | [`cli`]        | the subcommands                                                                  |
//!
//! Below `workspace` there is no input or output, no clock, no async and no lock: everything is a pure
//! function of its arguments, so the same bytes in give the same bytes out.

pub mod annotation;
pub mod cli;
pub mod compare;
pub mod facts;
pub mod features;
pub mod language;
pub mod lsp;
pub mod report;
pub mod syntax;
pub mod text;
pub mod workspace;
