//! How the product bears more content than it has: a measurement that `cargo xtask bench content`
//! runs.
//!
//! People, their stories, sources and police words are there so many times over. Roles and rules
//! stay as they are: what judges them is measured by `cargo xtask bench engine`.

use std::rc::Rc;

use model::id::{PersonId, SourceId, TermId};
use model::{Pack, compact};
use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::growth::{held, resident};
use crate::must;
use crate::product::{label, pack};
use crate::server::{Answer, Server};

/// How many times the content is there.
const TIMES: [usize; 3] = [1, 10, 100];

/// Notes when the app listens, and which memory the Wasm has.
const WATCH: &str = "
    for (const name of ['instantiate', 'instantiateStreaming']) {
        const act = WebAssembly[name];
        WebAssembly[name] = async (...given) => {
            const made = await act.apply(WebAssembly, given);
            const { memory } = (made.instance ?? made).exports;
            if (memory) window.wasmMemory = memory;
            return made;
        };
    }
    new MutationObserver(() => { window.readyAfter ??= performance.now(); })
        .observe(document, { attributes: true, subtree: true, attributeFilter: ['data-ready'] });";

/// Milliseconds of each act, from the event to the changed page laid out.
const TIME: &str = "
    const [selector, words, marks] = arguments;
    const done = arguments[arguments.length - 1];
    const task = () => new Promise((next) => setTimeout(next));
    const until = async (condition) => {
        const limit = performance.now() + 60000;
        while (!condition()) {
            if (performance.now() > limit) throw new Error('waited in vain');
            await task();
        }
    };
    const shown = () => document.querySelector('main').textContent;
    const one = async (act) => {
        const before = shown();
        const start = performance.now();
        act();
        await until(() => shown() !== before);
        document.body.offsetHeight;
        return performance.now() - start;
    };
    (async () => {
        const times = [];
        if (words) {
            const field = document.querySelector(selector);
            for (const word of words) for (let end = 2; end <= word.length; end += 1) {
                const start = performance.now();
                field.value = word.slice(0, end);
                field.dispatchEvent(new InputEvent('input', { bubbles: true }));
                await task();
                document.body.offsetHeight;
                times.push(performance.now() - start);
            }
        } else {
            for (let i = 0; i < marks; i += 1) {
                times.push(await one(() => document.querySelectorAll(selector)[i].click()));
                times.push(await one(() => document.querySelectorAll(selector)[i].click()));
            }
        }
        done(times);
    })().catch((error) => done(String(error)));";

/// The pack so many times over, in its two parts.
fn enlarged(pack: &Pack, times: usize) -> (String, String) {
    let mut large = pack.clone();
    for copy in 1..times {
        for person in &pack.people {
            let id = PersonId::from(format!("{}x{copy}", person.id).as_str());
            if let Some(story) = pack.stories.get(&person.id) {
                Rc::make_mut(&mut large.stories).insert(id.clone(), story.clone());
            }
            let slug = format!("{}-{copy}", person.slug);
            large.people.push(Rc::new(model::person::Person { id, slug, ..(**person).clone() }));
        }
        for (id, source) in &*pack.sources {
            let id = SourceId::from(format!("{id}x{copy}").as_str());
            Rc::make_mut(&mut large.sources).insert(id, source.clone());
        }
        for term in &pack.glossary {
            let id = TermId::from(format!("{}x{copy}", term.id).as_str());
            let (name, also) = (format!("{} {copy}", term.term), Vec::new());
            let term = model::glossary::Term { id, term: name, also, ..(**term).clone() };
            large.glossary.push(Rc::new(term));
        }
    }
    let (first, rest) = large.split();
    (
        must(compact::to_text(&first), "writing a pack"),
        must(compact::to_text(&rest), "writing the rest of a pack"),
    )
}

