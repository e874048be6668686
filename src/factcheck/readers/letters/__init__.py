"""Mail: what its sender says, apart from what he quotes."""
