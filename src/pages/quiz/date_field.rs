//! A date as people write it: day, month and year, or less.

use eligibility::typed_date::{DateFault, DatePart, ReadDateError};
use eligibility::{Answer, Limits};
use yew::prelude::*;

use super::question::Entry;
use super::typed_field::{self, Fields, Typed, field, message};
use crate::labels::Labels;
use crate::markup::html;

/// Three fields for a date.
pub fn date(fields: &Fields<'_>) -> Html {
    html! {
        <div class="rx-date-field">
            { field(fields, (0, 0), "date-field-day", "rx-date-field__input--short") }
            { field(fields, (0, 1), "date-field-month", "rx-date-field__input--month") }
            { field(fields, (0, 2), "date-field-year", "rx-date-field__input--year") }
        </div>
    }
}

/// The date that stands in the fields, or the first thing that is wrong with it.
pub fn read(limits: Option<&Limits>, typed: &Typed, labels: &Labels) -> Entry {
    let [day, month, year, _] = typed.rows[0].parts.each_ref().map(String::as_str);
    match typed_field::date([day, month, year], limits, labels) {
        Ok(date) => Entry::Answer(Answer::Date(date)),
        Err(ReadDateError { fault: DateFault::Missing, part: DatePart::Whole }) => Entry::Empty,
        Err(error) => {
            let part = match error.part {
                DatePart::Month => 1,
                DatePart::Year => 2,
                DatePart::Day | DatePart::Whole => 0,
            };
            let field = typed_field::id(0, part);
            Entry::Faulty(vec![(message(error, labels).into(), field.into())])
        }
    }
}
