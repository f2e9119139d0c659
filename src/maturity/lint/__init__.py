"""Good practice in country profiles: what is allowed, and worth a second look."""
