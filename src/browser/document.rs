//! The page as a whole: mounting and giving way, language and title, focus, scrolling, print.

use super::{address, still, timer};
use calliope_rules::profile::link::Lang;
use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, KeyboardEvent, MouseEvent};

/// Said by a module that is about to show the page: whichever showed it until then leaves.
const TAKE_OVER: &str = "calliope:take-over";

/// Said by it just before that: what was just answered is taken into account.
const SETTLE: &str = "calliope:settle";

/// The settings file could not be fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreachable;

/// The settings file, as the boot script fetched it; empty where there is none.
///
/// # Errors
///
/// It is there and could not be fetched.
pub fn settings() -> Result<String, Unreachable> {
    let fetched = || {
        let boot = document().query_selector("[data-wasm]").ok().flatten();
        let attribute = |name| boot.as_ref().and_then(|boot| boot.get_attribute(name));
        match attribute("data-settings-fault") {
            Some(_) => Err(Unreachable),
            None => Ok(attribute("data-settings").unwrap_or_default()),
        }
    };
    still::or(fetched, |still| Ok(still.settings.clone()))
}

/// Puts on the accents for light and dark paper, and a scheme; none and empty leave those of the style.
pub fn dress(accents: Option<[String; 2]>, scheme: &str) {
    let root = document().document_element();
    let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let [light, dark] = accents.unwrap_or_default();
    for (name, accent) in [("--accent-light", light), ("--accent-dark", dark)] {
        let _ = root.style().set_property(name, &accent);
    }
    let _ = root.set_attribute("data-scheme", scheme);
}

thread_local! {
    /// What had the focus when this module took over; empty for nothing that has a name.
    static FOCUSED: Cell<String> = const { Cell::new(String::new()) };
}

/// Gives the focus back to what had it when this module took over; false where that is not here.
pub fn resume_focus() -> bool {
    let found = element(&FOCUSED.take());
    found.is_some_and(|found| found.focus().is_ok())
}

/// Puts the app in the place of the still, or of another module's app, once what was just answered there is in the address.
pub fn mount(app: fn() -> AnyView) {
    if is_ready() {
        say(SETTLE);
        timer::soon(move || take_over(app));
    } else {
        take_over(app);
    }
}

fn take_over(app: fn() -> AnyView) {
    let focused = document().active_element().map(|active| active.id());
    FOCUSED.set(focused.unwrap_or_default());
    say(TAKE_OVER);
    let Some(place) = element("app") else { return };
    place.set_text_content(None);
    let mounted = RefCell::new(Some(mount_to(place, app)));
    let leave = Closure::<dyn Fn()>::new(move || {
        timer::forget();
        address::settle();
        drop(mounted.take());
    });
    let settle = Closure::<dyn Fn()>::new(timer::flush);
    // What is done next builds upon what was just answered.
    for (event, heard) in [
        (TAKE_OVER, &leave),
        (SETTLE, &settle),
        ("pointerdown", &settle),
        ("keydown", &settle),
    ] {
        let _ = window().add_event_listener_with_callback(event, heard.as_ref().unchecked_ref());
    }
    leave.forget();
    settle.forget();
}

/// A module of the site that holds more than the one of the first visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Module {
    /// What a prospect looks up, in both languages.
    Views,
    /// The same, and the consultant's desk.
    Desk,
    /// What draws QR codes; it leaves the page as it is.
    Qr,
}

/// Asks the boot script for a module, which then takes the page over or, once it is there, does its work again.
pub fn ask_for(module: Module) {
    say(match module {
        Module::Views => "calliope:views",
        Module::Desk => "calliope:desk",
        Module::Qr => "calliope:qr",
    });
}

fn say(event: &str) {
    if let Ok(event) = Event::new(event) {
        let _ = window().dispatch_event(&event);
    }
}

/// The language of the page before any choice: that of the browser, French for all but English.
#[must_use]
pub fn preferred_language() -> Lang {
    let known = || {
        let languages = window().navigator().languages();
        languages
            .iter()
            .filter_map(|tag| tag.as_string())
            .find_map(|tag| match tag.get(..2) {
                Some("fr") => Some(Lang::Fr),
                Some("en") => Some(Lang::En),
                _ => None,
            })
    };
    still::or(known, |still| Some(still.lang)).unwrap_or_default()
}

/// Says the language and the title of the page.
pub fn describe(lang: Lang, title: &str) {
    document().set_title(title);
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("lang", lang.id());
    }
}

/// Says that the first assessment is on screen.
pub fn ready() {
    let say = || {
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-ready", "true");
        }
    };
    still::or(|| timer::next_frame(say), |_| ());
}

