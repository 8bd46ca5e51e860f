//! One request of HTTP/1.1 (RFC 9112), read strictly: what a browser on this machine does not send
//! is refused.

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// The path, decoded; without the query.
    pub path: String,
    /// Whether the body is wanted.
    pub method: Method,
}

/// The methods that are answered: none of them changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Method {
    Get,
    Head,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not HTTP.
    BadRequest,
    /// It was made for another host, or by another site.
    Forbidden,
    /// It is there to be read only.
    MethodNotAllowed,
    /// It did not come in time.
    Timeout,
    /// It is too long.
    TooLarge,
    /// Too many ask at once.
    Busy,
}

impl Refusal {
    /// The status line's part for a person and a program (RFC 9110 §15).
    pub fn status(self) -> &'static str {
        match self {
            Self::BadRequest => "400 Bad Request",
            Self::Forbidden => "403 Forbidden",
            Self::MethodNotAllowed => "405 Method Not Allowed",
            Self::Timeout => "408 Request Timeout",
            Self::TooLarge => "431 Request Header Fields Too Large",
            Self::Busy => "503 Service Unavailable",
        }
    }
}

impl Request {
    /// Reads the head of a request, up to the empty line, for a server on this port.
    pub fn parse(head: &[u8], port: u16) -> Result<Self, Refusal> {
        // A header is ASCII to all who matter here; other bytes are nobody's business.
        let head = std::str::from_utf8(head).map_err(|_| Refusal::BadRequest)?;
        let mut lines = head.strip_suffix("\r\n\r\n").ok_or(Refusal::BadRequest)?.split("\r\n");
        let (method, target) = first(lines.next().unwrap_or_default())?;
        let mut hosts = Vec::new();
        let (mut site, mut mode) = ("", "");
        for line in lines {
            let (name, value) = header(line)?;
            match &*name.to_ascii_lowercase() {
                "host" => hosts.push(value),
                "sec-fetch-site" => site = value,
                "sec-fetch-mode" => mode = value,
                _ => {}
            }
        }
        // A name of somebody else that leads to this machine must not open what is served here to
        // pages of his (DNS rebinding).
        if !matches!(hosts[..], [host] if is_ours(host, port)) {
            return Err(Refusal::Forbidden);
        }
        // A page of another site may lead here; it may not take anything from here.
        if !["", "none", "same-origin"].contains(&site) && mode != "navigate" {
            return Err(Refusal::Forbidden);
        }
        let method = match method {
            "GET" => Method::Get,
            "HEAD" => Method::Head,
            _ => return Err(Refusal::MethodNotAllowed),
        };
        let path = target.split(['?', '#']).next().unwrap_or_default();
        Ok(Self { path: decoded(path).ok_or(Refusal::BadRequest)?, method })
    }
}

/// Method and target.
fn first(line: &str) -> Result<(&str, &str), Refusal> {
    let mut parts = line.split(' ');
    let (method, target, version) = (parts.next(), parts.next(), parts.next());
    let (Some(method), Some(target), Some(version)) = (method, target, version) else {
        return Err(Refusal::BadRequest);
    };
    let is_plain = target.bytes().all(|byte| byte.is_ascii_graphic());
    let fits = !method.is_empty() && target.starts_with('/') && is_plain;
    let known = ["HTTP/1.1", "HTTP/1.0"].contains(&version) && parts.next().is_none();
    if fits && known { Ok((method, target)) } else { Err(Refusal::BadRequest) }
}

/// Name and value. A line that goes on, or a space before the colon, is how requests are smuggled.
fn header(line: &str) -> Result<(&str, &str), Refusal> {
    let (name, value) = line.split_once(':').ok_or(Refusal::BadRequest)?;
    let is_token = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte);
    if name.is_empty() || !name.bytes().all(is_token) || value.contains(['\r', '\n', '\0']) {
        return Err(Refusal::BadRequest);
    }
    Ok((name, value.trim_matches([' ', '\t'])))
}

