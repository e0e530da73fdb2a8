//! A real browser, driven over WebDriver with plain calls that wait for what they need.
//!
//! Starting a browser takes a second, so tests that follow each other share one;
//! each gets a tab of its own with nothing stored. When no test is running any
//! more, the browsers are closed. Every page sees the same day, so that a verdict
//! does not change with the calendar.

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::error::WebDriverResult;
use thirtyfour::prelude::*;
use tokio::runtime::Runtime;

use crate::must;
use crate::product::product;

/// The day that every page sees, at noon.
pub const TODAY: &str = "2026-11-21";
/// What the console may always say.
const TOLERATED: &[&str] = &["favicon.ico", "is currently ignored for preload destinations"];
/// How long a condition is waited for: on a machine that builds something else as well, too.
const PATIENCE: Duration = Duration::from_secs(60);

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut builder = tokio::runtime::Builder::new_multi_thread();
    must(builder.worker_threads(1).enable_all().build(), "starting tokio")
});
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
static BUSY: AtomicUsize = AtomicUsize::new(0);

/// A browser with one tab.
pub struct Browser {
    driver: WebDriver,
    profile: PathBuf,
    /// What the console may say in this test, beside nothing.
    tolerated: RefCell<Vec<String>>,
}

/// Runs a test in a tab of its own. Afterwards the console must be empty, and no
/// request may have gone anywhere but to this machine.
pub fn browse(test: impl FnOnce(&Browser)) {
    BUSY.fetch_add(1, Ordering::SeqCst);
    let idle = must(IDLE.lock(), "the idle browsers").pop();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        let browser = idle.unwrap_or_else(Browser::start);
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            browser.begin();
            test(&browser);
            browser.assert_clean();
        }));
        (browser, outcome)
    }));
    let is_last = BUSY.fetch_sub(1, Ordering::SeqCst) == 1;
    let mut over = Vec::new();
    let outcome = outcome.and_then(|(browser, outcome)| {
        let mut idle = must(IDLE.lock(), "the idle browsers");
        if outcome.is_ok() {
            idle.push(browser)
        } else {
            over.push(browser)
        }
        if is_last {
            over.append(&mut idle);
        }
        outcome
    });
    over.into_iter().for_each(Browser::quit);
    if let Err(reason) = outcome {
        resume_unwind(reason);
    }
}

