//! How a published rule stands, in words with a drawn mark beside them.

use model::rules::Standing;
use yew::prelude::*;

use crate::labels::Labels;
use crate::markup::html;

/// How a published rule stands: a disc that is full, struck out, half full or only dotted.
pub fn rule_standing(labels: &Labels, standing: Standing) -> Html {
    let (name, words, outline) = match standing {
        Standing::Published => ("published", labels.text("standing-published"), FULL),
        Standing::Lifted => ("lifted", labels.text("standing-lifted"), STRUCK),
        Standing::Unclear => ("unclear", labels.text("standing-unclear"), HALF),
        Standing::NotSeen => ("not-seen", labels.text("standing-not-seen"), ""),
    };
    html! {
        <span class={format!("rx-rule-standing rx-rule-standing--{name}")}>
            <svg class="rx-rule-standing__mark" viewBox="0 0 16 16" aria-hidden="true">
                <circle cx="8" cy="8" r="6" />
                if !outline.is_empty() { <path d={outline} /> }
            </svg>
            { words }
        </span>
    }
}

const FULL: &str = "M8 4.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7z";
const HALF: &str = "M8 4.5a3.5 3.5 0 0 0 0 7z";
const STRUCK: &str = "M3.8 12.2 12.2 3.8";
