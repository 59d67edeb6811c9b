"""Turns outcomes into text pages and JSON. Holds the wording of the screens; reads no file and asks nothing."""
