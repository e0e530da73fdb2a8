//! Colours stand out from what they stand on: computed from the tokens, in light and dark.

use std::collections::BTreeMap;

use crate::project::read;

/// Text by the token of its colour, and what it stands on: at least 4.5 to 1.
const TEXTS: &[(&str, &[&str])] = &[
    ("text", &["page", "card"]),
    ("muted", &["page", "card"]),
    ("action", &["page", "card"]),
    ("visited", &["page", "card"]),
    ("met", &["page", "card"]),
    ("people", &["page", "card"]),
    ("not-yet", &["page", "card"]),
    ("no", &["page", "card"]),
    ("open", &["page", "card"]),
    ("on-action", &["action"]),
    ("focus-text", &["focus"]),
    ("page", &["text"]),
];

/// Borders of controls and the mark of focus: at least 3 to 1. The focus is a dark line
/// in light, and a yellow one in dark.
const MARKS: &[(&str, &str, &[&str])] = &[
    ("light", "control", &["page", "card"]),
    ("dark", "control", &["page", "card"]),
    ("light", "focus-text", &["page", "card", "focus"]),
    ("dark", "focus", &["page", "card"]),
];

/// The colours of a scheme by their token, `--rx-color-` left out.
fn colours(scheme: &str) -> BTreeMap<String, [f64; 3]> {
    let css = read("static/css/tokens.css");
    let (light, dark) = css
        .split_once("prefers-color-scheme: dark")
        .unwrap_or_else(|| panic!("tokens.css has no dark scheme"));
    let mut colours = BTreeMap::new();
    for part in if scheme == "dark" { vec![light, dark] } else { vec![light] } {
        for rest in part.split("--rx-color-").skip(1) {
            let Some((name, value)) = rest.split_once(':') else { continue };
            let value = value.split(';').next().unwrap_or_default().trim();
            colours.insert(name.to_owned(), channels(value));
        }
    }
    colours
}

fn channels(hex: &str) -> [f64; 3] {
    let digits = hex.trim_start_matches('#');
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 6);
    let number = number.unwrap_or_else(|| panic!("{hex:?} is no colour like #16203a"));
    [number >> 16, number >> 8, number].map(|channel| f64::from(channel & 0xff) / 255.0)
}

/// WCAG 2.2, relative luminance.
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |channel: f64| {
        if channel <= 0.04045 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
    };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn check(scheme: &str, colour: &str, ground: &str, least: f64) {
    let colours = colours(scheme);
    let of =
        |name: &str| *colours.get(name).unwrap_or_else(|| panic!("there is no --rx-color-{name}"));
    let ratio = contrast(of(colour), of(ground));
    assert!(
        ratio >= least,
        "{scheme}: {colour} on {ground} is {ratio:.2} to 1, and must be {least}"
    );
}

/// REQ-A11Y-1
#[test]
fn text_stands_out_from_what_it_stands_on() {
    for scheme in ["light", "dark"] {
        for (colour, grounds) in TEXTS {
            grounds.iter().for_each(|ground| check(scheme, colour, ground, 4.5));
        }
    }
}

/// REQ-A11Y-8
#[test]
fn controls_and_the_focus_can_be_seen() {
    for (scheme, colour, grounds) in MARKS {
        grounds.iter().for_each(|ground| check(scheme, colour, ground, 3.0));
    }
}

#[test]
fn the_formula_is_the_right_one() {
    let ratio = contrast(channels("#000000"), channels("#ffffff"));
    assert!((ratio - 21.0).abs() < 1e-9);
    let ratio = contrast(channels("#777777"), channels("#ffffff"));
    assert!((ratio - 4.478).abs() < 0.001);
}

/// A colour that is in no token is in no table above.
#[test]
fn colours_stand_in_tokens_only() {
    for layer in ["base", "layout", "components", "shells"] {
        let css = read(&format!("static/css/{layer}.css"));
        let bare = css.split(['{', ';']).find(|part| {
            let value = part.split_once(':').map_or("", |(_, value)| value);
            value.split_whitespace().any(|word| word.starts_with('#') && word.len() >= 4)
        });
        assert_eq!(bare, None, "static/css/{layer}.css names a colour");
    }
}
