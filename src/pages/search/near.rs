//! How near a typed word comes to a word of the index.

/// What a word counts for that is the one typed.
pub const EXACT: u32 = 16;

/// What a word counts for that begins as the one typed does; with a slip it counts for less.
pub const PART: u32 = 9;

/// What a word of the index counts for when `typed` was typed, up to [`EXACT`]; 0 if they differ.
///
/// A word still being typed is its beginning; an ending (`debts`, `joining`) may be too much; and
/// from four letters on, one slip is forgiven, from eight on two: a letter wrong, missing, added, or
/// two in the wrong order.
pub fn nearness(typed: &[u8], word: &[u8]) -> u32 {
    if typed == word {
        return EXACT;
    }
    if word.starts_with(typed) {
        // The nearer to its end, the likelier; two letters say little yet.
        return match word.len() - typed.len() {
            _ if typed.len() < 3 => 3,
            0..=2 => 12,
            _ => PART,
        };
    }
    if let Some(ending) = typed.strip_prefix(word)
        && (ending == b"s" || word.len() >= 4 && ending.len() <= 3)
    {
        return PART;
    }
    // A short word is too soon another.
    let limit = match typed.len().min(word.len()) {
        0..4 => return 0,
        4..8 => 1,
        _ => 2,
    };
    // Hardly anybody gets the first letter wrong; and this spares most comparisons.
    if typed[0] != word[0] && typed[1] != word[0] || word.len() + limit < typed.len() {
        return 0;
    }
    match slips(typed, word, limit) {
        Some((1, 0)) => 8,
        Some((_, 0)) => 5,
        Some((1, _)) => 5,
        Some(_) => 3,
        None => 0,
    }
}

/// Longer words are compared by their beginning.
const LONGEST: usize = 24;

/// How many slips make `typed` of `word` or of its beginning, and how much of the word is then
/// left; nothing if there are more than `limit`.
///
/// The distance of Damerau and Levenshtein where no pair is edited twice, row by row.
fn slips(typed: &[u8], word: &[u8], limit: usize) -> Option<(usize, usize)> {
    let typed = &typed[..typed.len().min(LONGEST)];
    let word = &word[..word.len().min(typed.len() + limit)];
    let mut before = [0_u8; LONGEST + 3];
    let mut above = [0_u8; LONGEST + 3];
    let mut row = [0_u8; LONGEST + 3];
    for (j, cell) in above.iter_mut().enumerate() {
        *cell = j as u8;
    }
    for i in 1..=typed.len() {
        row[0] = i as u8;
        let mut least = row[0];
        for j in 1..=word.len() {
            let differs = u8::from(typed[i - 1] != word[j - 1]);
            let mut cost = (above[j - 1] + differs).min(above[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1] {
                cost = cost.min(before[j - 2] + 1);
            }
            row[j] = cost;
            least = least.min(cost);
        }
        if usize::from(least) > limit {
            return None;
        }
        before = above;
        above = row;
    }
    // The whole word first; its beginning only where that is nearer.
    let end = word.len();
    let mut best = (usize::from(above[end]), 0);
    for (j, cost) in above[..end].iter().enumerate() {
        if usize::from(*cost) < best.0 {
            best = (usize::from(*cost), end - j);
        }
    }
    (best.0 <= limit).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_is_forgiven_where_the_word_is_long_enough() {
        let near = |typed: &str, word: &str| nearness(typed.as_bytes(), word.as_bytes());
        assert_eq!(near("dog", "dog"), EXACT);
        assert_eq!(near("dog", "dig"), 0);
        assert_eq!(near("farm", "far"), 0);
        for (typed, word) in [
            ("detetive", "detective"),
            ("detectvie", "detective"),
            ("specail", "special"),
            ("tatoo", "tattoo"),
            ("comunications", "communications"),
            ("fitnes", "fitness"),
            ("detetiv", "detective"),
            ("debts", "debt"),
            ("joining", "join"),
            ("kamebr", "kamber"),
        ] {
            assert!(near(typed, word) > 0, "{typed} does not find {word}");
            assert!(near(typed, word) < EXACT, "{typed} counts as {word}");
        }
        for (typed, word) in [("response", "responsibility"), ("prison", "person"), ("x", "y")] {
            assert!(near(typed, word) < 6, "{typed} is taken for {word}");
        }
        let long = "a".repeat(400);
        assert_eq!(near(&long, &format!("{long}b")), 12);
        assert!(near(&long, "b") == 0);
    }
}
