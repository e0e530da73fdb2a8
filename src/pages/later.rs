//! The pages that a first visit does not need. In what browsers get, their code is a module of
//! its own (a chunk) that comes after the first page, or with it where it is needed.

use yew::prelude::*;

use super::quiz::QuizHandle;
use super::{
    about, areas, compare, figures, fit, glossary, not_found, plan, rule, rules, search, sources,
    supporters, themes, ways,
};
use crate::context::View;
use crate::route::Route;

/// Whether an address is one of these pages.
pub fn is_later(route: &Route) -> bool {
    !matches!(
        route,
        Route::Start
            | Route::Officers
            | Route::Officer(_)
            | Route::Roles
            | Route::Role(_)
            | Route::Quiz
            | Route::NotFound
    )
}

/// The page that is looked at, if it is one of these; the page for unknown addresses otherwise.
pub fn pick(view: &View, quiz: &QuizHandle) -> Html {
    let pack = view.pack();
    match &view.place.address.route {
        Route::Compare => compare::page(view),
        Route::Ways => ways::page(view),
        Route::Areas => areas::page(view),
        Route::Themes => themes::page(view),
        Route::Theme(id) => match pack.about.theme(id) {
            Some(theme) => themes::theme_page(view, theme),
            None => not_found::page(view),
        },
        Route::Fit => fit::page(view, quiz),
        Route::Plan => plan::page(view, quiz),
        Route::Search => search::page(view),
        Route::Supporters => supporters::page(view),
        Route::Figures => figures::page(view),
        Route::Rules => rules::page(view),
        Route::Rule(id) => match pack.rule(&id.as_str().into()) {
            Some(rule) => rule::page(view, rule),
            None => not_found::page(view),
        },
        Route::Glossary => glossary::page(view),
        Route::Sources => sources::page(view),
        Route::About => about::page(view),
        _ => not_found::page(view),
    }
}

#[cfg(not(all(target_arch = "wasm32", feature = "split")))]
pub use pick as view;

#[cfg(all(target_arch = "wasm32", feature = "split"))]
pub use split::view;

/// The seam. The build takes everything that only `enter` leads to out of the module, and turns
/// the call to it into one through the table of functions, which the chunk fills when it comes.
/// The names are what the splitting tool looks for (docs/decisions/0016).
#[cfg(all(target_arch = "wasm32", feature = "split"))]
#[allow(unsafe_code)]
mod split {
    use super::{Html, QuizHandle, View};

    #[link(wasm_import_module = "__wasm_split_placeholder__")]
    unsafe extern "C" {
        #[allow(improper_ctypes)]
        #[link_name = "__wasm_split_00later00_import_00000000000000000000000000000000_view"]
        fn call(view: &View, quiz: &QuizHandle) -> Html;
    }

    #[allow(improper_ctypes_definitions)]
    #[unsafe(export_name = "__wasm_split_00later00_export_00000000000000000000000000000000_view")]
    extern "C" fn enter(view: &View, quiz: &QuizHandle) -> Html {
        super::pick(view, quiz)
    }

    /// The page. The chunk must be there: `pages::is_waiting` sees to it.
    pub fn view(view: &View, quiz: &QuizHandle) -> Html {
        // SAFETY: `call` is `enter`, with the same arguments and result, compiled together.
        unsafe { call(view, quiz) }
    }
}
