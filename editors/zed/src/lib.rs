//! Tells Zed how to start the server: the program `twosource` from the path that the user's shell has.

use zed_extension_api::{self as zed, Command, LanguageServerId, Result, Worktree, settings::LspSettings};

struct Twosource;

impl zed::Extension for Twosource {
    fn new() -> Self {
        Twosource
    }

    fn language_server_command(&mut self, _id: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let missing = "twosource is not on the path: install it with `cargo install --path .` in its folder";
        let command = worktree.which("twosource").ok_or(missing)?;
        Ok(Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }

    fn language_server_workspace_configuration(
        &mut self,
        id: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        Ok(LspSettings::for_worktree(id.as_ref(), worktree)?.settings)
    }
}

zed::register_extension!(Twosource);
