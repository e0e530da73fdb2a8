//! What may stand between tags: elements, expressions in braces, `for`, `if`, text.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, LitStr, Token, braced};

use crate::element::{self, Element};

/// Siblings.
pub struct Nodes(Vec<Node>);

impl Nodes {
    /// No nodes.
    pub fn none() -> Self {
        Self(Vec::new())
    }

    /// Reads nodes until the input ends or a closing tag stands there.
    pub fn read(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut nodes = Vec::new();
        let closes = || input.peek(Token![<]) && input.peek2(Token![/]);
        while !input.is_empty() && !closes() {
            nodes.push(input.parse()?);
        }
        Ok(Self(nodes))
    }

    /// As the items of an array.
    pub fn items(&self) -> &[Node] {
        &self.0
    }

    /// As one node, whatever their number.
    pub fn as_one(&self) -> TokenStream {
        match self.0.as_slice() {
            [node] => node.to_token_stream(),
            nodes => quote! { crate::markup::fragment([#(#nodes),*]) },
        }
    }
}

impl Parse for Nodes {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let nodes = Self::read(input)?;
        if input.is_empty() { Ok(nodes) } else { Err(input.error("nothing is open here to close")) }
    }
}

/// One of the things that may stand between tags.
pub enum Node {
    /// `<p>...</p>`
    Element(Element),
    /// `<>...</>`
    Fragment(Nodes),
    /// `<Component ... />`, `<input ... />`: Yew's own macro reads them.
    Foreign(TokenStream),
    /// `{ expression }`
    Value(Expr),
    /// `{ for iterator }`
    Each(Expr),
    /// `if condition { ... } else { ... }`
    If(Expr, Nodes, Option<Box<Node>>),
    /// Text in quotation marks.
    Text(LitStr),
}

impl Parse for Node {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(Token![if]) {
            return read_if(input);
        }
        if input.peek(LitStr) {
            return input.parse().map(Self::Text);
        }
        if input.peek(syn::token::Brace) {
            let content;
            braced!(content in input);
            if content.peek(Token![for]) {
                content.parse::<Token![for]>()?;
                return content.parse().map(Self::Each);
            }
            return content.parse().map(Self::Value);
        }
        if input.peek(Token![<]) && input.peek2(Token![>]) {
            input.parse::<Token![<]>()?;
            input.parse::<Token![>]>()?;
            let nodes = Nodes::read(input)?;
            input.parse::<Token![<]>()?;
            input.parse::<Token![/]>()?;
            input.parse::<Token![>]>()?;
            return Ok(Self::Fragment(nodes));
        }
        if element::is_foreign(input) {
            return element::take_foreign(input).map(Self::Foreign);
        }
        if input.peek(Token![<]) {
            return input.parse().map(Self::Element);
        }
        // An expression alone: `html! { text }`.
        input.parse().map(Self::Value)
    }
}

fn read_if(input: ParseStream<'_>) -> syn::Result<Node> {
    input.parse::<Token![if]>()?;
    let condition = Expr::parse_without_eager_brace(input)?;
    let content;
    braced!(content in input);
    let then = content.parse()?;
    let otherwise = if input.peek(Token![else]) {
        input.parse::<Token![else]>()?;
        Some(Box::new(if input.peek(Token![if]) {
            read_if(input)?
        } else {
            let content;
            braced!(content in input);
            Node::Fragment(content.parse()?)
        }))
    } else {
        None
    };
    Ok(Node::If(condition, then, otherwise))
}

impl ToTokens for Node {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(match self {
            Self::Element(element) => element.to_token_stream(),
            Self::Fragment(nodes) => nodes.as_one(),
            Self::Foreign(markup) => quote! { ::yew::html! { #markup } },
            Self::Value(value) => quote! { crate::markup::node(#value) },
            Self::Each(values) => quote! { crate::markup::list(#values) },
            Self::If(condition, then, otherwise) => {
                let then = then.as_one();
                let otherwise = otherwise
                    .as_ref()
                    .map_or_else(|| quote! { crate::markup::nothing() }, ToTokens::to_token_stream);
                quote! { if #condition { #then } else { #otherwise } }
            }
            Self::Text(text) => quote! { crate::markup::node(#text) },
        });
    }
}
