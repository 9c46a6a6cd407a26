# twosource for Kakoune with kak-lsp: source this file from your kakrc, after kak-lsp's own lines.
# lsp-hover, lsp-definition, lsp-references, lsp-code-actions, lsp-rename and lsp-find-error do the rest. The diagnostics' other places
# are in the list of lsp-diagnostics.

hook global BufCreate .*\.(md|markdown|txt) %{ set-option buffer filetype article }
hook global BufCreate (.*/)?story\.toml %{ set-option buffer filetype story }

hook -group lsp-filetype-twosource global BufSetOption filetype=(?:article|story) %{
    set-option buffer lsp_language_id plaintext
    set-option buffer lsp_servers %{
        [twosource]
        root_globs = ["story.toml"]
        command = "twosource"
        args = ["lsp"]
    }
}

hook global WinSetOption filetype=(?:article|story) %{
    lsp-enable-window
    lsp-inlay-hints-enable window
}
