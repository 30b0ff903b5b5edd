"""The search language: words, fields and marks that choose among cards."""
