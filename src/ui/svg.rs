//! Shapes of a drawing, built like the elements of the page.
//!
//! A drawing has a twin in words beside it: here it is hidden from screen readers.

use super::live::Live;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::html::ElementChild;
use leptos::prelude::*;
use leptos::svg;

/// A shape being built.
pub struct Shape {
    kind: Kind,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

#[derive(Clone, Copy)]
enum Kind {
    Drawing,
    Rect,
    Line,
    Circle,
    Text,
}

/// A drawing of `width` by `height` units.
pub fn drawing(width: i32, height: i32) -> Shape {
    let size = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    shape(Kind::Drawing)
        .attr("viewBox", size)
        .attr("aria-hidden", "true".to_owned())
        .attr("focusable", "false".to_owned())
}

/// A rectangle from its top left corner.
pub fn rect(class: &'static str, x: i32, y: i32, width: i32, height: i32) -> Shape {
    shape(Kind::Rect)
        .attr("class", class.to_owned())
        .number("x", x)
        .number("y", y)
        .number("width", width.max(0))
        .number("height", height.max(0))
}

/// A line from one point to another.
pub fn line(class: &'static str, from: (i32, i32), to: (i32, i32)) -> Shape {
    shape(Kind::Line)
        .attr("class", class.to_owned())
        .number("x1", from.0)
        .number("y1", from.1)
        .number("x2", to.0)
        .number("y2", to.1)
}

/// A circle, of which `part` hundredths are drawn from the top.
pub fn arc(class: &'static str, centre: i32, radius: i32, part: usize) -> Shape {
    let turn = [
        "rotate(-90 ",
        &centre.to_string(),
        " ",
        &centre.to_string(),
        ")",
    ]
    .concat();
    shape(Kind::Circle)
        .attr("class", class.to_owned())
        .number("cx", centre)
        .number("cy", centre)
        .number("r", radius)
        .attr("pathLength", "100".to_owned())
        .attr("stroke-dasharray", [&part.to_string(), " 100"].concat())
        .attr("transform", turn)
}

/// A text whose `anchor` (`start`, `middle`, `end`) stands at a point.
pub fn label(class: &'static str, at: (i32, i32), anchor: &'static str, text: String) -> Shape {
    shape(Kind::Text)
        .attr("class", class.to_owned())
        .attr("text-anchor", anchor.to_owned())
        .number("x", at.0)
        .number("y", at.1)
        .child(text.into_any())
}

fn shape(kind: Kind) -> Shape {
    Shape {
        kind,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

impl Shape {
    /// An attribute whose value stays.
    pub fn attr(mut self, name: &'static str, value: String) -> Self {
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// An attribute whose value changes.
    pub fn attr_live(mut self, name: &'static str, value: Live<String>) -> Self {
        self.attributes
            .push(custom_attribute(name, value).into_any_attr());
        self
    }

    fn number(self, name: &'static str, value: i32) -> Self {
        self.attr(name, value.to_string())
    }

    /// A shape inside.
    pub fn with(self, shape: Self) -> Self {
        let shape = shape.view();
        self.child(shape)
    }

    fn child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// The shape as a view.
    pub fn view(self) -> AnyView {
        let Self {
            kind,
            attributes,
            children,
        } = self;
        match kind {
            Kind::Drawing => svg::svg()
                .child(children)
                .add_any_attr(attributes)
                .into_any(),
            Kind::Rect => svg::rect().add_any_attr(attributes).into_any(),
            Kind::Line => svg::line().add_any_attr(attributes).into_any(),
            Kind::Circle => svg::circle().add_any_attr(attributes).into_any(),
            Kind::Text => svg::text()
                .child(children)
                .add_any_attr(attributes)
                .into_any(),
        }
    }
}
