//! The explorer inside pages of other people: what they see, what they are told, what
//! they cannot do.

use serde_json::{Value, json};

use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{label, product};
use crate::server::{Answer, Server};

/// Keeps every message that the host page gets.
const LISTEN: &str = r#"
    if (window === top) {
        seen.messages = [];
        seen.events = [];
        addEventListener("message", ({ origin, data }) => seen.messages.push({ origin, data }));
        for (const name of ["rx-ready", "rx-started", "rx-completed"]) {
            addEventListener(name, () => seen.events.push(name));
        }
    }
"#;

const FRAME: &str = "recruitment-explorer iframe";

/// A page of somebody else's under a policy of its own.
fn host(policy: &str, body: &str) -> Server {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><title>Somebody else</title><link rel=\"icon\" href=\"data:,\">\
         <script src=\"{}/embed.js\" defer></script></head><body><h1>Somebody else</h1>{body}<p>After</p></body></html>",
        product().site
    );
    let policy = policy.replace("APP", &product().site);
    Server::start(move |path| match path {
        "/" => {
            let mut page = Answer::page(&html);
            page.headers.push(("Content-Security-Policy".to_owned(), policy.clone()));
            page
        }
        _ => Answer::missing(),
    })
}

/// As strict as a host can be.
const STRICT: &str = "default-src 'none'; script-src APP; img-src data:; frame-src APP";
/// A host that also looks at other frames.
const LAX: &str = "default-src * data: 'unsafe-inline'";

fn element(attributes: &str) -> String {
    format!(
        "<recruitment-explorer {attributes}><a href=\"{}\">Open it</a></recruitment-explorer>",
        product().site
    )
}

/// Waits until the frame has said that it is ready.
fn wait_for_frame(browser: &Browser) {
    browser.wait("document.querySelector('recruitment-explorer a').hidden");
}

/// REQ-EMB-1, REQ-EMB-5, REQ-EMB-6: the sample page that `cargo xtask serve` shows.
#[test]
fn the_sample_page_shows_the_explorer_in_place_of_the_link() {
    browse(|browser| {
        browser.open_early(&product().host);
        wait_for_frame(browser);
        let frame = |name: &str| {
            browser.text(&format!("document.querySelector({FRAME:?}).getAttribute({name:?})"))
        };
        assert_eq!(frame("sandbox"), "allow-scripts allow-same-origin allow-popups");
        assert_eq!(frame("allow"), "");
        assert!(!frame("title").is_empty());
        browser.enter_frame(FRAME);
        assert_eq!(browser.heading(), label("start-heading"));
        assert!(!browser.is("document.querySelector('.rx-site-header, .rx-site-footer')"));
        browser.click_text(&label("nav-roles"));
        browser.wait("location.pathname === '/embed/roles'");
        let outside = browser.text(
            "[...document.querySelectorAll('a[href^=http]')].filter((a) => a.target !== '_blank').map((a) => a.href)",
        );
        assert_eq!(outside, "[]", "links that would leave inside the frame");
    });
}

/// REQ-EMB-2, REQ-PRV-14, REQ-EMB-21: no more is needed of the host's policy than script and frame.
#[test]
fn a_strict_host_gets_the_whole_quiz_and_can_read_none_of_it() {
    let host = host(STRICT, &element("page=\"/quiz\""));
    browse(|browser| {
        browser.before_each_page(LISTEN);
        browser.open_early(&host.origin);
        wait_for_frame(browser);
        assert!(browser.is(&format!("document.querySelector({FRAME:?}).contentDocument === null")));
        browser.enter_frame(FRAME);
        let journey = Journey::from_introduction(browser);
        journey.answer_all(&answers(PLAIN, ""));
        journey.to_result();
        assert_eq!(journey.verdicts()["sc"], "eligible");
        assert_eq!(browser.text("seen.violations"), "[]");
        assert_eq!(browser.text("document.cookie"), "");
        browser.leave_frame();
        assert_eq!(browser.text("seen.violations"), "[]");
        assert_eq!(browser.text("seen.events"), "[\"rx-ready\",\"rx-started\",\"rx-completed\"]");
    });
}

