//! The site on this machine, rebuilt on each change, with the headers of a real host.

use crate::run::say;
use crate::{demo, prepare, site, tools};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response, Server};

/// Whether to optimise, and the port.
fn read_options(options: &[&str]) -> Result<(bool, u16), String> {
    let mut release = false;
    let mut port = 8080;
    let mut words = options.iter();
    while let Some(word) = words.next() {
        match *word {
            "--release" => release = true,
            "--port" => {
                let value = words.next().and_then(|value| value.parse().ok());
                port = value.ok_or_else(|| "--port needs a number".to_owned())?;
            }
            other => return Err(format!("serve: {other} is not known")),
        }
    }
    Ok((release, port))
}

/// `cargo xtask serve`
pub fn command(options: &[&str]) -> Result<(), String> {
    let (release, port) = read_options(options)?;
    tools::for_building()?;
    // Trunk refuses to ignore folders that do not exist yet.
    prepare::command()?;
    say("building the site, then again on each change");
    let mut watch = site::trunk("watch");
    if release {
        watch.args(site::RELEASE);
    }
    let (server, address) = start(site::dist(), port)?;
    say(&format!(
        "the site is served at {address} as soon as the first build is done"
    ));
    // The site is served even where the next port is taken.
    let partner = demo::start(&address, port.saturating_add(1));
    match &partner {
        Ok((_, elsewhere)) => say(&format!(
            "the page of a partner that embeds it, on another origin: {elsewhere}"
        )),
        Err(error) => say(&format!("the page of a partner is not served: {error}")),
    }
    let mut watching = watch
        .spawn()
        .map_err(|error| format!("trunk could not start: {error}"))?;
    let status = watching.wait().map_err(|error| error.to_string())?;
    server.unblock();
    if let Ok((partner, _)) = partner {
        partner.unblock();
    }
    Err(format!("trunk ended ({status})"))
}

/// Serves a folder from a thread; port 0 takes a free one.
pub fn start(folder: PathBuf, port: u16) -> Result<(Arc<Server>, String), String> {
    let server =
        Server::http(("127.0.0.1", port)).map_err(|error| format!("port {port}: {error}"))?;
    let address = format!("http://{}/", server.server_addr());
    let server = Arc::new(server);
    for _ in 0..4 {
        let (server, folder) = (Arc::clone(&server), folder.clone());
        thread::spawn(move || {
            for request in server.incoming_requests() {
                // The visitor may have gone: nothing to do about it.
                let _ = answer(request, &folder);
            }
        });
    }
    Ok((server, address))
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(Response::from_string("method not allowed").with_status_code(405));
    }
    let path = request
        .url()
        .split(['?', '#'])
        .next()
        .unwrap_or_default()
        .trim_start_matches('/');
    let path = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let inside = Path::new(&path)
        .components()
        .all(|part| matches!(part, Component::Normal(_)));
    let bytes = if inside {
        fs::read(folder.join(&path)).ok()
    } else {
        None
    };
    match bytes {
        None => request.respond(Response::from_string("not found").with_status_code(404)),
        Some(bytes) => {
            let mut response = Response::from_data(bytes);
            for (name, value) in headers(&path) {
                if let Ok(header) = Header::from_bytes(name, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
    }
}

fn headers(path: &str) -> [(&'static str, &'static str); 5] {
    let extension = path.rsplit('.').next().unwrap_or_default();
    let kind = match extension {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "json" => "application/json",
        _ => "application/octet-stream",
    };
    [
        ("Content-Type", kind),
        ("Cache-Control", "no-cache"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        // A sandboxed frame has no origin: modules reach it only when any origin may read them.
        ("Access-Control-Allow-Origin", "*"),
    ]
}
