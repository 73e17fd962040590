"""Programs that use a client as its users would. They run where only the client is installed."""
