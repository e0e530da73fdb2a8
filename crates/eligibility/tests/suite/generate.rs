//! Random small rule sets and answers, the same for the same seed.

use std::rc::Rc;

use eligibility::{Answer, Answers, PartialDate, Period, Quiz, ReviewPolicy, Ruleset};
use model::Date;
use serde_json::{Value, json};

use crate::support::{TODAY, day};

/// A small generator of numbers (`SplitMix64`).
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 33) as usize % limit.max(1)
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn pick<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        &of[self.below(of.len())]
    }
}

/// A rule set whose every question has few answers.
pub struct Generated {
    pub json: Value,
    pub quiz: Quiz,
    /// By question: its name and every answer.
    pub domains: Vec<(String, Vec<Answer>)>,
}

/// What to generate.
#[derive(Clone, Copy)]
pub struct Size {
    pub questions: usize,
    pub dates: bool,
    pub constraints: usize,
    pub roles: usize,
}

/// The earliest of the days a date can have.
pub fn first_date() -> Date {
    day(TODAY).plus_days(-40)
}

pub fn generate(random: &mut Random, size: Size) -> Generated {
    let count = 2 + random.below(size.questions - 1);
    let mut questions: Vec<Value> = Vec::new();
    let mut facts = serde_json::Map::new();
    let mut dates = 0;
    for i in 0..count {
        let id = format!("q{i}");
        let kinds = ["bool", "one", "many", "int", "date"];
        let mut kind = *random.pick(&kinds);
        if kind == "date" && (!size.dates || dates == 1) {
            kind = "bool";
        }
        let mut question = json!({"id": id, "type": kind});
        match kind {
            "one" => question["options"] = json!(["a", "b", "c"][..2 + random.below(2)]),
            "many" => {
                question["options"] = json!(["a", "b"]);
                facts.insert(format!("n{i}"), json!({"count": id}));
            }
            "int" => {
                question["min"] = json!(0);
                question["max"] = json!(3);
            }
            "date" => {
                dates += 1;
                question["min"] = json!(first_date());
                facts.insert(format!("m{i}"), json!({"completed_months": {"from": id}}));
                facts.insert(format!("d{i}"), json!({"days": {"from": id}}));
            }
            _ => {}
        }
        if random.chance(20) {
            question["optional"] = json!(true);
        }
        if random.chance(15) {
            question["precision"] = json!("month");
        }
        if i > 0 && random.chance(25) {
            question["ask_if"] = expression(random, &questions, &facts, 1);
        }
        if i > 0 && random.chance(10) {
            question["after"] = json!([questions[random.below(i)]["id"]]);
        }
        question["group"] = json!(*random.pick(&["g", "h"]));
        question["change"] = json!(*random.pick(&["never", "wait", "act", "act"]));
        question["effort"] = json!(1 + random.below(3));
        questions.push(question);
    }
    let mut constraints = Vec::new();
    for _ in 0..random.below(size.constraints + 1) {
        constraints.push(json!({
            "if": expression(random, &questions, &facts, 1),
            "then": expression(random, &questions, &facts, 1),
        }));
    }
    let mut roles = Vec::new();
    for r in 0..1 + random.below(size.roles) {
        let mut criteria = Vec::new();
        for c in 0..1 + random.below(4) {
            let mut criterion = json!({
                "id": format!("c{c}"),
                "must": expression(random, &questions, &facts, 3),
                "else": *random.pick(&["bar", "not_yet", "not_yet", "people", "later"]),
            });
            if random.chance(10) {
                let from = day(TODAY).plus_days(random.below(60) as i32 - 20);
                criterion["valid"] = json!({"from": from, "to": from.plus_days(30)});
            }
            if random.chance(5) {
                criterion["review_by"] = json!("2026-01-01");
            }
            criteria.push(criterion);
        }
        roles.push(json!({"id": format!("r{r}"), "criteria": criteria}));
    }
    let json = json!({
        "groups": [{"id": "g"}, {"id": "h"}],
        "questions": questions, "facts": facts, "constraints": constraints, "roles": roles,
    });
    let domains = questions.iter().map(|q| (q["id"].as_str().unwrap().to_owned(), domain(q)));
    Generated { domains: domains.collect(), quiz: quiz(&json), json }
}

pub fn quiz(json: &Value) -> Quiz {
    let rules = Ruleset::new(&crate::support::rules(json.clone()));
    let rules = rules.unwrap_or_else(|errors| panic!("{errors:#?}\n{json:#}"));
    Quiz::new(Rc::new(rules), day(TODAY), ReviewPolicy::default())
}

/// Every answer to a question.
fn domain(question: &Value) -> Vec<Answer> {
    let names = |key: &str| -> Vec<String> {
        let names = question[key].as_array().unwrap().iter();
        names.map(|name| name.as_str().unwrap().to_owned()).collect()
    };
    let mut answers: Vec<Answer> = match question["type"].as_str().unwrap() {
        "bool" => vec![Answer::Bool(false), Answer::Bool(true)],
        "one" => names("options").into_iter().map(Answer::One).collect(),
        "many" => (0..4u8)
            .map(|set| {
                let chosen = names("options").into_iter().enumerate();
                let chosen = chosen.filter(|(i, _)| set >> i & 1 == 1).map(|(_, name)| name);
                Answer::Many(chosen.collect())
            })
            .collect(),
        "int" => (0..=3).map(Answer::Int).collect(),
        _ => (first_date().days()..=day(TODAY).days())
            .map(|day| Answer::Date(PartialDate::from(Date::from_days(day))))
            .collect(),
    };
    if question.get("optional").is_some() {
        answers.push(Answer::NotApplicable);
    }
    answers
}

