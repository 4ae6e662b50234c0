"""What a chat has chosen, in a private database apart from the claims."""
