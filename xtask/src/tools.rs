//! What the commands need, installed at pinned versions when it is not there yet.
//!
//! Everything goes into `.tools/` and `e2e/node_modules/`, except the wasm target, which belongs to
//! rustup, and Debian's packages of browsers and of nginx, which are installed only where they are not found.

use crate::run::{command, output, root, run, say};
use std::fs;
use std::path::PathBuf;

/// Trunk 0.22 needs a newer compiler than the minimum of this workspace.
const TRUNK: &str = "0.21.14";
/// What checks licences and known weaknesses.
const CARGO_DENY: &str = "0.20.2";
/// The oldest Node whose test runner the browser tests use.
const NODE: u32 = 20;

/// What building the site needs.
pub fn for_building() -> Result<(), String> {
    wasm_target()?;
    cargo_tool("wasm-bindgen-cli", &locked_version("wasm-bindgen")?, &[])?;
    // Without its defaults, Trunk neither looks for updates nor fetches tools by itself.
    cargo_tool("trunk", TRUNK, &["--locked", "--no-default-features"])?;
    npm()
}

/// What the browser tests need besides: the path of a Chromium.
pub fn for_browser() -> Result<PathBuf, String> {
    npm()?;
    program(
        "CHROMIUM",
        &[
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ],
        &["chromium", "fonts-dejavu-core"],
    )
}

/// The path of a Firefox, for the tests that run in a second browser.
pub fn for_firefox() -> Result<PathBuf, String> {
    npm()?;
    program(
        "FIREFOX",
        &[
            "/usr/bin/firefox-esr",
            "/usr/bin/firefox",
            "/Applications/Firefox.app/Contents/MacOS/firefox",
        ],
        &["firefox-esr", "fonts-dejavu-core"],
    )
}

/// What the tests of hosting need: nginx with the module that sends Brotli, as Debian packages them.
pub fn for_hosting() -> Result<(), String> {
    const BROTLI: &str = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
    for (path, packages) in [
        ("/usr/sbin/nginx", &["nginx-light"][..]),
        (BROTLI, &["libnginx-mod-http-brotli-static"]),
    ] {
        program("", &[path], packages)?;
    }
    Ok(())
}

/// What the load of a host is measured with.
pub fn for_load() -> Result<(), String> {
    for_hosting()?;
    program("", &["/usr/bin/wrk"], &["wrk"]).map(drop)
}

/// The first of the usual paths of a program, or the one that a variable names; else it is installed from Debian's packages.
fn program(variable: &str, usual: &[&str], packages: &[&str]) -> Result<PathBuf, String> {
    let find = || {
        let named = std::env::var_os(variable).map(PathBuf::from);
        let paths = named.into_iter().chain(usual.iter().map(PathBuf::from));
        paths.into_iter().find(|path| path.is_file())
    };
    match find() {
        Some(found) => Ok(found),
        None => {
            install(packages)?;
            find().ok_or_else(|| format!("{} was installed but is not found", packages[0]))
        }
    }
}

/// Installs packages of Debian.
fn install(packages: &[&str]) -> Result<(), String> {
    let name = packages.join(" ");
    if output(command("apt-get").arg("--version")).is_none() {
        return Err(format!(
            "{name} is not here, and only Debian's packages can be installed: install it, \
             or give the path of a browser in CHROMIUM or FIREFOX"
        ));
    }
    say(&format!("installing Debian's {name}, for the tests"));
    let as_root = output(command("id").arg("-u")).as_deref() == Some("0");
    let apt = |arguments: &[&str]| {
        let mut apt = command(if as_root { "apt-get" } else { "sudo" });
        if !as_root {
            apt.arg("apt-get");
        }
        run(apt
            .args(arguments)
            .args(["-qq", "-o", "DPkg::Lock::Timeout=120"])
            .env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update"])?;
    let mut arguments = vec!["install", "-y", "--no-install-recommends"];
    arguments.extend(packages);
    apt(&arguments)
}

fn wasm_target() -> Result<(), String> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let library = output(command("rustc").args(["--print", "target-libdir", "--target", TARGET]));
    if library.is_some_and(|path| PathBuf::from(path).is_dir()) {
        return Ok(());
    }
    say("adding the wasm target to the Rust toolchain");
    run(command("rustup").args(["target", "add", TARGET]))
}

/// Installs a program from crates.io into `.tools/`, with a profile that compiles fast.
fn cargo_tool(name: &str, version: &str, options: &[&str]) -> Result<(), String> {
    let tools = root().join(".tools");
    let stamp = tools.join(format!("{name}-{version}"));
    if stamp.is_file() {
        return Ok(());
    }
    say(&format!(
        "installing {name} {version} into .tools (a few minutes, once)"
    ));
    let mut install = command("cargo");
    install
        .args([
            "install",
            name,
            "--version",
            &format!("={version}"),
            "--force",
            "--root",
        ])
        .arg(&tools)
        .args(options);
    // Kept apart, so that an interrupted installation goes on where it stopped.
    install.env("CARGO_TARGET_DIR", tools.join("build"));
    for (key, value) in [
        ("LTO", "off"),
        ("CODEGEN_UNITS", "16"),
        ("OPT_LEVEL", "1"),
        ("DEBUG", "0"),
        ("PANIC", "unwind"),
    ] {
        install.env(format!("CARGO_PROFILE_RELEASE_{key}"), value);
    }
    run(&mut install)?;
    fs::write(&stamp, "").map_err(|error| format!("{}: {error}", stamp.display()))
}

/// What maintainers check the packages with.
pub fn for_audit() -> Result<(), String> {
    cargo_tool("cargo-deny", CARGO_DENY, &["--locked"])
}

/// What comparing with the peer needs.
pub fn for_peer() -> Result<(), String> {
    npm_packages("bench/peer", "the peer that the engine is compared with")
}

/// The development tools of npm: wasm-opt, the browser driver, the accessibility checks.
fn npm() -> Result<(), String> {
    npm_packages("e2e", "the npm development tools")
}

/// Installs the packages of a folder, exactly as locked.
fn npm_packages(name: &str, what: &str) -> Result<(), String> {
    let folder = root().join(name);
    let lock = folder.join("package-lock.json");
    let locked = fs::read(&lock).map_err(|error| format!("{}: {error}", lock.display()))?;
    let stamp = root()
        .join(".tools")
        .join(format!("{}.lock", name.replace('/', "-")));
    if fs::read(&stamp).is_ok_and(|installed| installed == locked)
        && folder.join("node_modules").is_dir()
    {
        return Ok(());
    }
    let version = output(command("node").arg("--version")).unwrap_or_default();
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(format!(
            "Node {NODE} or newer is needed; found: {}",
            if version.is_empty() { "none" } else { &version }
        ));
    }
    say(&format!("installing {what} into {name}/node_modules"));
    run(command("npm")
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(folder))?;
    fs::create_dir_all(root().join(".tools")).map_err(|error| format!(".tools: {error}"))?;
    fs::write(&stamp, locked).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// The version that Cargo.lock holds of a package.
fn locked_version(name: &str) -> Result<String, String> {
    let lock = fs::read_to_string(root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock: {error}"))?;
    let head = format!("name = \"{name}\"\nversion = \"");
    lock.split_once(&head)
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(version, _)| version.to_owned())
        .ok_or_else(|| format!("Cargo.lock does not hold {name}"))
}
