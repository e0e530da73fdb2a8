//! From numbers to places: even ticks, and text that fits.

/// A step of 1, 2 or 5 times a power of ten, so that `span` has at most `most` steps.
pub fn step(span: f64, most: u32) -> f64 {
    let rough = (span / f64::from(most.max(1))).max(f64::MIN_POSITIVE);
    let mut size = 1.0;
    while size * 10.0 <= rough {
        size *= 10.0;
    }
    while size > rough {
        size /= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0]
        .into_iter()
        .map(|factor| factor * size)
        .find(|step| *step >= rough)
        .unwrap_or(size * 10.0)
}

/// Ticks from zero to the first one at or above `most_shown`.
pub fn ticks_from_zero(most_shown: f64) -> Vec<f64> {
    if most_shown <= 0.0 {
        return vec![0.0, 1.0];
    }
    let step = step(most_shown, 4);
    let count = (most_shown / step).ceil() as u32;
    (0..=count).map(|i| f64::from(i) * step).collect()
}

/// The years to write below a chart, at most six, from the first year on.
pub fn year_ticks(first: i32, last: i32) -> Vec<i32> {
    let span = (last - first).max(1);
    let step = (step(f64::from(span), 5) as i32).max(1);
    (first..=last).filter(|year| year.rem_euclid(step) == 0).collect()
}

/// How wide a text is, roughly, in the units of a chart.
pub fn text_width(text: &str) -> f64 {
    text.chars().count() as f64 * 8.0
}

/// A text in lines of at most `width` units, broken between words.
pub fn wrap(text: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![];
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if text_width(line) + text_width(word) + 8.0 <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// A rectangle that text or a mark takes up: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area(pub f64, pub f64, pub f64, pub f64);

impl Area {
    /// Whether two rectangles share a place.
    pub fn meets(&self, other: &Self) -> bool {
        self.0 < other.2 && other.0 < self.2 && self.1 < other.3 && other.1 < self.3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_even_round_and_reach_the_top() {
        let check = |most: f64, expected: &[f64]| assert_eq!(ticks_from_zero(most), expected);
        check(46.2, &[0.0, 20.0, 40.0, 60.0]);
        check(43.0, &[0.0, 20.0, 40.0, 60.0]);
        check(40.0, &[0.0, 10.0, 20.0, 30.0, 40.0]);
        check(10_386.0, &[0.0, 5_000.0, 10_000.0, 15_000.0]);
        check(0.9, &[0.0, 0.5, 1.0]);
        check(0.0, &[0.0, 1.0]);
    }

    #[test]
    fn years_below_a_chart_are_few_and_round() {
        assert_eq!(year_ticks(2005, 2023), [2005, 2010, 2015, 2020]);
        assert_eq!(year_ticks(2018, 2023), [2018, 2019, 2020, 2021, 2022, 2023]);
        assert_eq!(year_ticks(2020, 2020), [2020]);
    }

    #[test]
    fn long_names_are_broken_between_words() {
        assert_eq!(wrap("one two three", 60.0), ["one two", "three"]);
        assert_eq!(wrap("", 60.0), Vec::<String>::new());
        assert_eq!(wrap("indivisible", 10.0), ["indivisible"]);
    }
}
