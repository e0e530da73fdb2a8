//! Every address, both ways.
//!
//! `/[embed|kiosk]/[language]/page`: the shell and the language come first, so
//! that one link never leaves the frame or the language by accident. English has
//! no prefix. The single file that runs from a memory stick has no paths; there
//! the same addresses stand behind `#`.

use crate::labels::{DEFAULT_LANGUAGE, language};

/// Which of the three frames stands around a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// A visitor's own browser.
    Site,
    /// A frame inside somebody else's page.
    Embed,
    /// A public screen, often without a network.
    Kiosk,
}

impl Shell {
    /// Every shell.
    pub const ALL: [Self; 3] = [Self::Site, Self::Embed, Self::Kiosk];

    /// The first part of its addresses; empty for the site.
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Site => "",
            Self::Embed => "embed",
            Self::Kiosk => "kiosk",
        }
    }
}

/// A page. Whether what it names exists is for the page to find out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `/`
    Start,
    /// `/officers`
    Officers,
    /// `/officers/:slug`
    Officer(String),
    /// `/roles`
    Roles,
    /// `/roles/compare`; which roles stands in the query.
    Compare,
    /// `/roles/:id`
    Role(String),
    /// `/ways`: how people move through the service.
    Ways,
    /// `/areas`
    Areas,
    /// `/themes`
    Themes,
    /// `/themes/:id`
    Theme(String),
    /// `/fit`
    Fit,
    /// `/quiz`; its steps are no addresses.
    Quiz,
    /// `/plan`
    Plan,
    /// `/search`; what is searched for stands in no address.
    Search,
    /// `/supporters`
    Supporters,
    /// `/figures`
    Figures,
    /// `/rules`
    Rules,
    /// `/rules/:id`
    Rule(String),
    /// `/glossary`
    Glossary,
    /// `/sources`
    Sources,
    /// `/about`
    About,
    /// Any other address.
    NotFound,
}

impl Route {
    /// Reads the part of an address behind shell and language. Never fails: what is no page is [`Route::NotFound`].
    pub fn parse(path: &str) -> Self {
        let path = path.strip_suffix("/index.html").unwrap_or(path);
        let mut parts = path.split('/').filter(|part| !part.is_empty());
        let page = (parts.next(), parts.next(), parts.next());
        match page {
            (None, ..) => Self::Start,
            (Some("officers"), None, _) => Self::Officers,
            (Some("officers"), Some(slug), None) if is_name(slug) => Self::Officer(slug.into()),
            (Some("roles"), None, _) => Self::Roles,
            (Some("roles"), Some("compare"), None) => Self::Compare,
            (Some("roles"), Some(id), None) if is_name(id) => Self::Role(id.into()),
            (Some("ways"), None, _) => Self::Ways,
            (Some("areas"), None, _) => Self::Areas,
            (Some("themes"), None, _) => Self::Themes,
            (Some("themes"), Some(id), None) if is_name(id) => Self::Theme(id.into()),
            (Some("fit"), None, _) => Self::Fit,
            (Some("quiz"), None, _) => Self::Quiz,
            (Some("plan"), None, _) => Self::Plan,
            (Some("search"), None, _) => Self::Search,
            (Some("supporters"), None, _) => Self::Supporters,
            (Some("figures"), None, _) => Self::Figures,
            (Some("rules"), None, _) => Self::Rules,
            (Some("rules"), Some(id), None) if is_name(id) => Self::Rule(id.into()),
            (Some("glossary"), None, _) => Self::Glossary,
            (Some("sources"), None, _) => Self::Sources,
            (Some("about"), None, _) => Self::About,
            _ => Self::NotFound,
        }
    }

    /// The part of an address behind shell and language, without slashes around it.
    pub fn path(&self) -> String {
        match self {
            Self::Start => String::new(),
            Self::Officers => "officers".into(),
            Self::Officer(slug) => format!("officers/{slug}"),
            Self::Roles => "roles".into(),
            Self::Compare => "roles/compare".into(),
            Self::Role(id) => format!("roles/{id}"),
            Self::Ways => "ways".into(),
            Self::Areas => "areas".into(),
            Self::Themes => "themes".into(),
            Self::Theme(id) => format!("themes/{id}"),
            Self::Fit => "fit".into(),
            Self::Quiz => "quiz".into(),
            Self::Plan => "plan".into(),
            Self::Search => "search".into(),
            Self::Supporters => "supporters".into(),
            Self::Figures => "figures".into(),
            Self::Rules => "rules".into(),
            Self::Rule(id) => format!("rules/{id}"),
            Self::Glossary => "glossary".into(),
            Self::Sources => "sources".into(),
            Self::About => "about".into(),
            Self::NotFound => "404".into(),
        }
    }

