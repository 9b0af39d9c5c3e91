//! A part of a whole, drawn as a bar; the words beside it say the same.

use super::element::El;
use super::element::el;
use super::svg::{drawing, rect};

/// A bar of `total` parts, `parts` of each class in turn.
pub fn bar(parts: &[(&'static str, usize)], total: usize) -> El {
    /// Width of a bar in units of the drawing.
    const WIDTH: i32 = 200;
    let total = i32::try_from(total.max(1)).unwrap_or(1);
    let mut shape = drawing(WIDTH, 10)
        .attr("class", "bar".to_owned())
        .attr("preserveAspectRatio", "none".to_owned())
        .with(rect("bar-ground", 0, 0, WIDTH, 10));
    let mut done = 0;
    for (class, part) in parts {
        let part = i32::try_from(*part).unwrap_or(0);
        let (from, to) = (WIDTH * done / total, WIDTH * (done + part) / total);
        // A gap tells two parts from each other without their colours.
        shape = shape.with(rect(class, from, 0, (to - from - 2).max(0), 10));
        done += part;
    }
    el("span").class("bar-box").child(shape.view())
}
