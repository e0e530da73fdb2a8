//! What a browser holds after many visitors of a public screen.
//!
//! A short test, and a measurement that `cargo xtask bench kiosk` runs; `RX_SESSIONS` says how many
//! visitors come to that.

use std::path::Path;

use serde_json::json;

use crate::browser::{Browser, browse};
use crate::product::{label, product};

/// How the screen goes from one visitor to the next.
#[derive(Clone, Copy)]
enum End {
    /// Somebody presses "Start again".
    Button,
    /// Nobody is there any more.
    Idle,
    /// The next visitor goes on where the last one stood.
    Nothing,
}

/// Lets a minute and a half pass in an instant once `seen.isOver` is set.
const CLOCK: &str = "const later = setTimeout;
    window.setTimeout = (act, time, ...rest) => later(act, seen.isOver ? time / 10000 : time, ...rest);";

/// A visitor: some pages, then the quiz up to its third question.
const VISIT: &str = r#"
    const [end, labels] = arguments;
    const done = arguments[arguments.length - 1];
    const until = async (condition) => {
        const limit = performance.now() + 20000;
        while (!condition()) {
            if (performance.now() > limit) throw new Error(`waited in vain for ${condition}`);
            await new Promise((next) => setTimeout(next, 2));
        }
    };
    const find = (text) => [...document.querySelectorAll("a, button")].find((one) => one.textContent === text);
    const press = (text) => find(text).click();
    const go = async (act) => {
        const { title } = document;
        act();
        await until(() => document.title !== title);
    };
    (async () => {
        for (const name of labels.pages) await go(() => press(name));
        if (!find(labels.start)) {
            // The answers of the last visitor are still there.
            await go(() => press(labels.resume));
            await go(() => press(labels.home));
            return;
        }
        await go(() => press(labels.start));
        await go(() => document.querySelector("form .rx-button").click());
        for (const [field, text] of [["answer-2", "7"], ["answer-3", "1987"]]) {
            document.getElementById(field).value = text;
            document.getElementById(field).dispatchEvent(new InputEvent("input", { bubbles: true }));
        }
        await go(() => press(labels.goOn));
        document.getElementById("answer-1").click();
        await go(() => press(labels.goOn));
        if (end === "button") setTimeout(() => press(labels.reset));
        if (end === "idle") {
            seen.isOver = true;
            document.dispatchEvent(new Event("pointermove"));
        }
        if (end === "nothing") await go(() => press(labels.home));
    })().then(() => done(null), (error) => done(String(error)));
"#;

/// What is held at one moment.
pub struct Held {
    /// Of scripts, in kilobytes.
    pub heap: f64,
    nodes: f64,
    listeners: f64,
    documents: f64,
    resident: f64,
}

/// What a browser holds now, after its rubbish was collected.
pub fn held(browser: &Browser) -> Held {
    for _ in 0..3 {
        browser.cdp("HeapProfiler.collectGarbage", json!({}));
    }
    let answer = browser.cdp("Performance.getMetrics", json!({}));
    let metrics = answer["metrics"].as_array().cloned().unwrap_or_default();
    let metric = |name: &str| {
        let found = metrics.iter().find(|metric| metric["name"] == name);
        found.and_then(|metric| metric["value"].as_f64()).unwrap_or(f64::NAN)
    };
    Held {
        heap: metric("JSHeapUsedSize") / 1024.0,
        nodes: metric("Nodes"),
        listeners: metric("JSEventListeners"),
        documents: metric("Documents"),
        resident: resident(browser.profile()) / 1024.0,
    }
}

