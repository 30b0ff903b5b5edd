"""What several rules of the audit use: ends of bands, owners and caveats."""
