//! The one heading of a page. It takes the focus when the visitor comes from another page.

use yew::prelude::*;

/// Props of [`PageHeading`].
#[derive(Properties, PartialEq)]
pub struct PageHeadingProps {
    /// A few words above it: what kind of page this is. None by default.
    #[prop_or_default]
    pub above: Option<AttrValue>,
    /// The heading.
    pub text: AttrValue,
    /// A sentence below it. None by default.
    #[prop_or_default]
    pub lead: Option<AttrValue>,
}

/// The one heading of a page.
#[component]
pub fn PageHeading(props: &PageHeadingProps) -> Html {
    html! {
        <header class="rx-page-heading">
            if let Some(above) = &props.above {
                <p class="rx-page-heading__above">{ above }</p>
            }
            <h1 class="rx-page-heading__text">{ &props.text }</h1>
            if let Some(lead) = &props.lead {
                <p class="rx-page-heading__lead">{ lead }</p>
            }
        </header>
    }
}
