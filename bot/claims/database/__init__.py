"""The claim database: built and updated from packages, remembering every change, finding figures by plain SQL."""
