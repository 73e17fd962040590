"""The messaging API of the sandbox, one module for each resource."""
