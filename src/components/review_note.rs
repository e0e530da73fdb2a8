//! Until when something may be taken as read, and that this day has passed.
//!
//! Prerendered pages know no day and name the date only; once the browser has
//! said which day it is, the same line says when the date has passed.

use model::Date;
use yew::prelude::*;

use crate::context::View;
use crate::markup::html;

/// Until when something may be taken as read: `review_by` is the first day on which it must be read
/// again.
pub fn review_note(view: &View, review_by: Date) -> Html {
    let labels = view.labels();
    let is_overdue = view.today.is_some_and(|today| today >= review_by);
    let key = if is_overdue { "review-overdue" } else { "review-by" };
    html! {
        <p class="rx-review-note" data-overdue={is_overdue.then_some("")}>
            { labels.fill(key, &[("date", &labels.date(review_by))]) }
        </p>
    }
}
