"""Files, names, journals and arguments that somebody made to break what reads them."""