/// REQ-EMB-7, REQ-EMB-9, REQ-PRV-13: the same words for everybody, whatever came out.
#[test]
fn a_host_is_told_the_same_whatever_came_out() {
    let host = host(STRICT, &element("page=\"/quiz\""));
    browse(|browser| {
        browser.before_each_page(LISTEN);
        let mut transcripts = Vec::new();
        for other in
            ["", "service=yes served-as=police-other police-lists=barred", "dob=2011-12-24"]
        {
            browser.open_early(&host.origin);
            wait_for_frame(browser);
            browser.enter_frame(FRAME);
            let journey = Journey::from_introduction(browser);
            journey.answer_all(&answers(PLAIN, other));
            journey.to_result();
            browser.leave_frame();
            browser.wait("seen.events.includes('rx-completed')");
            transcripts.push(browser.run("return seen.messages.map(({ data }) => data)"));
            let origins = browser.text("[...new Set(seen.messages.map(({ origin }) => origin))]");
            assert_eq!(origins, json!([product().site]).to_string());
        }
        assert_eq!(transcripts[0], transcripts[1]);
        assert_eq!(transcripts[0], transcripts[2]);
        let messages = transcripts[0].as_array().cloned().unwrap_or_default();
        let kinds: Vec<&str> =
            messages.iter().filter_map(|message| message["type"].as_str()).collect();
        assert_eq!(kinds, ["ready", "height", "started", "completed"]);
        for message in messages {
            assert!(message.to_string().len() <= 200, "{message}");
            let mut keys: Vec<&str> =
                message.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
            keys.retain(|key| *key != "height");
            assert_eq!(keys, ["id", "ns", "type", "v"], "{message}");
            assert!(message["height"].as_u64().is_none_or(|height| height % 100 == 0), "{message}");
        }
    });
}

/// A page that sends all kinds of messages to the page around it and to the frame beside it.
fn hostile() -> Server {
    let html = r#"<!doctype html><title>Hostile</title><script>
        const kinds = ["height", "ready", "started", "completed", "closed", "hello", "navigate", "__proto__", ""];
        const values = [19999, -1, "9999", null, {}, [], 1e9, "javascript:alert(1)"];
        let answers = 0;
        addEventListener("message", () => { answers += 1; });
        for (let n = 0; n < 1000; n += 1) {
            const value = values[n % values.length];
            const message = { ns: "recruitment-explorer", v: 1, id: "rx-1", type: kinds[n % kinds.length],
                height: value, url: "https://example.org/", page: "/quiz", href: "javascript:alert(1)" };
            parent.postMessage(n % 10 === 9 ? value : message, "*");
            parent.frames[0].postMessage(message, "*");
        }
        setTimeout(() => parent.postMessage({ over: true, answers }, "*"), 300);
    </script>"#;
    Server::start(move |_| Answer::page(html))
}

/// REQ-EMB-7, REQ-EMB-8
#[test]
fn forged_messages_achieve_nothing() {
    let hostile = hostile();
    let host = host(LAX, &element("page=\"/roles\""));
    browse(|browser| {
        browser.before_each_page(LISTEN);
        browser.open_early(&host.origin);
        wait_for_frame(browser);
        browser.wait("seen.messages.some(({ data }) => data.type === 'height')");
        let height = format!("document.querySelector({FRAME:?}).style.blockSize");
        let before =
            (browser.text(&height), browser.text("location.href"), browser.text("seen.events"));
        let own = browser.run("return seen.messages.length");
        browser.run(&format!(
            "const frame = document.createElement('iframe'); frame.src = {:?}; document.body.append(frame); \
             for (const height of [150, 19999]) window.postMessage(\
             {{ ns: 'recruitment-explorer', v: 1, id: 'rx-1', type: 'height', height }}, '*')",
            hostile.origin
        ));
        browser.wait("seen.messages.some(({ data }) => data?.over)");
        let after =
            (browser.text(&height), browser.text("location.href"), browser.text("seen.events"));
        assert_eq!(after, before);
        assert_eq!(
            browser.text("seen.messages.find(({ data }) => data?.over).data.answers"),
            "0",
            "the frame answered"
        );
        let from_frame = browser.run(&format!(
            "return seen.messages.filter(({{ origin }}) => origin === {:?}).length",
            product().site
        ));
        assert_eq!(from_frame, own, "the frame told more");
        assert_eq!(browser.text("seen.errors"), "[]");
        browser.enter_frame(FRAME);
        assert_eq!(browser.text("seen.errors"), "[]");
        assert_eq!(browser.heading(), label("roles-heading"));
    });
}

/// REQ-EMB-14, REQ-EMB-15
#[test]
fn the_host_keeps_its_history_its_focus_and_its_place() {
    let host = host(STRICT, &element("page=\"/quiz\""));
    browse(|browser| {
        browser.open_early(&host.origin);
        wait_for_frame(browser);
        let length = browser.run("return history.length");
        assert!(browser.is("document.activeElement === document.body && scrollY === 0"));
        browser.enter_frame(FRAME);
        let journey = Journey::from_introduction(browser);
        journey.answer_until("english", &answers(PLAIN, ""));
        browser.leave_frame();
        let grown = browser.run("return history.length");
        assert_eq!(grown, length, "the quiz grows the host's history");
    });
}

