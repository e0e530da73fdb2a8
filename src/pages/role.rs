//! Placeholder.
use std::rc::Rc;
use yew::prelude::*;
/// Props.
#[derive(Properties, PartialEq)]
pub struct RolePageProps {
    /// Role.
    pub role: Rc<model::role::Role>,
}
/// Placeholder.
#[component]
pub fn RolePage(props: &RolePageProps) -> Html {
    html! { <h1>{ &props.role.name }</h1> }
}
