//! Names of things: one type per kind, so that a role is never looked up as a person.

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a name. Whether it names something is for the pack's check to say.
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            /// The name as it stands in JSON and in addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl crate::compact::Compact for $name {
            fn read(value: &crate::compact::Value, faults: &mut crate::compact::Faults) -> Self {
                Self(String::read(value, faults))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self::new(name)
            }
        }
    )+};
}

id! {
    /// A person: `p` and three digits. Opaque, so that a withdrawn id names nobody.
    PersonId,
    /// What one does: `pc`, `dc`, `sc`, ...
    RoleId,
    /// A way into a role: `pcep`, `pcda`, ... Unique in the whole pack, roles included.
    RouteId,
    /// A page or document that was read.
    SourceId,
    /// A dated number.
    FigureId,
    /// A London borough (or whatever an area of the force is).
    AreaId,
    /// A group of areas under one command.
    UnitId,
    /// A term of the glossary.
    TermId,
    /// A published rule, which may be a criterion of several roles.
    RuleId,
    /// A question of the quiz.
    QuestionId,
    /// One of a list that the pack itself declares: a kind of work, a theme, a family.
    TagId,
}
