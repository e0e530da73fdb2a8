//! A person in a list: mark, name, what they did then, one sentence.

use model::person::Person;
use yew::prelude::*;

use crate::components::{link, tile_mark};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// A person in a list.
pub fn person_line(view: &View, person: &Person) -> Html {
    let pack = view.pack();
    let glyph = person.roles.first().and_then(|id| pack.role(id)).map(|role| role.glyph);
    html! {
        <li key={person.id.as_str()} class="rx-person-line">
            { tile_mark(view, &person.place, glyph) }
            <div class="rx-person-line__words">
                { link(view, Route::Officer(person.slug.clone()), "rx-person-line__name", html! { &person.name }) }
                <span class="rx-person-line__then">{ &person.then }</span>
                <span class="rx-person-line__summary">{ &person.summary }</span>
            </div>
        </li>
    }
}
