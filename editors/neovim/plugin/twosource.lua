-- Starts the server where a story is, and gives its buffers their keys. See :help twosource.
if vim.g.loaded_twosource then
  return
end
vim.g.loaded_twosource = true

local group = vim.api.nvim_create_augroup('twosource', {})

vim.api.nvim_create_user_command('Twosource', function(command)
  require('twosource').command(command.args)
end, {
  nargs = 1,
  complete = function(start) return require('twosource').complete(start) end,
  desc = 'Differences between articles, and their server',
})

for name, what in pairs({ next = 'Next difference', previous = 'Previous difference', other = 'Open the other passage' }) do
  vim.keymap.set('n', ('<Plug>(twosource-%s)'):format(name), function() require('twosource')[name]() end, { desc = what })
end

if vim.lsp.enable then
  vim.lsp.enable('twosource')
else
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = { 'markdown', 'text', 'toml' },
    callback = function(event)
      local config = require('twosource').config()
      config.root_dir(event.buf, function(root)
        config.root_dir = root
        vim.lsp.start(config, { bufnr = event.buf })
      end)
    end,
  })
end

vim.api.nvim_create_autocmd('LspAttach', {
  group = group,
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if not client or client.name ~= 'twosource' or vim.g.twosource_keys == false then
      return
    end
    for key, name in pairs({ [']v'] = 'next', ['[v'] = 'previous', grv = 'other' }) do
      vim.keymap.set('n', key, ('<Plug>(twosource-%s)'):format(name), { buffer = event.buf, desc = 'twosource: ' .. name })
    end
  end,
})
