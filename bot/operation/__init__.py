"""What whoever runs the bot needs: logs, health, figures about it, backups."""
