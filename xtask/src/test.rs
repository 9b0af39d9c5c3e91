//! Every check, in the order that fails soonest.

use crate::run::{command, run, say};
use crate::{bench, demo, docs, finish, serve, site, tools};
use std::process::Command;

/// A check and its name on the command line.
type Check = (&'static str, fn() -> Result<(), String>);

const CHECKS: [Check; 7] = [
    ("format", format),
    ("lint", lint),
    ("docs", docs::check),
    ("native", native),
    ("site", site),
    ("browser", browser),
    ("firefox", firefox),
];

/// `cargo xtask test`
pub fn everything() -> Result<(), String> {
    CHECKS.into_iter().try_for_each(|(_, check)| check())
}

/// `cargo xtask test NAME`
pub fn only(name: &str) -> Result<(), String> {
    match CHECKS.into_iter().find(|(known, _)| *known == name) {
        Some((_, check)) => check(),
        None => Err(format!(
            "no check is called {name}; there are: {}",
            CHECKS.map(|(name, _)| name).join(", ")
        )),
    }
}

fn format() -> Result<(), String> {
    say("checking the format");
    run(command("cargo").args(["fmt", "--all", "--check"]))
}

fn lint() -> Result<(), String> {
    say("linting");
    let lint = |what: &[&str]| {
        run(command("cargo")
            .args(["clippy", "--quiet"])
            .args(what)
            .args(["--", "--deny", "warnings"]))
    };
    lint(&["--workspace", "--all-targets"])?;
    lint(&finish::STILL)
}

fn native() -> Result<(), String> {
    say("testing the rules, the texts and the forms");
    run(command("cargo").args(["test", "--quiet", "--workspace"]))
}

/// The very files that are published, within their budget.
fn site() -> Result<(), String> {
    site::release()?;
    bench::check_budget()
}

fn browser() -> Result<(), String> {
    tools::for_hosting()?;
    in_browser("testing the built site in Chromium", |node| {
        node.args(RUNNER).arg("e2e/tests/");
    })
}

/// A test that hangs fails, and a server that a failed test left open holds nobody up.
const RUNNER: [&str; 4] = [
    "--test",
    "--test-reporter=spec",
    "--test-force-exit",
    "--test-timeout=300000",
];

/// The paths of a visit, in the second browser.
const PATHS: [&str; 10] = [
    "calendar",
    "desk",
    "drafts",
    "indicators",
    "portfolio",
    "quote",
    "readiness",
    "settings",
    "shell",
    "still",
];

fn firefox() -> Result<(), String> {
    let firefox = tools::for_firefox()?;
    in_browser("testing the paths of a visit in Firefox", |node| {
        node.args(RUNNER).env("FIREFOX", firefox);
        node.args(PATHS.map(|path| format!("e2e/tests/{path}.test.mjs")));
    })
}

/// `cargo xtask shots`
pub fn shots() -> Result<(), String> {
    in_browser(
        "taking screenshots of every view into target/shots/",
        |node| {
            node.args(["e2e/shots.mjs", "target/shots"]);
        },
    )
}

/// Runs Node against the site to publish, which is built if there is none.
fn in_browser(what: &str, arguments: impl FnOnce(&mut Command)) -> Result<(), String> {
    let chromium = tools::for_browser()?;
    if !site::dist().join("sw.js").is_file() {
        site::release()?;
    }
    say(what);
    let site = serve::site(0)?;
    let partner = demo::start(&site.address, 0)?;
    let mut node = command("node");
    arguments(&mut node);
    node.env("BASE_URL", &site.address)
        .env("DEMO_URL", &partner.address)
        .env("CHROMIUM", chromium);
    run(&mut node)
}
