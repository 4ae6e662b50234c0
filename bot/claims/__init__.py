"""The claim database: what a claim is, the package it is read from, and the store that serves it."""
