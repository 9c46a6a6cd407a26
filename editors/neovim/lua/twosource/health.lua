-- :checkhealth twosource
local M = {}

local function check_server()
  local health = vim.health
  local command = require('twosource').config().cmd
  if type(command) ~= 'table' then
    return health.info('The server is started by a function of your own')
  end
  if vim.fn.executable(command[1]) == 0 then
    return health.error(('`%s` is not on the path'):format(command[1]), {
      'Install it: cargo install --path . in the folder of twosource',
      "Or say where it is: vim.lsp.config('twosource', { cmd = { '/path/to/twosource', 'lsp' } })",
    })
  end
  local result = vim.system({ command[1], '--version' }, { text = true }):wait(5000)
  if result.code ~= 0 then
    return health.error(('`%s --version` failed: %s'):format(command[1], vim.trim(result.stderr or '')))
  end
  health.ok(('%s: %s'):format(vim.fn.exepath(command[1]), vim.trim(result.stdout)))
end

local function check_clients()
  local clients = require('twosource').clients()
  if #clients == 0 then
    vim.health.info('No server is running: open an article that has another one beside it, or :Twosource start')
  end
  for _, client in ipairs(clients) do
    local articles = require('twosource.story').articles(client.config.root_dir)
    vim.health.ok(('Running for %s (%d articles there, positions in %s)'):format(
      client.config.root_dir, #articles, client.offset_encoding))
  end
end

function M.check()
  vim.health.start('twosource')
  if vim.fn.has('nvim-0.10') == 0 then
    return vim.health.error('Neovim 0.10 or later is needed')
  end
  vim.health.ok('Neovim ' .. tostring(vim.version()))
  check_server()
  check_clients()
end

return M
