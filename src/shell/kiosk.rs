//! The kiosk: a public screen that leads nowhere else and forgets its visitor.

use yew::prelude::*;

use crate::components::link;
use crate::context::{OutsideLinks, Policy, use_view};
use crate::markup::html;
use crate::platform::{document, idle};
use crate::route::{Address, Route, Shell};
use crate::shell::site::{navigation, skip_link};

/// What a kiosk allows.
pub const POLICY: Policy = Policy {
    outside_links: OutsideLinks::AsText,
    steps_in_history: false,
    ask_before_leaving: false,
    announce_height: false,
    idle_seconds: Some(90),
    can_print: false,
    can_keep: false,
    can_take_away: false,
};

/// Seconds that the question "are you still there?" waits for an answer.
const ANSWER_SECONDS: u32 = 30;

/// Props of [`KioskFrame`].
#[derive(Properties, PartialEq)]
pub struct KioskFrameProps {
    /// The page.
    pub children: Html,
}

/// A page with a way to start over, and a reset when nobody is there any more.
#[component]
pub fn KioskFrame(props: &KioskFrameProps) -> Html {
    let view = use_view();
    let labels = view.labels();
    let is_asking = use_state(|| false);
    let start = Address {
        shell: Shell::Kiosk,
        language: crate::labels::DEFAULT_LANGUAGE,
        route: Route::Start,
    }
    .href(&view.base());
    let is_at_start = view.place.address.route == Route::Start;

    // Nobody is asked on the start page: there is nothing to lose or to see there.
    use_effect_with((is_at_start, *is_asking), {
        let (is_asking, start) = (is_asking.clone(), start.clone());
        move |(is_at_start, asking)| {
            let guard = (!is_at_start || *asking).then(|| {
                let asking = *asking;
                let seconds =
                    if asking { ANSWER_SECONDS } else { POLICY.idle_seconds.unwrap_or(90) };
                idle::watch(seconds, move || {
                    if asking {
                        document::restart(&start);
                    } else {
                        is_asking.set(true);
                    }
                })
            });
            move || {
                let _ended = guard;
            }
        }
    });
    // The question takes the focus; whoever is still there gets it back where it was.
    use_effect_with(*is_asking, |asking| {
        let kept = asking.then(document::keep_focus);
        if *asking {
            document::focus(".rx-still-there");
        }
        move || {
            let _ended = kept;
        }
    });

    let on_reset = {
        let start = start.clone();
        Callback::from(move |_: MouseEvent| document::restart(&start))
    };
    let on_stay = {
        let is_asking = is_asking.clone();
        Callback::from(move |_: MouseEvent| is_asking.set(false))
    };
    html! {
        <div class="rx-kiosk">
            { skip_link(labels) }
            <header class="rx-kiosk__header">
                { link(&view, Route::Start, "rx-site-header__name", labels.text("product").into()) }
                <button type="button" class="rx-button rx-button--quiet rx-kiosk__reset" data-replay="" onclick={on_reset.clone()}>
                    { labels.text("kiosk-reset") }
                </button>
            </header>
            { navigation(&view) }
            <main class="rx-main" id="main">{ props.children.clone() }</main>
            <footer class="rx-kiosk__foot">
                { labels.fill("not-the-force", &[("force", &view.pack().about.force.name)]) }{ " " }
                { labels.text("kiosk-nothing-kept") }
            </footer>
            if *is_asking {
                <div class="rx-still-there" role="alertdialog" aria-modal="true" aria-labelledby="still-there" tabindex="-1">
                    <h2 id="still-there">{ labels.text("still-there") }</h2>
                    <p>{ labels.fill("still-there-text", &[("seconds", &ANSWER_SECONDS.to_string())]) }</p>
                    <button type="button" class="rx-button" onclick={on_stay}>{ labels.text("still-there-yes") }</button>
                    <button type="button" class="rx-button rx-button--quiet" onclick={on_reset}>{ labels.text("kiosk-reset") }</button>
                </div>
            }
        </div>
    }
}
