//! A short word set apart: what to know before reading on.

use yew::prelude::*;

/// Props of [`Notice`].
#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// What it is about, in two or three words. None by default.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// What it says.
    pub children: Html,
}

/// A short word set apart.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    html! {
        <div class="rx-notice">
            if let Some(label) = &props.label {
                <strong class="rx-notice__label">{ label }</strong>{ " " }
            }
            { props.children.clone() }
        </div>
    }
}
