"""What pmpath talks about. Pydantic models of content and sheets; plain types for results."""
