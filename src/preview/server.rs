//! A server for one person: HTTP/1.1 on the loopback addresses, from memory. No path of a request
//! reaches the disk. It is our own because it is small: one request a connection, two methods, and
//! clients that are slow, many or hostile are given up.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Ipv4Addr, Ipv6Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, bail};

use super::request::{Method, Refusal, Request};
use super::site::Site;
use super::state::Answer;
use crate::disk::stopwatch;

/// The longest head of a request.
const MOST_BYTES: usize = 16 * 1024;

/// The most connections at a time, and the most of them that wait for news: fewer, so that a page can
/// always be asked for.
const MOST_CONNECTIONS: usize = 96;
const MOST_LISTENERS: usize = 48;

/// How long a client may take to ask, and to take a part of an answer.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a listener is told that nothing has changed: so it is noticed when he is gone.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Where changes are told (server-sent events, HTML §9.2). No release or locale has this name.
const EVENTS: &str = "/_preview/events";

/// What every answer says: nothing is kept, guessed, framed or given to other sites.
const ALWAYS: &str = "Cache-Control: no-store\r\nConnection: close\r\n\
    Cross-Origin-Resource-Policy: same-origin\r\nReferrer-Policy: no-referrer\r\n\
    X-Content-Type-Options: nosniff\r\nX-Frame-Options: DENY\r\n";

/// The policy of all that is no page: an image that is opened by itself runs nothing.
const NOTHING: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// Listens on this machine, for this machine.
#[derive(Debug)]
pub struct Server {
    listeners: Vec<TcpListener>,
    port: u16,
}

/// How many are connected.
#[derive(Debug, Default)]
struct Load {
    connections: AtomicUsize,
    listeners: AtomicUsize,
}

impl Server {
    /// A server on a port; on 0 the system chooses one.
    ///
    /// # Errors
    /// When the port is taken, or there are no loopback addresses.
    pub fn bind(port: u16) -> Result<Self> {
        // A port that is free at one of the two addresses may be taken at the other.
        for _ in 0..16 {
            let first = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
            let chosen = first.local_addr().context("cannot find the port")?.port();
            match TcpListener::bind((Ipv6Addr::LOCALHOST, chosen)) {
                Ok(second) => return Ok(Self { listeners: vec![first, second], port: chosen }),
                Err(error) if error.kind() == ErrorKind::AddrInUse && port == 0 => {}
                Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(taken(port)),
                // There is no IPv6 here.
                Err(_) => return Ok(Self { listeners: vec![first], port: chosen }),
            }
        }
        bail!("the system has no free port")
    }

    /// The address that a person opens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    /// Begins to answer, in threads of its own.
    pub fn start(self, site: &Arc<Site>) {
        let load = Arc::new(Load::default());
        for listener in self.listeners {
            let (site, load, port) = (Arc::clone(site), Arc::clone(&load), self.port);
            thread::spawn(move || accept(&listener, (&site, port), &load));
        }
    }
}

fn listen(address: SocketAddr) -> Result<TcpListener> {
    match TcpListener::bind(address) {
        Err(error) if error.kind() == ErrorKind::AddrInUse => bail!(taken(address.port())),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => bail!(
            "the port {} is not open to you\nhelp: ports below 1024 are the system's: name another, \
             `hexapla preview --port 4000`",
            address.port()
        ),
        listener => listener.with_context(|| format!("cannot listen on {address}")),
    }
}

fn taken(port: u16) -> String {
    format!(
        "another program listens on the port {port}, perhaps a preview that was started before\nhelp: \
         stop that, or let the system choose a port: `hexapla preview --port 0`"
    )
}

fn accept(listener: &TcpListener, (site, port): (&Arc<Site>, u16), load: &Arc<Load>) {
    loop {
        let Ok((mut stream, _)) = listener.accept() else {
            // No file is left to open: that passes.
            thread::sleep(Duration::from_millis(100));
            continue;
        };
        let limits =
            [stream.set_read_timeout(Some(PATIENCE)), stream.set_write_timeout(Some(PATIENCE))];
        if limits.iter().any(Result::is_err) {
            continue;
        }
        let Some(seat) = Seat::take(load, |load| &load.connections, MOST_CONNECTIONS) else {
            drop(refuse(&mut stream, Refusal::Busy));
            continue;
        };
        let (site, load) = (Arc::clone(site), Arc::clone(load));
        // A client that is gone is nobody's mistake.
        let work = move || {
            drop(serve(&mut stream, (&site, port), &load));
            drop(seat);
        };
        drop(thread::Builder::new().spawn(work));
    }
}

/// A place among those that are counted; given back when it is dropped.
struct Seat {
    load: Arc<Load>,
    which: fn(&Load) -> &AtomicUsize,
}

