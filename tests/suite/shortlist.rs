//! The shortlist as a row of codes: what stands in a link, and what a hostile one can do.

use std::collections::BTreeSet;

use recruitment_explorer::shortlist::{Listed, MARK, MOST, Shortlist, in_fragment, person_code};

use crate::project::met;

/// What a row of codes brings, as names, and how many of its codes are left out.
fn check(codes: &str, names: &[&str], left_out: usize) {
    let pack = met("en");
    let mut list = Shortlist::default();
    assert_eq!(list.add(&pack, codes), left_out, "{codes:?}");
    let found: Vec<&str> = list
        .entries(&pack)
        .map(|(_, listed)| match listed {
            Listed::Role(role) => role.id.as_str(),
            Listed::Person(person) => person.id.as_str(),
        })
        .collect();
    assert_eq!(found, names, "{codes:?}");
}

#[test]
fn a_row_of_codes_names_roles_and_people() {
    check("", &[], 0);
    check("pcps", &["pc", "pcso"], 0);
    check("A1sc", &["p001", "sc"], 0);
    check("pcpcps", &["pc", "pcso"], 0);
}

#[test]
fn what_is_unknown_is_left_out_and_the_rest_stands() {
    check("zzpc??", &["pc"], 2);
    check("pcp", &["pc"], 1);
    // The way in PCEP has a code too, but only roles are kept.
    check("pesc", &["sc"], 1);
    // Markup is a row of codes too, of which one happens to be a role's.
    check("../../<script>alert(1)</script>", &["sc"], 15);
    check("é€pc", &[], 4);
    check(&"\u{202e}".repeat(500), &[], 0);
    check(&"zz".repeat(5000), &[], 100);
}

#[test]
fn a_list_holds_twelve() {
    let pack = met("en");
    let codes: String = pack.people.iter().filter_map(|person| person_code(&person.id)).collect();
    let mut list = Shortlist::default();
    let left_out = list.add(&pack, &codes[..40]);
    assert_eq!((list.len(), left_out), (MOST, 8));
    list.toggle("pc");
    assert!(!list.contains("pc"), "a full list takes no more");
    let first = codes[..2].to_owned();
    list.toggle(&first);
    list.toggle("pc");
    assert!(list.contains("pc") && !list.contains(&first));
    // Beyond the site's address: the longest path of the page with the list, the mark, the codes.
    let longest = "embed/en-xa/plan#".len() + MARK.len() + list.codes().len();
    assert!(longest <= 120, "{longest} bytes");
}

/// The same code for ever, and for nobody else.
#[test]
fn every_role_and_person_has_a_code_of_their_own() {
    let pack = met("en");
    let mut codes = BTreeSet::new();
    for role in &pack.roles {
        assert!(codes.insert(role.code.clone()), "{}", role.code);
    }
    for number in 0..1000 {
        let code = person_code(&format!("p{number:03}").as_str().into());
        let code = code.unwrap_or_else(|| panic!("p{number:03} has no code"));
        assert!(code.len() == 2 && code.starts_with(|c: char| c.is_ascii_uppercase()), "{code}");
        assert!(codes.insert(code.clone()), "{code} twice");
    }
    assert_eq!(person_code(&"p001".into()).as_deref(), Some("A1"));
    assert_eq!(person_code(&"p999".into()).as_deref(), Some("Q7"));
    for odd in ["", "p", "x01", "p1000", "p-1", "p+1"] {
        assert_eq!(person_code(&odd.into()), None, "{odd}");
    }
}

#[test]
fn a_page_of_the_single_file_is_no_list() {
    assert_eq!(in_fragment("s=pcps"), Some("pcps"));
    for other in ["/plan", "/s=pc", "", "removal", "S=pc", "/roles/compare?roles=pc"] {
        assert_eq!(in_fragment(other), None, "{other}");
    }
}
