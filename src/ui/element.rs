//! Elements of the page, built by calls that share their code.
//!
//! The `view!` macro makes code for each shape of element and each attribute: 250 bytes an element.
//! Built here, every element is the same Leptos type (see `docs/decisions/0004-bytes.md`).

use super::live::Live;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::{Custom, Event};
use leptos::html::{ElementChild, custom};
use leptos::prelude::*;
use leptos::tachys::html::class::class;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;

/// An element being built.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element without attributes or children yet.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }))
}

impl El {
    /// An attribute whose value stays.
    pub fn attr(self, name: &'static str, value: &'static str) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// The classes.
    pub fn class(self, names: &'static str) -> Self {
        self.attr("class", names)
    }

    /// An attribute whose value is made here.
    pub fn attr_owned(self, name: &'static str, value: String) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute whose value changes.
    pub fn attr_live(self, name: &'static str, value: Live<String>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that is there only while `value` holds, such as `hidden`.
    pub fn flag(self, name: &'static str, value: Live<bool>) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// A class that is there only while `value` holds; for an element without other classes.
    pub fn class_while(self, name: &'static str, value: Live<bool>) -> Self {
        self.with(class((name, value)).into_any_attr())
    }

    /// A property of the DOM that holds a text, such as the value of an input.
    pub fn value(self, value: Live<String>) -> Self {
        // Of a property, nothing stands in a still.
        if cfg!(feature = "still") {
            return self.attr_live("value", value);
        }
        self.with(prop("value", value).into_any_attr())
    }

    /// Whether a box is ticked.
    pub fn checked(self, value: Live<bool>) -> Self {
        if cfg!(feature = "still") {
            return self.flag("checked", value);
        }
        self.with(prop("checked", value).into_any_attr())
    }

    /// What an event does.
    pub fn on(self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(run))
    }

    fn on_boxed(self, event: &'static str, run: Box<dyn FnMut(Event)>) -> Self {
        self.with(on(Custom::new(event), run).into_any_attr())
    }

    /// What comes next inside.
    pub fn child(self, child: impl Child) -> Self {
        self.push(child.into_child())
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    fn push(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        let Parts {
            tag,
            attributes,
            children,
        } = *self.0;
        custom(tag)
            .child(children)
            .add_any_attr(attributes)
            .into_any()
    }
}

/// What can stand inside an element.
pub trait Child {
    /// As a view.
    fn into_child(self) -> AnyView;
}

impl Child for El {
    fn into_child(self) -> AnyView {
        self.view()
    }
}

impl Child for AnyView {
    fn into_child(self) -> AnyView {
        self
    }
}

impl Child for &'static str {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl Child for String {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl Child for Vec<AnyView> {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl Child for Live<String> {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl Child for Live<AnyView> {
    fn into_child(self) -> AnyView {
        self.into_any()
    }
}

impl<T: Child> Child for Option<T> {
    fn into_child(self) -> AnyView {
        self.map_or_else(|| ().into_any(), Child::into_child)
    }
}