/// The product with other content: pages are made in the browser, because theirs is another.
fn serve(first: String, rest: String) -> Server {
    Server::changing(move |path, answer| {
        for (name, text) in [("pack", &first), ("rest", &rest)] {
            if path.starts_with(&format!("/assets/{name}.en.")) {
                return Answer { body: text.clone().into_bytes(), ..answer };
            }
        }
        let is_page =
            answer.header("Content-Type").is_some_and(|kind| kind.starts_with("text/html"));
        if !is_page {
            return answer;
        }
        let mut page = answer.text().replace(" data-prerendered", "");
        for name in ["pack", "rest"] {
            let hash = page.split(&format!("\"url\":\"/assets/{name}.en.")).nth(1);
            let hash = hash.and_then(|after| after.split("\"integrity\":\"").nth(1));
            let hash = hash.and_then(|after| after.split('"').next()).unwrap_or_default();
            page = page.replace(&hash.to_owned(), "");
        }
        Answer { body: page.into_bytes(), ..answer }
    })
}

fn milliseconds(browser: &Browser, arguments: Vec<Value>) -> Vec<f64> {
    let times = browser.run_later_with(TIME, arguments);
    let list = times.as_array().unwrap_or_else(|| panic!("not measured: {times}"));
    let mut times: Vec<f64> = list.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times
}

fn number(browser: &Browser, expression: &str) -> f64 {
    browser.run(&format!("return {expression}")).as_f64().unwrap_or(f64::NAN)
}

#[test]
fn a_long_list_stops_and_goes_on_when_asked() {
    let pack = pack();
    let (first, rest) = enlarged(&pack, 3);
    let server = serve(first, rest);
    browse(|browser| {
        browser.tolerate("preload");
        browser.open(&format!("{}/officers", server.origin));
        let shown = "document.querySelectorAll('.rx-person-list li').length";
        let total = pack.people.len() * 3;
        browser.wait(&format!("{shown} === 150"));
        browser.click(".rx-officers__people > .rx-button");
        browser.wait(&format!("{shown} === {total} && location.search === '?show=all'"));
        browser.wait("document.activeElement.matches('.rx-person-list a')");
        assert!(!browser.is("document.querySelector('.rx-officers__people > .rx-button')"));
    });
}

/// Start-up, list, search and memory with the content once, ten and a hundred times.
#[test]
#[ignore = "a measurement of some minutes: cargo xtask bench content"]
fn with_more_content() {
    println!(
        "times  people   pack kB  ready ms  list ms (worst)  search ms (worst)  wasm MB  heap MB  processes MB"
    );
    let pack = pack();
    for times in TIMES {
        let (first, rest) = enlarged(&pack, times);
        let size = (first.len() + rest.len()) as f64 / 1e3;
        let server = serve(first, rest);
        browse(|browser| {
            browser.tolerate("preload");
            browser.before_each_page(WATCH);
            browser.cdp("Performance.enable", json!({}));
            let mut ready: Vec<f64> = (0..3)
                .map(|_| {
                    browser.open(&format!("{}/officers", server.origin));
                    number(browser, "window.readyAfter")
                })
                .collect();
            ready.sort_by(f64::total_cmp);
            browser.click(".rx-facet__summary");
            let list = milliseconds(browser, vec![json!(".rx-facet__box"), Value::Null, json!(4)]);
            browser.click_text(&label("nav-search"));
            browser.wait("document.querySelector('main input') && location.pathname === '/search'");
            let words = json!(["neighbourhood", "detetive", "dog handler", "firearms"]);
            let search = milliseconds(browser, vec![json!("main input"), words]);
            let wasm = number(browser, "window.wasmMemory.buffer.byteLength") / 1e6;
            let held = held(browser);
            println!(
                "{times:>5}{:>8}{size:>10.0}{:>10.0}{:>9.1}{:>8.1}{:>11.1}{:>8.1}{wasm:>9.1}{:>9.1}{:>14.0}",
                pack.people.len() * times,
                ready[1],
                list[list.len() / 2],
                list[list.len() - 1],
                search[search.len() / 2],
                search[search.len() - 1],
                held.heap / 1e3,
                resident(browser.profile()) / 1e3,
            );
        });
    }
}
