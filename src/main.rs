//! The browser's entry: finds `#app`, loads the pack, and hydrates the page or renders it.

#[cfg(target_arch = "wasm32")]
fn main() {
    browser::start();
}

/// The app runs in browsers; native builds use the library.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This program runs in a browser. Type `cargo xtask serve` to build and open it.");
    std::process::exit(2);
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use std::rc::Rc;

    use recruitment_explorer::app::{App, AppProps};
    use recruitment_explorer::labels::Labels;
    use recruitment_explorer::pages;
    use recruitment_explorer::platform::{chunk, config, document, history, pack_source};
    use recruitment_explorer::route::{Address, Base, Route};

    /// Starts the app, or says on the page why it cannot.
    pub fn start() {
        // After a panic the loader shows a page with a way on: it sees that the module has trapped.
        wasm_bindgen_futures::spawn_local(async {
            if let Err(reason) = run().await {
                document::announce_failure(&reason);
            }
        });
    }

    async fn run() -> Result<(), String> {
        #[cfg(feature = "test-hooks")]
        recruitment_explorer::platform::document::panic_if_asked("boot");
        let config = config::from_page().ok_or("the page holds no configuration")?;
        let root = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("app"))
            .ok_or("the page holds no #app")?;
        let base = config.base();
        let here = Address::parse(&base, &history::current(&base).path);
        let needs_rest = pages::need_rest(&here.route);
        let pack =
            pack_source::load(&config, needs_rest).await.map_err(|error| error.to_string())?;
        if pages::is_later(&here.route) {
            chunk::load(&config).await.map_err(|_| "the code of the page could not be loaded")?;
        }
        // A prerendered 404 stands at any address; everything else is what its address says.
        // The single file holds its start page and may be opened at any other.
        let is_other_page = matches!(base, Base::Fragment(_)) && here.route != Route::Start;
        let is_prerendered = root.has_attribute("data-prerendered") && !is_other_page;
        let pack = Rc::new(pack);
        if is_other_page {
            document::set_title(&pages::title(&here.route, &pack, &Labels::new(pack.clone())));
        }
        let props = AppProps { pack, config: Rc::new(config), address: here };
        if is_prerendered {
            yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
        } else {
            root.replace_children_with_node_0();
            yew::Renderer::<App>::with_root_and_props(root, props).render();
        }
        Ok(())
    }
}
