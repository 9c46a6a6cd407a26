"""A terminal for editors that need one: keys go in, a screen comes out. Every wait is for what is on the screen."""

import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import fcntl
import time

import pyte

DEADLINE = 30.0
ESCAPE = "\x1b[27u"  # Spelled out, so that the key after it is not taken for Alt and that key.
ENTER, TAB, DOWN = "\r", "\t", "\x1b[B"
# Around what is pasted.
PASTE, PASTED = "\x1b[200~", "\x1b[201~"
CONTROL_N, CONTROL_U, CONTROL_X, CONTROL_Y = "\x0e", "\x15", "\x18", "\x19"


class Screen(pyte.Screen):
    """A screen that answers what programs ask of terminals."""

    answer = staticmethod(lambda data: None)

    def write_process_input(self, data):
        self.answer(data)

    # Private forms of these, which pyte hands on and does not take: nothing that this terminal can do.

    def report_device_status(self, mode=0, private=False):
        if not private:
            super().report_device_status(mode)

    def select_graphic_rendition(self, *attributes, private=False):
        if not private:
            super().select_graphic_rendition(*attributes)


class Terminal:
    """A program with a terminal of its own."""

    def __init__(self, command, folder, columns=160, rows=50):
        self.screen = Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.code = None
        self.process, self.file = pty.fork()
        if self.process == 0:
            os.chdir(folder)
            os.environ["TERM"] = "xterm-256color"
            os.execvp(command[0], command)
        size = struct.pack("HHHH", rows, columns, 0, 0)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, size)
        self.screen.answer = lambda data: os.write(self.file, data.encode())

    def text(self):
        """What is on the screen."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def keys(self, *keys):
        """Presses keys; the program reads them when it comes to it."""
        os.write(self.file, "".join(keys).encode())

    def wait(self, *patterns):
        """Waits until all of these are on the screen; returns the screen."""
        return self.wait_for(f"no {patterns}", lambda text: all(re.search(p, text) for p in patterns))

    def wait_gone(self, pattern):
        """Waits until this is on the screen no longer."""
        return self.wait_for(f"still {pattern}", lambda text: not re.search(pattern, text))

    def wait_for(self, what, condition):
        end = time.monotonic() + DEADLINE
        while not condition(self.text()):
            if not self._read(end - time.monotonic()):
                raise AssertionError(f"{what} on:\n{self.text()}")
        return self.text()

    def wait_end(self):
        """Waits until the program has ended; returns its exit code."""
        end = time.monotonic() + DEADLINE
        while self._read(end - time.monotonic()):
            pass
        if self.code is None:
            raise AssertionError(f"it goes on:\n{self.text()}")
        return self.code

    def _read(self, seconds):
        """Reads some output; false when there is none in time, or the program has ended."""
        if self.code is not None or not select.select([self.file], [], [], max(seconds, 0))[0]:
            return False
        try:
            data = os.read(self.file, 1 << 16)
        except OSError:  # How Linux tells that nobody has the other end any more.
            data = b""
        if data:
            self.stream.feed(data)
            return True
        self.code = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return False

    def kill(self):
        """Ends the program if it still runs."""
        if self.code is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)


class Checks:
    """Runs checks and counts them."""

    def __init__(self):
        self.passed = self.failed = 0

    def __call__(self, name):
        def run(test):
            start = time.monotonic()
            try:
                test()
            except Exception as fault:  # The next check may still tell something.
                self.failed += 1
                print(f"not ok {name}: {fault or repr(fault)}", flush=True)
            else:
                self.passed += 1
                print(f"ok {name} ({1000 * (time.monotonic() - start):.0f} ms)", flush=True)

        return run

    def end(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(self.failed > 0)