fn expression(
    random: &mut Random,
    questions: &[Value],
    facts: &serde_json::Map<String, Value>,
    depth: usize,
) -> Value {
    if depth > 0 && random.chance(60) {
        let mut member = || expression(random, questions, facts, depth - 1);
        let (one, other) = (member(), member());
        return match random.below(3) {
            0 => json!({"all": [one, other]}),
            1 => json!({"any": [one, other]}),
            _ => json!({"not": one}),
        };
    }
    let question = random.pick(questions);
    let id = question["id"].as_str().unwrap();
    let number = |random: &mut Random, compared: Value, limit: usize| {
        let mut e = compared;
        let n = random.below(limit);
        match random.below(5) {
            0 => e["is"] = json!(n),
            1 => e["at_most"] = json!(n),
            2 => e["between"] = json!([n, n + random.below(4)]),
            3 => e["one_of"] = json!([n, n + 2]),
            _ => e["at_least"] = json!(n),
        }
        e
    };
    match question["type"].as_str().unwrap() {
        "bool" => json!({"q": id, "is": random.chance(50)}),
        "one" if random.chance(60) => json!({"q": id, "is": question["options"][random.below(2)]}),
        "one" => json!({"q": id, "one_of": [question["options"][0], question["options"][1]]}),
        "many" if random.chance(60) => {
            json!({"q": id, "has": question["options"][random.below(2)]})
        }
        "many" => number(random, json!({"fact": format!("n{}", &id[1..])}), 3),
        "int" => number(random, json!({"q": id}), 4),
        _ => match random.below(3) {
            0 => number(random, json!({"fact": format!("m{}", &id[1..])}), 3),
            1 => number(random, json!({"fact": format!("d{}", &id[1..])}), 50),
            _ => {
                let limit = first_date().plus_days(random.below(45) as i32);
                json!({"q": id, "at_least": limit})
            }
        },
    }
    .take_known(facts)
}

trait TakeKnown {
    fn take_known(self, facts: &serde_json::Map<String, Value>) -> Value;
}

impl TakeKnown for Value {
    /// Only facts that are declared.
    fn take_known(self, facts: &serde_json::Map<String, Value>) -> Value {
        if let Some(name) = self.get("fact").and_then(Value::as_str) {
            assert!(facts.contains_key(name));
        }
        self
    }
}

/// Answers to some of the questions; sometimes a month instead of a day.
pub fn some_answers(random: &mut Random, generated: &Generated, percent: usize) -> Answers {
    let mut answers = Answers::new();
    for (id, domain) in &generated.domains {
        if random.chance(percent) {
            answers.set(id.as_str(), random.pick(domain).clone());
        } else if random.chance(15) {
            answers.set(id.as_str(), Answer::DontKnow);
        }
    }
    answers
}

/// All completions of answers, unless there are too many.
pub fn completions(generated: &Generated, answers: &Answers, most: usize) -> Option<Vec<Answers>> {
    let mut all = vec![Answers::new()];
    for (id, domain) in &generated.domains {
        let given = answers.get(&id.as_str().into());
        let possible: Vec<&Answer> = match given {
            None | Some(Answer::DontKnow) => domain.iter().collect(),
            Some(Answer::Date(date)) => domain
                .iter()
                .filter(|answer| match answer {
                    Answer::Date(day) => date.first() <= day.first() && day.last() <= date.last(),
                    _ => false,
                })
                .collect(),
            Some(given) => vec![given],
        };
        if all.len() * possible.len() > most {
            return None;
        }
        all = all
            .iter()
            .flat_map(|answers| {
                possible.iter().map(|answer| {
                    let mut answers = answers.clone();
                    answers.set(id.as_str(), (*answer).clone());
                    answers
                })
            })
            .collect();
    }
    Some(all)
}

/// Any bytes as answers.
pub fn wild_answers(random: &mut Random, generated: &Generated) -> Answers {
    let mut answers = Answers::new();
    for (id, _) in &generated.domains {
        let year = PartialDate::year(1 + random.below(9999) as i32).unwrap();
        answers.set(
            id.as_str(),
            match random.below(9) {
                0 => Answer::DontKnow,
                1 => Answer::NotApplicable,
                2 => Answer::Bool(random.chance(50)),
                3 => Answer::One("?".to_owned()),
                4 => Answer::Many(["a".to_owned()].into()),
                5 => Answer::Int(*random.pick(&[i64::MIN, -1, 0, 2, i64::MAX])),
                6 => Answer::Date(year),
                7 => Answer::Periods(vec![Period { from: year, to: None }; random.below(3)]),
                _ => continue,
            },
        );
    }
    answers
}
