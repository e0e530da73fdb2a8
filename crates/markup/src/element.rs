//! An element: its name, its attributes, what stands in it.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Expr, ExprLit, Ident, Lit, Token, braced};

use crate::node::Nodes;

/// Attributes that are there or not; their value is a `bool`.
const FLAGS: &[&str] =
    &["disabled", "hidden", "inert", "multiple", "novalidate", "open", "required", "selected"];

/// Elements that Yew gives a value of their own.
const WITH_VALUE: &[&str] = &["input", "textarea"];

/// One element.
pub struct Element {
    name: String,
    key: Option<Expr>,
    attributes: Vec<(String, Expr)>,
    listeners: Vec<(Ident, Expr)>,
    children: Nodes,
}

/// Whether a component or an element with a value of its own begins here.
pub fn is_foreign(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    ahead.parse::<Token![<]>().is_ok()
        && ahead.call(Ident::parse_any).is_ok_and(|name| {
            let name = name.to_string();
            let is_component = name.starts_with(char::is_uppercase) || ahead.peek(Token![::]);
            is_component || WITH_VALUE.contains(&name.as_str())
        })
}

/// Takes the tokens of a foreign element as they stand.
pub fn take_foreign(input: ParseStream<'_>) -> syn::Result<TokenStream> {
    let mut taken = Vec::new();
    // How many of its tags are open: it ends where none is.
    let mut depth = 0_usize;
    loop {
        let closes = input.peek(Token![<]) && input.peek2(Token![/]);
        let opens = input.peek(Token![<]) && !closes;
        if !opens && !closes {
            // Text, braces: what stands between the tags.
            taken.push(input.parse::<TokenTree>()?);
            continue;
        }
        depth = if closes { depth - 1 } else { depth + 1 };
        // To the end of the tag; the generics of a component's name have angles of their own.
        let mut angles = 0_usize;
        loop {
            let ends_itself = input.peek(Token![/]) && input.peek2(Token![>]);
            let token = input.parse::<TokenTree>()?;
            if let TokenTree::Punct(punct) = &token {
                angles = match punct.as_char() {
                    '<' => angles + 1,
                    '>' => angles - 1,
                    _ => angles,
                };
            }
            if ends_itself && angles == 1 {
                depth -= 1;
            }
            taken.push(token);
            if angles == 0 {
                break;
            }
        }
        if depth == 0 {
            return Ok(taken.into_iter().collect());
        }
    }
}

impl Parse for Element {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.parse::<Token![<]>()?;
        let name = read_name(input)?;
        let mut element = Self {
            name: name.clone(),
            key: None,
            attributes: Vec::new(),
            listeners: Vec::new(),
            children: Nodes::none(),
        };
        while !input.peek(Token![/]) && !input.peek(Token![>]) {
            let (name, value) = read_attribute(input)?;
            if name == "key" {
                element.key = Some(value);
            } else if name.starts_with("on") {
                element.listeners.push((syn::parse_str(&name)?, value));
            } else {
                element.attributes.push((name, value));
            }
        }
        if input.peek(Token![/]) {
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(element);
        }
        input.parse::<Token![>]>()?;
        element.children = Nodes::read(input)?;
        input.parse::<Token![<]>()?;
        input.parse::<Token![/]>()?;
        let place = input.span();
        if read_name(input)? != name {
            return Err(syn::Error::new(place, format!("`<{name}>` is open here")));
        }
        input.parse::<Token![>]>()?;
        Ok(element)
    }
}

/// `name={value}`, `name="text"`, `name=true`, or `{name}` for both.
fn read_attribute(input: ParseStream<'_>) -> syn::Result<(String, Expr)> {
    if input.peek(syn::token::Brace) {
        let content;
        braced!(content in input);
        let value: Ident = content.parse()?;
        let value_as_path: Expr = syn::parse_quote! { #value };
        return Ok((value.to_string(), value_as_path));
    }
    let name = read_name(input)?;
    input.parse::<Token![=]>()?;
    if input.peek(syn::token::Brace) {
        let content;
        braced!(content in input);
        return Ok((name, content.parse()?));
    }
    let value: Lit = input.parse()?;
    Ok((name, syn::parse_quote! { #value }))
}

/// A name with hyphens in it.
fn read_name(input: ParseStream<'_>) -> syn::Result<String> {
    let mut name = input.call(Ident::parse_any)?.unraw().to_string();
    while input.peek(Token![-]) {
        input.parse::<Token![-]>()?;
        name.push('-');
        name.push_str(&input.call(Ident::parse_any)?.to_string());
    }
    Ok(name)
}

/// The text of an attribute that is the same every time.
fn fixed(name: &str, value: &Expr) -> Option<TokenStream> {
    let Expr::Lit(ExprLit { lit, .. }) = value else { return None };
    match lit {
        Lit::Str(text) => Some(text.to_token_stream()),
        Lit::Bool(on) if on.value && FLAGS.contains(&name) => Some(quote! { #name }),
        _ => None,
    }
}

impl ToTokens for Element {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { name, key, attributes, listeners, children } = self;
        let children = children.items();
        let texts: Vec<_> = attributes.iter().map(|(name, value)| fixed(name, value)).collect();
        let names = attributes.iter().map(|(name, _)| name);
        let is_fixed = texts.iter().all(Option::is_some);
        if is_fixed && key.is_none() && listeners.is_empty() {
            tokens.extend(quote! {
                crate::markup::element(
                    #name,
                    &[#((#names, ::yew::virtual_dom::AttributeOrProperty::Static(#texts))),*],
                    [#(#children),*],
                )
            });
            return;
        }
        let attributes = if is_fixed {
            quote! {
                ::yew::virtual_dom::Attributes::Static(
                    &[#((#names, ::yew::virtual_dom::AttributeOrProperty::Static(#texts))),*]
                )
            }
        } else {
            let values = attributes.iter().zip(&texts).map(|((name, value), text)| match text {
                Some(text) => quote! { crate::markup::fixed(#text) },
                None if FLAGS.contains(&name.as_str()) => {
                    quote! { crate::markup::flag(#value, #name) }
                }
                None => quote! { crate::markup::attribute(#value) },
            });
            quote! { crate::markup::attributes(&[#(#names),*], [#(#values),*]) }
        };
        let key = match key {
            Some(key) => quote! { crate::markup::key(#key) },
            None => quote! { ::std::option::Option::None },
        };
        let listeners = listeners.iter().map(|(event, callback)| {
            quote! { ::yew::html::#event::Wrapper::__macro_new(#callback) }
        });
        let listeners = listeners.collect::<Vec<_>>();
        tokens.extend(quote! {
            crate::markup::element_with(
                #name, #attributes, #key, [#(#listeners),*], [#(#children),*],
            )
        });
    }
}
