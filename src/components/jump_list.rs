//! Links to places on the same page: letters of a glossary, topics of a list.
//!
//! Where addresses are paths the browser follows the fragment by itself, also
//! without the app. In the single file `#` is the address of the page, so there
//! the app goes to the place and leaves the address alone.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::link::is_plain_click;
use crate::context::{use_explorer, use_place};
use crate::platform::document;
use crate::route::Base;

/// A place on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Jump {
    /// The id of its element, without `#`. Begins with a letter.
    pub id: AttrValue,
    /// What the link says.
    pub text: AttrValue,
}

/// Props of [`JumpList`].
#[derive(Properties, PartialEq)]
pub struct JumpListProps {
    /// What the list is about, for those who do not see it.
    pub label: AttrValue,
    /// Where one can go, in the order of the page.
    pub jumps: Rc<[Jump]>,
    /// Single letters side by side rather than lines. No by default.
    #[prop_or_default]
    pub letters: bool,
}

/// Links to places on the same page.
#[component]
pub fn JumpList(props: &JumpListProps) -> Html {
    let class = if props.letters { "rx-jump-list rx-jump-list--letters" } else { "rx-jump-list" };
    html! {
        <nav {class} aria-label={&props.label}>
            <ul>
                { for props.jumps.iter().map(|jump| html! {
                    <li key={jump.id.as_str()}><JumpLink jump={jump.clone()} /></li>
                }) }
            </ul>
        </nav>
    }
}

/// Props of [`JumpLink`].
#[derive(Properties, PartialEq)]
struct JumpLinkProps {
    /// Where it leads.
    jump: Jump,
}

/// A link to a place on the same page.
#[component]
fn JumpLink(props: &JumpLinkProps) -> Html {
    let base = use_explorer().base();
    let here = use_place().address.href(&base);
    let Jump { id, text } = &props.jump;
    if matches!(base, Base::Path(_)) {
        return html! { <a href={format!("#{id}")} class="rx-jump-list__link">{ text }</a> };
    }
    let onclick = {
        let id = id.clone();
        Callback::from(move |event: MouseEvent| {
            if is_plain_click(&event) {
                event.prevent_default();
                // The focus goes along, so that the next Tab goes on from there.
                document::focus(&format!("#{id}"));
                document::scroll_to(&id);
            }
        })
    };
    html! { <a href={here} class="rx-jump-list__link" data-replay="" {onclick}>{ text }</a> }
}
