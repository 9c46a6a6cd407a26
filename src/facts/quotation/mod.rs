//! Quotations: words given as somebody's, and who that is.

mod marks;
