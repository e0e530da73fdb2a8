//! The two scripts that are not compiled: small, plain, and true to their contract.

use std::io::Write;

use crate::must;
use crate::project::read;

/// Code without comments.
fn code(path: &str) -> String {
    let text = read(path);
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// REQ-EMB-1
#[test]
fn the_script_for_host_pages_is_small_and_needs_no_wasm() {
    let text = read("static/embed.js");
    let mut packed = Vec::new();
    {
        let mut writer = brotli::CompressorWriter::new(&mut packed, 4096, 11, 22);
        must(writer.write_all(text.as_bytes()), "packing embed.js");
    }
    assert!(packed.len() <= 4096, "{} bytes after brotli", packed.len());
    let code = code("static/embed.js");
    assert!(!code.contains("WebAssembly") && !code.contains("import "), "it must stand alone");
}

/// REQ-EMB-7, REQ-EMB-8, REQ-SEC-3
#[test]
fn no_message_can_do_more_than_set_a_height_or_raise_an_event() {
    let code = code("static/embed.js");
    for part in [
        "event.source !== this.frame.contentWindow",
        "event.origin !== root.origin",
        "message.ns !== NAMESPACE",
        "message.v !== 1",
        "message.id !== this.key",
        "Number.isInteger(height)",
        "postMessage(hello, root.origin)",
        "[\"ready\", \"started\", \"completed\"]",
        "\"allow-scripts allow-same-origin allow-popups\"",
    ] {
        assert!(code.contains(part), "embed.js no longer holds {part:?}");
    }
    for part in [
        "\"*\"",
        "innerHTML",
        "eval(",
        "document.write",
        "location =",
        "location.assign",
        "location.replace",
        "open(",
    ] {
        assert!(!code.contains(part), "embed.js holds {part:?}");
    }
}

/// Both sides of the line use the same words.
#[test]
fn frame_and_host_speak_the_same_words() {
    let frame = read("src/platform/host_messages.rs");
    let host = read("static/embed.js");
    for word in [
        "\"recruitment-explorer\"",
        "\"hello\"",
        "\"ready\"",
        "\"started\"",
        "\"completed\"",
        "\"height\"",
    ] {
        assert!(frame.contains(word), "host_messages.rs does not know {word}");
        assert!(host.contains(word), "embed.js does not know {word}");
    }
    assert!(!frame.contains("\"*\""), "the frame must speak to one origin only");
}

/// REQ-SEC-3, REQ-SEC-12
#[test]
fn the_loader_runs_no_text_and_trusts_no_global() {
    let code = code("static/loader.js");
    for part in [
        "innerHTML",
        "eval(",
        "Function(",
        "document.write",
        "insertAdjacentHTML",
        "window.wasm",
        "console.",
    ] {
        assert!(!code.contains(part), "loader.js holds {part:?}");
    }
    assert!(
        code.contains("integrity: config.wasm.integrity"),
        "the Wasm is fetched without its hash"
    );
}

#[test]
fn what_host_pages_may_rely_on_is_documented() {
    let docs = read("docs/embedding.md");
    let code = code("static/embed.js");
    for name in ["page", "lang", "roles", "min-height", "label"] {
        assert!(docs.contains(&format!("`{name}`")), "docs/embedding.md does not tell of {name}");
        assert!(code.contains(&format!("\"{name}\"")), "embed.js no longer reads {name}");
    }
    for event in ["rx-ready", "rx-started", "rx-completed"] {
        assert!(docs.contains(&format!("`{event}`")), "docs/embedding.md does not tell of {event}");
    }
}
