"""From YAML text to cards and problems. The only reader of YAML."""
