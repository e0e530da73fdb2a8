//! The root component: what everything below may ask for, and the shell around the present page.
//!
//! The same component is rendered natively for every address and taken over in
//! the browser. Everything that only a browser knows (query, day, Back) comes in
//! through effects after the first render.

use std::rc::Rc;

use model::{Date, Pack};
use yew::prelude::*;

use crate::components::tile_symbol;
use crate::context::{Destination, Explorer, ListChange, Navigate, Place, View};
use crate::labels::Labels;
use crate::markup::html;
use crate::pages;
use crate::pages::quiz::{QuizHandle, QuizState};
use crate::platform::config::Config;
use crate::platform::{chunk, clock, document, history, pack_source, storage};
use crate::route::{Address, Query, Route};
use crate::shell;
use crate::shortlist::{self, Shortlist};

/// Props of [`App`].
#[derive(Clone, Properties)]
pub struct AppProps {
    /// Everything that is said.
    pub pack: Rc<Pack>,
    /// What differs between copies.
    pub config: Rc<Config>,
    /// The page that is shown first.
    pub address: Address,
}

impl PartialEq for AppProps {
    /// The app is made once; nothing gives it other props.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.pack, &other.pack)
    }
}

/// The root component.
#[component]
pub fn App(props: &AppProps) -> Html {
    let first = Place { address: props.address.clone(), query: Query::default(), step: 0 };
    let place = use_state_eq(|| first);
    let today = use_state_eq(|| None::<Date>);
    let quiz = use_reducer(QuizState::default);
    let list = use_reducer_eq(Shortlist::default);
    let pack = use_state(|| props.pack.clone());
    #[cfg(all(target_arch = "wasm32", feature = "test-hooks"))]
    document::panic_if_asked("render");
    let shell = props.address.shell;
    let policy = shell::policy(shell);
    let base = props.config.base();

    // What only the browser knows, once.
    use_effect_with((), {
        let (place, today, base) = (place.clone(), today.clone(), base.clone());
        let pack = props.pack.clone();
        let list = list.dispatcher();
        move |()| {
            today.set(clock::today(&pack.about.territory));
            if let Some(codes) = storage::read(shortlist::KEY).filter(|_| policy.can_keep) {
                list.dispatch(ListChange::Restore(pack.clone(), codes));
            }
            // What a link brings is taken out of the address, so that a later look at it brings nothing back.
            let bring = move |location: &history::Location| {
                if let Some(codes) = shortlist::in_fragment(&location.fragment) {
                    list.dispatch(ListChange::Bring(pack.clone(), codes.to_owned()));
                    history::replace(&(location.path.clone() + &location.query), location.step);
                }
            };
            let location = history::current(&base);
            bring(&location);
            place.set(Place { query: Query::parse(&location.query), ..(*place).clone() });
            let listener = history::on_change({
                let (place, base) = (place.clone(), base.clone());
                move || {
                    let location = history::current(&base);
                    bring(&location);
                    let address = Address::parse(&base, &location.path);
                    let query = Query::parse(&location.query);
                    place.set(Place { address, query, step: location.step });
                }
            });
            document::announce_ready();
            move || {
                let _ended = listener;
            }
        }
    });

    // What a first visit does not need: the rest of the pack, and the code of later pages.
    use_effect_with((), {
        let (pack, config) = (pack.clone(), props.config.clone());
        move |()| {
            if !pack.is_whole || !chunk::is_here() {
                pack_source::complete((*pack).clone(), config, move |whole| pack.set(whole));
            }
        }
    });

    // A change of page: its title, then the focus on its heading. Not on the first page.
    // A page whose content was still on its way changes once more when it comes.
    let is_first = use_mut_ref(|| true);
    let fragment = use_mut_ref(|| None::<String>);
    let is_waiting = pages::is_waiting(&place.address.route, &pack);
    use_effect_with((place.address.clone(), is_waiting), {
        let (pack, fragment) = (props.pack.clone(), fragment.clone());
        move |(address, is_waiting): &(Address, bool)| {
            if !is_first.replace(false) {
                document::set_title(&pages::title(
                    &address.route,
                    &pack,
                    &Labels::new(pack.clone()),
                ));
                document::focus_heading();
            }
            // What a link points to is found once its page is there.
            if !is_waiting && let Some(id) = fragment.take() {
                document::focus(&format!("#{id}"));
                document::scroll_to(&id);
            }
        }
    });

    // The device keeps the list for as long as the visitor wants it to.
    use_effect_with((list.is_kept, list.codes().to_owned()), {
        let list = list.dispatcher();
        move |(is_kept, codes): &(bool, String)| {
            if *is_kept && !storage::write(shortlist::KEY, Some(codes)) {
                list.dispatch(ListChange::Refuse);
            }
        }
    });

    // Answers live in memory only: leaving asks first, and clearing starts afresh.
    use_effect_with(policy.ask_before_leaving && !quiz.is_empty(), |asks| {
        let guard = asks.then(document::ask_before_leaving);
        move || {
            let _ended = guard;
        }
    });
    use_effect_with(quiz.is_cleared, {
        let start = place.address.with_route(Route::Quiz).href(&base);
        move |is_cleared| {
            if *is_cleared {
                document::restart(&start);
            }
        }
    });

    let navigate = Navigate {
        go: {
            let (place, base) = (place.clone(), base.clone());
            let fragment = fragment.clone();
            Callback::from(move |to: Destination| {
                #[cfg(all(target_arch = "wasm32", feature = "test-hooks"))]
                document::panic_if_asked("event");
                let address = place.address.with_route(to.route);
                history::push(&(address.href(&base) + &to.query.to_suffix()), 0);
                *fragment.borrow_mut() = to.fragment;
                place.set(Place { address, query: to.query, step: 0 });
            })
        },
        refine: {
            let (place, base) = (place.clone(), base.clone());
            Callback::from(move |query: Query| {
                history::replace(&(place.address.href(&base) + &query.to_suffix()), place.step);
                place.set(Place { query, ..(*place).clone() });
            })
        },
        step: {
            let (place, base) = (place.clone(), base.clone());
            Callback::from(move |step: u32| {
                let href = place.address.href(&base) + &place.query.to_suffix();
                if policy.steps_in_history && step > place.step {
                    history::push(&href, step);
                } else {
                    history::replace(&href, if policy.steps_in_history { step } else { 0 });
                }
                place.set(Place { step, ..(*place).clone() });
            })
        },
    };
    let change_list = {
        let list = list.dispatcher();
        Callback::from(move |change: ListChange| {
            if matches!(change, ListChange::Keep(false)) {
                storage::write(shortlist::KEY, None);
            }
            list.dispatch(change);
        })
    };
    let explorer = Explorer { pack: (*pack).clone(), config: props.config.clone(), policy };
    let labels = Labels::new(explorer.pack.clone());
    let view = View {
        explorer,
        labels,
        place: (*place).clone(),
        navigate,
        today: *today,
        shortlist: Rc::new((*list).clone()),
        change_list,
    };
    html! {
        <ContextProvider<View> context={view.clone()}>
        <ContextProvider<QuizHandle> context={quiz.clone()}>
            { tile_symbol(&view) }
            { shell::frame(&view, shell, pages::view(&view, &quiz)) }
        </ContextProvider<QuizHandle>>
        </ContextProvider<View>>
    }
}
