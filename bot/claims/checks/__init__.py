"""What a package must keep beyond the shape of its tables; a check tells every fault of one kind."""
