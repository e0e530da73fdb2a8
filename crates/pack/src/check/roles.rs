//! Roles: pay, routes, and that each is judged and has people.

use std::collections::BTreeSet;

use model::role::{Door, Paid, Role};

use crate::draft::{Draft, Typed};
use crate::fault::Faults;
use crate::part::Part;

use super::dates::{earliest, latest};

/// Checks the roles of a pack.
pub fn check(draft: &Draft<'_>, faults: &mut Faults) {
    let roles_of_people =
        draft.seen.texts.iter().filter(|text| (text.owner, text.key) == ("Person", "roles"));
    let listed: BTreeSet<&str> = roles_of_people.map(|text| text.text).collect();
    let all_people = draft.is_whole(Part::Person);
    for role in &draft.roles {
        pay(role, faults);
        if all_people && !listed.contains(role.value.id.as_str()) {
            let message = format!("no person is listed under the role \"{}\"", role.value.id);
            faults.warning(role.spot.key("id"), message);
        }
    }
    judged(draft, faults);
}

fn pay(role: &Typed<'_, Role>, faults: &mut Faults) {
    let Typed { value: role, spot } = role;
    let mut before = None;
    for (index, pay) in role.pay.iter().enumerate() {
        let at = spot.key("pay").index(index);
        if role.paid == Paid::Voluntary {
            faults.error(at, "pay in a role that is voluntary; say what there is in pay_note");
        }
        if pay.pounds <= 0.0 {
            faults.error(at.key("pounds"), format!("found {}, allowed: more than 0", pay.pounds));
        }
        if let Some(up_to) = pay.up_to.filter(|up_to| *up_to <= pay.pounds) {
            let message = format!("found up_to {up_to}, allowed: more than pounds, {}", pay.pounds);
            faults.error(at.key("up_to"), message);
        }
        if let Some(route) = &pay.route
            && !role.routes.iter().any(|own| own.id == *route)
        {
            let message = format!("the route \"{route}\" is none of the role \"{}\"", role.id);
            faults.error(at.key("route"), message);
        }
        let on = pay.published.on();
        // "c. 2025" and a day of 2025 may stand in either order.
        if let (Some(before), Some(from)) = (before, on.and_then(earliest))
            && from > before
        {
            faults.warning(
                at.key("published"),
                "newer than the pay before it; write the newest first",
            );
        }
        before = on.and_then(latest).or(before);
    }
}

/// Every role is judged, itself or by its routes, and nothing else is.
fn judged(draft: &Draft<'_>, faults: &mut Faults) {
    let Some(Typed { value: rules, spot }) = &draft.rules else { return };
    if !draft.is_whole(Part::Role) {
        return;
    }
    let judged: BTreeSet<&str> = rules.roles.iter().map(|role| role.id.as_str()).collect();
    for Typed { value: role, spot } in &draft.roles {
        let id = role.id.as_str();
        let by_route = role.routes.iter().any(|route| judged.contains(route.id.as_str()));
        if !judged.contains(id) && !by_route {
            let message = format!(
                "the role \"{id}\" is not judged: rules.json has neither it nor a route of it"
            );
            faults.error(spot.key("id"), message);
        }
        for (index, route) in role.routes.iter().enumerate() {
            if !judged.contains(route.id.as_str()) && route.door == Door::New {
                let message = format!("the route \"{}\" is not judged in rules.json", route.id);
                faults.warning(spot.key("routes").index(index).key("id"), message);
            }
        }
    }
    // Roles whose files have faults are not known fully.
    if draft.roles.len()
        < draft.folder.files.keys().filter(|path| path.starts_with("roles/")).count()
    {
        return;
    }
    let mut seen = BTreeSet::new();
    for (index, entry) in rules.roles.iter().enumerate() {
        let at = spot.key("roles").index(index);
        if !seen.insert(entry.id.as_str()) {
            faults.error(at.key("id"), format!("\"{}\" is judged twice", entry.id));
        }
        let role = draft.roles.iter().find(|role| role.value.id.as_str() == entry.id);
        let parent = draft
            .roles
            .iter()
            .find(|role| role.value.routes.iter().any(|route| route.id.as_str() == entry.id));
        let parent = parent.map(|role| role.value.id.as_str());
        match (role, parent, entry.parent.as_deref()) {
            (Some(_), _, None) => {}
            (Some(_), _, Some(_)) => {
                faults.error(at.at_key("parent"), "a role has no parent; only a route has");
            }
            (None, Some(parent), Some(named)) if parent == named => {}
            (None, Some(parent), named) => {
                let message = format!(
                    "found the parent {}, allowed: \"{parent}\", the role of the route \"{}\"",
                    named.map_or("none".to_owned(), |named| format!("\"{named}\"")),
                    entry.id
                );
                faults.error(at.at_key("parent"), message);
            }
            (None, None, _) => {
                let names = draft.roles.iter().flat_map(|role| {
                    let routes = role.value.routes.iter().map(|route| route.id.as_str());
                    routes.chain([role.value.id.as_str()])
                });
                let hint = crate::nearest::hint(&entry.id, names);
                let message = format!("unknown role or route \"{}\"{hint}", entry.id);
                faults.error(at.key("id"), message);
            }
        }
        if let Some(role) = role
            .filter(|role| role.value.routes.iter().any(|route| judged.contains(route.id.as_str())))
        {
            let message = format!(
                "the role \"{}\" is judged beside its routes; judge only one of both",
                role.value.id
            );
            faults.error(at.key("id"), message);
        }
    }
}
