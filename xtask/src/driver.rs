//! A running chromedriver, on a port of its own.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::failure::Failure;

/// A running chromedriver; ended when dropped.
pub struct Driver {
    process: Child,
    /// `http://127.0.0.1:<port>`.
    pub url: String,
}

impl Driver {
    /// Starts one.
    ///
    /// # Errors
    /// If it cannot be started, or does not answer.
    pub fn start() -> Result<Self, Failure> {
        let cannot = |error: &std::io::Error| {
            Failure::Call(format!("chromedriver cannot be started: {error}"))
        };
        // A port that is free now; nobody else on this machine should take it in the next moment.
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(|error| cannot(&error))?;
        let address = listener.local_addr().map_err(|error| cannot(&error))?;
        drop(listener);
        let mut command = Command::new("chromedriver");
        command.arg(format!("--port={}", address.port())).args(["--log-level=OFF"]);
        let process = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let driver = Self {
            process: process.map_err(|error| cannot(&error))?,
            url: format!("http://{address}"),
        };
        let limit = Instant::now() + Duration::from_secs(30);
        while TcpStream::connect(address).is_err() {
            if Instant::now() > limit {
                return Err(Failure::Call("chromedriver did not answer within 30 seconds".into()));
            }
            std::thread::yield_now();
        }
        Ok(driver)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
