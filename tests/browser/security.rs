//! What the policy forbids does not happen, and what comes from outside does no harm.

use serde_json::json;

use crate::browser::browse;
use crate::product::{label, product};
use crate::random::Random;
use crate::server::{Answer, Server};

/// REQ-SEC-1: the policy is not only sent, it bites.
#[test]
fn what_the_policy_forbids_does_not_happen() {
    let elsewhere = Server::start(|_| Answer::page("x"));
    browse(|browser| {
        for said in
            ["Content Security Policy", "TrustedHTML", "TrustedScript", "violates", "Refused"]
        {
            browser.tolerate(said);
        }
        browser.open("/about");
        browser.run(
            "window.ran = [];
             const add = (name, build) => { try { document.body.append(build(document.createElement(name))); } catch (error) { ran.push(`threw ${name}`); } };
             add('script', (script) => { script.append('ran.push(\"inline\")'); return script; });
             add('div', (div) => { div.innerHTML = '<b>x</b>'; return div; });
             add('div', (div) => { div.setAttribute('style', 'position: fixed'); div.id = 'styled'; return div; });
             try { setTimeout('ran.push(\"string\")', 0); } catch { ran.push('threw string'); }",
        );
        browser.run(&format!("const image = new Image(); image.src = '{0}/x.png'; fetch('{0}/x').catch(() => {{}}); document.body.append(image);", elsewhere.origin));
        browser.wait("seen.violations.some((violation) => violation.startsWith('img-src'))");
        browser.wait("seen.violations.some((violation) => violation.startsWith('connect-src'))");
        assert!(!browser.text("ran").contains("inline"), "an inline script ran");
        assert!(browser.text("ran").contains("threw string"), "a string was run");
        assert!(browser.text("ran").contains("threw div"), "raw HTML went through");
        assert!(
            browser.is("getComputedStyle(document.getElementById('styled')).position === 'static'"),
            "an inline style held"
        );
        assert_eq!(elsewhere.asked(), Vec::<String>::new(), "a request left");
        browser.requests();
    });
}

/// Pieces of which nonsense is made.
const PIECES: &[&str] = &[
    "/",
    "//",
    "..",
    "%2e%2e",
    "%00",
    "%",
    "%zz",
    "?",
    "&",
    "=",
    "for=",
    "role=",
    "pc",
    "quiz",
    "officers",
    "rules",
    "kiosk",
    "embed",
    "ar-xb",
    "<script>",
    "\"",
    "'",
    "{}",
    "\\",
    "ſ",
    "é",
    "𝄞",
    "constructor",
    "__proto__",
    "null",
    "-1",
    "1e999",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    " ",
    "+",
    "@",
    ":",
    "step",
    "index.html",
];

fn nonsense(random: &mut Random) -> String {
    (0..=random.below(7)).map(|_| *random.of(PIECES)).collect()
}

/// Shows each address as Back would, with all kinds of states; tells which did harm or came through
/// to the page. Each part of an address holds a mark, `zqx`.
const VISITS: &str = "
    const [visits] = arguments;
    const done = arguments[arguments.length - 1];
    (async () => {
        const findings = [];
        for (const [address, step] of visits) {
            window.name = `${step}zqx`;
            for (const state of [step, Number(step), { step }, { step: -5 }, { step: 1e9 }, { step: 3 }, null]) {
                try { history.replaceState(state, '', address); } catch { break; }
                dispatchEvent(new PopStateEvent('popstate', { state }));
            }
            await new Promise((next) => setTimeout(next));
            const headings = document.querySelectorAll('main h1').length;
            const isShown = document.body.innerText.includes('zqx') || document.title.includes('zqx');
            const hasResult = document.querySelector('.rx-result-role') !== null;
            const isBroken = document.documentElement.hasAttribute('data-failed') || seen.errors.length > 0;
            if (headings !== 1 || isShown || hasResult || isBroken) {
                findings.push(JSON.stringify({ address, step, headings, isShown, hasResult, isBroken }));
            }
        }
        return findings;
    })().then(done, (error) => done([String(error)]));";

/// REQ-SEC-11: two hundred seeded values for path, query, fragment, state and name.
#[test]
fn nonsense_in_the_address_does_no_harm_and_is_not_shown() {
    browse(|browser| {
        let mut random = Random::new(7);
        for (page, rounds) in [("/roles", 80), ("/embed/quiz", 60), ("/kiosk/officers", 60)] {
            browser.open(page);
            let visits: Vec<_> = (0..rounds)
                .map(|_| {
                    let path = nonsense(&mut random);
                    let path = path.trim_start_matches(['/', '\\']);
                    let (query, fragment) = (nonsense(&mut random), nonsense(&mut random));
                    let address = format!("/{path}zqx?{query}zqx#{fragment}zqx");
                    json!([address, nonsense(&mut random)])
                })
                .collect();
            let found = browser.run_later_with(VISITS, vec![json!(visits)]);
            assert_eq!(found, json!([]), "{page}");
            assert_eq!(browser.heading(), label("not-found"), "{page}");
        }
    });
}

/// REQ-SEC-11: the same over the network, for a few addresses that a server might take amiss.
#[test]
fn odd_addresses_of_real_pages_show_them_or_the_page_for_unknown_ones() {
    browse(|browser| {
        browser.tolerate("404");
        for path in [
            "/roles/",
            "/roles?a=%",
            "/roles#%",
            "/quiz?for=%ff%fe",
            "/officers?role=%00",
            "/Roles",
            "/roles;x",
            "/roles%2Fpc",
        ] {
            browser.open(path);
            let heading = browser.heading();
            assert!(
                !heading.is_empty()
                    && !browser.is("document.documentElement.hasAttribute('data-failed')"),
                "{path}"
            );
        }
    });
}

/// REQ-SEC-12: elements with the names of globals do not stop the start.
#[test]
fn elements_named_like_globals_do_not_stop_the_start() {
    let server = Server::changing(|path, answer| {
        if path != "/roles" {
            return answer;
        }
        answer.replace("<body>", "<body><a id=\"wasm_bindgen\"></a><a id=\"config\"></a><a id=\"failed\"></a><form name=\"app\"></form>")
    });
    browse(|browser| {
        browser.open(&format!("{}/roles", server.origin));
        browser.click_text(&label("nav-rules"));
        browser.wait("location.pathname === '/rules'");
        assert_eq!(browser.heading(), label("rules-heading"));
    });
}

/// REQ-SEC-7, REQ-PRV-10: a visit asks for the page, its style, loader, Wasm and pack, each once, and nothing else.
#[test]
fn a_visit_asks_for_nothing_twice_and_for_nothing_else() {
    browse(|browser| {
        browser.open("/quiz");
        browser.wait("performance.getEntriesByType('resource').length >= 4");
        let mut asked = browser.requests();
        asked.retain(|request| request.starts_with("GET http"));
        let site = &product().site;
        assert!(
            asked.iter().all(|request| request.starts_with(&format!("GET {site}/"))),
            "{asked:?}"
        );
        let mut once = asked.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), asked.len(), "something is asked for twice: {asked:#?}");
        assert!(asked.len() <= 8, "{asked:#?}");
    });
}