/// Memory of all processes of a browser in kilobytes, pages that they share counted each time.
pub fn resident(profile: &Path) -> f64 {
    let read =
        |id: &str, file: &str| std::fs::read(format!("/proc/{id}/{file}")).unwrap_or_default();
    let text = |id: &str, file: &str| String::from_utf8_lossy(&read(id, file)).into_owned();
    let of = |text: &str, name: &str| -> Option<String> {
        let line = text.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1).map(str::to_owned)
    };
    let ids: Vec<String> = std::fs::read_dir("/proc")
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    let statuses: Vec<_> = ids.iter().map(|id| (id, text(id, "status"))).collect();
    let profile = profile.to_string_lossy().into_owned();
    let mut family: Vec<String> =
        ids.iter().filter(|id| text(id, "cmdline").contains(&profile)).cloned().collect();
    // Children of children are found in the next round.
    for _ in 0..4 {
        for (id, status) in &statuses {
            let is_child = of(status, "PPid:").is_some_and(|parent| family.contains(&parent));
            if is_child && !family.contains(id) {
                family.push((*id).clone());
            }
        }
    }
    let sizes = statuses.iter().filter(|(id, _)| family.contains(id));
    sizes.filter_map(|(_, status)| of(status, "VmRSS:")?.parse::<f64>().ok()).sum()
}

/// Lets so many visitors pass, and prints what is held on the way.
fn measure(name: &str, end: End, sessions: usize) {
    let end_name = match end {
        End::Button => "button",
        End::Idle => "idle",
        End::Nothing => "nothing",
    };
    let pages = ["nav-officers", "nav-rules", "nav-roles", "nav-quiz"].map(label);
    let labels = json!({
        "pages": pages, "start": label("quiz-start"), "resume": label("quiz-resume"), "goOn": label("continue"),
        "reset": label("kiosk-reset"), "home": label("product"),
    });
    browse(|browser| {
        browser.before_each_page(CLOCK);
        browser.cdp("Performance.enable", json!({}));
        browser.open(&format!("file://{}", product().kiosk));
        println!("{name}");
        println!("  sessions   heap kB   nodes  listeners  documents  processes MB");
        for session in 0..=sessions {
            if session == 0
                || session == sessions / 10
                || session == sessions / 2
                || session == sessions
            {
                let Held { heap, nodes, listeners, documents, resident } = held(browser);
                println!(
                    "  {session:>8}{heap:>10.0}{nodes:>8.0}{listeners:>11.0}{documents:>11.0}{resident:>14.0}"
                );
            }
            if session == sessions {
                break;
            }
            browser.run("window.isOld = true");
            let said = browser.run_later_with(VISIT, vec![json!(end_name), labels.clone()]);
            assert_eq!(said, json!(null), "session {session}");
            if !matches!(end, End::Nothing) {
                browser.wait("!window.isOld").wait_ready();
            }
            assert_eq!(browser.heading(), label("start-heading"));
            if session % 20 == 0 {
                // The driver keeps both logs until they are read.
                browser.requests();
                assert_eq!(browser.console(), Vec::<String>::new());
            }
        }
    });
}

/// REQ-KSK-12, as far as a minute can show it: pages that were left are let go.
#[test]
fn what_was_left_is_let_go() {
    browse(|browser| {
        browser.cdp("Performance.enable", json!({}));
        browser.open("/kiosk");
        let round = || {
            for key in ["nav-officers", "nav-rules", "nav-roles", "product"] {
                let before = browser.text("document.title");
                browser.click_text(&label(key));
                browser.wait(&format!(
                    "document.title !== {before:?} && document.activeElement.matches('main h1')"
                ));
            }
        };
        // The first round makes what stays.
        round();
        let before = held(browser);
        (0..4).for_each(|_| round());
        let after = held(browser);
        assert!(
            after.nodes < before.nodes + 200.0,
            "{} elements, then {}",
            before.nodes,
            after.nodes
        );
        assert!(
            after.listeners <= before.listeners + 1.0,
            "{} listeners, then {}",
            before.listeners,
            after.listeners
        );
    });
}

/// What a public screen holds after many visitors.
#[test]
#[ignore = "a measurement of several minutes: cargo xtask bench kiosk"]
fn after_many_visitors() {
    let sessions = std::env::var("RX_SESSIONS").ok().and_then(|text| text.parse().ok());
    let sessions = sessions.unwrap_or(1000);
    measure("the reset button", End::Button, sessions);
    measure("nobody there: reset by itself", End::Idle, sessions);
    measure("no reset at all", End::Nothing, sessions);
}
