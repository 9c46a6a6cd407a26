" twosource for Vim with ALE: source this file from your vimrc, after ALE is on the runtime path.
" ALEHover, ALEGoToDefinition, ALEFindReferences, ALECodeAction and ALERename do the rest; ALE shows no other places of a diagnostic,
" so the message quotes the other passage, and no inlay hints. CTRL-X CTRL-O completes.

" What repositories keep in Markdown and plain text, and what is no article.
let s:not_article = '\v\c^('
\ . '(changelog|contributing|licence|license|readme|requirements)([-_.].*)?|'
\ . 'agents|authors|changes|claude|cmakelists|code[-_]of[-_]conduct|constraints|contributors|copying|governance|'
\ . 'history|humans|install|llms|maintainers|notice|roadmap|robots|security|support|todo'
\ . ')\.[^.]+$'

" The folder of the story that a file belongs to; '' when there is none, so that no README wakes the server up.
function! s:Root(buffer) abort
  let l:file = fnamemodify(bufname(a:buffer), ':p')
  let l:name = fnamemodify(l:file, ':t')
  if getbufvar(a:buffer, '&filetype') is# 'toml' ? l:name isnot# 'story.toml' : l:name =~ s:not_article
    return ''
  endif
  let l:folder = fnamemodify(l:file, ':h')
  let l:story = findfile('story.toml', escape(l:folder, ' ,;') . ';')
  if !empty(l:story)
    return fnamemodify(l:story, ':p:h')
  endif
  let l:articles = filter(readdir(l:folder), {_, name -> name =~? '\v\.(md|markdown|txt)$' && name !~ s:not_article})
  return len(l:articles) > 1 ? l:folder : ''
endfunction

let s:filetypes = ['markdown', 'text', 'toml']
for s:filetype in s:filetypes
  call ale#linter#Define(s:filetype, {
  \   'name': 'twosource',
  \   'lsp': 'stdio',
  \   'executable': 'twosource',
  \   'command': '%e lsp',
  \   'language': {buffer -> getbufvar(buffer, '&filetype')},
  \   'project_root': function('s:Root'),
  \   'initialization_options': {'definition': 'alternate'},
  \ })
endfor

" Vim's own file for Markdown has CTRL-X CTRL-O complete HTML; the server comes later, and knows more about an article.
augroup twosource
  autocmd!
  autocmd User ALELSPStarted
  \ if index(s:filetypes, &filetype) >= 0 && !empty(s:Root(bufnr('')))
  \ |   setlocal omnifunc=ale#completion#OmniFunc
  \ | endif
augroup END
