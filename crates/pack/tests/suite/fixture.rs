//! The good pack in memory.

use std::path::{Path, PathBuf};

use pack::Folder;

/// Where the fixtures are.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

/// The good pack, shown as `good/…`.
pub fn good() -> Folder {
    let mut good =
        Folder::read(&folder().join("good")).expect("the fixture stands beside the test");
    good.name = "good".to_owned();
    good
}