    /// Whether search engines may list it: not what is a visitor's own, nor what names nothing.
    pub const fn is_indexed(&self) -> bool {
        !matches!(self, Self::Plan | Self::Search | Self::NotFound)
    }

    /// Every page that a pack has, in the order of the sitemap; without the page for unknown addresses.
    pub fn all(pack: &model::Pack) -> Vec<Self> {
        let mut routes = vec![Self::Start, Self::Officers, Self::Roles, Self::Quiz];
        routes.extend([Self::Compare, Self::Ways, Self::Areas, Self::Themes, Self::Fit]);
        routes.extend([Self::Plan, Self::Search, Self::Supporters]);
        routes.extend([Self::Figures, Self::Rules, Self::Glossary, Self::Sources, Self::About]);
        routes.extend(pack.people.iter().map(|person| Self::Officer(person.slug.clone())));
        routes.extend(pack.roles.iter().map(|role| Self::Role(role.id.to_string())));
        let themes = pack.about.themes.iter().chain(&pack.about.topics);
        routes.extend(themes.map(|theme| Self::Theme(theme.id.to_string())));
        routes.extend(pack.rules.rules.iter().map(|rule| Self::Rule(rule.id.to_string())));
        routes
    }
}

/// Names in addresses are lower-case letters, digits and hyphens, at most 64 of them.
fn is_name(part: &str) -> bool {
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    part.len() <= 64 && part.bytes().all(is_plain)
}

/// A page in a shell and a language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The frame around the page.
    pub shell: Shell,
    /// The language's tag, one of [`crate::labels::LANGUAGES`].
    pub language: &'static str,
    /// The page.
    pub route: Route,
}

/// Where the product's addresses begin, and whether they are paths or fragments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Base {
    /// Paths below this one, which begins and ends with a slash.
    Path(String),
    /// Fragments of one file; the shell is fixed.
    Fragment(Shell),
}

impl Address {
    /// The same page in the same shell and language, but another page.
    pub fn with_route(&self, route: Route) -> Self {
        Self { route, ..self.clone() }
    }

    /// Reads a path (or, for a single file, a fragment without `#`). What lies outside `base` is [`Route::NotFound`].
    pub fn parse(base: &Base, path: &str) -> Self {
        let (fixed_shell, inside) = match base {
            Base::Fragment(shell) => (Some(*shell), Some(path)),
            Base::Path(base) if path.len() + 1 == base.len() && base.starts_with(path) => {
                (None, Some(""))
            }
            Base::Path(base) => (None, path.strip_prefix(base.as_str())),
        };
        let Some(inside) = inside else {
            return Self { shell: Shell::Site, language: DEFAULT_LANGUAGE, route: Route::NotFound };
        };
        let mut rest = inside.trim_start_matches('/');
        let mut take = |prefix: &str| match rest.strip_prefix(prefix) {
            Some(after) if after.is_empty() || after.starts_with('/') => {
                rest = after.trim_start_matches('/');
                true
            }
            _ => false,
        };
        let shell = fixed_shell.unwrap_or_else(|| match () {
            () if take("embed") => Shell::Embed,
            () if take("kiosk") => Shell::Kiosk,
            () => Shell::Site,
        });
        let prefixed =
            crate::labels::LANGUAGES.iter().find(|l| l.tag != DEFAULT_LANGUAGE && take(l.path));
        let language = prefixed.map_or(DEFAULT_LANGUAGE, |language| language.tag);
        Self { shell, language, route: Route::parse(rest) }
    }

