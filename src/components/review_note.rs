//! Until when something may be taken as read, and that this day has passed.
//!
//! Prerendered pages know no day and name the date only; once the browser has
//! said which day it is, the same line says when the date has passed. The last day
//! is still good: the quiz counts in the same way.

use model::Date;
use yew::prelude::*;

use crate::components::{notice, outside_link};
use crate::context::View;
use crate::markup::html;

/// Until when something may be taken as read: `review_by` is the last day of it.
pub fn review_note(view: &View, review_by: Date) -> Html {
    let labels = view.labels();
    let is_overdue = view.is_past(review_by);
    let key = if is_overdue { "review-overdue" } else { "review-by" };
    html! {
        <p class="rx-review-note" data-overdue={is_overdue.then_some("")}>
            { labels.fill(key, &[("date", &labels.date(review_by))]) }
        </p>
    }
}

/// That one statement among others is overdue, in a few words beside it; nothing until it is.
/// Without a day of its own it has the pack's.
pub fn overdue_mark(view: &View, review_by: Option<Date>) -> Html {
    let labels = view.labels();
    let review_by = review_by.unwrap_or(view.pack().about.review_by);
    if !view.is_past(review_by) {
        return html! {};
    }
    html! {
        <strong class="rx-overdue">{ labels.fill("overdue", &[("date", &labels.date(review_by))]) }</strong>
    }
}

/// Above every page, that the whole pack is overdue; nothing until it is.
pub fn overdue_pack(view: &View) -> Html {
    let (about, labels) = (&view.pack().about, view.labels());
    if !view.is_past(about.review_by) {
        return html! {};
    }
    let (read_on, date) = (labels.date(about.read_on), labels.date(about.review_by));
    let careers = labels.fill("careers-link", &[("force", &about.force.name)]);
    let words = html! {
        <>
            { labels.fill("overdue-pack-text", &[("read-on", &read_on), ("date", &date)]) }{ " " }
            { outside_link(view, &about.force.careers_url, &careers) }
        </>
    };
    notice(Some(labels.text("overdue-pack")), words)
}
