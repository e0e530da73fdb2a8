use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Value, from_text, to_text};
use crate::claim::Block;
use crate::rules::{Expression, Literal, Operand, Parameter};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Sample {
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    list: Vec<u8>,
    value: f64,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    flag: bool,
}

fn check<T: Serialize + for<'de> Deserialize<'de> + PartialEq + std::fmt::Debug>(
    value: T,
    text: &str,
) {
    assert_eq!(to_text(&value).as_deref(), Ok(text));
    assert_eq!(from_text::<T>(text), Ok(value));
}

#[test]
fn structures_are_lists_and_defaults_are_left_out() {
    let sample = |note: Option<&str>, list: Vec<u8>, flag| Sample {
        name: "a \"b\" \u{1} €".into(),
        note: note.map(Into::into),
        list,
        value: 15.6,
        flag,
    };
    check(sample(None, vec![], false), r#"["a \"b\" \u0001 €",null,null,15.6]"#);
    check(sample(Some("x"), vec![1, 2], true), r#"["a \"b\" \u0001 €","x",[1,2],15.6,true]"#);
}

#[test]
fn variants_maps_and_expressions_survive() {
    check(Block::NotPublished(crate::Date::from_days(0)), r#"{"not_published":"1970-01-01"}"#);
    check(BTreeMap::from([("k".to_owned(), 1_u32)]), r#"{"k":1}"#);
    let expression = Expression {
        fact: Some("age".into()),
        between: Some((
            Operand::Literal(Literal::Int(17)),
            Operand::Parameter(Parameter { param: "most".into() }),
        )),
        ..Expression::default()
    };
    let text = to_text(&expression).unwrap_or_default();
    assert_eq!(from_text::<Expression>(&text), Ok(expression), "{text}");
}

#[test]
fn other_shapes_are_refused_in_words() {
    let refused = |text: &str, words: &str| {
        let error = from_text::<Sample>(text).expect_err(text);
        assert!(error.0.contains(words), "{text}: {error}");
    };
    refused("", "ends too early");
    refused("[1", "comma");
    refused("{}", "a list was expected");
    refused(r#"["a"]"#, "invalid length");
    refused(r#"["a",null,null,1,true,7]"#, "more fields");
    refused(r#"[1,null,null,1]"#, "a text was expected");
    refused(r#"["a",null,null,1] x"#, "behind the end");
    refused(&"[".repeat(200), "too deeply");
    refused("[123456789012345678901]", "too long");
}

#[test]
fn no_text_whatever_makes_the_parser_panic() {
    let seed = r#"{"a":[1,-2.5,"x\u00e9\ud83d\ude00\n",null,true],"b":{"c":"€"}}"#;
    assert!(Value::parse(seed).is_ok());
    let bytes = seed.as_bytes();
    for cut in 0..bytes.len() {
        let _ = Value::parse(&String::from_utf8_lossy(&bytes[..cut]));
        for replacement in [b'"', b'\\', b'u', b'{', b']', b'-', b'.', 0, 0xff] {
            let mut bytes = bytes.to_vec();
            bytes[cut] = replacement;
            let _ = Value::parse(&String::from_utf8_lossy(&bytes));
        }
    }
}
