//! `html!`, as Yew's own, with an expansion made for size.
//!
//! Yew's macro writes the construction of every element out where it stands: some
//! 200 bytes of Wasm each. This one takes the same markup and writes one call of a
//! function of the app's `markup` module instead, some 40 bytes. The product's Wasm is
//! a fifth smaller for it (docs/decisions/0014).
//!
//! What it does not know it hands to Yew's macro as it stands: components, and
//! elements with a value of their own (`input`, `textarea`).

mod element;
mod node;

use proc_macro::TokenStream;
use quote::quote;
use syn::parse_macro_input;

/// Markup as Yew's `html!` takes it, as an expression of type `yew::Html`.
#[proc_macro]
pub fn html(input: TokenStream) -> TokenStream {
    let nodes = parse_macro_input!(input as node::Nodes);
    let html = nodes.as_one();
    quote! { #html }.into()
}