/// REQ-EMB-6
#[test]
fn only_pages_of_the_embed_can_be_framed() {
    browse(|browser| {
        browser.tolerate("frame-ancestors");
        browser.tolerate("X-Frame-Options");
        browser.tolerate("Refused to frame");
        for path in ["/", "/quiz", "/kiosk", "/officers/imran-al-hadad"] {
            let page = format!(
                "<!doctype html><title>x</title><iframe src=\"{}{path}\"></iframe>",
                product().site
            );
            let host = Server::start(move |_| Answer::page(&page));
            browser.open_early(&host.origin);
            browser.enter_frame("iframe");
            assert!(!browser.is("document.querySelector('#app')"), "{path} can be framed");
            browser.leave_frame();
        }
    });
}

/// REQ-EMB-16: what an attribute must not say is left out; the frame stays on our own pages.
#[test]
fn attributes_that_say_something_else_are_left_out() {
    const BAD: &[&str] = &[
        "//example.org",
        "https://example.org/",
        "javascript:alert(1)",
        "/../kiosk",
        "/quiz?for=x#y",
        "/quiz/../..",
        "red;}*{display:none",
        "%2e%2e/kiosk",
        "/officers/a/b",
        "/QUIZ",
    ];
    let bad: String = ["page", "lang", "roles", "min-height"]
        .iter()
        .flat_map(|name| BAD.iter().map(move |value| element(&format!("{name}=\"{value}\""))))
        .collect();
    let host = host(STRICT, &bad);
    browse(|browser| {
        browser.tolerate("recruitment-explorer> ignores");
        browser.open_early(&host.origin);
        browser.wait(&format!("document.querySelectorAll({FRAME:?}).length === 40"));
        let sources = browser.text(&format!(
            "[...new Set([...document.querySelectorAll({FRAME:?})].map((frame) => frame.src))]"
        ));
        assert_eq!(sources, json!([format!("{}/embed", product().site)]).to_string());
        let heights = browser.text(&format!("[...new Set([...document.querySelectorAll({FRAME:?})].map((frame) => frame.style.blockSize))]"));
        assert!(heights.contains("640px"), "{heights}");
    });
}

/// REQ-EMB-13
#[test]
fn two_on_a_page_know_nothing_of_each_other() {
    let host = host(
        STRICT,
        &[element("page=\"/quiz\""), element("page=\"/quiz\" lang=\"ar-xb\" roles=\"sc\"")]
            .concat(),
    );
    browse(|browser| {
        browser.open_early(&host.origin);
        browser.run("document.querySelectorAll('recruitment-explorer')[1].scrollIntoView()");
        browser.wait(
            "[...document.querySelectorAll('recruitment-explorer a')].every((a) => a.hidden)",
        );
        let titles = browser.text(&format!(
            "new Set([...document.querySelectorAll({FRAME:?})].map((frame) => frame.title)).size"
        ));
        assert_eq!(titles, "2");
        browser.enter_frame("recruitment-explorer:first-of-type iframe");
        Journey::from_introduction(browser).answer_until("english", &answers(PLAIN, ""));
        browser.leave_frame().enter_frame("recruitment-explorer:nth-of-type(2) iframe");
        assert_eq!(browser.text("document.documentElement.dir"), "rtl");
        assert_eq!(browser.text("location.search"), "?for=sc");
        assert!(
            browser.is("document.querySelector('[data-replay]')"),
            "the other one was started too"
        );
    });
}

/// REQ-EMB-12
#[test]
fn far_below_the_fold_nothing_is_fetched() {
    let spacer = "<svg width=\"10\" height=\"9000\"></svg>";
    let host = host(STRICT, &format!("{spacer}{}", element("")));
    browse(|browser| {
        browser.screen(1280, 800).open_early(&host.origin);
        browser.wait(&format!("document.querySelector({FRAME:?})"));
        let asked = browser.requests();
        let app: Vec<_> =
            asked.iter().filter(|request| request.contains(&product().site)).collect();
        assert_eq!(app, [&format!("GET {}/embed.js", product().site)]);
        browser.run("document.querySelector('recruitment-explorer').scrollIntoView()");
        wait_for_frame(browser);
    });
}

/// REQ-EMB-19, REQ-EMB-20: the link is there as long as the frame has not answered.
#[test]
fn a_frame_that_does_not_answer_leaves_the_link_standing() {
    let silent = Server::start(|path| match path {
        "/embed.js" => crate::server::get(&format!("{}/embed.js", product().site)),
        "/" => Answer::page(
            "<!doctype html><title>x</title><script src=\"/embed.js\" defer></script>\
             <recruitment-explorer><a href=\"/there\">Open it</a></recruitment-explorer>",
        ),
        _ => Answer::page("<!doctype html><title>nothing</title>"),
    });
    browse(|browser| {
        // Here the embed's script comes from the host itself.
        browser.tolerate("can escape its sandboxing");
        // Ten seconds of patience pass in one.
        browser.before_each_page(
            "const later = setTimeout; window.setTimeout = (act, time) => later(act, time / 10);",
        );
        browser.open_early(&silent.origin);
        browser.wait(&format!("document.querySelector({FRAME:?})"));
        assert!(browser.is("document.querySelector('a').checkVisibility()"));
        browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
        browser.open_early(&silent.origin);
        assert!(!browser.is(&format!("document.querySelector({FRAME:?})")));
        assert!(
            browser.is("document.querySelector('a').checkVisibility()"),
            "without script there is no link"
        );
        browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false }));
    });
}

