//! `hexapla schema`, `hexapla completions` and `hexapla man`: what other programs are to know of this one.

use std::path::PathBuf;

use anyhow::{Result, bail};
use clap::{Args, Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use super::Verdict;
use super::speech::Speech;
use crate::disk::{self, Clash};
use crate::project;

/// Print the JSON Schema of `hexapla.toml`
///
/// Editors that know JSON Schema for TOML files offer the keys then, say what each is for, and mark
/// what is not known. It is derived from what reads the file.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  hexapla schema > hexapla.schema.json")]
pub(super) struct Schema {}

/// Print what completes commands in a shell
#[derive(Debug, Args)]
#[command(after_help = COMPLETIONS)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_name = "SHELL")]
    shell: Shell,
}

const COMPLETIONS: &str = "\
Examples:
  hexapla completions bash > ~/.local/share/bash-completion/completions/hexapla
  hexapla completions fish > ~/.config/fish/completions/hexapla.fish
  hexapla completions zsh > \"${fpath[1]}/_hexapla\"";

/// Print the manual page of the program or of a command
#[derive(Debug, Args)]
#[command(after_help = MAN)]
pub(super) struct Manual {
    /// The command. Without it: the program
    #[arg(value_name = "COMMAND")]
    command: Option<String>,
    /// Write all pages into this folder instead: `hexapla.1`, `hexapla-build.1` …
    #[arg(long, value_name = "DIR", conflicts_with = "command")]
    output: Option<PathBuf>,
}

const MAN: &str = "\
Examples:
  hexapla man build | man -l -           Read it.
  hexapla man --output /usr/local/share/man/man1";

pub(super) fn schema(speech: &Speech) -> Verdict {
    let schema = serde_json::to_string_pretty(&project::schema());
    speech.answer(&schema.expect("words and numbers can be written"));
    Verdict::Fine
}

pub(super) fn completions(asked: &Completions) -> Verdict {
    let mut script = Vec::new();
    clap_complete::generate(asked.shell, &mut program(), "hexapla", &mut script);
    Speech::content(&script);
    Verdict::Fine
}

pub(super) fn manual(asked: &Manual) -> Result<Verdict> {
    let mut program = program();
    // Each command then knows its whole name.
    program.build();
    let Some(folder) = &asked.output else {
        let command = match &asked.command {
            None => Some(&program),
            Some(name) => program.find_subcommand(name),
        };
        let Some(command) = command else {
            let names: Vec<_> = program.get_subcommands().map(Command::get_name).collect();
            let name = asked.command.as_deref().unwrap_or_default();
            bail!("`{name}` is not a command\nhelp: the commands are {}", names.join(", "));
        };
        Speech::content(&page(command)?);
        return Ok(Verdict::Fine);
    };
    let mut pages = Vec::new();
    collect(&program, &mut pages)?;
    let pages: Vec<_> =
        pages.iter().map(|(name, page)| (folder.join(name), page.as_slice())).collect();
    disk::write_given(&pages, Clash::Replace)?;
    Ok(Verdict::Fine)
}

fn program() -> Command {
    super::Arguments::command()
}

/// The page of a command, and those of what stands below it.
fn collect(command: &Command, pages: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    pages.push((Man::new(command.clone()).get_filename(), page(command)?));
    command.get_subcommands().try_for_each(|command| collect(command, pages))
}

fn page(command: &Command) -> Result<Vec<u8>> {
    let mut page = Vec::new();
    Man::new(command.clone()).render(&mut page)?;
    Ok(page)
}
