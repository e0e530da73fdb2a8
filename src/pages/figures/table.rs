//! The numbers of a series as a table: when, how many, what was counted, by whom.

use model::figure::{Figure, FigureKind};
use yew::prelude::*;

use crate::components::source_line;
use crate::context::View;
use crate::markup::html;
use crate::platform::letters;

/// A table of figures, the one to compare with last. What all others count alike is said once, in
/// the caption.
pub fn view(view: &View, title: &str, rows: &[&Figure], compare: Option<&Figure>) -> Html {
    let labels = view.labels();
    let what = rows.first().map_or("", |figure| figure.what.as_str());
    let is_alike = rows.len() > 1 && rows.iter().all(|figure| figure.what == what);
    let row = |figure: &Figure, with_what: bool| {
        html! {
            <tr key={figure.id.as_str()}>
                <th scope="row">{ labels.published(&figure.as_of) }</th>
                <td class="rx-table__number">{ labels.figure(figure) }</td>
                <td>
                    if with_what { { sentence(&figure.what) }{ " " } }
                    if let Some(note) = &figure.note { { note }{ " " } }
                    { aim_passed(view, figure) }
                    { source_line(view, &figure.sources, Some(&figure.published), false) }
                </td>
            </tr>
        }
    };
    html! {
        <table class="rx-figures__table">
            if is_alike {
                <caption>{ labels.fill("figures-counted", &[("what", what)]) }</caption>
            } else {
                <caption class="rx-visually-hidden">{ title }</caption>
            }
            <thead>
                <tr>
                    <th scope="col">{ labels.text("figures-when") }</th>
                    <th scope="col">{ labels.text("figures-value") }</th>
                    <th scope="col">
                        if is_alike { { labels.text("figures-source") } } else { { labels.text("figures-what") } }
                    </th>
                </tr>
            </thead>
            <tbody>
                { for rows.iter().map(|figure| row(figure, !is_alike)) }
                { for compare.map(|figure| row(figure, true)) }
            </tbody>
        </table>
    }
}

/// Of an aim whose time has passed, that it has, and that it tells no result.
pub fn aim_passed(view: &View, figure: &Figure) -> Html {
    let is_past = figure.as_of.last_day().is_some_and(|end| view.is_past(end));
    if figure.kind != FigureKind::Aim || !is_past {
        return html! {};
    }
    html! { <>{ view.labels().text("figures-aim-passed") }{ " " }</> }
}

/// A few words as a sentence: a capital letter, a full stop.
fn sentence(words: &str) -> String {
    letters::capitalised(words) + "."
}
