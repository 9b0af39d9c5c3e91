//! The commands of the workspace.

mod audit;
mod bench;
mod check_settings;
mod demo;
mod deploy;
mod dist;
mod docs;
mod finish;
mod headers;
mod minify;
mod prepare;
mod run;
mod serve;
mod site;
mod test;
mod tools;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--release] [--port N]   set up, build, serve the site and rebuild it on each change
cargo xtask dist [--settings FILE]         set up and build the site to publish into dist/, with a certifier's settings
cargo xtask test  [NAME]                   set up and run every check, or only those of NAME:
                                           format, lint, docs, native, site, browser, firefox
cargo xtask shots                          screenshots of every view into target/shots/, to be looked at
cargo xtask docs                           write docs/rules.md and deploy/ from their tables
cargo xtask check-settings FILE            what is wrong with a settings file, or what it gives
cargo xtask bench [--check | --record]     set up, build, and print what the site weighs and how fast it is, beside its
                                           peers; compare the ratios with those recorded, or record them
cargo xtask audit                          licences, sources and known weaknesses of the packages; needs a network

`prepare` and `finish` are called by Trunk around each build.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words[..] {
        ["serve", ref options @ ..] => serve::command(options),
        ["dist" | "build"] => site::release(),
        ["dist", "--settings", file] => site::release_for(file),
        ["test"] => test::everything(),
        ["test", name] => test::only(name),
        ["bench"] => bench::command(),
        ["bench", "--check"] => bench::check(),
        ["bench", "--record"] => bench::record(),
        ["audit"] => audit::command_line(),
        ["shots"] => test::shots(),
        ["check-settings", file] => check_settings::command(file),
        ["docs"] => docs::write(),
        ["prepare"] => prepare::command(),
        ["finish"] => finish::hook(),
        _ => Err(USAGE.to_owned()),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
