//! What is written is read back, and no text whatever makes the reader stop.

use crate::map::Map;
use std::fmt::Debug;

use serde::Serialize;

use super::{Compact, Value, Words, compact, from_text, to_text};
use crate::claim::Block;
use crate::rules::{Expression, Literal, Operand, Parameter};

#[derive(Debug, PartialEq, Serialize)]
struct Sample {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    list: Vec<u8>,
    value: f64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    flag: bool,
}

compact!(Sample { name, note, list, value, flag });

fn check<T: Serialize + Compact + PartialEq + Debug>(value: T, text: &str) {
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
    check(Map::from_iter([("k".to_owned(), 1_u32)]), r#"{"k":1}"#);
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
    check(Literal::Option("a".into()), r#""a""#);
    check(Literal::Date(crate::Date::from_days(0)), r#""1970-01-01""#);
}

fn check_words<T: Words + Serialize + Compact + PartialEq + Debug>() {
    for (variant, word) in T::ALL {
        let text = format!("\"{word}\"");
        assert_eq!(to_text(variant).as_deref(), Ok(text.as_str()));
        assert_eq!(&from_text::<T>(&text).expect(word), variant);
    }
}

#[test]
fn every_word_is_the_one_that_is_written() {
    use crate::{figure, person, role, rules, source};
    check_words::<crate::synonym::Page>();
    check_words::<figure::Unit>();
    check_words::<figure::Precision>();
    check_words::<figure::FigureKind>();
    check_words::<figure::Chart>();
    check_words::<person::Entry>();
    check_words::<role::Door>();
    check_words::<role::Paid>();
    check_words::<role::State>();
    check_words::<role::PayPeriod>();
    check_words::<role::Glyph>();
    check_words::<rules::Leap>();
    check_words::<rules::QuestionKind>();
    check_words::<rules::Precision>();
    check_words::<rules::Change>();
    check_words::<rules::LookAt>();
    check_words::<rules::Kind>();
    check_words::<rules::Confidence>();
    check_words::<rules::Standing>();
    check_words::<source::SourceKind>();
    check_words::<source::Extent>();
}

#[test]
fn other_shapes_are_refused_in_words() {
    let refused = |text: &str, words: &str| {
        let error = from_text::<Sample>(text).expect_err(text);
        assert!(error.to_string().contains(words), "{text}: {error}");
    };
    refused("", "ends too early");
    refused("[1", "comma");
    refused("{}", "a structure was expected");
    refused(r#"["a"]"#, "a number was expected");
    refused(r#"["a",null,null,1,true,7]"#, "more fields");
    refused(r#"[1,null,null,1]"#, "a text was expected");
    refused(r#"["a",null,[300],1]"#, "does not fit");
    refused(r#"["a",null,null,1] x"#, "behind the end");
    refused(&"[".repeat(200), "too deeply");
    refused("[123456789012345678901]", "too long");
    assert!(from_text::<Block>(r#"{"other":1}"#).is_err());
    assert!(from_text::<crate::role::Paid>(r#""other""#).is_err());
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
