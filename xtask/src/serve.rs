//! The site on this machine, rebuilt on each change, with the headers of a real host.

use crate::run::say;
use crate::{demo, headers, prepare, site, tools};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::CACHE_CONTROL;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tower_http::services::{ServeDir, ServeFile};

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
    let served = site(port)?;
    say(&format!(
        "the site is served at {} as soon as the first build is done",
        served.address
    ));
    // The site is served even where the next port is taken.
    let partner = demo::start(&served.address, port.saturating_add(1));
    match &partner {
        Ok(partner) => say(&format!(
            "the page of a partner that embeds it, on another origin: {}",
            partner.address
        )),
        Err(error) => say(&format!("the page of a partner is not served: {error}")),
    }
    let mut watching = watch
        .spawn()
        .map_err(|error| format!("trunk could not start: {error}"))?;
    let status = watching.wait().map_err(|error| error.to_string())?;
    Err(format!("trunk ended ({status})"))
}

/// A folder that is served until this is dropped.
pub struct Served {
    /// Where, with a final slash.
    pub address: String,
    _runtime: Runtime,
}

/// Serves the site as a host would; port 0 takes a free one.
pub fn site(port: u16) -> Result<Served, String> {
    start(site::dist(), port, HeaderMap::from_iter(everywhere()?))
}

/// Serves a folder with no header of its own.
pub fn folder(folder: PathBuf, port: u16) -> Result<Served, String> {
    start(folder, port, HeaderMap::new())
}

/// Compressed files go first where there are any.
fn start(folder: PathBuf, port: u16, headers: HeaderMap) -> Result<Served, String> {
    let at = |error: std::io::Error| format!("port {port}: {error}");
    let runtime = Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .build()
        .map_err(at)?;
    let listener = runtime
        .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, port)))
        .map_err(at)?;
    let address = format!("http://{}/", listener.local_addr().map_err(at)?);
    let missing = ServeFile::new(folder.join("404.html"));
    let files = ServeDir::new(folder)
        .precompressed_br()
        .not_found_service(missing);
    let site = Router::new()
        .fallback_service(files)
        .layer(from_fn_with_state(headers, complete));
    runtime.spawn(async { axum::serve(listener, site).await });
    Ok(Served {
        address,
        _runtime: runtime,
    })
}

/// The headers of every file, as the server writes them.
fn everywhere() -> Result<Vec<(HeaderName, HeaderValue)>, String> {
    let header = |(name, value): headers::Header| {
        let read = HeaderName::try_from(name).ok().zip(value.parse().ok());
        read.ok_or_else(|| format!("{name}: {value} is no header"))
    };
    headers::everywhere()?.into_iter().map(header).collect()
}

/// Adds to an answer what a host sends with it.
async fn complete(State(headers): State<HeaderMap>, request: Request, next: Next) -> Response {
    let cache = headers::cache(request.uri().path());
    let mut response = next.run(request).await;
    // What is missing may be there a moment later.
    let cache = match response.status().is_success() {
        true => cache,
        false => headers::ASK_AGAIN,
    };
    let answered = response.headers_mut();
    answered.extend(headers);
    answered.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
