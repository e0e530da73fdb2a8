//! Placeholder.
use yew::prelude::*;
/// Placeholder.
#[component]
pub fn AboutPage() -> Html {
    html! { <h1>{ "About" }</h1> }
}