impl Seat {
    fn take(load: &Arc<Load>, which: fn(&Load) -> &AtomicUsize, most: usize) -> Option<Self> {
        let seat = Self { load: Arc::clone(load), which };
        (which(load).fetch_add(1, Ordering::Relaxed) < most).then_some(seat)
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        (self.which)(&self.load).fetch_sub(1, Ordering::Relaxed);
    }
}

fn serve(
    stream: &mut TcpStream,
    (site, port): (&Site, u16),
    load: &Arc<Load>,
) -> std::io::Result<()> {
    let request = match head(stream).and_then(|head| Request::parse(&head, port)) {
        Ok(request) => request,
        Err(refusal) => return refuse(stream, refusal),
    };
    if request.path == EVENTS && request.method == Method::Get {
        let Some(_seat) = Seat::take(load, |load| &load.listeners, MOST_LISTENERS) else {
            return refuse(stream, Refusal::Busy);
        };
        return tell(stream, site);
    }
    let answer = site.answer(&request.path);
    stream.write_all(answer_head(&answer).as_bytes())?;
    match request.method {
        Method::Get => stream.write_all(&answer.body)?,
        Method::Head => {}
    }
    end(stream)
}

fn answer_head(answer: &Answer) -> String {
    let policy = answer.policy.as_deref().map_or(NOTHING.to_owned(), |policy| {
        // What a policy in a page cannot say.
        format!("{policy}; frame-ancestors 'none'")
    });
    let charset = if answer.media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
    let place = answer.place.as_ref().map(|place| format!("Location: {place}\r\n"));
    format!(
        "HTTP/1.1 {}\r\nContent-Type: {}{charset}\r\nContent-Length: {}\r\n\
         Content-Security-Policy: {policy}\r\n{}{ALWAYS}\r\n",
        answer.status,
        answer.media_type,
        answer.body.len(),
        place.unwrap_or_default(),
    )
}

/// Reads up to the empty line, as long as the client's time lasts.
fn head(stream: &mut TcpStream) -> Result<Vec<u8>, Refusal> {
    let elapsed = stopwatch();
    let mut head = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let left = PATIENCE.checked_sub(elapsed()).filter(|left| !left.is_zero());
        let left = left.ok_or(Refusal::Timeout)?;
        stream.set_read_timeout(Some(left)).map_err(|_| Refusal::Timeout)?;
        let read = stream.read(&mut buffer).map_err(|_| Refusal::Timeout)?;
        if read == 0 {
            return Err(Refusal::BadRequest);
        }
        // The end may have come in two parts.
        let from = head.len().saturating_sub(3);
        head.extend_from_slice(&buffer[..read]);
        if let Some(end) = head[from..].windows(4).position(|four| four == b"\r\n\r\n") {
            head.truncate(from + end + 4);
            return if head.len() > MOST_BYTES { Err(Refusal::TooLarge) } else { Ok(head) };
        }
        if head.len() > MOST_BYTES {
            return Err(Refusal::TooLarge);
        }
    }
}

fn refuse(stream: &mut TcpStream, refusal: Refusal) -> std::io::Result<()> {
    let status = refusal.status();
    let allow = if refusal == Refusal::MethodNotAllowed { "Allow: GET, HEAD\r\n" } else { "" };
    let length = status.len() + 1;
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n\
         {allow}{ALWAYS}\r\n{status}\n"
    )?;
    match refusal {
        // Nobody is waited for while others wait.
        Refusal::Busy => stream.shutdown(Shutdown::Both),
        Refusal::BadRequest
        | Refusal::Forbidden
        | Refusal::MethodNotAllowed
        | Refusal::Timeout
        | Refusal::TooLarge => end(stream),
    }
}

/// Ends a connection so that the answer arrives also where the client has said more than was read: for
/// a while that is taken and thrown away.
fn end(stream: &mut TcpStream) -> std::io::Result<()> {
    stream.shutdown(Shutdown::Write)?;
    stream.set_read_timeout(Some(Duration::from_millis(500)))?;
    let mut buffer = [0; 4096];
    for _ in 0..64 {
        if stream.read(&mut buffer)? == 0 {
            break;
        }
    }
    Ok(())
}

/// Tells of every change, until the client is gone.
fn tell(stream: &mut TcpStream, site: &Site) -> std::io::Result<()> {
    write!(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n{ALWAYS}\r\n")?;
    let mut known = site.revision();
    write!(stream, "retry: 1000\nevent: revision\ndata: {known}\n\n")?;
    loop {
        let revision = site.wait(known, HEARTBEAT);
        if revision == known {
            stream.write_all(b": nothing new\n\n")?;
        } else {
            known = revision;
            write!(stream, "event: revision\ndata: {known}\n\n")?;
        }
    }
}
