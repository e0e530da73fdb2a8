//! What several people say about one thing: the parts of their stories, and topics within them.

use std::rc::Rc;

use model::Pack;
use model::pack::Tag;
use model::person::{Passage, Person};
use yew::prelude::*;

use crate::components::{PageHeading, link, notice, page_heading};
use crate::context::View;
use crate::markup::html;
use crate::route::Route;

/// All themes and topics, each with how many people tell about it.
pub fn page(view: &View) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    html! {
        <div key="themes" class="rx-column">
            { page_heading(PageHeading {
                text: labels.text("themes-heading"),
                lead: Some(labels.fill("themes-lead", &[("force", &pack.about.force.short)])),
                ..PageHeading::default()
            }) }
            { section(view, "themes-topics", &pack.about.topics) }
            { section(view, "themes-parts", &pack.about.themes) }
        </div>
    }
}

/// A list of themes under a subheading.
fn section(view: &View, id: &'static str, themes: &[Tag]) -> Html {
    html! {
        <section class="rx-section" aria-labelledby={id}>
            <h2 {id}>{ view.labels().text(id) }</h2>
            { theme_list(view, themes, None) }
        </section>
    }
}

/// Links to themes that somebody tells about; without `here`, which is looked at.
pub fn theme_list(view: &View, themes: &[Tag], here: Option<&Tag>) -> Html {
    let labels = view.labels();
    let entries =
        themes.iter().filter(|theme| Some(*theme) != here).filter_map(|theme| {
            let count = told(view.pack(), theme).len();
            (count > 0).then(|| html! {
            <li key={theme.id.as_str()}>
                { link(view, Route::Theme(theme.id.to_string()), "", html! { &theme.name }) }
                { " " }<span class="rx-muted">{ labels.count("themes-count", count) }</span>
            </li>
        })
        });
    html! { <ul class="rx-plain-links">{ for entries }</ul> }
}

/// What people say about a theme, or what passages speak of a topic, each with a way to the whole story.
pub fn theme_page(view: &View, theme: &Tag) -> Html {
    let (pack, labels) = (view.pack(), view.labels());
    let told = told(pack, theme);
    let is_topic = pack.about.topics.contains(theme);
    let siblings = if is_topic { &pack.about.topics } else { &pack.about.themes };
    html! {
        <div key={format!("theme/{}", theme.id)} class="rx-column">
            { page_heading(PageHeading {
                above: Some(labels.text("nav-themes")),
                text: theme.name.clone(),
                lead: Some(labels.count("themes-count", told.len())),
            }) }
            if is_topic { <p>{ labels.text("themes-topics-text") }</p> }
            { for told.iter().map(|(person, passage)| view_passage(view, person, passage)) }
            <section class="rx-section" aria-labelledby="themes-other">
                <h2 id="themes-other">{ labels.text("themes-other") }</h2>
                { theme_list(view, siblings, Some(theme)) }
                <p>{ link(view, Route::Themes, "", labels.text("nav-themes").into()) }</p>
            </section>
        </div>
    }
}

/// A passage: whose it is, what they did then, when it was published.
fn view_passage(view: &View, person: &Person, passage: &Passage) -> Html {
    let labels = view.labels();
    let story = labels.fill("themes-story", &[("name", &person.name)]);
    let published = labels.published(&person.published);
    html! {
        <article key={format!("{}-{}", person.id, passage.theme)} class="rx-story__passage">
            <h2 class="rx-story__theme">{ &person.name }</h2>
            <p class="rx-muted">{ &person.then }{ ". " }{ labels.fill("source-published", &[("date", &published)]) }</p>
            if let Some(note) = &person.content_note {
                { notice(Some(labels.text("content-note")), html! { note }) }
            }
            <p>{ &passage.text }</p>
            <p>{ link(view, Route::Officer(person.slug.clone()), "", story.into()) }</p>
        </article>
    }
}

/// The passages of a theme in the order of lists, or of a topic in the editors' order.
fn told<'p>(pack: &'p Pack, theme: &Tag) -> Vec<(&'p Rc<Person>, &'p Passage)> {
    let mut told = Vec::new();
    for person in &pack.people {
        let story = pack.story(&person.id).iter();
        told.extend(story.filter(|one| one.theme == theme.id).map(|passage| (person, passage)));
    }
    for telling in pack.tellings(&theme.id) {
        let person = pack.people.iter().find(|person| person.id == telling.person);
        let passage = pack.story(&telling.person).iter().find(|one| one.theme == telling.theme);
        told.extend(person.zip(passage));
    }
    told
}
