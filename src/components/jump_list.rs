//! Links to places on the same page: letters of a glossary, topics of a list.
//!
//! Where addresses are paths the browser follows the fragment by itself, also
//! without the app. In the single file `#` is the address of the page, so there
//! the app goes to the place and leaves the address alone.

use yew::prelude::*;

use crate::components::link::is_plain_click;
use crate::context::View;
use crate::markup::html;
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

/// Links to places on the same page, in its order; `label` says what the list is about to those
/// who do not see it.
pub fn jump_list(view: &View, label: &str, jumps: &[Jump]) -> Html {
    view_list(view, "rx-jump-list", label, jumps)
}

/// The same as single letters side by side rather than lines.
pub fn letter_list(view: &View, label: &str, jumps: &[Jump]) -> Html {
    view_list(view, "rx-jump-list rx-jump-list--letters", label, jumps)
}

fn view_list(view: &View, class: &'static str, label: &str, jumps: &[Jump]) -> Html {
    html! {
        <nav {class} aria-label={label.to_owned()}>
            <ul>
                { for jumps.iter().map(|jump| html! {
                    <li key={jump.id.as_str()}>{ jump_link(view, jump) }</li>
                }) }
            </ul>
        </nav>
    }
}

/// A link to a place on the same page.
pub fn jump_link(view: &View, jump: &Jump) -> Html {
    let base = view.base();
    let Jump { id, text } = jump;
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
    html! { <a href={view.place.address.href(&base)} class="rx-jump-list__link" data-replay="" {onclick}>{ text }</a> }
}
