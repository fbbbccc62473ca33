"""What the scripts share that start a daemon: it is found, started, awaited, asked and ended in one way."""
from .daemon import (
    PATIENCE, ROOT, Busy, Daemon, Failure, Refused, call, connect, corpus, expect, folder, line, programs, request, until)

__all__ = ["PATIENCE", "ROOT", "Busy", "Daemon", "Failure", "Refused", "call", "connect", "corpus", "expect", "folder",
           "line", "programs", "request", "until"]
