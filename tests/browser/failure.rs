//! When something is broken: a page that can be read, with a way on, and nothing runs on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{label, product};
use crate::server::{Answer, Server};

/// Flips one bit in the middle of a file.
fn tampered(mut answer: Answer) -> Answer {
    let middle = answer.body.len() / 2;
    answer.body[middle] ^= 1;
    answer
}

/// The page says in words that the quiz cannot run here, what was there can still be
/// read, and the way on leads to a working page once the fault is mended.
fn check_start(change: impl Fn(&str, Answer) -> Answer + Send + Sync + 'static) {
    let is_broken = Arc::new(AtomicBool::new(true));
    let server = Server::changing({
        let is_broken = is_broken.clone();
        move |path, answer| {
            if is_broken.load(Ordering::SeqCst) { change(path, answer) } else { answer }
        }
    });
    browse(|browser| {
        for said in ["integrity", "Failed to load resource", "preload"] {
            browser.tolerate(said);
        }
        for page in ["/quiz", "/embed/quiz", "/kiosk/roles/pc"] {
            is_broken.store(true, Ordering::SeqCst);
            browser.open_early(&format!("{}{page}", server.origin));
            browser.wait("document.documentElement.dataset.failed === 'starting'");
            assert!(browser.is("performance.now() < 5000"), "{page}: it took too long to say so");
            assert!(
                !browser.is("document.documentElement.hasAttribute('data-ready')"),
                "{page} runs"
            );
            assert_way_on(browser);
            let page_text = browser.text("document.querySelector('main').innerText.length");
            assert!(
                page_text.parse::<usize>().unwrap_or_default() > 200,
                "{page} cannot be read any more"
            );
            is_broken.store(false, Ordering::SeqCst);
            browser.click("#rx-failed [data-restart]");
            browser.wait_ready();
        }
    });
}

/// The message for a broken page is there, in words, with a link.
fn assert_way_on(browser: &Browser) {
    assert!(browser.is("document.querySelector('#rx-failed').checkVisibility()"));
    assert_eq!(
        browser.text("document.querySelector('#rx-failed h1, #rx-failed h2').textContent"),
        label("failed-heading")
    );
    assert_eq!(
        browser.text("document.querySelector('#rx-failed [data-restart]').textContent"),
        label("failed-restart")
    );
}

fn is_asset(path: &str, name: &str, kind: &str) -> bool {
    path.starts_with(&format!("/assets/{name}.")) && path.ends_with(kind)
}

/// REQ-SEC-4, REQ-A11Y-18
#[test]
fn a_changed_wasm_does_not_run() {
    check_start(
        |path, answer| if is_asset(path, "app", ".wasm") { tampered(answer) } else { answer },
    );
}

/// REQ-SEC-4
#[test]
fn a_changed_pack_is_not_used() {
    check_start(
        |path, answer| if is_asset(path, "pack", ".json") { tampered(answer) } else { answer },
    );
}

/// REQ-A11Y-18
#[test]
fn without_the_pack_the_page_says_so() {
    check_start(
        |path, answer| if is_asset(path, "pack", ".json") { Answer::missing() } else { answer },
    );
}

/// REQ-A11Y-18
#[test]
fn without_the_wasm_the_page_says_so() {
    check_start(
        |path, answer| if is_asset(path, "app", ".wasm") { Answer::missing() } else { answer },
    );
}

/// A pack of another version is refused even where no hash gives it away.
#[test]
fn a_pack_of_another_version_is_refused() {
    check_start(|path, answer| {
        if is_asset(path, "pack", ".json") {
            return answer.replace("\"rx-pack/", "\"rx-pack/9");
        }
        let is_page =
            answer.header("Content-Type").is_some_and(|kind| kind.starts_with("text/html"));
        if !is_page {
            return answer;
        }
        let text = answer.text();
        let hash = text.split("/assets/pack.").nth(1).and_then(|rest| rest.split("sha384-").nth(1));
        let hash = hash.and_then(|rest| rest.split('"').next()).unwrap_or_default();
        let without =
            text.replace(&format!("\"integrity\":\"sha384-{hash}\""), "\"integrity\":\"\"");
        Answer { body: without.into_bytes(), ..answer }
    });
}

/// REQ-SEC-4, REQ-A11Y-18: without its loader a page cannot even say so, but can be read and left.
#[test]
fn a_changed_loader_does_not_run_and_the_page_can_be_read() {
    let server =
        Server::changing(
            |path, answer| if is_asset(path, "loader", ".js") { tampered(answer) } else { answer },
        );
    browse(|browser| {
        for said in ["integrity", "preload"] {
            browser.tolerate(said);
        }
        browser.open_early(&format!("{}/roles/pc", server.origin));
        browser.wait("document.readyState === 'complete'");
        assert!(
            !browser
                .is("document.documentElement.hasAttribute('data-ready') || window.wasm_bindgen")
        );
        assert!(browser.is("document.querySelector('main').innerText.length > 500"));
        browser.click_text(&label("nav-rules"));
        browser.wait("location.pathname === '/rules'");
    });
}

/// REQ-A11Y-18: with script turned off everything but the quiz can be read, and the page says so.
#[test]
fn without_script_pages_can_be_read_and_say_what_is_missing() {
    browse(|browser| {
        browser.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true }));
        for path in ["/", "/officers/imran-al-hadad", "/roles/pc", "/rules", "/figures", "/quiz"] {
            browser.open_early(path);
            assert!(
                browser.is("document.querySelector('noscript, .rx-noscript')?.checkVisibility()"),
                "{path}"
            );
            assert!(browser.is("document.querySelector('main').innerText.length > 300"), "{path}");
        }
        let requirements =
            browser.text("document.querySelectorAll('#requirements ~ details').length");
        assert_eq!(requirements, "14", "the quiz shows what each way in asks for");
        browser.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false }));
    });
}

