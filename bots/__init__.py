"""Where people ask: the Slack app, which is still to come."""
