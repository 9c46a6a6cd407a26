"""Drives Vim and ALE through the examples."""

import os
import re
import sys

from terminal import CONTROL_N, CONTROL_U, CONTROL_X, CONTROL_Y, ENTER, Checks, Terminal

DRAFT = os.path.join(os.environ["EXAMPLES"], "bridge-draft")
ESCAPE = "\x1b"  # Vim takes what follows for a key of its own.
check = Checks()
vim = Terminal([sys.argv[1], "-u", os.path.join(os.environ["HOME"], ".vimrc"), "draft.md"], DRAFT)


def command(text):
    vim.keys(":", text, ENTER)


def go_to(words):
    command("pclose")
    command(f"call cursor(1, 1) | call search('\\V{words}', 'cW')")


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
    vim.keys("ggo[^sl", CONTROL_X, "\x0f")
    vim.wait(r"slab +")
    vim.keys(CONTROL_N, CONTROL_Y, ESCAPE)
    vim.wait_for("no [^slab] in the second line", lambda text: "[^slab" in text.split("\n")[1])


@check("restart")
def _():
    command("ALEStopAllLSPs")
    command("ALELint")
    vim.wait("no source note")
    go_to("Ellison signed")
    command("ALEHover")
    vim.wait("mayor of Calder since 2022")


@check("a clean end")
def _():
    command("qall!")
    assert vim.wait_end() == 0


vim.kill()
check.end()
