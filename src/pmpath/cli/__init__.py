"""The command line: options become requests, outcomes become bytes on a stream and an exit code."""