/// Whether a host is this machine, as it is named here.
fn is_ours(host: &str, port: u16) -> bool {
    let names = ["localhost", "127.0.0.1", "[::1]"];
    names.iter().any(|name| {
        let rest = host.get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
        rest.is_some() && {
            let rest = &host[name.len()..];
            rest.strip_prefix(':') == Some(&port.to_string()) || rest.is_empty() && port == 80
        }
    })
}

/// A path without its percent signs (RFC 3986 §2.1). `None`: it is not UTF-8, or holds what no path
/// of ours holds.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        if *first != b'%' {
            bytes.push(*first);
            continue;
        }
        let [high, low, after @ ..] = rest else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let byte = digit(*high)? * 16 + digit(*low)?;
        bytes.push(u8::try_from(byte).expect("two digits are a byte"));
        rest = after;
    }
    let path = String::from_utf8(bytes).ok()?;
    (!path.contains(char::is_control)).then_some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(head: &str) -> Result<String, Refusal> {
        Request::parse(head.as_bytes(), 4000).map(|request| request.path)
    }

    #[test]
    fn what_a_browser_asks_is_understood() {
        for host in ["localhost:4000", "LOCALHOST:4000", "127.0.0.1:4000", "[::1]:4000"] {
            let path =
                ask(&format!("GET /a/%E4%B8%AD%E6%96%87/?q#f HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            assert_eq!(path.as_deref(), Ok("/a/中文/"), "{host}");
        }
        let arabic =
            "HEAD /%D8%B9%D8%B1%D8%A8%D9%8A.svg HTTP/1.1\r\nhost:localhost:4000\r\nX: y\r\n\r\n";
        let request = Request::parse(arabic.as_bytes(), 4000).unwrap();
        assert_eq!((request.path.as_str(), request.method), ("/عربي.svg", Method::Head));
        let port = Request::parse(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", 80);
        assert!(port.is_ok());
    }

    #[test]
    fn another_host_or_site_is_refused() {
        for host in [
            "evil.example:4000",
            "localhost",
            "localhost:4001",
            "localhost:40000",
            "localhost.evil.example:4000",
            "127.0.0.1.evil.example:4000",
            "localhost:4000@evil.example",
            "[::1]",
            "0.0.0.0:4000",
            "",
            "é",
        ] {
            let answer = ask(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
            assert_eq!(answer, Err(Refusal::Forbidden), "{host}");
        }
        let ours = "Host: localhost:4000\r\n";
        for headers in [
            "",
            &ours.repeat(2),
            &format!("{ours}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n"),
        ] {
            assert_eq!(
                ask(&format!("GET / HTTP/1.1\r\n{headers}\r\n")),
                Err(Refusal::Forbidden),
                "{headers}"
            );
        }
        let linked = format!(
            "GET / HTTP/1.1\r\n{ours}Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\n\r\n"
        );
        assert!(ask(&linked).is_ok());
    }

    #[test]
    fn what_is_no_request_is_refused() {
        let ours = "Host: localhost:4000\r\n\r\n";
        for line in [
            "",
            "GET",
            "GET /",
            "GET / HTTP/2.0",
            "GET  / HTTP/1.1",
            "GET http://localhost:4000/ HTTP/1.1",
            "GET * HTTP/1.1",
            "GET /\u{1} HTTP/1.1",
            "GET /%0A HTTP/1.1",
            "GET /%zz HTTP/1.1",
            "GET /%E4 HTTP/1.1",
            "GET /% HTTP/1.1",
            "GET /é HTTP/1.1",
            "GET / HTTP/1.1\r\n a: b",
            "GET / HTTP/1.1\r\na : b",
            "GET / HTTP/1.1\r\na",
            "GET / HTTP/1.1\nHost: localhost:4000",
        ] {
            assert_eq!(ask(&format!("{line}\r\n{ours}")), Err(Refusal::BadRequest), "{line:?}");
        }
        assert_eq!(ask(&format!("POST / HTTP/1.1\r\n{ours}")), Err(Refusal::MethodNotAllowed));
        assert_eq!(
            Request::parse(b"GET / HTTP/1.1\r\n\xff: a\r\n\r\n", 4000),
            Err(Refusal::BadRequest)
        );
    }
}
