-- What the commands and keys do. Everything else is Neovim's own: hover, definition, rename and so on.
local story = require('twosource.story')

local M = {}

local NAME = 'twosource'

local function tell(text, level)
  vim.notify('twosource: ' .. text, level or vim.log.levels.INFO)
end

--- The running servers of this plugin.
--- @return vim.lsp.Client[]
function M.clients()
  return vim.lsp.get_clients({ name = NAME })
end

-- Functions of a client took no `self` before 0.11.
local function stop(client)
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop()
  else
    client.stop()
  end
end

--- The configuration as the user has it.
--- @return vim.lsp.ClientConfig
function M.config()
  if vim.lsp.config then
    return vim.deepcopy(vim.lsp.config[NAME])
  end
  local file = vim.api.nvim_get_runtime_file('lsp/twosource.lua', false)[1]
  return vim.tbl_deep_extend('force', dofile(file), { name = NAME }, vim.g.twosource_config or {})
end

--- Starts the server for the current buffer, be there a story or not.
function M.start()
  local file = vim.api.nvim_buf_get_name(0)
  local config = M.config()
  config.name = NAME
  config.root_dir = story.root(file) or vim.fs.dirname(file)
  return vim.lsp.start(config)
end

--- Stops the servers.
function M.stop()
  vim.iter(M.clients()):each(stop)
end

--- Stops the servers and starts new ones for the same buffers.
function M.restart()
  local clients = M.clients()
  if #clients == 0 then
    return M.start()
  end
  for _, client in ipairs(clients) do
    local buffers = vim.tbl_keys(client.attached_buffers)
    stop(client)
    local new
    for _, buffer in ipairs(buffers) do
      if new then
        vim.lsp.buf_attach_client(buffer, new)
      else
        new = vim.lsp.start(client.config, { bufnr = buffer, reuse_client = function() return false end })
      end
    end
  end
end

--- Opens Neovim's log of its servers at its end.
function M.log()
  local path = vim.lsp.log and vim.lsp.log.get_filename() or vim.lsp.get_log_path()
  vim.cmd.split(vim.fn.fnameescape(path))
  vim.cmd.normal({ 'G', bang = true })
end

-- The other passages of a diagnostic.
local function passages(diagnostic)
  return vim.tbl_get(diagnostic, 'user_data', 'lsp', 'relatedInformation') or {}
end

--- The differences of a buffer from top to bottom.
--- @param buffer integer
--- @return vim.Diagnostic[]
function M.differences(buffer)
  local found = vim.iter(vim.diagnostic.get(buffer)):filter(function(diagnostic)
    return diagnostic.source == NAME and #passages(diagnostic) > 0
  end):totable()
  table.sort(found, function(a, b)
    return a.lnum < b.lnum or (a.lnum == b.lnum and a.col < b.col)
  end)
  return found
end

local function jump(forwards)
  local found = M.differences(0)
  if #found == 0 then
    return tell('no differences in this article')
  end
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  local function is_beyond(diagnostic)
    local ahead = diagnostic.lnum - (line - 1)
    ahead = ahead ~= 0 and ahead or diagnostic.col - column
    return forwards and ahead > 0 or not forwards and ahead < 0
  end
  if not forwards then
    found = vim.iter(found):rev():totable()
  end
  -- After the last comes the first.
  local target = vim.iter(found):find(is_beyond) or found[1]
  vim.cmd.normal({ "m'", bang = true })
  vim.api.nvim_win_set_cursor(0, { target.lnum + 1, target.col })
  vim.diagnostic.open_float({ scope = 'cursor', focus = false })
end

--- Goes to the next difference and shows it.
function M.next()
  jump(true)
end

--- Goes to the previous difference and shows it.
function M.previous()
  jump(false)
end

-- The differences under the cursor, or else those of its line.
local function here()
  local line, column = unpack(vim.api.nvim_win_get_cursor(0))
  local on_line = vim.iter(M.differences(0)):filter(function(diagnostic)
    return diagnostic.lnum <= line - 1 and line - 1 <= diagnostic.end_lnum
  end):totable()
  local under = vim.iter(on_line):filter(function(diagnostic)
    local after = diagnostic.lnum < line - 1 or diagnostic.col <= column
    return after and (diagnostic.end_lnum > line - 1 or column < diagnostic.end_col)
  end):totable()
  return #under > 0 and under or on_line
end

local function show(passage)
  local buffer = vim.uri_to_bufnr(passage.location.uri)
  local window = vim.fn.bufwinid(buffer)
  if window ~= -1 then
    vim.api.nvim_set_current_win(window)
  else
    vim.cmd('rightbelow vsplit')
  end
  local client = M.clients()[1]
  vim.lsp.util.show_document(passage.location, client and client.offset_encoding or 'utf-16', { focus = true })
end

--- Opens the other passage of the difference under the cursor in a split beside this one; when there are several, asks which.
function M.other()
  local found = vim.iter(here()):map(passages):flatten():totable()
  if #found == 0 then
    return tell('no difference here')
  end
  if #found == 1 then
    return show(found[1])
  end
  vim.ui.select(found, { prompt = 'The other passage:', format_item = function(item) return item.message end }, function(choice)
    if choice then
      show(choice)
    end
  end)
end

local COMMANDS = { 'log', 'next', 'other', 'previous', 'restart', 'start', 'stop' }

--- Runs `:Twosource {name}`.
--- @param name string
function M.command(name)
  if not vim.list_contains(COMMANDS, name) then
    return tell(('there is no :Twosource %s; there are %s'):format(name, table.concat(COMMANDS, ', ')), vim.log.levels.ERROR)
  end
  M[name]()
end

--- The commands that begin like this.
--- @param start string
--- @return string[]
function M.complete(start)
  return vim.iter(COMMANDS):filter(function(name) return vim.startswith(name, start) end):totable()
end

return M
