//! Placeholder.
use yew::prelude::*;
/// Placeholder.
#[component]
pub fn RulesPage() -> Html {
    html! { <h1>{ "Rules" }</h1> }
}
