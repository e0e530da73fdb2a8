//! A person in a list: mark, name, what they did then, one sentence.

use std::rc::Rc;

use model::person::Person;
use yew::prelude::*;

use crate::components::{Link, TileMark};
use crate::context::use_pack;
use crate::route::Route;

/// Props of [`PersonLine`].
#[derive(Properties, PartialEq)]
pub struct PersonLineProps {
    /// Whom it shows.
    pub person: Rc<Person>,
}

/// A person in a list.
#[component]
pub fn PersonLine(props: &PersonLineProps) -> Html {
    let pack = use_pack();
    let person = &props.person;
    let glyph = person.roles.first().and_then(|id| pack.role(id)).map(|role| role.glyph);
    html! {
        <li class="rx-person-line">
            <TileMark place={person.place.clone()} {glyph} />
            <div class="rx-person-line__words">
                <Link to={Route::Officer(person.slug.clone())} class="rx-person-line__name">{ &person.name }</Link>
                <span class="rx-person-line__then">{ &person.then }</span>
                <span class="rx-person-line__summary">{ &person.summary }</span>
            </div>
        </li>
    }
}