/// REQ-KSK-14: what broke shows nothing of the visitor any more and is not called again.
#[test]
fn a_broken_app_is_put_aside_and_the_page_offers_a_way_on() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_until("english", &answers(PLAIN, "dob=1987-06-05"));
        browser.run("document.dispatchEvent(new CustomEvent('rx-failed', { detail: 'panic' }))");
        assert_put_aside(browser);
        assert!(!browser.text("document.body.textContent").contains("1987"));
        browser.run("window.isOld = true");
        browser.click("#rx-failed [data-restart]");
        browser.wait("!window.isOld").wait_ready();
        assert_eq!(browser.text("location.pathname"), "/", "the way on leads to the start page");
        assert_eq!(browser.heading(), label("start-heading"));
    });
}

fn assert_put_aside(browser: &Browser) {
    browser.wait("document.documentElement.dataset.failed === 'running'");
    assert_way_on(browser);
    assert!(
        browser.is("document.querySelector('#app').childElementCount === 0"),
        "the app is still shown"
    );
    browser.wait("document.activeElement.matches('#rx-failed h1, #rx-failed h2')");
}

/// REQ-KSK-14: a public screen does not wait for somebody to press a link.
#[test]
fn a_broken_public_screen_starts_again_by_itself() {
    browse(|browser| {
        browser.before_each_page("const later = setTimeout; window.setTimeout = (act, time, ...rest) => later(act, time / 8, ...rest);");
        for address in ["/kiosk/roles".to_owned(), format!("file://{}#/roles", product().kiosk)] {
            browser.open_early("about:blank").open(&address);
            browser.run("window.isOld = true; document.dispatchEvent(new CustomEvent('rx-failed', { detail: 'panic' }))");
            browser.wait("!window.isOld").wait_ready();
            assert_eq!(browser.heading(), label("start-heading"));
        }
    });
}

/// REQ-KSK-14, at start, while rendering and in a click, with panics that are real.
#[test]
fn a_panic_ends_in_a_page_with_a_way_on_wherever_it_happens() {
    let Some(broken) = &product().broken else {
        panic!(
            "RX_BROKEN is not set: this test needs the copy that `cargo xtask test browser` builds with test hooks"
        )
    };
    browse(|browser| {
        browser.tolerate("unreachable");
        browser.tolerate("panicked");
        for (frame, place) in
            [("", "boot"), ("", "render"), ("/kiosk", "boot"), ("/embed", "render")]
        {
            browser.open_early(&format!("{broken}{frame}/quiz?panic={place}"));
            browser.wait("document.documentElement.hasAttribute('data-failed')");
            assert_way_on(browser);
        }
        for frame in ["", "/embed"] {
            browser.open(&format!("{broken}{frame}/quiz?panic=event"));
            browser.click_text(&label("nav-roles"));
            assert_put_aside(browser);
            browser.run(
                "history.pushState({}, '', '?x'); dispatchEvent(new PopStateEvent('popstate'))",
            );
            assert!(
                browser.is("document.querySelector('#app').childElementCount === 0"),
                "it was called again"
            );
        }
    });
}

/// What only later pages need, the rest of the pack or their code, comes late: such a page waits,
/// then has its heading and the focus on it.
#[test]
fn a_page_whose_content_comes_late_is_shown_when_it_comes() {
    for (name, kind) in LATER {
        let server = Server::changing(move |path, answer| {
            if is_asset(path, name, kind) {
                std::thread::sleep(std::time::Duration::from_secs(2));
            }
            answer
        });
        browse(|browser| {
            browser.open(&format!("{}/quiz", server.origin));
            browser.click_text(&label("nav-figures"));
            browser.wait("location.pathname === '/figures'");
            browser.wait(&format!(
                "document.querySelector('main h1').textContent !== {:?}",
                label("loading")
            ));
            assert!(browser.is("document.querySelectorAll('main h1').length === 1"));
            browser.wait("document.activeElement.matches('main h1')");
        });
    }
}

/// It never comes, or is not what it should be: the page says so and offers to load it again.
///
/// REQ-SEC-4
#[test]
fn a_page_whose_content_never_comes_says_so_and_the_others_work() {
    let missing = |_| Answer::missing();
    for ((name, kind), spoil) in [(LATER[0], missing as fn(Answer) -> Answer), (LATER[1], tampered)]
    {
        let server =
            Server::changing(
                move |path, answer| {
                    if is_asset(path, name, kind) { spoil(answer) } else { answer }
                },
            );
        browse(|browser| {
            browser.tolerate("Failed to load resource");
            browser.tolerate("Failed to find a valid digest");
            browser.tolerate("preload");
            browser.tolerate("integrity");
            let journey = Journey::open(browser, &format!("{}/quiz", server.origin));
            journey.answer_all(&answers(PLAIN, ""));
            journey.to_result();
            browser.click_text(&label("nav-figures"));
            browser.wait(&format!(
                "document.querySelector('main h1').textContent === {:?}",
                label("loading")
            ));
            assert!(browser.is("document.querySelector('main a')"), "no way on");
        });
    }
}

/// The files that only later pages need.
const LATER: [(&str, &str); 2] = [("rest", ".json"), ("later", ".wasm")];
