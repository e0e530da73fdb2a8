//! A small server of the tests' own: pages of somebody else's, and copies of the
//! product in which something is late, missing or changed on the way.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::must;
use crate::product::product;

/// An answer to a request.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Headers as they came, names in their own case; those of the connection left out.
    pub headers: Vec<(String, String)>,
    /// The content.
    pub body: Vec<u8>,
}

impl Answer {
    /// A page.
    pub fn page(html: &str) -> Self {
        let headers = vec![("Content-Type".to_owned(), "text/html; charset=utf-8".to_owned())];
        Self { status: 200, headers, body: html.as_bytes().to_vec() }
    }

    /// Nothing there.
    pub fn missing() -> Self {
        Self { status: 404, ..Self::default() }
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(header, _)| header.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }

    /// The content as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The same, with a text in it replaced.
    pub fn replace(mut self, from: &str, to: &str) -> Self {
        let text = self.text();
        assert!(text.contains(from), "nothing to replace: {from:?} is not in the answer");
        self.body = text.replace(from, to).into_bytes();
        self
    }
}

/// Serves until it is dropped.
pub struct Server {
    /// `http://127.0.0.1:<port>`: an origin of its own.
    pub origin: String,
    asked: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
}

impl Server {
    /// Serves what `answer` gives for a path (with its query).
    pub fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Self {
        let listener = must(TcpListener::bind(("127.0.0.1", 0)), "taking a free port");
        let port = must(listener.local_addr(), "the port taken").port();
        let answer = Arc::new(answer);
        let asked = Arc::new(Mutex::new(Vec::new()));
        let stopped = Arc::new(AtomicBool::new(false));
        let (list, is_over) = (asked.clone(), stopped.clone());
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                if is_over.load(Ordering::Relaxed) {
                    return;
                }
                let (answer, list) = (answer.clone(), list.clone());
                // A browser that hangs up is no fault.
                std::thread::spawn(move || {
                    stream.and_then(|stream| speak(stream, &*answer, &list))
                });
            }
        });
        Self { origin: format!("http://127.0.0.1:{port}"), asked, stopped }
    }

    /// Serves the product with every answer changed by `change`.
    pub fn changing(change: impl Fn(&str, Answer) -> Answer + Send + Sync + 'static) -> Self {
        Self::start(move |path| {
            let mut answer = get(&format!("{}{path}", product().site));
            // What is broken now may be mended the next time.
            answer.headers.retain(|(name, _)| name != "Cache-Control");
            answer.headers.push(("Cache-Control".to_owned(), "no-cache".to_owned()));
            change(path, answer)
        })
    }

    /// The paths that were asked for so far.
    pub fn asked(&self) -> Vec<String> {
        must(self.asked.lock(), "the list of requests").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a visitor.
        let _ = TcpStream::connect(self.origin.trim_start_matches("http://"));
    }
}

fn speak(
    mut stream: TcpStream,
    answer: &dyn Fn(&str) -> Answer,
    asked: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    let Some(path) = first.split(' ').nth(1) else { return Ok(()) };
    must(asked.lock(), "the list of requests").push(path.to_owned());
    let answer = answer(path);
    let mut head = format!("HTTP/1.1 {} x\r\nConnection: close\r\n", answer.status);
    head.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    for (name, value) in &answer.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(head.as_bytes())?;
    stream.write_all(b"\r\n")?;
    stream.write_all(&answer.body)
}

/// Asks for an address, without a browser.
pub fn get(address: &str) -> Answer {
    must(try_get(address), address)
}

fn try_get(address: &str) -> std::io::Result<Answer> {
    let rest = address.trim_start_matches("http://");
    let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    // HTTP/1.0: the answer ends with the connection and is never cut into chunks.
    write!(stream, "GET /{path} HTTP/1.0\r\nHost: {authority}\r\n\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap_or(bytes.len());
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok());
    let headers = lines.filter_map(|line| line.split_once(": "));
    let headers = headers
        .filter(|(name, _)| !is_of_the_connection(name))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    let body = bytes.get(end + 4..).unwrap_or_default().to_vec();
    Ok(Answer { status: status.unwrap_or_default(), headers, body })
}

fn is_of_the_connection(name: &str) -> bool {
    ["connection", "content-length", "transfer-encoding", "date", "server"]
        .iter()
        .any(|header| name.eq_ignore_ascii_case(header))
}
