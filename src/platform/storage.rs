//! What the device keeps, where the visitor asked for it. Any of it may be refused, at any time.

/// What is kept under a key; nothing where there is none or the device refuses.
#[cfg(target_arch = "wasm32")]
pub fn read(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a value, or forgets it where there is none; whether the device did so.
#[cfg(target_arch = "wasm32")]
pub fn write(key: &str, value: Option<&str>) -> bool {
    let outcome = storage().map(|storage| match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    });
    matches!(outcome, Some(Ok(())))
}

#[cfg(target_arch = "wasm32")]
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// A native build keeps nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(_key: &str) -> Option<String> {
    None
}

/// A native build keeps nothing.
#[cfg(not(target_arch = "wasm32"))]
pub fn write(_key: &str, _value: Option<&str>) -> bool {
    false
}
