//! Hash tables in lines of 64 bytes, so that a look-up touches one line of the processor's cache.
//!
//! A line holds the 16-bit fingerprints of its entries, four to a group, and then what belongs to them. The first empty
//! slot of a line has fingerprint 0, which no entry has.

/// Bytes of a line.
pub const LINE: usize = 64;

/// The line of a feature in a table of so many lines, and its fingerprint.
#[inline(always)]
pub fn place(feature: u64, lines: usize) -> (usize, u16) {
    let line = ((feature >> 32) * lines as u64) >> 32;
    (line as usize, ((feature >> 16) as u16).max(1))
}

/// The first slot that has the fingerprint; the number of slots if none has.
#[inline(always)]
pub fn slot<const GROUPS: usize>(fingerprints: &[[u8; 8]; GROUPS], fingerprint: u16) -> usize {
    const ONES: u64 = 0x0001_0001_0001_0001;
    let wanted = u64::from(fingerprint) * ONES;
    let mut slot = 4 * GROUPS;
    for (i, group) in fingerprints.iter().enumerate().rev() {
        let difference = u64::from_le_bytes(*group) ^ wanted;
        // The lowest 16 bits that are zero, as their highest bit; bits above it may be set as well.
        let zero = difference.wrapping_sub(ONES) & !difference & (ONES << 15);
        slot = if zero != 0 { 4 * i + zero.trailing_zeros() as usize / 16 } else { slot };
    }
    slot
}

/// Bytes that begin at a line of the cache.
#[repr(C, align(64))]
pub struct Aligned<T: ?Sized>(pub T);
