-- Where a story is: the folder of a story.toml, or a folder with two articles.
local M = {}

local ARTICLES = { md = true, markdown = true, txt = true }

-- What repositories keep in Markdown and plain text, and what is no article: by these names, with more behind them (README.de.md),
-- or by these alone.
local NO_ARTICLES_FROM = { 'changelog', 'contributing', 'licence', 'license', 'readme', 'requirements' }
local NO_ARTICLES = {
  'agents', 'authors', 'changes', 'claude', 'cmakelists', 'code-of-conduct', 'code_of_conduct', 'constraints',
  'contributors', 'copying', 'governance', 'history', 'humans', 'install', 'llms', 'maintainers', 'notice',
  'roadmap', 'robots', 'security', 'support', 'todo',
}

local function is_article(name)
  local stem, kind = name:lower():match('^(.*)%.([^.]+)$')
  if not ARTICLES[kind] or vim.list_contains(NO_ARTICLES, stem) then
    return false
  end
  return not vim.list_contains(NO_ARTICLES_FROM, stem:match('^[^-_.]*'))
end

--- The articles directly in a folder.
--- @param folder string
--- @return string[] names
function M.articles(folder)
  local names = {}
  for name, kind in vim.fs.dir(folder) do
    if kind ~= 'directory' and is_article(name) then
      names[#names + 1] = name
    end
  end
  return names
end

--- The folder of the story that a file belongs to; nil when there is none, so that no README wakes the server up.
--- @param file string
--- @return string|nil
function M.root(file)
  local name = vim.fs.basename(file)
  if file == '' or (name ~= 'story.toml' and not is_article(name)) then
    return nil
  end
  local folder = vim.fs.dirname(file)
  local marked = vim.fs.root(file, 'story.toml')
  if marked or #M.articles(folder) > 1 then
    return marked or folder
  end
end

return M
