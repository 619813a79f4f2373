"""Tables of any shape: encoding, layout, dates and values are guessed, and the guess is shown."""
