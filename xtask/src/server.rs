//! A static server with the real headers, for `serve` and for tests. Never for the public.

use std::convert::Infallible;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{HeaderMap, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::runtime::{Builder, Runtime};

use crate::build::headers;
use crate::failure::Failure;
use crate::site::Site;

/// Serves a folder on a port of this machine until it is dropped.
pub struct Running {
    runtime: Option<Runtime>,
    /// `http://127.0.0.1:<port>`.
    pub origin: String,
}

/// What is served, and how.
#[derive(Clone)]
pub struct Content {
    /// The folder.
    pub folder: PathBuf,
    /// Decides the headers; none: a plain page of somebody else's.
    pub site: Option<Site>,
}

/// Starts serving. Port 0 takes a free one.
///
/// # Errors
/// If the port is taken.
pub fn start(content: Content, port: u16) -> Result<Running, Failure> {
    let unusable = |error: std::io::Error| {
        Failure::Call(format!(
            "port {port} of 127.0.0.1 cannot be used: {error}. Is another copy running?"
        ))
    };
    let listener = TcpListener::bind(("127.0.0.1", port)).map_err(unusable)?;
    listener.set_nonblocking(true).map_err(unusable)?;
    let address = listener.local_addr().map_err(unusable)?;
    let runtime =
        Builder::new_multi_thread().worker_threads(2).enable_all().build().map_err(unusable)?;
    runtime.spawn(accept(listener, Arc::new(content)));
    Ok(Running { runtime: Some(runtime), origin: format!("http://{address}") })
}

impl Running {
    /// Serves until the program is ended.
    pub fn wait(self) {
        if let Some(runtime) = &self.runtime {
            runtime.block_on(std::future::pending::<()>());
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // A browser may hold its connection open: nobody waits for it.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

async fn accept(listener: TcpListener, content: Arc<Content>) {
    let listener = match tokio::net::TcpListener::from_std(listener) {
        Ok(listener) => listener,
        Err(error) => return eprintln!("nothing is served: {error}"),
    };
    loop {
        // A visitor who left does not concern the others.
        let Ok((stream, _)) = listener.accept().await else { continue };
        let content = content.clone();
        tokio::spawn(async move {
            let service = service_fn(move |request: Request<Incoming>| {
                let response = answer(&content, request.uri().path(), request.headers());
                async move { Ok::<_, Infallible>(response) }
            });
            http1::Builder::new().serve_connection(TokioIo::new(stream), service).await
        });
    }
}

fn answer(content: &Content, path: &str, request: &HeaderMap) -> Response<Full<Bytes>> {
    let base = content.site.as_ref().map_or("/", |site| site.base_path.as_str());
    let inside = path.strip_prefix(base).or((path.len() + 1 == base.len()).then_some(""));
    let inside = inside.unwrap_or_default();
    let (mut status, file) = match file(&content.folder, inside) {
        Some(file) => (StatusCode::OK, Some(file)),
        None => (StatusCode::NOT_FOUND, not_found(&content.folder, inside)),
    };
    let accepted = request.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let mut body = Vec::new();
    let mut response = Response::builder().header(VARY, "Accept-Encoding");
    if let Some(file) = &file {
        let packed = PathBuf::from(format!("{}.br", file.display()));
        let is_packed = accepted.is_some_and(|value| value.contains("br")) && packed.is_file();
        match std::fs::read(if is_packed { &packed } else { file }) {
            Ok(bytes) => body = bytes,
            Err(_) => status = StatusCode::INTERNAL_SERVER_ERROR,
        }
        if is_packed {
            response = response.header(CONTENT_ENCODING, "br");
        }
        response = response.header(CONTENT_TYPE, media_type(file));
    }
    for (name, value) in content.site.iter().flat_map(|site| headers::of(inside, site)) {
        response = response.header(name, value);
    }
    response.status(status).body(Full::from(body)).unwrap_or_else(|_| {
        let mut broken = Response::new(Full::default());
        *broken.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
        broken
    })
}

/// The file of a path: itself, or the `index.html` of the folder it names. Nothing outside the folder.
fn file(folder: &Path, path: &str) -> Option<PathBuf> {
    if path.split('/').any(|part| part.starts_with('.')) || path.contains(['\\', '%']) {
        return None;
    }
    let named = folder.join(path.trim_end_matches('/'));
    [named.clone(), named.join("index.html")].into_iter().find(|file| file.is_file())
}

/// The page for unknown addresses of the shell and language that a path belongs to.
fn not_found(folder: &Path, path: &str) -> Option<PathBuf> {
    if path.rsplit('/').next().is_some_and(|name| name.contains('.')) {
        return None;
    }
    let mut place = path.to_owned();
    loop {
        let page = folder.join(&place).join("404.html");
        if page.is_file() {
            return Some(page);
        }
        place = place
            .rsplit_once('/')
            .map(|(parent, _)| parent.to_owned())
            .or_else(|| (!place.is_empty()).then(String::new))?;
    }
}

fn media_type(file: &Path) -> &'static str {
    match file.extension().and_then(std::ffi::OsStr::to_str) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("xml") => "application/xml",
        _ => "text/plain; charset=utf-8",
    }
}
