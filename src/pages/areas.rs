//! Boroughs and command units, with the people and roles of each.
//!
//! The tiles are our own arrangement; each is a link, and the address says which is shown
//! (`?area=camden`). Without the app the list by command unit stands alone.

use model::area::{Area, CommandUnit};
use model::person::Person;
use yew::prelude::*;

use crate::components::{PageHeading, Pick, link, notice, page_heading, pick_link, source_line};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// Boroughs and command units.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let areas = &pack.areas;
    let wanted = view.place.query.values("area");
    let chosen =
        wanted.first().and_then(|id| areas.areas.iter().find(|area| area.id.as_str() == *id));
    let everywhere = people(view, &|person: &Person| person.place.everywhere);
    html! {
        <div key="areas" class="rx-areas rx-wide">
            { page_heading(PageHeading {
                text: labels.text("nav-areas"),
                lead: Some(labels.fill("areas-lead", &[("city", &pack.about.force.city)])),
                ..PageHeading::default()
            }) }
            { notice(Some(labels.text("areas-note")), html! {
                <>{ &areas.note }{ " " }{ source_line(view, &areas.sources, None, false) }</>
            }) }
            <div class="rx-areas__choose">
                <section class="rx-section" aria-labelledby="areas-map">
                    <h2 id="areas-map">{ labels.text("areas-map") }</h2>
                    <p>{ labels.text("areas-map-text") }</p>
                    { view_map(view, chosen) }
                </section>
                <section class="rx-section" aria-labelledby="areas-here">
                    <h2 id="areas-here">{ chosen.map_or_else(|| labels.text("areas-choose"), |area| area.name.clone()) }</h2>
                    if let Some(area) = chosen {
                        { view_area(view, area) }
                    } else {
                        <p>{ labels.text(if wanted.is_empty() { "areas-choose-text" } else { "areas-unknown" }) }</p>
                    }
                </section>
            </div>
            <section class="rx-section" aria-labelledby="areas-list">
                <h2 id="areas-list">{ labels.text("areas-list") }</h2>
                <p>{ labels.text("areas-roles-note") }</p>
                { for areas.units.iter().map(|unit| html! {
                    <div key={unit.id.as_str()} class="rx-areas__unit">
                        <h3 class="rx-role__part">{ labels.fill("unit", &[("unit", &unit.name)]) }</h3>
                        { view_unit(view, unit) }
                        { view_people(view, &people(view, &|person: &Person| is_in_unit(view, person, unit)), Some(unit)) }
                    </div>
                }) }
                if !everywhere.is_empty() {
                    <h3 class="rx-role__part">{ labels.text("everywhere") }</h3>
                    <p>{ labels.text("areas-everywhere-text") }</p>
                    { view_people(view, &everywhere, None) }
                }
            </section>
        </div>
    }
}

/// Rows of tiles; where no borough is, a gap.
fn view_map(view: &View, chosen: Option<&Area>) -> Html {
    let areas = &view.pack().areas.areas;
    let columns = areas.iter().map(|area| area.column).max().unwrap_or_default();
    let rows = areas.iter().map(|area| area.row).max().unwrap_or_default();
    let unit = chosen.map(|area| &area.unit);
    let tile = |column: u8, row: u8| {
        let area = areas.iter().find(|area| area.column == column && area.row == row);
        let Some(area) = area else { return html! { <span class="rx-areas__tile"></span> } };
        let count = people(view, &|person: &Person| person.place.areas.contains(&area.id)).len();
        let is_shown = chosen.is_some_and(|chosen| chosen.id == area.id);
        let pick = Pick { key: "area", value: area.id.as_str(), is_shown, heading: "#areas-here" };
        let class = if unit == Some(&area.unit) {
            "rx-areas__tile rx-areas__tile--unit"
        } else {
            "rx-areas__tile"
        };
        html! {
            <span {class}>
                { pick_link(view, &pick, html! {
                    <>
                        <span class="rx-areas__short">{ &area.short }</span>{ " " }
                        <span class="rx-areas__name">{ &area.name }</span>{ " " }
                        <span class="rx-areas__count">{ count.to_string() }</span>
                    </>
                }) }
            </span>
        }
    };
    html! {
        <nav class="rx-areas__map" aria-label={view.labels().text("areas-map")}>
            { for (0..=rows).map(|row| html! {
                <div class="rx-areas__row">{ for (0..=columns).map(|column| tile(column, row)) }</div>
            }) }
        </nav>
    }
}

