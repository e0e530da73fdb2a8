//! "Did you mean": the name nearest to one that was not found.

/// The one of `allowed` that `found` was most likely meant to be.
pub fn nearest<'a>(found: &str, allowed: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |name: &str| name.to_lowercase().replace(['_', ' '], "-");
    let wanted = plain(found);
    let limit = (wanted.chars().count() / 4).clamp(1, 4);
    let mut best: Option<(usize, f64, &str)> = None;
    for name in allowed {
        // Long texts are never names; comparing them would only take time.
        if name.len().abs_diff(found.len()) > limit + 2 || found.len() > 120 {
            continue;
        }
        let candidate = plain(name);
        let distance = strsim::damerau_levenshtein(&wanted, &candidate);
        let likeness = strsim::jaro_winkler(&wanted, &candidate);
        let better = best.is_none_or(|(least, most, _)| {
            distance < least || (distance == least && likeness > most)
        });
        if distance <= limit && name != found && better {
            best = Some((distance, likeness, name));
        }
    }
    best.map(|(_, _, name)| name)
}

/// `; did you mean "pcso"?`, or what is allowed where the list is short, or nothing.
pub fn hint<'a>(found: &str, allowed: impl IntoIterator<Item = &'a str>) -> String {
    let allowed: Vec<&str> = allowed.into_iter().collect();
    match nearest(found, allowed.iter().copied()) {
        Some(name) => format!("; did you mean \"{name}\"?"),
        None if allowed.is_empty() => String::new(),
        None if allowed.len() <= 24 => format!("; allowed: {}", allowed.join(", ")),
        None => format!("; none of the {} known ones is near", allowed.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_a_letter_finds_its_name() {
        let check = |found: &str, allowed: &[&str], wanted: Option<&str>| {
            assert_eq!(nearest(found, allowed.iter().copied()), wanted, "{found}");
        };
        check("pco", &["pc", "pcso", "sc"], Some("pcso"));
        check("sumary", &["summary", "story"], Some("summary"));
        check("Town Centre", &["town-centre"], Some("town-centre"));
        check("zebra", &["pc", "summary"], None);
        check("", &["pc"], None);
        check("x", &[], None);
    }
}
