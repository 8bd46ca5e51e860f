//! The command line: arguments in, words for people and exit codes out. Nothing else prints.
//!
//! Exit codes: 0 all is fine, 1 there are findings (an error; with `--strict` also a warning), 2 the
//! command could not run.

mod accept;
mod amounts;
mod build;
mod changes;
mod check;
mod describe;
mod explain;
mod export;
mod finding;
mod fix;
mod fmt;
mod github;
mod import;
mod index;
mod merge;
mod new;
mod preview;
mod progress;
mod sarif;
mod rename;
mod session;
mod speech;
mod status;
mod summary;
mod sync;
mod table;
mod tame;
mod terms;
mod todo;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};

use speech::Speech;

/// The program and its commands.
#[derive(Debug, Parser)]
#[command(name = "hexapla", version, max_term_width = 100, after_help = EXAMPLES)]
#[command(
    about = "Publishes one release in many languages as accessible HTML, EPUB and plain text"
)]
#[command(
    long_about = "Publishes one release in many languages as accessible HTML, EPUB and plain \
    text.\n\nYou write the release once, in Markdown. Translators give it their words, in Fluent \
    (FTL) files. Hexapla puts the two together: the same headings, quotations and links in every \
    language."
)]
#[command(disable_help_subcommand = true, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
Examples:
  hexapla check                     Is everything in order? Writes nothing.
  hexapla build                     Make all editions in the folder `output`.
  hexapla build --locale ar,zh      Make the Arabic and the Chinese editions only.
  hexapla sync                      After you changed a text: update what translators see.
  hexapla explain link-vague        What is meant by a finding, and what to do.

A project is a folder with a file `hexapla.toml`:
  content/NAME/index.md             a release; NAME is its name in commands and addresses
  locales/LANGUAGE/NAME.ftl         its words in a language
  output/                           what `hexapla build` makes";

#[derive(Debug, Subcommand)]
enum Command {
    Accept(accept::Arguments),
    Build(build::Arguments),
    Check(check::Arguments),
    Completions(describe::Completions),
    Explain(explain::Arguments),
    Export(export::Arguments),
    Fmt(fmt::Arguments),
    Import(import::Arguments),
    Index(index::Arguments),
    Man(describe::Manual),
    Merge(merge::Arguments),
    New(new::Arguments),
    Preview(preview::Arguments),
    Rename(rename::Arguments),
    Schema(describe::Schema),
    Status(status::Arguments),
    Sync(sync::Arguments),
    Terms(terms::Arguments),
    Todo(todo::Arguments),
}

/// Which project.
#[derive(Debug, Args)]
struct Root {
    /// The project's folder. Without it: this folder, or the nearest above it that has a
    /// `hexapla.toml`
    #[arg(long, value_name = "DIR")]
    project: Option<PathBuf>,
}

/// Which releases.
#[derive(Debug, Args)]
struct Releases {
    /// Names of releases: their folders in `content/`. Without names: all releases
    #[arg(value_name = "RELEASE")]
    releases: Vec<String>,
}

/// How strict to be.
#[derive(Debug, Args)]
struct Rigour {
    /// Warnings count as errors: the exit code is 1
    #[arg(long)]
    strict: bool,
}

/// How to speak.
#[derive(Debug, Args)]
#[command(next_help_heading = "How it speaks")]
struct Tone {
    /// `human`: words. `json`: one JSON object a line; findings on standard error, the result on
    /// standard output. `github`: commands that GitHub Actions shows beside the lines of a change
    #[arg(long, value_name = "FORMAT", default_value = "human", hide_possible_values = true)]
    #[arg(value_parser = without_log())]
    message_format: MessageFormat,
    #[command(flatten)]
    voice: Voice,
}

/// How the commands speak that look for mistakes.
#[derive(Debug, Args)]
#[command(next_help_heading = "How it speaks")]
struct LogTone {
    /// `human`: words. `json`: one JSON object a line; findings on standard error, the summary on
    /// standard output. `sarif`: one SARIF 2.1.0 log of all findings on standard output. `github`:
    /// commands that GitHub Actions shows beside the lines of a change
    #[arg(long, value_name = "FORMAT", default_value = "human", hide_possible_values = true)]
    message_format: MessageFormat,
    /// Tell what the project allows, too, and name every file that is made
    #[arg(short, long, conflicts_with = "quiet")]
    verbose: bool,
    #[command(flatten)]
    voice: Voice,
}