/// Whether an assessment is on screen already.
#[must_use]
pub fn is_ready() -> bool {
    has_root_attribute("data-ready")
}

/// Shows and focuses the element with this id.
pub fn go_to(id: &str) {
    if let Some(target) = element(id) {
        target.scroll_into_view();
        let _ = target.focus();
    }
}

/// Goes to the heading of the view that has just come: a reader hears it, and the page starts at its top. A frame takes
/// no focus from the page around it.
pub fn start_of_view() {
    if !is_embedded() || document().has_focus().unwrap_or(false) {
        window().scroll_to_with_x_and_y(0.0, 0.0);
        focus("title");
    }
}

/// Brings the link of the view on screen into the part of the menu that shows on a phone.
pub fn show_current() {
    let find = |selector| -> Option<HtmlElement> {
        document().query_selector(selector).ok()??.dyn_into().ok()
    };
    if let (Some(menu), Some(link)) = (find(".menu"), find(".menu a[aria-current='page']")) {
        // In the middle, so that its neighbours show on both sides.
        let room = (menu.offset_width() - link.offset_width()) / 2;
        menu.set_scroll_left(link.offset_left() - menu.offset_left() - room);
    }
}

/// Whether the page was opened to be shown in another one.
#[must_use]
pub fn is_embedded() -> bool {
    has_root_attribute("data-embed")
}

fn has_root_attribute(name: &str) -> bool {
    let root = still::or(|| document().document_element(), |_| None);
    root.is_some_and(|root| root.has_attribute(name))
}

/// Focuses the first element that `selector` names.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(target) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
    }
}

/// Runs `then` once what has just changed is on screen, and before the next key is typed: not in the next frame, since what is typed until then would go elsewhere.
pub fn once_shown(then: impl FnOnce() + 'static) {
    shown(Box::new(then));
}

fn shown(then: Box<dyn FnOnce()>) {
    spawn_local(async {
        tick().await;
        then();
    });
}

/// Focuses the element with this id.
pub fn focus(id: &str) {
    if let Some(target) = element(id) {
        let _ = target.focus();
    }
}

/// Focuses the input with this id and selects its text, to be typed over.
pub fn select(id: &str) {
    let input = element(id).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
    if let Some(input) = input {
        let _ = input.focus();
        input.select();
    }
}

/// Moves the focus among the elements that `selector` names: arrows up and down, Home, End.
pub fn walk(event: &Event, selector: &str) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key) else {
        return;
    };
    let Ok(found) = document().query_selector_all(selector) else {
        return;
    };
    let Some(active) = document().active_element() else {
        return;
    };
    let places: Vec<HtmlElement> = (0..found.length())
        .filter_map(|index| found.get(index)?.dyn_into().ok())
        .collect();
    let Some(here) = places
        .iter()
        .position(|place| place.is_same_node(Some(&active)))
    else {
        return;
    };
    let there = match key.as_str() {
        "ArrowDown" => here + 1,
        "ArrowUp" => here.saturating_sub(1),
        "Home" => 0,
        "End" => places.len() - 1,
        _ => return,
    };
    if let Some(place) = places.get(there) {
        event.prevent_default();
        let _ = place.focus();
    }
}

/// Whether the Enter key was pressed in an input. Forms are not submitted: a sandboxed frame has none.
#[must_use]
pub fn is_enter(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    let place = event.target();
    key.as_deref() == Some("Enter")
        && place.is_some_and(|place| place.is_instance_of::<HtmlInputElement>())
}

/// Whether a click asks for nothing more than to follow the link here.
#[must_use]
pub fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_none_or(|mouse| {
        mouse.button() == 0
            && !(mouse.ctrl_key() || mouse.meta_key() || mouse.shift_key() || mouse.alt_key())
    })
}

/// Puts the list that `event` comes from back on its first choice.
pub fn clear(event: &Event) {
    let list = event
        .target()
        .and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
    if let Some(list) = list {
        list.set_selected_index(0);
    }
}

/// Whether the `details` element that says `toggle` is unfolded.
#[must_use]
pub fn is_unfolded(event: &Event) -> bool {
    let place = event.current_target();
    let place = place.and_then(|place| place.dyn_into::<HtmlElement>().ok());
    place.is_some_and(|place| place.has_attribute("open"))
}

/// Runs a script of the site, once.
pub fn load(script: &'static str) {
    let known = ["script[src='", script, "']"].concat();
    if let Ok(None) = document().query_selector(&known)
        && let (Some(head), Ok(element)) = (document().head(), document().create_element("script"))
    {
        let _ = element.set_attribute("src", script);
        let _ = head.append_child(&element);
    }
}

/// Opens the print dialog.
pub fn print() {
    let _ = window().print();
}

fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
