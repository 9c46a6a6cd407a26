" twosource for Vim with vim-lsp: source this file from your vimrc.
" LspHover, LspDefinition, LspReferences, LspCodeAction, LspRename and LspNextDiagnostic do the rest. vim-lsp shows no other places of
" a diagnostic, so the message quotes the other passage; inlay hints and semantic tokens are off until you set
" g:lsp_inlay_hints_enabled and g:lsp_semantic_enabled.

" The folder of the story that a file belongs to.
function! s:Root() abort
  let l:folder = expand('%:p:h')
  let l:story = findfile('story.toml', escape(l:folder, ' ,;') . ';')
  return empty(l:story) ? l:folder : fnamemodify(l:story, ':p:h')
endfunction

augroup twosource
  autocmd!
  autocmd User lsp_setup call lsp#register_server({
  \   'name': 'twosource',
  \   'cmd': {server_info -> ['twosource', 'lsp']},
  \   'root_uri': {server_info -> lsp#utils#path_to_uri(s:Root())},
  \   'allowlist': ['markdown', 'text', 'toml'],
  \ })
augroup END