/// A borough: its command unit, the people published there, then those elsewhere in the unit.
fn view_area(view: &View, area: &Area) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let unit = pack.areas.units.iter().find(|unit| unit.id == area.unit);
    let here = people(view, &|person: &Person| person.place.areas.contains(&area.id));
    let others = unit.map(|unit| {
        people(view, &|person: &Person| {
            is_in_unit(view, person, unit) && !person.place.areas.contains(&area.id)
        })
    });
    let others = others.unwrap_or_default();
    html! {
        <>
            if let Some(unit) = unit {
                <p><strong>{ labels.fill("unit", &[("unit", &unit.name)]) }</strong></p>
                { view_unit(view, unit) }
            }
            <h3 class="rx-role__part">{ labels.text("areas-in-borough") }</h3>
            { view_people(view, &here, unit) }
            if !others.is_empty() {
                <h3 class="rx-role__part">{ labels.text("areas-in-unit") }</h3>
                { view_people(view, &others, unit) }
            }
        </>
    }
}

/// Which boroughs a command unit covers, and whether its name is sure.
fn view_unit(view: &View, unit: &CommandUnit) -> Html {
    let labels = view.labels();
    let areas = view.pack().areas.areas.iter().filter(|area| area.unit == unit.id);
    let names: Vec<&str> = areas.map(|area| area.name.as_str()).collect();
    html! {
        <p>
            { labels.fill("areas-with", &[("boroughs", &names.join(", "))]) }
            if unit.name_unconfirmed { { " " }<em>{ labels.text("areas-unconfirmed") }</em> }
        </p>
    }
}

/// The people of whom something holds, in the order of lists.
fn people<'a>(view: &'a View, holds: &dyn Fn(&Person) -> bool) -> Vec<&'a Person> {
    let all = view.pack().people.iter().map(|person| &**person);
    all.filter(|person| holds(person)).collect()
}

fn is_in_unit(view: &View, person: &Person, unit: &CommandUnit) -> bool {
    let areas = &view.pack().areas.areas;
    person.place.unit.as_ref() == Some(&unit.id)
        || areas.iter().any(|area| area.unit == unit.id && person.place.areas.contains(&area.id))
}

/// People in a line each, with the day of their story, and the roles they have among them.
fn view_people(view: &View, people: &[&Person], unit: Option<&CommandUnit>) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    if people.is_empty() {
        return html! { <p class="rx-muted">{ labels.text("areas-nobody") }</p> };
    }
    let roles = pack.roles.iter();
    let roles = roles.filter(|role| people.iter().any(|person| person.roles.contains(&role.id)));
    html! {
        <>
            <ul class="rx-bullets">
                { for people.iter().map(|person| {
                    let is_reading = person.place.unit_is_our_reading
                        && person.place.unit.as_ref() == unit.map(|unit| &unit.id);
                    html! {
                        <li>
                            { link(view, Route::Officer(person.slug.clone()), "", html! { &person.name }) }
                            { ", " }{ &person.then }{ ", " }
                            <span class="rx-muted">
                                { labels.published(&person.published) }
                                if is_reading { { ", " }{ labels.text("our-reading-short") } }
                            </span>
                        </li>
                    }
                }) }
            </ul>
            <p class="rx-areas__roles">
                { labels.text("areas-roles") }
                { for roles.map(|role| html! {
                    <>{ " " }{ link(view, Route::Role(role.id.to_string()), "", html! { &role.short }) }</>
                }) }
            </p>
        </>
    }
}
