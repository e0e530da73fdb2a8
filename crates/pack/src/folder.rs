//! A pack as files in memory, so that every check runs without a disk.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

/// The files of a pack: path inside the pack (`people/p001.json`) to bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// The folder as it is shown in faults: `content/met`.
    pub name: String,
    /// The files.
    pub files: BTreeMap<String, Vec<u8>>,
}

impl Folder {
    /// Reads a pack's folder. Hidden files are left out; everything else is for the check to judge.
    ///
    /// # Errors
    /// If the folder or a file in it cannot be read.
    pub fn read(path: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        collect(path, "", &mut files)?;
        let name = path.to_string_lossy().replace('\\', "/");
        Ok(Self { name: name.trim_end_matches('/').to_owned(), files })
    }

    /// A file's name as it is shown in faults.
    pub fn shown(&self, path: &str) -> String {
        if self.name.is_empty() { path.to_owned() } else { format!("{}/{path}", self.name) }
    }

    /// The pack's id: the last part of the folder's name, or nothing if that is no name.
    pub fn id(&self) -> Option<&str> {
        self.name.rsplit('/').next().filter(|name| !name.trim_matches('.').is_empty())
    }
}

fn collect(path: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    let in_words = |error: io::Error| {
        io::Error::new(error.kind(), format!("cannot read {}: {error}", path.display()))
    };
    for entry in fs::read_dir(path).map_err(in_words)? {
        let entry = entry.map_err(in_words)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        let inner = format!("{prefix}{name}");
        let target = entry.path();
        if entry.file_type().map_err(in_words)?.is_dir() {
            collect(&target, &format!("{inner}/"), files)?;
        } else {
            let bytes = fs::read(&target).map_err(|error| {
                io::Error::new(error.kind(), format!("cannot read {}: {error}", target.display()))
            })?;
            files.insert(inner, bytes);
        }
    }
    Ok(())
}
