"""What chats subscribed to, and when it is due by their own clocks."""