/// What every tone has.
#[derive(Debug, Args)]
struct Voice {
    /// Findings, and what was asked for; no summary, no progress
    #[arg(short, long)]
    quiet: bool,
    /// One fact a line and no drawing: for screen readers, braille displays and scripts
    #[arg(long)]
    plain: bool,
    /// `auto`, `always` or `never`. Colour only ever repeats what the words say; the variable
    /// `NO_COLOR` turns it off
    #[arg(long, value_name = "WHEN", default_value = "auto", hide_possible_values = true)]
    color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum MessageFormat {
    Human,
    Json,
    Sarif,
    Github,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Color {
    Auto,
    Always,
    Never,
}

/// The formats of the commands that make no log of findings.
fn without_log() -> impl TypedValueParser<Value = MessageFormat> {
    let all = [MessageFormat::Human, MessageFormat::Json, MessageFormat::Github];
    let values = all.iter().filter_map(MessageFormat::to_possible_value);
    let format = move |name: String| {
        let is = |format: &MessageFormat| {
            format.to_possible_value().is_some_and(|value| value.matches(&name, false))
        };
        all.into_iter().find(is).expect("it is one of them")
    };
    PossibleValuesParser::new(values).map(format)
}

/// How a command ended that could run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Fine,
    Findings,
}

/// Runs the program with the arguments of the process.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let speech = match &arguments.command {
        Command::Accept(accept) => Speech::new(&accept.tone),
        Command::Build(build) => Speech::with_log(&build.tone),
        Command::Check(check) => Speech::with_log(&check.tone),
        Command::Explain(explain) => Speech::new(&explain.tone),
        Command::Export(export) => Speech::new(&export.tone),
        Command::Fmt(fmt) => Speech::new(&fmt.tone),
        Command::Import(import) => Speech::new(&import.tone),
        Command::Index(index) => Speech::new(&index.tone),
        Command::Merge(merge) => Speech::new(&merge.tone),
        Command::New(new) => Speech::new(new.tone()),
        Command::Completions(_) | Command::Man(_) | Command::Schema(_) => Speech::of_programs(),
        Command::Preview(preview) => Speech::new(&preview.tone),
        Command::Rename(rename) => Speech::new(&rename.tone),
        Command::Status(status) => Speech::new(&status.tone),
        Command::Terms(terms) => Speech::new(&terms.tone),
        Command::Sync(sync) => Speech::new(&sync.tone),
        Command::Todo(todo) => Speech::new(&todo.tone),
    };
    let verdict = match &arguments.command {
        Command::Accept(accept) => accept::run(accept, &speech),
        Command::Build(build) => build::run(build, &speech),
        Command::Check(check) => check::run(check, &speech),
        Command::Completions(asked) => Ok(describe::completions(asked)),
        Command::Explain(explain) => explain::run(explain, &speech),
        Command::Export(export) => export::run(export, &speech),
        Command::Fmt(fmt) => fmt::run(fmt, &speech),
        Command::Import(import) => import::run(import, &speech),
        Command::Index(index) => index::run(index, &speech),
        Command::Man(asked) => describe::manual(asked),
        Command::Merge(merge) => merge::run(merge, &speech),
        Command::New(new) => new::run(new, &speech),
        Command::Preview(preview) => preview::run(preview, &speech),
        Command::Rename(rename) => rename::run(rename, &speech),
        Command::Schema(_) => Ok(describe::schema(&speech)),
        Command::Status(status) => status::run(status, &speech),
        Command::Terms(terms) => terms::run(terms, &speech),
        Command::Sync(sync) => sync::run(sync, &speech),
        Command::Todo(todo) => todo::run(todo, &speech),
    };
    let code = match verdict {
        Ok(Verdict::Fine) => ExitCode::SUCCESS,
        Ok(Verdict::Findings) => ExitCode::from(1),
        Err(error) => {
            speech.failure(&error);
            ExitCode::from(2)
        }
    };
    speech.end();
    code
}
