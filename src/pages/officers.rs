//! Placeholder.
use yew::prelude::*;
/// Placeholder.
#[component]
pub fn OfficersPage() -> Html {
    html! { <h1>{ "Officers" }</h1> }
}
