"""What a reader gets of the findings: what is silenced, shown and counted, and every form of output."""
