//! Placeholder.
use yew::prelude::*;
/// Placeholder.
#[component]
pub fn GlossaryPage() -> Html {
    html! { <h1>{ "Glossary" }</h1> }
}
