"""The pages: what they hold, call, lead to and print as, read as they will be built."""
