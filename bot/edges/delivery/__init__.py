"""How links reach guests, beside Webex."""
