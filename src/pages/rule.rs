//! Placeholder.
use yew::prelude::*;
/// Props.
#[derive(Properties, PartialEq)]
pub struct RulePageProps {
    /// Rule.
    pub rule: model::rules::Rule,
}
/// Placeholder.
#[component]
pub fn RulePage(props: &RulePageProps) -> Html {
    html! { <h1>{ props.rule.id.as_str() }</h1> }
}
