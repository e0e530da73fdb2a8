//! Our engine as WebAssembly, for the benchmark in Node.
//!
//! [`Engine`] takes and gives JSON text, like any engine behind the boundary;
//! `ours.mjs` wraps it for `bench.mjs --module`. [`Inside`] holds answers and
//! works on them without crossing the boundary; `inside.mjs` times it.

use std::hint::black_box;
use std::rc::Rc;

use eligibility::verify::verify;
use eligibility::{Answers, Cell, Headlines, NextStep, Quiz, ReviewPolicy, Ruleset, Scope, Sheet};
use engine_bench::columns::Columns;
use engine_bench::{BenchRules, Fault, convert, letter, measure, today, word};
use model::Date;
use model::rules::Rules;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;

fn parse(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| error.to_string())
}

/// JSON text in, JSON text out.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Engine {
    columns: Columns,
    sheet: Sheet,
    headlines: Vec<Headlines>,
}

#[wasm_bindgen]
impl Engine {
    /// Reads a rule set of the benchmark.
    #[wasm_bindgen(constructor)]
    pub fn new(ruleset: &str) -> Result<Engine, Fault> {
        let rules = BenchRules::new(&parse(ruleset)?)?;
        let sheet = Sheet::new(&rules.quiz);
        Ok(Self { columns: Columns::new(&rules.questions), sheet, headlines: Vec::new() })
    }

    /// The verdicts on answers by question: a list of the benchmark's words, "open" among them.
    pub fn evaluate(&mut self, answers: &str) -> Result<String, Fault> {
        self.judge(answers)?;
        // No word is longer.
        let mut text = String::with_capacity(2 + 16 * self.headlines.len());
        text.push('[');
        for headlines in &self.headlines {
            text.push_str(if text.len() > 1 { ",\"" } else { "\"" });
            text.push_str(headlines.decided().map_or("open", word));
            text.push('"');
        }
        text.push(']');
        Ok(text)
    }

    /// The letters of all verdicts that can still come out, role by role.
    pub fn possible(&mut self, answers: &str) -> Result<Vec<String>, Fault> {
        self.judge(answers)?;
        Ok(self.headlines.iter().map(|headlines| headlines.iter().map(letter).collect()).collect())
    }

    fn judge(&mut self, text: &str) -> Result<(), Fault> {
        let cells = self.columns.row(text)?;
        self.sheet.judge(&cells, &mut self.headlines);
        Ok(())
    }
}

/// Answer sets inside WebAssembly, and one interview at a time.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Inside {
    rules: Rules,
    today: Date,
    quiz: Quiz,
    sets: Vec<Answers>,
    sheet: Sheet,
    complete: Vec<Vec<Cell>>,
    hidden: Vec<Vec<Cell>>,
    set: usize,
    answers: Answers,
}

#[wasm_bindgen]
impl Inside {
    /// Reads a rule set and answer sets of the benchmark. Our rules are read, no more: what is
    /// made of them comes cold with [`Inside::open`].
    #[wasm_bindgen(constructor)]
    pub fn new(ruleset: &str, answers: &str) -> Result<Inside, Fault> {
        let (ruleset, answers) = (parse(ruleset)?, parse(answers)?);
        // An instance of its own, so that nothing is prepared for the other.
        let bench = BenchRules::new(&ruleset)?;
        let rules = convert::rules(&ruleset)?;
        let (today, sets) = (today(&ruleset)?, bench.answers(&answers)?);
        let cells = |sets: &[Answers]| sets.iter().map(|set| bench.cells(set)).collect();
        Ok(Self {
            complete: cells(&sets),
            hidden: cells(&measure::half_hidden(&sets)),
            sheet: Sheet::new(&bench.quiz),
            quiz: bench.quiz,
            answers: Answers::new(),
            set: 0,
            rules,
            today,
            sets,
        })
    }

    /// Goes through all complete sets (or those half hidden) so many times: how many sets.
    pub fn judge(&mut self, passes: u32, is_complete: bool) -> u32 {
        let rows = if is_complete { &self.complete } else { &self.hidden };
        let mut headlines = Vec::new();
        for _ in 0..passes {
            for row in rows {
                self.sheet.judge(black_box(row), &mut headlines);
                black_box(&headlines);
            }
        }
        passes * rows.len() as u32
    }

    /// What a page does when the quiz opens: resolves the rules, and everything for no answer.
    pub fn open(&mut self) -> Result<u32, Fault> {
        let rules = Ruleset::new(&self.rules).map_err(|_| "the rules have faults")?;
        self.quiz = Quiz::new(Rc::new(rules), self.today, ReviewPolicy::default());
        self.answers = Answers::new();
        Ok(self.everything())
    }

    /// Begins an interview with somebody whose answers are this set.
    pub fn begin(&mut self, set: usize) {
        self.set = set % self.sets.len().max(1);
        self.answers = Answers::new();
    }

    /// Gives the answer to the next question, or says that there is none.
    pub fn answer(&mut self) -> bool {
        let NextStep::Ask { question, .. } = self.quiz.next_question(&self.answers, &Scope::all())
        else {
            return false;
        };
        let given = self.sets.get(self.set).and_then(|set| set.get(&question));
        given.is_some_and(|answer| {
            self.answers.set(question, answer.clone());
            true
        })
    }

    /// What a page does after one answer: verdicts with reasons and dates, the next question,
    /// and what would change the verdict of each role. Returns a count, so that it is not left out.
    pub fn everything(&self) -> u32 {
        let assessment = self.quiz.evaluate(&self.answers, &Scope::all());
        let next = self.quiz.next_question(&self.answers, &Scope::all());
        let changes = assessment
            .roles
            .iter()
            .map(|role| black_box(self.quiz.prospects(&self.answers, &role.role)).len());
        (changes.sum::<usize>() + usize::from(next == NextStep::Done)) as u32
    }

    /// Verifies the rule set as a whole: how many findings.
    pub fn verify(&self) -> usize {
        verify(&self.quiz).len()
    }
}
