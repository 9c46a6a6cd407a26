"""Drives Kakoune and kak-lsp through the examples."""

import os

from terminal import ENTER, ESCAPE, Checks, Terminal

DRAFT = os.path.join(os.environ["EXAMPLES"], "bridge-draft")
check = Checks()
kak = Terminal(["kak", "draft.md"], DRAFT)


def command(text):
    kak.keys(ESCAPE, ":", text, ENTER)


def go_to(words):
    command(f"exec %{{gg/{words}<ret>}}")


@check("differences are marked, and quote the other passage")
def _():
    kak.wait("!Twelve people")
    command("lsp-diagnostics")
    kak.wait(r"Accounts differ .quantity.", "14 people", r"herald\.txt")
    command("buffer draft.md")
    kak.wait("Who let the inspection slip")


@check("hover on a name")
def _():
    go_to("Mara Ellison")
    command("lsp-hover")
    kak.wait("mayor of Calder since 2022")


@check("hover on a pronoun")
def _():
    go_to("\\] She")
    command("lsp-hover")
    kak.wait("She: Mara Ellison")


@check("references")
def _():
    go_to("Mara Ellison")
    command("lsp-references")
    kak.wait(r"courier\.md:11", r"herald\.txt:9")
    command("buffer draft.md")
    kak.wait("Who let the inspection slip")


@check("a code action writes a verdict")
def _():
    go_to("Twelve people")
    command("lsp-code-actions")
    kak.wait("Let it stand")
    kak.keys(ENTER)
    command("edit story.toml")
    kak.wait(r"stet = \"\"", "seen = ")
    command("buffer draft.md")
    kak.wait("Who let the inspection slip")


@check("rename")
def _():
    go_to("call\\]")
    command("lsp-rename dispatch")
    kak.wait(r"tch\]: courier")


@check("a clean end")
def _():
    command("quit!")
    assert kak.wait_end() == 0


kak.kill()
check.end()
