//! Measures beside their targets, as one table.

/// What was measured, beside what it should be.
pub struct Measure {
    /// Of what.
    pub what: &'static str,
    /// As shown.
    pub measured: String,
    /// As shown.
    pub target: String,
    /// Whether the target is reached.
    pub is_reached: bool,
}

impl Measure {
    /// Something of which there should be so much or more.
    pub fn at_least(what: &'static str, measured: f64, target: f64, unit: &str) -> Self {
        let target_text = format!(">= {}{unit}", figure(target));
        let measured_text = format!("{}{unit}", figure(measured));
        Self { what, measured: measured_text, target: target_text, is_reached: measured >= target }
    }

    /// Something of which there should be so much or less.
    pub fn at_most(what: &'static str, measured: f64, target: f64, unit: &str) -> Self {
        let target_text = format!("<= {}{unit}", figure(target));
        let measured_text = format!("{}{unit}", figure(measured));
        Self { what, measured: measured_text, target: target_text, is_reached: measured <= target }
    }

    /// Something of which there should be exactly so many.
    pub fn all(what: &'static str, measured: usize, target: usize) -> Self {
        let text = |number: usize| figure(number as f64);
        Self {
            what,
            measured: text(measured),
            target: text(target),
            is_reached: measured == target,
        }
    }
}

/// Whole numbers in groups of three digits, small ones with decimals.
fn figure(value: f64) -> String {
    if value < 100.0 && value.fract() != 0.0 {
        return format!("{value:.2}");
    }
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The table.
pub fn table(measures: &[Measure]) -> String {
    let width = |of: fn(&Measure) -> &str| {
        measures.iter().map(|measure| of(measure).chars().count()).max().unwrap_or_default()
    };
    let what = width(|measure| measure.what);
    let measured = width(|measure| &measure.measured).max("measured".len());
    let target = width(|measure| &measure.target);
    let mut text =
        format!("{:what$}  {:>measured$}  {:>target$}\n", "measure", "measured", "target");
    for measure in measures {
        let end = if measure.is_reached { "passed" } else { "missed" };
        text += &format!(
            "{:what$}  {:>measured$}  {:>target$}  {end}\n",
            measure.what, measure.measured, measure.target
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_says_what_was_missed() {
        let fast = Measure::at_least("speed", 1_234_567.8, 1_000_000.0, "/s");
        let slow = Measure::at_most("time", 5.5, 5.0, " ms");
        let expected = "measure     measured          target\n\
            speed  1,234,568/s  >= 1,000,000/s  passed\n\
            time       5.50 ms         <= 5 ms  missed\n";
        assert_eq!(table(&[fast, slow]), expected);
    }
}
