"""claimbot answers a question with every sourced figure that the parties to a conflict have published."""
