//! One stylesheet out of one file per cascade layer.

use crate::failure::Failure;
use crate::tool;

/// The layers, in the order of the cascade.
pub const LAYERS: &[&str] =
    &["reset", "tokens", "base", "layout", "components", "shells", "utilities"];

/// Joins the layers and leaves out comments and spare space.
///
/// # Errors
/// If a file cannot be read.
pub fn join() -> Result<String, Failure> {
    let mut css = format!("@layer {};\n", LAYERS.join(","));
    for layer in LAYERS {
        let path = tool::root().join(format!("static/css/{layer}.css"));
        css.push_str(&tool::read(&path)?);
    }
    Ok(shrink(&css))
}

/// Without comments, and with one space where there were several. Strings of CSS hold neither here.
fn shrink(css: &str) -> String {
    let mut without_comments = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        without_comments.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    without_comments.push_str(rest);
    let words: Vec<&str> = without_comments.split_whitespace().collect();
    let mut shrunk = words.join(" ");
    for sign in ["{", "}", ";", ","] {
        shrunk = shrunk.replace(&format!(" {sign}"), sign).replace(&format!("{sign} "), sign);
    }
    shrunk.replace(": ", ":").replace(";}", "}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn spare_space_goes_and_selectors_stay() {
        let css = "/* why */\n.a > .b :hover,\n.c {\n  color: red;\n  width: calc(1px + 2px);\n}\n";
        assert_eq!(super::shrink(css), ".a > .b :hover,.c{color:red;width:calc(1px + 2px)}");
    }
}
