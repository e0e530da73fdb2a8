//! Styles that are not ours: what visitors set their browsers to, and what host pages have.

use serde_json::json;

use crate::axe::OVERFLOW;
use crate::browser::{Browser, browse};
use crate::journey::{Journey, PLAIN, answers};
use crate::product::{KINDS, label, product};
use crate::server::{Answer, Server};

/// Text whose box is smaller than it, unless it is for screen readers alone.
const CUT: &str = "
    const isCut = (element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = (value) => ['hidden', 'clip'].includes(value);
        if (element.clientWidth <= 1 || !element.checkVisibility()) return false;
        return hides(overflowX) && element.scrollWidth > element.clientWidth + 1
            || hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
    };
    const cut = [...document.querySelectorAll('body *')].filter(isCut);
    return cut.map((element) => element.outerHTML.slice(0, 100)).join(' ') || null;";

/// Adds a style sheet as a visitor's own does, which no page can refuse.
fn set_style(browser: &Browser, css: &str) {
    let script = "const sheet = new CSSStyleSheet();
        sheet.replaceSync(arguments[0]);
        document.adoptedStyleSheets = [sheet];";
    browser.run_with(script, vec![json!(css)]);
}

/// REQ-A11Y-10: the distances of WCAG 1.4.12 on a narrow screen, and text of twice the size.
#[test]
fn wider_spacing_and_doubled_text_cut_nothing() {
    const SPACED: &str = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; \
        word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
    const DOUBLED: &str = "html { font-size: 200% !important; }";
    browse(|browser| {
        for (width, css) in [(320, SPACED), (640, DOUBLED)] {
            browser.screen(width, 800).open("/roles/sc");
            set_style(browser, css);
            let paths: Vec<String> = KINDS.iter().map(|path| (*path).to_owned()).collect();
            for look in [OVERFLOW, CUT] {
                assert_eq!(browser.tour(&paths, look), Vec::<String>::new(), "{css}");
            }
        }
    });
}

/// REQ-A11Y-11: what tells a choice, the focus and a verdict are things that keep their shape.
#[test]
fn with_forced_colours_choice_focus_and_verdict_can_be_told_apart() {
    browse(|browser| {
        let forced = json!([{ "name": "forced-colors", "value": "active" }]);
        browser.cdp("Emulation.setEmulatedMedia", json!({ "features": forced }));
        let journey = Journey::begin(browser, "");
        assert!(browser.is("matchMedia('(forced-colors: active)').matches"));
        journey.answer_until("status", &answers(PLAIN, ""));
        browser.click("label[for='answer-1']");
        let style = |id: &str, name: &str| {
            browser.text(&format!("getComputedStyle(document.getElementById('{id}')).{name}"))
        };
        // The browser draws the control itself, in the visitor's colours.
        assert_eq!(style("answer-1", "appearance"), "auto");
        assert_eq!(style("answer-1", "forcedColorAdjust"), "auto");
        let outline = "(() => { const { outlineStyle, outlineWidth } = \
            getComputedStyle(document.activeElement.closest('.rx-choices__choice') ?? document.activeElement); \
            return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; })()";
        browser.keys(thirtyfour::Key::Down + "");
        browser.wait("document.querySelector('#answer-2').checked");
        assert!(browser.is(outline), "the focus on a choice is not to be seen");
        browser.keys(thirtyfour::Key::Tab + "");
        assert!(browser.is(outline), "the focus is not to be seen");
        journey.answer_all(&answers(PLAIN, "degree=uk"));
        journey.to_result();
        // A verdict is said in words; its sign has a shape of its own besides.
        let headlines = browser.texts(".rx-result-role__headline");
        assert_eq!(headlines.len(), 14);
        assert!(headlines.iter().all(|headline| !headline.is_empty()));
    });
}

/// REQ-A11Y-22: what assistive technology is told about a question.
#[test]
fn a_question_is_told_as_a_group_of_named_choices() {
    browse(|browser| {
        let journey = Journey::begin(browser, "");
        journey.answer_until("status", &answers(PLAIN, ""));
        let heading = browser.heading();
        let choices = browser.texts(".rx-choices__label");
        let tree = browser.cdp("Accessibility.getFullAXTree", json!({}));
        let nodes = tree["nodes"].as_array().cloned().unwrap_or_default();
        let told: Vec<(String, String)> = nodes
            .iter()
            .filter(|node| node["ignored"] != json!(true))
            .map(|node| {
                let text = |name: &str| node[name]["value"].as_str().unwrap_or_default().to_owned();
                (text("role"), text("name"))
            })
            .collect();
        let named = |role: &str| -> Vec<&str> {
            told.iter().filter(|(kind, _)| kind == role).map(|(_, name)| name.as_str()).collect()
        };
        assert!(named("group").contains(&heading.as_str()), "{:?}", named("group"));
        assert_eq!(named("heading").iter().filter(|name| **name == heading).count(), 1);
        let radios = named("radio");
        assert_eq!(radios.len(), choices.len());
        for (radio, choice) in radios.iter().zip(&choices) {
            assert!(radio.starts_with(choice.as_str()), "{radio:?} is shown as {choice:?}");
        }
        for (role, key) in [("button", "continue"), ("link", "back"), ("button", "clear-answers")] {
            assert!(named(role).contains(&label(key).as_str()), "no {role} {key}: {told:?}");
        }
        assert_eq!(named("main").len(), 1);
        for role in ["button", "link", "radio", "navigation"] {
            assert!(named(role).iter().all(|name| !name.is_empty()), "a {role} without a name");
        }
    });
}

/// REQ-EMB-17
#[test]
fn the_style_of_the_host_does_not_reach_into_the_frame() {
    const RUDE: &str = "<style>* { all: unset !important; font-size: 4px !important; } \
        iframe { display: block !important; width: 600px !important; height: 800px !important; }</style>";
    const POLITE: &str =
        "<style>iframe { display: block; width: 600px; height: 800px; border: 0 }</style>";
    let pictures = [POLITE, RUDE].map(|style| {
        let page = format!(
            "<!doctype html><title>x</title><link rel=\"icon\" href=\"data:,\">{style}\
             <iframe src=\"{}/embed/quiz\" title=\"Quiz\"></iframe>",
            product().site
        );
        let host = Server::start(move |_| Answer::page(&page));
        let mut picture = json!(null);
        browse(|browser| {
            browser.open_early(&host.origin).enter_frame("iframe").wait_ready();
            picture = browser.run(
                "return [...document.querySelectorAll('body *')].map((element) => {
                    const { x, y, width, height } = element.getBoundingClientRect();
                    const { color, fontSize, fontFamily, backgroundColor } = getComputedStyle(element);
                    return [element.localName, x, y, width, height, color, fontSize, fontFamily, backgroundColor].join(' ');
                })",
            );
        });
        picture
    });
    assert!(pictures[0].as_array().is_some_and(|elements| elements.len() > 20));
    assert_eq!(pictures[0], pictures[1]);
}