impl Browser {
    fn start() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::SeqCst);
        let name = format!("rx-browser-{}-{number}", std::process::id());
        let profile = std::env::temp_dir().join(name);
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Tests change addresses faster than a visitor could.
            "--disable-ipc-flooding-protection",
            &format!("--user-data-dir={}", profile.display()),
        ];
        let mut capabilities = thirtyfour::Capabilities::new();
        for (name, value) in [
            ("browserName", json!("chrome")),
            ("unhandledPromptBehavior", json!("accept")),
            ("goog:chromeOptions", json!({ "args": arguments })),
            ("goog:loggingPrefs", json!({ "performance": "ALL", "browser": "ALL" })),
        ] {
            must(capabilities.set(name, value), name);
        }
        let driver = wait_for(WebDriver::new(&product().driver, capabilities));
        let driver = must(driver, "starting Chromium");
        let patience = wait_for(driver.set_script_timeout(Duration::from_secs(120)));
        must(patience, "setting the time for scripts");
        Self { driver, profile, tolerated: RefCell::default() }
    }

    fn quit(self) {
        // The test that used it has already said what went wrong.
        let _ = wait_for(self.driver.quit());
        let _ = std::fs::remove_dir_all(&self.profile);
    }

    /// A fresh tab, and nothing left of the test before.
    fn begin(&self) {
        let old = must(wait_for(self.driver.windows()), "the open tabs");
        let new = must(wait_for(self.driver.new_tab()), "a new tab");
        for tab in old {
            must(wait_for(self.driver.switch_to_window(tab)), "switching tabs");
            must(wait_for(self.driver.close_window()), "closing a tab");
        }
        must(wait_for(self.driver.switch_to_window(new)), "switching tabs");
        let everything = json!({ "origin": product().site, "storageTypes": "all" });
        self.cdp("Storage.clearDataForOrigin", everything);
        self.cdp("Network.clearBrowserCache", json!({}));
        self.on_day(TODAY);
        self.tolerated.take();
        self.requests();
        self.console();
    }

    /// Lets pages believe that it is this day.
    pub fn on_day(&self, day: &str) {
        self.before_each_page(&include_str!("every_page.js").replace("DAY", day));
    }

    /// Runs a script in each page before the page's own.
    pub fn before_each_page(&self, script: &str) {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }));
    }

    /// Lets the console say this once the test is over; anything else fails the test.
    pub fn tolerate(&self, part: &str) {
        self.tolerated.borrow_mut().push(part.to_owned());
    }

    /// Opens a page and waits until the app has taken over.
    pub fn open(&self, address: &str) -> &Self {
        self.open_early(address);
        self.wait_ready();
        self
    }

    /// Opens a page; the app may not have started yet.
    pub fn open_early(&self, address: &str) -> &Self {
        let is_path = address.starts_with('/');
        let address =
            if is_path { format!("{}{address}", product().site) } else { address.to_owned() };
        must(wait_for(self.driver.goto(&address)), &address);
        self
    }

    /// Waits until the app has taken over.
    pub fn wait_ready(&self) -> &Self {
        self.wait("document.documentElement.hasAttribute('data-ready')")
    }

    /// Waits until a JavaScript expression holds.
    pub fn wait(&self, condition: &str) -> &Self {
        let script = format!("try {{ return Boolean({condition}) }} catch {{ return false }}");
        let begin = Instant::now();
        // While a page is being left, nothing can be asked of it.
        while !self.try_run(&script, vec![]).is_ok_and(|value| value == json!(true)) {
            if begin.elapsed() > PATIENCE {
                panic!("waited in vain for {condition}\n{}", self.describe());
            }
            look_again();
        }
        self
    }

    /// What a script gives back.
    pub fn run(&self, script: &str) -> Value {
        self.run_with(script, vec![])
    }

    /// What a script gives back; `arguments` are its `arguments`.
    pub fn run_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.try_run(script, arguments)
            .unwrap_or_else(|error| panic!("{script}\n{error}\n{}", self.describe()))
    }

    fn try_run(&self, script: &str, arguments: Vec<Value>) -> WebDriverResult<Value> {
        wait_for(self.driver.execute(script, arguments)).map(|value| value.json().clone())
    }

    /// What a script hands to its last argument, a function, later on.
    pub fn run_later(&self, script: &str) -> Value {
        self.run_later_with(script, vec![])
    }

    /// The same; `arguments` stand before that function.
    pub fn run_later_with(&self, script: &str, arguments: Vec<Value>) -> Value {
        let value = wait_for(self.driver.execute_async(script, arguments));
        must(value, script).json().clone()
    }

    /// Shows pages one after the other without loading another document, as Back does; tells
    /// what `look`, the body of a function, gives back for each, if anything.
    pub fn tour(&self, paths: &[String], look: &str) -> Vec<String> {
        let script = format!("const look = () => {{ {look} }};\n{}", include_str!("tour.js"));
        let found = self.run_later_with(&script, vec![json!(paths)]);
        must(serde_json::from_value(found), "what was found on the way")
    }

    /// The value of a JavaScript expression as text.
    pub fn text(&self, expression: &str) -> String {
        let value = self.run(&format!("return {expression}"));
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }

    /// Whether a JavaScript expression holds.
    pub fn is(&self, expression: &str) -> bool {
        self.run(&format!("return Boolean({expression})")) == json!(true)
    }

    /// The texts of all elements that a selector names.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]\
            .map((element) => element.textContent.trim().replace(/\\s+/g, ' '))";
        let values = self.run_with(script, vec![json!(selector)]);
        must(serde_json::from_value(values), selector)
    }

    /// The text of the page's heading.
    pub fn heading(&self) -> String {
        self.texts("main h1").concat()
    }

    /// Presses an element as a visitor does.
    pub fn click(&self, selector: &str) -> &Self {
        self.press(By::Css(selector.to_owned()), selector)
    }

    /// Presses the link or button with this text.
    pub fn click_text(&self, text: &str) -> &Self {
        let quoted = format!("\"{text}\"");
        let path =
            format!("//*[self::a or self::button or self::summary][normalize-space(.)={quoted}]");
        self.press(By::XPath(path), text)
    }

    fn press(&self, by: By, name: &str) -> &Self {
        let begin = Instant::now();
        loop {
            let outcome = wait_for(async {
                let element = self.driver.find(by.clone()).await?;
                element.click().await
            });
            match outcome {
                Ok(()) => return self,
                // A page that is just being shown may not have it yet, or replace it.
                Err(error) if begin.elapsed() > PATIENCE => {
                    panic!("pressing {name}: {error}\n{}", self.describe())
                }
                Err(_) => look_again(),
            }
        }
    }

    /// Types into a field, in place of what stands there.
    pub fn type_into(&self, selector: &str, text: &str) -> &Self {
        let outcome = wait_for(async {
            let field = self.driver.find(By::Css(selector)).await?;
            field.send_keys(Key::Control + "a").await?;
            field.send_keys(if text.is_empty() { Key::Delete + "" } else { text.into() }).await
        });
        must(outcome, &format!("typing into {selector}"));
        self
    }

    /// Types where the focus is.
    pub fn keys(&self, keys: impl Into<thirtyfour::common::keys::TypingData>) -> &Self {
        let actions = self.driver.action_chain().send_keys(keys);
        must(wait_for(actions.perform()), "typing");
        self
    }

    /// Goes back as the browser's own button does.
    pub fn back(&self) -> &Self {
        must(wait_for(self.driver.back()), "going back");
        self
    }

    /// Loads the page again.
    pub fn reload(&self) -> &Self {
        must(wait_for(self.driver.refresh()), "loading again");
        self.wait_ready()
    }

    /// Looks into a frame from now on.
    pub fn enter_frame(&self, selector: &str) -> &Self {
        let outcome =
            wait_for(async { self.driver.find(By::Css(selector)).await?.enter_frame().await });
        must(outcome, selector);
        self
    }

    /// Presses the heading until the frame is the one in use: one of another process may be pressed
    /// by the driver before the browser has put it in use, which then takes the focus away again.
    pub fn use_frame(&self) -> &Self {
        let begin = Instant::now();
        while !self.click("main h1").is("document.hasFocus()") {
            assert!(begin.elapsed() < PATIENCE, "never in use: {}", self.describe());
            look_again();
        }
        self
    }

    /// Looks at the page around the frame again.
    pub fn leave_frame(&self) -> &Self {
        must(wait_for(self.driver.enter_default_frame()), "leaving the frame");
        self
    }

    /// Sends a command of the DevTools protocol.
    pub fn cdp(&self, method: &str, parameters: Value) -> Value {
        must(wait_for(self.driver.cdp().send_raw(method, parameters)), method)
    }

    /// Shows pages on a screen of this size.
    pub fn screen(&self, width: u32, height: u32) -> &Self {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size);
        self
    }

    /// Shows pages as somebody wants them who prefers `light` or `dark`, and nothing that moves.
    pub fn scheme(&self, scheme: &str) -> &Self {
        let features = json!([
            { "name": "prefers-color-scheme", "value": scheme },
            { "name": "prefers-reduced-motion", "value": "reduce" },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features }));
        self
    }

    /// Every request since the last time this was asked: method, address and content.
    pub fn requests(&self) -> Vec<String> {
        self.log("performance").iter().filter_map(|entry| request(entry)).collect()
    }

    /// The folder that this browser alone uses.
    pub fn profile(&self) -> &Path {
        &self.profile
    }

    /// Everything that the console said since the last time this was asked.
    pub fn console(&self) -> Vec<String> {
        self.log("browser")
    }

    fn log(&self, kind: &str) -> Vec<String> {
        let entries = must(wait_for(self.driver.get_log(kind)), "reading a log");
        entries.into_iter().map(|entry| entry.message).collect()
    }

    /// Nothing on the console, and no request to anywhere else.
    fn assert_clean(&self) {
        let tolerated = self.tolerated.borrow();
        let said: Vec<String> = self
            .console()
            .into_iter()
            .filter(|line| !tolerated.iter().any(|part| line.contains(part)))
            .filter(|line| !TOLERATED.iter().any(|part| line.contains(part)))
            .collect();
        assert!(said.is_empty(), "the console says:\n{}", said.join("\n"));
        let elsewhere: Vec<String> =
            self.requests().into_iter().filter(|request| !is_of_this_machine(request)).collect();
        assert!(elsewhere.is_empty(), "requests to elsewhere:\n{}", elsewhere.join("\n"));
    }

    /// Where the browser is, for a message.
    fn describe(&self) -> String {
        let script = "return `${location.href}\n${document.title}\n${document.querySelector('main h1')?.textContent}\n${document.readyState} ${JSON.stringify(document.documentElement.dataset)} ${performance.getEntriesByType('resource').map(({ name, duration }) => `${name} ${duration}`)}`";
        let place = self.try_run(script, vec![]).unwrap_or_default();
        format!("at {}", place.as_str().unwrap_or("a page that cannot be asked"))
    }
}

/// The moment between two looks at a condition.
fn look_again() {
    wait_for(async { tokio::time::sleep(Duration::from_millis(15)).await });
}

fn wait_for<T>(future: impl Future<Output = T>) -> T {
    RUNTIME.block_on(future)
}

/// Method, address and content of a request, if an entry of the log is one.
fn request(entry: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = &entry["message"];
    if message["method"] != "Network.requestWillBeSent" {
        return None;
    }
    let request = &message["params"]["request"];
    let part = |name: &str| request[name].as_str().unwrap_or_default();
    Some(format!("{} {} {}", part("method"), part("url"), part("postData")).trim_end().to_owned())
}

fn is_of_this_machine(request: &str) -> bool {
    let address = request.split(' ').nth(1).unwrap_or_default();
    let schemes = ["data:", "blob:", "about:", "file:", "chrome://newtab", "chrome://new-tab-page"];
    schemes.iter().any(|scheme| address.starts_with(scheme))
        || address.starts_with("http://127.0.0.1:")
}
