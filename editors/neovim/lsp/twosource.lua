-- The server's configuration, for vim.lsp.config() and vim.lsp.enable() of Neovim 0.11 and later. plugin/twosource.lua uses it
-- with older ones too.
return {
  cmd = { 'twosource', 'lsp' },
  -- TOML is for story.toml; other TOML files are left alone.
  filetypes = { 'markdown', 'text', 'toml' },
  root_dir = function(buffer, on_dir)
    local root = require('twosource.story').root(vim.api.nvim_buf_get_name(buffer))
    if root then
      on_dir(root)
    end
  end,
  -- When told to ask again, Neovim 0.12 asks a server that has diagnostics of the whole workspace for those, and then leaves open
  -- buffers as they are. A verdict would not take its mark away.
  on_init = function(client)
    local provider = client.server_capabilities.diagnosticProvider
    if provider then
      provider.workspaceDiagnostics = false
    end
  end,
}