    /// The path inside `base`: shell, language and page, without a slash in front.
    pub fn path(&self) -> String {
        let language = language(self.language).map_or("", |language| language.path);
        let parts = [self.shell.prefix(), language, &self.route.path()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join("/")
    }

    /// What stands in a link.
    pub fn href(&self, base: &Base) -> String {
        match base {
            Base::Path(base) => format!("{base}{}", self.path()),
            Base::Fragment(_) => {
                let inside = Self { shell: Shell::Site, ..self.clone() };
                format!("#/{}", inside.path())
            }
        }
    }
}

/// The part of an address behind `?`: what a list shows, which roles a quiz is about.
///
/// Untrusted: pages take from it what they know and ignore the rest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `a=b&c=d`, with or without `?`. At most 40 pairs; longer ones are cut off.
    pub fn parse(text: &str) -> Self {
        let pairs =
            text.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()).take(40);
        let decode = |text: &str| text.replace("%2C", ",").replace("%2c", ",");
        Self(
            pairs
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .map(|(key, value)| (decode(key), decode(value)))
                .collect(),
        )
    }

    /// The comma-separated values of a key.
    pub fn values(&self, key: &str) -> Vec<&str> {
        let all = self.0.iter().filter(|(k, _)| k == key).flat_map(|(_, value)| value.split(','));
        all.filter(|value| !value.is_empty()).collect()
    }

    /// Sets the values of a key; none removes it.
    pub fn set(&mut self, key: &str, values: &[&str]) {
        self.0.retain(|(k, _)| k != key);
        if !values.is_empty() {
            self.0.push((key.into(), values.join(",")));
        }
    }

    /// As it stands behind an address: empty, or `?` and pairs.
    pub fn to_suffix(&self) -> String {
        let pairs: Vec<String> =
            self.0.iter().map(|(key, value)| format!("{key}={value}")).collect();
        if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(path: &str, shell: Shell, language: &str, route: Route) {
        let address = Address::parse(&Base::Path("/".into()), path);
        assert_eq!(
            (address.shell, address.language, &address.route),
            (shell, language, &route),
            "{path}"
        );
    }

    #[test]
    fn an_address_names_shell_language_and_page() {
        check("/", Shell::Site, "en", Route::Start);
        check("/officers", Shell::Site, "en", Route::Officers);
        check("/officers/", Shell::Site, "en", Route::Officers);
        check("/officers/index.html", Shell::Site, "en", Route::Officers);
        check("/embed/roles/pc", Shell::Embed, "en", Route::Role("pc".into()));
        check("/kiosk/ar-xb/quiz", Shell::Kiosk, "ar-XB", Route::Quiz);
        check("/en-xa", Shell::Site, "en-XA", Route::Start);
        check("/embedded", Shell::Site, "en", Route::NotFound);
        check("/quiz/3", Shell::Site, "en", Route::NotFound);
        check("/officers/a/b", Shell::Site, "en", Route::NotFound);
        check("/officers/%2e%2e", Shell::Site, "en", Route::NotFound);
    }

    #[test]
    fn a_link_leads_back_to_its_address() {
        for base in
            [Base::Path("/".into()), Base::Path("/met/".into()), Base::Fragment(Shell::Kiosk)]
        {
            for shell in Shell::ALL {
                if matches!(base, Base::Fragment(fixed) if fixed != shell) {
                    continue;
                }
                for language in crate::labels::LANGUAGES {
                    for route in [Route::Start, Route::Quiz, Route::Officer("a-b".into())] {
                        let address = Address { shell, language: language.tag, route };
                        let href = address.href(&base);
                        assert_eq!(
                            Address::parse(&base, href.trim_start_matches('#')),
                            address,
                            "{href}"
                        );
                    }
                }
            }
        }
    }

    #[test]
    fn what_lies_outside_the_base_is_not_found() {
        let base = Base::Path("/met/".into());
        assert_eq!(Address::parse(&base, "/other").route, Route::NotFound);
        assert_eq!(Address::parse(&base, "/met").route, Route::Start);
    }

    #[test]
    fn a_query_keeps_what_it_was_given() {
        let mut query = Query::parse("?role=pc,sc&area=harrow&&x");
        assert_eq!(query.values("role"), ["pc", "sc"]);
        query.set("role", &[]);
        query.set("for", &["pcso"]);
        assert_eq!(query.to_suffix(), "?area=harrow&x=&for=pcso");
    }
}
