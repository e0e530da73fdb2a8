//! A QR code, drawn as one path: for a phone that is held in front of the screen.

use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use yew::prelude::*;

use crate::markup::html;

/// The white edge that readers need, in modules.
const QUIET: i32 = 4;

/// The code of an address; nothing where the address is longer than a small code holds.
///
/// `name` tells those who do not see it what it holds. Always black on white.
pub fn qr(address: &str, name: String) -> Html {
    let Some((size, path)) = modules(address) else { return html! {} };
    html! {
        <svg class="rx-qr" viewBox={format!("0 0 {size} {size}")} role="img" aria-label={name} shape-rendering="crispEdges">
            <path fill="#fff" d={format!("M0 0h{size}v{size}H0z")} />
            <path fill="#000" d={path} />
        </svg>
    }
}

/// The side in modules, edge included, and the dark ones as a path: a run of a row is a rectangle.
pub fn modules(address: &str) -> Option<(i32, String)> {
    let segment = QrSegment::make_bytes(address.as_bytes());
    let (least, most) = (Version::new(1), Version::new(12));
    let code =
        QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Medium, least, most, None, false)
            .ok()?;
    let side = code.size();
    let mut path = String::new();
    for y in 0..side {
        let mut x = 0;
        while x < side {
            let begin = x;
            while code.get_module(x, y) {
                x += 1;
            }
            if x > begin {
                let run = x - begin;
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", begin + QUIET, y + QUIET));
            }
            x += 1;
        }
    }
    Some((side + 2 * QUIET, path))
}
