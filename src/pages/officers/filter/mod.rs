//! Which people a list shows, and what each further choice would leave.
//!
//! Values of one facet widen (any of them will do), facets narrow (all of them
//! must hold). No choice that is offered leads to an empty list, and neither
//! does an address: what fits nobody beside the rest is left out when it is read.

use std::rc::Rc;

use model::Pack;
use model::pack::Tag;
use model::person::Person;

use crate::route::Query;

/// What a list of people can be narrowed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// What they did.
    Role,
    /// The command unit they worked in, or the whole city.
    Area,
    /// The kind of work.
    Work,
    /// What they came from.
    CameFrom,
    /// What their story tells of.
    Theme,
}

/// Stands for the whole city among the command units.
pub const EVERYWHERE: &str = "everywhere";

impl Facet {
    /// Every facet, in the order of the page. An address is read in this order, too.
    pub const ALL: [Self; 5] = [Self::Role, Self::Area, Self::Work, Self::CameFrom, Self::Theme];

    /// Its key in an address.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Area => "area",
            Self::Work => "work",
            Self::CameFrom => "came-from",
            Self::Theme => "theme",
        }
    }

    /// Whether a value of this facet holds for somebody.
    fn holds(self, value: &str, person: &Person, pack: &Pack) -> bool {
        match self {
            Self::Role => person.roles.iter().any(|id| id.as_str() == value),
            Self::Area if value == EVERYWHERE => person.place.everywhere,
            Self::Area => match &person.place.unit {
                Some(unit) => unit.as_str() == value,
                None => pack.areas.areas.iter().any(|area| {
                    area.unit.as_str() == value && person.place.areas.contains(&area.id)
                }),
            },
            Self::Work => person.work.iter().any(|id| id.as_str() == value),
            Self::CameFrom => person.came_from.iter().any(|id| id.as_str() == value),
            Self::Theme => {
                pack.story(&person.id).iter().any(|passage| passage.theme.as_str() == value)
            }
        }
    }

    /// Its values in the pack's order, each with its name; no name for the whole city.
    fn values(self, pack: &Pack) -> Vec<(&str, Option<&str>)> {
        fn tags(list: &[Tag]) -> Vec<(&str, Option<&str>)> {
            list.iter().map(|tag| (tag.id.as_str(), Some(tag.name.as_str()))).collect()
        }
        match self {
            Self::Role => {
                pack.roles.iter().map(|role| (role.id.as_str(), Some(role.name.as_str()))).collect()
            }
            Self::Area => {
                let units = pack.areas.units.iter();
                let units = units.map(|unit| (unit.id.as_str(), Some(unit.name.as_str())));
                std::iter::once((EVERYWHERE, None)).chain(units).collect()
            }
            Self::Work => tags(&pack.about.work),
            Self::CameFrom => tags(&pack.about.came_from),
            Self::Theme => tags(&pack.about.themes),
        }
    }
}

/// A value that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Of what.
    pub facet: Facet,
    /// As in the address.
    pub value: String,
    /// As shown; nothing for the whole city, which the interface names.
    pub name: Option<String>,
    /// How many people fit it and every other facet.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection([Vec<String>; Facet::ALL.len()]);

impl Selection {
    /// Reads an address, and counts the values that were left out: unknown ones,
    /// and those that fit nobody beside the rest.
    pub fn read(query: &Query, pack: &Pack) -> (Self, usize) {
        let mut selection = Self::default();
        let mut left_out = 0;
        for facet in Facet::ALL {
            let mut wanted = query.values(facet.key());
            wanted.sort_unstable();
            wanted.dedup();
            let choices = selection.choices(pack, facet);
            let fits = |choice: &&Choice| {
                choice.count > 0 && wanted.binary_search(&choice.value.as_str()).is_ok()
            };
            let values: Vec<String> =
                choices.iter().filter(fits).map(|choice| choice.value.clone()).collect();
            left_out += wanted.len() - values.len();
            selection.0[facet as usize] = values;
        }
        (selection, left_out)
    }

    /// The same in an address, beside whatever else stands there.
    pub fn write(&self, query: &Query) -> Query {
        let mut query = query.clone();
        for facet in Facet::ALL {
            let values: Vec<&str> = self.0[facet as usize].iter().map(String::as_str).collect();
            query.set(facet.key(), &values);
        }
        query
    }

    /// The people who fit, in the pack's order.
    pub fn people<'a>(&self, pack: &'a Pack) -> Vec<&'a Rc<Person>> {
        pack.people.iter().filter(|person| self.fits(person, pack, None)).collect()
    }

    /// The values of a facet that hold for anybody at all, each with the people it would leave.
    pub fn choices(&self, pack: &Pack, facet: Facet) -> Vec<Choice> {
        let others: Vec<_> =
            pack.people.iter().filter(|person| self.fits(person, pack, Some(facet))).collect();
        let holds = |value: &str, person: &Person| facet.holds(value, person, pack);
        let chosen = &self.0[facet as usize];
        let values = facet.values(pack).into_iter();
        values
            .filter(|(value, _)| pack.people.iter().any(|person| holds(value, person)))
            .map(|(value, name)| Choice {
                facet,
                value: value.to_owned(),
                name: name.map(str::to_owned),
                count: others.iter().filter(|person| holds(value, person)).count(),
                is_chosen: chosen.iter().any(|chosen| chosen == value),
            })
            .collect()
    }

    /// Chooses a value, or no longer. A value that would leave nobody is not chosen; where a value
    /// that goes leaves nobody, those of its facet that hold for nobody else go with it.
    pub fn toggle(&self, pack: &Pack, facet: Facet, value: &str) -> Self {
        let choices = self.choices(pack, facet);
        let keep = |test: &dyn Fn(&Choice) -> bool| {
            let mut selection = self.clone();
            let values = choices.iter().filter(|choice| test(choice));
            selection.0[facet as usize] = values.map(|choice| choice.value.clone()).collect();
            selection
        };
        let toggled = keep(&|choice| match choice.value == value {
            true => !choice.is_chosen && choice.count > 0,
            false => choice.is_chosen,
        });
        if toggled.people(pack).is_empty() {
            keep(&|choice| choice.is_chosen && choice.count > 0 && choice.value != value)
        } else {
            toggled
        }
    }

    /// Whether somebody fits every facet, one perhaps left aside.
    fn fits(&self, person: &Person, pack: &Pack, aside: Option<Facet>) -> bool {
        Facet::ALL.into_iter().filter(|facet| Some(*facet) != aside).all(|facet| {
            let values = &self.0[facet as usize];
            values.is_empty() || values.iter().any(|value| facet.holds(value, person, pack))
        })
    }
}

#[cfg(test)]
mod tests;
