"""How well the bot understands what people type: sentences, what they mean, and a judge."""
