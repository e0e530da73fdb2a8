//! What `html!` of `crates/markup` is expanded to: one call an element.
//!
//! The functions stand here once, and are not repeated where markup is written.

use std::rc::Rc;

use yew::html::IntoPropValue;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, Listeners, VList, VNode, VTag, VText,
};
use yew::{AttrValue, NodeRef};

pub use ::markup::html;

/// What may stand in `{ braces }`.
pub trait IntoNode {
    /// As a node.
    fn into_node(self) -> VNode;
}

impl IntoNode for VNode {
    fn into_node(self) -> VNode {
        self
    }
}

impl IntoNode for AttrValue {
    #[inline(never)]
    fn into_node(self) -> VNode {
        VNode::VText(VText::new(self))
    }
}

impl IntoNode for String {
    #[inline(never)]
    fn into_node(self) -> VNode {
        AttrValue::from(self).into_node()
    }
}

impl IntoNode for &str {
    #[inline(never)]
    fn into_node(self) -> VNode {
        self.to_owned().into_node()
    }
}

impl IntoNode for &String {
    fn into_node(self) -> VNode {
        self.as_str().into_node()
    }
}

impl IntoNode for &AttrValue {
    fn into_node(self) -> VNode {
        self.clone().into_node()
    }
}

impl<T: IntoNode> IntoNode for Option<T> {
    fn into_node(self) -> VNode {
        self.map_or_else(nothing, IntoNode::into_node)
    }
}

impl<T: IntoNode> IntoNode for Vec<T> {
    fn into_node(self) -> VNode {
        list(self)
    }
}

/// Something in braces.
#[inline]
pub fn node(value: impl IntoNode) -> VNode {
    value.into_node()
}

/// No node.
#[inline]
pub fn nothing() -> VNode {
    VNode::default()
}

/// All that an iterator gives.
pub fn list<T: IntoNode>(values: impl IntoIterator<Item = T>) -> VNode {
    gather(&mut values.into_iter().map(IntoNode::into_node))
}

/// One loop for all kinds of iterators.
#[inline(never)]
fn gather(nodes: &mut dyn Iterator<Item = VNode>) -> VNode {
    siblings(nodes.collect())
}

/// Several nodes in a row.
#[inline(never)]
pub fn fragment<const N: usize>(nodes: [VNode; N]) -> VNode {
    siblings(Vec::from(nodes))
}

#[inline(never)]
fn siblings(nodes: Vec<VNode>) -> VNode {
    VNode::VList(Rc::new(VList::from(nodes)))
}

/// An element with attributes that are always the same.
#[inline(never)]
pub fn element<const N: usize>(
    name: &'static str,
    attributes: &'static [(&'static str, AttributeOrProperty)],
    children: [VNode; N],
) -> VNode {
    build(name, Attributes::Static(attributes), None, Listeners::None, Vec::from(children))
}

/// An element with anything.
#[inline(never)]
pub fn element_with<const L: usize, const N: usize>(
    name: &'static str,
    attributes: Attributes,
    key: Option<Key>,
    listeners: [Option<Rc<dyn Listener>>; L],
    children: [VNode; N],
) -> VNode {
    let listeners = if L == 0 { Listeners::None } else { Listeners::Pending(Box::new(listeners)) };
    build(name, attributes, key, listeners, Vec::from(children))
}

#[inline(never)]
fn build(
    name: &'static str,
    attributes: Attributes,
    key: Option<Key>,
    listeners: Listeners,
    mut children: Vec<VNode>,
) -> VNode {
    let children = match children.len() {
        0 => nothing(),
        1 => children.remove(0),
        _ => siblings(children),
    };
    VTag::__new_other(
        AttrValue::Static(name),
        NodeRef::default(),
        key,
        attributes,
        listeners,
        children,
    )
    .into()
}

/// Attributes of which some differ from time to time.
#[inline(never)]
pub fn attributes<const N: usize>(
    keys: &'static [&'static str; N],
    values: [Option<AttributeOrProperty>; N],
) -> Attributes {
    Attributes::Dynamic { keys, values: Box::new(values) }
}

/// The value of an attribute that is always the same, beside others that are not.
#[inline(never)]
pub fn fixed(value: &'static str) -> Option<AttributeOrProperty> {
    // Yew writes `AttributeOrProperty::Static` in a list of static attributes only.
    Some(AttributeOrProperty::Attribute(AttrValue::Static(value)))
}

/// The value of an attribute, or that it is not there.
#[inline(never)]
pub fn attribute<T: IntoPropValue<Option<AttrValue>>>(value: T) -> Option<AttributeOrProperty> {
    value.into_prop_value().map(AttributeOrProperty::Attribute)
}

/// An attribute that is there or not.
#[inline(never)]
pub fn flag(is_on: bool, name: &'static str) -> Option<AttributeOrProperty> {
    is_on.then(|| fixed(name)).flatten()
}

/// What tells an element from its siblings.
#[inline(never)]
pub fn key<T: Into<Key>>(key: T) -> Option<Key> {
    Some(key.into())
}
