"""Drives Helix through the examples."""

import os
import re
import sys

from terminal import CONTROL_U, CONTROL_X, DOWN, ENTER, ESCAPE, PASTE, PASTED, TAB, Checks, Terminal

DRAFT = os.path.join(os.environ["EXAMPLES"], "bridge-draft")
check = Checks()
hx = Terminal([sys.argv[1], "draft.md"], DRAFT)


def go_to(words):
    hx.keys(ESCAPE, "gg/", words, ENTER)


def card(words):
    """The card of hover, which covers the text until the next key."""
    go_to(words)
    hx.keys(" k")


def row_of(pattern):
    return next(row for row, line in enumerate(hx.wait(pattern).split("\n")) if re.search(pattern, line))


@check("differences are marked, and quote the other passage")
def _():
    hx.wait("Who let the inspection slip")
    go_to("Twelve people")
    hx.wait("Accounts differ .quantity.", '14 people')


@check("hover on a name")
def _():
    card("Mayor Mara Ellison")
    hx.wait("mayor of Calder since 2022", "herald.txt")


@check("hover on a pronoun")
def _():
    card("\\] She")
    hx.wait("She: Mara Ellison")


@check("definition within and across articles")
def _():
    go_to("Dov Haldane")
    hx.keys("gd")
    hx.wait(r"draft\.md:16", r"courier\.md:9", r"herald\.txt:4")
    hx.keys("herald", ENTER)
    hx.wait("Calder Herald", "4:1")
    hx.keys("\x0f")
    hx.wait("Who let the inspection slip")


@check("differences are mirrored in the other article")
def _():
    hx.keys(ESCAPE, ":open herald.txt", ENTER)
    hx.wait("Calder Herald", "Accounts differ .quantity.*draft.md")
    hx.keys(":open draft.md", ENTER)
    hx.wait("Who let the inspection slip")


@check("references")
def _():
    go_to("Mayor Mara Ellison")
    hx.keys("gr")
    hx.wait(r"courier\.md:11", r"herald\.txt:8", r"draft\.md:12")
    hx.keys(ESCAPE)
    hx.wait_gone(r"herald\.txt:8")


@check("how many sources differ is shown in the text")
def _():
    hx.keys(ESCAPE, "gg")
    hx.wait(r"\d differs?\b")


@check("keys step through the differences")
def _():
    hx.keys(ESCAPE, "gg]d]d")
    hx.wait(r"8:25 a\.m\.")


@check("a code action writes a verdict")
def _():
    go_to("Twelve people")
    hx.keys(" a")
    # The first item is chosen at first. Only newer ones offer to open the other passage.
    wanted, first = row_of("Let it stand"), row_of("Open the other passage|Let it stand")
    hx.keys(DOWN * (wanted - first), ENTER, ":open story.toml", ENTER)
    hx.wait(r"stet = \"\"", "seen = ")
    hx.keys(ESCAPE, ":write", ENTER, ":open draft.md", ENTER)
    hx.wait("Who let the inspection slip")
    hx.wait_gone("Accounts differ .quantity.*14 people")


@check("rename of somebody in the draft")
def _():
    go_to("Wendell Achterberg")
    hx.keys(" r")
    hx.wait("rename-to:")
    hx.keys(CONTROL_U, "Wendel Achterberg", ENTER)
    hx.wait("Wendel Achterberg, who")


@check("rename of a source note")
def _():
    go_to(r"\[.call")
    hx.keys(" r")
    hx.wait("rename-to:")
    hx.keys(CONTROL_U, "dispatch", ENTER)
    hx.wait(r"\[.dispatch\] and", r"\[.dispatch\]: courier")


@check("completion")
def _():
    go_to("Ellison Street")
    hx.keys("A")
    # Pasted, which is one edit: Helix 25.01 mixes up the order of those that are on their way together.
    hx.keys(PASTE, " [^sl", PASTED)
    hx.wait(r"Street\. \[.sl")
    hx.keys(CONTROL_X)
    # The menu begins below the cursor, and newer ones put words of the text first.
    wanted = row_of("slab +reference")
    hx.keys(TAB * (wanted - hx.screen.cursor.y), ENTER)
    hx.wait(r"Street\. \[.slab\]")
    hx.keys(ESCAPE, "u")


@check("restart")
def _():
    # Stopped first: what the old server said goes then, and what the new one says can be told from it.
    hx.keys(ESCAPE, ":lsp-stop", ENTER)
    hx.wait_gone("no source note")
    hx.keys(":lsp-restart", ENTER)
    # What comes while nothing is typed may not be drawn before the next key.
    hx.wait(r"\d sources")
    go_to("Ellison Street")
    hx.wait("no source note")
    card("Mayor Mara Ellison")
    hx.wait("mayor of Calder since 2022")


@check("a clean end")
def _():
    hx.keys(ESCAPE, ESCAPE, ":qa!", ENTER)
    assert hx.wait_end() == 0


hx.kill()
check.end()
