"""`factcheck completion`: what a shell needs to complete our command lines."""

from __future__ import annotations

import click

SHELLS = ("bash", "zsh", "fish")
# Under this name a shell asks us what can stand at the cursor.
VARIABLE = "_FACTCHECK_COMPLETE"


@click.command("completion", short_help="Print what a shell needs to complete command lines.")
@click.argument("shell", type=click.Choice(SHELLS))
def command(shell: str) -> None:
    """Print the script by which SHELL completes commands, options and their values.

    \b
    Examples:
      factcheck completion bash > ~/.local/share/bash-completion/completions/factcheck
      factcheck completion zsh > ~/.zfunc/_factcheck
      factcheck completion fish > ~/.config/fish/completions/factcheck.fish
    """
    from click.shell_completion import get_completion_class

    from factcheck.cli.main import cli

    kind = get_completion_class(shell)
    if kind is not None:
        # The script alone, whatever shell this machine has.
        click.echo(kind.source_template % kind(cli, {}, "factcheck", VARIABLE).source_vars())
