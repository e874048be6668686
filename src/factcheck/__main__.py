"""`python -m factcheck`: the command, where its script is not on the path."""

from factcheck.cli.main import run

if __name__ == "__main__":
    run()
