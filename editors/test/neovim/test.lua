-- Drives Neovim through the examples. `ok …` or `not ok …` for each check.
local DRAFT = vim.env.EXAMPLES .. '/bridge-draft'
local DEADLINE = 30000
local passed, failed = 0, 0

local function say(...)
  io.stdout:write(string.format(...), '\n')
end

-- Waits for a condition, not for a time; returns what made it true.
local function wait(what, condition)
  local value
  local came = vim.wait(DEADLINE, function()
    value = condition()
    return value
  end, 10)
  return came and value or error('in vain: ' .. what, 2)
end

local function check(name, test)
  local start = vim.uv.hrtime()
  local ok, fault = xpcall(test, debug.traceback)
  passed, failed = passed + (ok and 1 or 0), failed + (ok and 0 or 1)
  say('%s %s (%d ms)%s', ok and 'ok' or 'not ok', name, (vim.uv.hrtime() - start) / 1e6, ok and '' or ': ' .. fault)
end

local function holds(text, ...)
  for _, part in ipairs({ ... }) do
    assert(text:find(part, 1, true), ('%q is not in: %s'):format(part, text))
  end
end

local function go_to(words)
  vim.fn.cursor(1, 1)
  assert(vim.fn.search('\\V' .. words, 'cW') > 0, 'no ' .. words)
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
end

local function open(file)
  vim.cmd.edit(vim.fn.fnameescape(file))
  return vim.api.nvim_get_current_buf()
end

local function float()
  return vim.iter(vim.api.nvim_list_wins()):find(function(window)
    return vim.api.nvim_win_get_config(window).relative ~= ''
  end)
end

local function close_float()
  while float() do
    vim.api.nvim_win_close(float(), true)
  end
end

local function client()
  return vim.lsp.get_clients({ name = 'twosource' })[1]
end

local function hover(words)
  close_float()
  go_to(words)
  vim.lsp.buf.hover()
  local text = text_of(vim.api.nvim_win_get_buf(wait('a card', float)))
  close_float()
  return text
end

