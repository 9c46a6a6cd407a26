" twosource for Vim with vim-lsp: source this file from your vimrc.
" LspHover, LspDefinition, LspReferences, LspCodeAction, LspRename and LspNextDiagnostic do the rest. vim-lsp shows no other places of
" a diagnostic, so the message quotes the other passage; inlay hints and semantic tokens are off until you set
" g:lsp_inlay_hints_enabled and g:lsp_semantic_enabled. CTRL-X CTRL-O completes.

" What repositories keep in Markdown and plain text, and what is no article.
let s:not_article = '\v\c^('
\ . '(changelog|contributing|licence|license|readme|requirements)([-_.].*)?|'
\ . 'agents|authors|changes|claude|cmakelists|code[-_]of[-_]conduct|constraints|contributors|copying|governance|'
\ . 'history|humans|install|llms|maintainers|notice|roadmap|robots|security|support|todo'
\ . ')\.[^.]+$'

" The folder of the story that the file at hand belongs to; '' when there is none, so that no README wakes the server up.
function! s:Root() abort
  let l:name = expand('%:t')
  if &filetype is# 'toml' ? l:name isnot# 'story.toml' : l:name =~ s:not_article
    return ''
  endif
  let l:folder = expand('%:p:h')
  let l:story = findfile('story.toml', escape(l:folder, ' ,;') . ';')
  if !empty(l:story)
    return fnamemodify(l:story, ':p:h')
  endif
  let l:articles = filter(readdir(l:folder), {_, name -> name =~? '\v\.(md|markdown|txt)$' && name !~ s:not_article})
  return len(l:articles) > 1 ? l:folder : ''
endfunction

let s:filetypes = ['markdown', 'text', 'toml']
augroup twosource
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \   'name': 'twosource',
  \   'cmd': {server_info -> empty(s:Root()) ? [] : ['twosource', 'lsp']},
  \   'root_uri': {server_info -> lsp#utils#path_to_uri(s:Root())},
  \   'allowlist': s:filetypes,
  \ })
  " Vim's own file for Markdown has CTRL-X CTRL-O complete HTML; the server comes later, and knows more about an article.
  autocmd User lsp_buffer_enabled
  \ if index(s:filetypes, &filetype) >= 0 && !empty(s:Root())
  \ |   setlocal omnifunc=lsp#complete
  \ | endif
augroup END