/// REQ-EMB-18
#[test]
fn what_is_taken_out_leaves_nothing_behind() {
    let host = host(STRICT, &element(""));
    browse(|browser| {
        // A frame that is taken out ends the requests that it has begun.
        browser.tolerate("Fetch API cannot load");
        browser.before_each_page(
            "seen.listening = 0;
             const { addEventListener: add, removeEventListener: remove } = window;
             window.addEventListener = function (kind, ...rest) { if (kind === 'message') seen.listening += 1; return add.call(this, kind, ...rest); };
             window.removeEventListener = function (kind, ...rest) { if (kind === 'message') seen.listening -= 1; return remove.call(this, kind, ...rest); };",
        );
        browser.open_early(&host.origin);
        browser.wait(&format!("document.querySelector({FRAME:?})"));
        assert_eq!(browser.text("seen.listening"), "1");
        browser.run(
            "const element = document.querySelector('recruitment-explorer');
             for (let n = 0; n < 100; n += 1) { element.remove(); document.body.append(element); }
             element.remove();",
        );
        assert_eq!(browser.text("seen.listening"), "0");
        assert_eq!(browser.text("document.querySelectorAll('iframe').length"), "0");
    });
}

/// REQ-EMB-3, REQ-EMB-4: a plain frame, and one without an origin of its own (as WordPress makes them).
#[test]
fn a_plain_frame_and_a_sandboxed_one_give_the_quiz() {
    for sandbox in ["", "sandbox=\"allow-scripts\""] {
        let page = format!(
            "<!doctype html><title>x</title><link rel=\"icon\" href=\"data:,\">\
             <iframe src=\"{}/embed/quiz\" title=\"Quiz\" width=\"320\" height=\"480\" {sandbox}></iframe>",
            product().site
        );
        let host = Server::start(move |_| Answer::page(&page));
        browse(|browser| {
            browser.open_early(&host.origin).enter_frame("iframe");
            browser.wait_ready().use_frame();
            let journey = Journey::from_introduction(browser);
            journey.answer_all(&answers(PLAIN, ""));
            journey.to_result();
            assert_eq!(journey.verdicts()["sc"], "eligible");
        });
    }
}

/// REQ-EMB-10, REQ-EMB-11: one height a page, and the host's page does not jump.
#[test]
fn heights_settle_at_every_width() {
    // The host keeps the room free in its own style, as docs/embedding.md says.
    let reserve = "style=\"display: block; min-height: 900px\"";
    let long = host(LAX, &element(&format!("page=\"/roles/pc\" {reserve}")));
    let quiz = host(LAX, &element(&format!("page=\"/quiz\" {reserve}")));
    browse(|browser| {
        browser.before_each_page(LISTEN);
        browser.before_each_page(
            "seen.moved = 0; new PerformanceObserver((list) => { for (const { value } of list.getEntries()) seen.moved += value; })\
             .observe({ type: 'layout-shift', buffered: true });",
        );
        for (width, host) in [(280, &long), (320, &quiz), (768, &long), (1200, &quiz)] {
            browser.screen(width, 800).open_early(&host.origin);
            wait_for_frame(browser);
            browser.wait("seen.messages.some(({ data }) => data.type === 'height')");
            // A hundred frames later nothing has been added.
            browser.run_later(
                "const done = arguments[0]; let left = 100; (function next() { left -= 1; left ? requestAnimationFrame(next) : done(); })()",
            );
            let heights =
                browser.run("return seen.messages.map(({ data }) => data.height).filter(Boolean)");
            let heights: Vec<u64> =
                heights.as_array().into_iter().flatten().filter_map(Value::as_u64).collect();
            assert!((1..=3).contains(&heights.len()), "{width} px: {heights:?}");
            assert!(
                heights.iter().all(|height| height % 100 == 0 && *height <= 20_000),
                "{width} px: {heights:?}"
            );
            let moved = browser.run("return seen.moved").as_f64().unwrap_or_default();
            let is_quiz = host.origin == quiz.origin;
            assert!(!is_quiz || moved <= 0.02, "{width} px: the host's page moves by {moved}");
        }
    });
}
