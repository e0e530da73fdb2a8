//! A static server with the real headers, for `serve` and for tests. Never for the public.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tiny_http::{Header, Request, Response, Server};

use crate::build::headers;
use crate::failure::Failure;
use crate::site::Site;

/// Serves a folder on a port of this machine until it is dropped.
pub struct Running {
    server: Arc<Server>,
    stopped: Arc<AtomicBool>,
    threads: Vec<std::thread::JoinHandle<()>>,
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
    let server = Server::http(("127.0.0.1", port)).map_err(|error| {
        Failure::Call(format!(
            "port {port} of 127.0.0.1 cannot be used: {error}. Is another copy running?"
        ))
    })?;
    let port = server.server_addr().to_ip().map_or(port, |address| address.port());
    let server = Arc::new(server);
    let stopped = Arc::new(AtomicBool::new(false));
    let threads = (0..4)
        .map(|_| {
            let (server, stopped, content) = (server.clone(), stopped.clone(), content.clone());
            std::thread::spawn(move || {
                while !stopped.load(Ordering::Relaxed) {
                    if let Ok(Some(request)) =
                        server.recv_timeout(std::time::Duration::from_millis(200))
                    {
                        // A visitor who left does not concern the others.
                        let _ = answer(&content, request);
                    }
                }
            })
        })
        .collect();
    Ok(Running { server, stopped, threads, origin: format!("http://127.0.0.1:{port}") })
}

impl Running {
    /// Serves until the program is ended.
    pub fn wait(mut self) {
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        self.server.unblock();
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
    }
}

fn answer(content: &Content, request: Request) -> std::io::Result<()> {
    let url = request.url().to_owned();
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let base = content.site.as_ref().map_or("/", |site| site.base_path.as_str());
    let inside = path.strip_prefix(base).or((path.len() + 1 == base.len()).then_some(""));
    let inside = inside.unwrap_or_default().to_owned();
    let wants_brotli = request.headers().iter().any(|header| {
        header.field.equiv("Accept-Encoding") && header.value.as_str().contains("br")
    });
    let found = file(&content.folder, &inside);
    let (status, file) = match found {
        Some(file) => (200, Some(file)),
        None => (404, not_found(&content.folder, &inside)),
    };
    let mut body = Vec::new();
    let mut headers = vec![];
    if let Some(file) = &file {
        let packed = PathBuf::from(format!("{}.br", file.display()));
        let read = if wants_brotli && packed.is_file() {
            headers.push(("Content-Encoding", "br".to_owned()));
            &packed
        } else {
            file
        };
        std::fs::File::open(read)?.read_to_end(&mut body)?;
        headers.push(("Content-Type", media_type(file).to_owned()));
    }
    headers.push(("Vary", "Accept-Encoding".to_owned()));
    if let Some(site) = &content.site {
        headers.extend(headers::of(&inside, site));
    }
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in headers {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
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
