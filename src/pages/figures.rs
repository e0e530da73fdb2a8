//! Placeholder.
use yew::prelude::*;
/// Placeholder.
#[component]
pub fn FiguresPage() -> Html {
    html! { <h1>{ "Figures" }</h1> }
}
