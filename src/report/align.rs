//! Which paragraphs of two articles stand side by side.

/// Rows of two columns with `left` and `right` items in their order: items that a link joins share a row, as many as can without
/// any of them changing places (the longest increasing subsequence of the links; Fredman 1975). The others stand alone.
pub fn aligned(mut links: Vec<(usize, usize)>, left: usize, right: usize) -> Vec<(Option<usize>, Option<usize>)> {
    // Of several links of one item at most one can count: descending order keeps two of them from rising.
    links.sort_by_key(|(a, b)| (*a, std::cmp::Reverse(*b)));
    links.dedup();
    // The link that ends the best chain of each length, and what stands before each link in its chain.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; links.len()];
    for (i, (_, b)) in links.iter().enumerate() {
        let length = ends.partition_point(|end| links[*end].1 < *b);
        before[i] = length.checked_sub(1).map(|last| ends[last]);
        if length == ends.len() {
            ends.push(i);
        } else {
            ends[length] = i;
        }
    }
    let mut chain: Vec<(usize, usize)> =
        std::iter::successors(ends.last().copied(), |i| before[*i]).map(|i| links[i]).collect();
    chain.reverse();
    let mut rows = Vec::with_capacity(left + right);
    let (mut a, mut b) = (0, 0);
    for (i, j) in chain.into_iter().chain([(left, right)]) {
        rows.extend((a..i).map(|a| (Some(a), None)));
        rows.extend((b..j).map(|b| (None, Some(b))));
        rows.extend((i < left && j < right).then_some((Some(i), Some(j))));
        (a, b) = (i + 1, j + 1);
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn linked_paragraphs_share_a_row_unless_they_would_cross() {
        let rows = aligned(vec![(0, 1), (1, 0), (2, 2), (2, 2)], 3, 4);
        let both: Vec<_> = rows.iter().filter_map(|(a, b)| Some((*a.as_ref()?, *b.as_ref()?))).collect();
        assert_eq!(both, [(1, 0), (2, 2)]);
    }

    proptest! {
        #[test]
        fn every_paragraph_has_its_place_in_order(links in prop::collection::vec((0usize..9, 0usize..7), 0..20)) {
            let rows = aligned(links.clone(), 9, 7);
            prop_assert!(rows.iter().filter_map(|row| row.0).eq(0..9));
            prop_assert!(rows.iter().filter_map(|row| row.1).eq(0..7));
            let mut both = rows.iter().filter_map(|row| row.0.zip(row.1));
            prop_assert!(both.all(|pair| links.contains(&pair)));
        }
    }
}
