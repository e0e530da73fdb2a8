//! The app takes over prerendered pages without changing them, and loses no click meanwhile.

use crate::browser::browse;
use crate::product::{FRAMES, KINDS, framed};

#[test]
fn taking_over_changes_nothing() {
    browse(|browser| {
        browser.open("/");
        assert_eq!(browser.heading(), "Could the police be for you?");
    });
}
