;;; twosource.el --- Who is who, and where two accounts differ  -*- lexical-binding: t -*-

;; Package-Requires: ((emacs "29.1"))

;;; Commentary:

;; Tells Eglot of the language server twosource.  Put this file on your `load-path' and add to your init file:
;;
;;     (require 'twosource)
;;
;; Then M-x eglot in an article, or have it start by itself where a story is:
;;
;;     (add-hook 'text-mode-hook #'twosource-ensure)
;;
;; Hover is what ElDoc shows; M-. goes to where somebody is introduced and M-? lists the mentions; M-x eglot-code-actions decides
;; on a difference; M-x eglot-rename renames.  Eglot shows no other places of a diagnostic, so the message quotes the other
;; passage, and `twosource-other' opens it beside this one.

;;; Code:

(require 'eglot)
(require 'project)

(defgroup twosource nil
  "Who is who, and where two accounts differ."
  :group 'text)

(defcustom twosource-command '("twosource" "lsp")
  "The server and its arguments."
  :type '(repeat string))

(defconst twosource--article "\\.\\(?:md\\|markdown\\|txt\\)\\'"
  "What the names of articles are like.")

(defconst twosource--no-article
  (rx bos
      (or (seq (or "changelog" "contributing" "licence" "license" "readme" "requirements") (opt (any "-_.") (* nonl)))
          "agents" "authors" "changes" "claude" "cmakelists" "code-of-conduct" "code_of_conduct"
          "constraints" "contributors" "copying" "governance" "history" "humans" "install" "llms"
          "maintainers" "notice" "roadmap" "robots" "security" "support" "todo")
      "." (+ (not (any "."))) eos)
  "What the names are like of what repositories keep in Markdown and plain text, and what is no article.")

(defun twosource--article-p (file)
  "Whether FILE, by its name, is an article."
  (let ((name (file-name-nondirectory file))
        (case-fold-search t))
    (and (string-match-p twosource--article name)
         (not (string-match-p twosource--no-article name)))))

(add-to-list 'eglot-server-programs
             `((markdown-mode markdown-ts-mode text-mode (conf-toml-mode :language-id "toml") (toml-ts-mode :language-id "toml"))
               . ,(lambda (&rest _) twosource-command)))

(defun twosource--root (folder)
  "The folder of the story that FOLDER belongs to; nil when there is none."
  (or (locate-dominating-file folder "story.toml")
      (and (cdr (seq-filter #'twosource--article-p (directory-files folder))) folder)))

;; Without a package for Markdown, Emacs has no mode for it; a package's own entry goes before this one.
(add-to-list 'auto-mode-alist '("\\.\\(?:md\\|markdown\\)\\'" . text-mode) t)

;;;###autoload
(defun twosource-ensure ()
  "Start the server for this buffer when it is an article of a story, or its story.toml."
  (when (and buffer-file-name
             (or (twosource--article-p buffer-file-name)
                 (equal (file-name-nondirectory buffer-file-name) "story.toml"))
             (twosource--root default-directory))
    (eglot-ensure)))

(defun twosource--project (folder)
  "The story that FOLDER belongs to, as a project for Eglot alone."
  (and (bound-and-true-p eglot-lsp-context)
       (derived-mode-p 'text-mode 'markdown-mode 'markdown-ts-mode 'conf-toml-mode 'toml-ts-mode)
       (when-let* ((root (twosource--root folder)))
         (cons 'twosource (file-name-as-directory (expand-file-name root))))))

(cl-defmethod project-root ((project (head twosource)))
  (cdr project))

(add-hook 'project-find-functions #'twosource--project)

(defun twosource-other ()
  "Open the other passage of the difference at point beside this one."
  (interactive)
  (let* ((text (mapconcat #'flymake-diagnostic-text (flymake-diagnostics (point)) "\n"))
         (place "\\b\\([^ \n\";]+\\):\\([0-9]+\\) \"\\([^\"\n]*\\)\"")
         places)
    (with-temp-buffer
      (insert text)
      (goto-char (point-min))
      (while (re-search-forward place nil t)
        (push (list (match-string 0) (match-string 1) (string-to-number (match-string 2)) (match-string 3)) places)))
    (let* ((title (if (cdr places) (completing-read "The other passage: " (nreverse (mapcar #'car places)) nil t) (caar places)))
           (chosen (cdr (assoc title places))))
      (unless chosen
        (user-error "No difference here"))
      (pcase-let ((`(,file ,line ,words) chosen))
        (find-file-other-window (expand-file-name file (project-root (eglot--project (eglot-current-server)))))
        (goto-char (point-min))
        (forward-line (1- line))
        (when (search-forward words nil t)
          (goto-char (match-beginning 0)))))))

(provide 'twosource)
;;; twosource.el ends here
