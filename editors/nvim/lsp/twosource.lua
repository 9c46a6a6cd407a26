-- twosource for Neovim 0.11 and later. Put this file into the folder `lsp` of your configuration
-- (~/.config/nvim/lsp/twosource.lua) and add to init.lua: vim.lsp.enable('twosource')
return {
  cmd = { 'twosource', 'lsp' },
  filetypes = { 'markdown', 'text' },
  -- The server compares the articles of one folder, so without a story file the folder of the article is enough.
  root_dir = function(buffer, on_dir)
    local file = vim.api.nvim_buf_get_name(buffer)
    on_dir(vim.fs.root(file, 'story.toml') or vim.fs.dirname(file))
  end,
}
