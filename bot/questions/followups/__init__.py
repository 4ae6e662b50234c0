"""A question behind another: what its words mean there, and what stays of the one before."""
