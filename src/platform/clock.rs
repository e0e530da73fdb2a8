//! Which day it is.
//!
//! Counted once, in the zone of the force, from the device's clock: a verdict
//! must not depend on where in the world the device believes to be.

use model::Date;

/// Today in the zone `territory` (an IANA name); nothing where there is no clock.
#[cfg(target_arch = "wasm32")]
#[expect(clippy::disallowed_types, reason = "the one place that reads the clock")]
pub fn today(territory: &str) -> Option<Date> {
    use js_sys::{Array, Date as Clock, Intl, Object, Reflect};

    let options = Object::new();
    for (key, value) in
        [("timeZone", territory), ("year", "numeric"), ("month", "2-digit"), ("day", "2-digit")]
    {
        Reflect::set(&options, &key.into(), &value.into()).ok()?;
    }
    let locales = Array::of1(&"en-GB-u-ca-gregory-nu-latn".into());
    let written = Intl::DateTimeFormat::new(&locales, &options)
        .format()
        .call1(&wasm_bindgen::JsValue::NULL, &Clock::new_0())
        .ok()?
        .as_string()?;
    let mut parts = written.split('/').map(|part| part.parse::<u32>().ok());
    let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
    Date::new(i32::try_from(year).ok()?, month, day)
}

/// Today in the zone `territory`; a native build has no clock.
#[cfg(not(target_arch = "wasm32"))]
pub fn today(_territory: &str) -> Option<Date> {
    None
}
