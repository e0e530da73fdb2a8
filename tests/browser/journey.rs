//! A visitor who answers the quiz: a table of answers in, the questions asked and the verdicts out.
//!
//! Answers are written as `dob=2009-07-05 status=settled job=none record=? drugs=-`:
//! the pack's own names, `yes` and `no`, several joined with commas, `?` for "I'm
//! not sure" and `-` for "I'd rather not say". A question is known by its heading,
//! as a visitor knows it.

use std::collections::BTreeMap;

use recruitment_explorer::pages::quiz::judged_name;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::product::{content, framed, label, pack, texts};

/// Somebody of whom no rule could want anything more, on the day that every page sees.
pub const PLAIN: &str = "dob=1996-03-02 status=british-or-irish uk-three-years=yes english=level-2 \
    level-3=a-levels degree=none job=none service=no record=none pending=no membership=no drugs=no \
    debts=none tattoos=none sight=none";

/// Answers by question; `other` in place of those of `base`, or beside them.
pub fn answers(base: &str, other: &str) -> BTreeMap<String, String> {
    let pairs = base.split_whitespace().chain(other.split_whitespace());
    pairs
        .map(|pair| pair.split_once('=').unwrap_or_else(|| panic!("{pair:?} is no answer")))
        .map(|(question, answer)| (question.to_owned(), answer.to_owned()))
        .collect()
}

/// Everything unanswered: "I'm not sure" to each question.
pub fn not_sure() -> BTreeMap<String, String> {
    let rules = content("rules.json");
    let questions = rules["questions"].as_array().cloned().unwrap_or_default();
    let ids = questions.iter().filter_map(|question| question["id"].as_str());
    ids.map(|id| (id.to_owned(), "?".to_owned())).collect()
}

/// A visitor in the quiz.
pub struct Journey<'b> {
    /// The browser it takes place in.
    pub browser: &'b Browser,
}

impl<'b> Journey<'b> {
    /// Opens the quiz of a frame, starts it, and goes past the choice of roles.
    pub fn begin(browser: &'b Browser, frame: &str) -> Self {
        Self::open(browser, &framed(frame, "/quiz"))
    }

    /// Opens an address of the quiz, starts it, and goes past the choice of roles.
    pub fn open(browser: &'b Browser, address: &str) -> Self {
        browser.open(address);
        Self::from_introduction(browser)
    }

    /// Starts from the introduction, and goes past the choice of roles.
    pub fn from_introduction(browser: &'b Browser) -> Self {
        let journey = Self { browser };
        journey.go_on(|| browser.click_text(&label("quiz-start")));
        assert_eq!(browser.heading(), label("interest-heading"));
        journey.go_on(|| browser.click("form .rx-button"));
        journey
    }

    /// Does something that leads to another screen, and waits for it.
    pub fn go_on<T>(&self, act: impl FnOnce() -> T) -> &Self {
        let before = self.browser.text("document.title");
        act();
        self.browser.wait(&format!(
            "document.title !== {before:?} && document.activeElement?.matches('main h1')"
        ));
        self
    }

    /// Presses Continue and waits for the next screen.
    pub fn press_continue(&self) -> &Self {
        self.go_on(|| self.browser.click_text(&label("continue")))
    }

    /// The question on the screen; nothing if there is none.
    pub fn question(&self) -> Option<String> {
        let heading = self.browser.heading();
        let texts = texts().as_object()?;
        texts.iter().find_map(|(path, text)| {
            let id = path.strip_prefix("question.")?.strip_suffix(".title")?;
            (text.as_str() == Some(&heading)).then(|| id.to_owned())
        })
    }

    /// Enters an answer to the question on the screen, without going on.
    pub fn enter(&self, question: &str, answer: &str) {
        let browser = self.browser;
        let unknown = match answer {
            "?" => Some("label[for='answer-not-sure']"),
            "-" => Some("label[for='answer-rather-not']"),
            _ => None,
        };
        if let Some(unknown) = unknown {
            browser.click(unknown);
            return;
        }
        if browser.is("document.querySelector('.rx-date-field')") {
            let mut parts = answer.split('-');
            for field in ["#answer-3", "#answer-2", "#answer-1"] {
                browser.type_into(field, parts.next().unwrap_or_default());
            }
            return;
        }
        if browser.is("document.querySelector('.rx-periods__row')") {
            crate::periods::enter(browser, answer);
            return;
        }
        for choice in answer.split(',') {
            let text = choice_text(question, choice);
            let field = browser.text(&format!(
                "[...document.querySelectorAll('.rx-choices__choice')].find((choice) => \
                 choice.querySelector('.rx-choices__label').textContent === {text:?}).htmlFor"
            ));
            browser.click(&format!("label[for='{field}']"));
        }
    }

