//! Sorting, in little code.
//!
//! The standard library's sort is several kilobytes of WebAssembly for every
//! type it is used with; the lists here are short. A heap keeps the worst case
//! in bounds.

/// Sorts a list.
pub(crate) fn sort<T: Ord>(list: &mut [T]) {
    for root in (0..list.len() / 2).rev() {
        sift_down(list, root);
    }
    for end in (1..list.len()).rev() {
        list.swap(0, end);
        sift_down(&mut list[..end], 0);
    }
}

/// Sorts a list and keeps each item once.
pub(crate) fn sort_distinct<T: Ord>(list: &mut Vec<T>) {
    sort(list);
    list.dedup();
}

/// Moves an item down until nothing below it is greater.
fn sift_down<T: Ord>(heap: &mut [T], mut root: usize) {
    loop {
        let mut greatest = root;
        for child in [2 * root + 1, 2 * root + 2] {
            if child < heap.len() && heap[child] > heap[greatest] {
                greatest = child;
            }
        }
        if greatest == root {
            return;
        }
        heap.swap(root, greatest);
        root = greatest;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_of_six_numbers_is_sorted() {
        for code in 0..4u32.pow(6) {
            let mut list: Vec<u32> = (0..6).map(|i| code / 4u32.pow(i) % 4).collect();
            let mut expected = list.clone();
            expected.sort_unstable();
            sort(&mut list);
            assert_eq!(list, expected);
            expected.dedup();
            sort_distinct(&mut list);
            assert_eq!(list, expected);
        }
    }
}
