//! Whatever the bytes are: faults, never a panic.

use std::collections::BTreeMap;
use std::thread;

use pack::Folder;
use serde_json::{Value, json};

use crate::fixture;

/// How many broken packs are made.
const CASES: u64 = 2_000;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(bound.max(1)).unwrap()).unwrap()
    }
}

#[test]
fn two_thousand_mutations_cause_no_panic() {
    let (mut told, mut compiled) = (0, 0);
    thread::scope(|scope| {
        let halves = [0, 1].map(|half| scope.spawn(move || mutations(half)));
        for half in halves {
            let (more_told, more_compiled) = half.join().expect("a mutation caused a panic");
            told += more_told;
            compiled += more_compiled;
        }
    });
    assert!(told > 1_500, "only {told} were found broken");
    assert!(compiled > 0, "none could be compiled");
}

/// Every second mutation; gives how many were found broken and how many could be compiled.
fn mutations(half: u64) -> (usize, usize) {
    let good = fixture::good();
    let (mut told, mut compiled) = (0, 0);
    for seed in (1..=CASES).filter(|seed| seed % 2 == half) {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut pack = good.clone();
        for _ in 0..=dice.below(3) {
            mutate(&mut pack, &mut dice);
        }
        let faults = pack::check(&pack);
        told += usize::from(!faults.is_empty());
        if seed % 4 < 2 {
            compiled += usize::from(pack::compile(&pack, BTreeMap::new(), "ar-XB").is_ok());
        }
    }
    (told, compiled)
}

fn mutate(pack: &mut Folder, dice: &mut Dice) {
    let names: Vec<String> = pack.files.keys().cloned().collect();
    let name = &names[dice.below(names.len())];
    let bytes = pack.files.get_mut(name).unwrap();
    match dice.below(8) {
        0 => bytes.truncate(dice.below(bytes.len() + 1)),
        1 if !bytes.is_empty() => {
            let at = dice.below(bytes.len());
            bytes[at] = u8::try_from(dice.below(256)).unwrap();
        }
        2 => {
            let other = dice.below(bytes.len() + 1);
            let piece = bytes[other.min(bytes.len() / 2)..other.max(bytes.len() / 2)].to_vec();
            let at = dice.below(bytes.len() + 1);
            bytes.splice(at..at, piece);
        }
        _ => mutate_value(bytes, dice),
    }
}

fn mutate_value(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let Ok(mut root) = serde_json::from_slice::<Value>(bytes) else { return };
    let mut places = Vec::new();
    collect(String::new(), &root, &mut places);
    let place = places[dice.below(places.len())].clone();
    let donor = root.pointer(&places[dice.below(places.len())]).cloned().unwrap();
    let pool = [
        Value::Null,
        json!(""),
        json!("“p900” @ ‘x’ {date} aged 24 £5 \u{202e}"),
        json!("c. 2021-19"),
        json!("9999-12-31"),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!([]),
        json!({}),
        json!([[[[]]]]),
        json!("x".repeat(9000)),
        donor.clone(),
        donor,
    ];
    let new = pool[dice.below(pool.len())].clone();
    let (parent, key) = place.rsplit_once('/').unwrap_or(("", ""));
    if dice.below(3) == 0 && !place.is_empty() {
        match root.pointer_mut(parent) {
            Some(Value::Object(members)) => drop(members.remove(&key.replace("~1", "/"))),
            Some(Value::Array(items)) => drop(items.remove(key.parse().unwrap())),
            _ => {}
        }
    } else if let Some(value) = root.pointer_mut(&place) {
        *value = new;
    }
    *bytes = serde_json::to_vec_pretty(&root).unwrap();
}

fn collect(place: String, value: &Value, places: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(format!("{place}/{index}"), item, places);
            }
        }
        Value::Object(members) => {
            for (key, item) in members {
                collect(format!("{place}/{}", key.replace('/', "~1")), item, places);
            }
        }
        _ => {}
    }
    places.push(place);
}

#[test]
fn bytes_that_are_no_json_at_all_cause_no_panic() {
    let deep = "[".repeat(100_000);
    let texts = [
        "",
        " ",
        "\u{feff}",
        "\u{feff}{}",
        "{",
        "\"",
        "\"\\",
        "\"\\u12",
        "\"\\ud800\"",
        "//",
        "/*",
        "{\"a\":",
        "[1,]",
        "nul",
        "-",
        "+1",
        "0x1F",
        ".5",
        "01",
        "1e",
        "'a'",
        "{a:1}",
        "\u{0}",
        "\r\n\r\n",
        "{\"\":{}}",
        "[NaN]",
        "1 2",
        &deep,
    ];
    for name in fixture::good().files.keys() {
        for text in texts.iter().map(|text| text.as_bytes()).chain([&[0xff, 0xfe][..], &[0xc3][..]])
        {
            let mut pack = fixture::good();
            pack.files.insert(name.clone(), text.to_vec());
            assert!(!pack::check(&pack).is_empty(), "{name}: {}", String::from_utf8_lossy(text));
        }
    }
    assert!(!pack::check(&Folder::default()).is_empty());
}