-- The places in the quickfix list that a request fills: `file:line`.
local function listed(request)
  vim.fn.setqflist({}, 'r')
  request()
  wait('a list', function() return #vim.fn.getqflist() > 0 end)
  vim.cmd.cclose()
  return vim.iter(vim.fn.getqflist()):map(function(item)
    return ('%s:%d'):format(vim.fs.basename(vim.api.nvim_buf_get_name(item.bufnr)), item.lnum)
  end):totable()
end

local function diagnostic(buffer, code)
  return vim.iter(vim.diagnostic.get(buffer)):find(function(found) return found.code == code end)
end

say('# Neovim %s', tostring(vim.version()))

check('an article alone wakes nobody up, nor do a README and a change log', function()
  vim.fn.writefile({ '# Changes' }, vim.env.EXAMPLES .. '/CHANGELOG.md')
  open(vim.env.EXAMPLES .. '/README.md')
  assert(not client())
  assert(not require('twosource.story').root(vim.env.EXAMPLES .. '/CHANGELOG.md'))
end)

local draft = open(DRAFT .. '/draft.md')
check('the server starts for the story', function()
  local running = wait('a client', function() return client() and client().initialized and client() end)
  assert(running.config.root_dir == DRAFT, running.config.root_dir)
end)

check('differences are marked, with the other passages', function()
  local found = wait('a difference', function() return diagnostic(draft, 'quantity') end)
  holds(found.message, '14 people', 'herald.txt')
  local related = found.user_data.lsp.relatedInformation
  holds(vim.json.encode(related), 'herald.txt', '14 people')
end)

check('and mirrored in the other article', function()
  local herald = open(DRAFT .. '/herald.txt')
  local found = wait('a difference', function() return diagnostic(herald, 'quantity') end)
  holds(vim.json.encode(found.user_data.lsp.relatedInformation), 'draft.md', 'courier.md')
  vim.api.nvim_set_current_buf(draft)
end)

check('hover on a name', function() holds(hover('Ellison signed'), 'Mara Ellison', 'mayor', 'herald.txt') end)
check('hover on a pronoun', function() holds(hover('She has run'), 'Mara Ellison') end)

check('definition within and across articles', function()
  go_to('Haldane praised')
  local places = listed(vim.lsp.buf.definition)
  assert(vim.list_contains(places, 'draft.md:16'), vim.inspect(places))
  assert(vim.list_contains(places, 'courier.md:9') and vim.list_contains(places, 'herald.txt:4'), vim.inspect(places))
  vim.api.nvim_set_current_buf(draft)
end)

check('references', function()
  go_to('Ellison signed')
  local places = listed(function() vim.lsp.buf.references() end)
  assert(vim.list_contains(places, 'herald.txt:9') and vim.list_contains(places, 'courier.md:11'), vim.inspect(places))
  vim.api.nvim_set_current_buf(draft)
end)

check('names are coloured by what they name', function()
  go_to('Ellison signed')
  local row, column = vim.fn.line('.') - 1, vim.fn.col('.') - 1
  local tokens = wait('a token', function()
    local found = vim.lsp.semantic_tokens.get_at_pos(draft, row, column)
    return found and #found > 0 and found
  end)
  assert(tokens[1].type == 'person', vim.inspect(tokens))
end)

check('how many sources differ is shown in the text', function()
  vim.lsp.inlay_hint.enable(true, { bufnr = draft })
  local hints = wait('hints', function()
    local found = vim.lsp.inlay_hint.get({ bufnr = draft })
    return #found > 0 and found
  end)
  holds(vim.json.encode(hints), 'differ')
  vim.lsp.inlay_hint.enable(false, { bufnr = draft })
end)

check('keys step through the differences', function()
  vim.fn.cursor(1, 1)
  local lines = {}
  for _ = 1, #require('twosource').differences(draft) + 1 do
    vim.cmd.normal(']v')
    lines[#lines + 1] = vim.fn.line('.')
  end
  assert(#lines > 2 and lines[1] == 10 and lines[#lines] == lines[1], vim.inspect(lines))
  holds(text_of(vim.api.nvim_win_get_buf(wait('the difference', float))), '14 people')
  close_float()
  vim.cmd.normal('[v')
  assert(vim.fn.line('.') == lines[#lines - 1])
  close_float()
end)

check('a key opens the other passage in a split', function()
  go_to('Twelve people')
  local windows = #vim.api.nvim_list_wins()
  vim.cmd.normal('grv')
  assert(#vim.api.nvim_list_wins() == windows + 1)
  assert(vim.fn.expand('%:t') == 'herald.txt' and vim.fn.getline('.'):sub(vim.fn.col('.')):find('^14 people'))
  vim.cmd.close()
end)

check('a code action writes a verdict', function()
  go_to('Twelve people')
  vim.lsp.buf.code_action({ apply = true, filter = function(action) return action.title:find('Let it stand') ~= nil end })
  local story = wait('story.toml', function()
    local buffer = vim.fn.bufnr(DRAFT .. '/story.toml')
    return buffer ~= -1 and text_of(buffer):find('[[verdict]]', 1, true) and buffer
  end)
  holds(text_of(story), 'stet = "', 'seen = "')
  wait('the place of the reason', function() return vim.api.nvim_get_current_buf() == story end)
  holds(vim.fn.getline('.'), 'stet = ')
  wait('the mark to go', function() return not diagnostic(draft, 'quantity') or
    diagnostic(draft, 'quantity').lnum ~= 9 end)
  vim.cmd.write()
  vim.api.nvim_set_current_buf(draft)
end)

check('rename of a source note', function()
  go_to('call]')
  vim.lsp.buf.rename('dispatch')
  wait('the new name', function() return not text_of(draft):find('[^call]', 1, true) end)
  holds(text_of(draft), 'at 7:52 a.m.,[^dispatch] and', '[^dispatch]: courier.md')
end)

check('rename of somebody in the draft alone', function()
  go_to('Wendell Achterberg')
  vim.lsp.buf.rename('Wendel Achterberg')
  wait('the new name', function() return text_of(draft):find('Wendel Achterberg', 1, true) end)
  assert(not text_of(draft):find('Wendell', 1, true))
  assert(not table.concat(vim.fn.readfile(DRAFT .. '/herald.txt'), ' '):find('Wendel Achterberg', 1, true))
end)

check('completion', function()
  vim.o.completeopt = 'menuone,noselect'
  vim.fn.cursor(vim.fn.search('Ellison Street', 'w'), 1)
  local deadline = vim.defer_fn(function() vim.api.nvim_feedkeys(vim.keycode('<Esc>'), 'nt', false) end, DEADLINE)
  vim.api.nvim_create_autocmd('CompleteChanged', {
    once = true,
    callback = function() vim.api.nvim_feedkeys(vim.keycode('<C-n><C-y><Esc>'), 'nt', false) end,
  })
  -- `!` stays in insert mode until somebody leaves it: the menu, or the deadline.
  vim.api.nvim_feedkeys(vim.keycode('A [^sl<C-x><C-o>'), 'tx!', false)
  deadline:stop()
  holds(vim.fn.getline('.'), '[^slab]')
  vim.cmd.undo()
end)

check(':checkhealth', function()
  vim.cmd.checkhealth('twosource')
  local report = text_of(0)
  holds(report, 'twosource', 'Running for ' .. DRAFT, '3 articles')
  assert(not report:find('ERROR'), report)
  vim.cmd.bdelete()
end)

check(':help', function()
  vim.cmd.helptags(vim.fs.dirname(vim.api.nvim_get_runtime_file('doc/twosource.txt', false)[1]))
  vim.cmd.help('twosource-keys')
  assert(vim.fn.expand('%:t') == 'twosource.txt')
  vim.cmd.helpclose()
end)

check('restart', function()
  local old = client().id
  vim.cmd.Twosource('restart')
  wait('a new client', function() return client() and client().id ~= old and client().initialized end)
  vim.api.nvim_set_current_buf(draft)
  holds(hover('Ellison signed'), 'Mara Ellison')
end)

check('a clean end', function()
  vim.cmd.Twosource('stop')
  wait('the end', function() return not client() end)
end)

say('%d passed, %d failed', passed, failed)
vim.cmd(failed == 0 and 'qall!' or 'cquit 1')
