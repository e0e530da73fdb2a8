//! Upper and lower case, and what belongs to a word.
//!
//! Browsers hold the tables of all scripts; the Wasm need not hold them again.

/// In lower case.
#[cfg(target_arch = "wasm32")]
pub fn lower(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// In lower case.
#[cfg(not(target_arch = "wasm32"))]
pub fn lower(text: &str) -> String {
    text.to_lowercase()
}

/// In upper case.
#[cfg(target_arch = "wasm32")]
pub fn upper(text: &str) -> String {
    js_sys::JsString::from(text).to_upper_case().into()
}

/// In upper case.
#[cfg(not(target_arch = "wasm32"))]
pub fn upper(text: &str) -> String {
    text.to_uppercase()
}

/// With a capital letter.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| upper(first.encode_utf8(&mut [0; 4])));
    first.unwrap_or_default() + chars.as_str()
}

/// Whether a character is part of a word: a letter or digit of any script, not a mark between words.
pub fn is_part_of_word(c: char) -> bool {
    // Above Latin-1's signs, what is no letter stands in the blocks of punctuation and symbols.
    let is_sign = matches!(c, '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}');
    c.is_ascii_alphanumeric() || (c >= 'À' && !is_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_end_at_marks_of_any_script() {
        for part in ['a', 'Z', '7', 'é', 'ß', 'ж', 'ع', '中'] {
            assert!(is_part_of_word(part), "{part}");
        }
        for mark in [' ', '.', '-', '\'', '’', '–', '…', '·', '£', '×', '→', '、'] {
            assert!(!is_part_of_word(mark), "{mark}");
        }
    }

    #[test]
    fn a_capital_letter_may_need_two() {
        assert_eq!(capitalised("écoute"), "Écoute");
        assert_eq!(capitalised("ßa"), "SSa");
        assert_eq!(capitalised(""), "");
    }
}
