//! Amounts in words: money, shares and counts, with how exact they are.
//!
//! The number and the word for its exactness are joined here and nowhere else,
//! so that "over 43%" never loses its "over" on the way to a page.

use model::figure::{Figure, FigureKind, Precision, Unit};
use model::role::{Pay, PayPeriod};

use super::Labels;

impl Labels {
    /// Money in pounds; pence only where there are some.
    pub fn pounds(&self, value: f64) -> String {
        let pence = (value * 100.0).round() as i64;
        let mut amount = self.number((pence / 100) as f64);
        let rest = (pence % 100).abs();
        if rest != 0 {
            amount.push_str(&self.text("number-decimal"));
            amount.push_str(&format!("{rest:02}"));
        }
        self.fill("amount-pounds", &[("amount", &amount)])
    }

    /// A bare number with its unit: "43%", "2,145", "£400,000".
    pub fn quantity(&self, unit: Unit, value: f64) -> String {
        let fill = |key: &str| self.fill(key, &[("amount", &self.number(value))]);
        match unit {
            Unit::People => self.number(value),
            Unit::Percent => fill("amount-percent"),
            Unit::Pounds => self.pounds(value),
            Unit::Years => fill("amount-years"),
        }
    }

    /// A figure's number as exactly as its source says: "over 43%", "16.6%, worked out by us".
    pub fn figure(&self, figure: &Figure) -> String {
        let amount = self.quantity(figure.unit, figure.value);
        let fill = |key: &str, amount: &str| self.fill(key, &[("amount", amount)]);
        let amount = match figure.precision {
            Precision::Exact => amount,
            Precision::About => fill("amount-about", &amount),
            Precision::Over => fill("amount-over", &amount),
            Precision::Nearly => fill("amount-nearly", &amount),
            Precision::Computed => fill("amount-computed", &amount),
        };
        match figure.kind {
            FigureKind::Fact => amount,
            FigureKind::Aim => self.fill(
                "amount-aim",
                &[("amount", &amount), ("date", &self.published(&figure.published))],
            ),
        }
    }

    /// A published pay: "over £42,210 a year", "£30,507 to £32,639 a year".
    pub fn pay(&self, pay: &Pay) -> String {
        let low = self.pounds(pay.pounds);
        let amount = match pay.up_to {
            Some(high) => self.fill("amount-range", &[("low", &low), ("high", &self.pounds(high))]),
            None => low,
        };
        let amount =
            if pay.over { self.fill("amount-over", &[("amount", &amount)]) } else { amount };
        let per = match pay.per {
            PayPeriod::Year => "amount-a-year",
            PayPeriod::Month => "amount-a-month",
            PayPeriod::Hour => "amount-an-hour",
            PayPeriod::Once => "amount-once",
        };
        self.fill(per, &[("amount", &amount)])
    }
}
