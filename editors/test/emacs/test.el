;;; test.el --- Drives Eglot through the examples  -*- lexical-binding: t -*-

(require 'twosource)
(require 'flymake)
(require 'xref)

(defconst draft-folder (expand-file-name "bridge-draft/" (getenv "EXAMPLES")))
(defconst deadline 30)
(defvar passed 0)
(defvar failed 0)

(setq-default case-fold-search nil)
(setq native-comp-enable-subr-trampolines nil
      native-comp-jit-compilation nil
      make-backup-files nil
      create-lockfiles nil
      auto-save-default nil
      xref-prompt-for-identifier nil
      eglot-confirm-server-edits nil
      eglot-sync-connect deadline)

(defmacro wait (what condition)
  "Wait for CONDITION, called WHAT, and return its value."
  `(let ((end (+ (float-time) deadline)) value)
     ;; Returns as soon as a process has something to say, or a timer is due.
     (while (and (not (setq value ,condition)) (< (float-time) end))
       (accept-process-output nil 0.05))
     (or value (error "In vain: %s" ,what))))

(defmacro check (name &rest body)
  "Run BODY as the check NAME."
  (declare (indent 1))
  `(let ((start (float-time)))
     (condition-case fault
         (progn ,@body
                (setq passed (1+ passed))
                (princ (format "ok %s (%d ms)\n" ,name (* 1000 (- (float-time) start)))))
       (error (setq failed (1+ failed))
              (princ (format "not ok %s: %S\n" ,name fault))))))

(defun holds (text &rest parts)
  (dolist (part parts)
    (unless (string-search part text)
      (error "%S is not in: %s" part text))))

(defun go-to (words)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (+ 2 (match-beginning 0))))

(defun open (name)
  (switch-to-buffer (find-file-noselect (concat draft-folder name)))
  (eglot-ensure)
  ;; What `eglot-ensure' leaves to a hook that batch mode does not run.
  (unless (eglot-managed-p)
    (if-let* ((server (eglot-current-server)))
        (eglot--maybe-activate-editing-mode)
      (apply #'eglot--connect (eglot--guess-contact))))
  (flymake-mode 1)
  (current-buffer))

(defun messages ()
  (flymake-start)
  (mapconcat #'flymake-diagnostic-text (flymake-diagnostics) "\n"))

(defun hover (words)
  (go-to words)
  (let (card)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq card text)))
    (substring-no-properties (wait "a card" card))))

(defun places (items)
  (mapcar (lambda (item)
            (let ((place (xref-item-location item)))
              (format "%s:%d" (file-name-nondirectory (xref-location-group place)) (xref-location-line place))))
          items))

(defun ask (kind words)
  (go-to words)
  (let ((backend (xref-find-backend)))
    (places (funcall kind backend (xref-backend-identifier-at-point backend)))))

(defun has (all &rest wanted)
  (dolist (one wanted)
    (unless (member one all)
      (error "%s is not in %S" one all))))

(princ (format "# Emacs %s\n" emacs-version))

(defvar draft (open "draft.md"))

(check "a README and a change log are no story"
  (let ((folder (make-temp-file "alone" t)))
    (dolist (name '("README.md" "CHANGELOG.md" "notes.md"))
      (write-region "" nil (expand-file-name name folder)))
    (when (or (twosource--root folder) (twosource--article-p "README.de.md") (not (twosource--article-p "history-of-the-mill.txt")))
      (error "It is one"))
    (delete-directory folder t)))

(check "the server starts for the story"
  (wait "the server" (eglot-managed-p))
  (let ((root (project-root (eglot--project (eglot-current-server)))))
    (unless (equal (file-truename root) (file-truename draft-folder))
      (error "The root is %s" root))))

(check "differences are marked, and quote the other passage"
  (holds (wait "a difference" (let ((all (messages))) (and (string-search "14 people" all) all)))
         "Accounts differ (quantity)" "herald.txt:4"))

(check "and mirrored in the other article"
  (open "herald.txt")
  (holds (wait "a difference" (let ((all (messages))) (and (string-search "Twelve people" all) all)))
         "draft.md:10" "courier.md:9")
  (switch-to-buffer draft))

(check "the other passage opens beside this one"
  (go-to "Twelve people")
  (twosource-other)
  (unless (and (equal (buffer-name) "herald.txt") (looking-at "14 people") (cdr (window-list)))
    (error "At %s:%d" (buffer-name) (line-number-at-pos)))
  (delete-other-windows)
  (switch-to-buffer draft))

(check "hover on a name" (holds (hover "Ellison signed") "Mara Ellison" "mayor of Calder" "herald.txt"))
(check "hover on a pronoun" (holds (hover "She has") "She: Mara Ellison"))

(check "definition within and across articles"
  (has (ask #'xref-backend-definitions "Haldane praised") "draft.md:16" "courier.md:9" "herald.txt:4"))

(check "references"
  (has (ask #'xref-backend-references "Ellison signed") "draft.md:12" "courier.md:11" "herald.txt:9"))

(check "how many sources differ is shown in the text"
  (eglot-inlay-hints-mode 1)
  (eglot--update-hints-1 (point-min) (point-max))
  (wait "a hint"
        (seq-some (lambda (overlay)
                    (string-search "differ" (or (overlay-get overlay 'before-string) (overlay-get overlay 'after-string) "")))
                  (seq-filter (lambda (overlay) (overlay-get overlay 'eglot--inlay-hint)) (overlays-in (point-min) (point-max)))))
  (eglot-inlay-hints-mode -1))

(check "a code action writes a verdict"
  (go-to "Twelve people")
  ;; As after a key and not after the mouse, which would open a menu.
  (setq last-nonmenu-event t)
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_ choices &rest _)
               (seq-find (lambda (choice) (string-search "Let it stand" choice)) (all-completions "" choices)))))
    (eglot-code-actions (point) (point) nil t))
  (with-current-buffer (find-file-noselect (concat draft-folder "story.toml"))
    (wait "the verdict" (save-excursion (goto-char (point-min)) (search-forward "[[verdict]]" nil t)))
    (holds (buffer-string) "stet = \"" "seen = ")
    (save-buffer))
  (switch-to-buffer draft)
  (eglot--signal-textDocument/didSave)
  (wait "the mark to go" (not (string-search "14 people" (messages)))))

(check "rename of somebody in the draft"
  (go-to "Wendell Achterberg")
  (eglot-rename "Wendel Achterberg")
  (wait "the new name" (save-excursion (goto-char (point-min)) (search-forward "Wendel Achterberg" nil t))))

(check "rename of a source note"
  (go-to "[^call")
  (eglot-rename "dispatch")
  (wait "the new name" (not (string-search "[^call" (buffer-string))))
  (holds (buffer-string) "7:52 a.m.,[^dispatch]" "[^dispatch]: courier"))

(check "completion"
  (goto-char (point-min))
  (search-forward "Ellison Street.")
  (insert " [^sl")
  (pcase-let ((`(,start ,end ,table . ,_)
               (cdr (run-hook-wrapped 'completion-at-point-functions #'completion--capf-wrapper 'all))))
    (let ((all (mapcar #'substring-no-properties (all-completions (buffer-substring start end) table))))
      (unless (seq-some (lambda (one) (string-search "slab" one)) all)
        (error "%S" all))))
  (delete-char (- (length " [^sl"))))

(check "restart"
  (eglot-reconnect (eglot-current-server))
  (wait "the server" (eglot-managed-p))
  (holds (hover "Ellison signed") "Mara Ellison"))

(check "a clean end"
  (eglot-shutdown (eglot-current-server))
  (wait "the end" (not (eglot-managed-p))))

(princ (format "%d passed, %d failed\n" passed failed))
(kill-emacs (if (zerop failed) 0 1))
