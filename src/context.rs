//! What any page may ask for: the pack, the labels, the shell's policy, where we
//! are, what day it is, and how to go elsewhere.

use std::rc::Rc;

use model::{Date, Pack};
use yew::prelude::*;

use crate::labels::Labels;
use crate::platform::config::Config;
use crate::route::{Address, Base, Query, Route, Shell};
use crate::shortlist::Shortlist;

/// What stays the same for as long as the app runs, but for the parts of the pack that come later.
#[derive(Clone)]
pub struct Explorer {
    /// Everything that is said.
    pub pack: Rc<Pack>,
    /// What differs between copies.
    pub config: Rc<Config>,
    /// What this shell allows.
    pub policy: Policy,
}

impl PartialEq for Explorer {
    fn eq(&self, other: &Self) -> bool {
        // A pack never changes; a further part makes another one.
        Rc::ptr_eq(&self.pack, &other.pack) && self.policy == other.policy
    }
}

/// What a shell allows: the only thing in which the three differ for a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// What happens to links that lead out.
    pub outside_links: OutsideLinks,
    /// Whether each quiz step is an entry of the history, so that Back goes one question back.
    pub steps_in_history: bool,
    /// Whether leaving with answers asks first.
    pub ask_before_leaving: bool,
    /// Whether the page tells a host page how tall it is.
    pub announce_height: bool,
    /// Seconds without a touch after which the screen asks whether somebody is there.
    pub idle_seconds: Option<u32>,
    /// Whether things can be printed.
    pub can_print: bool,
    /// Whether the device may keep the shortlist, if the visitor says so.
    pub can_keep: bool,
    /// Whether the visitor can take something away as a file, a copy or through the share sheet.
    pub can_take_away: bool,
}

/// What happens to links that lead out of the product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutsideLinks {
    /// They are links.
    Follow,
    /// They are links that open a new tab.
    NewTab,
    /// They are text, to be typed on one's own phone.
    AsText,
}

/// Where we are.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Shell, language and page.
    pub address: Address,
    /// What the list shows; empty until the app has taken over.
    pub query: Query,
    /// The quiz step in the history; 0 outside the quiz.
    pub step: u32,
}

/// A page to go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    /// The page.
    pub route: Route,
    /// What the list there shows.
    pub query: Query,
    /// The id of a place on it; the top where there is none.
    pub fragment: Option<String>,
}

impl Destination {
    /// The top of a page.
    pub fn page(route: Route) -> Self {
        Self { route, query: Query::default(), fragment: None }
    }

    /// A page that shows what `query` says.
    pub fn with_query(route: Route, query: Query) -> Self {
        Self { query, ..Self::page(route) }
    }

    /// The place with this id on a page.
    pub fn at(route: Route, id: &str) -> Self {
        Self { fragment: Some(id.to_owned()), ..Self::page(route) }
    }
}

/// How to go elsewhere.
#[derive(Clone, PartialEq)]
pub struct Navigate {
    /// Goes to a page, as a new entry of the history.
    pub go: Callback<Destination>,
    /// Changes the query in place.
    pub refine: Callback<Query>,
    /// Goes to a quiz step: forward as a new entry, or in place, as the policy says.
    pub step: Callback<u32>,
}

/// What changes the shortlist.
#[derive(Clone)]
pub enum ListChange {
    /// The visitor adds the entry of this code, or takes it away.
    Toggle(String),
    /// The visitor says whether the device keeps it.
    Keep(bool),
    /// The device refuses to keep it.
    Refuse,
    /// The device kept these codes.
    Restore(Rc<Pack>, String),
    /// A link brings these codes.
    Bring(Rc<Pack>, String),
}

impl Reducible for Shortlist {
    type Action = ListChange;

    fn reduce(self: Rc<Self>, change: ListChange) -> Rc<Self> {
        let mut list = (*self).clone();
        match change {
            ListChange::Toggle(code) => list.toggle(&code),
            ListChange::Keep(is_kept) => {
                list.is_kept = is_kept;
                list.is_refused = false;
            }
            ListChange::Refuse => {
                list.is_kept = false;
                list.is_refused = true;
            }
            ListChange::Restore(pack, codes) => {
                list.add(&pack, &codes);
                list.is_kept = true;
            }
            ListChange::Bring(pack, codes) => {
                list.left_out = list.add(&pack, &codes);
                list.was_brought = true;
            }
        }
        Rc::new(list)
    }
}

/// All that a piece of a page may ask for.
///
/// Pieces without state are functions that take it as their first argument; the
/// few components with state ask for it with [`use_view`].
#[derive(Clone, PartialEq)]
pub struct View {
    /// The pack, what differs between copies, and the shell's policy.
    pub explorer: Explorer,
    /// What the interface says in the page's language.
    pub labels: Labels,
    /// Where we are.
    pub place: Place,
    /// How to go elsewhere.
    pub navigate: Navigate,
    /// Today; nothing in prerendered pages and in the first render.
    pub today: Option<Date>,
    /// The visitor's list; empty in prerendered pages and in the first render.
    pub shortlist: Rc<Shortlist>,
    /// Changes the visitor's list.
    pub change_list: Callback<ListChange>,
}

impl View {
    /// The pack.
    pub fn pack(&self) -> &Rc<Pack> {
        &self.explorer.pack
    }

    /// The labels of the page's language.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }

    /// What this shell allows.
    pub fn policy(&self) -> Policy {
        self.explorer.policy
    }

    /// Where the addresses of this copy begin.
    pub fn base(&self) -> Base {
        self.explorer.base()
    }

    /// Whether a day lies behind us, as far as we know which day it is.
    pub fn is_past(&self, day: Date) -> bool {
        self.today.is_some_and(|today| today > day)
    }

    /// What a link to a page of this shell and language says.
    pub fn href(&self, route: Route) -> String {
        self.place.address.with_route(route).href(&self.base())
    }
}

/// All that a piece of a page may ask for.
#[hook]
pub fn use_view() -> View {
    #[expect(clippy::expect_used, reason = "the root component provides it around every page")]
    use_context::<View>().expect("App provides the view around every page")
}

impl Explorer {
    /// Where the addresses of this copy begin.
    pub fn base(&self) -> Base {
        self.config.base()
    }

    /// The full public address of a page, where this copy has one.
    pub fn public_url(&self, address: &Address) -> Option<String> {
        if self.config.site_url.is_empty() {
            return None;
        }
        let site = Address { shell: Shell::Site, ..address.clone() };
        let base = Base::Path(self.config.base_path.clone());
        Some(format!("{}{}", self.config.site_url.trim_end_matches('/'), site.href(&base)))
    }
}
