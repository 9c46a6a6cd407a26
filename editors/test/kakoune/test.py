"""Drives Kakoune and kak-lsp through the examples."""

import os

from terminal import CONTROL_N, ENTER, ESCAPE, Checks, Terminal

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


@check("and mirrored in the other article")
def _():
    command("edit herald.txt")
    kak.wait("!Fire Chief Dov Haldane said that 14 people")
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


@check("definition within and across articles")
def _():
    go_to("\\] She")
    command("lsp-definition")
    kak.wait(r"draft\.md:12:\d", r"courier\.md:11:\d", r"herald\.txt:8:\d")
    command("buffer draft.md")
    kak.wait("Who let the inspection slip")


@check("references")
def _():
    go_to("Mara Ellison")
    command("lsp-references")
    kak.wait(r"courier\.md:11:\d", r"herald\.txt:9:\d")
    command("buffer draft.md")
    kak.wait("Who let the inspection slip")


@check("how many sources differ is shown in the text")
def _():
    kak.wait("Twelve people 1 differs", "last autumn 2 sources")


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


@check("completion")
def _():
    kak.keys(ESCAPE, "geo[^sl")
    kak.wait(r"slab +Reference")
    kak.keys(CONTROL_N, ESCAPE)
    kak.wait(r"\n.\[\^slab\]\n")


@check("restart")
def _():
    # What is asked while kak-lsp restarts may be lost: the first marks of the new server tell that it is there.
    command("set-option buffer modelinefmt 'marks: %opt{lsp_diagnostic_warning_count}'")
    command("set-option buffer lsp_diagnostic_warning_count 0")
    kak.wait("marks: 0")
    command("lsp-restart")
    kak.wait("marks: [1-9]")
    go_to("Mara Ellison")
    command("lsp-hover")
    kak.wait("mayor of Calder since 2022")


@check("a clean end")
def _():
    command("quit!")
    assert kak.wait_end() == 0


kak.kill()
check.end()
