//! Until when something may be taken as read, and that this day has passed.
//!
//! Prerendered pages know no day and name the date only; once the browser has
//! said which day it is, the same line says when the date has passed.

use model::Date;
use yew::prelude::*;

use crate::context::{use_labels, use_today};

/// Props of [`ReviewNote`].
#[derive(Properties, PartialEq)]
pub struct ReviewNoteProps {
    /// The first day on which it must be read again.
    pub review_by: Date,
}

/// Until when something may be taken as read.
#[component]
pub fn ReviewNote(props: &ReviewNoteProps) -> Html {
    let labels = use_labels();
    let is_overdue = use_today().is_some_and(|today| today >= props.review_by);
    let key = if is_overdue { "review-overdue" } else { "review-by" };
    html! {
        <p class="rx-review-note" data-overdue={is_overdue.then_some("")}>
            { labels.fill(key, &[("date", &labels.date(props.review_by))]) }
        </p>
    }
}