    /// Answers whatever is asked until `until` is asked, or nothing is left; tells what was asked.
    ///
    /// One script a screen, for speed; [`Journey::enter`] presses and types as a visitor does. So
    /// does this where rows come and go, and in a frame without an origin of its own, where the focus follows only a real press.
    pub fn answer_until(&self, until: &str, answers: &BTreeMap<String, String>) -> Vec<String> {
        let is_outcast = self.browser.is("window !== top && origin === 'null'");
        let mut asked = Vec::new();
        while self.browser.heading() != label("check-heading") {
            let Some(question) = self.question() else {
                // What to know before personal questions.
                self.press_continue();
                continue;
            };
            if question == until {
                return asked;
            }
            let answer = answers.get(&question);
            let answer = answer.unwrap_or_else(|| panic!("there is no answer to {question}"));
            let is_of_times = self.browser.is("document.querySelector('.rx-periods__row')");
            if is_outcast || is_of_times {
                self.enter(&question, answer);
                self.press_continue();
            } else {
                let given = vec![values(&question, answer), json!(label("continue"))];
                self.go_on(|| self.browser.run_with(include_str!("answer.js"), given));
            }
            asked.push(question);
            assert!(asked.len() < 60, "the quiz goes round in circles: {asked:?}");
        }
        asked
    }

    /// Answers everything; the answers to check are on the screen then.
    pub fn answer_all(&self, answers: &BTreeMap<String, String>) -> Vec<String> {
        self.answer_until("", answers)
    }

    /// From the answers to check to the result.
    pub fn to_result(&self) -> &Self {
        self.go_on(|| self.browser.click_text(&label("check-show")));
        assert_eq!(self.browser.heading(), label("result-heading"));
        self
    }

    /// The headline of each way in, by its name in the rules.
    pub fn verdicts(&self) -> BTreeMap<String, String> {
        let names = self.browser.texts(".rx-result-role__name");
        let headlines = self.browser.texts(".rx-result-role__headline");
        assert_eq!(names.len(), headlines.len());
        let ids = judged_names();
        let pairs = names.into_iter().zip(headlines);
        pairs
            .map(|(name, headline)| {
                let id = ids.get(&name).unwrap_or_else(|| panic!("no way in is called {name:?}"));
                (id.clone(), headline_name(&headline))
            })
            .collect()
    }

    /// What the result says about one way in, all of it.
    pub fn verdict_text(&self, id: &str) -> String {
        let names = judged_names();
        let name = names.iter().find_map(|(name, other)| (other == id).then_some(name));
        let name = name.unwrap_or_else(|| panic!("there is no way in {id:?}"));
        self.browser.text(&format!(
            "[...document.querySelectorAll('.rx-result-role')].find((role) => \
             role.querySelector('.rx-result-role__name').textContent === {name:?}).textContent"
        ))
    }
}

/// The words of a choice.
fn choice_text(question: &str, choice: &str) -> &'static str {
    let choice = match choice {
        "yes" => "true",
        "no" if texts().get(format!("question.{question}.choice.no")).is_none() => "false",
        other => other,
    };
    let path = format!("question.{question}.choice.{choice}");
    texts()[&path].as_str().unwrap_or_else(|| panic!("there is no text {path}"))
}

/// An answer as `answer.js` takes it: the words of choices, the parts of a date, or an id.
fn values(question: &str, answer: &str) -> Value {
    match answer {
        "?" => json!({ "id": "answer-not-sure" }),
        "-" => json!({ "id": "answer-rather-not" }),
        _ if answer.starts_with(|first: char| first.is_ascii_digit()) => {
            json!({ "date": answer.split('-').collect::<Vec<_>>() })
        }
        _ => {
            let texts = answer.split(',').map(|choice| choice_text(question, choice));
            json!({ "choices": texts.collect::<Vec<_>>() })
        }
    }
}

/// What each way in is called on the screen, and its name in the rules.
fn judged_names() -> BTreeMap<String, String> {
    let pack = pack();
    let judged = pack.rules.roles.iter().map(|judged| judged.id.to_string());
    judged.map(|id| (judged_name(&pack, &id), id)).collect()
}

fn headline_name(text: &str) -> String {
    let names = ["eligible", "people", "open", "not_yet", "not_eligible"];
    let of = |name: &&&str| label(&format!("headline-{}", name.replace('_', "-"))) == text;
    let name = names.iter().find(of);
    name.unwrap_or_else(|| panic!("{text:?} is no headline")).to_string()
}
