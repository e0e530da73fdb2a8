//! `cargo xtask dist`: the site and the kiosk, ready to be put somewhere.

use pack::{Folder, Severity};

use crate::build::{self, Effort, Options};
use crate::failure::Failure;
use crate::{budgets, site, tool};

/// Writes `dist/site` and `dist/kiosk`.
///
/// # Errors
/// If something cannot be built, a budget is broken, or a public copy lacks something.
pub fn run(arguments: &[String]) -> Result<(), Failure> {
    let is_public = match arguments {
        [] => false,
        [flag] if flag == "--public" => true,
        _ => return Err(Failure::Call("Usage: cargo xtask dist [--public]".into())),
    };
    let site = site::read()?;
    if is_public {
        refuse_unfinished(&site)?;
    }
    let out = tool::root().join("dist/site");
    let options = Options {
        out: out.clone(),
        effort: Effort::Published,
        pseudo_languages: false,
        demonstration: !is_public,
        site,
        with_test_hooks: false,
    };
    let built = build::build(&options)?;
    let kiosk = tool::root().join("dist/kiosk");
    for file in ["start-kiosk.sh", "chromium-policy.json"] {
        // A copy keeps the permission to run.
        let (from, to) = (tool::root().join("static/kiosk").join(file), kiosk.join(file));
        std::fs::copy(&from, &to).map_err(|error| Failure::file(&from, &error))?;
    }
    let measured = budgets::measure(&out, &built)?;
    println!(
        "{} documents in dist/site; dist/kiosk/kiosk.html runs from a memory stick\n",
        built.documents
    );
    println!("{}", budgets::report(&measured));
    match measured.iter().filter(|measured| !measured.holds()).count() {
        0 => Ok(()),
        over => Err(Failure::Wrong(format!("{over} budgets are broken"))),
    }
}

/// A copy for the public needs somebody behind it, and people who were checked.
fn refuse_unfinished(site: &site::Site) -> Result<(), Failure> {
    let mut lacks: Vec<String> =
        site.blanks().into_iter().map(|name| format!("site.json: {name} is empty")).collect();
    let path = tool::root().join("content/met");
    let folder = Folder::read(&path).map_err(|error| Failure::file(&path, &error))?;
    let unchecked = pack::check(&folder)
        .into_iter()
        .filter(|fault| {
            fault.severity == Severity::Warning && fault.message.contains("conduct_check")
        })
        .count();
    if unchecked > 0 {
        lacks.push(format!("{unchecked} people have no conduct_check"));
    }
    if lacks.is_empty() {
        return Ok(());
    }
    Err(Failure::Wrong(format!("This copy is not ready for the public:\n  {}", lacks.join("\n  "))))
}
