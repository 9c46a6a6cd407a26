-- twosource for Neovim 0.11 and later. Put this file into the folder `lsp` of your configuration
-- (~/.config/nvim/lsp/twosource.lua) and add to init.lua: vim.lsp.enable('twosource')
return {
  cmd = { 'twosource', 'lsp' },
  -- TOML for story.toml; other TOML files are left alone.
  filetypes = { 'markdown', 'text', 'toml' },
  -- The server compares the articles of one folder, so without a story file the folder of the article is enough.
  root_dir = function(buffer, on_dir)
    local file = vim.api.nvim_buf_get_name(buffer)
    if vim.bo[buffer].filetype == 'toml' and vim.fs.basename(file) ~= 'story.toml' then
      return
    end
    on_dir(vim.fs.root(file, 'story.toml') or vim.fs.dirname(file))
  end,
}
