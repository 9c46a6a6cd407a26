"""Drives Vim and ALE through the examples, and reads what is registered with vim-lsp."""

import itertools
import json
import os
import re
import subprocess
import sys
import time

from terminal import CONTROL_N, CONTROL_U, CONTROL_X, CONTROL_Y, DEADLINE, ENTER, Checks, Terminal

DRAFT = os.path.join(os.environ["EXAMPLES"], "bridge-draft")
ESCAPE = "\x1b"  # Vim takes what follows for a key of its own.
check = Checks()
vim = Terminal([sys.argv[1], "-u", os.path.join(os.environ["HOME"], ".vimrc"), "draft.md"], DRAFT)


def command(text):
    vim.keys(":", text, ENTER)


def go_to(words):
    command("pclose")
    command(f"call cursor(1, 1) | call search('\\V{words}', 'cW')")


def wait_without_servers():
    """Asks Vim, which looks after its jobs as it answers, until it has none."""
    end = time.monotonic() + DEADLINE
    for question in itertools.count():
        command(f"echo {question} 'of' len(job_info())")
        if re.search(rf"^{question} of 0$", vim.wait(rf"(?m)^{question} of \d+$"), re.MULTILINE):
            return
        assert time.monotonic() < end, "the server goes on"


@check("differences are marked, and quote the other passage")
def _():
    vim.wait("Who let the inspection slip", "W ")
    go_to("Twelve people")
    command("ALEDetail")
    vim.wait(r"Accounts differ .quantity.", "14 people", r"herald\.txt:4")


@check("and mirrored in the other article")
def _():
    command("pclose")
    command("edit herald.txt")
    vim.wait("Calder Herald", "W ")
    go_to("14 people")
    command("ALEDetail")
    vim.wait(r"draft\.md:10")
    command("pclose")
    command("buffer draft.md")
    vim.wait("Who let the inspection slip")


@check("hover on a name")
def _():
    go_to("Ellison signed")
    command("ALEHover")
    vim.wait("mayor of Calder since 2022")


@check("hover on a pronoun")
def _():
    go_to("She has run")
    command("ALEHover")
    vim.wait("She: Mara Ellison")


@check("definition within and across articles")
def _():
    go_to("She has run")
    command("ALEGoToDefinition")
    vim.wait(r"12,72")
    command("ALEGoToDefinition")
    vim.wait("Bridge gives way at rush hour", "11,")
    command("buffer draft.md")
    vim.wait("Who let the inspection slip")


@check("references")
def _():
    go_to("Ellison signed")
    command("ALEFindReferences")
    vim.wait(r"courier\.md:11", r"herald\.txt:9")


@check("a code action writes a verdict")
def _():
    go_to("Twelve people")
    command("ALECodeAction")
    number = re.search(r"(\d+)\) Let it stand", vim.wait("Let it stand", "Type number")).group(1)
    vim.keys(number, ENTER)
    vim.wait_gone("Type number")
    command("edit story.toml")
    vim.wait(r"stet = \"\"", "seen = ")
    command("write")
    command("buffer draft.md")
    vim.wait("Who let the inspection slip")
    vim.wait_gone("Accounts differ .quantity.*14 people")


@check("rename")
def _():
    go_to("call]")
    command("ALERename")
    vim.wait("New name")
    vim.keys(CONTROL_U, "dispatch", ENTER)
    vim.wait(r"\[.dispatch\]: courier")


@check("completion")
def _():
    vim.keys("Go[^sl", CONTROL_X, "\x0f")
    vim.wait(r"\n~ *slab\b")
    vim.keys(CONTROL_N, CONTROL_Y, ESCAPE)
    vim.wait(r"\n *\[\^slab\]\n")


@check("restart")
def _():
    command("ALEStopAllLSPs")
    vim.wait_gone("\nW ")
    # ALE takes the end of the old server for that of the new one, where it comes later.
    wait_without_servers()
    command("ALELint")
    vim.wait("\nW ")
    go_to("Ellison signed")
    command("ALEHover")
    vim.wait("mayor of Calder since 2022")


@check("a clean end")
def _():
    command("qall!")
    assert vim.wait_end() == 0


vim.kill()


@check("what vim-lsp is told")
def _():
    # In the place of vim-lsp, which no package brings: it notes down what is registered.
    plugin = os.path.join(os.environ["HOME"], "autoload", "lsp")
    os.makedirs(plugin)
    with open(f"{plugin}.vim", "w") as file:
        file.write("function! lsp#register_server(info) abort\nlet g:info = a:info\nendfunction\n")
    with open(os.path.join(plugin, "utils.vim"), "w") as file:
        file.write("function! lsp#utils#path_to_uri(path) abort\nreturn 'file://' . a:path\nendfunction\n")
    os.makedirs(os.path.join(DRAFT, "..", "alone"))
    for name in ("README.md", "CHANGELOG.md", "notes.md"):
        open(os.path.join(DRAFT, "..", "alone", name), "w").close()

    def told(file):
        """The command, the root and the completion that vim-lsp has for a file."""
        out = os.path.join(os.environ["HOME"], "told")
        answer = "[g:info.cmd(g:info), g:info.root_uri(g:info), &omnifunc]"
        steps = [
            "filetype plugin on",
            f"source {os.environ['REPOSITORY']}/editors/vim/vim-lsp.vim",
            "doautocmd User lsp_setup",
            f"edit {file}",
            "doautocmd User lsp_buffer_enabled",
            f"call writefile([json_encode({answer})], '{out}')",
            "qall!",
        ]
        options = [part for step in steps for part in ("-c", step)]
        subprocess.run([sys.argv[1], "-Nu", "NONE", "-es", "--cmd", f"set rtp^={os.environ['HOME']}", *options], cwd=DRAFT, timeout=DEADLINE)
        with open(out) as file:
            return json.load(file)

    wanted = [["twosource", "lsp"], f"file://{DRAFT}", "lsp#complete"]
    assert told("draft.md") == wanted and told("story.toml") == wanted and told("herald.txt") == wanted
    assert told("../alone/README.md")[0] == told("../alone/notes.md")[0] == []


check.end()
