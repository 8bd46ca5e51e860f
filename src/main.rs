//! The program `hexapla`: see [`hexapla::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    hexapla::cli::run()
}
