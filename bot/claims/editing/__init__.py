"""How the claims change by editors' hands: a new claim, what differs between two states, the log of corrections."""
