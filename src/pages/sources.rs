//! Placeholder.
use yew::prelude::*;
/// Placeholder.
#[component]
pub fn SourcesPage() -> Html {
    html! { <h1>{ "Sources" }</h1> }
}
