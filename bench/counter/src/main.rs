//! A bare Leptos counter: the floor of the framework.

use leptos::prelude::*;

fn main() {
    let count = RwSignal::new(0);
    mount_to_body(move || {
        view! {
            <button id="add" on:click=move |_| count.update(|count| *count += 1)>
                "Add"
            </button>
            <output>{count}</output>
        }
    });
    request_animation_frame(|| {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-ready", "true");
        }
    });
}
