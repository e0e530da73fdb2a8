//! Answers live in memory only: in no address, title, storage or request; and they can be cleared.

use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{framed, label, product};

/// Everything that a page can keep, as text.
fn kept(browser: &Browser) -> Value {
    browser.run_later(
        "const done = arguments[0];
         (async () => {
             const databases = await indexedDB.databases();
             const caches_ = self.caches ? await caches.keys() : [];
             return { local: { ...localStorage }, session: { ...sessionStorage }, cookie: document.cookie,
                 name: window.name, databases, caches: caches_ };
         })().then(done, (error) => done(String(error)));",
    )
}

fn nothing() -> Value {
    json!({ "local": {}, "session": {}, "cookie": "", "name": "", "databases": [], "caches": [] })
}

/// REQ-PRV-2, REQ-PRV-3: after every step nothing is kept, the address is the same, and
/// the title says neither what is asked nor what came out.
#[test]
fn nothing_is_kept_and_nothing_shows_in_address_or_title() {
    const TELLING: &[&str] =
        &["convict", "crime", "health", "disab", "immigra", "visa", "tattoo", "eligib", "record"];
    browse(|browser| {
        for frame in ["", "/embed", "/kiosk"] {
            let journey = Journey::begin(browser, frame);
            let given = answers(PLAIN, "status=time-limited record=custody tattoos=face");
            let check = || {
                assert_eq!(kept(browser), nothing());
                let place = browser.text("location.pathname + location.search + location.hash");
                assert_eq!(place, framed(frame, "/quiz"));
                let title = browser.text("document.title").to_lowercase();
                let telling = TELLING.iter().find(|word| title.contains(*word));
                assert_eq!(telling, None, "the title says {title:?}");
                let state = browser.run("return history.state");
                let keys: Vec<_> =
                    state.as_object().into_iter().flat_map(|state| state.keys()).collect();
                assert!(keys.iter().all(|key| *key == "step"), "{state}");
            };
            while browser.heading() != label("check-heading") {
                check();
                if let Some(question) = journey.question() {
                    journey.enter(&question, &given[&question]);
                }
                journey.press_continue();
            }
            check();
            journey.to_result();
            check();
        }
    });
}

/// REQ-PRV-1: nothing that depends on an answer leaves the device; in fact nothing leaves at all.
#[test]
fn no_answer_causes_a_request() {
    browse(|browser| {
        for other in
            ["", "record=custody status=time-limited dob=2010-01-01", "degree=uk sight=below"]
        {
            let journey = Journey::begin(browser, "");
            browser.requests();
            journey.answer_all(&answers(PLAIN, other));
            journey.to_result();
            assert_eq!(browser.requests(), Vec::<String>::new(), "{other}");
        }
    });
}

/// REQ-PRV-7
#[test]
fn forms_are_not_filled_in_by_the_browser_and_send_nothing() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        let given = answers(PLAIN, "");
        while browser.heading() != label("check-heading") {
            let bad = browser.text(
                "[...document.querySelectorAll('form, input')].filter((element) => element.matches('form') \
                 ? element.autocomplete !== 'off' || element.hasAttribute('action') \
                 : !['', 'answer'].includes(element.name)).map((element) => element.outerHTML)",
            );
            assert_eq!(bad, "[]");
            if let Some(question) = journey.question() {
                journey.enter(&question, &given[&question]);
            }
            journey.press_continue();
        }
    });
}

/// While there is something to lose, leaving asks first; on the site only.
#[test]
fn leaving_asks_first_once_something_was_answered() {
    let asks = |browser: &Browser| {
        browser.is("!window.dispatchEvent(new Event('beforeunload', { cancelable: true }))")
    };
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        assert!(!asks(browser), "nothing was answered yet");
        journey.enter("dob", "1996");
        journey.press_continue();
        assert!(asks(browser));
        browser.click_text(&label("nav-roles"));
        browser.wait("location.pathname === '/roles'");
        assert!(asks(browser), "the answers are still there on another page");
        Journey::begin(browser, "/kiosk").answer_until("status", &answers(PLAIN, ""));
        assert!(!asks(browser), "a public screen clears without asking");
    });
}

/// Reading a page in between loses nothing.
#[test]
fn another_page_in_between_keeps_the_answers() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_until("uk-three-years", &answers(PLAIN, ""));
        browser.click_text(&label("nav-rules"));
        browser.wait("location.pathname === '/rules'");
        browser.click_text(&label("nav-quiz"));
        browser.wait("location.pathname === '/quiz'");
        journey.go_on(|| browser.click_text(&label("quiz-resume")));
        assert_eq!(journey.question().as_deref(), Some("uk-three-years"));
        let asked = journey.answer_all(&answers(PLAIN, ""));
        assert!(!asked.contains(&"status".to_owned()), "asked again");
    });
}

/// REQ-PRV-6
#[test]
fn loading_again_starts_afresh_and_the_introduction_says_so() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        let introduction = label("quiz-reload");
        journey.answer_until("english", &answers(PLAIN, "status=time-limited"));
        browser.reload();
        assert_eq!(browser.heading(), label("quiz-title"));
        assert!(browser.text("document.querySelector('main').textContent").contains(&introduction));
        assert_clean(browser);
        Journey::from_introduction(browser);
        assert_eq!(browser.text("document.getElementById('answer-3').value"), "");
    });
}

/// REQ-PRV-4, REQ-PRV-5: cleared answers are gone from the page, the history, and whatever could keep them.
#[test]
fn clearing_leaves_nothing_to_go_back_to() {
    browse(|browser| {
        for frame in ["", "/embed", "/kiosk"] {
            let journey = Journey::begin(browser, frame);
            journey.answer_until("english", &answers(PLAIN, "dob=1987-06-05 status=time-limited"));
            browser.run("window.isOld = true");
            browser.click_text(&label("clear-answers")).click_text(&label("clear-answers-yes"));
            browser.wait("!window.isOld").wait_ready();
            assert_eq!(browser.heading(), label("quiz-title"), "{frame}");
            assert_clean(browser);
            for _ in 0..6 {
                let length = browser.run("return history.length");
                if !browser.is("location.pathname.endsWith('/quiz')") {
                    break;
                }
                browser.back();
                browser.wait("document.readyState === 'complete'");
                assert_clean(browser);
                assert!(length.is_number());
            }
        }
    });
}

/// No answer on the page and nothing kept.
fn assert_clean(browser: &Browser) {
    if !browser.text("location.href").starts_with("http") {
        return;
    }
    let page = browser.text("document.documentElement.outerHTML");
    for canary in ["1987", "5 June", "rx-standing", "rx-summary", "rx-date-field"] {
        assert!(!page.contains(canary), "{canary:?} is still on the page");
    }
    assert!(!browser.is("document.querySelector('input:checked')"), "a choice is still made");
    assert_eq!(kept(browser), nothing());
}

/// REQ-KSK-24, REQ-EMB-4: a browser that keeps nothing for anybody loses nothing.
#[test]
fn refused_storage_does_no_harm() {
    browse(|browser| {
        browser.before_each_page(
            "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
                 Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });
             }",
        );
        browser.open("/officers");
        let journey = Journey::begin(browser, "");
        journey.answer_all(&answers(PLAIN, ""));
        journey.to_result();
        assert_eq!(browser.text("seen.errors"), "[]");
        assert!(browser.text("location.href").starts_with(&product().site));
    });
}
